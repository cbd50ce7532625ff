"""How hard each screen is to read: the years of school its sentences ask for, and how long they and its buttons are."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import pytest

from app.ui.routes import ROUTES
from app.words import pseudo
from app.words.pseudo import CLOSE, EXPANDED, OPEN
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock
from tests.ui.screens.lived_in import live_in
from tests.ui.screens.test_every_screen import BARE, PATHS, arrive, name_of, pressables
from tests.ui.screens.test_speaking import BY_THE_DOOR, speaks, typed
from tests.words.plain import flesch_kincaid, long_enough, sentences

HARD = {
    *("door", "/hard", "/hard/steps", "hard_time", "hard_time_steps"),
    *(
        "safety_net",
        "safety_net_entry",
        "safety_net_words",
        "safety_net_order",
        "/safety-net",
        "/safety-net/order",
    ),
    *("emergency_card", "/settings/emergency-card"),
}
"""The screens one meets in a hard moment, by their name or their path."""

EMPTY = [route.path for route in ROUTES if "*" not in route.path]
"""The paths that there are in an empty vault."""

GRADE, HARD_GRADE = 6, 4
WORDS, HARD_WORDS = 20, 15
BUTTON_WORDS = 6
"""Before a colon: after it stands whose it is."""
_BUTTONS = {"FilledButton", "OutlinedButton", "TextButton", "IconButton"}
_TYPED = "Ana"
_IN_A_CODE = "It says: "
"""After it stands a copy, not a sentence."""


class Shown(NamedTuple):
    """What a screen shows of ours, each text whole, and the names of its buttons."""

    texts: list[str]
    buttons: list[str]


@pytest.fixture(autouse=True)
def _marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every sentence that comes through words stand between marks, and change nothing else of it."""
    monkeypatch.setattr(pseudo, "expanded", lambda text: f"{OPEN}{text}{CLOSE}")


def ours(texts: Iterable[str], known: list[str]) -> list[str]:
    """What of these texts came through words, filled as it is shown; a name stands for what a person typed."""
    return [_plain(one, known) for text in texts for one in _outermost(text)]


def _outermost(text: str) -> list[str]:
    found, depth, begin = [], 0, 0
    for at, sign in enumerate(text):
        if sign == OPEN:
            begin = begin if depth else at + 1
        depth += (sign == OPEN) - (sign == CLOSE)
        if sign == CLOSE and not depth:
            found.append(text[begin:at])
    return found


def _plain(text: str, known: list[str]) -> str:
    said = text.replace(OPEN, "").replace(CLOSE, "")
    for one in known:
        said = re.sub(rf"\b{re.escape(one)}", _TYPED, said)
    return said.partition(_IN_A_CODE)[0]


def shown(screen: Headless, known: list[str]) -> Shown:
    """What the screen shows now."""
    buttons = [
        name_of(seen)
        for seen in pressables(screen)
        if seen.kind in _BUTTONS
        and isinstance(seen.node.get("content"), str)  # rows of a list are no buttons to the eye
    ]
    return Shown(ours(screen.texts(), known), ours(buttons, known))


def too_hard(name: str, said: Shown) -> list[str]:
    """What is too hard to read on a screen."""
    grade, words = (HARD_GRADE, HARD_WORDS) if name in HARD else (GRADE, WORDS)
    read = long_enough(said.texts)
    asked = flesch_kincaid(read) if read else 0
    return [
        *([f"grade {asked:.1f}: {read}"] if asked > grade else []),
        *(one for text in said.texts for one in sentences(text) if len(one.split()) > words),
        *(one for one in said.buttons if len(one.partition(":")[0].split()) > BUTTON_WORDS),
    ]


async def test_every_screen_is_easy_to_read_and_a_hard_time_asks_for_less(house: House) -> None:
    written, known = live_in(house), [text for text in typed() if len(text) > len(_TYPED)]
    speaks(house, EXPANDED)
    found = {}
    async with house.window() as screen:
        for name in PATHS:
            await arrive(screen, name, written)
            said = shown(screen, known)
            assert said.texts or name in BARE
            found[name] = too_hard(name, said)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


async def test_a_screen_on_which_nothing_stands_yet_is_easy_to_read(house: House) -> None:
    speaks(house, EXPANDED)
    found = {}
    async with house.window() as screen:
        await unlock(screen)
        for path in EMPTY:
            await screen.go(path)
            found[path] = too_hard(path, shown(screen, []))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("path", BY_THE_DOOR)
@pytest.mark.parametrize("begun", [False, True], ids=["first run", "locked"])
async def test_the_door_is_easy_to_read(empty: House, path: str, begun: bool) -> None:
    if begun:
        empty.begin()
    speaks(empty, EXPANDED)
    async with empty.window(route=path) as screen:
        said = shown(screen, [])
        assert said.texts
        assert too_hard("door" if begun and path == "/" else path, said) == []


def test_what_is_hard_to_read_would_be_found() -> None:
    long = "Considerable institutional requirements necessitate additional organisational documentation."
    assert len(too_hard("settings", Shown([long], []))) == 1
    assert too_hard("settings", Shown([], ["Open this one page of all the others"])) != []
    assert too_hard("hard_time", Shown([" ".join(["go"] * 16)], [])) != []
    assert too_hard("settings", Shown([" ".join(["go"] * 16)], [])) == []


def test_only_what_came_through_words_is_read() -> None:
    text = f"Zoë · {OPEN}Call {OPEN}my {CLOSE}Zoë Łukasz{CLOSE} at {OPEN}noon{CLOSE}"
    assert ours([text, "typed"], ["Zoë Łukasz"]) == ["Call my Ana", "noon"]
