"""The peer support page: under four headings what was chosen and may be shown, whole in every form, and nothing else."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from app import words
from app.domain.about_me import AboutMe, AboutPart, Sense, WayToTalk
from app.domain.agreement import Agreement
from app.domain.coping_tool import MayPassOn
from app.domain.exchange import Exchange, ExchangeWay, Given
from app.domain.helpful_thing import HelpfulThing
from app.domain.hope import Hope
from app.domain.kept import Share
from app.domain.learning import Learning, LearningKind, TheirYes
from app.domain.peer_page import FORMS, PageContent, PageHeading, page_content
from app.domain.plan_copy import Form
from app.domain.someone import Someone
from app.domain.support import Support, SupportForm, SupportKind, SupportState, WayKind
from app.domain.topic import Topic
from app.exports.document import PlanDocument
from app.exports.form import plan_copy
from app.exports.peer_page import page_file_name, peer_page_document
from tests.domain.sample import stamp, support, tool, way
from tests.exports.sample import text_of, unspaced

DAY = date(2026, 11, 28)
OPEN = Share.MAY_BE_SHARED


def learning(text: str, **more: Any) -> Learning:
    return Learning(**stamp(), text=text, **more)


def helpful(text: str, share: Share = OPEN, **more: Any) -> HelpfulThing:
    return HelpfulThing(**stamp(), text=text, share=share, **more)


def content(**some: Any) -> PageContent:
    """All that a page could be made of, with nothing but these."""
    nothing: dict[str, Any] = dict.fromkeys(("topics", "supports", "helpful", "tools", "learnings"), ())
    return page_content(**({**nothing, "about": AboutMe(**stamp())} | some))


def everything(source: PageContent) -> frozenset[str]:
    return frozenset(key for heading in PageHeading for key in source.keys(heading))


def document(source: PageContent, called: str = "Zoë") -> PlanDocument:
    return peer_page_document(source, everything(source), called=called, shown_on=DAY)


def said_in(copy: PlanDocument, form: Form) -> str:
    """Every word of a copy, without blanks: what a reader sees, and of a PDF its properties as well."""

    def lock(*_: object) -> Any:
        raise AssertionError

    made = plan_copy(copy, form, passphrase="", lock=lock)
    if form is not Form.PDF:
        return unspaced(made.decode("utf-8"))
    return unspaced(text_of(made) + str(PdfReader(BytesIO(made)).metadata))


def full_support(mark: str, **more: Any) -> Support:
    """A support with a word of its own in each field; those that are shown begin with ``shown``."""
    hidden = f"hidden{mark}"
    return support(
        f"shown{mark}name",
        way(WayKind.IN_PERSON, f"{hidden}way", note=f"{hidden}waynote"),
        note=f"{hidden}note",
        exchanges=(
            Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LAUGHTER, example=f"shown{mark}laugh"),
            Exchange(way=ExchangeWay.I_GIVE, what=Given.OTHER, example=f"shown{mark}other"),
        ),
        agreement=Agreement(
            when_ok=f"{hidden}when",
            how_ok=f"{hidden}how",
            please_not=f"{hidden}not",
            asked_of_me=f"{hidden}asked",
            my_limits=f"{hidden}limits",
            share=OPEN,
        ),
        hope=Hope(in_the_way=f"{hidden}between", smallest_step=f"{hidden}step"),
        share=OPEN,
        **more,
    )


def full() -> PageContent:
    """All that a page may show, with a word of its own in each field that takes words."""
    people = (Someone(name="hiddenperson"),)
    return content(
        topics=(Topic(**stamp(), name="showntopic", note="hiddentopicnote"),),
        supports=(
            full_support("ana", form=SupportForm.BEFRIENDING),
            full_support("hope", kind=SupportKind.GROUP, state=SupportState.HOPED_FOR),
        ),
        helpful=(helpful("shownhelp"),),
        tools=(
            tool(
                "showntool",
                steps=("shownstepone", "shownsteptwo"),
                taught_by=people,
                passed_on_to=people,
                may_pass_on=MayPassOn.YES,
            ),
        ),
        learnings=(
            learning(
                "shownlearned",
                kind=LearningKind.NEW_WAY,
                before="hiddenbefore",
                now="hiddennow",
                learned_from=people,
                their_words=True,
                their_yes=TheirYes.YES,
                passed_on_to=people,
            ),
        ),
        about=AboutMe(
            **stamp(),
            called="hiddencalled",
            pronouns="shownpronouns",
            ways_to_talk=(WayToTalk.SLOW,),
            how_to_talk="showntalkone\nshowntalktwo",
            senses=(Sense.NOISE,),
            about_senses="shownsenses",
            access="shownaccess",
            shared=tuple(AboutPart),
        ),
    )


def marked_words(value: Any) -> set[str]:
    """The words of their own in a value and all that is in it."""
    if isinstance(value, str):
        return {word for word in value.split() if word.startswith(("shown", "hidden"))}
    inner = value if isinstance(value, tuple) else ()
    if is_dataclass(value):
        inner = tuple(getattr(value, field.name) for field in fields(value))
    return {word for one in inner for word in marked_words(one)}


@pytest.mark.parametrize("form", [form for form in FORMS if form.is_file])
def test_each_word_that_is_shown_is_whole_in_each_form_and_no_other(form: Form) -> None:
    source = full()
    known = marked_words(source)
    shown = {word for word in known if word.startswith("shown")}
    assert (len(shown), len(known - shown)) == (17, 25)
    held = said_in(document(source), form)
    assert {word for word in known if word in held} == shown
    for ours in ("Please speak slowly.", "Noise is hard for me.", "Befriending", "Group", "Made by Zoë"):
        assert unspaced(ours) in held
    for heading in PageHeading:
        assert unspaced(words.peer_page.headings[heading]) in held


@pytest.mark.parametrize("form", [form for form in FORMS if form.is_file])
def test_nothing_that_is_only_me_is_in_any_form_though_all_of_it_is_chosen(form: Form) -> None:
    source = full()
    closed = replace(
        source,
        received=tuple(replace(one, share=Share.ONLY_ME) for one in source.received),
        helpful=tuple(replace(one, share=Share.ONLY_ME) for one in source.helpful),
        tools=tuple(replace(one, may_pass_on=MayPassOn.ASK) for one in source.tools),
        learnings=tuple(replace(one, their_yes=TheirYes.ASKED) for one in source.learnings),
        hoped_for=tuple(replace(one, share=Share.ONLY_ME) for one in source.hoped_for),
        about=replace(source.about, shared=(AboutPart.CALLED,)),
    )
    held = said_in(peer_page_document(closed, everything(source), called="", shown_on=DAY), form)
    assert {word for word in marked_words(closed) if word in held} == {"showntopic"}


marks = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=8, max_size=8)


@settings(deadline=None, max_examples=60)
@given(marks, st.sets(st.sampled_from(AboutPart)))
def test_whatever_is_chosen_only_what_is_open_and_chosen_is_in_the_document(
    said: list[tuple[bool, bool]], shared: set[AboutPart]
) -> None:
    share = [OPEN if is_open else Share.ONLY_ME for is_open, _ in said]
    things: list[Any] = [
        support("<0>", share=share[0]),
        support("<1>", share=share[1], state=SupportState.HOPED_FOR),
        helpful("<2>", share[2]),
        tool("<3>", may_pass_on=MayPassOn.YES if said[3][0] else MayPassOn.NO),
        learning("<4>", their_words=not said[4][0], their_yes=TheirYes.NO),
        Topic(**stamp(), name="<5>", hidden=not said[5][0]),
    ]
    about = AboutMe(**stamp(), pronouns="<6>", access="<7>", shared=tuple(shared))
    source = content(
        supports=things[:2],
        helpful=things[2:3],
        tools=things[3:4],
        learnings=things[4:5],
        topics=things[5:],
        about=about,
    )
    keys = [*(one.id for one in things), AboutPart.PRONOUNS, AboutPart.ACCESS]
    opened = [is_open for is_open, _ in said[:6]]
    opened += [AboutPart.PRONOUNS in shared, AboutPart.ACCESS in shared]
    chosen = {str(key) for key, (_, taken) in zip(keys, said, strict=True) if taken}
    held = str(_plain(peer_page_document(source, chosen, called="", shown_on=DAY)))
    for number, (_, taken) in enumerate(said):
        assert (f"<{number}>" in held) is (opened[number] and taken)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


@pytest.mark.parametrize(
    "resting", [SupportState.RESTING, SupportState.ENDED, SupportState.REMEMBERED], ids=str
)
def test_what_is_put_away_hidden_or_resting_is_not_on_the_page(resting: SupportState) -> None:
    source = content(
        topics=(Topic(**stamp(), name="art", hidden=True),),
        supports=(support("Ana", share=OPEN, state=resting),),
        tools=(tool(may_pass_on=MayPassOn.YES, put_away=True),),
        learnings=(learning("Ask first", put_away=True),),
    )
    assert everything(source) == frozenset()


@pytest.mark.parametrize("answer", [None, MayPassOn.ASK, MayPassOn.NO], ids=str)
def test_a_coping_tool_stays_back_until_it_may_be_passed_on(answer: MayPassOn | None) -> None:
    assert document(content(tools=(tool(may_pass_on=answer),))).is_empty


@pytest.mark.parametrize("answer", [None, TheirYes.ASKED, TheirYes.NO], ids=str)
def test_someones_own_words_stay_back_until_they_say_yes(answer: TheirYes | None) -> None:
    theirs = learning("Ask first", their_words=True, their_yes=answer)
    assert document(content(learnings=(theirs,))).is_empty


def test_a_heading_with_nothing_below_it_is_left_out() -> None:
    copy = document(content(topics=(Topic(**stamp(), name="art"),)))
    assert [part.heading for part in copy.parts] == ["What I receive peer support for"]
    assert document(content()).is_empty


def test_each_kind_of_helpful_thing_stands_by_itself() -> None:
    (part,) = [one for one in document(full()).parts if one.heading == "What I find helpful"]
    assert [group.heading for group in part.groups] == [
        "",
        "My pronouns",
        "How to talk with me",
        "My senses",
        "What I need to take part",
        "What helps in a hard hour",
        "What I learned",
    ]


def test_what_passes_to_and_fro_is_told_with_its_example() -> None:
    (part,) = [one for one in document(full()).parts if one.heading == "Peer support I receive"]
    (line,) = part.groups[0].lines
    assert line.tools[0].steps == (
        "Befriending",
        "What comes to me: Laughter (shownanalaugh)",
        "What I give: shownanaother",
    )


def test_a_copy_says_that_an_example_is_one_and_names_nobody_who_wants_no_name() -> None:
    copy = peer_page_document(full(), (), called=" ", shown_on=DAY, example=True)
    assert copy.title == "Example, nothing in it is real: My peer support page"
    assert copy.made_by == ""


@pytest.mark.parametrize(
    ("form", "name"),
    [(Form.PDF, "page-2026-11.pdf"), (Form.TEXT, "page-2026-11.txt"), (Form.MARKDOWN, "page-2026-11.md")],
    ids=str,
)
def test_a_file_name_tells_nothing_but_the_month(form: Form, name: str) -> None:
    assert page_file_name(form, DAY) == name
    assert page_file_name(form, DAY + timedelta(days=2)) == name


def test_the_properties_of_a_pdf_tell_nothing() -> None:
    made = plan_copy(document(full()), Form.PDF, passphrase="", lock=lambda *_: None)  # type: ignore[arg-type]
    properties = PdfReader(BytesIO(made)).metadata
    assert properties is not None
    assert properties.title == "Page"
    assert properties.author is None


def test_what_a_page_is_made_of_is_not_quoted_by_its_repr() -> None:
    assert "shown" not in f"{full()!r} {document(full())!r}"
