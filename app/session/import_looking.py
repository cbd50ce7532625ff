"""What is in a file of another app, and what bringing it in would do; nothing is changed by looking."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from app.domain.check_in import CheckIn
from app.domain.ids import Id
from app.domain.import_record import FileKind
from app.domain.kept import LONGEST_LINE
from app.domain.seen import Seen
from app.imports.identity import Identities
from app.imports.mapping import Scale, Target, plainly, scale_of
from app.imports.read import MOST_ROWS, Aside, Name, Problem, Readable, Refusal, Refused, Row, WordList
from app.imports.zone import Turned
from app.session.import_rows import Making
from app.store.import_record import month_of
from app.store.record import row_of
from app.vault.pace import Pace

MOST_WORDS = 5_000
"""The most names, words for moods and kinds of other rows that a file may have: names become words to pick from."""

PROBLEMS_TOLD = 200
"""How many problem rows are named one by one."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class LabelFound:
    """A word for moods in a file, how often it stands there, and its level; ``known`` unless the person must say it."""

    name: str
    count: int
    level: int | None
    known: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class NameFound:
    """A name in a file, how often it stands there, and where it goes. ``target`` is None for topics and supports.

    ``missing`` says that it is a support's name and no support here is called so: it is left out.
    """

    of: WordList
    name: str
    count: int
    target: Target | None
    missing: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Preview:
    """What bringing a file in would do. Nothing is changed by looking.

    ``here`` of the ``check_ins`` are here before. ``problems`` are the first rows that cannot be read, of
    ``problem_count``. ``scale`` is the first guess where moods are numbers, to be confirmed. ``without_zone`` says that
    times have no offset in the file; of those ``turned`` are not one moment, because clocks were changed. ``left_out`` are rows about something else, by the file's word for it. ``columns``
    are the headings of a table of no known kind: choose, then look again.
    """

    kind: FileKind
    check_ins: int = 0
    here: int = 0
    first: date | None = None
    last: date | None = None
    problems: tuple[Problem, ...] = ()
    problem_count: int = 0
    labels: tuple[LabelFound, ...] = ()
    names: tuple[NameFound, ...] = ()
    scale: Scale | None = None
    without_zone: bool = False
    turned: Mapping[Turned, int] = field(default_factory=dict)
    left_out: tuple[tuple[str, int], ...] = ()
    has_pin: bool = False
    columns: tuple[str, ...] = ()

    @property
    def to_map(self) -> tuple[str, ...]:
        """The words for moods of which the person must say the level."""
        return tuple(label.name for label in self.labels if not label.known)


@dataclass(slots=True, repr=False)
class Looked:
    """What one pass over a file has found."""

    file: Readable
    making: Making
    rows: int = 0
    size: int = 0
    first: date | None = None
    last: date | None = None
    by_month: dict[str, Seen] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    spelt: dict[str, str] = field(default_factory=dict)
    names: Counter[Name] = field(default_factory=Counter)
    values: list[Fraction] = field(default_factory=list)
    aside: Counter[str] = field(default_factory=Counter)
    without_zone: bool = False
    here: Seen = field(default_factory=Seen)

    @property
    def bytes_to_write(self) -> int:
        """About how many bytes the check-ins take that are not here yet."""
        return self.size * (self.rows - len(self.here)) // max(self.rows, 1)

    def take(self, row: Row, thing: Id, size: int) -> None:
        """Take in one row, and about how many bytes its check-in takes. Refused where there are too many, or too many different words."""
        self.rows += 1
        self.size += size
        if self.rows > MOST_ROWS:
            raise Refused(Refusal.TOO_LARGE)
        self.first = min(self.first or row.day, row.day)
        self.last = max(self.last or row.day, row.day)
        self.by_month.setdefault(month_of(row.day), Seen()).add(row_of(thing))
        self.names.update(row.names)
        if row.label and row.level is None:
            self.labels[plainly(row.label)] += 1
            self.spelt.setdefault(plainly(row.label), row.label)
        if row.value is not None:
            self.values = [min([*self.values, row.value]), max([*self.values, row.value])]
        self.without_zone |= row.zone is None and row.clock is not None
        self._require_few_words()

    def put_aside(self, aside: Aside) -> None:
        """Take in one row about something else. Refused as of take."""
        self.aside[aside.what[:LONGEST_LINE]] += 1
        self._require_few_words()

    def problem(self, problem: Problem) -> None:
        """Take in one row that cannot be read."""
        self.problem_count += 1
        if len(self.problems) < PROBLEMS_TOLD:
            self.problems.append(problem)

    def _require_few_words(self) -> None:
        if len(self.names) + len(self.labels) + len(self.aside) > MOST_WORDS:
            raise Refused(Refusal.TOO_MANY_WORDS)

    def preview(self) -> Preview:
        """What was found, as it is told."""
        levels = self.making.levels
        labels = [
            LabelFound(name=self.spelt[name], count=count, level=levels.of(name), known=levels.knows(name))
            for name, count in self.labels.most_common()
        ]
        names = [
            NameFound(
                of=of,
                name=name,
                count=count,
                target=self.making.target(of, name),
                missing=self.making.unmatched(of, name),
            )
            for (of, name), count in self.names.most_common()
        ]
        return Preview(
            kind=self.file.kind,
            check_ins=self.rows,
            here=len(self.here),
            first=self.first,
            last=self.last,
            problems=tuple(self.problems),
            problem_count=self.problem_count,
            labels=tuple(labels),
            names=tuple(names),
            scale=(scale_of(*self.values) if self.values else None),
            without_zone=self.without_zone,
            turned=dict(self.making.turned),
            left_out=tuple(self.aside.most_common()),
            has_pin=self.file.has_pin,
            columns=self.file.columns,
        )


def each_row(
    told: Readable, making: Making, pace: Pace
) -> Iterator[tuple[Row | None, CheckIn | Problem | Aside]]:
    """What each row of a file becomes. A row of our own table that says the same id again becomes nothing."""
    identities, seen = Identities(told.family), Seen()
    for read in told.rows():
        pace.step(1)
        if not isinstance(read, Row):
            yield None, read
            continue
        thing = identities.of(read)
        if read.also is None or seen.add(row_of(thing)):
            yield read, making.check_in(thing, read)
