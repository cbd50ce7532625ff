"""What a row of another app's file becomes here: a check-in, with words and labels that may have to be made first."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta, tzinfo
from typing import Any

from app.domain.check_in import CheckIn
from app.domain.coping_tool import CopingTool
from app.domain.errors import DomainError
from app.domain.feeling import Family
from app.domain.ids import Id
from app.domain.import_record import ImportRecord
from app.domain.mood_label import LONGEST_LABEL, MoodLabel
from app.domain.own_word import LONGEST_WORD, OwnWord, WordKind
from app.domain.support import Support
from app.domain.topic import Topic
from app.imports.any_csv import Columns
from app.imports.identity import id_of
from app.imports.mapping import Scale, Target, Vocabulary, known_level, plainly
from app.imports.read import Also, Name, Problem, Reason, Row, WordList
from app.imports.zone import Turned, placed
from app.session.unlocked import Stamp

_NOON = time(12)
_FIELDS = {
    WordKind.FEELING: "feelings",
    WordKind.BODY_SIGNAL: "body_signals",
    WordKind.WHERE: "where",
    WordKind.DOING: "doing",
}
_HELPERS = {WordList.WITH: "with_supports", WordList.HELPED: "what_helped"}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Choices:
    """What the person has said about a file. Everything may be left out that is known without.

    ``levels`` by the file's word for a mood; None for one that says no mood. ``targets`` by list and name. ``scale``
    where moods are numbers. ``zone`` for times without an offset; None for this device's. ``columns`` of a table of no
    known kind.
    """

    levels: Mapping[str, int | None] = field(default_factory=dict)
    targets: Mapping[Name, Target] = field(default_factory=dict)
    scale: Scale | None = None
    zone: tzinfo | None = None
    columns: Columns | None = None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Around:
    """What is here besides check-ins, as an import finds it."""

    words: tuple[OwnWord, ...]
    labels: tuple[MoodLabel, ...]
    topics: tuple[Topic, ...]
    supports: tuple[Support, ...]
    coping_tools: tuple[CopingTool, ...]


class Levels:
    """The level of each word for a mood: what the person says now, has said of it before, or what is known."""

    def __init__(self, chosen: Mapping[str, int | None], labels: Iterable[MoodLabel]) -> None:
        self._chosen = {plainly(name): level for name, level in chosen.items()}
        self._before: dict[str, int] = {}
        for label in labels:
            for name in (label.words, *label.import_names):
                self._before.setdefault(plainly(name), label.level)

    def knows(self, label: str) -> bool:
        """Whether nobody has to be asked about it."""
        return plainly(label) in self._chosen or self.of(label) is not None

    def of(self, label: str) -> int | None:
        """Its level; None if it says no mood, or nobody has said which."""
        name = plainly(label)
        return self._chosen[name] if name in self._chosen else self._before.get(name) or known_level(name)


class Making:
    """Makes check-ins of the rows of one file, and what they need besides. ``record`` is the import they come by.

    ``turned`` counts the times that are not one moment, because clocks were changed.
    """

    def __init__(self, record: ImportRecord, choices: Choices, around: Around) -> None:
        self._record, self._choices = record, choices
        self.levels = Levels(choices.levels, around.labels)
        self._targets = {(of, plainly(name)): target for (of, name), target in choices.targets.items()}
        self._vocabulary = Vocabulary(around.words)
        self._words = {one.id: one.kind for one in around.words}
        self._topics = {plainly(one.name): one.id for one in reversed(around.topics)}
        supports = {one.name: one.id for one in reversed(around.supports)}
        tools = {one.name: one.id for one in reversed(around.coping_tools)}
        self._known = {WordList.WITH: supports, WordList.HELPED: tools | supports}
        self._labels: dict[tuple[int, str], Id] = {}
        for label in reversed(around.labels):
            for name in (*label.import_names, label.words):
                self._labels[label.level, plainly(name)] = label.id
        self._label_ids = {one.id for one in around.labels}
        self._order = max((one.order for one in around.labels), default=0)
        self._places: dict[Name, tuple[str, str]] = {}
        self.made: dict[Id, OwnWord | MoodLabel | Topic] = {}
        self.turned: Counter[Turned] = Counter()

    def check_in(self, thing: Id, row: Row) -> CheckIn | Problem:
        """The check-in that a row stands for; what it needs besides is in ``made`` afterwards.

        It has no mood while nobody has said what the row's word, or number, stands for.
        """
        if row.day > (self._record.created_at + timedelta(days=1)).date():
            return Problem(row.line, Reason.IN_FUTURE)
        mood = self._mood(row)
        if row.value is not None and mood is None and self._choices.scale is not None:
            return Problem(row.line, Reason.OFF_SCALE)
        at = self._record.created_at
        with suppress(DomainError):
            return CheckIn(
                id=thing,
                created_at=at,
                changed_at=at,
                when=self._when(row),
                mood=mood,
                label=self._label(row, mood) if row.label and mood is not None else None,
                note=row.note,
                source_text=row.source_text,
                brought_by=self._record.id,
                **(self._picked(row.names) | self._also(row.also, mood, timed=row.clock is not None)),
            )
        return Problem(row.line, Reason.COLUMNS)

    def unmatched(self, of: WordList, name: str) -> bool:
        """Whether it names a support or a tool that is not here: those are never made by an import."""
        return of in self._known and name not in self._known[of]

    def target(self, of: WordList, name: str) -> Target | None:
        """Where a name goes; None for those of topics and supports."""
        return self._targets.get((of, plainly(name))) or self._vocabulary.target(of, name)

    def _when(self, row: Row) -> datetime:
        moment = datetime.combine(row.day, row.clock or _NOON)
        when, turned = placed(moment, row.zone or self._choices.zone)
        if turned and row.clock:
            self.turned[turned] += 1
        return when

    def _mood(self, row: Row) -> int | None:
        if row.level is not None:
            return row.level
        if row.value is not None:
            return self._choices.scale.level(row.value) if self._choices.scale else None
        return self.levels.of(row.label) if row.label else None

    def _label(self, row: Row, level: int) -> Id | None:
        """The person's own word for it, made if need be; none for a name that Daylio begins with."""
        name = plainly(row.label)
        if (level, name) in self._labels:
            return self._labels[level, name]
        if row.also is None and known_level(name) == level:
            return None
        made = id_of("mood_label", str(level), name)
        if made in self._label_ids:  # it is here, and means something else by now
            made = id_of("mood_label", str(level), name, self._record.id)
        self._order += 1
        self.made[made] = MoodLabel(
            **self._stamp(made),
            level=level,
            words=row.label[:LONGEST_LABEL].strip(),
            order=self._order,
            import_names=(row.label,),
            hidden=True,
        )
        self._labels[level, name] = made
        return made

    def _picked(self, names: Iterable[Name]) -> dict[str, Any]:
        picked: dict[str, dict[str, None]] = {}
        for one in names:
            if one not in self._places:
                self._places[one] = self._place(*one)
            field_name, key = self._places[one]
            if field_name:
                picked.setdefault(field_name, {})[key] = None
        return {name: tuple(keys) for name, keys in picked.items()}

    def _place(self, of: WordList, name: str) -> tuple[str, str]:
        """The field of a check-in that a name goes to, and what stands for it there; no field for one that is left out."""
        if of in self._known:
            known = self._known[of].get(name)
            return (_HELPERS[of], known) if known is not None else ("", "")
        if of is WordList.TOPIC:
            return "topics", self._topic(name)
        target = self.target(of, name)
        if target is None or target.kind is None:
            return "", ""
        return _FIELDS[target.kind], target.key or self._word(target.kind, name)

    def _also(self, also: Also | None, mood: int | None, *, timed: bool) -> dict[str, Any]:
        if also is None:
            return {"source": self._record.kind.source, "time_known": timed}
        return {
            "cannot_name": also.cannot_name and mood is None,
            "a_little": self._feelings(also.a_little),
            "a_lot": self._feelings(also.a_lot),
            "energy": also.energy,
            "felt_connected": also.felt_connected,
            "source": also.source,
            "time_known": also.time_known,
        }

    def _feelings(self, names: Iterable[str]) -> tuple[str, ...]:
        picked: tuple[str, ...] = self._picked((WordList.FEELING, name) for name in names).get("feelings", ())
        return picked

    def _word(self, kind: WordKind, name: str) -> str:
        """The key of a word of this list; a new own word if there is none."""
        known = self._vocabulary.key(kind, name)
        if known is not None:
            return known
        made = id_of("own_word", kind.value, plainly(name))
        if self._words.get(made) is kind or made in self.made:
            return made
        self.made[made] = OwnWord(
            **self._stamp(made),
            kind=kind,
            word=name[:LONGEST_WORD].strip(),
            family=Family.MIXED if kind is WordKind.FEELING else None,
        )
        return made

    def _topic(self, name: str) -> Id:
        known = self._topics.get(plainly(name))
        if known is None:
            known = self._topics[plainly(name)] = id_of("topic", plainly(name))
            self.made[known] = Topic(**self._stamp(known), name=name)
        return known

    def _stamp(self, thing: Id) -> Stamp:
        at = self._record.created_at
        return {"id": thing, "created_at": at, "changed_at": at}
