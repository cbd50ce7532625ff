"""A plan that is held for someone else: their copy as they gave it, read and never changed."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Kept, require_short, require_words
from app.domain.safety_plan import PartType
from app.domain.support import ContactWay, WayKind

MOST_PARTS = 100
MOST_LINES = 1_500
"""Of a whole copy, with everyone it names and all their ways: a page that can still be shown."""

HOW_TO_BE_WITH_ME = (
    PartType.HOW_TO_TALK,
    PartType.HELPS_FROM_OTHERS,
    PartType.PLEASE_DO_AND_DONT,
    PartType.DOES_NOT_HELP,
)
"""What whoever stands by someone needs first, in this order."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HeldWay:
    """A way to reach someone: its label and value as the copy has them. ``kind`` is None where no app is opened for it."""

    label: str
    value: str
    kind: WayKind | None = None

    @property
    def contact(self) -> ContactWay | None:
        """The way as one that can be pressed, or None. What is pressed is what is read: no address of a file counts."""
        if self.kind is not None:
            with suppress(DomainError):
                way = ContactWay(id=Id(""), kind=self.kind, value=self.value)
                return way if way.link else None
        return None

    def __repr__(self) -> str:
        return "<HeldWay>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HeldSupport:
    """Someone whom a line names, and the ways to reach them that it shows."""

    name: str
    ways: tuple[HeldWay, ...] = ()

    def __repr__(self) -> str:
        return "<HeldSupport>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HeldTool:
    """Something that helps its owner, with its steps."""

    name: str
    steps: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "<HeldTool>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HeldLine:
    """One line: words, what helps, supports, or several of these."""

    text: str = ""
    tools: tuple[HeldTool, ...] = ()
    supports: tuple[HeldSupport, ...] = ()

    def __repr__(self) -> str:
        return "<HeldLine>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HeldGroup:
    """Lines that belong together; the heading may be empty."""

    heading: str = ""
    lines: tuple[HeldLine, ...] = ()

    def __repr__(self) -> str:
        return "<HeldGroup>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HeldPart:
    """One part. ``after`` are sentences below it that are Holdfast's own. ``about`` is None where the copy does not say what it is about, or says what we do not know."""

    heading: str
    groups: tuple[HeldGroup, ...] = ()
    about: PartType | None = None
    after: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return "<HeldPart>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HeldCopy:
    """All that a copy says, in its own language and words.

    ``called`` is the name that its owner put on it, and may be empty. ``version`` and ``made_on`` are None in a copy
    that tells them in words alone: those stand in ``told``.
    """

    title: str = ""
    one_line: str = ""
    told: tuple[str, ...] = ()
    closing: str = ""
    parts: tuple[HeldPart, ...] = ()
    called: str = ""
    version: int | None = None
    made_on: date | None = None

    def __post_init__(self) -> None:
        if len(self.parts) > MOST_PARTS or sum(1 for _ in _lines(self)) > MOST_LINES:
            raise DomainError("parts", "too_many")
        if self.version is not None and self.version < 1:
            raise DomainError("version", "too_small")
        for text in (self.title, self.one_line, self.closing, self.called, *self.told):
            require_short("text", text)

    @property
    def first(self) -> tuple[HeldPart, ...]:
        """The parts that say how to be with its owner."""
        mine = [part for part in self.parts if part.about in HOW_TO_BE_WITH_ME]
        return tuple(sorted(mine, key=lambda part: HOW_TO_BE_WITH_ME.index(part.about or PartType.OWN)))

    @property
    def rest(self) -> tuple[HeldPart, ...]:
        """All other parts, in their owner's order."""
        return tuple(part for part in self.parts if part.about not in HOW_TO_BE_WITH_ME)

    def __repr__(self) -> str:
        return "<HeldCopy>"


def _lines(copy: HeldCopy) -> Iterator[object]:
    for part in copy.parts:
        yield from part.after
        for group in part.groups:
            yield group
            for line in group.lines:
                yield line
                for tool in line.tools:
                    yield tool
                    yield from tool.steps
                for one in line.supports:
                    yield one
                    yield from one.ways


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class HeldPlan(Kept):
    """A copy that is held here since ``changed_at``. ``name`` is whose it is, as the person who holds it calls them."""

    name: str
    copy: HeldCopy

    def __post_init__(self) -> None:
        super(HeldPlan, self).__post_init__()
        require_words("name", self.name)


class Standing(StrEnum):
    """How a copy stands to the one that is held already."""

    NEW = "new"
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    SAME_DAY = "same_day"


def standing(copy: HeldCopy, held: HeldPlan | None) -> Standing:
    """Say whether a copy is newer than the one that is held: by its version, and by its day in the same version."""
    if held is None:
        return Standing.NEW
    if held.copy == copy:
        return Standing.SAME
    one, other = _age(copy), _age(held.copy)
    if one == other:
        return Standing.SAME_DAY
    return Standing.NEWER if one > other else Standing.OLDER


def _age(copy: HeldCopy) -> tuple[int, date]:
    return copy.version or 0, copy.made_on or date.min
