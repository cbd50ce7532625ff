"""What only an app on a phone does: hand a text to another app, and be felt, if that is wanted."""

from typing import Any

import pytest

from app import words
from app.domain.plan_copy import Form
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock
from tests.ui.screens.lived_in import live_in

PHONES = pytest.mark.parametrize("platform", ["android", "ios"])
NO_PHONES = pytest.mark.parametrize("how", [{"platform": "linux"}, {"platform": "android", "web": True}])
SHARE, FORMS = words.export.share, words.plan_copy.forms


async def to_forms(screen: Headless) -> None:
    """Where Ana's copy of the plan is to be made."""
    await unlock(screen)
    await screen.go("/plan/share")
    await screen.tap("Ana, PDF, not locked, 21 November 2026, version 2. Made, not marked as given")
    await screen.tap("I stop cooking")
    await screen.tap("See what they will see")
    await screen.tap("Choose how to give it")


@PHONES
async def test_a_text_is_handed_to_another_app_and_nothing_that_needs_a_file(
    house: House, platform: str
) -> None:
    live_in(house)
    async with house.window(platform=platform) as screen:
        await to_forms(screen)
        for form in (Form.LOCKED_PAGE, Form.PDF, Form.SCREEN):
            await screen.tap(FORMS[form])
            assert not screen.can_tap(SHARE)
        await screen.tap(FORMS[Form.TEXT])
        assert screen.says(words.export.not_locked[0])
        await screen.tap(SHARE)
        [asked] = screen.called("share_text")
        assert "I stop cooking" in asked["text"]
        assert "I hide the post" not in asked["text"]
        assert screen.called("save_file") == screen.called("share_files") == []
        assert screen.says(words.export.shared)
        assert screen.can_tap(words.plan_copy.they_have_it.format(name="Ana"))


@PHONES
async def test_the_peer_support_page_too(house: House, platform: str) -> None:
    live_in(house)
    async with house.window(platform=platform) as screen:
        await unlock(screen)
        await screen.go("/peer-page/copy")
        await screen.tap(FORMS[Form.MARKDOWN])
        await screen.tap(SHARE)
        assert len(screen.called("share_text")) == 1
        assert screen.says(words.export.shared)


async def test_who_chooses_no_app_has_made_no_copy(house: House) -> None:
    live_in(house)
    async with house.window(platform="android") as screen:
        await to_forms(screen)
        await screen.tap(FORMS[Form.TEXT])
        screen.replies["share_text"] = {"status": "dismissed", "raw": ""}
        await screen.tap(SHARE)
        assert screen.says(words.export.not_given)
        screen.replies["share_text"] = RuntimeError("no sheet")
        await screen.tap(SHARE)
        assert screen.says(words.export.not_saved)
        assert screen.can_tap(SHARE)


@NO_PHONES
async def test_elsewhere_there_is_no_such_sheet(house: House, how: dict[str, Any]) -> None:
    live_in(house)
    async with house.window(**how) as screen:
        await to_forms(screen)
        await screen.tap(FORMS[Form.TEXT])
        assert not screen.can_tap(SHARE)


async def test_the_vault_stays_open_behind_the_sheet_for_a_while(house: House) -> None:
    live_in(house)
    async with house.window(platform="android") as screen:
        await to_forms(screen)
        await screen.tap(FORMS[Form.TEXT])

        def hidden(_: Any) -> Any:
            node = screen.client.tree.page
            screen.client.tell(node, "app_lifecycle_state_change", {"state": "hide"}, always=True)
            return {"status": "success", "raw": ""}

        screen.replies["share_text"] = hidden
        await screen.tap(SHARE)
        await screen.show()
        assert screen.says(words.export.shared)


# ---------------------------------------------------------------- what can be felt


def felt(screen: Headless) -> int:
    return len(screen.called("light_impact"))


@PHONES
async def test_a_phone_is_felt_when_something_is_saved_if_that_is_wanted(house: House, platform: str) -> None:
    async with house.window(platform=platform) as screen:
        await unlock(screen)
        await screen.tap("Good")
        assert felt(screen) == 0
        await screen.go("/settings")
        await screen.tap(words.settings.ticks)
        before = felt(screen)
        await screen.go("/")
        await screen.tap("Hard")
        assert felt(screen) == before + 1
    async with house.window(platform=platform) as screen:
        await unlock(screen)
        await screen.tap("In between")
        assert felt(screen) == 1


async def test_not_when_nothing_was_saved_nor_where_it_is_hard(house: House) -> None:
    with house.session() as session:
        session.preferences.change(ticks=True)
    async with house.window(platform="android") as screen:
        await unlock(screen)
        with house.full():
            await screen.tap("Good")
        assert felt(screen) == 0
        await screen.go("/hard")
        app: Any = screen.page.on_keyboard_event
        host = app.__self__._window
        assert host.attempt(lambda: host.session.preferences.change(toured=True)) is not None
        await screen.settle()
        assert felt(screen) == 0


async def test_a_phone_that_cannot_be_felt_says_nothing_of_it(house: House) -> None:
    with house.session() as session:
        session.preferences.change(ticks=True)
    async with house.window(platform="ios") as screen:
        screen.replies["light_impact"] = RuntimeError("no motor")
        await unlock(screen)
        await screen.tap("Good")
        assert screen.says("Saved. Add more, or leave it there.")


@NO_PHONES
async def test_elsewhere_nothing_can_be_felt_and_nothing_asks_for_it(
    house: House, how: dict[str, Any]
) -> None:
    with house.session() as session:
        session.preferences.change(ticks=True)
    async with house.window(**how) as screen:
        await unlock(screen)
        await screen.tap("Good")
        await screen.go("/settings")
        assert not screen.says(words.settings.ticks)
        assert felt(screen) == 0
