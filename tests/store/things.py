"""Strategies for every kind of thing that is stored, as wide as the domain lets them be."""

from dataclasses import replace
from datetime import time, timedelta, timezone
from operator import attrgetter
from typing import Any

from hypothesis import strategies as st

from app.domain.about_me import AboutMe, AboutPart, Sense, WayToTalk
from app.domain.agreement import Agreement, Answer, Consent
from app.domain.check_in import MOOD_LEVELS, CheckIn, Energy, FeltConnected, Source
from app.domain.circumstance import DOING, WHERE
from app.domain.coping_tool import CopingTool, Help, Helped, MayPassOn, Takes, ToolKind, WhereOk
from app.domain.exchange import Direction, Exchange, ExchangeWay, Given
from app.domain.feeling import BODY_SIGNALS, FEELINGS, Family
from app.domain.goal import Goal, GoalState, GoalStep
from app.domain.gone_name import GoneName
from app.domain.held_plan import (
    HeldCopy,
    HeldGroup,
    HeldLine,
    HeldPart,
    HeldPlan,
    HeldSupport,
    HeldTool,
    HeldWay,
)
from app.domain.helpful_thing import HelpfulThing
from app.domain.helpline import HelplineMark
from app.domain.hope import Hope, HopeState
from app.domain.hours import DAYS, Hours, Span
from app.domain.ids import Id, id_from
from app.domain.import_record import FileKind, ImportRecord, ImportState, Mapped
from app.domain.keep_item import MOST_FILE_BYTES, KeepItem, KeptFile, Medium
from app.domain.kept import Kept, Share
from app.domain.learning import Learning, LearningKind, TheirYes
from app.domain.meeting import Meeting
from app.domain.mood_label import FACES, MoodLabel
from app.domain.own_word import OwnWord, WordKind
from app.domain.peer_page import ABOUT, FORMS, PageCopy, PeerPage
from app.domain.plan_copy import Form, PlanCopy, TrustedPeer
from app.domain.plan_version import PlanVersion
from app.domain.preferences import LOCK_AFTER_MINUTES, Preferences
from app.domain.referral import Cost, Referral, ReferralState
from app.domain.reflection import Prompt, Reflection
from app.domain.safety_net import Purpose, SafetyNetEntry
from app.domain.safety_plan import Link, PartType, PlanItem, PlanPart, SafetyPlan, Sign, items
from app.domain.someone import Someone
from app.domain.support import (
    PHONE_KINDS,
    ContactWay,
    Ring,
    Strain,
    Strength,
    Support,
    SupportForm,
    SupportKind,
    SupportState,
    WayKind,
)
from app.domain.support_past import StateChange
from app.domain.topic import Topic
from app.domain.win import Win

ids = st.binary(min_size=16, max_size=16).map(id_from)
offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(timezones=offsets)
letters = st.characters(codec="utf-8")
words = st.text(letters, min_size=1, max_size=40).filter(str.strip)
texts = st.text(letters, max_size=60)


def some(strategy: st.SearchStrategy[Any], by: str = "") -> st.SearchStrategy[tuple[Any, ...]]:
    """Up to three different ones, or with a field in which they differ."""
    return st.lists(strategy, max_size=3, unique_by=attrgetter(by) if by else hash).map(tuple)


def _kept(what: type[Any], /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(what, id=ids, created_at=times, changed_at=times, **fields)


moods = st.one_of(
    st.fixed_dictionaries({"mood": st.sampled_from(list(MOOD_LEVELS)), "label": st.none() | ids}),
    st.fixed_dictionaries({"cannot_name": st.booleans()}),
)
check_ins: st.SearchStrategy[CheckIn] = st.builds(
    replace,
    _kept(
        CheckIn,
        when=times,
        feelings=some(st.sampled_from([feeling.key for feeling in FEELINGS]) | ids),
        energy=st.none() | st.sampled_from(Energy),
        body_signals=some(st.sampled_from(BODY_SIGNALS) | ids),
        with_supports=some(ids),
        where=some(st.sampled_from(WHERE) | ids),
        doing=some(st.sampled_from(DOING) | ids),
        topics=some(ids),
        felt_connected=st.none() | st.sampled_from(FeltConnected),
        what_helped=some(ids),
        note=texts,
        time_known=st.booleans(),
        source=st.sampled_from(Source),
        source_text=texts,
        brought_by=st.none() | ids,
    ),
).flatmap(
    lambda plain: moods.map(
        lambda mood: replace(plain, a_little=plain.feelings[:1], a_lot=plain.feelings[1:2], **mood)
    )
)

own_words: st.SearchStrategy[OwnWord] = st.one_of(
    _kept(
        OwnWord,
        kind=st.just(WordKind.FEELING),
        word=words,
        family=st.sampled_from(Family),
        hidden=st.booleans(),
    ),
    _kept(
        OwnWord,
        kind=st.sampled_from([WordKind.BODY_SIGNAL, WordKind.WHERE, WordKind.DOING]),
        word=words,
        hidden=st.booleans(),
    ),
)
topics: st.SearchStrategy[Topic] = _kept(Topic, name=words, note=texts, hidden=st.booleans())
mood_labels: st.SearchStrategy[MoodLabel] = _kept(
    MoodLabel,
    level=st.sampled_from(list(MOOD_LEVELS)),
    words=words,
    order=st.integers(0, 9),
    face=st.sampled_from(("", *FACES)),
    import_names=some(words),
    hidden=st.booleans(),
)

_VALUES = {
    WayKind.CALL: st.from_regex(r"\+?[0-9][0-9 ]{2,12}", fullmatch=True),
    WayKind.TEXT: st.from_regex(r"\+?[0-9][0-9 ]{2,12}", fullmatch=True),
    WayKind.EMAIL: st.emails(),
}
_times = st.times().map(lambda one: time(one.hour, one.minute))
_days = st.sets(st.sampled_from(DAYS), min_size=1).map(lambda days: tuple(sorted(days)))
hours: st.SearchStrategy[Hours] = st.builds(
    Hours,
    spans=st.lists(
        st.builds(Span, days=_days, begins=_times, ends=_times), min_size=1, max_size=3, unique=True
    ).map(tuple),
    zone=st.sampled_from(["", "UTC", "Europe/Vienna", "America/Argentina/Ushuaia"]),
)
ways: st.SearchStrategy[ContactWay] = st.sampled_from(WayKind).flatmap(
    lambda kind: st.builds(
        ContactWay,
        id=ids,
        kind=st.just(kind),
        value=_VALUES.get(kind, words),
        note=texts,
        hours=st.none() | hours,
        text_first=st.booleans() if kind in PHONE_KINDS else st.just(value=False),
    )
)
agreements: st.SearchStrategy[Agreement] = st.builds(
    Agreement,
    knows=st.none() | st.sampled_from(Answer),
    may_contact=st.none() | st.sampled_from(Consent),
    **dict.fromkeys(("when_ok", "how_ok", "please_not", "asked_of_me", "my_limits"), texts),
    share=st.sampled_from(Share),
)
exchanges: st.SearchStrategy[Exchange] = st.builds(
    Exchange, way=st.sampled_from(ExchangeWay), what=st.sampled_from(Given), example=words
)
supports: st.SearchStrategy[Support] = _kept(
    Support,
    name=words,
    kind=st.sampled_from(SupportKind),
    ring=st.sampled_from(Ring),
    ways=some(ways, by="id"),
    note=texts,
    form=st.none() | st.sampled_from(SupportForm),
    topics=some(ids),
    state=st.sampled_from(SupportState),
    strength=st.none() | st.sampled_from(Strength),
    strain=st.none() | st.sampled_from(Strain),
    exchanges=st.lists(exchanges, max_size=3, unique_by=lambda one: (one.way, one.what)).map(tuple),
    set_direction=st.none() | st.sampled_from(Direction),
    angle=st.none() | st.integers(0, 359),
    agreement=agreements,
    hope=st.builds(Hope, in_the_way=texts, smallest_step=texts, stands=st.sampled_from(HopeState)),
    share=st.sampled_from(Share),
)
state_changes: st.SearchStrategy[StateChange] = _kept(
    StateChange, support=ids, state=st.sampled_from(SupportState)
)
gone_names: st.SearchStrategy[GoneName] = _kept(GoneName, name=words)
_someone = st.builds(Someone, support=ids) | st.builds(Someone, name=words)
people = some(_someone)
about_mes: st.SearchStrategy[AboutMe] = _kept(
    AboutMe,
    ways_to_talk=some(st.sampled_from(WayToTalk)),
    senses=some(st.sampled_from(Sense)),
    shared=some(st.sampled_from(AboutPart)),
    **dict.fromkeys(("called", "pronouns", "how_to_talk", "about_senses", "access"), texts),
)
helpful_things: st.SearchStrategy[HelpfulThing] = _kept(
    HelpfulThing, text=words, topics=some(ids), share=st.sampled_from(Share)
)
referrals: st.SearchStrategy[Referral] = _kept(
    Referral,
    service=words,
    suggested_by=st.none() | _someone,
    way=st.none() | ways,
    cost=st.none() | st.sampled_from(Cost),
    state=st.sampled_from(ReferralState),
    next_day=st.none() | st.dates(),
    note=texts,
    topics=some(ids),
    support=st.none() | ids,
    share=st.sampled_from(Share),
)
coping_tools: st.SearchStrategy[CopingTool] = st.builds(
    replace,
    _kept(
        CopingTool,
        name=words,
        steps=some(words),
        kind=st.none() | st.sampled_from(ToolKind),
        takes=st.none() | st.sampled_from(Takes),
        where_ok=st.none() | st.sampled_from(WhereOk),
        energy_needed=st.none() | st.sampled_from(Energy),
        good_for=some(st.sampled_from([feeling.key for feeling in FEELINGS]) | ids),
        topics=some(ids),
        taught_by=people,
        learned_on=st.none() | st.dates(),
        may_pass_on=st.none() | st.sampled_from(MayPassOn),
        passed_on_to=people,
        helped=st.none() | st.builds(Helped, answer=st.sampled_from(Help), on=st.dates()),
    ),
).flatmap(
    lambda plain: st.one_of(
        st.builds(replace, st.just(plain), put_away=st.booleans()),
        st.builds(replace, st.just(plain), pinned_at=times),
    )
)
learnings: st.SearchStrategy[Learning] = _kept(
    Learning,
    text=words,
    kind=st.none() | st.sampled_from(LearningKind),
    before=texts,
    now=texts,
    learned_from=people,
    topics=some(ids),
    their_words=st.booleans(),
    their_yes=st.none() | st.sampled_from(TheirYes),
    passed_on_to=people,
    put_away=st.booleans(),
)
reflections: st.SearchStrategy[Reflection] = _kept(
    Reflection,
    text=words,
    prompt=st.sampled_from(Prompt),
    with_people=people,
    topics=some(ids),
    put_away=st.booleans(),
)
wins: st.SearchStrategy[Win] = _kept(
    Win,
    text=words,
    day=st.dates(),
    with_people=people,
    tell=people,
    topics=some(ids),
    goal=st.none() | ids,
    put_away=st.booleans(),
)
goals: st.SearchStrategy[Goal] = _kept(
    Goal,
    text=words,
    why=texts,
    steps=some(st.builds(GoalStep, text=words, done=st.booleans()), by="text"),
    who_could_support=people,
    topics=some(ids),
    important=st.booleans(),
    state=st.sampled_from(GoalState),
)
meetings: st.SearchStrategy[Meeting] = _kept(
    Meeting,
    when=times,
    time_known=st.booleans(),
    with_whom=people,
    received=texts,
    gave=texts,
    worth_remembering=words,
    follow_up=texts,
    follow_up_on=st.none() | st.dates(),
    followed_up=st.booleans(),
    check_in=st.none() | ids,
    topics=some(ids),
)
kept_files: st.SearchStrategy[KeptFile] = st.builds(
    KeptFile,
    name=st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=24, max_size=24),
    key=st.text("0123456789abcdef", min_size=64, max_size=64),
    size=st.integers(1, MOST_FILE_BYTES),
    medium=st.sampled_from(Medium),
)
keep_items: st.SearchStrategy[KeepItem] = _kept(
    KeepItem,
    name=words,
    words=texts,
    topics=some(ids),
    from_whom=st.none() | st.builds(Someone, support=ids) | st.builds(Someone, name=words),
    file=st.none() | kept_files,
)
entries: st.SearchStrategy[SafetyNetEntry] = _kept(
    SafetyNetEntry,
    order=st.integers(0, 1_000),
    support=ids,
    purposes=some(st.sampled_from(Purpose)),
    what_i_could_say=texts,
    what_may_happen=texts,
)
plan_items: st.SearchStrategy[PlanItem] = _kept(
    PlanItem,
    text=words,
    links=some(st.builds(Link, support=ids, ways=some(ids))),
    tools=some(ids),
    share=st.sampled_from(Share),
    sign=st.none() | st.sampled_from(Sign),
)
plan_parts: st.SearchStrategy[PlanPart] = _kept(
    PlanPart,
    type=st.sampled_from(PartType),
    title=words,
    hidden=st.booleans(),
    items=some(plan_items),
)


def _ids(parts: tuple[PlanPart, ...]) -> list[Id]:
    return [part.id for part in parts] + [item.id for part in parts for item in part.items]


plans: st.SearchStrategy[SafetyPlan] = _kept(
    SafetyPlan,
    version=st.integers(1, 9),
    one_line=texts,
    one_line_share=st.sampled_from(Share),
    made_with=some(words),
    last_read_through=st.none() | st.dates(),
    read_again_on=st.none() | st.dates(),
    parts=some(plan_parts).filter(lambda parts: len(set(_ids(parts))) == len(_ids(parts))),
)

peer_pages: st.SearchStrategy[PeerPage] = _kept(
    PeerPage,
    chosen=some(ids | st.sampled_from(ABOUT).map(str)),
    called=st.none() | texts.map(lambda text: text[:200]),
)
page_copies: st.SearchStrategy[PageCopy] = _kept(
    PageCopy, form=st.sampled_from(FORMS), mark=words, given_to=texts.map(lambda text: text[:200])
)
plan_versions: st.SearchStrategy[PlanVersion] = _kept(PlanVersion, plan=plans)
trusted_peers: st.SearchStrategy[TrustedPeer] = _kept(
    TrustedPeer, name=words, chosen=some(ids), on_card=some(ids), called=texts
)
held_copies: st.SearchStrategy[HeldCopy] = st.builds(
    HeldCopy,
    title=texts,
    one_line=texts,
    told=some(words),
    closing=texts,
    parts=some(
        st.builds(
            HeldPart,
            heading=texts,
            groups=some(
                st.builds(
                    HeldGroup,
                    heading=texts,
                    lines=some(
                        st.builds(
                            HeldLine,
                            text=texts,
                            tools=some(st.builds(HeldTool, name=texts, steps=some(words))),
                            supports=some(
                                st.builds(
                                    HeldSupport,
                                    name=texts,
                                    ways=some(
                                        st.builds(
                                            HeldWay,
                                            label=texts,
                                            value=texts,
                                            kind=st.none() | st.sampled_from(WayKind),
                                        )
                                    ),
                                )
                            ),
                        )
                    ),
                )
            ),
            about=st.none() | st.sampled_from(PartType),
            after=some(words),
        )
    ),
    called=texts,
    version=st.none() | st.integers(1, 9),
    made_on=st.none() | st.dates(),
)
held_plans: st.SearchStrategy[HeldPlan] = _kept(HeldPlan, name=words, copy=held_copies)
plan_copies: st.SearchStrategy[PlanCopy] = _kept(
    PlanCopy,
    peer=ids,
    form=st.sampled_from(Form),
    version=st.integers(1, 9),
    mark=words,
    says=some(words),
    left_out=st.integers(0, 9),
    given_on=st.none() | st.dates(),
)

_import_states = st.one_of(
    st.fixed_dictionaries(
        {"state": st.sampled_from([ImportState.BRINGING, ImportState.BROUGHT]), "taken_back_at": st.none()}
    ),
    st.fixed_dictionaries(
        {"state": st.sampled_from([ImportState.TAKING_BACK, ImportState.TAKEN_BACK]), "taken_back_at": times}
    ),
)
import_records: st.SearchStrategy[ImportRecord] = st.builds(
    replace,
    _kept(
        ImportRecord,
        file_name=texts,
        kind=st.sampled_from(FileKind),
        state=st.just(ImportState.BROUGHT),
        taken_back_at=st.none(),
        added=st.integers(0, 9),
        here=st.integers(0, 9),
        problems=st.integers(0, 9),
        mapped=some(st.builds(Mapped, name=words, level=st.sampled_from(list(MOOD_LEVELS)))),
        words=some(ids),
        labels=some(ids),
        topics=some(ids),
    ),
).flatmap(lambda plain: _import_states.map(lambda state: replace(plain, **state)))

_put_away = st.sampled_from([{}, {"hidden": True}, {"pinned": True}])
helpline_marks: st.SearchStrategy[HelplineMark] = _kept(
    HelplineMark, line=words, checked_on=st.none() | st.dates(), own=st.none() | ids
).flatmap(lambda plain: _put_away.map(lambda how: replace(plain, **how)))

preferences: st.SearchStrategy[Preferences] = _kept(
    Preferences,
    lock_after_minutes=st.sampled_from(LOCK_AFTER_MINUTES),
    hidden_words=some(words),
    patterns=st.booleans(),
    giving=st.booleans(),
    toured=st.booleans(),
    ticks=st.booleans(),
)

things: st.SearchStrategy[Kept] = st.one_of(
    check_ins,
    own_words,
    topics,
    mood_labels,
    import_records,
    supports,
    gone_names,
    coping_tools,
    learnings,
    reflections,
    wins,
    goals,
    meetings,
    about_mes,
    helpful_things,
    referrals,
    keep_items,
    peer_pages,
    page_copies,
    state_changes,
    entries,
    plan_items,
    plan_parts,
    plans,
    plan_versions,
    held_plans,
    helpline_marks,
    trusted_peers,
    plan_copies,
    preferences,
)
"""A thing of any kind."""


def moments(thing: Kept) -> list[Any]:
    """Its times with their offsets, which equality does not look at."""
    inner = [*thing.parts, *items(thing)] if isinstance(thing, SafetyPlan) else []
    inner += [thing.plan] if isinstance(thing, PlanVersion) else []
    inner += [*thing.items] if isinstance(thing, PlanPart) else []
    whens = [thing.when] if isinstance(thing, CheckIn | Meeting) else []
    whens += [thing.pinned_at] if isinstance(thing, CopingTool) and thing.pinned_at else []
    own = [(time, time.utcoffset()) for time in (thing.created_at, thing.changed_at, *whens)]
    return own + [moment for one in inner for moment in moments(one)]
