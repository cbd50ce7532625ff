"""Referrals: in order, made supports of, and freed from supports that go."""

from datetime import timedelta

import pytest

from app.domain.errors import DomainError
from app.domain.referral import Referral, ReferralState
from app.domain.someone import Someone
from app.domain.support import SupportKind, SupportState, WayKind
from app.session import Session
from tests.session.house import MORNING, House, remembered, sealed


def drop_in(session: Session, **fields: object) -> Referral:
    return session.referrals.add(
        service="The drop-in",
        way=session.referrals.way(WayKind.CALL, "116 123"),
        note="Ask for Mei",
        **fields,
    )


def test_those_with_a_day_lead_and_the_soonest_of_them_first(house: House) -> None:
    session, today = house.session, MORNING.date()
    for service, days in (("b", None), ("A", None), ("later", 9), ("soon", 1), ("past", -1)):
        day = None if days is None else today + timedelta(days=days)
        session.referrals.add(service=service, next_day=day)
    assert [one.service for one in house.come_back().referrals.all] == ["past", "soon", "later", "A", "b"]


@pytest.mark.parametrize(
    ("state", "stands"),
    [
        (ReferralState.THINKING, SupportState.HOPED_FOR),
        (ReferralState.WAITING, SupportState.GROWING),
        (ReferralState.GOING, SupportState.HERE_NOW),
        (ReferralState.NOT_FOR_ME, SupportState.RESTING),
    ],
)
def test_one_press_makes_a_support_with_its_words_and_one_takes_that_back(
    house: House, state: ReferralState, stands: SupportState
) -> None:
    session = house.session
    topic = session.topics.add(name="grief")
    referral = drop_in(session, state=state, topics=(topic.id,))
    support, undo = session.referrals.become_support(referral)
    assert (support.name, support.kind, support.state) == ("The drop-in", SupportKind.SERVICE, stands)
    assert (support.note, support.topics) == ("Ask for Mei", (topic.id,))
    assert [way.link for way in support.ways] == ["tel:116123"]
    assert session.referrals.support_of(session.referrals.all[0]) == support
    undo()
    assert session.supports.all == ()
    assert session.referrals.all[0].support is None
    assert sealed(session) == remembered(session)


def test_a_support_that_was_changed_since_is_not_taken_back(session: Session) -> None:
    support, undo = session.referrals.become_support(drop_in(session))
    session.supports.change(support, note="mine now")
    undo()
    assert [one.note for one in session.supports.all] == ["mine now"]
    assert session.referrals.all[0].support == support.id


def test_deleting_a_support_keeps_the_name_drops_the_link_and_is_undone_in_one(house: House) -> None:
    session = house.session
    ana = session.supports.add("Ana")
    one = drop_in(session, suggested_by=Someone(support=ana.id))
    became, _ = session.referrals.become_support(one)
    undo_became = session.remove_support(became)
    undo_ana = session.remove_support(ana)
    freed = session.referrals.all[0]
    assert (freed.suggested_by, freed.support) == (Someone(name="Ana"), None)
    assert sealed(session) == remembered(session)
    undo_ana()
    undo_became()
    again = house.come_back().referrals.all[0]
    assert (again.suggested_by, again.support) == (Someone(support=ana.id), became.id)


def test_who_was_changed_since_stays_changed(session: Session) -> None:
    ana = session.supports.add("Ana")
    one = drop_in(session, suggested_by=Someone(support=ana.id))
    undo = session.remove_support(ana)
    session.referrals.change(one, suggested_by=Someone(name="Ben"))
    undo()
    assert session.referrals.all[0].suggested_by == Someone(name="Ben")


def test_a_way_keeps_its_id_and_a_blank_one_is_none(session: Session) -> None:
    verbs = session.referrals
    call = verbs.way(WayKind.CALL, "116 123")
    assert call is not None
    mail = verbs.way(WayKind.EMAIL, "a@b.example", was=call)
    assert mail is not None
    assert (mail.id, mail.kind) == (call.id, WayKind.EMAIL)
    assert verbs.way(WayKind.CALL, " ", was=call) is None
    with pytest.raises(DomainError):
        verbs.way(WayKind.EMAIL, "116 123", was=call)
