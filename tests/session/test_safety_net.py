"""The safety net: whom to reach first, in an order that holds."""

import pytest

from app.domain.errors import DomainError
from app.domain.hours import ALWAYS
from app.domain.safety_net import Purpose
from app.domain.support import WayKind
from app.session import Session
from tests.session.house import House, remembered, sealed


@pytest.fixture
def names(session: Session) -> list[str]:
    """Four supports in the net, a to d."""
    for name in "abcd":
        session.safety_net.add(session.supports.add(name).id)
    return _names(session)


def _names(session: Session) -> list[str]:
    return [session.supports.by_id[entry.support].name for entry in session.safety_net.entries]


def test_who_is_put_in_stands_at_the_end_and_stays_after_a_lock(house: House, names: list[str]) -> None:
    assert names == list("abcd")
    assert _names(house.come_back()) == list("abcd")


def test_who_is_in_the_net_is_not_put_in_twice(session: Session, names: list[str]) -> None:
    entry = session.safety_net.entries[1]
    assert session.safety_net.add(entry.support) == entry
    assert _names(session) == names


def test_the_next_one_stands_at_the_end_even_where_there_are_gaps(session: Session, names: list[str]) -> None:
    session.safety_net.remove(session.safety_net.entries[1])
    session.safety_net.add(session.supports.add("e").id)
    assert _names(session) == list("acde")


@pytest.mark.parametrize(
    ("place", "step", "order", "now_at"),
    [(0, 1, "bacd", 1), (3, -1, "abdc", 2), (2, -9, "cabd", 0), (1, 9, "acdb", 3), (0, -1, "abcd", 0)],
)
@pytest.mark.usefixtures("names")
def test_one_is_moved_and_held_at_either_end(
    house: House, place: int, step: int, order: str, now_at: int
) -> None:
    net = house.session.safety_net
    assert net.move(net.entries[place], step)[0] == now_at
    assert _names(house.session) == list(order)
    assert _names(house.come_back()) == list(order)


def test_one_is_moved_from_where_it_is_now(session: Session, names: list[str]) -> None:
    shown = session.safety_net.entries[0]
    assert [session.safety_net.move(shown, 1)[0] for _ in range(3)] == [1, 2, 3]
    assert _names(session) == list("bcda")


def test_undo_of_a_move_puts_one_back_where_it_was_whatever_came_since(
    house: House, names: list[str]
) -> None:
    net = house.session.safety_net
    _, undo = net.move(net.entries[3], -9)
    net.add(house.session.supports.add("e").id)
    undo()
    assert _names(house.session) == _names(house.come_back()) == list("abcde")


def test_undo_of_a_move_of_one_that_is_gone_changes_nothing(session: Session, names: list[str]) -> None:
    first = session.safety_net.entries[0]
    _, undo = session.safety_net.move(first, 2)
    session.safety_net.remove(first)
    undo()
    assert _names(session) == list("bcd")


def test_what_is_said_of_one_is_kept_where_it_stands(house: House, names: list[str]) -> None:
    net = house.session.safety_net
    shown = net.entries[0]
    net.move(shown, 2)
    net.change(shown, what_i_could_say="Can you come?")
    net.change(shown, purposes=(Purpose.COME_OVER, Purpose.PROFESSIONAL))
    entry = house.come_back().safety_net.entries[2]
    assert (entry.id, entry.what_i_could_say) == (shown.id, "Can you come?")
    assert entry.purposes == (Purpose.COME_OVER, Purpose.PROFESSIONAL)


def test_too_many_words_change_nothing(session: Session, names: list[str]) -> None:
    before = remembered(session)
    with pytest.raises(DomainError):
        session.safety_net.change(session.safety_net.entries[0], what_i_could_say="x" * 501)
    assert remembered(session) == sealed(session) == before


def test_who_is_taken_out_stays_a_support_and_undo_puts_them_back_in_their_place(
    house: House, names: list[str]
) -> None:
    net = house.session.safety_net
    net.change(net.entries[1], what_i_could_say="Can you come?")
    undo = net.remove(net.entries[1])
    assert _names(house.session) == list("acd")
    assert len(house.session.supports.all) == 4
    undo()
    assert _names(house.session) == list("abcd")
    assert _names(house.come_back()) == list("abcd")
    assert house.session.safety_net.entries[1].what_i_could_say == "Can you come?"


def test_a_support_that_is_deleted_comes_back_with_its_hours_and_its_words(
    house: House, names: list[str]
) -> None:
    session = house.session
    one, entry = session.supports.all[0], session.safety_net.entries[0]
    way = session.supports.way(WayKind.CALL, "116 123", hours=ALWAYS, text_first=True)
    session.supports.change(one, ways=(way,))
    session.safety_net.change(entry, what_i_could_say="Can you come?", what_may_happen="A voice asks")
    session.remove_support(one)()
    session = house.come_back()
    assert session.supports.all[0].ways == (way,)
    back = session.safety_net.entries[0]
    assert (back.what_i_could_say, back.what_may_happen) == ("Can you come?", "A voice asks")


def test_who_was_taken_out_stays_out_after_a_lock(house: House, names: list[str]) -> None:
    house.session.safety_net.remove(house.session.safety_net.entries[0])
    assert _names(house.come_back()) == list("bcd")
    gone = house.session.supports.all[0].id
    assert house.session.safety_net.of(gone) is None
