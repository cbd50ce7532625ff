"""The safety plan: written in small sittings, and nothing that was written is lost by an undo or an older screen."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.kept import Share
from app.domain.safety_plan import CORE_PARTS, PartType, PlanPart, SafetyPlan, Sign, items
from app.session import Session
from app.session.safety_plan import SafetyPlanVerbs
from tests.session.house import MORNING, Clock, House, remembered, sealed, sealed_plan


@pytest.fixture
def plan(session: Session) -> SafetyPlanVerbs:
    """A plan whose first part has the lines a to d, the second one of its own."""
    verbs = session.safety_plan
    for text in "abcd":
        verbs.add_item(verbs.plan.parts[0], text=text)
    verbs.add_item(verbs.plan.parts[1], text="tea")
    return verbs


def _lines(plan: SafetyPlan, place: int = 0) -> str:
    return " ".join(item.text for item in plan.parts[place].items)


def _types(plan: SafetyPlan) -> list[PartType]:
    return [part.type for part in plan.parts]


def test_before_the_first_word_there_are_six_parts_and_nothing_is_saved(house: House) -> None:
    assert _types(house.session.safety_plan.plan) == list(CORE_PARTS)
    assert house.session.safety_plan.plan.is_empty
    assert not sealed_plan(house.come_back())
    assert _types(house.session.safety_plan.plan) == list(CORE_PARTS)


def test_with_the_first_word_the_whole_plan_is_saved_with_its_parts_in_order(house: House) -> None:
    verbs = house.session.safety_plan
    verbs.add_item(verbs.plan.parts[2], text="the bench by the river")
    saved = verbs.plan
    assert house.come_back().safety_plan.plan == saved
    assert _types(saved) == list(CORE_PARTS)


def test_what_is_said_of_the_plan_itself_is_there_after_a_lock(house: House, clock: Clock) -> None:
    clock.turn(minutes=1)
    changed = house.session.safety_plan.change(
        one_line="It passes",
        one_line_share=Share.MAY_BE_SHARED,
        made_with=("Ana",),
        last_read_through=date(2026, 11, 21),
        read_again_on=date(2027, 1, 1),
    )
    assert changed.changed_at == MORNING + timedelta(minutes=1)
    assert house.come_back().safety_plan.plan == changed


def test_a_line_is_there_after_a_lock_as_it_was_changed_last(house: House, plan: SafetyPlanVerbs) -> None:
    part = plan.plan.parts[0]
    item = plan.change_item(part, part.items[1], text="B", sign=Sign.BODY)
    assert item.share is Share.ONLY_ME
    plan.change_item(part, part.items[1], share=Share.MAY_BE_SHARED)
    kept = house.come_back().safety_plan.plan.parts[0].items[1]
    assert (kept.text, kept.sign, kept.share) == ("B", Sign.BODY, Share.MAY_BE_SHARED)
    assert _lines(house.session.safety_plan.plan) == "a B c d"


def test_a_part_of_ones_own_is_added_named_hidden_and_moved(house: House, plan: SafetyPlanVerbs) -> None:
    part = plan.add_part(PartType.OWN, title="At noon")
    plan.change_part(part, title="At night")
    plan.change_part(part, hidden=True)
    plan.move_part(part, -3)
    kept = house.come_back().safety_plan.plan.parts[3]
    assert (kept.id, kept.title, kept.hidden) == (part.id, "At night", True)


@pytest.mark.parametrize(
    ("place", "step", "order"), [(0, 1, "b a c d"), (3, -9, "d a b c"), (1, 9, "a c d b"), (0, -1, "a b c d")]
)
def test_a_line_is_moved_and_held_at_either_end(
    house: House, plan: SafetyPlanVerbs, place: int, step: int, order: str
) -> None:
    plan.move_item(plan.plan.parts[0], plan.plan.parts[0].items[place], step)
    assert _lines(plan.plan) == order
    assert _lines(house.come_back().safety_plan.plan) == order


def test_all_lines_of_a_part_are_marked_and_of_no_other(house: House, plan: SafetyPlanVerbs) -> None:
    plan.mark_all(plan.plan.parts[0], Share.MAY_BE_SHARED)
    first, second, *_ = house.come_back().safety_plan.plan.parts
    assert {item.share for item in first.items} == {Share.MAY_BE_SHARED}
    assert {item.share for item in second.items} == {Share.ONLY_ME}


IMPOSSIBLE: dict[str, Callable[[SafetyPlanVerbs, PlanPart], object]] = {
    "a line without words": lambda verbs, part: verbs.add_item(part, text=" "),
    "a line that lost its words": lambda verbs, part: verbs.change_item(part, part.items[0], text=""),
    "a line too long": lambda verbs, part: verbs.add_item(part, text="x" * 1_001),
    "an own part without a name": lambda verbs, _: verbs.add_part(PartType.OWN),
    "a title too long": lambda verbs, part: verbs.change_part(part, title="x" * 201),
    "one line too long": lambda verbs, _: verbs.change(one_line="x" * 301),
}


@pytest.mark.parametrize("what", IMPOSSIBLE)
def test_what_is_impossible_changes_nothing(session: Session, plan: SafetyPlanVerbs, what: str) -> None:
    before = remembered(session)
    with pytest.raises(DomainError):
        IMPOSSIBLE[what](plan, plan.plan.parts[0])
    assert remembered(session) == sealed(session) == before


def test_an_older_screen_takes_no_newer_line_away(house: House, plan: SafetyPlanVerbs) -> None:
    shown = plan.plan.parts[0]
    plan.add_item(shown, text="e")
    later: tuple[Callable[[], Any], ...] = (
        lambda: plan.add_item(shown, text="f"),
        lambda: plan.change_item(shown, shown.items[0], text="A"),
        lambda: plan.change_item(shown, shown.items[0], share=Share.MAY_BE_SHARED),
        lambda: plan.change_part(shown, title="When it gets harder"),
        lambda: plan.mark_all(shown, Share.ONLY_ME),
        lambda: plan.move_item(shown, shown.items[0], 1),
        lambda: plan.move_item(shown, shown.items[0], -1),
        lambda: plan.remove_item(shown, shown.items[1]),
    )
    for verb in later:
        verb()
    assert _lines(house.come_back().safety_plan.plan) == "A c d e f"


def test_a_removed_line_is_gone_and_undo_puts_it_back_in_its_place(
    house: House, plan: SafetyPlanVerbs, clock: Clock
) -> None:
    part = plan.plan.parts[0]
    undo = plan.remove_item(part, part.items[1])
    assert _lines(plan.plan) == "a c d"
    clock.turn(minutes=1)
    undo()
    assert _lines(house.come_back().safety_plan.plan) == "a b c d"
    again = house.session.safety_plan.plan.parts[0].items[1]
    assert (again.id, again.changed_at) == (part.items[1].id, MORNING + timedelta(minutes=1))


def test_a_removed_line_stays_gone_after_a_lock(house: House, plan: SafetyPlanVerbs) -> None:
    plan.remove_item(plan.plan.parts[0], plan.plan.parts[0].items[0])
    assert _lines(house.come_back().safety_plan.plan) == "b c d"


def test_undo_of_a_removed_line_keeps_what_was_written_since(house: House, plan: SafetyPlanVerbs) -> None:
    part = plan.plan.parts[0]
    undo = plan.remove_item(part, part.items[0])
    plan.add_item(part, text="e")
    plan.add_item(plan.plan.parts[1], text="soup")
    plan.change(one_line="It passes")
    undo()
    assert _lines(plan.plan) == "a b c d e"
    saved = house.come_back().safety_plan.plan
    assert (_lines(saved), _lines(saved, 1), saved.one_line) == ("a b c d e", "tea soup", "It passes")


def test_a_removed_part_is_gone_and_undo_puts_it_back_with_its_lines(
    house: House, plan: SafetyPlanVerbs, clock: Clock
) -> None:
    part = plan.plan.parts[0]
    undo = plan.remove_part(part)
    assert _types(plan.plan) == list(CORE_PARTS[1:])
    assert [item.text for item in items(plan.plan)] == ["tea"]
    clock.turn(minutes=1)
    undo()
    saved = house.come_back().safety_plan.plan
    assert _types(saved) == list(CORE_PARTS)
    assert _lines(saved) == "a b c d"
    again = [saved.parts[0], *saved.parts[0].items]
    assert {one.changed_at for one in again} == {MORNING + timedelta(minutes=1)}


def test_undo_of_a_removed_part_keeps_what_was_written_since(house: House, plan: SafetyPlanVerbs) -> None:
    undo = plan.remove_part(plan.plan.parts[0])
    plan.add_item(plan.plan.parts[0], text="soup")
    plan.add_part(PartType.PRACTICAL)
    undo()
    saved = house.come_back().safety_plan.plan
    assert _types(saved) == [*CORE_PARTS, PartType.PRACTICAL]
    assert (_lines(saved), _lines(saved, 1)) == ("a b c d", "tea soup")


def test_undo_of_a_line_and_of_its_part_in_either_order_brings_both_back(
    house: House, plan: SafetyPlanVerbs
) -> None:
    part = plan.plan.parts[0]
    line = plan.remove_item(part, part.items[1])
    whole = plan.remove_part(part)
    line()
    assert [item.text for item in items(plan.plan)] == ["tea", "b"]
    whole()
    saved = house.come_back().safety_plan.plan
    assert _types(saved) == list(CORE_PARTS)
    assert sorted(_lines(saved).split()) == ["a", "b", "c", "d"]


def test_removing_what_is_removed_already_does_no_harm(house: House, plan: SafetyPlanVerbs) -> None:
    shown = plan.plan.parts[0]
    plan.remove_item(shown, shown.items[0])
    plan.remove_item(shown, shown.items[0])
    assert _lines(plan.plan) == "b c d"
    plan.remove_part(shown)
    plan.remove_part(shown)
    assert _types(house.come_back().safety_plan.plan) == list(CORE_PARTS[1:])
