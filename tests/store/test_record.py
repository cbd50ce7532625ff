"""Records: every value comes back as it was, and what is no value is refused without a word of it."""

import json
import traceback
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.about_me import AboutMe, Sense
from app.domain.agreement import Agreement, Answer
from app.domain.check_in import CheckIn, Energy
from app.domain.coping_tool import CopingTool, Help, Helped, MayPassOn, Takes, ToolKind
from app.domain.exchange import Exchange, ExchangeWay, Given
from app.domain.goal import Goal, GoalState, GoalStep
from app.domain.gone_name import GoneName
from app.domain.held_plan import HeldCopy, HeldPart, HeldPlan
from app.domain.helpful_thing import HelpfulThing
from app.domain.hope import Hope, HopeState
from app.domain.hours import Hours, Span
from app.domain.keep_item import KeepItem, KeptFile
from app.domain.kept import Kept
from app.domain.learning import Learning, LearningKind, TheirYes
from app.domain.meeting import Meeting
from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord
from app.domain.peer_page import PageCopy, PeerPage
from app.domain.plan_copy import Form
from app.domain.preferences import Preferences
from app.domain.referral import Cost, Referral
from app.domain.reflection import Prompt, Reflection
from app.domain.safety_net import SafetyNetEntry
from app.domain.safety_plan import Link, PartType, PlanItem, PlanPart, SafetyPlan
from app.domain.someone import Someone
from app.domain.support import ContactWay, Strain, Support, WayKind
from app.domain.support_past import StateChange
from app.domain.topic import Topic
from app.domain.win import Win
from app.store.record import UnreadableRecord, from_record, row_of, to_record
from tests.domain.sample import LATER, NOW, item, meeting, new_id, part, plan, stamp, support, tool, way
from tests.store.things import ids, moments, plans, things

TYPED = "what a person typed"
_EVENINGS = Hours(spans=(Span(days=(4, 5), begins=time(20), ends=time(2)),), zone="Europe/Vienna")

FULL: tuple[Kept, ...] = (
    CheckIn(
        **stamp(),
        when=LATER,
        mood=2,
        feelings=("calm", "tired"),
        energy=Energy.LOW,
        with_supports=(new_id(),),
        note="N",
    ),
    support(
        "Ana",
        way(WayKind.CALL, "116 123", "late", hours=_EVENINGS, text_first=True),
        note="N",
        topics=(new_id(),),
        strain=Strain.SOME,
        exchanges=(Exchange(way=ExchangeWay.I_GIVE, what=Given.COMPANY, example="E"),),
        angle=7,
        hope=Hope(in_the_way="W", stands=HopeState.LOOKING),
        agreement=Agreement(knows=Answer.YES, my_limits="L"),
    ),
    tool(
        steps=("S",),
        kind=ToolKind.MAKE,
        takes=Takes.LONGER,
        energy_needed=Energy.LOW,
        good_for=("tired",),
        topics=(new_id(),),
        taught_by=(Someone(support=new_id()), Someone(name="B")),
        learned_on=NOW.date(),
        may_pass_on=MayPassOn.ASK,
        helped=Helped(answer=Help.A_BIT, on=NOW.date()),
        pinned_at=NOW,
    ),
    Learning(
        **stamp(),
        text="T",
        kind=LearningKind.NEW_WAY,
        before="B",
        now="N",
        learned_from=(Someone(name="A"),),
        topics=(new_id(),),
        their_words=True,
        their_yes=TheirYes.ASKED,
        passed_on_to=(Someone(support=new_id()),),
    ),
    Reflection(
        **stamp(), text="T", prompt=Prompt.BOTH_OF_US, with_people=(Someone(name="A"),), topics=(new_id(),)
    ),
    Win(**stamp(), text="T", day=NOW.date(), tell=(Someone(name="A"),), topics=(new_id(),), goal=new_id()),
    Goal(
        **stamp(),
        text="T",
        why="W",
        steps=(GoalStep(text="S", done=True),),
        who_could_support=(Someone(name="A"),),
        topics=(new_id(),),
        important=True,
        state=GoalState.LATER,
    ),
    meeting(
        time_known=True,
        with_whom=(Someone(support=new_id()), Someone(name="B")),
        received="R",
        gave="G",
        follow_up="F",
        follow_up_on=NOW.date(),
        followed_up=True,
        check_in=new_id(),
        topics=(new_id(),),
    ),
    AboutMe(**stamp(), called="C", senses=(Sense.NOISE,), access="A"),
    HelpfulThing(**stamp(), text="T", topics=(new_id(),)),
    Referral(
        **stamp(),
        service="S",
        suggested_by=Someone(name="B"),
        way=way(WayKind.CALL, "116 123", hours=_EVENINGS),
        cost=Cost.LOW,
        next_day=NOW.date(),
        support=new_id(),
    ),
    PeerPage(**stamp(), chosen=("access", new_id()), called="C"),
    PageCopy(**stamp(), form=Form.TEXT, mark="M", given_to="G"),
    SafetyNetEntry(**stamp(), order=3, support=new_id(), what_i_could_say="S", what_may_happen="H"),
    plan(
        part(
            PartType.OWN,
            item("I", Link(support=new_id(), ways=(new_id(),)), tools=(new_id(),)),
            title="T",
            hidden=True,
        ),
        one_line="O",
        made_with=("Ben",),
        last_read_through=NOW.date(),
    ),
    HeldPlan(
        **stamp(), name="Zoë", copy=HeldCopy(parts=(HeldPart(heading="H", about=PartType.OWN),), version=2)
    ),
    Preferences(**stamp(), lock_after_minutes=2),
)

WRONG: tuple[Any, ...] = (
    None,
    7,
    -1,
    True,
    1.5,
    TYPED,
    [],
    [TYPED],
    [[TYPED]],
    {},
    {TYPED: TYPED},
    {"id": TYPED},
)
"""Of these, each is wrong for most fields; where it is not, the value must come back as it is."""


def _refused(kind: type[Kept], record: Any) -> bool:
    try:
        from_record(kind, record)
    except UnreadableRecord as error:
        told = "".join(traceback.format_exception(error)) + repr(error) + repr(error.__context__)
        return TYPED not in told and error.kind == kind.__name__
    return False


@settings(max_examples=150, deadline=None)
@given(things)
def test_every_value_comes_back_as_it_was_and_with_its_offsets(thing: Kept) -> None:
    again = from_record(type(thing), json.loads(json.dumps(to_record(thing))))
    assert again == thing
    assert moments(again) == moments(thing)


@settings(max_examples=40, deadline=None)
@given(plans)
def test_a_field_that_is_kept_elsewhere_stays_out(thing: SafetyPlan) -> None:
    record = to_record(thing, without=("parts",))
    assert "parts" not in record
    assert to_record(thing) | record == to_record(thing)


@pytest.mark.parametrize("thing", FULL, ids=lambda thing: type(thing).__name__)
def test_a_field_we_do_not_know_is_refused_at_any_depth(thing: Kept) -> None:
    record = json.loads(json.dumps(to_record(thing)))
    places = _objects(record)
    for place in places:
        place[TYPED] = TYPED
        assert _refused(type(thing), record)
        del place[TYPED]
    assert from_record(type(thing), record) == thing


@pytest.mark.parametrize("thing", FULL, ids=lambda thing: type(thing).__name__)
def test_a_missing_field_is_refused_unless_it_has_a_default(thing: Kept) -> None:
    plain = _plainest(thing)
    plainest = to_record(plain)
    assert from_record(type(thing), plainest) == plain
    for name in plainest:
        assert _refused(type(thing), {key: value for key, value in plainest.items() if key != name}), name


@pytest.mark.parametrize("thing", FULL, ids=lambda thing: type(thing).__name__)
def test_a_field_of_a_wrong_type_is_refused_never_made_to_fit(thing: Kept) -> None:
    record = json.loads(json.dumps(to_record(thing)))
    refused = 0
    for place in _objects(record):
        for name, right in list(place.items()):
            for wrong in (one for one in WRONG if one != right or type(one) is not type(right)):
                place[name] = wrong
                if _refused(type(thing), record):
                    refused += 1
                else:
                    again = json.loads(json.dumps(to_record(from_record(type(thing), record))))
                    assert _without_defaults(again) == _without_defaults(record), name
            place[name] = right
    assert refused > 5 * len(record)


@pytest.mark.parametrize("record", [None, 7, TYPED, [], [TYPED], {}, {TYPED: TYPED}])
@pytest.mark.parametrize(
    "kind", [CheckIn, Support, CopingTool, KeepItem, SafetyNetEntry, PlanItem, PlanPart, SafetyPlan]
)
def test_what_is_no_record_at_all_is_refused(kind: type[Kept], record: Any) -> None:
    assert _refused(kind, record)


@pytest.mark.parametrize(
    "fields",
    [
        {"mood": 6},
        {"mood": 3, "cannot_name": True},
        {"feelings": [TYPED]},
        {"feelings": ["calm", "calm"]},
        {"energy": TYPED},
        {"when": TYPED},
        {"when": "2026-11-21T06:34:00"},
        {"created_at": "2026-11-21T06:34:00"},
        {"note": TYPED * 2_000},
    ],
)
def test_an_impossible_value_is_refused(fields: dict[str, Any]) -> None:
    sound = to_record(CheckIn(**stamp(), when=NOW))
    assert from_record(CheckIn, sound).when == NOW
    assert _refused(CheckIn, sound | fields)


def test_what_is_not_written_down_means_the_same_for_ever() -> None:
    kept = {
        "id": "a" * 26,
        "created_at": "2026-11-21T06:34:00+00:00",
        "changed_at": "2026-11-22T06:34:00+01:00",
    }
    times = {"id": "a" * 26, "created_at": NOW, "changed_at": LATER - timedelta(hours=1)}
    check_in = from_record(CheckIn, kept | {"when": kept["created_at"]})
    assert _fields(check_in) == times | {
        "when": NOW, "mood": None, "label": None, "cannot_name": False, "feelings": (), "a_little": (), "a_lot": (),
        "body_signals": (), "energy": None, "with_supports": (), "where": (), "doing": (), "topics": (),
        "felt_connected": None, "what_helped": (), "note": "", "time_known": True, "source": "app", "source_text": "",
        "brought_by": None,
    }  # fmt: skip
    assert _fields(from_record(OwnWord, kept | {"kind": "where", "word": "the pier"})) == times | {
        "kind": "where", "word": "the pier", "family": None, "hidden": False,
    }  # fmt: skip
    assert _fields(from_record(Topic, kept | {"name": "art"})) == times | {
        "name": "art",
        "note": "",
        "hidden": False,
    }
    assert _fields(from_record(MoodLabel, kept | {"level": 4, "words": "sunny", "order": 0})) == times | {
        "level": 4, "words": "sunny", "order": 0, "face": "", "import_names": (), "hidden": False,
    }  # fmt: skip
    assert _fields(from_record(Support, kept | {"name": "Ana"})) == times | {
        "name": "Ana", "kind": "person", "ring": "around_me", "ways": (), "note": "", "form": None, "topics": (),
        "state": "here_now", "strength": None, "strain": None, "exchanges": (), "set_direction": None, "angle": None,
        "agreement": Agreement(), "hope": Hope(), "share": "only_me",
    }  # fmt: skip
    assert _fields(from_record(Hope, {})) == {"in_the_way": "", "smallest_step": "", "stands": "hoping"}
    assert _fields(from_record(AboutMe, kept)) == times | {
        "called": "", "pronouns": "", "ways_to_talk": (), "how_to_talk": "", "senses": (), "about_senses": "",
        "access": "", "shared": (),
    }  # fmt: skip
    assert _fields(from_record(HelpfulThing, kept | {"text": "T"})) == times | {
        "text": "T", "topics": (), "share": "only_me",
    }  # fmt: skip
    assert _fields(from_record(Referral, kept | {"service": "S"})) == times | {
        "service": "S", "suggested_by": None, "way": None, "cost": None, "state": "thinking", "next_day": None,
        "note": "", "topics": (), "support": None, "share": "only_me",
    }  # fmt: skip
    assert _fields(from_record(PeerPage, kept)) == times | {"chosen": (), "called": None}
    assert _fields(from_record(PageCopy, kept | {"form": "pdf", "mark": "M"})) == times | {
        "form": "pdf", "mark": "M", "given_to": "",
    }  # fmt: skip
    assert _fields(from_record(StateChange, kept | {"support": "b", "state": "growing"})) == times | {
        "support": "b", "state": "growing",
    }  # fmt: skip
    assert _fields(from_record(GoneName, kept | {"name": "Ana"})) == times | {"name": "Ana"}
    assert _fields(from_record(CopingTool, kept | {"name": "Tea"})) == times | {
        "name": "Tea", "steps": (), "kind": None, "takes": None, "where_ok": None, "energy_needed": None,
        "good_for": (), "topics": (), "taught_by": (), "learned_on": None, "may_pass_on": None, "passed_on_to": (),
        "helped": None, "pinned_at": None, "put_away": False,
    }  # fmt: skip
    assert _fields(from_record(Meeting, kept | {"when": kept["created_at"], "gave": "Tea"})) == times | {
        "when": NOW, "time_known": False, "with_whom": (), "received": "", "gave": "Tea", "worth_remembering": "",
        "follow_up": "", "follow_up_on": None, "followed_up": False, "check_in": None, "topics": (),
    }  # fmt: skip
    assert _fields(from_record(Reflection, kept | {"text": "T"})) == times | {
        "text": "T", "prompt": "free", "with_people": (), "topics": (), "put_away": False,
    }  # fmt: skip
    day = {"day": "2026-11-22"}
    assert _fields(from_record(Win, kept | day | {"text": "T"})) == times | {
        "text": "T", "day": date(2026, 11, 22), "with_people": (), "tell": (), "topics": (), "goal": None,
        "put_away": False,
    }  # fmt: skip
    assert _fields(from_record(Goal, kept | {"text": "T"})) == times | {
        "text": "T", "why": "", "steps": (), "who_could_support": (), "topics": (), "important": False, "state": "now",
    }  # fmt: skip
    assert _fields(from_record(KeepItem, kept | {"name": "A letter"})) == times | {
        "name": "A letter", "words": "", "from_whom": None, "topics": (), "file": None,
    }  # fmt: skip
    file = {"name": "a" * 24, "key": "0" * 64, "size": 1, "medium": "png"}
    assert _fields(from_record(KeptFile, file)) == file
    assert _fields(from_record(Someone, {"name": "Ana"})) == {"support": None, "name": "Ana"}
    assert _fields(from_record(Someone, {"support": "a"})) == {"support": "a", "name": ""}
    assert _fields(from_record(ContactWay, {"id": "w", "kind": "call", "value": "116 123"})) == {
        "id": "w", "kind": "call", "value": "116 123", "note": "", "hours": None, "text_first": False,
    }  # fmt: skip
    nights = {"days": [6], "begins": "22:00", "ends": "06:30"}
    assert _fields(from_record(Hours, {"spans": [nights]})) == {
        "spans": (Span(days=(6,), begins=time(22), ends=time(6, 30)),), "zone": "",
    }  # fmt: skip
    agreement = _fields(from_record(Agreement, {}))
    assert agreement == {
        "knows": None, "may_contact": None, "when_ok": "", "how_ok": "", "please_not": "", "asked_of_me": "",
        "my_limits": "", "share": "only_me",
    }  # fmt: skip
    assert from_record(Exchange, {"way": "i_give", "what": "company"}).example == ""
    assert _fields(from_record(SafetyNetEntry, kept | {"order": 0, "support": "b"})) == times | {
        "order": 0, "support": "b", "purposes": (), "what_i_could_say": "", "what_may_happen": "",
    }  # fmt: skip
    assert _fields(from_record(PlanItem, kept | {"text": "I"})) == times | {
        "text": "I", "links": (), "tools": (), "share": "only_me", "sign": None,
    }  # fmt: skip
    assert _fields(from_record(PlanPart, kept | {"type": "signs"})) == times | {
        "type": "signs", "title": "", "hidden": False, "items": (),
    }  # fmt: skip
    assert _fields(from_record(SafetyPlan, kept)) == times | {
        "version": 1, "one_line": "", "one_line_share": "only_me", "made_with": (), "last_read_through": None,
        "read_again_on": None, "parts": (),
    }  # fmt: skip
    assert _fields(from_record(Preferences, kept)) == times | {
        "lock_after_minutes": 5,
        "hidden_words": (),
        "patterns": True,
        "giving": True,
        "example": False,
        "toured": False,
        "ticks": False,
    }


@settings(deadline=None)
@given(st.lists(ids, unique=True, max_size=5))
def test_every_thing_has_a_row_of_its_own(several: list[Any]) -> None:
    rows = [row_of(one) for one in several]
    assert len(set(rows)) == len(several)
    assert all(0 <= row < 2**130 for row in rows)
    assert rows == [row_of(one) for one in several]


def _objects(content: Any) -> list[dict[str, Any]]:
    inner = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    own = [content] if isinstance(content, dict) else []
    return own + [found for one in inner for found in _objects(one)]


def _plainest(thing: Kept) -> Kept:
    needed: dict[type[Kept], dict[str, Any]] = {
        CheckIn: {"when": NOW},
        Support: {"name": "Ana"},
        CopingTool: {"name": "Tea"},
        Learning: {"text": "Ask first"},
        Reflection: {"text": "It was quiet"},
        Win: {"text": "I called", "day": NOW.date()},
        Goal: {"text": "Sing again"},
        Meeting: {"when": NOW, "gave": "Tea"},
        HelpfulThing: {"text": "T"},
        Referral: {"service": "S"},
        KeepItem: {"name": "A letter"},
        PageCopy: {"form": Form.TEXT, "mark": "M"},
        SafetyNetEntry: {"order": 0, "support": new_id()},
        HeldPlan: {"name": "Zoë", "copy": HeldCopy()},
    }
    return type(thing)(**stamp(), **needed.get(type(thing), {}))


def _fields(thing: Any) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in type(thing).__dataclass_fields__}


def _without_defaults(content: Any) -> Any:
    """A record as it would be written: what holds nothing is left out, and a default counts as nothing."""
    if isinstance(content, dict):
        plain = {key: _without_defaults(value) for key, value in content.items()}
        return {key: value for key, value in plain.items() if value not in (None, "", [], {}, False)}
    return [_without_defaults(one) for one in content] if isinstance(content, list) else content
