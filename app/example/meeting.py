"""The meetings of the made-up person: about two a month, with the same few people in turn."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from app.domain.meeting import Meeting
from app.domain.someone import Someone
from app.example.person import Person
from app.example.stamps import Stamps
from app.words.example import example as words

_EVERY_DAYS = 17
_WITH = (0, 2, 1, 0, 11, 2, 10)
"""Places of the supports that are met, in turn."""
_AT = time(15, 30)


def meetings(first: date, until: datetime, someone: Person) -> Iterator[Meeting]:
    """Yield the meetings from one day up to a moment, oldest first. The last one has something to come back to."""
    stamp = Stamps("meetings", until)
    whens = [
        when
        for days in range(3, (until.date() - first).days, _EVERY_DAYS)
        if (when := datetime.combine(first + timedelta(days=days), _AT, until.tzinfo)) <= until
    ]
    for number, when in enumerate(whens):
        last = when == whens[-1]
        yield Meeting(
            **stamp(when),  # type: ignore[arg-type]
            when=when,
            time_known=number % 3 == 0,
            with_whom=(Someone(support=someone.supports[_WITH[number % len(_WITH)]].id),),
            received=_some(words.received, number, not_in=(1, 4)),
            gave=_some(words.gave, number, not_in=(2, 3)),
            worth_remembering=_some(words.remembered, number, not_in=(0, 2)),
            follow_up=words.follow_up if last else "",
            follow_up_on=until.date() if last else None,
        )


def _some(lines: tuple[str, ...], number: int, *, not_in: tuple[int, int]) -> str:
    """One line after the other, but for two meetings of each five, of which this was not noted."""
    return "" if number % 5 in not_in else lines[number % len(lines)]
