"""Copies of the plan: who is shown what, and who has which copy, as far as the person has said."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from app.domain.errors import DomainError
from app.domain.ids import ID_SOURCE_BYTES, Id, id_from
from app.domain.kept import Kept, require_short, require_words


class Form(StrEnum):
    """What a copy is made as."""

    SCREEN = "screen"
    LOCKED_PAGE = "locked_page"
    LOCKED_PDF = "locked_pdf"
    PDF = "pdf"
    CARD = "card"
    CODES = "codes"
    TEXT = "text"
    MARKDOWN = "markdown"

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase is needed to read it."""
        return self in (Form.LOCKED_PAGE, Form.LOCKED_PDF)

    @property
    def is_file(self) -> bool:
        """Whether it is a file to give away. What is only shown on this screen stays with nobody."""
        return self is not Form.SCREEN


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TrustedPeer(Kept):
    """Someone whom the plan is shown to. Whoever is a support has that support's id, so that nobody is here twice.

    ``name`` is what they were called when they were chosen. ``chosen`` are the items that they are to see, the plan's own
    id for its one line, and their own id for what was agreed with them; what is marked only me stays back whatever
    stands here. ``on_card`` are those of them that stand on their card. ``called`` is what they call the person.
    """

    name: str
    chosen: tuple[Id, ...] = ()
    on_card: tuple[Id, ...] = ()
    called: str = ""

    def __post_init__(self) -> None:
        super(TrustedPeer, self).__post_init__()
        require_words("name", self.name)
        require_short("called", self.called, most=200)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PlanCopy(Kept):
    """One copy that was made for a peer, at ``created_at``. ``given_on`` is set only where the person says that they have it.

    ``version`` is that of the plan; ``mark`` stands for all that the copy says, and tells copies apart; ``says`` are its
    lines, empty in a record from before they were kept; ``left_out`` counts the items that stayed back.
    """

    peer: Id
    form: Form
    version: int
    mark: str
    says: tuple[str, ...] = ()
    left_out: int = 0
    given_on: date | None = None

    def __post_init__(self) -> None:
        super(PlanCopy, self).__post_init__()
        if self.version < 1:
            raise DomainError("version", "too_small")


def copies_for(plan: Id, peer: Id) -> Id:
    """Return what stands for a plan in all its copies for one peer.

    Copies for others have another one: two people who were told two names cannot find out that it is one plan.
    """
    return id_from(sha256(f"{plan} {peer}".encode("ascii")).digest()[:ID_SOURCE_BYTES])
