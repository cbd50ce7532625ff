"""Narrowing supports down: any of a kind, of every kind that has something chosen."""

from dataclasses import replace

import pytest

from app.domain.exchange import Direction, Exchange, ExchangeWay, Given
from app.domain.ids import Id
from app.domain.support import Support
from app.domain.support_filter import Wanted
from tests.domain.test_support_map import one

ART, GRIEF = Id("art"), Id("grief")
ANA = replace(
    one(1),
    topics=(ART,),
    exchanges=(
        Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LISTENING),
        Exchange(way=ExchangeWay.I_GIVE, what=Given.COMPANY),
    ),
)


def wanted(*topics: Id, received: tuple[Given, ...] = (), directions: tuple[Direction, ...] = ()) -> Wanted:
    return Wanted(topics=frozenset(topics), received=frozenset(received), directions=frozenset(directions))


@pytest.mark.parametrize(
    ("chosen", "taken"),
    [
        (wanted(), True),
        (wanted(ART, GRIEF), True),
        (wanted(GRIEF), False),
        (wanted(received=(Given.LISTENING, Given.LAUGHTER)), True),
        (wanted(received=(Given.COMPANY,)), False),  # that one is given, not received
        (wanted(directions=(Direction.BOTH,)), True),
        (wanted(directions=(Direction.TO_ME,)), False),
        (wanted(ART, received=(Given.LISTENING,), directions=(Direction.BOTH,)), True),
        (wanted(ART, received=(Given.LAUGHTER,)), False),
    ],
)
def test_a_support_is_wanted_that_has_something_of_each_kind_chosen(chosen: Wanted, taken: bool) -> None:
    assert chosen.takes(ANA) is taken


def test_with_nothing_chosen_everything_is_wanted() -> None:
    plain: Support = one(2)
    assert not wanted().narrows
    assert wanted().takes(plain)
    assert wanted(ART).narrows
    assert not wanted(ART).takes(plain)
