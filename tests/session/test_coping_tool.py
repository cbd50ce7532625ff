"""Coping tools: kept, at hand, put away, named by check-ins, and freed from supports that go."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.coping_tool import CopingTool, Help, Helped, ToolKind
from app.domain.errors import DomainError
from app.domain.history import Wanted
from app.domain.someone import Someone
from app.exports.report import Told
from app.session import Session
from app.session.import_rows import Choices
from app.session.patterns import Period
from app.session.pictures import pictures
from tests.session.house import MORNING, Clock, House, every_check_in, remembered, sealed
from tests.session.two_devices import both_ways, take


def add(session: Session, clock: Clock, *names: str) -> list[CopingTool]:
    """Add and pin them, a minute apart."""
    added = []
    for name in names:
        clock.turn(minutes=1)
        added.append(session.coping_tools.add(name=name))
        session.coping_tools.pin(added[-1])
    return added


def at_hand(session: Session) -> list[str]:
    return [one.name for one in session.coping_tools.pinned]


def test_a_tool_is_there_after_a_lock_with_everything_in_it_and_by_the_alphabet(house: House) -> None:
    tools = house.session.coping_tools
    tea = tools.add(name="tea", steps=("Boil water", "Pour"), kind=ToolKind.SENSES, good_for=("sad",))
    walk = tools.add(name="A walk", taught_by=(Someone(name="Noor"),))
    assert tools.all == (walk, tea)
    assert house.come_back().coping_tools.all == (walk, tea)


@pytest.mark.parametrize("impossible", [{"name": " "}, {"steps": ("x" * 201,)}, {"put_away": True}])
def test_an_impossible_change_changes_nothing(session: Session, impossible: dict[str, Any]) -> None:
    tea = session.coping_tools.add(name="Tea")
    session.coping_tools.pin(tea)
    before = remembered(session)
    with pytest.raises(DomainError):
        session.coping_tools.change(tea, **impossible)
    assert remembered(session) == sealed(session) == before


def test_three_are_pinned_and_a_fourth_only_in_the_place_of_one(house: House, clock: Clock) -> None:
    session = house.session
    tools = session.coping_tools
    one, _, _ = add(session, clock, "one", "two", "three")
    four = tools.add(name="four")
    assert not tools.may_pin
    before = remembered(session)
    with pytest.raises(ValueError, match="three"):
        tools.pin(four)
    assert remembered(session) == sealed(session) == before
    clock.turn(minutes=1)
    undo = tools.pin(four, instead_of=one)
    assert at_hand(session) == ["two", "three", "four"]
    undo()
    assert at_hand(house.come_back()) == ["one", "two", "three"]


def test_what_is_pinned_in_the_same_second_or_after_the_clock_was_set_back_still_comes_after(
    house: House, clock: Clock
) -> None:
    tools = house.session.coping_tools
    names = [f"{n}" for n in range(9)]
    for back, name in enumerate(names):
        tools.pin(tools.add(name=name), instead_of=None if tools.may_pin else tools.pinned[0])
        clock.turn(minutes=-back if back > 4 else 0)
        assert at_hand(house.session) == names[max(0, back - 2) : back + 1]


def test_unpinning_and_putting_away_are_undone_with_the_place_they_had(
    session: Session, clock: Clock
) -> None:
    tools = session.coping_tools
    one, two = add(session, clock, "one", "two")
    undo_unpin = tools.unpin(one)
    undo_away = tools.put_away(two, away=True)
    assert at_hand(session) == []
    assert [tool.put_away for tool in tools.all] == [False, True]
    undo_away()
    tools.put_away(one, away=True)
    undo_unpin()
    assert at_hand(session) == ["one", "two"], "also what was put away since"
    tools.put_away(one, away=True)
    tools.pin(one)
    assert not any(tool.put_away for tool in tools.all)


def test_undo_puts_back_only_what_it_took(session: Session) -> None:
    tools = session.coping_tools
    tea = tools.add(name="Tea")
    undo = tools.say_helped(tea, Help.NOT_THIS_TIME)
    tools.change(tea, name="Mint tea")
    assert tools.all[0].helped == Helped(answer=Help.NOT_THIS_TIME, on=MORNING.date())
    undo()
    (kept,) = tools.all
    assert kept == replace(tea, name="Mint tea")


def test_undo_of_one_that_is_gone_brings_nothing_back(session: Session) -> None:
    tea = session.coping_tools.add(name="Tea")
    undo = session.coping_tools.pin(tea)
    session.coping_tools.remove(tea)
    undo()
    assert session.coping_tools.all == ()


def test_only_the_last_answer_is_kept_so_that_none_can_be_counted(house: House, clock: Clock) -> None:
    tools = house.session.coping_tools
    tea = tools.add(name="Tea")
    for answer in (Help.NOT_THIS_TIME, Help.NOT_THIS_TIME, Help.YES):
        tools.say_helped(tea, answer)
        clock.turn(days=1)
    (kept,) = house.come_back().coping_tools.all
    assert kept.helped is not None
    assert kept.helped.answer is Help.YES


def test_two_devices_that_pinned_more_show_the_three_pinned_last_and_lose_none(
    house: House, other: House
) -> None:
    add(house.session, house.clock, "a", "b", "c")
    other.clock.turn(hours=1)
    add(other.session, other.clock, "d", "e")
    both_ways(house, other)
    for session in (house.session, other.session):
        assert at_hand(session) == ["c", "d", "e"]
        assert [one.name for one in session.coping_tools.all] == ["a", "b", "c", "d", "e"]
        assert not session.coping_tools.may_pin
    assert remembered(house.session) == sealed(house.session)
    e = next(one for one in house.session.coping_tools.all if one.name == "e")
    house.session.coping_tools.unpin(e)
    assert at_hand(house.session) == ["b", "c", "d"], "what waited takes the free place"


def test_a_tool_changed_on_one_device_and_deleted_later_on_the_other_is_gone_on_both(
    house: House, other: House
) -> None:
    tea = house.session.coping_tools.add(name="Tea")
    take(other, house)
    house.session.coping_tools.change(tea, name="Mint tea")
    other.clock.turn(minutes=1)
    other.session.coping_tools.remove(tea)
    both_ways(house, other)
    assert house.session.coping_tools.all == other.session.coping_tools.all == ()


# ---------------------------------------------------------------- supports that go


def test_a_removed_support_stays_by_name_and_undo_names_it_again(house: House, clock: Clock) -> None:
    session = house.session
    ana, ben = session.supports.add("Ana"), session.supports.add("Ben")
    people = (Someone(support=ana.id), Someone(support=ben.id))
    tea = session.coping_tools.add(name="Tea", taught_by=people, passed_on_to=people[:1])
    clock.turn(minutes=1)
    undo = session.remove_support(ana)
    freed = house.session.coping_tools.all[0]
    assert freed.taught_by == (Someone(name="Ana"), people[1])
    assert freed.passed_on_to == (Someone(name="Ana"),)
    assert freed.changed_at > tea.changed_at, "so that a merge keeps it"
    session.coping_tools.change(freed, taught_by=())
    undo()
    again = house.come_back().coping_tools.all[0]
    assert again.taught_by == (), "what was changed since stays"
    assert again.passed_on_to == people[:1]


# ---------------------------------------------------------------- check-ins that name a tool


def _drunk(session: Session, tea: CopingTool) -> None:
    for _ in range(5):
        check_in = session.check_ins.record(mood=2)
        session.check_ins.change(check_in, what_helped=(tea.id,))


def _around(session: Session) -> list[str]:
    digest = session.history.month("2026-11")
    verbs = session.patterns
    seen = pictures(digest, None, MORNING.date(), name=verbs.name, level=verbs.level)
    return [one.fact for one in seen.around["what_helped"]]


def test_what_helped_is_found_by_name_and_shown_around_it_from_five_on(session: Session) -> None:
    tea = session.coping_tools.add(name="Mint tea")
    _drunk(session, tea)
    assert _around(session) == [
        "In the 5 check-ins where you picked “Mint tea”, the usual answer was “Hard”."
    ]
    found = session.history.search(Wanted(words="mint"), 9)
    assert sum(one in every_check_in(session) for one in found) == 5
    assert [month.digest is not None for month in session.patterns.look(Period.WEEKS)] == [True]


def test_a_deleted_tool_is_named_nowhere_and_undo_names_it_again(house: House) -> None:
    session = house.session
    tea = session.coping_tools.add(name="Mint tea")
    _drunk(session, tea)
    undo = session.coping_tools.remove(tea)
    assert _around(session) == []
    assert "Mint" not in session.history.texts(session.check_ins.recent[0])
    assert b"Mint" not in session.tables.whole()
    undo()
    assert len(_around(house.come_back())) == 1
    assert house.session.tables.whole().count(b"Mint tea") == 5


def test_a_table_brings_back_what_helped_where_there_is_one_of_that_name(house: House, other: House) -> None:
    ana = house.session.supports.add("Ana")
    tea = house.session.coping_tools.add(name="Tea")
    check_in = house.session.check_ins.record(mood=4)
    house.session.check_ins.change(check_in, with_supports=(ana.id,), what_helped=(tea.id, ana.id))
    theirs = other.session.coping_tools.add(name="Tea")
    content = house.session.tables.whole()
    other.session.imports.bring(content, "notes.csv", Choices())
    (brought,) = every_check_in(other.session)
    assert (brought.with_supports, brought.what_helped) == ((), (theirs.id,))


def test_a_report_without_names_says_a_tool_is_no_support(session: Session) -> None:
    ana, tea = session.supports.add("Ana"), session.coping_tools.add(name="Mint tea")
    check_in = session.check_ins.record(mood=4)
    session.check_ins.change(check_in, what_helped=(tea.id, ana.id))
    today = MORNING.date()

    def told(*, names: bool) -> str:
        document = session.reports.document(today, today, Told(circumstances=True, names=names))
        return "\n".join(
            line.text for part in document.parts for group in part.groups for line in group.lines
        )

    assert "What helped: something of mine, a support" in told(names=False)
    assert "What helped: Mint tea, Ana" in told(names=True)
