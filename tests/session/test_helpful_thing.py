"""What is helpful: kept, by the alphabet, only me at first, and deleted with a way back."""

import pytest

from app.domain.errors import DomainError
from app.domain.kept import Share
from app.session import Session
from tests.session.house import House, remembered, sealed


def test_it_is_there_after_a_lock_and_is_only_me_at_first(house: House) -> None:
    verbs = house.session.helpful_things
    walk, asked = verbs.add(text="walking"), verbs.add(text="Being asked")
    assert house.come_back().helpful_things.all == (asked, walk)
    assert {one.share for one in (walk, asked)} == {Share.ONLY_ME}


@pytest.mark.parametrize("text", ["", " ", "x" * 1_001])
def test_what_cannot_be_is_refused(session: Session, text: str) -> None:
    with pytest.raises(DomainError):
        session.helpful_things.add(text=text)
    assert session.helpful_things.all == ()


def test_what_was_deleted_comes_back(session: Session) -> None:
    thing = session.helpful_things.add(text="Being asked")
    undo = session.helpful_things.remove(thing)
    assert not remembered(session)["helpful_things"]
    undo()
    assert session.helpful_things.all == (thing,)
    assert sealed(session) == remembered(session)
