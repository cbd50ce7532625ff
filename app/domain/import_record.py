"""An import: one file of another app whose check-ins were brought in, and what is needed to take them back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.domain.check_in import MOOD_LEVELS, Source
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import LONGEST_TEXT, Kept, require_offset, require_short, require_words

UNDO_DAYS = 30


class FileKind(StrEnum):
    """The kind of file that check-ins came from."""

    DAYLIO_CSV = "daylio_csv"
    DAYLIO_BACKUP = "daylio_backup"
    PIXELS = "pixels"
    BEARABLE = "bearable"
    STATE_OF_MIND = "state_of_mind"
    CSV = "csv"
    OWN_CSV = "own_csv"

    @property
    def source(self) -> Source:
        """Where its check-ins come from. Those of our own table say it themselves."""
        return Source.APP if self is FileKind.OWN_CSV else Source(self.value)


class ImportState(StrEnum):
    """How far an import has got. What was cut off while it was being brought is to be taken back."""

    BRINGING = "bringing"
    BROUGHT = "brought"
    TAKING_BACK = "taking_back"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Mapped:
    """What another app calls a mood, and the level from 1 (hardest) to 5 (best) that it stands for."""

    name: str
    level: int

    def __post_init__(self) -> None:
        require_words("name", self.name, most=LONGEST_TEXT)
        if self.level not in MOOD_LEVELS:
            raise DomainError("level", "no_such_level")

    def __repr__(self) -> str:
        return "<Mapped>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ImportRecord(Kept):
    """One import. ``file_name`` is a typed thing like any other.

    ``added`` check-ins were new, ``here`` were here before, ``problems`` rows could not be read. ``words``, ``labels``
    and ``topics`` are ids of what was added for its check-ins. Its check-ins name it in ``brought_by``, and have its
    ``created_at`` as both their times until somebody changes them.
    """

    file_name: str
    kind: FileKind
    state: ImportState
    added: int = 0
    here: int = 0
    problems: int = 0
    mapped: tuple[Mapped, ...] = ()
    words: tuple[Id, ...] = ()
    labels: tuple[Id, ...] = ()
    topics: tuple[Id, ...] = ()
    taken_back_at: datetime | None = None

    def __post_init__(self) -> None:
        super(ImportRecord, self).__post_init__()
        require_short("file_name", self.file_name)
        if min(self.added, self.here, self.problems) < 0:
            raise DomainError("added", "negative")
        going = self.state in {ImportState.TAKING_BACK, ImportState.TAKEN_BACK}
        if going != (self.taken_back_at is not None):
            raise DomainError("taken_back_at", "of_what_is_taken_back")
        if self.taken_back_at is not None:
            require_offset("taken_back_at", self.taken_back_at)

    @property
    def can_undo_until(self) -> datetime:
        """Until when all of it can be taken back."""
        return self.created_at + timedelta(days=UNDO_DAYS)

    @property
    def unfinished(self) -> bool:
        """Whether it was cut off halfway, and is to be taken back."""
        return self.state in {ImportState.BRINGING, ImportState.TAKING_BACK}
