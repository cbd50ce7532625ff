"""Vaults to look at: a usual one, and a full one with long names and many lines."""

import secrets
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import wraps
from pathlib import Path

from app import session as sessions
from app.domain.about_me import AboutPart, Sense, WayToTalk
from app.domain.check_in import Energy
from app.domain.coping_tool import Help, MayPassOn, Takes, ToolKind, WhereOk
from app.domain.goal import GoalState, GoalStep
from app.domain.held_plan import HeldCopy, HeldGroup, HeldLine, HeldPart, HeldSupport, HeldWay
from app.domain.hope import Hope, HopeState
from app.domain.hours import DAYS, Hours, Span
from app.domain.ids import id_from
from app.domain.keep_item import Medium
from app.domain.kept import Share
from app.domain.learning import LearningKind
from app.domain.plan_copy import Form
from app.domain.referral import Cost, ReferralState
from app.domain.reflection import Prompt
from app.domain.safety_net import Purpose
from app.domain.safety_plan import Link, PartType, Sign
from app.domain.someone import Someone
from app.domain.support import Ring, Support, SupportForm, SupportKind, SupportState, WayKind
from app.session import Session
from app.session.held_plan import Opened
from app.store.keep_item import kept_file
from tests.browser.sample_sound import hum
from tests.browser.steps import PASSPHRASE
from tests.ui.screens.lived_in import photo_of_the_sea

LONG_NAME = "Anne-Marie Papadopoulou-Wołoszczyńska from the Thursday evening peer group by the harbour"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
LONG_PLACE = "a-very-long-name-of-a-place-by-the-sea"
LONG_TOOLS = (
    "Ακούω ολόκληρο τον δίσκο που μου άφησε η γιαγιά μου και κρατώ ένα ζεστό φλιτζάνι στα χέρια",
    "Rückwärtsbuchstabieren der Donaudampfschifffahrtsgesellschaftskapitänsmütze",
    "Walk to the lighthouse and back",
)
LONG_LINE = (
    "I put the kettle on, open the window, listen to the whole of the record that my grandmother left me, "
    f"and write {LONG_WORD} backwards until it is a little quieter."
)
_NIGHTS = Hours(spans=(Span(days=DAYS[:6], begins=time(18, 30), ends=time(2)),), zone="America/New_York")


def _once(seed: Callable[[Path], None]) -> Callable[[Path], None]:
    """Make a vault once, and put the same files there from then on: to seal one takes longer than to open it."""
    made: dict[Path, bytes] = {}

    @wraps(seed)
    def put(folder: Path) -> None:
        if not made:
            seed(folder)
            made.update(
                {one.relative_to(folder): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
            )
            return
        for name, content in made.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)

    return put


@_once
def seed_usual(folder: Path) -> None:
    """A vault as after a few weeks: three check-ins, two supports in the net, a plan with a line or two in each part."""
    session = fresh(folder)
    ana = _support(session, "Ana", (WayKind.CALL, "+36 30 123 4567"), SupportKind.PERSON, Ring.CLOSE)
    choir = _support(session, "Ñandú choir", (WayKind.IN_PERSON, "Thursdays at seven"), SupportKind.GROUP)
    _into_the_net(session, ana, say="It’s a hard evening. Can you talk?")
    _into_the_net(session, choir)
    _tools(session, ana)
    _practised(session, ana)
    _meetings(session, (ana, choir))
    _about_me(session)
    _suggested(session, ana)
    _peer_page(session, ana)
    _check_ins(session, moods=(4, 2, None))
    _plan(session, lines=("Make tea and hold the warm cup.",), linked=(ana,))
    _next_version(session)
    _held(session)
    session.lock()


@_once
def seed_full(folder: Path) -> None:
    """A vault with long names, unbreakable words, many supports and many lines."""
    session = fresh(folder)
    kinds, rings = tuple(SupportKind), tuple(Ring)
    everyone = [
        _support(
            session,
            f"{LONG_NAME} {n}" if n % 2 else f"{LONG_WORD} {n}",
            (WayKind.EMAIL, f"letters.{n}@{LONG_PLACE}.example")
            if n % 3
            else (WayKind.CALL, f"+48 22 123 45 {n}0"),
            kinds[n % len(kinds)],
            rings[n % len(rings)],
        )
        for n in range(9)
    ]
    for one in everyone[:6]:
        _into_the_net(session, one, say=LONG_LINE)
    _many_tools(session, tuple(everyone))
    _check_ins(session, moods=(5, 4, 3, 2, 1), many=True)
    _plan(session, lines=tuple(f"{LONG_LINE} {n}" for n in range(4)), linked=tuple(everyone[:2]))
    _next_version(session)
    session.lock()


def fresh(folder: Path) -> Session:
    now = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
    minutes = iter(range(1_000_000))
    session = sessions.create(
        folder,
        PASSPHRASE,
        clock=lambda: now + timedelta(minutes=next(minutes)),
        chance=secrets.token_bytes,
    )
    session.preferences.change(toured=True)
    return session


def _support(
    session: Session, name: str, way: tuple[WayKind, str], what: SupportKind, ring: Ring = Ring.AROUND_ME
) -> Support:
    support = session.supports.add(name, kind=what)
    ways = (session.supports.way(*way, hours=_NIGHTS),)
    return session.supports.change(support, ring=ring, ways=ways, share=Share.MAY_BE_SHARED)


def _into_the_net(session: Session, support: Support, say: str = "") -> None:
    session.safety_net.add(support.id)
    entry = session.safety_net.of(support.id)
    assert entry is not None
    session.safety_net.change(
        entry, what_i_could_say=say, purposes=(Purpose.TALK_ABOUT_IT, Purpose.COME_OVER)
    )


def _tools(session: Session, teacher: Support) -> None:
    """Two that help, one of them at hand."""
    tea = session.coping_tools.add(
        name="Hold a warm cup",
        steps=("Fill the kettle.", "Choose a cup.", "Hold it until it is lukewarm."),
        kind=ToolKind.SENSES,
        takes=Takes.FIVE_MINUTES,
        where_ok=WhereOk.AT_HOME,
        energy_needed=Energy.LOW,
        good_for=("worried",),
        taught_by=(Someone(support=teacher.id),),
    )
    session.coping_tools.pin(tea)
    session.coping_tools.add(name="Walk to the corner and back")
    session.keep_items.add(
        name="A card from Ana",
        words="You can always sit in our kitchen, also without talking.",
        from_whom=Someone(support=teacher.id),
    )
    session.keep_items.add(
        name="The sea on a grey morning, waves up to the rail", file=photo_of_the_sea(session)
    )
    sealed = session._unlocked.vault.files.keep(iter([hum(60)]))
    session.keep_items.add(name="Humming in the kitchen", file=kept_file(sealed, Medium.WAV))


def _practised(session: Session, ana: Support) -> None:
    """Two or three of each."""
    people = (Someone(support=ana.id),)
    topic = session.topics.add(name="A new job")
    session.learnings.add(
        text="Noor says no with a smile, and stays friends with everyone she says it to",
        kind=LearningKind.NEW_WAY,
        before="A no ends it.",
        learned_from=people,
        topics=(topic.id,),
        their_words=True,
    )
    session.learnings.add(text="The library lends out sewing machines", kind=LearningKind.WHERE_HELP_IS)
    session.reflections.add(
        text="We were quiet on the bench, and it was good.",
        prompt=Prompt.CONNECTION,
        with_people=people,
        topics=(topic.id,),
    )
    steps = (GoalStep(text="Ask when the choir meets", done=True), GoalStep(text="Go once and only listen"))
    goal = session.goals.add(text="Singing with others again", why="It carries me.", steps=steps)
    session.goals.change(goal, who_could_support=people, topics=(topic.id,), important=True)
    session.goals.add(text="Less news at night", state=GoalState.LATER)
    session.goals.add(text="The window box", state=GoalState.DONE)
    session.wins.add(text="Opened the three letters on the shelf", with_people=people, goal=goal.id)


def _meetings(session: Session, people: tuple[Support, ...]) -> None:
    """Twenty over a year, with one in turn and gaps between, and something to come back to."""
    for number in range(20):
        session.meetings.add(
            when=session.now() - timedelta(days=9 + number * 11 + number // 6 * 40),
            with_whom=(Someone(support=people[number % 3 // 2].id),),
            received="A long talk, and soup." if number % 4 else "",
            gave="I listened while she packed." if number % 3 else "",
            worth_remembering="It took both of us two years." if number % 5 == 0 else "",
        )
    latest = session.meetings.all[0]
    session.meetings.change(latest, follow_up="Ask how the new flat is.", follow_up_on=session.now().date())


def _about_me(session: Session) -> None:
    """What is said about oneself, what is helpful, and what is hoped for."""
    session.about_me.change(
        session.about_me.now,
        called="Noor",
        pronouns="they",
        ways_to_talk=(WayToTalk.TYPED, WayToTalk.TIME_TO_ANSWER),
        how_to_talk="Ask me twice. I say no too fast.",
        senses=(Sense.NOISE,),
        shared=(AboutPart.CALLED, AboutPart.TALKING),
    )
    grief = session.topics.add(name="A new town")
    session.helpful_things.add(text="Being asked before being advised", topics=(grief.id,))
    session.helpful_things.add(text="Walking side by side, without many words")
    for name, hope in (
        ("Someone who writes", Hope(smallest_step="Ask at the library.", stands=HopeState.LOOKING)),
        ("A quiet place to draw", Hope()),
    ):
        session.supports.add(
            name,
            state=SupportState.HOPED_FOR,
            hope=hope,
            form=SupportForm.SHARED_INTEREST,
            topics=(grief.id,),
        )


def _peer_page(session: Session, ana: Support) -> None:
    """Something under each heading of the page, some of it chosen, and a copy that was made before."""
    page = session.peer_page
    session.supports.change(ana, share=Share.MAY_BE_SHARED, form=SupportForm.FRIEND)
    hope = session.hopes.of(HopeState.LOOKING)[0]
    session.supports.change(hope, share=Share.MAY_BE_SHARED)
    for thing in session.helpful_things.all:
        session.helpful_things.change(thing, share=Share.MAY_BE_SHARED)
    tool = session.coping_tools.all[0]
    session.coping_tools.change(tool, may_pass_on=MayPassOn.YES)
    page.choose(page.offered, on=True)
    page.record(page.document(), Form.PDF, "Noor")
    page.choose((tool.id,), on=False)


def _suggested(session: Session, by: Support) -> None:
    """Two services that were suggested; the day that was noted for the first has come."""
    session.referrals.add(
        service="The drop-in at the library",
        suggested_by=Someone(support=by.id),
        way=session.referrals.way(WayKind.CALL, "01632 960123"),
        cost=Cost.FREE,
        state=ReferralState.WAITING,
        next_day=date(2026, 11, 20),
    )
    session.referrals.add(service="A counsellor at the health centre")


def _many_tools(session: Session, people: tuple[Support, ...]) -> None:
    """Sixty, three of them at hand and one put away, with everything said of the first."""
    everyone = tuple(Someone(support=one.id) for one in people)
    kinds, times, wheres = tuple(ToolKind), tuple(Takes), tuple(WhereOk)
    for n in range(60):
        tool = session.coping_tools.add(
            name=f"{LONG_TOOLS[n % 3]} {n:02}",
            steps=tuple(f"{LONG_LINE[: 40 + n]} {step}" for step in range(n % 7)),
            kind=kinds[n % len(kinds)],
            takes=times[n % len(times)],
            where_ok=wheres[n % len(wheres)],
            good_for=("worried", "lonely") if n % 2 else (),
            taught_by=everyone,
            passed_on_to=everyone[: n % 4],
            may_pass_on=MayPassOn.ASK,
        )
        if n in {3, 4, 5}:
            session.coping_tools.pin(tool)
            session.coping_tools.say_helped(tool, Help.NOT_THIS_TIME)
        if n == 6:
            session.coping_tools.put_away(tool, away=True)


def _check_ins(session: Session, moods: tuple[int | None, ...], *, many: bool = False) -> None:
    feelings = ("calm", "hopeful", "worried", "tired", "torn") if many else ("hopeful",)
    for mood in moods:
        saved = session.check_ins.record(mood=mood, cannot_name=mood is None)
        session.check_ins.change(
            saved, feelings=feelings, energy=Energy.MIDDLE, note=LONG_LINE if many else "Rain on the roof."
        )


def _next_version(session: Session) -> None:
    """A version of the plan is kept, and something is changed since."""
    plan = session.safety_plan
    session.plan_versions.begin()
    signs, alone = plan.plan.parts[:2]
    plan.change_item(signs, signs.items[0], text="I stop answering messages.")
    plan.remove_item(alone, alone.items[0])
    plan.add_item(alone, text="Put on the record from Grandma’s kitchen.")
    plan.change(made_with=("Ana",), last_read_through=date(2026, 11, 3), read_again_on=date(2026, 11, 20))


def _held(session: Session) -> None:
    """The plan of somebody else."""

    def part(about: PartType, heading: str, *lines: HeldLine) -> HeldPart:
        return HeldPart(heading=heading, groups=(HeldGroup(lines=lines),), about=about)

    ways = (HeldWay(label="Call", value="07700 900456", kind=WayKind.CALL),)
    copy = HeldCopy(
        title="My plan for hard times",
        one_line="Most of my storms are over by morning.",
        closing="Is this copy some weeks old? Ask me for a newer one.",
        parts=(
            part(
                PartType.SIGNS, "Signs that it’s getting harder", HeldLine(text="I answer in single words.")
            ),
            part(
                PartType.PEOPLE_TO_ASK,
                "People I can ask for help",
                HeldLine(text="After her shift.", supports=(HeldSupport(name="Mei", ways=ways),)),
            ),
            part(
                PartType.PLEASE_DO_AND_DONT, "Please do, please don’t", HeldLine(text="Please sit beside me.")
            ),
            part(
                PartType.HOW_TO_TALK, "How to talk with me", HeldLine(text="Write first. I may not pick up.")
            ),
        ),
        called="Zoë",
        version=3,
        made_on=date(2026, 11, 3),
    )
    session.held_plans.hold(Opened(copy=copy, id=id_from(b"the plan of zoe."), held=None), "Zoë")


def _plan(session: Session, lines: tuple[str, ...], linked: tuple[Support, ...]) -> None:
    session.safety_plan.change(one_line="This has passed before.", one_line_share=Share.MAY_BE_SHARED)
    for known in session.safety_plan.plan.parts:
        for place, line in enumerate(lines):
            part = session.safety_plan.part(known.id)
            assert part is not None
            share = Share.ONLY_ME if place == 1 else Share.MAY_BE_SHARED
            sign = {"sign": Sign.BODY} if part.type is PartType.SIGNS else {}
            session.safety_plan.add_item(part, text=f"{line} ({part.type})", share=share, **sign)
        if known.type is PartType.ON_MY_OWN:
            part = session.safety_plan.part(known.id)
            assert part is not None
            tools = tuple(one.id for one in session.coping_tools.pinned[:2])
            session.safety_plan.add_item(
                part, text="When the evening is long", tools=tools, share=Share.MAY_BE_SHARED
            )
        if known.type is PartType.PEOPLE_TO_ASK:
            for one in linked:
                part = session.safety_plan.part(known.id)
                assert part is not None
                link = Link(support=one.id, ways=tuple(way.id for way in one.ways))
                session.safety_plan.add_item(part, links=(link,), share=Share.MAY_BE_SHARED)
