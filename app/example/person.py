"""The made-up person of an example: who and what holds them, what they call things, and their plan."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import count
from typing import Any

from app.domain.about_me import AboutMe, AboutPart, Sense, WayToTalk
from app.domain.agreement import Agreement
from app.domain.check_in import Energy
from app.domain.coping_tool import CopingTool, Takes, ToolKind, WhereOk
from app.domain.exchange import Direction, Exchange, ExchangeWay, Given
from app.domain.feeling import Family
from app.domain.helpful_thing import HelpfulThing
from app.domain.helpline import HelplineMark
from app.domain.hope import Hope, HopeState
from app.domain.hours import DAYS, Hours, Span
from app.domain.keep_item import KeepItem
from app.domain.kept import Share
from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord, WordKind
from app.domain.plan_version import PlanVersion
from app.domain.preferences import Preferences
from app.domain.referral import Cost, Referral, ReferralState
from app.domain.safety_net import Purpose, SafetyNetEntry
from app.domain.safety_plan import Link, PartType, PlanItem, PlanPart, SafetyPlan, Sign
from app.domain.someone import Someone
from app.domain.support import ContactWay, Ring, Strain, Strength, Support, SupportKind, SupportState, WayKind
from app.domain.support_past import StateChange
from app.domain.topic import Topic
from app.example.practice import Practised, practised
from app.example.stamps import Stamps
from app.words.example import example as words

_KINDS = (
    SupportKind.PERSON,
    SupportKind.PERSON,
    SupportKind.GROUP,
    SupportKind.COMMUNITY,
    SupportKind.PLACE,
    SupportKind.ACTIVITY,
    SupportKind.ANIMAL,
    SupportKind.SERVICE,
    SupportKind.HELPLINE,
    SupportKind.WITHIN_ME,
    SupportKind.PERSON,
    SupportKind.PERSON,
)
_WAYS = {
    SupportKind.PERSON: (WayKind.CALL, WayKind.EMAIL),
    SupportKind.GROUP: (WayKind.EMAIL,),
    SupportKind.SERVICE: (WayKind.CALL,),
    SupportKind.HELPLINE: (WayKind.CALL,),
}
_HOURS = {
    SupportKind.SERVICE: Hours(
        spans=(Span(days=DAYS[:5], begins=time(8, 30), ends=time(16)),), zone="Europe/Oslo"
    ),
    SupportKind.HELPLINE: Hours(
        spans=(Span(days=DAYS, begins=time(18), ends=time(2)),), zone="Europe/London"
    ),
}
_TIES: dict[int, dict[str, Any]] = {
    0: {
        "strength": Strength.STRONG,
        "exchanges": (
            Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LISTENING),
            Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LAUGHTER),
            Exchange(way=ExchangeWay.I_GIVE, what=Given.COMPANY),
        ),
    },
    1: {"strength": Strength.MEDIUM, "set_direction": Direction.BOTH},
    2: {"strength": Strength.MEDIUM, "set_direction": Direction.BOTH},
    4: {"set_direction": Direction.TO_ME},
    6: {"strength": Strength.STRONG, "set_direction": Direction.BOTH},
    7: {"strength": Strength.THIN, "set_direction": Direction.TO_ME},
    10: {"strength": Strength.STRONG, "strain": Strain.SOME, "set_direction": Direction.FROM_ME},
    11: {
        "state": SupportState.GROWING,
        "hope": Hope(in_the_way=words.hope_in_the_way, smallest_step=words.hope_step, stands=HopeState.FOUND),
    },
}
_LIMITS = 10
"""The place of the support of whom the limits are said."""
_NET = ((0, Purpose.TALK_ABOUT_IT), (1, Purpose.TAKE_MY_MIND_OFF_IT), (7, Purpose.PROFESSIONAL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """All that is remembered of the person but their check-ins."""

    supports: tuple[Support, ...]
    past: tuple[StateChange, ...]
    tools: tuple[CopingTool, ...]
    practised: Practised
    about_me: AboutMe
    helpful: tuple[HelpfulThing, ...]
    referrals: tuple[Referral, ...]
    net: tuple[SafetyNetEntry, ...]
    own_words: tuple[OwnWord, ...]
    topics: tuple[Topic, ...]
    labels: tuple[MoodLabel, ...]
    plan: SafetyPlan
    plan_version: PlanVersion
    keep_items: tuple[KeepItem, ...]
    helplines: tuple[HelplineMark, ...]
    preferences: Preferences
    drafts: dict[str, str]


def person(since: datetime) -> Person:
    """Return the person, who has written all this down at that moment."""
    stamp = Stamps("person", since)
    supports = tuple(_supports(stamp))
    plan = _plan(stamp, supports, since)
    topic = Stamps("topics", since)
    topics = tuple(Topic(**topic(), name=name) for name in words.topics)  # type: ignore[arg-type]
    before = replace(plan, version=1, parts=plan.parts[:-1])
    return Person(
        supports=supports,
        past=tuple(_past(stamp, supports[-1], since)),
        tools=tuple(_tools(stamp, supports, since)),
        practised=practised(supports, topics, since),
        about_me=_about_me(Stamps("about me", since)),
        helpful=tuple(_helpful(Stamps("helpful", since))),
        referrals=tuple(_referrals(Stamps("referrals", since), supports, since)),
        net=tuple(_net(stamp, supports)),
        own_words=(
            OwnWord(**stamp(), kind=WordKind.FEELING, word=words.own_word, family=Family.BRIGHT),  # type: ignore[arg-type]
            OwnWord(**stamp(), kind=WordKind.WHERE, word=words.own_place),  # type: ignore[arg-type]
        ),
        topics=topics,
        labels=(MoodLabel(**stamp(), level=4, words=words.mood_label, order=0),),  # type: ignore[arg-type]
        plan=plan,
        plan_version=PlanVersion(**stamp(), plan=before),  # type: ignore[arg-type]
        preferences=Preferences(**stamp(), example=True, toured=True),  # type: ignore[arg-type]
        helplines=(HelplineMark(**stamp(), line="gb-samaritans", pinned=True),),  # type: ignore[arg-type]
        keep_items=tuple(_keep_items(stamp, supports)),
        drafts={"support/new/note": words.draft},
    )


def _supports(stamp: Stamps) -> Iterable[Support]:
    numbers = count(101)
    rings = tuple(Ring)
    for place, (name, kind) in enumerate(zip(words.supports, _KINDS, strict=True)):
        ways = tuple(
            _way(
                stamp,
                way,
                next(numbers),
                hours=_HOURS.get(kind),
                text_first=place == 1 and way is WayKind.CALL,
            )
            for way in _WAYS.get(kind, ())
        )
        note = words.support_note if place == 1 else ""
        yield Support(
            **stamp(),  # type: ignore[arg-type]
            name=name,
            kind=kind,
            ring=rings[place % 3],
            ways=ways,
            note=note,
            agreement=Agreement(my_limits=words.limits if place == _LIMITS else ""),
            **_TIES.get(place, {}),
        )


def _past(stamp: Stamps, support: Support, since: datetime) -> Iterable[StateChange]:
    """How it came to be growing: it was hoped for before."""
    for weeks, state in enumerate((SupportState.HOPED_FOR, SupportState.GROWING)):
        yield StateChange(**stamp(since + timedelta(weeks=weeks)), support=support.id, state=state)  # type: ignore[arg-type]


def _way(stamp: Stamps, kind: WayKind, number: int, **fields: Any) -> ContactWay:
    """A way that leads to nobody: numbers kept free for stories (Ofcom), and a name that is never given out (RFC 2606)."""
    value = f"01632 960{number}" if kind is WayKind.CALL else f"letters.{number}@harbour.example"
    return ContactWay(id=stamp.id(), kind=kind, value=value, **fields)


def _tools(stamp: Stamps, supports: tuple[Support, ...], since: datetime) -> Iterable[CopingTool]:
    """What helps: the first with all that can be said of one, the first two at hand."""
    said: dict[int, dict[str, object]] = {
        0: {
            "steps": words.kettle_steps,
            "kind": ToolKind.SENSES,
            "takes": Takes.FIVE_MINUTES,
            "where_ok": WhereOk.AT_HOME,
            "energy_needed": Energy.LOW,
            "good_for": ("restless", "lonely"),
            "taught_by": (Someone(support=supports[0].id), Someone(name=words.taught)),
            "learned_on": since.date(),
            "passed_on_to": (Someone(support=supports[1].id),),
            "pinned_at": since,
        },
        1: {"kind": ToolKind.DISTRACT, "where_ok": WhereOk.OUTSIDE, "pinned_at": since + timedelta(hours=1)},
        2: {"kind": ToolKind.BREATHE, "takes": Takes.ONE_MINUTE, "where_ok": WhereOk.ANYWHERE},
    }
    for place, name in enumerate(words.tools):
        yield CopingTool(**stamp(), name=name, **said.get(place, {}))  # type: ignore[arg-type]


def _about_me(stamp: Stamps) -> AboutMe:
    return AboutMe(
        **stamp(),  # type: ignore[arg-type]
        called=words.called,
        ways_to_talk=(WayToTalk.TYPED, WayToTalk.TIME_TO_ANSWER),
        how_to_talk=words.how_to_talk,
        senses=(Sense.NOISE,),
        access=words.access,
        shared=(AboutPart.CALLED, AboutPart.TALKING),
    )


def _helpful(stamp: Stamps) -> Iterable[HelpfulThing]:
    for place, text in enumerate(words.helpful):
        share = Share.ONLY_ME if place else Share.MAY_BE_SHARED
        yield HelpfulThing(**stamp(), text=text, share=share)  # type: ignore[arg-type]


def _referrals(stamp: Stamps, supports: tuple[Support, ...], since: datetime) -> Iterable[Referral]:
    """One that is thought about, and one that is waited for."""
    said: tuple[dict[str, Any], ...] = (
        {"suggested_by": Someone(name=words.taught), "cost": Cost.FREE},
        {
            "suggested_by": Someone(support=supports[0].id),
            "way": _way(stamp, WayKind.CALL, 150),
            "state": ReferralState.WAITING,
            "next_day": since.date() + timedelta(days=30),
            "note": words.referral_note,
        },
    )
    for service, fields in zip(words.referrals, said, strict=True):
        yield Referral(**stamp(), service=service, **fields)  # type: ignore[arg-type]


def _keep_items(stamp: Stamps, supports: tuple[Support, ...]) -> Iterable[KeepItem]:
    """Words that matter; photos and sounds are for the person to put in."""
    yield KeepItem(
        **stamp(),  # type: ignore[arg-type]
        name=words.kept,
        words=words.kept_words,
        from_whom=Someone(support=supports[0].id),
    )
    yield KeepItem(**stamp(), name=words.kept_thing, from_whom=Someone(name=words.taught))  # type: ignore[arg-type]


def _net(stamp: Stamps, supports: tuple[Support, ...]) -> Iterable[SafetyNetEntry]:
    for order, (place, purpose) in enumerate(_NET):
        say = words.netted if order == 0 else ""
        yield SafetyNetEntry(
            **stamp(),  # type: ignore[arg-type]
            order=order,
            support=supports[place].id,
            purposes=(purpose,),
            what_i_could_say=say,
            what_may_happen=words.expected if purpose is Purpose.PROFESSIONAL else "",
        )


def _plan(stamp: Stamps, supports: tuple[Support, ...], since: datetime) -> SafetyPlan:
    def item(text: str, share: Share = Share.MAY_BE_SHARED, **fields: object) -> PlanItem:
        return PlanItem(**stamp(), text=text, share=share, **fields)  # type: ignore[arg-type]

    def reached(place: int) -> PlanItem:
        one = supports[place]
        return item("", links=(Link(support=one.id, ways=tuple(way.id for way in one.ways)),))

    signs = [item(text, sign=Sign.WHAT_I_DO) for text in words.signs]
    seen = item(words.sign_others_notice, Share.ONLY_ME, sign=Sign.OTHERS_NOTICE)
    filled = (
        (PartType.SIGNS, (*signs, seen)),
        (PartType.ON_MY_OWN, tuple(map(item, words.on_my_own))),
        (PartType.PEOPLE_AND_PLACES, (reached(2), *map(item, words.places))),
        (PartType.PEOPLE_TO_ASK, (reached(0), reached(1))),
        (PartType.SERVICES, (reached(7), reached(8))),
        (PartType.SAFER_SPACE, tuple(item(text, Share.ONLY_ME) for text in words.safer_space)),
    )
    parts = [PlanPart(**stamp(), type=kind, items=items) for kind, items in filled]  # type: ignore[arg-type]
    own = tuple(map(item, words.slow_mornings))
    parts.append(PlanPart(**stamp(), type=PartType.OWN, title=words.own_part, items=own))  # type: ignore[arg-type]
    return SafetyPlan(
        **stamp(),  # type: ignore[arg-type]
        version=2,
        one_line=words.one_line,
        one_line_share=Share.MAY_BE_SHARED,
        made_with=(supports[0].name,),
        last_read_through=since.date(),
        read_again_on=since.date() + timedelta(days=90),
        parts=tuple(parts),
    )
