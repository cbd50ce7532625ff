"""What passes between a person and a support: which way it goes, and what cannot be."""

import pytest

from app.domain.agreement import LONGEST_ANSWER, Agreement
from app.domain.errors import DomainError
from app.domain.exchange import LONGEST_EXAMPLE, Direction, Exchange, ExchangeWay, Given
from app.domain.support import SupportState
from tests.domain.sample import support

GET = Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LISTENING)
GIVE = Exchange(way=ExchangeWay.I_GIVE, what=Given.LAUGHTER)


@pytest.mark.parametrize(
    ("exchanges", "direction"),
    [
        ((), None),
        ((GET,), Direction.TO_ME),
        ((GIVE,), Direction.FROM_ME),
        ((GIVE, GET), Direction.BOTH),
    ],
)
def test_the_exchanges_say_which_way_it_goes(
    exchanges: tuple[Exchange, ...], direction: Direction | None
) -> None:
    assert support("Ana", exchanges=exchanges).direction is direction


def test_what_the_person_says_of_the_direction_goes_before_what_the_exchanges_say() -> None:
    assert support("Ana", exchanges=(GET,), set_direction=Direction.BOTH).direction is Direction.BOTH


def test_something_other_needs_words() -> None:
    with pytest.raises(DomainError, match="example: blank"):
        Exchange(way=ExchangeWay.I_GIVE, what=Given.OTHER, example="  ")


def test_an_example_and_an_answer_have_an_end() -> None:
    with pytest.raises(DomainError, match="example: too_long"):
        Exchange(way=ExchangeWay.I_GIVE, what=Given.COMPANY, example="x" * (LONGEST_EXAMPLE + 1))
    with pytest.raises(DomainError, match="my_limits: too_long"):
        Agreement(my_limits="x" * (LONGEST_ANSWER + 1))


def test_the_same_thing_is_given_once() -> None:
    with pytest.raises(DomainError, match="exchanges: twice"):
        support("Ana", exchanges=(GET, GET))


@pytest.mark.parametrize("angle", [-1, 360])
def test_an_angle_lies_on_the_circle(angle: int) -> None:
    with pytest.raises(DomainError, match="angle: out_of_range"):
        support("Ana", angle=angle)


def test_what_rests_has_ended_or_is_remembered_is_not_drawn() -> None:
    assert [state for state in SupportState if support("Ana", state=state).on_map] == [
        SupportState.HERE_NOW,
        SupportState.GROWING,
        SupportState.HOPED_FOR,
    ]


def test_no_repr_has_a_word_that_was_typed() -> None:
    typed = Exchange(way=ExchangeWay.I_GIVE, what=Given.OTHER, example="tea")
    assert repr(typed) == "<Exchange i_give>"
    assert repr(Agreement(my_limits="not at night")) == "<Agreement>"
