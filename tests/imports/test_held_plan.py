"""Someone's locked page: all that it says comes out, nothing else, and what is hostile is refused without a word of it."""

import json
import traceback
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.held_plan import MOST_LINES, HeldCopy
from app.domain.ids import Id, id_from
from app.domain.safety_plan import PartType
from app.domain.support import WayKind
from app.exports.document import Origin, PlanDocument
from app.exports.locked_page import folded, locked_page
from app.imports import held_plan
from app.imports.held_plan import MOST_BYTES, Found, NotHeld, Why, found_in
from app.vault import opened_line
from tests.canary import Canary
from tests.exports.sample import DAY, Marked, marked_plans, usual_copy

GOLDEN = Path(__file__).parents[1] / "golden"
PASSPHRASE = "ember lantern plural orbit velvet gosling"
OF_ZOE = Origin(copy_of=id_from(b"z" * 16), called="Zoë", version=3)


def plainly(content: bytes, passphrase: str) -> str:
    """No lock at all."""
    return content.hex()


def found(document: PlanDocument) -> Found:
    return found_in(locked_page(document, "tea", plainly), bytes.fromhex)


def found_of(content: object) -> Found:
    """What is found in a page that was sealed with this in it."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return found_in(b'<pre id="sealed" hidden>x</pre>', lambda _: raw)


def why(content: object) -> Why:
    with pytest.raises(NotHeld) as refused:
        found_of(content)
    return refused.value.why


def words_of(copy: HeldCopy) -> list[str]:
    """Every text of a copy."""
    said = [copy.title, copy.one_line, *copy.told, copy.closing, copy.called]
    for part in copy.parts:
        said += [part.heading, *part.after]
        for group in part.groups:
            said.append(group.heading)
            for line in group.lines:
                said.append(line.text)
                said += [text for tool in line.tools for text in (tool.name, *tool.steps)]
                for one in line.supports:
                    said += [one.name, *(text for way in one.ways for text in (way.label, way.value))]
    return said


@settings(max_examples=50, deadline=None)
@given(marked_plans())
def test_each_shared_word_of_a_plan_comes_out_and_none_that_is_not(marked: Marked) -> None:
    text = "\n".join(words_of(found(marked.document).copy))
    assert [word for word in marked.shown if word not in text] == []
    assert [word for word in marked.secret if word in text] == []


def test_it_says_whose_it_is_and_which_version_of_which_day() -> None:
    one = found(replace(usual_copy(), origin=OF_ZOE))
    assert one.copy_of == OF_ZOE.copy_of
    assert (one.copy.called, one.copy.version, one.copy.made_on, one.copy.told) == ("Zoë", 3, DAY, ())
    assert [part.about for part in one.copy.parts][:2] == [PartType.SIGNS, PartType.ON_MY_OWN]


def test_a_page_that_says_whose_it_is_is_read_for_ever() -> None:
    def opened(line: str) -> bytes:
        return opened_line(line, folded("ember lantern harbour"))  # of a page that is published

    one = found_in(GOLDEN / "locked-page-2.html", opened)
    assert one.copy_of
    assert (one.copy.called, one.copy.version, one.copy.made_on) == ("what was said", 2, DAY)
    assert [part.about for part in one.copy.parts] == [PartType.SIGNS, PartType.ON_MY_OWN]
    lines = [line for part in one.copy.parts for group in part.groups for line in group.lines]
    assert [line.text for line in lines if line.text] == [
        "what was said",
        "Call what was said",
        "Sip what was said",
    ]
    assert [tool.name for line in lines for tool in line.tools] == ["what was said"]


def test_a_page_from_before_is_read_for_ever_and_tells_in_its_own_words() -> None:
    def opened(line: str) -> bytes:
        return opened_line(line, folded(f" {PASSPHRASE.upper()} "))

    one = found_in(GOLDEN / "locked-page-1.html", opened)
    assert one.copy_of == ""
    assert one.copy.told == ("Made by Zoë", "Date: 21 November 2026", "Version 3")
    assert (one.copy.version, one.copy.made_on, one.copy.called) == (None, None, "")
    assert one.copy.one_line == "This passes. It has passed before."
    assert [part.about for part in one.copy.parts] == [None] * 6
    calls = [
        way.contact.link
        for part in one.copy.parts
        for group in part.groups
        for line in group.lines
        for support in line.supports
        for way in support.ways
        if way.contact
    ]
    assert calls == [
        "tel:+442079460958",
        "sms:07700900123",
        "sms:07700900456",
        "mailto:mei.tanaka-writing@example.org",
        "tel:02079460011",
    ]


def _with_way(**way: Any) -> HeldCopy:
    line = {"supports": [{"name": "Mei", "ways": [{"label": "Call", **way}]}]}
    return found_of({"parts": [{"heading": "H", "groups": [{"lines": [line]}]}]}).copy


def _way(copy: HeldCopy) -> Any:
    return copy.parts[0].groups[0].lines[0].supports[0].ways[0]


def test_what_is_pressed_is_the_number_that_is_read_whatever_the_file_says() -> None:
    way = _way(_with_way(value="0800 1111", link="tel:0900666666"))
    assert way.contact.link == "tel:08001111"
    turned = _way(_with_way(value="\u202e1111 0080", link="tel:1"))
    assert (turned.value, turned.contact.link) == ("1111 0080", "tel:11110080")


@pytest.mark.parametrize(
    ("value", "link"),
    [
        ("Thursdays", "tel:116123"),
        ("file:///etc/passwd", "https://example.org"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("116 123", "intent:116123"),
        ("https://example.org", "file:///x"),
        ("no address", "mailto:a@example.org"),
    ],
)
def test_what_is_no_number_and_no_address_is_only_read(value: str, link: str) -> None:
    way = _way(_with_way(value=value, link=link))
    assert (way.value, way.kind, way.contact) == (value, None, None)


def test_a_link_of_a_message_app_can_be_pressed() -> None:
    way = _way(_with_way(value="https://signal.me/#p/x", link="https://signal.me/#p/x"))
    assert (way.kind, way.contact.link) == (WayKind.MESSAGE_APP, "https://signal.me/#p/x")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7 and more", Why.PDF),
        (b"\xef\xbb\xbf\n%PDF-2.0", Why.PDF),
        (b"", Why.UNKNOWN),
        (b"<html><p>A page</p></html>", Why.UNKNOWN),
        (b'<pre id="sealed" hidden>1|2', Why.UNKNOWN),
        (b'<pre id="sealed" hidden>x</pre>' + b" " * MOST_BYTES, Why.TOO_LARGE),
        (Path("/nowhere/at all"), Why.NOT_THERE),
        (Path("/"), Why.NOT_THERE),
    ],
)
def test_what_is_no_locked_page_is_named_before_any_words_are_tried(content: Any, reason: Why) -> None:
    def opened(_: str) -> bytes:
        raise AssertionError

    with pytest.raises(NotHeld) as refused:
        found_in(content, opened)
    assert refused.value.why is reason


PART = {"heading": "H", "groups": []}
LINES = [{"text": "x"}] * (MOST_LINES + 1)
ORIGIN = {"copy_of": "x", "called": "", "version": 1, "on": "2026-11-21"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Why.BROKEN),
        (b"\xff\xfe", Why.BROKEN),
        (b"[" * 200_000, Why.BROKEN),
        (b'{"a":' * 100_000, Why.BROKEN),
        (b'{"title": ' + b"9" * 10_000 + b"}", Why.BROKEN),
        (b" " * (2 << 20), Why.TOO_LARGE),
        ([], Why.BROKEN),
        ("words", Why.BROKEN),
        (None, Why.BROKEN),
        ({"title": 7}, Why.BROKEN),
        ({"title": "x" * 20_001}, Why.TOO_LARGE),
        ({"parts": {}}, Why.BROKEN),
        ({"parts": ["x"]}, Why.BROKEN),
        ({"parts": [PART] * 101}, Why.TOO_LARGE),
        ({"parts": [PART] * 2_000}, Why.TOO_LARGE),
        ({"parts": [{"heading": "H", "groups": [{"lines": LINES}]}]}, Why.TOO_LARGE),
        ({"parts": [{"heading": "H", "groups": [{"lines": LINES[:800]}] * 2}]}, Why.TOO_LARGE),
        ({"parts": [{"heading": "H", "groups": [{"lines": [{"supports": 1}]}]}]}, Why.BROKEN),
        ({"parts": [{"heading": "H", "groups": [{"lines": [{"tools": [7]}]}]}]}, Why.BROKEN),
        ({"parts": [{"heading": "H", "groups": [{"lines": [{"tools": [{"steps": 7}]}]}]}]}, Why.BROKEN),
        ({"parts": [{"heading": "H", "groups": [{"lines": [{"tools": [{"steps": [7]}]}]}]}]}, Why.BROKEN),
        ({"parts": [{"heading": "H", "after": ["x"] * (MOST_LINES + 1)}]}, Why.TOO_LARGE),
        ({"parts": [{"heading": "H", "after": [{}]}]}, Why.BROKEN),
        ({"origin": []}, None),
        ({"origin": "x"}, Why.BROKEN),
        ({"origin": {"copy_of": "x"}}, Why.BROKEN),
        ({"origin": ORIGIN | {"version": True}}, Why.BROKEN),
        ({"origin": ORIGIN | {"version": 0}}, Why.BROKEN),
        ({"origin": ORIGIN | {"version": 1 << 40}}, Why.BROKEN),
        ({"origin": ORIGIN | {"on": "yesterday"}}, Why.BROKEN),
        ({"origin": ORIGIN | {"on": 7}}, Why.BROKEN),
        ({"origin": ORIGIN | {"called": "x" * 201}}, Why.TOO_LARGE),
    ],
)
def test_what_was_sealed_with_anything_in_it_is_refused_calmly(content: object, reason: Why | None) -> None:
    if reason is None:
        assert found_of(content).copy == HeldCopy()
    else:
        assert why(content) is reason


ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=4)
    | st.sampled_from(["tel:1", "2026-11-21"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("parts", "groups", "lines", "supports", "ways", "origin", "about", "title", "version"),
                    *("on", "copy_of", "called", "link", "value", "label", "name", "text", "heading"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=200, deadline=None)
@given(ANYTHING)
def test_whatever_was_sealed_it_is_read_or_refused(content: object) -> None:
    with suppress(NotHeld):
        assert isinstance(found_of(content), Found)


def test_what_is_refused_is_not_quoted(canary: Canary) -> None:
    phrase = str(canary)
    for content in (
        {"origin": ORIGIN | {"on": phrase}},
        {"parts": [{"heading": phrase, "groups": [phrase]}]},
        {"title": phrase * 2_000},
        json.dumps({"title": phrase}).encode()[:-2],
    ):
        with pytest.raises(NotHeld) as refused:
            found_of(content)
        told = "".join(traceback.format_exception(refused.value))
        assert phrase not in told.replace("\n", "")
        assert phrase not in repr(refused.value.__context__)


def test_fields_that_only_a_newer_version_knows_are_passed_over() -> None:
    newer = {"origin": ORIGIN | {"more": 1}, "parts": [{"heading": "H", "about": "weather", "page": "P"}]}
    copy = found_of(newer | {"emergency": "112"}).copy
    assert (copy.version, copy.made_on) == (1, date(2026, 11, 21))
    assert [(part.heading, part.about) for part in copy.parts] == [("H", None)]


def test_signs_that_no_one_can_see_and_halves_of_signs_do_not_come_in() -> None:
    copy = found_of({"title": "a\0b\x1b[31m", "one_line": "half \ud83d", "closing": "two\nlines"}).copy
    assert (copy.title, copy.one_line, copy.closing) == ("ab[31m", "half \ufffd", "two\nlines")


def test_no_script_and_no_markup_of_a_page_counts() -> None:
    page = b'<script>while(1);</script><pre id="sealed" hidden>%s</pre><iframe src=x>'
    raw = page % json.dumps({"title": "<b>Plan</b>"}).encode().hex().encode()
    assert found_in(raw, bytes.fromhex).copy.title == "<b>Plan</b>"


def test_the_bound_of_the_content_is_above_what_a_long_plan_takes() -> None:
    assert 400 * len(json.dumps({"text": "x" * 1_000})) < held_plan.MOST_CONTENT_BYTES
    assert isinstance(OF_ZOE.copy_of, str)
    assert Id(OF_ZOE.copy_of) == OF_ZOE.copy_of
