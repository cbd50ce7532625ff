"""Everything that the pictures show, in one value: what is drawn, and the same facts as sentences."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from app import words
from app.domain.check_in import MOOD_LEVELS, FeltConnected
from app.domain.digest import AROUND, Digest
from app.domain.patterns import (
    FEWEST,
    MOST_LISTED,
    PARTS_OF_DAY,
    Span,
    Usual,
    around,
    by_part_of_day,
    most_frequent,
)
from app.domain.picture import Answers, Timeline, Unit, connected_answers, last_of, timeline

Name = Callable[[str, str], str]
"""What a key in a field of a check-in is called, empty if nobody knows any more."""

Level = Callable[[int], str]
"""What a level is called; 0 stands for none."""

ORDER = (*reversed(MOOD_LEVELS), 0)
"""Levels as they stand in a picture, from above; 0 for none."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Bar:
    """A word and how often it was picked."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Answered:
    """The usual answer at a time or around a thing. ``fact`` says all of it."""

    name: str
    usual: Usual
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Pictures:
    """All pictures of one time. What has too little to say is empty; ``enough`` says whether anything may be shown.

    ``in_all`` sums up the time in a sentence; each ``_facts`` says what its picture shows, a sentence a line.
    """

    check_ins: int
    enough: bool
    in_all: str
    mood: Timeline
    mood_facts: tuple[str, ...]
    feelings: tuple[Bar, ...]
    body_signals: tuple[Bar, ...]
    connected: Answers | None
    connected_facts: tuple[str, ...]
    parts: tuple[Answered, ...]
    around: Mapping[str, tuple[Answered, ...]]


def pictures(digest: Digest, first: date | None, today: date, *, name: Name, level: Level) -> Pictures:
    """Return what is shown of check-ins since ``first``, or of all of them, up to today or the last of them."""
    days = sorted(digest.days)
    since = first or (date.fromisoformat(days[0]) if days else today)
    until = today if first is not None or not days else max(today, date.fromisoformat(days[-1]))
    mood = timeline(digest, since, until)
    connected = connected_answers(digest, since, until)
    answered = connected if connected.number >= FEWEST else None
    return Pictures(
        check_ins=digest.check_ins,
        enough=digest.check_ins >= FEWEST,
        in_all=words.patterns.in_all.format(
            check_ins=words.patterns.check_ins(digest.check_ins),
            days=words.patterns.days(len(days)),
            first=words.moment.day(since),
            last=words.moment.day(until),
        ),
        mood=mood,
        mood_facts=mood_facts(mood, level),
        feelings=_bars("feelings", digest.feelings, name),
        body_signals=_bars("body_signals", digest.body_signals, name),
        connected=answered,
        connected_facts=_connected_facts(answered) if answered else (),
        parts=_parts(digest, level),
        around={field: _around(digest, field, name, level) for field in AROUND},
    )


def bar_facts(bars: Iterable[Bar]) -> tuple[str, ...]:
    """Return what bars show."""
    said = words.patterns
    return tuple(said.fact.format(name=bar.name, said=said.times(bar.count)) for bar in bars)


def mood_facts(mood: Timeline, level: Level) -> tuple[str, ...]:
    """Return what was said in each column, and where nothing was, in order of time."""
    said = [
        (column.start, _column_fact(column.start, column.levels, mood.unit, level)) for column in mood.columns
    ]
    said += [(first, _empty_fact(first, last, mood.unit)) for first, last in mood.empty]
    return tuple(fact for _, fact in sorted(said))


def span_name(start: date, unit: Unit) -> str:
    """What a column is called."""
    match unit:
        case Unit.DAY:
            return words.moment.day(start)
        case Unit.WEEK:
            return words.patterns.week.format(day=words.moment.day(start))
        case Unit.MONTH:
            return words.moment.month(start)
        case Unit.QUARTER:
            last = last_of(start, unit)
            return words.patterns.span.format(first=words.moment.month(start), last=words.moment.month(last))
        case Unit.YEAR:
            return f"{start.year}"


def _column_fact(start: date, levels: tuple[int, ...], unit: Unit, level: Level) -> str:
    if unit is Unit.DAY:
        said = ", ".join(level(one) for one in levels)
    else:
        counts = Counter(levels)
        said = ", ".join(_counted(level(one), counts[one]) for one in ORDER if counts[one])
    return words.patterns.fact.format(name=span_name(start, unit), said=said)


def _empty_fact(first: date, last: date, unit: Unit) -> str:
    when = span_name(first, unit)
    if first != last:
        when = words.patterns.span.format(first=when, last=span_name(last, unit))
    return words.patterns.nothing_said.format(when=when)


def _connected_facts(connected: Answers) -> tuple[str, ...]:
    return tuple(_connected_fact(span, connected.unit) for span in connected.spans)


def _connected_fact(span: Span, unit: Unit) -> str:
    counted = [
        _counted(words.check_in.connections[answer], span.counts[answer])
        for answer in reversed(FeltConnected)
        if span.counts[answer]
    ]
    return words.patterns.fact.format(name=span_name(span.start, unit), said=", ".join(counted))


def _counted(answer: str, count: int) -> str:
    return words.patterns.answer_times.format(answer=answer, count=count)


def _bars(field: str, counts: Mapping[str, int], name: Name) -> tuple[Bar, ...]:
    named = ((name(field, key), count) for key, count in most_frequent(counts, most=len(counts)))
    return tuple(Bar(name=called, count=count) for called, count in named if called)[:MOST_LISTED]


def _parts(digest: Digest, level: Level) -> tuple[Answered, ...]:
    found = by_part_of_day(digest)
    called = words.patterns.parts
    return tuple(
        _answered("part", called[part], found[part], level) for part in PARTS_OF_DAY if part in found
    )


def _around(digest: Digest, field: str, name: Name, level: Level) -> tuple[Answered, ...]:
    how = "with" if field == "with_supports" else "picked"
    named = ((name(field, one.key), one.usual) for one in around(digest, field))
    return tuple(_answered(how, called, usual, level) for called, usual in named if called)[:MOST_LISTED]


def _answered(how: str, name: str, usual: Usual, level: Level) -> Answered:
    answers = [level(one) for one in usual.levels]
    fact = words.patterns.usual[f"{how}_{len(answers)}"].format(
        name=name,
        count=words.patterns.check_ins(usual.of),
        answer=answers[0] if answers else "",
        other=answers[-1] if answers else "",
    )
    return Answered(name=name, usual=usual, fact=fact)
