"""A copy holds what was chosen, whole, and not a word of anything else."""

from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass, replace

from hypothesis import given

from app import words
from app.domain.agreement import Agreement
from app.domain.kept import Share
from app.domain.safety_plan import Link, PartType, Sign, may_be_chosen
from app.domain.someone import Someone
from app.domain.support import WayKind
from app.exports.document import (
    Reason,
    ShownGroup,
    ShownLine,
    ShownWay,
    heading_of,
    left_out,
    mark_of,
    plan_document,
)
from tests.domain.sample import item, link, new_id, part, plan, support, tool, way
from tests.exports.sample import DAY, Marked, copy_for_a_peer, copy_of, marked_plans, usual_copy


@given(marked_plans())
def test_no_word_of_anything_unchosen_is_in_the_copy(marked: Marked) -> None:
    held = str(asdict(marked.document)) + repr(marked.document)
    assert not [secret for secret in marked.secret if secret in held]


@given(marked_plans())
def test_every_word_of_what_was_chosen_is_in_the_copy(marked: Marked) -> None:
    held = str(asdict(marked.document))
    assert not [word for word in marked.shown if word not in held]


@given(marked_plans())
def test_what_is_shown_and_what_is_left_out_are_the_whole_plan(marked: Marked) -> None:
    shown = [one for part in marked.plan.parts for one in part.items if one.id in marked.chosen]
    shown = [one for one in shown if one.id in may_be_chosen(marked.plan)]
    back = sum(one.count for one in left_out(marked.plan, marked.chosen) if one.part != marked.plan.id)
    assert len(shown) + back == sum(len(part.items) for part in marked.plan.parts)


@given(marked_plans())
def test_what_is_left_out_is_told_without_its_words(marked: Marked) -> None:
    titles = {part.title for part in marked.plan.parts}
    told = str([asdict(one) for one in left_out(marked.plan, marked.chosen)])
    assert not [secret for secret in marked.secret - titles if secret in told]


def test_why_something_stays_back_is_told_per_part() -> None:
    tea, walk, song = item("tea"), item("a walk"), item("a song", share=Share.ONLY_ME)
    mine = part(PartType.ON_MY_OWN, tea, walk, song)
    hidden = part(PartType.SIGNS, item("a"), item("b", share=Share.ONLY_ME), hidden=True)
    whole = plan(mine, hidden, one_line="This passes.", one_line_share=Share.ONLY_ME)
    told = [(one.part, one.reason, one.count) for one in left_out(whole, {tea.id})]
    assert told == [
        (whole.id, Reason.ONLY_ME, 1),
        (mine.id, Reason.ONLY_ME, 1),
        (mine.id, Reason.NOT_CHOSEN, 1),
        (hidden.id, Reason.HIDDEN_PART, 2),
    ]


def test_an_unchosen_one_line_is_told_as_such_and_a_chosen_one_not() -> None:
    whole = plan(one_line="This passes.")
    assert [one.reason for one in left_out(whole, ())] == [Reason.NOT_CHOSEN]
    assert left_out(whole, {whole.id}) == ()


def test_every_reason_has_its_words() -> None:
    assert words.export.reasons.keys() == frozenset(Reason)


def test_a_way_shows_our_label_and_the_value_exactly_as_typed() -> None:
    mei = support("Mei", way(WayKind.CALL, " +44 (0)20-7946 0958"), way(WayKind.MESSAGE_APP, "Signal: mei"))
    (line,) = copy_of(plan(part(PartType.PEOPLE_TO_ASK, item("", link(mei)))), mei).parts[0].groups[0].lines
    assert line.supports[0].ways == (
        ShownWay(label="Call", value=" +44 (0)20-7946 0958", is_phone=True, link="tel:+442079460958"),
        ShownWay(label="Message app", value="Signal: mei"),
    )


def test_notes_written_for_oneself_are_not_shown() -> None:
    mei = support("Mei", way(WayKind.CALL, "020 7946 0958", note="cross before six"), note="old friend")
    held = str(asdict(copy_of(plan(part(PartType.PEOPLE_TO_ASK, item("", link(mei)))), mei)))
    assert "cross before six" not in held
    assert "old friend" not in held


def test_ways_are_shown_in_the_order_of_the_link() -> None:
    call, text = way(WayKind.CALL, "020 7946 0958"), way(WayKind.TEXT, "07700 900123")
    mei = support("Mei", call, text)
    tied = Link(support=mei.id, ways=(text.id, call.id))
    shown = copy_of(plan(part(PartType.PEOPLE_TO_ASK, item("", tied))), mei).parts[0].groups[0].lines[0]
    assert [way.value for way in shown.supports[0].ways] == ["07700 900123", "020 7946 0958"]


def test_a_support_or_way_that_is_gone_is_passed_over_and_an_item_that_says_nothing_too() -> None:
    mei = support("Mei")
    gone = Link(support=new_id())
    lost_way = Link(support=mei.id, ways=(new_id(),))
    whole = plan(
        part(PartType.PEOPLE_TO_ASK, item("", gone), item("", lost_way)),
        part(PartType.SERVICES, item("", gone)),
    )
    shown = copy_of(whole, mei)
    assert len(shown.parts) == 1
    assert [one.supports[0].name for one in shown.parts[0].groups[0].lines] == ["Mei"]


def test_a_copy_without_tools_has_the_mark_it_had_before_lines_could_name_one() -> None:
    """Else every copy that was ever made would be said to have changed."""
    assert mark_of(usual_copy()) == "13639568f3077b4ed373cac54e56ca94"


def test_a_tool_is_shown_with_its_steps_and_nothing_else_that_was_said_of_it() -> None:
    tea = tool("Mint tea", steps=("Boil water",), taught_by=(Someone(name="Noor"),), good_for=("sad",))
    whole = plan(part(PartType.ON_MY_OWN, item("", tools=(tea.id, new_id()))))
    (line,) = copy_of(whole, tools={tea.id: tea}).parts[0].groups[0].lines
    assert asdict(line)["tools"] == ({"name": "Mint tea", "steps": ("Boil water",)},)


def test_signs_stand_together_by_their_kind_and_those_of_no_kind_come_first() -> None:
    signs = part(
        PartType.SIGNS,
        item("c", sign=Sign.BODY),
        item("a"),
        item("b", sign=Sign.THOUGHTS),
        item("d", sign=Sign.BODY),
    )
    assert copy_of(plan(signs)).parts[0].groups == (
        ShownGroup(lines=(ShownLine(text="a"),)),
        ShownGroup(heading="Thoughts", lines=(ShownLine(text="b"),)),
        ShownGroup(heading="Body", lines=(ShownLine(text="c"), ShownLine(text="d"))),
    )


def test_a_part_is_called_as_the_person_calls_it_or_as_we_do() -> None:
    assert heading_of(part(PartType.SIGNS, title="How it begins")) == "How it begins"
    assert heading_of(part(PartType.SIGNS, title=" ")) == "Signs it’s getting harder"


def test_a_copy_says_who_made_it_and_when_and_to_ask_for_a_newer_one() -> None:
    shown = usual_copy()
    assert (shown.made_by, shown.dated, shown.version) == (
        "Made by Zoë",
        "Date: 21 November 2026",
        "Version 3",
    )
    assert "Ask me for a newer one" in shown.closing


def test_a_name_is_not_asked_for_and_braces_in_one_are_only_braces() -> None:
    assert copy_of(plan(), called="  ").made_by == ""
    assert copy_of(plan(), called="{n} {0.x}").made_by == "Made by {n} {0.x}"


def test_a_copy_of_nothing_says_that_it_is_empty() -> None:
    whole = plan(part(PartType.SIGNS, item("a")), one_line="This passes.")
    assert copy_of(whole, chosen=()).is_empty
    assert not copy_of(whole).is_empty
    assert not copy_of(replace(whole, parts=())).is_empty


def test_what_speaks_to_the_peer_stands_last_under_a_title_of_its_own() -> None:
    parts = copy_for_a_peer().parts
    assert [(one.page, one.heading) for one in parts] == [
        ("", "Signs it’s getting harder"),
        ("How we do this together", "What we agreed"),
        ("", "Talking with me"),
        ("", "What you asked of me"),
        ("", "My limits"),
    ]
    assert [bool(one.after) for one in parts] == [False, False, False, False, True]


def test_a_copy_that_says_nothing_to_the_peer_has_no_such_page() -> None:
    assert not [one for one in usual_copy().parts if one.page or one.after]


def test_of_what_was_agreed_only_two_texts_are_shown_and_none_that_is_only_me() -> None:
    agreed = Agreement(
        when_ok="w", how_ok="h", please_not="p", asked_of_me=" Ask first. ", share=Share.MAY_BE_SHARED
    )

    def shown(one: Agreement) -> list[tuple[str, str]]:
        copy = plan_document(plan(), (), {}, {}, agreed=one, called="", shown_on=DAY)
        return [(part.heading, part.groups[0].lines[0].text) for part in copy.parts]

    assert shown(agreed) == [("What you asked of me", "Ask first.")]
    assert shown(replace(agreed, share=Share.ONLY_ME)) == []


def test_no_value_of_a_copy_quotes_the_person_in_its_repr() -> None:
    shown = usual_copy()
    assert all(repr(value) == f"<{type(value).__name__}>" for value in _values(shown))
    assert {repr(one) for one in left_out(plan(part(PartType.SIGNS, item("a"))), ())} == {"<LeftOut>"}


def _values(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from _values(one)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from _values(getattr(value, field.name))
