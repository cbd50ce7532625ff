"""Which check-ins are wanted."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from app.domain.check_in import CheckIn
from app.domain.history import Wanted, order, plain
from tests.domain.sample import new_id, stamp

LATE = datetime(2026, 3, 14, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
MEI, ART = new_id(), new_id()


def check_in(**fields: Any) -> CheckIn:
    return CheckIn(**stamp(), **{"when": LATE, **fields})


def holds(wanted: Wanted, **fields: Any) -> bool:
    return wanted.holds(check_in(**fields), lambda one: one.note)


def test_nothing_said_wants_everything() -> None:
    assert Wanted().everything
    assert holds(Wanted())
    assert not Wanted(words="x").everything


@pytest.mark.parametrize(
    ("wanted", "there", "not_there"),
    [
        (Wanted(levels=frozenset({1, 2})), {"mood": 2}, {"mood": 3}),
        (Wanted(levels=frozenset({0})), {}, {"mood": 3}),
        (
            Wanted(feelings=frozenset({"sad", "torn"})),
            {"feelings": ("calm", "torn")},
            {"feelings": ("calm",)},
        ),
        (Wanted(supports=frozenset({MEI})), {"with_supports": (MEI,)}, {"topics": (MEI,)}),
        (Wanted(supports=frozenset({MEI})), {"what_helped": (MEI,)}, {}),
        (Wanted(topics=frozenset({ART})), {"topics": (ART,)}, {"with_supports": (ART,)}),
        (Wanted(hours=frozenset({23})), {}, {"time_known": False}),
        (Wanted(hours=frozenset({7})), {"when": LATE.replace(hour=7)}, {}),
        (Wanted(since=date(2026, 3, 14)), {}, {"when": LATE - timedelta(days=1)}),
        (Wanted(until=date(2026, 3, 14)), {}, {"when": LATE + timedelta(hours=1)}),
        (Wanted(words="sea zoe"), {"note": "With Zoë, by the SEA"}, {"note": "by the sea"}),
    ],
)
def test_each_wish_narrows(wanted: Wanted, there: dict[str, Any], not_there: dict[str, Any]) -> None:
    assert holds(wanted, **there)
    assert not holds(wanted, **not_there)


def test_wishes_narrow_each_other() -> None:
    wanted = Wanted(levels=frozenset({2}), words="sea")
    assert holds(wanted, mood=2, note="sea")
    assert not holds(wanted, mood=2, note="hill")
    assert not holds(wanted, mood=3, note="sea")


def test_months_that_cannot_hold_a_wanted_day_are_passed_over() -> None:
    wanted = Wanted(since=date(2026, 2, 28), until=date(2026, 4, 1))
    assert [month for month in ("2026-01", "2026-02", "2026-04", "2026-05") if wanted.month(month)] == [
        "2026-02",
        "2026-04",
    ]


@pytest.mark.parametrize(
    ("typed", "kept"), [("ZOE", "Zoë"), ("straße", "STRASSE"), ("ﬁn", "fin"), ("éa", "e\u0301a")]
)
def test_case_and_accents_do_not_matter(typed: str, kept: str) -> None:
    assert plain(typed) == plain(kept)


def test_the_day_comes_before_the_moment() -> None:
    home = check_in(when=datetime(2026, 3, 15, 0, 10, tzinfo=timezone(timedelta(hours=14))))
    assert home.when < LATE
    assert order(home) > order(check_in())
