"""What a person has said so far about a file of another app, and what is still to be asked. Knows no window."""

from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from zoneinfo import ZoneInfo

from app.imports.any_csv import Columns
from app.imports.mapping import Scale, Target
from app.imports.moment import DateOrder
from app.imports.number import number
from app.imports.read import Name
from app.session.import_looking import LabelFound, NameFound, Preview
from app.session.import_rows import Choices
from app.ui.brought_file import BroughtFile

ROLES = ("date", "time", "mood", "note", "names")
"""What a column of a table may hold, as fields of Columns."""

NO_MOOD = 0
"""Stands, where a level is chosen, for a word that says no mood."""


class Question(Enum):
    """What is to be asked next."""

    COLUMNS = "columns"
    MOODS = "moods"
    SCALE = "scale"


@dataclass(slots=True, repr=False)
class Answers:
    """What was said about one file. ``levels`` by its words for moods, ``roles`` give a heading for each of ROLES.

    ``zone`` is the name of a time zone, empty for that of this device.
    """

    file: BroughtFile
    preview: Preview
    levels: dict[str, int] = field(default_factory=dict)
    targets: dict[Name, Target] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    order: str = ""
    mood_is_number: bool = False
    between: str = "|"
    hardest: str = ""
    best: str = ""
    zone: str = ""
    columns: Columns | None = None
    scale: Scale | None = None
    moods_done: bool = False

    @property
    def choices(self) -> Choices:
        """The same as the verbs take it."""
        return Choices(
            levels={name: level or None for name, level in self.levels.items()},
            targets=dict(self.targets),
            scale=self.scale,
            zone=ZoneInfo(self.zone) if self.zone else None,
            columns=self.columns,
        )

    @property
    def is_any_table(self) -> bool:
        """Whether the person says which column is which."""
        return bool(self.preview.columns)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings that can be told apart."""
        return tuple(
            {heading.casefold(): heading for heading in reversed(self.preview.columns) if heading}.values()
        )[::-1]

    @property
    def next(self) -> Question | None:
        """What is to be asked next; None once all is said."""
        if self.is_any_table and self.columns is None:
            return Question.COLUMNS
        if not self.moods_done and self.preview.to_map:
            return Question.MOODS
        if self.preview.scale is not None and self.scale is None:
            return Question.SCALE
        return None

    @property
    def open_labels(self) -> int:
        """How many words for moods have no answer yet."""
        return sum(name not in self.levels for name in self.preview.to_map)

    @property
    def fresh(self) -> int:
        """How many check-ins are not here yet."""
        return self.preview.check_ins - self.preview.here

    def level_of(self, label: LabelFound) -> int | None:
        """The level of a word for moods, or NO_MOOD; None while nobody has said."""
        return self.levels.get(label.name, label.level)

    def target_of(self, name: NameFound) -> Target | None:
        """Where a name goes."""
        return self.targets.get((name.of, name.name), name.target)

    def columns_said(self) -> Columns | None:
        """The columns, once day and its order are said; None before."""
        if not self.roles.get("date") or not self.order:
            return None
        said = {role: self.roles.get(role, "") for role in ROLES}
        return Columns(
            date=said["date"],
            order=DateOrder(self.order),
            time=said["time"],
            mood=said["mood"],
            mood_is_number=self.mood_is_number,
            note=said["note"],
            names=said["names"],
            between=self.between,
        )

    def take_columns(self, columns: Columns) -> None:
        """Go by these columns. What was said of the moods of others is asked anew."""
        if columns != self.columns:
            self.columns, self.scale, self.moods_done = columns, None, False
            self.hardest = self.best = ""

    def scale_said(self) -> Scale | None:
        """The scale that stands in the two fields; None unless it has two ends."""
        hardest, best = number(self.hardest), number(self.best)
        if hardest is None or best is None or hardest == best:
            return None
        return Scale(hardest=hardest, best=best)


def plain_number(value: Fraction) -> str:
    """A number as it is written in a field."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.6g}"
