"""Hide now: an empty page first of all, nothing of the app's purpose on it, and one way on: to the door."""

import asyncio
import threading
from typing import Any

import pytest

from app.vault import Vault
from tests.headless.kit import Headless
from tests.headless.press import press
from tests.headless.wire import Wire
from tests.ui.screens.house import House, Listener, SickDisk, unlock
from tests.ui.screens.lived_in import live_in

NEUTRAL = ["Nothing is open here.", "Continue"]


async def test_the_empty_page_is_sent_before_the_vault_is_closed(
    house: House, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    close = Vault.close

    def noted(vault: Vault) -> None:
        listener.heard.append("the vault is closed")
        close(vault)

    async with house.window() as screen:
        await unlock(screen)
        monkeypatch.setattr(Vault, "close", noted)
        mark = len(listener.heard)
        await screen.tap("Hide now")
        assert "Nothing is open here." in repr(listener.heard[mark])
        assert "the vault is closed" in listener.heard[mark + 1 :]


@pytest.mark.parametrize("how", ["escape", "back by a link", "the page for hard times by a link", "keys"])
async def test_nothing_but_its_button_leads_away(house: House, how: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("When it’s hard")
        if how == "keys":
            await screen.press_key("H", ctrl=True, shift=True)
        else:
            await screen.tap("Hide now")
        assert screen.texts() == NEUTRAL
        if how == "escape":
            await screen.press_key("Escape")
        elif how != "keys":
            await screen.go("/hard" if "hard times" in how else "/plan")
        await screen.resize(1280, 800)
        assert screen.texts() == NEUTRAL
        await screen.tap("Continue")
        assert screen.says("Welcome back")


@pytest.mark.parametrize("value", ["07700 900999", "no digits", "x" * 201])
async def test_words_in_a_form_do_not_speak_up_on_it_and_are_not_lost(
    house: House, listener: Listener, value: str
) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.ana)
        await screen.tap("Add a way to reach")
        await screen.type("Phone number", value)
        mark = len(listener.heard)
        await screen.tap("Hide now")
        assert screen.texts() == NEUTRAL
        assert value not in listener.since(mark)
        assert "Ana" not in listener.since(mark)
        await screen.tap("Continue")
        await unlock(screen)
        await screen.go(written.ana)
        assert screen.says(value) or screen.value("Phone number") == value


async def test_what_was_being_said_or_asked_goes_with_it(house: House) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.tap("Change for Ana")
        await screen.tap("Take out of my safety net")
        assert screen.says("Ana is no longer in your safety net.")
        await screen.tap("Hide now")
        assert screen.texts() == NEUTRAL
        assert screen.dialogs == []


@pytest.mark.parametrize("leave", ["hide", "lock"])
async def test_a_call_that_fails_after_leaving_names_no_number(house: House, leave: str) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")

        listening: Any = screen.page.on_keyboard_event

        def leave_first(_: Any) -> bool:
            getattr(listening.__self__._window, leave)()
            return False

        screen.replies["can_launch_url"] = leave_first
        await screen.tap("Call Ana")
        assert screen.says("Welcome back") or screen.texts() == NEUTRAL
        assert not screen.says("7700")


async def test_a_full_disk_says_nothing_on_it(house: House, screen: Headless) -> None:
    await screen.tap("Plan")
    await screen.type("My sentence", "It passes")
    with house.full(), screen.expecting_failure():
        await screen.tap("Hide now")
    assert screen.texts() == NEUTRAL


class _BlockedDisk(SickDisk):
    """A disk that, once blocked, answers no write until it is freed."""

    def __init__(self) -> None:
        super().__init__()
        self.free = threading.Event()
        self.free.set()
        self.told: list[str] = []

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        self.told.append("disk")
        assert self.free.wait(20)
        super().write_at(file, data, offset)


@pytest.fixture
def blocked(house: House) -> _BlockedDisk:
    house.disk = _BlockedDisk()
    return house.disk


@pytest.mark.parametrize("leave", ["Hide now", "Lock now"])
async def test_the_page_is_on_its_way_before_anything_is_written(
    house: House, blocked: _BlockedDisk, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    act = Wire._act

    def send_later(wire: Wire, action: Any, body: dict[str, Any]) -> None:
        """As the server does: a message goes into a queue, and out of it in a later turn of the loop."""
        soon, content = asyncio.get_running_loop().call_soon, repr(body)
        soon(lambda: soon(lambda: soon(lambda: blocked.told.append(content))))
        act(wire, action, body)

    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/settings")
        await screen.go("/plan")
        await screen.type("My sentence", "It passes")
        if leave == "Lock now":
            await screen.leave()
            await screen.go("/settings")
        blocked.told.clear()
        monkeypatch.setattr(Wire, "_act", send_later)
        if leave == "Lock now":
            await screen.tap(leave)
        else:
            await screen.press_key("H", ctrl=True, shift=True)
    page = "Nothing is open here." if leave == "Hide now" else "Welcome back"
    first_write = blocked.told.index("disk")
    assert any(page in one for one in blocked.told[:first_write])


async def test_a_disk_that_does_not_answer_keeps_nobody_from_the_empty_page_nor_from_help(
    house: House, blocked: _BlockedDisk
) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/support/new")
        await screen.type("Name", "Ben")
        blocked.free.clear()
        try:
            await _soon(screen, "Hide now")
            assert screen.texts() == NEUTRAL
            await _soon(screen, "Continue")
            await _soon(screen, "When it’s hard")
            assert screen.says("Breathe") or screen.route == "/hard"
        finally:
            blocked.free.set()
        await screen.settle()
        await screen.go("/")
        await unlock(screen)
        await screen.go("/support/new")
        assert screen.value("Name") == "Ben"


async def _soon(screen: Headless, name: str) -> None:
    """Press without waiting for anything but a few turns of the loop."""
    press(screen.client, screen.one(name, lambda seen: seen.pressable, "thing to press"))
    for _ in range(50):
        await asyncio.sleep(0)
