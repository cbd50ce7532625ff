"""A vault in which someone has lived for a while, and the way to each of its screens."""

from dataclasses import dataclass
from datetime import time, timedelta
from io import BytesIO

from PIL import Image, ImageDraw

from app.domain.about_me import WayToTalk
from app.domain.coping_tool import Takes
from app.domain.goal import GoalState, GoalStep
from app.domain.hours import DAYS, Hours, Span
from app.domain.keep_item import KeptFile, Medium
from app.domain.kept import Share
from app.domain.learning import LearningKind
from app.domain.plan_copy import Form
from app.domain.reflection import Prompt
from app.domain.safety_plan import Link, PartType
from app.domain.someone import Someone
from app.domain.support import SupportKind, SupportState, WayKind
from app.session import Session
from app.store.keep_item import kept_file
from tests.session.lived_in import of_someone
from tests.ui.screens.house import House

EVENINGS = Hours(spans=(Span(days=DAYS, begins=time(18), ends=time(22)),), zone="Europe/London")
SHARED, KEPT = Share.MAY_BE_SHARED, Share.ONLY_ME


@dataclass(frozen=True)
class LivedIn:
    """What was written, by the paths at which it is shown."""

    check_in: str
    ana: str
    park: str
    entry: str
    tea: str
    learning: str
    learned_from: str
    reflection: str
    win: str
    goal: str
    meeting: str
    helpful: str
    hope: str
    drop_in: str
    kept: str
    photo: str
    said: str
    call: str
    signs: str
    people: str
    own: str
    version: str
    held: str
    shown_to: str


def live_in(house: House) -> LivedIn:
    """Write a little of everything."""
    with house.session() as session:
        return _written(session)


def photo_of_the_sea(session: Session) -> KeptFile:
    """A small picture of waves, sealed: what a thing in the keep box is to hold still."""
    drawn = Image.new("RGB", (320, 200), "#BFD3D6")
    pen = ImageDraw.Draw(drawn)
    for row in range(90, 200, 10):
        shade = 150 - row // 2
        pen.line(
            [(x, row + (x // 40 % 2) * 4) for x in range(0, 330, 10)], fill=(40, shade, shade + 20), width=9
        )
    written = BytesIO()
    drawn.save(written, "PNG")
    return kept_file(session._unlocked.vault.files.keep(iter([written.getvalue()])), Medium.PNG)


def _written(session: Session) -> LivedIn:
    check_in = session.check_ins.record(mood=2)
    session.check_ins.change(check_in, feelings=("sad",), note="Slept badly")
    ana = session.supports.add("Ana")
    ways = (
        session.supports.way(WayKind.CALL, "+44 7700 900123", "after six", hours=EVENINGS),
        session.supports.way(WayKind.TEXT, "07700 900123"),
        session.supports.way(WayKind.EMAIL, "ana@example.org"),
        session.supports.way(WayKind.IN_PERSON, "Choir, Tuesdays"),
    )
    ana = session.supports.change(ana, ways=ways)
    park = session.supports.add("The park", kind=SupportKind.PLACE)
    entry = session.safety_net.change(session.safety_net.add(ana.id), what_i_could_say="Can you talk?")
    tea = session.coping_tools.add(
        name="Mint tea",
        steps=("Fill the kettle", "Choose a cup"),
        takes=Takes.FIVE_MINUTES,
        good_for=("sad",),
        taught_by=(Someone(support=ana.id),),
    )
    session.coping_tools.pin(tea)
    topic = session.topics.add(name="Grief")
    learning = session.learnings.add(
        text="Tea first, then talk",
        kind=LearningKind.NEW_WAY,
        learned_from=(Someone(support=ana.id),),
        topics=(topic.id,),
        their_words=True,
    )
    reflection = session.reflections.add(text="We both went quiet", prompt=Prompt.CONNECTION)
    steps = (GoalStep(text="Ask Ana"), GoalStep(text="Go and see", done=True))
    goal = session.goals.add(text="Sing with others", steps=steps, state=GoalState.DONE)
    session.goals.add(text="A window box")
    win = session.wins.add(text="Opened the letter", with_people=(Someone(name="Noor"),), goal=goal.id)
    for number in range(5):
        meeting = session.meetings.add(
            with_whom=(Someone(support=ana.id),),
            received="A long talk",
            gave="A song" if number else "",
            when=session.now() - timedelta(days=number),
        )
    session.meetings.change(meeting, follow_up="Ask about the flat", follow_up_on=session.now().date())
    session.about_me.change(session.about_me.now, ways_to_talk=(WayToTalk.SLOW,), access="A ramp")
    helpful = session.helpful_things.add(text="Being asked")
    hope = session.supports.add("Writers nearby", state=SupportState.HOPED_FOR)
    drop_in = session.referrals.add(
        service="The drop-in",
        suggested_by=Someone(support=ana.id),
        way=session.referrals.way(WayKind.CALL, "01632 960123"),
        next_day=session.now().date(),
    )
    kept = session.keep_items.add(name="A card", words="Come when you can", from_whom=Someone(support=ana.id))
    photo = session.keep_items.add(name="The sea", file=photo_of_the_sea(session))
    session.peer_page.choose((topic.id,), on=True)
    session.peer_page.record(session.peer_page.document(), Form.PDF, "Noor")
    plan = session.safety_plan
    plan.change(one_line="It has passed before", one_line_share=SHARED)
    parts = {part.type: part.id for part in plan.plan.parts}

    def line(kind: PartType, **fields: object) -> None:
        part = plan.part(parts[kind])
        assert part is not None
        plan.add_item(part, **fields)

    line(PartType.SIGNS, text="I stop cooking", share=SHARED)
    line(PartType.SIGNS, text="I hide the post", share=KEPT)
    line(PartType.ON_MY_OWN, text="Walk to the pier", share=SHARED)
    line(PartType.ON_MY_OWN, text="Sit by the window", tools=(tea.id,), share=SHARED)
    line(PartType.PEOPLE_TO_ASK, links=(Link(support=ana.id, ways=(ways[0].id,)),), share=SHARED)
    session.plan_versions.begin()
    own = plan.add_part(PartType.OWN, "Sundays")
    plan.add_item(own, text="Soup at noon", share=SHARED)
    session.held_plans.hold(of_someone("Look at the sea"), "Bo")
    peer = session.plan_copies.add_support(ana)
    session.plan_copies.record(peer, session.plan_copies.document(peer), Form.PDF)
    return LivedIn(
        check_in=f"/check-in/{check_in.id}",
        ana=f"/support/{ana.id}",
        park=f"/support/{park.id}",
        entry=f"/safety-net/{entry.id}",
        tea=f"/tool/{tea.id}",
        learning=f"/learning/{learning.id}",
        learned_from=f"/people/learning.{learning.id}.learned_from",
        reflection=f"/reflection/{reflection.id}",
        win=f"/win/{win.id}",
        goal=f"/goal/{goal.id}",
        meeting=f"/meeting/{meeting.id}",
        helpful=f"/helpful/{helpful.id}",
        hope=f"/hope/{hope.id}",
        drop_in=f"/referral/{drop_in.id}",
        kept=f"/keep/{kept.id}",
        photo=f"/keep/{photo.id}",
        said=f"/safety-net/words/{entry.id}",
        call=f"/support/way/{ana.id}.{ways[0].id}",
        signs=f"/plan/part/{parts[PartType.SIGNS]}",
        people=f"/plan/part/{parts[PartType.PEOPLE_TO_ASK]}",
        own=f"/plan/part/{own.id}",
        held=f"/plan/held/{session.held_plans.all[0].id}",
        version=f"/plan/version/{session.plan_versions.all[0].id}",
        shown_to=f"/plan/share/{peer.id}",
    )
