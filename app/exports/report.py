"""What a report of check-ins shows another person: the same kind of document as a plan, day by day."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from app import words
from app.domain.check_in import MOOD_LEVELS, CheckIn
from app.domain.history import order
from app.exports.document import PlanDocument, ShownGroup, ShownLine, ShownPart
from app.words.language import written


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What of a check-in is told beside its time and its level. Nothing of it unless chosen."""

    feelings: bool = False
    circumstances: bool = False
    notes: bool = False
    names: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Called:
    """What things are called: a check-in's level, and a key in a field of it, empty if nobody knows any more.

    ``unnamed`` is what is said of a support or a coping tool in place of its name.
    """

    mood: Callable[[CheckIn], str]
    name: Callable[[str, str], str]
    unnamed: Callable[[str, str], str]


_FEELINGS = ("feelings", "body_signals")
_CIRCUMSTANCES = ("where", "doing", "topics")
_HELPERS = ("with_supports", "what_helped")


def report_document(
    check_ins: Iterable[CheckIn],
    since: date,
    until: date,
    told: Told,
    called: Called,
    *,
    made_by: str = "",
    in_short: bool = True,
    example: bool = False,
) -> PlanDocument:
    """Return the report of the check-ins from one day to another, both included, oldest first. Days without one are named.

    It begins with counts, unless not ``in_short``. It never holds what an import brought as it was. Without ``told.names`` no support and no coping tool is named. ``made_by`` is the name
    on the report, or blank for none; the title of an ``example`` says that nothing in it is real.
    """
    ordered = sorted((one for one in check_ins if since <= one.when.date() <= until), key=order)
    said, name = words.report, made_by.strip()
    counts = [_in_short(ordered, since, until, called)] if in_short else []
    parts = (*counts, *_months(ordered, since, until, told, called))
    return PlanDocument(
        title=words.example.on_a_copy.format(title=said.heading) if example else said.heading,
        one_line="",
        made_by=words.export.made_by.format(name=name) if name else "",
        dated=words.patterns.span.format(first=words.moment.day(since), last=words.moment.day(until)),
        version="",
        closing=said.closing,
        parts=parts if ordered else (),
        shown_on=until,
        language=written(),
        property_title=said.document_title,
    )


def report_file_name(shown_on: date) -> str:
    """Return a file name that tells nothing but the month, such as ``report-2026-11.pdf``."""
    return f"report-{shown_on:%Y-%m}.pdf"


def _in_short(check_ins: list[CheckIn], since: date, until: date, called: Called) -> ShownPart:
    """How many there are, on how many days, and how often each level was said."""
    said = words.patterns
    counts = Counter(one.mood or 0 for one in check_ins)
    days = {one.when.date() for one in check_ins}
    in_all = said.in_all.format(
        check_ins=said.check_ins(len(check_ins)),
        days=said.days(len(days)),
        first=words.moment.day(since),
        last=words.moment.day(until),
    )
    names = {0: said.no_level} | {level: called.name("mood", str(level)) for level in MOOD_LEVELS}
    lines = [
        words.report.level_times.format(name=names[level], count=counts[level])
        for level in (*reversed(MOOD_LEVELS), 0)
        if counts[level]
    ]
    shown = tuple(ShownLine(text=text) for text in (in_all, *lines))
    return ShownPart(heading=words.report.in_short, groups=(ShownGroup(lines=shown),))


def _months(
    ordered: list[CheckIn], since: date, until: date, told: Told, called: Called
) -> Iterator[ShownPart]:
    days = {day: list(of_day) for day, of_day in groupby(ordered, key=lambda one: one.when.date())}
    groups = [
        (first, _group(first, last, days.get(first, []), told, called))
        for first, last in _runs(since, until, days)
    ]
    for month, of_month in groupby(groups, key=lambda group: group[0].replace(day=1)):
        yield ShownPart(heading=words.moment.month(month), groups=tuple(group for _, group in of_month))


def _runs(since: date, until: date, days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Each day with a check-in by itself, and each run of days without one, parted where a month ends."""
    known, day = set(days), since
    while day <= until:
        last = day
        while (
            day not in known
            and last < until
            and (follows := last + timedelta(days=1)) not in known
            and follows.month == day.month
        ):
            last = follows
        yield day, last
        day = last + timedelta(days=1)


def _group(first: date, last: date, check_ins: list[CheckIn], told: Told, called: Called) -> ShownGroup:
    heading = words.moment.short_day(first)
    if first != last:
        heading = words.patterns.span.format(first=heading, last=words.moment.short_day(last))
    if not check_ins:
        return ShownGroup(heading=heading, lines=(ShownLine(text=words.report.no_check_in),))
    lines = tuple(ShownLine(text=_text(one, told, called)) for one in check_ins)
    return ShownGroup(heading=heading, lines=lines)


def _text(one: CheckIn, told: Told, called: Called) -> str:
    """A text with the time and all that was picked, and the note below it."""
    picked = [called.mood(one)]
    if one.time_known:
        time = words.moment.time_of_day(one.when)
        picked = [words.report.labelled.format(label=time, said=picked[0])]
    if told.feelings:
        picked += (_names(one, field, called) for field in _FEELINGS)
        if one.felt_connected is not None:
            answer = words.check_in.connections[one.felt_connected]
            picked.append(words.report.labelled.format(label=words.patterns.connected, said=answer))
    if told.circumstances:
        picked += (_names(one, field, called) for field in _CIRCUMSTANCES)
        headings = (words.check_in.with_whom, words.check_in.what_helped)
        for heading, field in zip(headings, _HELPERS, strict=True):
            said = _helpers(one, field, called, named=told.names)
            picked += [words.report.labelled.format(label=heading, said=said)] if said else []
    note = one.note.strip() if told.notes else ""
    line = " · ".join(filter(None, picked))
    return f"{line}\n{note}" if note else line


def _names(one: CheckIn, field: str, called: Called) -> str:
    return ", ".join(filter(None, (called.name(field, key) for key in getattr(one, field))))


def _helpers(one: CheckIn, field: str, called: Called, *, named: bool) -> str:
    keys = getattr(one, field)
    if named:
        return _names(one, field, called)
    return ", ".join(called.unnamed(field, key) for key in keys)
