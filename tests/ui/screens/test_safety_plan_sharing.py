"""Showing the plan: nothing is chosen at first, what is only me is never offered, and the copy is what was shown."""

import asyncio
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.exports import pdf as plan_pdfs
from tests.headless.kit import Headless
from tests.ui.screens.house import House, is_on, lock, unlock
from tests.ui.screens.lived_in import live_in


@pytest.fixture
def written(house: House) -> House:
    live_in(house)
    return house


async def at_the_choice(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/plan/share")


async def at_the_copy(screen: Headless, *lines: str) -> None:
    await at_the_choice(screen)
    for line in lines:
        await screen.tap(line)
    await screen.tap("See what they will see")


def printed(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


async def test_nothing_is_chosen_at_first_and_only_what_may_be_shared_is_offered(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        assert screen.says("Choose what they will see. Nothing is chosen at first.")
        boxes = [seen for seen in screen._in_reach() if seen.kind == "Checkbox"]
        assert boxes
        assert not any(seen.node.get("value") for seen in boxes)
        assert not screen.says("I hide the post")
        assert screen.says("1 line stays with you. It is marked “Only me”.")
        await screen.tap("See what they will see")
        assert screen.says("Choose at least one line first.")
        assert screen.route == "/plan/share"


async def test_the_copy_holds_exactly_the_chosen_words(written: House) -> None:
    async with written.window() as screen:
        await at_the_copy(screen, "I stop cooking", "Ana")
        assert screen.says("I stop cooking")
        assert screen.says("+44 7700 900123")
        for kept in (
            "I hide the post",
            "Walk to the pier",
            "Soup at noon",
            "It has passed",
            "07700 900123",
            "after six",
        ):
            assert not any(kept == text for text in screen.texts())
        await screen.tap("Save the copy")
        assert screen.says("The copy is saved.")
        asked = screen.called("save_file")[0]
        assert asked["file_name"] == "plan-2026-11.pdf"
        words = printed(asked["src_bytes"])
        assert "I stop cooking" in words
        assert "+44 7700 900123" in words
        for kept in (
            "hide the post",
            "pier",
            "Soup",
            "passed",
            "07700 900123",
            "after six",
            "example.org",
            "Choir",
        ):
            assert kept not in words
            assert kept.encode() not in asked["src_bytes"]


async def test_what_stays_is_counted_with_its_reason(written: House) -> None:
    async with written.window() as screen:
        await at_the_copy(screen, "I stop cooking")
        assert screen.says("1 line · Marked “Only me”")
        assert screen.says("1 line · Not chosen")
        assert screen.says("This copy will not be locked. Anyone who opens it can read it.")


async def test_the_name_on_the_copy_is_what_was_typed(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.type("The name on the copy", "Zoë")
        await screen.tap("Take everything that may be shared")
        assert screen.value("The name on the copy") == "Zoë"
        await screen.tap("See what they will see")
        assert screen.says("Made by Zoë")


async def test_everything_and_nothing_are_one_press_and_ticks_survive_another_place(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.tap("Take everything that may be shared")
        await screen.tap("Walk to the pier")
        await screen.tap("Today")
        await screen.go("/plan/share")
        assert not is_on(screen, "Walk to the pier")
        assert is_on(screen, "I stop cooking")
        await screen.tap("Take everything that may be shared")
        await screen.tap("Take nothing")
        assert not is_on(screen, "I stop cooking")


async def test_what_becomes_only_me_is_no_longer_chosen(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.tap("I stop cooking")
        await screen.tap("Plan")
        await screen.tap("Signs it’s getting harder, 2 lines")
        await screen.tap("May be shared: I stop cooking")
        await screen.go("/plan/share/preview")
        assert screen.says("Nothing is chosen yet, so there is nothing to show.")


async def test_after_a_copy_was_given_the_next_choice_starts_empty(written: House) -> None:
    async with written.window() as screen:
        await at_the_copy(screen, "I stop cooking")
        await screen.tap("Save the copy")
        await screen.tap("Today")
        await screen.go("/plan/share")
        assert not is_on(screen, "I stop cooking")


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (None, "No copy was saved. The choice is still here."),
        (OSError("no room"), "The copy could not be saved. Choose another place, then try again."),
    ],
)
async def test_a_copy_that_was_not_saved_is_told_and_can_be_tried_again(
    written: House, reply: object, told: str
) -> None:
    async with written.window() as screen:
        await at_the_copy(screen, "I stop cooking")
        screen.replies["save_file"] = reply
        await screen.tap("Save the copy")
        assert screen.says(told)
        del screen.replies["save_file"]
        await screen.tap("Save the copy")
        assert screen.says("The copy is saved.")


async def test_a_copy_is_not_offered_once_it_is_locked(
    written: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = plan_pdfs.plan_pdf

    async with written.window() as screen:
        await at_the_copy(screen, "I stop cooking")
        loop = asyncio.get_running_loop()
        standing: Any = screen.page.on_app_lifecycle_state_change
        app = standing.__self__

        def made_while_hiding(document: Any) -> bytes:
            asyncio.run_coroutine_threadsafe(_call(app.hide), loop).result(5)
            return made(document)

        monkeypatch.setattr("app.session.session.plan_pdf", made_while_hiding)
        await screen.tap("Save the copy")
        assert screen.called("save_file") == []
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def _call(function: Any) -> None:
    function()


async def test_where_nothing_may_be_shared_it_leads_to_the_parts(house: House, screen: Headless) -> None:
    await screen.go("/plan/share")
    assert screen.says("Nothing is written yet.")
    await screen.go("/plan")
    await screen.tap("What I can do on my own, Nothing yet")
    await screen.submit("Add a line", "Tea")
    await screen.go("/plan/share")
    assert screen.says("Every line is marked “Only me”")
    await screen.tap("Open What I can do on my own")
    assert screen.says("Tea")
    await lock(screen)
