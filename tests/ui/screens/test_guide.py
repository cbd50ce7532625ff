"""The pages to read: from the settings and before a passphrase is chosen, each sentence in one place."""

import pytest

from app import words
from app.ui.screen import GUIDE, HARD, HOW, LIMITS, WHERE
from app.ui.screens.guide import name_of, sections
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock

PAGES = (HOW, WHERE, LIMITS)


@pytest.mark.parametrize("path", GUIDE)
async def test_each_page_is_one_press_from_the_settings_and_back_again(screen: Headless, path: str) -> None:
    await screen.go("/settings")
    await screen.tap(name_of(path))
    assert screen.route == path
    await screen.tap("Back")
    assert screen.route == "/settings"


@pytest.mark.parametrize("path", GUIDE)
async def test_each_page_can_be_read_before_there_is_a_passphrase(empty: House, path: str) -> None:
    async with empty.window() as screen:
        await screen.tap(name_of(path))
        assert screen.route == path
        assert not screen.can_tap(words.tour.again)
        await screen.press_key("F8")
        assert screen.route == HARD
        await screen.tap("Back")
        assert screen.route == path
        await screen.tap("Back")
        assert screen.says(words.first_run.title)
        assert not empty.folder.exists()


@pytest.mark.parametrize("path", PAGES)
async def test_a_page_says_all_its_sentences_and_leads_to_the_others(house: House, path: str) -> None:
    async with house.window(route=path) as screen:  # locked
        for name, lines in sections(path):
            assert screen.says(name)
            assert all(map(screen.says, lines))
        for other in GUIDE:
            assert screen.can_tap(name_of(other)) is (other != path)


async def test_what_the_app_cannot_do_stands_in_one_place(screen: Headless) -> None:
    await screen.go("/settings")
    [reset] = [one for one in words.guide.restoring_lines if "reset" in one]
    assert not screen.says(reset)
    await screen.tap(name_of(LIMITS))
    assert screen.says(reset)


async def test_a_page_that_is_not_there_is_none(house: House) -> None:
    async with house.window(route="/help/other") as screen:
        assert screen.says("Welcome back")
        await unlock(screen)
        await screen.go("/help/other")
        assert screen.route == "/help/other"
        assert screen.says("How is it right now?")
