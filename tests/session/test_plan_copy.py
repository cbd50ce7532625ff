"""Copies of the plan: chosen for each person, kept and found again, and nothing said that the person did not say."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.agreement import Agreement
from app.domain.errors import DomainError
from app.domain.kept import Share
from app.domain.plan_copy import Form, TrustedPeer
from app.domain.safety_plan import Link, PlanItem
from app.domain.support import Support, WayKind
from app.session import Session
from app.session.plan_copy import PlanCopyVerbs, Since
from tests.session.house import House, remembered, sealed


@pytest.fixture
def ana(session: Session) -> Support:
    supports = session.supports
    return supports.add("Ana", ways=(supports.way(WayKind.CALL, "116 123"),))


@pytest.fixture
def lines(session: Session, ana: Support) -> tuple[PlanItem, ...]:
    """Two lines that may be shared, one that may not, and one that names Ana."""
    plan, shared = session.safety_plan, Share.MAY_BE_SHARED
    return (
        plan.add_item(plan.plan.parts[0], text="I pace", share=shared),
        plan.add_item(plan.plan.parts[0], text="I hum", share=shared),
        plan.add_item(plan.plan.parts[0], text="I hide", share=Share.ONLY_ME),
        plan.add_item(
            plan.plan.parts[3], links=(Link(support=ana.id, ways=(ana.ways[0].id,)),), share=shared
        ),
    )


@pytest.fixture
def copies(session: Session) -> PlanCopyVerbs:
    return session.plan_copies


def shown(copies: PlanCopyVerbs, peer: TrustedPeer) -> str:
    return " ".join(
        line.text or line.supports[0].name
        for part in copies.document(peer).parts
        for group in part.groups
        for line in group.lines
    )


def test_what_is_chosen_is_kept_for_each_and_starts_empty(
    house: House, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...], ana: Support
) -> None:
    first, second = copies.add_support(ana), copies.add("Ben")
    assert (copies.chosen(first), copies.chosen(second)) == (frozenset(), frozenset())
    copies.choose(first, [lines[0].id, lines[3].id], on=True)
    copies.choose(second, [lines[1].id], on=True)
    again = house.come_back().plan_copies
    assert [(again.name_of(peer), shown(again, peer)) for peer in again.peers] == [
        ("Ana", "I pace Ana"),
        ("Ben", "I hum"),
    ]


def test_only_me_is_a_gate_that_no_choice_opens(
    session: Session, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]
) -> None:
    peer = copies.choose(copies.add("Ben"), [one.id for one in lines], on=True)
    assert shown(copies, peer) == "I pace I hum Ana"
    session.safety_plan.mark_all(session.safety_plan.plan.parts[0], Share.ONLY_ME)
    assert shown(copies, peer) == "Ana"


def test_a_line_added_later_is_off_for_everyone(
    session: Session, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]
) -> None:
    peer = copies.choose(copies.add("Ben"), [one.id for one in lines], on=True)
    plan = session.safety_plan
    plan.add_item(plan.plan.parts[0], text="I sleep late", share=Share.MAY_BE_SHARED)
    assert "I sleep late" not in shown(copies, peer)


def test_who_is_a_support_is_here_once_and_under_the_name_they_have_now(
    session: Session, copies: PlanCopyVerbs, ana: Support
) -> None:
    first = copies.add_support(ana)
    assert copies.add_support(ana) == first
    session.supports.change(ana, name="Anna")
    assert [copies.name_of(peer) for peer in copies.peers] == ["Anna"]


def test_when_a_support_goes_it_stays_known_who_has_a_copy(
    house: House, session: Session, copies: PlanCopyVerbs, ana: Support, lines: tuple[PlanItem, ...]
) -> None:
    peer = copies.choose(copies.add_support(ana), [lines[0].id], on=True)
    copy = copies.record(peer, copies.document(peer), Form.PDF)
    session.supports.change(ana, name="Anna")
    undo = session.remove_support(ana)
    assert remembered(session) == sealed(session)
    assert ([copies.name_of(peer) for peer in copies.peers], copies.of(peer)) == (["Anna"], (copy,))
    undo()
    session.supports.change(ana, name="Ana again")
    again = house.come_back().plan_copies
    assert [again.name_of(peer) for peer in again.peers] == ["Ana again"]


def test_a_copy_is_made_and_not_given_until_the_person_says_so(
    house: House, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]
) -> None:
    peer = copies.choose(copies.add("Ben"), [lines[0].id], on=True)
    copy = copies.record(peer, copies.document(peer), Form.LOCKED_PAGE)
    assert (copy.peer, copy.form, copy.version, copy.left_out) == (peer.id, Form.LOCKED_PAGE, 1, 3)
    assert (copy.created_at, copy.given_on) == (house.clock.moment, None)
    house.clock.turn(days=2)
    copies.say_given(copy, given=True)
    (kept,) = house.come_back().plan_copies.all
    assert (kept.given_on, kept.created_at) == (date(2026, 11, 23), copy.created_at)
    house.session.plan_copies.say_given(kept, given=False)
    assert house.session.plan_copies.all[0].given_on is None


def test_a_copy_is_older_when_what_they_would_see_is_something_else(
    session: Session, house: House, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...], ana: Support
) -> None:
    peer = copies.choose(copies.add("Ben"), [lines[0].id, lines[3].id], on=True)
    copy = copies.record(peer, copies.document(peer), Form.PDF)
    plan = session.safety_plan

    def older() -> bool:
        return copies.is_older(copy, peer)

    house.clock.turn(days=40)
    plan.change_item(plan.plan.parts[0], lines[1], text="I sing")
    copies.change(peer, called="Zoë")
    assert not older()
    plan.change_item(plan.plan.parts[0], lines[0], text="I walk")
    assert older()
    plan.change_item(plan.plan.parts[0], lines[0], text="I pace")
    assert not older()
    session.supports.change(ana, ways=(replace(ana.ways[0], value="116 124"),))
    assert older()
    session.supports.change(ana, ways=ana.ways)
    copies.choose(peer, [lines[1].id], on=True)
    assert older()


def test_what_has_changed_since_a_copy_is_told_line_by_line(
    house: House, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...], ana: Support
) -> None:
    peer = copies.choose(copies.add("Ben"), [lines[0].id, lines[3].id], on=True)
    copy = copies.record(peer, copies.document(peer), Form.PDF)
    session = house.come_back()
    copies, plan = session.plan_copies, session.safety_plan
    assert copies.all == (copy,)
    assert copies.since(copy, peer) == Since(new=(), gone=())
    was = copy.says[-1]
    assert was.startswith("Ana · ")
    assert was.endswith(ana.ways[0].value)
    plan.change_item(plan.plan.parts[0], lines[0], text="I walk")
    session.supports.change(ana, ways=(replace(ana.ways[0], value="116 124"),))
    now = was.replace(ana.ways[0].value, "116 124")
    assert copies.since(copy, peer) == Since(new=("I walk", now), gone=("I pace", was))
    copies.choose(peer, [lines[0].id], on=False)
    assert copies.since(copy, peer) == Since(new=(now,), gone=("I pace", was))


def test_copies_of_someone_stand_newest_first_and_each_with_its_own(
    house: House, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]
) -> None:
    ben, cleo = copies.add("Ben"), copies.add("Cleo")
    made = []
    for peer in (ben, cleo, ben):
        made.append(copies.record(peer, copies.document(peer), Form.TEXT))
        house.clock.turn(minutes=1)
    assert copies.of(ben) == (made[2], made[0])
    assert copies.of(cleo) == (made[1],)


def test_to_forget_someone_forgets_their_copies_and_the_undo_brings_both_back(
    house: House, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]
) -> None:
    ben, cleo = copies.add("Ben"), copies.add("Cleo")
    copies.choose(ben, [lines[0].id], on=True)
    for peer in (ben, cleo):
        copies.record(peer, copies.document(peer), Form.TEXT)
    undo = copies.forget(ben)
    assert ([peer.name for peer in copies.peers], len(copies.all)) == (["Cleo"], 1)
    assert remembered(house.session) == sealed(house.session)
    undo()
    assert shown(copies, ben) == "I pace"
    assert len(house.come_back().plan_copies.of(ben)) == 1


def test_each_form_can_be_made(copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]) -> None:
    peer = copies.choose(copies.add("Ben"), [lines[0].id], on=True)
    document = copies.document(peer)
    begins = {form: copies.made(document, form, "ember lantern")[:5] for form in Form if form.is_file}
    assert begins == {
        Form.LOCKED_PAGE: b"<!doc",
        Form.LOCKED_PDF: b"%PDF-",
        Form.PDF: b"%PDF-",
        Form.CARD: b"%PDF-",
        Form.CODES: b"%PDF-",
        Form.TEXT: b"My pl",
        Form.MARKDOWN: b"# My ",
    }
    assert copies.file_name(document, Form.LOCKED_PAGE) == "locked-2026-11.html"


def test_what_stands_on_a_card_is_chosen_for_each_and_starts_empty(
    house: House, session: Session, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]
) -> None:
    ben, cleo = copies.add("Ben"), copies.add("Cleo")
    for peer in (ben, cleo):
        copies.choose(peer, [lines[0].id, lines[1].id], on=True)
    assert copies.document(ben, Form.CARD).is_empty
    copies.put_on_card(ben, [lines[0].id, lines[2].id, lines[3].id], on=True)
    again = house.come_back().plan_copies
    assert copies.on_card(ben) == again.on_card(ben) == {lines[0].id}
    assert again.on_card(cleo) == frozenset()
    again.put_on_card(ben, [lines[0].id], on=False)
    assert again.on_card(ben) == frozenset()


def test_a_line_that_is_chosen_no_more_or_marked_only_me_leaves_the_card(
    session: Session, copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]
) -> None:
    ben = copies.choose(copies.add("Ben"), [one.id for one in lines], on=True)
    copies.put_on_card(ben, [lines[0].id, lines[3].id], on=True)
    copies.choose(ben, [lines[3].id], on=False)
    assert copies.on_card(ben) == {lines[0].id}
    session.safety_plan.mark_all(session.safety_plan.plan.parts[0], Share.ONLY_ME)
    assert copies.on_card(ben) == frozenset()


def test_a_card_is_older_when_what_stands_on_it_is_something_else(
    copies: PlanCopyVerbs, lines: tuple[PlanItem, ...]
) -> None:
    ben = copies.choose(copies.add("Ben"), [lines[0].id, lines[1].id], on=True)
    copies.put_on_card(ben, [lines[0].id], on=True)
    made = copies.record(ben, copies.document(ben, Form.CARD), Form.CARD)
    assert made.left_out == 3
    copies.choose(ben, [lines[1].id], on=False)
    assert not copies.is_older(made, ben)
    copies.put_on_card(ben, [lines[0].id], on=False)
    assert copies.is_older(made, ben)


AGREED = Agreement(
    asked_of_me="Ask first", my_limits="Not at night", please_not="Shout", share=Share.MAY_BE_SHARED
)


def said_at_the_end(copies: PlanCopyVerbs, peer: TrustedPeer) -> list[str]:
    return [part.groups[0].lines[0].text for part in copies.document(peer).parts]


def test_what_was_agreed_is_shown_to_that_support_alone_and_only_where_it_is_chosen(
    session: Session, copies: PlanCopyVerbs, ana: Support
) -> None:
    session.supports.change(ana, agreement=AGREED)
    peer, ben = copies.add_support(ana), copies.add("Ben")
    assert copies.offered(peer) == {ana.id}
    assert copies.offered(ben) == frozenset()
    assert said_at_the_end(copies, peer) == []
    for one in (peer, ben):
        copies.choose(one, [ana.id], on=True)
    assert said_at_the_end(copies, peer) == ["Ask first", "Not at night"]
    assert said_at_the_end(copies, ben) == []
    session.supports.change(ana, agreement=replace(AGREED, share=Share.ONLY_ME))
    assert (copies.offered(peer), said_at_the_end(copies, peer)) == (frozenset(), [])


def test_an_agreement_that_says_nothing_of_it_is_not_offered(
    session: Session, copies: PlanCopyVerbs, ana: Support
) -> None:
    session.supports.change(ana, agreement=Agreement(please_not="Shout", share=Share.MAY_BE_SHARED))
    assert copies.offered(copies.add_support(ana)) == frozenset()


def test_once_a_support_is_gone_what_was_agreed_is_no_longer_shown(
    session: Session, copies: PlanCopyVerbs, ana: Support
) -> None:
    session.supports.change(ana, agreement=AGREED)
    peer = copies.choose(copies.add_support(ana), [ana.id], on=True)
    undo = session.remove_support(session.supports.one(ana.id) or ana)
    assert said_at_the_end(copies, peer) == []
    undo()
    assert said_at_the_end(copies, peer) == ["Ask first", "Not at night"]


def test_impossible_values_change_nothing(copies: PlanCopyVerbs) -> None:
    ben = copies.add("Ben")
    with pytest.raises(DomainError):
        copies.add(" ")
    with pytest.raises(DomainError):
        copies.change(ben, called="x" * 201)
    with pytest.raises(DomainError):
        replace(copies.record(ben, copies.document(ben), Form.TEXT), version=0)
    assert copies.peers == (ben,)
