"""Languages on every screen: nothing that was never marked for translation, and nothing that a translation breaks."""

import ast
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from app import words
from app.passphrase import WORDS_DRAWN, word_list
from app.store import settings as settings_file
from app.store.settings import FILE_NAME, Settings
from app.words import moment
from app.words.language import DRAFTS, OFFERED
from app.words.pseudo import CLOSE, EXPANDED, OPEN
from tests.headless.kit import Headless
from tests.ui.screens import lived_in
from tests.ui.screens.house import House, is_chosen, unlock
from tests.ui.screens.lived_in import live_in
from tests.ui.screens.test_every_screen import PATHS, arrive, complaints

SPAN = re.compile(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}")
LATIN = re.compile("[A-Za-z]")
BY_THE_DOOR = ("/", "/begin", "/hard", "/hard/steps", "/restore")


def typed() -> list[str]:
    """What the person who lived in the vault has typed, the longest first: it is not ours to translate."""
    tree = ast.parse(Path(lived_in.__file__).read_text("utf-8"))
    texts = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return sorted((text for text in texts if not re.fullmatch("[a-z_]+", text)), key=len, reverse=True)


def never_marked(texts: list[str], known: list[str]) -> list[str]:
    """The texts that hold Latin letters outside of every marked sentence and of what was typed."""
    return [text for text in texts if LATIN.search(_left_of(text, known))]


def _left_of(text: str, known: list[str]) -> str:
    for one in known:
        text = text.replace(one, "")
    while SPAN.search(text):
        text = SPAN.sub("", text)
    suggested = len(text.split()) == WORDS_DRAWN and set(text.split()) <= set(word_list())
    return "" if suggested else text


def speaks(house: House, language: str) -> None:
    """Choose a language before a window opens."""
    settings_file.save(house.folder, replace(settings_file.load(house.folder), language=language))


def in_greek_days() -> None:
    """Days and regions of another script, so that what is left in Latin letters is ours."""
    moment.use_locale("el")


async def test_every_sentence_on_every_screen_came_through_words(house: House) -> None:
    written, known = live_in(house), [*typed(), *OFFERED.values()]
    speaks(house, EXPANDED)
    async with house.window() as screen:
        in_greek_days()
        found = {}
        for name in PATHS:
            await arrive(screen, name, written)
            found[name] = never_marked(screen.texts(), known)
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize("path", BY_THE_DOOR)
@pytest.mark.parametrize("begun", [False, True], ids=["first run", "locked"])
async def test_every_sentence_at_the_door_came_through_words(empty: House, path: str, begun: bool) -> None:
    if begun:
        empty.begin()
    speaks(empty, EXPANDED)
    async with empty.window(route=path) as screen:
        in_greek_days()
        assert never_marked(screen.texts(), list(OFFERED.values())) == []


def test_a_sentence_that_was_never_marked_is_found() -> None:
    assert never_marked(["Saved", f"{OPEN}Šåvéd{CLOSE}", f"{OPEN}Ît îs {OPEN}göñé{CLOSE}{CLOSE}"], []) == [
        "Saved"
    ]
    assert never_marked([f"Ana: {OPEN}héré{CLOSE}", f"{OPEN}héré{CLOSE} Saved"], ["Ana"]) == [
        f"{OPEN}héré{CLOSE} Saved"
    ]


@pytest.mark.parametrize("language", sorted(DRAFTS))
async def test_in_every_language_each_press_on_each_screen_has_one_name_of_its_own(
    house: House, language: str
) -> None:
    written = live_in(house)
    speaks(house, language)
    async with house.window() as screen:
        found = {}
        for name in PATHS:
            await arrive(screen, name, written)
            found[name] = complaints(screen)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


async def test_the_first_screen_offers_each_language_by_its_own_name(empty: House) -> None:
    async with empty.window() as screen:
        assert is_chosen(screen, "English")
        await screen.tap("Deutsch")
        assert screen.says("Passphrase wählen")
        assert screen.says(words.settings.draft)
        assert is_chosen(screen, "Deutsch")
    assert json.loads((empty.folder / FILE_NAME).read_text("utf-8"))["language"] == "de"
    async with empty.window() as screen:
        assert screen.says("Passphrase wählen")
        await screen.tap("English")
        assert screen.says("Choose a passphrase")
        assert not screen.says("draft")


async def test_a_language_chosen_in_the_settings_is_spoken_at_once_and_everywhere(screen: Headless) -> None:
    await screen.go("/settings")
    await screen.tap("Español")
    assert screen.route == "/settings"
    assert screen.says(words.settings.title)
    assert screen.client.tree.page["locale_configuration"]["current_locale"]["language_code"] == "es"
    await screen.back()
    assert screen.says(words.check_in.question)
    assert words.settings.title == "Ajustes"


async def test_what_is_being_typed_stays_when_the_language_changes(screen: Headless) -> None:
    await screen.go("/learning/new")
    await screen.type(words.learning.new, "Tea first")
    await screen.go("/settings")
    await screen.tap("Deutsch")
    await screen.go("/learning/new")
    assert screen.value(words.learning.new) == "Tea first"


async def test_the_door_speaks_the_language_that_was_chosen_behind_it(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/settings")
        await screen.tap("Deutsch")
        await screen.tap(words.settings.lock)
        assert screen.says(words.unlock.title)
        assert words.unlock.title != "Welcome back"


@pytest.mark.parametrize("language", ["tlh", "", "DE", 7])
def test_a_language_that_is_not_spoken_counts_as_english(tmp_path: Path, language: object) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"language": language}), encoding="utf-8")
    assert settings_file.load(tmp_path) == Settings()
