"""Every sentence a person can read: complete, short, calm, in the words that were agreed on, and filled where it must be."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import words
from app.domain import goal, learning, reflection, win
from app.domain.about_me import AboutPart, Sense, WayToTalk
from app.domain.agreement import Answer, Consent
from app.domain.check_in import MOOD_LEVELS, Energy, FeltConnected, Source
from app.domain.circumstance import DOING, WHERE
from app.domain.coping_tool import Help, MayPassOn, Takes, ToolKind, WhereOk
from app.domain.digest import AROUND
from app.domain.feeling import BODY_SIGNALS, FEELING_KEYS, Family
from app.domain.goal import GoalState
from app.domain.held_plan import Standing
from app.domain.helpline import ForWhom, Hours
from app.domain.hope import HopeState
from app.domain.import_record import FileKind
from app.domain.learning import LearningKind, TheirYes
from app.domain.mood_label import FACES
from app.domain.own_word import WordKind
from app.domain.patterns import PARTS_OF_DAY
from app.domain.peer_page import PageHeading
from app.domain.picture import Unit
from app.domain.plan_copy import Form
from app.domain.referral import Cost, ReferralState
from app.domain.reflection import Prompt
from app.domain.safety_net import Purpose
from app.domain.safety_plan import PartType, Sign
from app.domain.support import Ring, SupportKind, WayKind
from app.exports.document import Reason
from app.imports.held_plan import Why
from app.imports.read import Reason as ImportReason
from app.imports.read import Refusal
from app.session.backups import Trouble
from app.session.patterns import Period
from app.session.tables import TableKind
from app.store.emergency import emergency_numbers
from app.store.settings import ThemeChoice
from app.ui.screen import Place
from app.ui.screens.backups_testing import PROBLEMS
from app.ui.screens.unlock import _PROBLEMS
from app.ui.widgets.noticed import _SAID
from app.words.said import Choices, Counted, Lines, Said

APP = Path(__file__).parents[2] / "app"
ROOMS = [name for name in words.__all__ if name != "moment"]

OF_CHECK_INS_ALONE = {
    Refusal.EVERYTHING,
    Refusal.TOO_MANY_WORDS,
    Refusal.CONTACTS,
    Refusal.LOCKED_PAGE,
    Refusal.BACKUP,
}
"""What is never said of a file that should hold contacts."""

COMPLETE = [
    (words.check_in.moods, {str(level) for level in MOOD_LEVELS}),
    (words.check_in.families, set(Family)),
    (words.check_in.feeling, FEELING_KEYS),
    (words.check_in.energies, {*Energy, ""}),
    (words.check_in.body_signal, set(BODY_SIGNALS)),
    (words.check_in.place, set(WHERE)),
    (words.check_in.deed, set(DOING)),
    (words.check_in.connections, {*FeltConnected, ""}),
    (words.check_in.degrees, {"a_little", "", "a_lot"}),
    (words.check_in.lists, set(WordKind)),
    (words.check_in.sources, set(Source)),
    (words.about_me.parts, set(AboutPart)),
    (words.about_me.ways_to_talk, set(WayToTalk)),
    (words.about_me.senses, set(Sense)),
    (words.referral.states, set(ReferralState)),
    (words.referral.costs, set(Cost)),
    (words.peer_page.headings, set(PageHeading)),
    (words.peer_page.kinds, {"tools", "learnings"}),
    (words.support_hope.states, set(HopeState)),
    (words.support_hope.groups, {"now", "not_now", "found"}),
    (words.guide.pages, {"how", "where", "limits"}),
    (words.coping_tool.kinds, set(ToolKind)),
    (words.coping_tool.times, set(Takes)),
    (words.coping_tool.wheres, set(WhereOk)),
    (words.coping_tool.energies, set(Energy)),
    (words.coping_tool.needs, set(Energy)),
    (words.coping_tool.answers, set(Help)),
    (words.coping_tool.may, {*MayPassOn, ""}),
    (words.coping_tool.may_said, set(MayPassOn)),
    (words.learning.kinds, {*LearningKind, ""}),
    (words.learning.answers, {*TheirYes, ""}),
    (words.learning.people, set(learning.PEOPLE)),
    (words.reflection.prompts, set(Prompt)),
    (words.reflection.questions, set(Prompt)),
    (words.reflection.people, set(reflection.PEOPLE)),
    (words.win.people, set(win.PEOPLE)),
    (words.goal.people, set(goal.PEOPLE)),
    (words.goal.states, set(GoalState)),
    (words.goal.ended, {GoalState.DONE, GoalState.LET_GO}),
    (words.mood_label.pictures, {"", *FACES}),
    (words.helplines.for_whom, set(ForWhom)),
    (words.helplines.hours, set(Hours) - {Hours.UNKNOWN}),
    (words.helplines.things, {"hours", "languages", "cost", "emergency"}),
    (words.reaching.sure, {"call", "text"}),
    (words.contacts.places, {"home", "work"}),
    (words.support.kinds, set(SupportKind)),
    (words.support.rings, set(Ring)),
    (words.support.way_kinds, set(WayKind)),
    (words.support.way_values, set(WayKind)),
    (words.patterns.periods, set(Period)),
    (words.patterns.parts, set(PARTS_OF_DAY)),
    (words.patterns.hours, set(PARTS_OF_DAY)),
    (words.patterns.mood_help, set(Unit)),
    (words.patterns.connected_help, {Unit.MONTH, Unit.QUARTER, Unit.YEAR}),
    (words.patterns.around, set(AROUND)),
    (words.report.periods, set(Period) - {Period.EVERYTHING}),
    (words.report.kinds, set(TableKind)),
    (words.safety_net.purposes, set(Purpose)),
    (words.safety_net.consent, {*Consent, ""}),
    (words.support_more.knows_answers, {*Answer, ""}),
    (words.support_more.may_contact_answers, {*Consent, ""}),
    (words.safety_plan.parts, set(PartType)),
    (words.safety_plan.help, set(PartType)),
    (words.safety_plan.signs, set(Sign)),
    (words.held_plan.standings, set(Standing)),
    (words.held_plan.refusals, set(Why)),
    (words.export.reasons, set(Reason)),
    (words.export.agreed, {"asked_of_me", "my_limits"}),
    (words.plan_copy.forms, set(Form)),
    (words.plan_copy.form_help, set(Form)),
    (words.qr.moves, {"before", "after"}),
    (words.settings.themes, set(ThemeChoice)),
    (words.shell.places, set(Place)),
    (words.first_run.strength, set("01234")),
    (words.backups.troubles, set(Trouble)),
    (words.backups.problems, {key for _, key in PROBLEMS} | {"other"}),
    (words.imports.kinds, set(FileKind)),
    (words.imports.refusals, set(Refusal)),
    (words.imports.reasons, set(ImportReason)),
    (words.contacts.refusals, set(Refusal) - OF_CHECK_INS_ALONE),
    (words.unlock.problems, {key for _, key in _PROBLEMS} | {"other"}),
    (words.salvage.notices, {key for _, key in _SAID} | {"list"}),
    (words.hard_time.services_called, {one.service for many in emergency_numbers().values() for one in many}),
]

NOT_SAID = {
    "check-in": r"mood log|entry|entries|assessments?",
    "my supports": r"networks?|contacts|care-?givers?",
    "peer": r"patients?|clients?|service users?|users?|consumers?",
    "we both give and receive": r"reciproc\w+|balances?|scores?|streaks?",
    "hoped for": r"gaps?|deficits?|lacks?|lacking",
    "strain right now": r"toxic|bad relationships?",
    "signs it’s getting harder": r"symptoms?|relapses?|red flags?|warning signs?",
    "things that set it off": r"triggers?|triggered",
    "what happened": r"what’s wrong|episodes?|disorders?|diagnos\w+|victims?|suffer\w*|mental\w*",
    "moving towards": r"targets?|compliance|compliant|adherence",
    "when it’s hard": r"panic|crisis|crises|urgent\w*|breakdowns?",
    "making my space safer": r"means restriction|lethal means|self-harm\w*",
    "thoughts of suicide": r"committed|commits?|successful\w*|completed suicide",
    "call, text": r"rings?|dial|reach(?:es|ed|ing)? out",
    "leave for now, skip": r"cancel\w*|fail|fails|failed|failures?|incomplete|invalid|illegal|errors?",
    "last read through": r"overdue|expired?s?",
    "hide now": r"emergency exit",
    "read this first": r"disclaimers?",
    "plain words": r"oops|sorry|simply|obviously|please note|easily|basically",
}
"""What is said, and what is not said for it: the wording table. A person's own words may be any of them."""

MISSING = {"backups", "imports", "salvage", "command_line"}
"""The parts of the app that say “missing”: of a file or its end, never of a person."""

IDIOMS = (
    r"piece of cake|at the end of the day|in a nutshell|keep an eye|touch base|heads up|good to go|rule of thumb"
    r"|same page|hang in there|bear in mind|up and running|from scratch|out of the blue|under the weather"
)
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]")


def told(room: str) -> Iterator[tuple[str, str]]:
    """Every text of a room, with the name it is kept under."""
    kind = type(getattr(words, room))
    kinds = [kind, *(part for part in _parts_of(kind))]
    for one in kinds:
        for name, value in vars(one).items():
            yield from ((name, text) for text in _texts(value))


def _parts_of(kind: type) -> list[type]:
    module = __import__(kind.__module__, fromlist=["_"])
    return [
        one
        for one in vars(module).values()
        if isinstance(one, type) and one.__module__ == kind.__module__ and one is not kind
    ]


def _texts(value: object) -> list[str]:
    match value:
        case Said():
            return [value._text]
        case Lines():
            return list(value._texts)
        case Counted():
            return [value._one, value._many]
        case Choices():
            return list(value._texts.values())
        case _:
            return []


EVERY = [(room, name, text) for room in ROOMS for name, text in told(room)]
ON_SCREEN = [one for one in EVERY if one[0] != "command_line"]


def places_in(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_are_sentences_to_read() -> None:
    assert len(EVERY) > 300
    assert {room for room, _, _ in EVERY} == set(ROOMS)


@pytest.mark.parametrize(("choices", "keys"), COMPLETE)
def test_every_choice_has_its_words_and_none_has_words_for_nothing(choices: Choices, keys: set[str]) -> None:
    assert choices.keys() == frozenset(keys)
    assert all(choices[key].strip() for key in keys)


def test_ways_that_open_an_app_have_words_for_doing_so() -> None:
    assert words.support.reach.keys() == {"call", "text", "email", "message_app"}


def test_nothing_shouts() -> None:
    formats = "CSV|JSON|MB|PDF|PIN|UTF"
    loud = re.compile(rf"!|\b(?:e\.g|i\.e|etc|vs|approx|asap|fyi)\b|\b(?!(?:{formats})\b)[A-Z]{{2,}}\b")
    assert [one for one in ON_SCREEN if loud.search(one[2])] == []
    assert [one for one in EVERY if "!" in one[2]] == []


@pytest.mark.parametrize(("said", "instead_of"), NOT_SAID.items())
def test_no_word_is_said_for_which_there_is_a_kinder_one(said: str, instead_of: str) -> None:
    assert not re.search(rf"\b(?:{instead_of})\b", said, re.IGNORECASE)
    avoided = re.compile(rf"\b(?:{instead_of})\b", re.IGNORECASE)
    assert [(one[0], one[1]) for one in EVERY if avoided.search(one[2])] == []


def test_only_a_file_is_ever_missing() -> None:
    assert {room for room, _, text in EVERY if re.search(r"\bmissing\b", text, re.IGNORECASE)} <= MISSING


def test_no_sentence_needs_an_idiom_or_a_small_picture() -> None:
    idiom = re.compile(rf"\b(?:{IDIOMS})\b", re.IGNORECASE)
    assert [one for one in EVERY if idiom.search(one[2]) or EMOJI.search(one[2])] == []


def test_apostrophes_and_quotation_marks_are_the_typographers() -> None:
    assert [one for one in ON_SCREEN if re.search(r"['\"]", one[2])] == []


def filled() -> dict[tuple[str, str], list[set[str] | None]]:
    """How each sentence is read in the code: the names given to its ``format``, or None where there is no call."""
    found: dict[tuple[str, str], list[set[str] | None]] = {}
    for path in APP.rglob("*.py"):
        if "words" in path.parts:
            continue
        tree = ast.parse(path.read_text("utf-8"))
        calls = dict(filter(None, map(_format_call, ast.walk(tree))))
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute | ast.Subscript):
                read = node.value if isinstance(node, ast.Subscript) else node
                if isinstance(read, ast.Attribute):
                    call = calls.get(id(node))
                    names = {one.arg or "" for one in call.keywords} if call else None
                    found.setdefault((_room_of(read), read.attr), []).append(names)
    return found


def _format_call(node: ast.AST) -> tuple[int, ast.Call] | None:
    """A call of ``format``, by the identity of what is filled."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
        return id(node.func.value), node
    return None


def _room_of(node: ast.Attribute) -> str:
    return node.value.attr if isinstance(node.value, ast.Attribute) else ""


FILLED = filled()


@pytest.mark.parametrize(("room", "name", "text"), [one for one in ON_SCREEN if places_in(one[2]) - {"n"}])
def test_every_place_in_a_sentence_is_filled_by_whoever_reads_it(room: str, name: str, text: str) -> None:
    read = [*FILLED.get((room, name), []), *FILLED.get(("", name), [])]
    given = [names for names in read if names]
    assert given, "nobody fills it"
    assert all(places_in(text) <= names for names in given)
