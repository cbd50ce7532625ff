"""Everything that the page of giving and receiving shows, in one value: what is drawn, and the same as sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app import words
from app.domain.giving import Passed, PassedOver, passed_over
from app.domain.meeting import Meeting
from app.domain.patterns import FEWEST
from app.session.patterns import Period, since
from app.session.pictures import span_name

PERIODS = (Period.YEAR, Period.EVERYTHING)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Giving:
    """What was noted in one time. ``enough`` says whether more than the number may be shown.

    ``in_all`` sums the time up in two sentences; ``facts`` say what the picture shows, one for each column or gap.
    """

    meetings: int
    enough: bool
    in_all: str
    over: PassedOver
    facts: tuple[str, ...]


def giving(meetings: Sequence[Meeting], period: Period, today: date, *, name: str = "") -> Giving:
    """Count meetings, newest first, in a period up to today. ``name`` is of the support whose meetings they are."""
    first = since(period, today) or (meetings[-1].when.date() if meetings else today)
    over = passed_over(meetings, min(first, today), today)
    number = over.in_all.meetings
    return Giving(
        meetings=number,
        enough=number >= FEWEST,
        in_all=_in_all(over, period, name),
        over=over,
        facts=_facts(over),
    )


def _in_all(over: PassedOver, period: Period, name: str) -> str:
    said, number = words.giving, over.in_all.meetings
    counted = said.meetings(number)
    if name:
        counted = said.meetings_with.format(meetings=counted, name=name)
    noted = said.noted[period].format(meetings=counted, first=words.moment.day(over.since))
    return f"{noted} {_passed(over.in_all)}"


def _passed(counts: Passed) -> str:
    ways = {(True, True): "both", (True, False): "received", (False, True): "gave", (False, False): "neither"}
    way = ways[counts.received > 0, counts.gave > 0]
    return words.giving.passed[way].format(received=counts.received, gave=counts.gave)


def _facts(over: PassedOver) -> tuple[str, ...]:
    said = words.giving
    told = [
        (
            over.starts[place],
            said.of_column.format(
                when=span_name(over.starts[place], over.unit),
                meetings=said.meetings(counts.meetings),
                passed=_passed(counts),
            ),
        )
        for place, counts in over.columns.items()
    ]
    told += [(first, said.nothing_noted.format(when=_gap(first, last, over))) for first, last in over.empty]
    return tuple(fact for _, fact in sorted(told))


def _gap(first: date, last: date, over: PassedOver) -> str:
    begins = span_name(first, over.unit)
    if first == last:
        return begins
    return words.patterns.span.format(first=begins, last=span_name(last, over.unit))
