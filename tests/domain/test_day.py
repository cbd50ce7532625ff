"""Days that lie some months apart."""

from datetime import date

import pytest

from app.domain.day import months_later


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 11, 21), 1, date(2026, 12, 21)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 5), 0, date(2026, 12, 5)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2026, 1, 15), -12, date(2025, 1, 15)),
    ],
)
def test_the_same_day_of_another_month_or_its_last(day: date, months: int, found: date) -> None:
    assert months_later(day, months) == found
