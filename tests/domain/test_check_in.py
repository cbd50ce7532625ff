"""A check-in: everything but the moment may be left out, and nothing contradicts itself."""

from datetime import datetime
from typing import Any

import pytest

from app.domain.check_in import MOOD_LEVELS, CheckIn, Energy
from app.domain.errors import DomainError
from app.domain.feeling import FEELINGS, Family
from app.domain.ids import id_from
from tests.domain.sample import NOW, new_id, stamp


def check_in(**fields: Any) -> CheckIn:
    everything: dict[str, Any] = {**stamp(), "when": NOW, **fields}
    return CheckIn(**everything)


def test_a_moment_alone_is_a_check_in() -> None:
    assert check_in().mood is None


@pytest.mark.parametrize("mood", MOOD_LEVELS)
def test_five_levels_can_be_said(mood: int) -> None:
    assert check_in(mood=mood).mood == mood


@pytest.mark.parametrize("mood", [0, 6, -1])
def test_no_other_level_can_be_said(mood: int) -> None:
    with pytest.raises(DomainError, match="mood: no_such_level"):
        check_in(mood=mood)


def test_not_being_able_to_name_it_goes_without_a_level() -> None:
    assert check_in(cannot_name=True).cannot_name
    with pytest.raises(DomainError, match="mood: named_and_not"):
        check_in(cannot_name=True, mood=3)


@pytest.mark.parametrize(
    ("mood", "low"), [(1, True), (2, True), (3, False), (4, False), (5, False), (None, False)]
)
def test_help_may_be_offered_after_the_two_hardest_levels_only(mood: int | None, low: bool) -> None:
    assert check_in(mood=mood).is_low is low


def test_feelings_come_from_the_list_and_none_twice() -> None:
    assert check_in(feelings=("calm", "sad")).feelings == ("calm", "sad")
    with pytest.raises(DomainError, match="feelings: unknown"):
        check_in(feelings=("calm", "not a feeling of ours"))
    with pytest.raises(DomainError, match="feelings: twice"):
        check_in(feelings=("calm", "calm"))


@pytest.mark.parametrize(
    ("field", "ours"), [("feelings", "calm"), ("body_signals", "cold"), ("where", "home"), ("doing", "music")]
)
def test_words_come_from_our_lists_or_are_the_persons_own(field: str, ours: str) -> None:
    picked = (ours, new_id())
    assert getattr(check_in(**{field: picked}), field) == picked
    with pytest.raises(DomainError, match=f"{field}: unknown"):
        check_in(**{field: (ours, "a word of nobody's")})
    with pytest.raises(DomainError, match=f"{field}: twice"):
        check_in(**{field: (ours, ours)})


def test_a_feeling_may_be_there_a_little_or_a_lot_but_not_both_and_only_if_it_is_there() -> None:
    assert check_in(feelings=("calm", "sad"), a_little=("calm",), a_lot=("sad",)).a_lot == ("sad",)
    with pytest.raises(DomainError, match="a_little: twice"):
        check_in(feelings=("calm",), a_little=("calm",), a_lot=("calm",))
    with pytest.raises(DomainError, match="a_little: not_felt"):
        check_in(feelings=("calm",), a_lot=("sad",))


def test_a_label_belongs_to_a_mood() -> None:
    assert check_in(mood=2, label=new_id()).mood == 2
    with pytest.raises(DomainError, match="label: without_mood"):
        check_in(label=new_id())


@pytest.mark.parametrize("field", ["topics", "what_helped"])
def test_a_topic_and_what_helped_are_named_once(field: str) -> None:
    one = new_id()
    with pytest.raises(DomainError, match=f"{field}: twice"):
        check_in(**{field: (one, one)})


def test_a_support_is_named_once() -> None:
    mei = new_id()
    with pytest.raises(DomainError, match="with_supports: twice"):
        check_in(with_supports=(mei, mei))


@pytest.mark.parametrize("field", ["when", "created_at", "changed_at"])
def test_every_time_carries_its_offset(field: str) -> None:
    bare = datetime(2026, 11, 21, 6, 34)  # noqa: DTZ001  # a time without an offset is what is refused here
    with pytest.raises(DomainError, match=f"{field}: needs_offset"):
        check_in(**{field: bare})


def test_a_note_has_an_end() -> None:
    assert check_in(note="a" * 20_000).note
    with pytest.raises(DomainError, match="note: too_long"):
        check_in(note="a" * 20_001)


def test_a_repr_names_the_kind_and_nothing_typed() -> None:
    assert repr(check_in(note="what happened", energy=Energy.LOW)) == "<CheckIn>"


def test_every_family_has_feelings_and_no_feeling_is_in_two() -> None:
    keys = [feeling.key for feeling in FEELINGS]
    assert len(set(keys)) == len(keys)
    assert {feeling.family for feeling in FEELINGS} == set(Family)


def test_an_id_is_128_bits_and_stands_for_itself_alone() -> None:
    assert len(id_from(bytes(16))) == 26
    assert id_from(bytes(16)) != id_from(bytes(15) + b"\x01")
    with pytest.raises(ValueError, match="16 bytes"):
        id_from(bytes(15))
