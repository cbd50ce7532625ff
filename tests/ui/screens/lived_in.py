"""A vault in which someone has lived for a while, and the way to each of its screens."""

from dataclasses import dataclass
from datetime import time
from io import BytesIO

from PIL import Image, ImageDraw

from app.domain.coping_tool import Someone, Takes
from app.domain.hours import DAYS, Hours, Span
from app.domain.keep_item import KeptFile, Medium
from app.domain.kept import Share
from app.domain.plan_copy import Form
from app.domain.safety_plan import Link, PartType
from app.domain.support import SupportKind, WayKind
from app.session import Session
from app.store.keep_item import kept_file
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
    kept: str
    photo: str
    said: str
    call: str
    signs: str
    people: str
    own: str
    version: str
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
    kept = session.keep_items.add(name="A card", words="Come when you can", from_whom=Someone(support=ana.id))
    photo = session.keep_items.add(name="The sea", file=photo_of_the_sea(session))
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
    line(PartType.PEOPLE_TO_ASK, links=(Link(support=ana.id, ways=(ways[0].id,)),), share=SHARED)
    session.plan_versions.begin()
    own = plan.add_part(PartType.OWN, "Sundays")
    plan.add_item(own, text="Soup at noon", share=SHARED)
    peer = session.plan_copies.add_support(ana)
    session.plan_copies.record(peer, session.plan_copies.document(peer), Form.PDF)
    return LivedIn(
        check_in=f"/check-in/{check_in.id}",
        ana=f"/support/{ana.id}",
        park=f"/support/{park.id}",
        entry=f"/safety-net/{entry.id}",
        tea=f"/tool/{tea.id}",
        kept=f"/keep/{kept.id}",
        photo=f"/keep/{photo.id}",
        said=f"/safety-net/words/{entry.id}",
        call=f"/support/way/{ana.id}.{ways[0].id}",
        signs=f"/plan/part/{parts[PartType.SIGNS]}",
        people=f"/plan/part/{parts[PartType.PEOPLE_TO_ASK]}",
        own=f"/plan/part/{own.id}",
        version=f"/plan/version/{session.plan_versions.all[0].id}",
        shown_to=f"/plan/share/{peer.id}",
    )
