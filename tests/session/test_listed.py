"""Own words, topics and names of levels: added, changed, taken away and given back, and found after a lock."""

from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.feeling import Family
from app.domain.own_word import WordKind
from app.session import Session
from tests.session.house import House

LISTS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    (
        "own_words",
        {"kind": WordKind.FEELING, "word": "fizzy", "family": Family.BRIGHT},
        {"word": "sparkling"},
    ),
    ("topics", {"name": "A new job"}, {"name": "The new job"}),
    ("mood_labels", {"level": 4, "words": "Sunny", "order": 0}, {"words": "Clear"}),
]


def _verbs(session: Session, stem: str) -> Any:
    return getattr(session, stem)


@pytest.mark.parametrize(("stem", "first", "then"), LISTS)
def test_it_is_kept_changed_and_found_after_a_lock(
    house: House, stem: str, first: dict[str, Any], then: dict[str, Any]
) -> None:
    one = _verbs(house.session, stem).add(**first)
    changed = _verbs(house.session, stem).change(one, **then)
    assert _verbs(house.session, stem).all == (changed,)
    again = house.come_back()
    assert _verbs(again, stem).all == (changed,)
    assert _verbs(again, stem).one(one.id) == changed


@pytest.mark.parametrize(("stem", "first", "then"), LISTS)
def test_it_is_taken_away_and_given_back(
    house: House, stem: str, first: dict[str, Any], then: dict[str, Any]
) -> None:
    verbs = _verbs(house.session, stem)
    undo = verbs.remove(verbs.change(verbs.add(**first), **then))
    assert verbs.all == ()
    undo()
    [back] = verbs.all
    assert [getattr(back, field) for field in then] == list(then.values())


def test_what_is_impossible_changes_nothing(house: House) -> None:
    topics = house.session.topics
    one = topics.add(name="Art")
    with pytest.raises(DomainError, match="name: blank"):
        topics.change(one, name=" ")
    assert topics.all == (one,)


def test_they_stand_in_the_order_in_which_they_are_looked_for(house: House) -> None:
    for name in ("work", "Art", "grief"):
        house.session.topics.add(name=name)
    for level, order in ((2, 0), (4, 1), (4, 0)):
        house.session.mood_labels.add(level=level, words=f"{level} {order}", order=order)
    assert [topic.name for topic in house.session.topics.all] == ["Art", "grief", "work"]
    assert [label.words for label in house.session.mood_labels.all] == ["4 0", "4 1", "2 0"]
