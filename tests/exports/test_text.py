"""The plan as text: nothing of the copy is missing, nothing else is in it, and typed signs stay typed signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from app.domain.safety_plan import PartType
from app.domain.support import WayKind
from app.exports.text import plan_markdown, plan_text
from tests.domain.sample import item, link, part, plan, support, tool, way
from tests.exports.sample import copy_of, copy_of_lines, usual_copy

USUAL = """\
My plan for hard times

Made by Zoë

Date: 21 November 2026

Version 3

This passes. It has passed before.

Signs it’s getting harder

Body

- My chest gets tight.

What I do

- I stop answering messages.

What others may notice

- My sister says that I have gone quiet.

What I can do on my own

- Make tea and hold the warm cup.
- Walk once around the block.

People and places that take my mind off it

- Choir on Thursday. I can just listen.

People I can ask for help

- After his shift.
  - Łukasz Wiśniewski
    - Call: +44 (0)20 7946 0958
    - Text: 07700 900123
- Mei
  - Text: 07700 900456
  - Email: mei.tanaka-writing@example.org

Services and lines

- Dr Adeyemi’s practice
  - Call: 020 7946 0011
  - Address: 14 Market Row

Making my space safer

- Leave the bedroom and sit in the kitchen.

Is this copy some weeks old? Ask me for a newer one.
"""
TYPED = st.text(st.sampled_from("ab1 \\`*_{}[]()<>#+-.!|~&$@=:;'\"/^%"), min_size=1).filter(str.strip)


def read_as_markdown(content: bytes) -> str:
    """What a reader of Markdown shows, without its layout."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(content.decode())
    said = [
        "\n" if inside.type in {"softbreak", "hardbreak"} else inside.content
        for token in tokens
        for inside in (token.children or [token])
    ]
    return "".join(said)


def test_the_usual_copy_reads_like_this() -> None:
    assert plan_text(usual_copy()).decode() == USUAL


def test_as_markdown_headings_are_marked_and_the_words_are_the_same() -> None:
    marked = plan_markdown(usual_copy()).decode().splitlines()
    assert [line for line in marked if line.startswith("#")] == [
        "# My plan for hard times",
        "## Signs it’s getting harder",
        "### Body",
        "### What I do",
        "### What others may notice",
        "## What I can do on my own",
        "## People and places that take my mind off it",
        "## People I can ask for help",
        "## Services and lines",
        "## Making my space safer",
    ]
    assert [line.lstrip("# ") for line in marked] == [line.lstrip() for line in USUAL.splitlines()]


@given(TYPED)
def test_whatever_signs_were_typed_markdown_shows_them(typed: str) -> None:
    assert typed.strip() in read_as_markdown(plan_markdown(copy_of_lines(typed)))


@given(TYPED)
def test_whatever_signs_a_heading_has_markdown_shows_them(typed: str) -> None:
    copy = copy_of(plan(part(PartType.OWN, item("tea"), title=typed)))
    assert typed.strip() in read_as_markdown(plan_markdown(copy))


def test_numbers_and_addresses_can_be_read_and_copied_from_the_markdown_itself() -> None:
    ways = (way(WayKind.CALL, "+44 (0)20 7946-0958"), way(WayKind.EMAIL, "mei_t.writing+plan@example.org"))
    mei = support("Mei", *ways)
    content = plan_markdown(copy_of(plan(part(PartType.PEOPLE_TO_ASK, item("", link(mei)))), mei)).decode()
    assert "Call: +44 (0)20 7946-0958\n" in content
    assert "Email: mei_t.writing+plan@example.org\n" in content


@pytest.mark.parametrize(
    ("written", "shown"),
    [(plan_text, "- Tea,\n  warm.\n\n  Then sit.\n"), (plan_markdown, "- Tea,\\\n  warm.\n\n  Then sit.\n")],
)
def test_typed_lines_stay_lines(written: object, shown: str) -> None:
    assert callable(written)
    assert shown in written(copy_of_lines("Tea,\nwarm.\n\nThen sit.")).decode()


def test_half_of_a_sign_does_not_stop_the_rest() -> None:
    assert "tea" in plan_text(copy_of_lines("\ud83c tea")).decode()


def test_a_tool_stands_below_its_line_with_its_steps() -> None:
    tea = tool("Mint tea", steps=("Boil water", "Pour"))
    lines = item("Sit down first", tools=(tea.id,)), item("", tools=(tea.id,))
    copy = copy_of(plan(part(PartType.ON_MY_OWN, *lines)), tools={tea.id: tea})
    below = ["- Sit down first", "  - Mint tea", "    - Boil water", "    - Pour"]
    alone = ["- Mint tea", "  - Boil water", "  - Pour"]
    assert "\n".join([*below, *alone]) in plan_text(copy).decode()
