"""Vaults to look at: a usual one, and a full one with long names and many lines."""

import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app import session as sessions
from app.domain.check_in import Energy
from app.domain.kept import Share
from app.domain.safety_net import Purpose
from app.domain.safety_plan import Link, PartType, Sign
from app.domain.support import Ring, Support, SupportKind, WayKind
from app.session import Session
from tests.browser.steps import PASSPHRASE

LONG_NAME = "Anne-Marie Papadopoulou-Wołoszczyńska from the Thursday evening peer group by the harbour"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
LONG_PLACE = "a-very-long-name-of-a-place-by-the-sea"
LONG_LINE = (
    "I put the kettle on, open the window, listen to the whole of the record that my grandmother left me, "
    f"and write {LONG_WORD} backwards until it is a little quieter."
)


def seed_usual(folder: Path) -> None:
    """A vault as after a few weeks: three check-ins, two supports in the net, a plan with a line or two in each part."""
    session = fresh(folder)
    ana = _support(session, "Ana", (WayKind.CALL, "+36 30 123 4567"), SupportKind.PERSON, Ring.CLOSE)
    choir = _support(session, "Ñandú choir", (WayKind.IN_PERSON, "Thursdays at seven"), SupportKind.GROUP)
    _into_the_net(session, ana, say="It’s a hard evening. Can you talk?")
    _into_the_net(session, choir)
    _check_ins(session, moods=(4, 2, None))
    _plan(session, lines=("Make tea and hold the warm cup.",), linked=(ana,))
    session.lock()


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
    _check_ins(session, moods=(5, 4, 3, 2, 1), many=True)
    _plan(session, lines=tuple(f"{LONG_LINE} {n}" for n in range(4)), linked=tuple(everyone[:2]))
    session.lock()


def fresh(folder: Path) -> Session:
    now = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
    minutes = iter(range(1_000_000))
    return sessions.create(
        folder,
        PASSPHRASE,
        clock=lambda: now + timedelta(minutes=next(minutes)),
        chance=secrets.token_bytes,
    )


def _support(
    session: Session, name: str, way: tuple[WayKind, str], what: SupportKind, ring: Ring = Ring.AROUND_ME
) -> Support:
    support = session.supports.add(name, kind=what)
    return session.supports.change(support, ring=ring, ways=(session.supports.way(*way),))


def _into_the_net(session: Session, support: Support, say: str = "") -> None:
    session.safety_net.add(support.id)
    entry = session.safety_net.of(support.id)
    assert entry is not None
    session.safety_net.change(
        entry, what_i_could_say=say, purposes=(Purpose.TALK_ABOUT_IT, Purpose.COME_OVER)
    )


def _check_ins(session: Session, moods: tuple[int | None, ...], *, many: bool = False) -> None:
    feelings = ("calm", "hopeful", "worried", "tired", "torn") if many else ("hopeful",)
    for mood in moods:
        saved = session.check_ins.record(mood=mood, cannot_name=mood is None)
        session.check_ins.change(
            saved, feelings=feelings, energy=Energy.MIDDLE, note=LONG_LINE if many else "Rain on the roof."
        )


def _plan(session: Session, lines: tuple[str, ...], linked: tuple[Support, ...]) -> None:
    session.safety_plan.change(one_line="This has passed before.", one_line_share=Share.MAY_BE_SHARED)
    for known in session.safety_plan.plan.parts:
        for place, line in enumerate(lines):
            part = session.safety_plan.part(known.id)
            assert part is not None
            share = Share.ONLY_ME if place == 1 else Share.MAY_BE_SHARED
            sign = {"sign": Sign.BODY} if part.type is PartType.SIGNS else {}
            session.safety_plan.add_item(part, text=f"{line} ({part.type})", share=share, **sign)
        if known.type is PartType.PEOPLE_TO_ASK:
            for one in linked:
                part = session.safety_plan.part(known.id)
                assert part is not None
                link = Link(support=one.id, ways=tuple(way.id for way in one.ways))
                session.safety_plan.add_item(part, links=(link,), share=Share.MAY_BE_SHARED)
