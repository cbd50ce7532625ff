"""What a person says about a helpline: hidden or pinned, never both; and from when what was read is old."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.helpline import HelplineMark, is_old
from tests.domain.sample import stamp


def test_a_mark_says_nothing_at_first() -> None:
    mark = HelplineMark(**stamp(), line="gb-samaritans")
    assert (mark.hidden, mark.pinned, mark.checked_on, mark.own) == (False, False, None, None)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [({"line": " "}, "line: blank"), ({"line": "gb", "hidden": True, "pinned": True}, "pinned: hidden")],
)
def test_what_is_impossible_is_refused(fields: dict[str, Any], wrong: str) -> None:
    with pytest.raises(DomainError, match=f"^{wrong}$"):
        HelplineMark(**stamp(), **fields)


def test_what_was_read_is_old_after_a_year() -> None:
    read = date(2025, 3, 1)
    assert not is_old(read, read + timedelta(days=365))
    assert is_old(read, read + timedelta(days=366))
