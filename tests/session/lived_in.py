"""A session with something of everything in it, and every verb that changes it."""

from collections.abc import Callable
from datetime import timedelta

from app.domain.about_me import AboutPart, Sense, WayToTalk
from app.domain.agreement import Agreement
from app.domain.check_in import Energy
from app.domain.coping_tool import Help
from app.domain.exchange import Exchange, ExchangeWay, Given
from app.domain.feeling import Family
from app.domain.goal import GoalState, GoalStep
from app.domain.held_plan import HeldCopy, HeldGroup, HeldLine, HeldPart, HeldSupport, HeldTool, HeldWay
from app.domain.hope import Hope, HopeState
from app.domain.hours import ALWAYS
from app.domain.ids import id_from
from app.domain.kept import Share
from app.domain.learning import LearningKind, TheirYes
from app.domain.own_word import WordKind
from app.domain.peer_page import ABOUT
from app.domain.plan_copy import Form
from app.domain.plan_version import PlanVersion
from app.domain.referral import Cost, ReferralState
from app.domain.reflection import Prompt
from app.domain.safety_net import Purpose
from app.domain.safety_plan import Link, PartType, PlanItem, PlanPart, may_be_chosen
from app.domain.someone import Someone
from app.domain.support import Ring, Support, SupportState, WayKind
from app.domain.topic import Topic
from app.imports.any_csv import Columns
from app.session import Session, Undo
from app.session.held_plan import Opened
from app.session.import_rows import Choices
from app.store.helpline import helplines

SAID = "what was said"

Act = Callable[[], object]


def move_in(session: Session, said: str = SAID) -> None:
    """Fill a session: every kind of thing, with these words in every field that takes words."""
    supports = session.supports
    ana = supports.add(
        f"Ana {said}",
        ring=Ring.CLOSE,
        ways=(
            supports.way(WayKind.CALL, "116 123", said, hours=ALWAYS, text_first=True),
            supports.way(WayKind.IN_PERSON, said),
        ),
        note=said,
    )
    ben = supports.add(f"Ben {said}")
    ben = supports.change(ben, state=SupportState.GROWING)
    for one in (ana, ben):
        session.safety_net.add(one.id)
    session.safety_net.change(
        session.safety_net.entries[0],
        what_i_could_say=said,
        what_may_happen=said,
        purposes=(Purpose.COME_OVER,),
    )
    plan = session.safety_plan
    plan.change(one_line=said, made_with=(said,))
    signs, own_ways = plan.plan.parts[:2]
    plan.add_item(signs, text=said, share=Share.MAY_BE_SHARED)
    plan.add_item(signs, links=(Link(support=ana.id, ways=(ana.ways[0].id,)),))
    plan.add_item(own_ways, text=f"Call {said}", links=(Link(support=ana.id), Link(support=ben.id)))
    plan.add_part(PartType.OWN, title=said)
    copies = session.plan_copies
    for peer in (copies.add_support(ana), copies.add(said)):
        copies.change(peer, called=said)
        copies.choose(peer, may_be_chosen(plan.plan), on=True)
        copies.put_on_card(peer, may_be_chosen(plan.plan), on=True)
        copies.record(peer, copies.document(peer), Form.LOCKED_PAGE)
    fizzy = session.own_words.add(kind=WordKind.FEELING, word=f"f {said}"[:60], family=Family.BRIGHT)
    topic = session.topics.add(name=said, note=said)
    supports.change(
        supports.one(ana.id) or ana,
        topics=(topic.id,),
        exchanges=(Exchange(way=ExchangeWay.I_GIVE, what=Given.OTHER, example=said),),
        agreement=Agreement(when_ok=said, how_ok=said, please_not=said, asked_of_me=said, my_limits=said),
        hope=Hope(in_the_way=said, smallest_step=said),
    )
    tools = session.coping_tools
    tea = tools.add(
        name=said,
        steps=(said, f"Pour {said}"),
        good_for=("tired", fizzy.id),
        topics=(topic.id,),
        taught_by=(Someone(support=ana.id), Someone(name=said)),
        passed_on_to=(Someone(support=ben.id),),
    )
    tools.say_helped(tea, Help.A_BIT)
    tools.pin(tea)
    plan.add_item(own_ways, text=f"Sip {said}", tools=(tea.id,))
    practise(session, said, topic, ana, ben)
    session.meetings.add(
        with_whom=(Someone(support=ana.id), Someone(name=said)),
        received=said,
        gave=said,
        worth_remembering=said,
        follow_up=said,
        follow_up_on=session.now().date(),
        topics=(topic.id,),
    )
    session.about_me.change(
        session.about_me.now,
        called=said,
        pronouns=said,
        ways_to_talk=(WayToTalk.SLOW,),
        how_to_talk=said,
        senses=(Sense.NOISE,),
        about_senses=said,
        access=said,
        shared=(AboutPart.TALKING,),
    )
    session.helpful_things.add(text=said, topics=(topic.id,), share=Share.MAY_BE_SHARED)
    session.referrals.add(
        service=said,
        suggested_by=Someone(support=ana.id),
        way=session.referrals.way(WayKind.ADDRESS, said),
        cost=Cost.LOW,
        state=ReferralState.WAITING,
        next_day=session.now().date(),
        note=said,
        topics=(topic.id,),
    )
    session.keep_items.add(name=said, words=said, from_whom=Someone(support=ana.id), topics=(topic.id,))
    session.keep_items.add(name=said, from_whom=Someone(name=said))
    session.peer_page.change(called=said)
    session.peer_page.choose((topic.id, *ABOUT), on=True)
    session.peer_page.record(session.peer_page.document(), Form.PDF, said)
    sunny = session.mood_labels.add(level=2, words=said[:40], order=0, import_names=(said,))
    session.check_ins.record(mood=4)
    check_in = session.check_ins.record(mood=2)
    session.check_ins.change(
        check_in,
        note=said,
        source_text=said,
        label=sunny.id,
        feelings=("calm", fizzy.id),
        a_lot=(fizzy.id,),
        energy=Energy.LOW,
        with_supports=(ana.id, ben.id),
        what_helped=(ben.id, tea.id),
        topics=(topic.id,),
    )
    session.plan_versions.begin()
    session.held_plans.hold(of_someone(said), said)
    session.imports.bring(f"date,mood\n2026-10-03,{said[:40]}".encode(), said, imported(said[:40]))
    session.helplines.hide(helplines()["GB"][0])
    session.helplines.check(helplines()["GB"][1])
    session.drafts.keep("support/new/name", said)
    session.drafts.keep("plan/line", said)
    session.drafts.seal()
    session.preferences.change(lock_after_minutes=15)


def practise(session: Session, said: str, topic: Topic, ana: Support, ben: Support) -> None:
    """What was learned, thought over, went well, and is moved towards."""
    people = (Someone(support=ana.id), Someone(name=said))
    session.learnings.add(
        text=said,
        kind=LearningKind.NEW_WAY,
        before=said,
        now=said,
        learned_from=people,
        topics=(topic.id,),
        their_words=True,
        their_yes=TheirYes.ASKED,
        passed_on_to=(Someone(support=ben.id),),
    )
    session.reflections.add(text=said, prompt=Prompt.CONNECTION, with_people=people, topics=(topic.id,))
    goal = session.goals.add(
        text=said, why=said, steps=(GoalStep(text=said), GoalStep(text=f"x {said}", done=True))
    )
    session.goals.change(
        goal, who_could_support=people, topics=(topic.id,), important=True, state=GoalState.LATER
    )
    session.remove_support(session.supports.add(f"Cleo {said}"))
    session.wins.add(text=said, with_people=people, tell=people, topics=(topic.id,), goal=goal.id)


def of_someone(said: str, version: int = 1) -> Opened:
    """A copy of someone's plan, opened, with these words in every field."""
    support = HeldSupport(name=said, ways=(HeldWay(label=said, value=said),))
    line = HeldLine(text=said, tools=(HeldTool(name=said, steps=(said,)),), supports=(support,))
    part = HeldPart(heading=said, groups=(HeldGroup(heading=said, lines=(line,)),), after=(said,))
    copy = HeldCopy(
        title=said,
        one_line=said,
        told=(said,),
        closing=said,
        parts=(part,),
        called=said,
        version=version,
    )
    return Opened(copy=copy, id=id_from(b"someone's plan.."), held=None)


def imported(mood: str) -> Choices:
    """What to say of a table with a date and this mood."""
    return Choices(levels={mood: 2}, columns=Columns(date="date", mood="mood"))


def _change_drafts(session: Session) -> Act:
    session.drafts.keep("support/new/name", "Cleo")
    session.drafts.keep("support/new/note", "new")
    session.drafts.drop("plan/line")
    return session.drafts.seal


def _stood(session: Session) -> Callable[[], Undo]:
    session.supports.change(session.supports.all[0], state=SupportState.GROWING)
    return lambda: session.supports.past.remove(session.supports.past.all[0])


FIRST: dict[str, Callable[[Session], Act]] = {
    "record a check-in": lambda session: lambda: session.check_ins.record(mood=5),
    "add a support": lambda session: lambda: session.supports.add("Cleo"),
    "add a coping tool": lambda session: lambda: session.coping_tools.add(name="Tea"),
    "add a learning": lambda session: lambda: session.learnings.add(text="Ask first"),
    "add a reflection": lambda session: lambda: session.reflections.add(text="It was quiet"),
    "add a win": lambda session: lambda: session.wins.add(text="I called"),
    "add a goal": lambda session: lambda: session.goals.add(text="Sing again"),
    "add a meeting": lambda session: lambda: session.meetings.add(received="A lift"),
    "say something about oneself": lambda session: (
        lambda: session.about_me.change(session.about_me.now, called="Noor")
    ),
    "add a helpful thing": lambda session: lambda: session.helpful_things.add(text="Being asked"),
    "add a referral": lambda session: lambda: session.referrals.add(service="The drop-in"),
    "put something in the keep box": lambda session: lambda: session.keep_items.add(name="A letter"),
    "say a name for the peer page": lambda session: lambda: session.peer_page.change(called="Nur"),
    "put someone in the net": lambda session: lambda: session.safety_net.add(session._unlocked.new_id()),
    "change the plan": lambda session: lambda: session.safety_plan.change(one_line="It passes"),
    "add a part": lambda session: lambda: session.safety_plan.add_part(PartType.PRACTICAL),
    "show the plan to someone": lambda session: lambda: session.plan_copies.add("Mei"),
    "hold a plan for someone": lambda session: lambda: session.held_plans.hold(of_someone("new", 2), "Bo"),
    "add an item": lambda session: (
        lambda: session.safety_plan.add_item(session.safety_plan.plan.parts[0], text="I pace")
    ),
    "hide a helpline": lambda session: lambda: session.helplines.hide(helplines()["NZ"][0]),
    "make a helpline one's own": lambda session: (
        lambda: session.helplines.make_own(helplines()["NZ"][0], "mine")
    ),
    "seal drafts": _change_drafts,
    "change preferences": lambda session: lambda: session.preferences.change(lock_after_minutes=1),
}
"""Verbs that can be the first of a vault; each is prepared with a session and then done."""

LATER: dict[str, Callable[[Session], Act]] = {
    "change a check-in": lambda session: (
        lambda: session.check_ins.change(session.check_ins.recent[0], note="", mood=1)
    ),
    "move a check-in": lambda session: (
        lambda: session.check_ins.change(session.check_ins.recent[0], when=session.now() - timedelta(days=40))
    ),
    "remove a check-in": lambda session: lambda: session.check_ins.remove(session.check_ins.recent[0]),
    "undo: remove a check-in": lambda session: session.check_ins.remove(session.check_ins.recent[0]),
    "change a support": lambda session: (
        lambda: session.supports.change(session.supports.all[0], name="Anna", ways=())
    ),
    "change how things stand with a support": lambda session: (
        lambda: session.supports.change(session.supports.all[0], state=SupportState.RESTING)
    ),
    "take out how things stood": _stood,
    "undo: take out how things stood": lambda session: _stood(session)(),
    "put a support on the map": lambda session: (
        lambda: session.supports.put(session.supports.all[0], Ring.FURTHER_OUT, 40)
    ),
    "remove a support": lambda session: lambda: session.remove_support(session.supports.all[0]),
    "undo: remove a support": lambda session: session.remove_support(session.supports.all[0]),
    "change a coping tool": lambda session: (
        lambda: session.coping_tools.change(session.coping_tools.all[0], name="Soup", steps=())
    ),
    "put a coping tool away": lambda session: (
        lambda: session.coping_tools.put_away(session.coping_tools.all[0], away=True)
    ),
    "remove a coping tool": lambda session: lambda: session.remove_tool(session.coping_tools.all[0]),
    "undo: remove a coping tool": lambda session: session.remove_tool(session.coping_tools.all[0]),
    "change a learning": lambda session: (
        lambda: session.learnings.change(session.learnings.all[0], text="Ask twice", learned_from=())
    ),
    "put a learning away": lambda session: (
        lambda: session.learnings.alter(session.learnings.all[0], put_away=True)
    ),
    "undo: put a learning away": lambda session: session.learnings.alter(
        session.learnings.all[0], put_away=True
    ),
    "tick a step": lambda session: (
        lambda: session.goals.change(session.goals.all[0], steps=(GoalStep(text="Ask", done=True),))
    ),
    "let a goal go": lambda session: (
        lambda: session.goals.change(session.goals.all[0], state=GoalState.LET_GO)
    ),
    "remove a goal": lambda session: lambda: session.goals.remove(session.goals.all[0]),
    "undo: remove a win": lambda session: session.wins.remove(session.wins.all[0]),
    "remove a reflection": lambda session: lambda: session.reflections.remove(session.reflections.all[0]),
    "note a meeting with a support": lambda session: (
        lambda: session.meetings.note_with(session.supports.all[0])
    ),
    "note a meeting from a check-in": lambda session: (
        lambda: session.meetings.note_from(session.check_ins.recent[0])
    ),
    "change a meeting": lambda session: (
        lambda: session.meetings.change(session.meetings.all[0], gave="Soup", with_whom=())
    ),
    "remove a meeting": lambda session: lambda: session.meetings.remove(session.meetings.all[0]),
    "undo: remove a meeting": lambda session: session.meetings.remove(session.meetings.all[0]),
    "say how things stand with a hope": lambda session: (
        lambda: session.hopes.say(session.supports.all[0], HopeState.NOT_NOW)
    ),
    "undo: say how things stand with a hope": lambda session: session.hopes.say(
        session.supports.all[0], HopeState.NOT_NOW
    ),
    "change a helpful thing": lambda session: (
        lambda: session.helpful_things.change(session.helpful_things.all[0], text="Soup")
    ),
    "remove a helpful thing": lambda session: (
        lambda: session.helpful_things.remove(session.helpful_things.all[0])
    ),
    "undo: remove a helpful thing": lambda session: session.helpful_things.remove(
        session.helpful_things.all[0]
    ),
    "change a referral": lambda session: (
        lambda: session.referrals.change(session.referrals.all[0], state=ReferralState.GOING)
    ),
    "make a support of a referral": lambda session: (
        lambda: session.referrals.become_support(session.referrals.all[0])
    ),
    "undo: make a support of a referral": lambda session: session.referrals.become_support(
        session.referrals.all[0]
    )[1],
    "remove a referral": lambda session: lambda: session.referrals.remove(session.referrals.all[0]),
    "undo: remove a referral": lambda session: session.referrals.remove(session.referrals.all[0]),
    "change something in the keep box": lambda session: (
        lambda: session.keep_items.change(session.keep_items.all[0], words="", from_whom=None)
    ),
    "take something out of the keep box": lambda session: (
        lambda: session.keep_items.remove(session.keep_items.all[0])
    ),
    "undo: take something out of the keep box": lambda session: session.keep_items.remove(
        session.keep_items.all[0]
    ),
    "choose less for the peer page": lambda session: (
        lambda: session.peer_page.choose(session.peer_page.chosen, on=False)
    ),
    "record a copy of the peer page": lambda session: (
        lambda: session.peer_page.record(session.peer_page.document(), Form.TEXT, "Bo")
    ),
    "forget a copy of the peer page": lambda session: (
        lambda: session.peer_page.forget(session.peer_page.copies[0])
    ),
    "undo: forget a copy of the peer page": lambda session: session.peer_page.forget(
        session.peer_page.copies[0]
    ),
    "change a place in the net": lambda session: (
        lambda: session.safety_net.change(session.safety_net.entries[0], purposes=())
    ),
    "move in the net": lambda session: lambda: session.safety_net.move(session.safety_net.entries[0], 1),
    "remove from the net": lambda session: lambda: session.safety_net.remove(session.safety_net.entries[0]),
    "undo: remove from the net": lambda session: session.safety_net.remove(session.safety_net.entries[0]),
    "choose for a peer": lambda session: (
        lambda: session.plan_copies.choose(
            session.plan_copies.peers[0], may_be_chosen(session.safety_plan.plan), on=False
        )
    ),
    "put on a card": lambda session: (
        lambda: session.plan_copies.put_on_card(
            session.plan_copies.peers[0], may_be_chosen(session.safety_plan.plan), on=False
        )
    ),
    "record a copy": lambda session: (
        lambda: session.plan_copies.record(
            session.plan_copies.peers[0],
            session.plan_copies.document(session.plan_copies.peers[0]),
            Form.TEXT,
        )
    ),
    "say that a copy was given": lambda session: (
        lambda: session.plan_copies.say_given(session.plan_copies.all[0], given=True)
    ),
    "forget a peer": lambda session: lambda: session.plan_copies.forget(session.plan_copies.peers[0]),
    "undo: forget a peer": lambda session: session.plan_copies.forget(session.plan_copies.peers[0]),
    "change a part": lambda session: (
        lambda: session.safety_plan.change_part(session.safety_plan.plan.parts[0], hidden=True)
    ),
    "move a part": lambda session: (
        lambda: session.safety_plan.move_part(session.safety_plan.plan.parts[0], 2)
    ),
    "remove a part": lambda session: (
        lambda: session.safety_plan.remove_part(session.safety_plan.plan.parts[0])
    ),
    "undo: remove a part": lambda session: session.safety_plan.remove_part(session.safety_plan.plan.parts[0]),
    "change an item": lambda session: lambda: session.safety_plan.change_item(*_item(session), text="I hum"),
    "mark all": lambda session: (
        lambda: session.safety_plan.mark_all(session.safety_plan.plan.parts[0], Share.MAY_BE_SHARED)
    ),
    "move an item": lambda session: lambda: session.safety_plan.move_item(*_item(session), 1),
    "remove an item": lambda session: lambda: session.safety_plan.remove_item(*_item(session)),
    "give back a plan that is held": lambda session: (
        lambda: session.held_plans.remove(session.held_plans.all[0])
    ),
    "undo: give back a plan that is held": lambda session: session.held_plans.remove(
        session.held_plans.all[0]
    ),
    "undo: hold a newer copy": lambda session: session.held_plans.hold(of_someone("new", 2), "Bo")[1],
    "begin a version": lambda session: session.plan_versions.begin,
    "undo: begin a version": lambda session: session.plan_versions.begin(),
    "go back to a version": lambda session: lambda: session.plan_versions.bring_back(_version(session)),
    "undo: go back to a version": lambda session: session.plan_versions.bring_back(_version(session)),
    "remove a version": lambda session: lambda: session.plan_versions.remove(_version(session)),
    "undo: remove a version": lambda session: session.plan_versions.remove(_version(session)),
    "undo: remove an item": lambda session: session.safety_plan.remove_item(*_item(session)),
}
"""Verbs of a session in which someone lives."""


def _version(session: Session) -> PlanVersion:
    return session.plan_versions.all[0]


def _item(session: Session) -> tuple[PlanPart, PlanItem]:
    part = session.safety_plan.plan.parts[0]
    return part, part.items[0]
