"""The locked page as a file: what can be read of it by whoever has no passphrase, and what is locked in it."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from app import words
from app.exports.locked_page import PADDED_TO_BYTES, folded, locked_page
from app.vault import locked_line
from app.words.direction import use_right_to_left
from tests.exports.sample import Marked, copy_of_lines, long_copy, marked_plans, usual_copy, words_of


def plainly(content: bytes, passphrase: str) -> str:
    """No lock at all, so that a test can look inside."""
    return f"{passphrase}|{content.hex()}"


def line_of(page: bytes) -> str:
    found = re.search(r'<pre id="sealed" hidden>(.*)</pre>', page.decode())
    assert found
    return found[1]


def content_of(page: bytes) -> Any:
    """What is inside a page that was locked plainly."""
    return json.loads(bytes.fromhex(line_of(page).split("|")[1]))


@settings(max_examples=20, deadline=None)
@given(marked_plans())
def test_before_it_is_opened_it_is_the_same_page_for_every_plan(marked: Marked) -> None:
    page = locked_page(marked.document, "tea", plainly)
    usual = locked_page(usual_copy(), "tea", plainly)
    assert page.decode().replace(line_of(page), "") == usual.decode().replace(line_of(usual), "")


def test_before_it_is_opened_it_tells_neither_what_it_is_nor_of_whom() -> None:
    page = locked_page(usual_copy(), "tea", plainly)
    shown = " ".join(
        re.sub(
            r"<style>.*</style>|<pre.*</pre>|<script>.*</script>", "", page.decode(), flags=re.DOTALL
        ).split()
    )
    assert "plan" not in shown.lower()
    assert "holdfast" not in page.decode().lower()
    said = [getattr(words.locked_page, name) for name in vars(type(words.locked_page)) if name[0] != "_"]
    assert [text for text in said if "plan" in text.lower()] == []


@pytest.mark.parametrize("copy", [copy_of_lines("tea"), usual_copy(), long_copy()])
def test_how_much_is_in_it_is_told_in_steps_alone(copy: Any) -> None:
    content = bytes.fromhex(line_of(locked_page(copy, "tea", plainly)).split("|")[1])
    assert len(content) % PADDED_TO_BYTES == 0


def test_it_is_locked_differently_each_time() -> None:
    one, other = (line_of(locked_page(usual_copy(), "tea", locked_line)).split("|") for _ in range(2))
    assert one[:4] == other[:4]
    assert [place for place in range(4, 8) if one[place] == other[place]] == []


def test_any_signs_can_be_inside_even_half_of_one() -> None:
    content = content_of(locked_page(copy_of_lines("\ud83c </script> \u2028"), "tea", plainly))
    assert content["parts"][0]["groups"][0]["lines"][0]["text"] == "\ud83c </script> \u2028".strip()


def test_no_sentence_can_end_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(words.locked_page), "lock", "</script><b>")
    page = locked_page(usual_copy(), "tea", plainly).decode()
    assert page.count("</script>") == 1
    assert "<b>" not in page


def test_it_is_in_the_language_and_direction_of_the_copy() -> None:
    use_right_to_left(True)
    try:
        page = locked_page(replace(usual_copy(), language="he"), "tea", plainly)
    finally:
        use_right_to_left(False)
    assert b'<html lang="he" dir="rtl" translate="no">' in page


@pytest.mark.parametrize(
    "typed",
    [
        "ember lantern",
        " Ember  LANTERN ",
        "ember-lantern",
        "ember\u00a0lantern",
        "ember\tlantern\n",
        "ember\u2013lantern",
    ],
)
def test_what_means_the_same_passphrase_is_one(typed: str) -> None:
    assert folded(typed) == "ember lantern"


@pytest.mark.parametrize("typed", ["ember lanterns", "emberlantern", "ember lantern.", "lantern ember"])
def test_what_does_not_is_another(typed: str) -> None:
    assert folded(typed) != "ember lantern"


def test_everything_that_a_copy_says_is_inside() -> None:
    inside = json.dumps(content_of(locked_page(usual_copy(), "tea", plainly)), ensure_ascii=False)
    assert [word for word in words_of(usual_copy()) if word not in inside] == []
