"""What was read of a file: one row after the other as neutral values, and why something could not be read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time, tzinfo
from enum import StrEnum
from fractions import Fraction

from app.domain.check_in import Energy, FeltConnected, Source
from app.domain.ids import Id
from app.domain.import_record import FileKind

MOST_BYTES = 64 << 20
"""The largest text that is read: several times 150,000 check-ins."""

MOST_ROWS = 500_000
"""The most check-ins that one file may have: some twenty bytes of each are in memory."""


class Refusal(StrEnum):
    """Why nothing of a file is brought in."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_TEXT = "not_text"
    CUT_OFF = "cut_off"
    BROKEN = "broken"
    UNKNOWN = "unknown"
    EVERYTHING = "everything"
    CONTACTS = "contacts"
    LOCKED_PAGE = "locked_page"
    BACKUP = "backup"
    TOO_MANY_WORDS = "too_many_words"
    NOT_THERE = "not_there"


class Reason(StrEnum):
    """Why one row is left out."""

    COLUMNS = "columns"
    QUOTES = "quotes"
    DATE = "date"
    TIME = "time"
    MOOD = "mood"
    OFF_SCALE = "off_scale"
    TOO_LONG = "too_long"
    IN_FUTURE = "in_future"
    NOTHING_SAID = "nothing_said"


class Refused(Exception):  # noqa: N818  # named for what happened, as all our errors are
    """A file of which nothing is brought in. ``why`` is a key of our own; nothing of the file is quoted."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why.value)
        self.why = why


class WordList(StrEnum):
    """Which list of a check-in a name in a file belongs to. Of an activity only the person knows."""

    ACTIVITY = "activity"
    FEELING = "feeling"
    BODY_SIGNAL = "body_signal"
    WHERE = "where"
    DOING = "doing"
    TOPIC = "topic"
    WITH = "with"
    HELPED = "helped"


Name = tuple[WordList, str]
"""A name in a file, and the list it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Row:
    """One check-in as a file tells of it.

    ``clock`` is None where the file says only the day, ``zone`` where it says no offset. At most one of ``level``,
    ``label`` and ``value`` tells the mood, but that a level that is known may have a label: what the file calls it.
    ``source_text`` is the row as it was.
    """

    line: int
    day: date
    clock: time | None = None
    zone: tzinfo | None = None
    level: int | None = None
    label: str = ""
    value: Fraction | None = None
    names: tuple[Name, ...] = ()
    note: str = ""
    source_text: str = ""
    also: "Also | None" = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Also:
    """What only our own table tells of a check-in."""

    id: Id
    time_known: bool = True
    cannot_name: bool = False
    a_little: tuple[str, ...] = ()
    a_lot: tuple[str, ...] = ()
    energy: Energy | None = None
    felt_connected: FeltConnected | None = None
    source: Source = Source.APP


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that is left out, by its line in the file, or its place in the list, from 1. Says nothing of its content."""

    line: int
    reason: Reason


@dataclass(frozen=True, slots=True, repr=False)
class Aside:
    """A row that is about something else than how it was. ``what`` is the file's word for that."""

    what: str


Read = Row | Problem | Aside


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Readable:
    """A file whose kind is known. ``rows`` may be gone through more than once; it raises Refused where it breaks off.

    ``family`` tells apart files in which the same moment is not the same check-in. ``total`` is about how many lines or
    entries there are. ``columns`` are the headings of a table of which the person says which is which; until they
    have, there are no rows. ``has_pin`` says that another app left its PIN in the file: nobody has looked at it.
    """

    kind: FileKind
    family: str
    total: int
    rows: Callable[[], Iterator[Read]] = field(default=lambda: iter(()))
    columns: tuple[str, ...] = ()
    has_pin: bool = False
