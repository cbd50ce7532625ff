"""A referral: a day that has come, and a support that goes."""

from datetime import timedelta
from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.referral import AS_SUPPORT, Referral, ReferralState, without_support
from app.domain.someone import Someone
from tests.domain.sample import LATER, NOW, new_id, stamp

TODAY = NOW.date()


def referral(**fields: Any) -> Referral:
    return Referral(**stamp(), service="The drop-in", **fields)


@pytest.mark.parametrize(("days", "come"), [(-1, True), (0, True), (1, False)])
def test_a_day_has_come_when_it_is_here_or_past(days: int, come: bool) -> None:
    assert referral(next_day=TODAY + timedelta(days=days)).has_come(TODAY) is come


def test_no_day_never_comes() -> None:
    assert not referral().has_come(TODAY)


def test_every_state_has_one_that_its_support_has() -> None:
    assert AS_SUPPORT.keys() == set(ReferralState)


def test_a_support_that_goes_leaves_its_name_and_no_link() -> None:
    ana, other = new_id(), new_id()
    one = referral(suggested_by=Someone(support=ana), support=ana)
    freed = without_support(one, ana, "Ana", LATER)
    assert (freed.suggested_by, freed.support, freed.changed_at) == (Someone(name="Ana"), None, LATER)
    assert without_support(one, other, "Ben", LATER) is one
    assert without_support(referral(), ana, "Ana", LATER).suggested_by is None


@pytest.mark.parametrize(
    ("fields", "field"),
    [({"service": " "}, "service"), ({"note": "x" * 20_001}, "note"), ({"topics": ("a", "a")}, "topics")],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(DomainError) as refused:
        Referral(**{**stamp(), "service": "S", **fields})
    assert refused.value.field == field
