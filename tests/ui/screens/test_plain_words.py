"""How hard each screen is to read: the years of school its sentences ask for, and how long they and its buttons are."""

from collections.abc import Iterable

import pytest

from app.words import pseudo
from app.words.pseudo import CLOSE, EXPANDED, OPEN
from tests.headless.kit import Headless
from tests.ui.screens.house import House
from tests.ui.screens.lived_in import live_in
from tests.ui.screens.test_every_screen import PATHS, arrive, name_of, pressables
from tests.ui.screens.test_speaking import speaks, typed
from tests.words.plain import flesch_kincaid, long_enough, sentences
import json, re


@pytest.fixture(autouse=True)
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every sentence that comes through words stand between marks, and change nothing else."""
    monkeypatch.setattr(pseudo, "expanded", lambda text: f"{OPEN}{text}{CLOSE}")


def ours(texts: Iterable[str], known: list[str]) -> list[str]:
    """What of these texts came through words, as it is shown, with a short name for all that a person typed."""
    return [_unmarked(one, known) for text in texts for one in _outermost(text)]


def _outermost(text: str) -> list[str]:
    found, depth, start = [], 0, 0
    for at, sign in enumerate(text):
        if sign == OPEN:
            start = start if depth else at
            depth += 1
        elif sign == CLOSE:
            depth -= 1
            if depth == 0:
                found.append(text[start + 1 : at])
    return found


def _unmarked(text: str, known: list[str]) -> str:
    said = text.replace(OPEN, "").replace(CLOSE, "")
    for one in filter(None, known):
        said = re.sub(rf"\b{re.escape(one)}", "Ana", said)
    return said


async def test_dump(house: House) -> None:
    written, known = live_in(house), typed()
    speaks(house, EXPANDED)
    out = {}
    async with house.window() as screen:
        for name in PATHS:
            await arrive(screen, name, written)
            out[name] = [
                ours(screen.texts(), known),
                [(s.kind, x) for s in pressables(screen) for x in ours([name_of(s)], known)],
            ]
    __import__("pathlib").Path("/tmp/wd/dump.json").write_text(json.dumps(out, ensure_ascii=False, indent=1))
