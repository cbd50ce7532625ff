"""What an import would do, or has done, in words. Knows no window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from app import words
from app.domain.check_in import BEST_LEVEL, HARDEST_LEVEL
from app.domain.import_record import FileKind, ImportRecord, ImportState
from app.imports.mapping import Scale, Target
from app.imports.read import Problem, WordList
from app.imports.zone import Turned
from app.session.import_looking import Preview
from app.session.vocabulary import Vocabulary
from app.ui.screens.imports_answers import Answers, plain_number
from app.words.zone import zone_name

PROBLEMS_SHOWN = 20
_NAMES_SHOWN = 8
_MOODS_SHOWN = 12
_LISTS = (FileKind.PIXELS, FileKind.DAYLIO_BACKUP)
"""Files whose rows have no lines."""

OUT = "out"
"""Stands for leaving a word out, among the kinds of words."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Told:
    """What would come in, as it is read: sentences, and under three headings lines of the person's words."""

    kind: str
    counts: tuple[str, ...]
    times: tuple[str, ...]
    moods: tuple[str, ...]
    names: tuple[str, ...]
    remarks: tuple[str, ...]
    problems: tuple[str, ...]


def told(answers: Answers, vocabulary: Vocabulary) -> Told:
    """Put a preview into words, with what was answered."""
    preview = answers.preview
    return Told(
        kind=words.imports.kinds[preview.kind],
        counts=tuple(_counts(preview)),
        times=tuple(_times(answers)) if preview.without_zone and preview.check_ins else (),
        moods=tuple(_moods(answers, vocabulary)),
        names=tuple(_names(answers)),
        remarks=tuple(_remarks(preview)),
        problems=problem_lines(preview.kind, preview.problems, preview.problem_count),
    )


def _counts(preview: Preview) -> Iterable[str]:
    said = words.imports
    yield said.check_ins(preview.check_ins)
    if preview.first is not None and preview.last is not None:
        first, last = words.moment.day(preview.first), words.moment.day(preview.last)
        yield said.on_day.format(day=first) if first == last else said.from_to.format(first=first, last=last)
    if preview.check_ins:
        yield said.here(preview.here) if preview.here else said.none_here
    if preview.problem_count:
        yield said.problem_count(preview.problem_count)


def _times(answers: Answers) -> Iterable[str]:
    said, turned = words.imports, answers.preview.turned
    yield said.zone_time.format(place=zone_name(answers.zone)) if answers.zone else said.device_time
    if Turned.SKIPPED in turned:
        yield said.skipped(turned[Turned.SKIPPED])
    if Turned.TWICE in turned:
        yield said.twice(turned[Turned.TWICE])


def _remarks(preview: Preview) -> Iterable[str]:
    said = words.imports
    if preview.has_pin:
        yield said.pin
    if preview.left_out:
        aside = [said.counted.format(name=what, n=n) for what, n in preview.left_out]
        yield said.left_out.format(names=some_of(aside, _NAMES_SHOWN))
    missing = sum(one.missing for one in preview.names)
    if missing:
        yield said.missing(missing)


def _moods(answers: Answers, vocabulary: Vocabulary) -> Iterable[str]:
    said, labels = words.imports, answers.preview.labels
    for label in labels[:_MOODS_SHOWN]:
        level = answers.level_of(label)
        yield said.means.format(name=label.name, level=vocabulary.level(level) if level else said.no_mood)
    if len(labels) > _MOODS_SHOWN:
        yield said.and_more(len(labels) - _MOODS_SHOWN)
    if answers.scale is not None:
        yield from scale_in_words(answers.scale, vocabulary)


def scale_in_words(scale: Scale, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What the ends of a scale and its middle stand for, a line each."""
    middle = (HARDEST_LEVEL + BEST_LEVEL) // 2
    numbers = (
        (scale.hardest, HARDEST_LEVEL),
        ((scale.hardest + scale.best) / 2, middle),
        (scale.best, BEST_LEVEL),
    )
    return tuple(
        words.imports.means.format(name=plain_number(value), level=vocabulary.level(level))
        for value, level in numbers
    )


def _names(answers: Answers) -> Iterable[str]:
    """A line for each place that names go to, with the most frequent of them."""
    by_place: dict[str, list[str]] = {}
    for one in answers.preview.names:
        if not one.missing:
            place = place_of(one.of, answers.target_of(one))
            by_place.setdefault(place, []).append(one.name)
    for place, names in by_place.items():
        yield words.imports.goes.format(place=words.imports.places[place], names=some_of(names, _NAMES_SHOWN))


def place_of(of: WordList, target: Target | None) -> str:
    """Where a name goes, as a key of the words for places."""
    if target is None:
        return "topic" if of is WordList.TOPIC else "support"
    return target.kind.value if target.kind else OUT


def some_of(names: Sequence[str], most: int) -> str:
    """The first so many names in a row, and how many more there are."""
    if len(names) <= most:
        return ", ".join(names)
    return words.imports.in_list.format(names=", ".join(names[:most]), n=len(names) - most)


def problem_lines(kind: FileKind, problems: Sequence[Problem], count: int) -> tuple[str, ...]:
    """The first rows that cannot come in, each with its line and why, and how many more there are."""
    shown = problems[:PROBLEMS_SHOWN]
    lines = [_problem(kind, one) for one in shown]
    return (*lines, *([words.imports.and_more(count - len(shown))] if count > len(shown) else []))


def _problem(kind: FileKind, problem: Problem) -> str:
    said, reason = words.imports, words.imports.reasons[problem.reason]
    if kind in _LISTS:
        return said.place_in_list.format(n=problem.line, reason=reason)
    return said.line.format(n=problem.line, reason=reason)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Past:
    """One import as it is listed: its file, what came with it, and what has become of it. ``undo`` names the way back."""

    record: ImportRecord
    file_name: str
    came: str
    state: str
    undo: str


def past(record: ImportRecord, *, can_undo: bool, now: datetime) -> Past:
    """Put an import into words."""
    said = words.imports
    moment = words.moment.moment(record.created_at, now=now)
    if record.state in {ImportState.TAKEN_BACK, ImportState.TAKING_BACK}:
        at = record.taken_back_at or record.changed_at
        rests = record.state is ImportState.TAKING_BACK
        state = said.undo_rests if rests else said.was_undone.format(day=words.moment.day(at.date()))
    elif can_undo:
        state = said.can_undo.format(day=words.moment.day(record.can_undo_until.date()))
    else:
        state = said.undo_over
    return Past(
        record=record,
        file_name=record.file_name or said.kinds[record.kind],
        came=said.came.format(check_ins=said.check_ins(record.added), moment=moment),
        state=state,
        undo=said.undo_of.format(moment=moment) if can_undo else "",
    )
