"""Long work in a window: how far it is, stopping it, hiding from it, and that nothing else touches the vault."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from app import words
from app.session.everything import EverythingVerbs
from app.vault import Stopped, Vault
from tests.headless import press
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, unlock

said = words.everything
Meanwhile = Callable[[], Awaitable[None]]


class Work:
    """Stands for an export: in its thread it tells that 3 of 10 are done, lets the test look, and stops if asked to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.meanwhile: Meanwhile | None = None
        self.stopped = False
        self._loop = asyncio.get_running_loop()
        monkeypatch.setattr(EverythingVerbs, "write", lambda _, to, **how: self._write(to, **how))

    def _write(self, to: Path, *, progress: Any, stop: Any, replace: bool) -> Path:
        progress(3, 10)
        assert self.meanwhile is not None
        asyncio.run_coroutine_threadsafe(_awaited(self.meanwhile), self._loop).result(10)
        self.stopped = stop()
        if self.stopped:
            raise Stopped("as was asked")
        return to


async def _awaited(meanwhile: Meanwhile) -> None:
    await meanwhile()


async def turns(screen: Headless, *, seconds: float = 0) -> None:
    """Let the loop go round while a thread is at work, after so much time has passed."""
    screen.client.work._ahead_seconds += seconds
    for _ in range(60):
        await asyncio.sleep(0)


async def tap(screen: Headless, name: str) -> None:
    """Press, and do not wait for the thread."""
    press.press(screen.client, screen.one(name, lambda seen: seen.pressable, "thing to press", None))
    await turns(screen)


async def start(screen: Headless) -> None:
    await screen.go("/settings/export")
    await screen.type(said.where, "/somewhere/file")
    await screen.type(said.passphrase, PASSPHRASE)
    await screen.tap(said.write)


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A folder with an empty vault, locked."""
    made = House(tmp_path / "vault")
    made.begin()
    return made


@pytest.fixture
async def screen(house: House) -> AsyncIterator[Headless]:
    """A phone, unlocked, on an empty vault."""
    async with house.window() as screen:
        await unlock(screen)
        yield screen


@pytest.fixture
async def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    return Work(monkeypatch)


async def test_it_says_what_it_does_and_how_far_it_is_and_can_be_stopped(
    screen: Headless, work: Work
) -> None:
    async def look() -> None:
        await turns(screen, seconds=1)
        assert screen.says(said.writing)
        assert screen.says("3 of 10")
        assert not screen.can_tap(said.write)
        await tap(screen, words.at_work.stop)
        assert screen.says(words.at_work.stopping)
        assert not screen.can_tap(words.at_work.stop)

    work.meanwhile = look
    await start(screen)
    assert work.stopped
    assert screen.says(said.stopped)
    assert screen.can_tap(said.write)


async def test_short_work_shows_nothing_of_it(screen: Headless, work: Work) -> None:
    async def look() -> None:
        await turns(screen)
        assert not screen.says(said.writing)
        assert not screen.can_tap(said.write)

    work.meanwhile = look
    await start(screen)
    assert screen.says(said.written.format(name="file"))
    await screen.later(2)
    assert not screen.says(said.writing)


@pytest.mark.parametrize("leave", ["Hide now", "lock"])
async def test_hiding_shows_the_empty_page_at_once_and_the_vault_closes_when_the_work_has_stopped(
    screen: Headless, work: Work, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    closed: list[bool] = []
    close = Vault.close

    def noted(vault: Vault) -> None:
        closed.append(work.stopped)
        close(vault)

    monkeypatch.setattr(Vault, "close", noted)

    async def look() -> None:
        await turns(screen, seconds=1)
        if leave == "lock":
            page: Any = screen.page
            page.on_disconnect(None)
            await turns(screen)
        else:
            await tap(screen, leave)
            assert screen.texts() == ["Nothing is open here.", "Continue"]
        assert closed == []

    work.meanwhile = look
    await start(screen)
    assert work.stopped
    assert closed == [True]
    if leave == "Hide now":
        assert screen.texts() == ["Nothing is open here.", "Continue"]
        await screen.tap("Continue")
    await unlock(screen)
    assert screen.says("How is it right now?")


async def test_meanwhile_no_other_place_is_open_but_the_page_for_hard_times(
    screen: Headless, work: Work
) -> None:
    async def look() -> None:
        await turns(screen, seconds=1)
        for place in ("Back", "/supports", "/settings"):
            if place.startswith("/"):
                screen.client.go(place)
                await turns(screen)
            else:
                await tap(screen, place)
            assert screen.says(words.shell.still_working)
            assert screen.says(said.writing)
            assert screen.route == "/settings/export"
        await tap(screen, "When it’s hard")
        assert screen.says("Name five things you can see.")
        await tap(screen, "Back")
        assert screen.says(said.writing)

    work.meanwhile = look
    await start(screen)
    assert screen.says(said.written.format(name="file"))
    await screen.go("/supports")
    assert screen.route == "/supports"


async def test_meanwhile_what_is_at_hand_opens_from_the_page_for_hard_times(
    screen: Headless, work: Work
) -> None:
    await screen.go("/tool/new")
    await screen.submit(words.coping_tool.name, "Mint tea")
    await screen.tap(words.coping_tool.pin)

    async def look() -> None:
        await turns(screen, seconds=1)
        await tap(screen, "When it’s hard")
        await tap(screen, "Open Mint tea")
        assert screen.says(words.hard_time.next)
        for place in ("Back", "Back"):
            await tap(screen, place)
        assert screen.says(said.writing)

    work.meanwhile = look
    await start(screen)
    assert screen.says(said.written.format(name="file"))


async def test_it_goes_on_in_a_window_that_grows_wide(screen: Headless, work: Work) -> None:
    async def look() -> None:
        await turns(screen, seconds=1)
        size = {"width": 1280.0, "height": 800.0}
        screen.client.tell(screen.client.tree.page, "resize", size, always=True, **size)
        await turns(screen)
        assert screen.says(said.writing)
        assert screen.can_tap(words.at_work.stop)

    work.meanwhile = look
    await start(screen)
    assert screen.says(said.written.format(name="file"))


async def test_words_being_typed_wait_for_their_turn(house: House, screen: Headless, work: Work) -> None:
    sizes: list[int] = []

    def held() -> int:
        return sum(path.stat().st_size for path in house.folder.iterdir())

    async def look() -> None:
        resized: Any = screen.page.on_resize
        host = resized.__closure__[0].cell_contents
        sizes.append(held())
        host.keep_draft("support/note", "half a sentence")
        await turns(screen, seconds=3)
        await turns(screen, seconds=3)
        sizes.append(held())

    work.meanwhile = look
    await start(screen)
    assert sizes[0] == sizes[1]
    await screen.later(3)
    assert held() > sizes[1]


async def test_what_was_done_to_its_end_behind_the_lock_leads_to_nothing_more(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    loop, asked = asyncio.get_running_loop(), []
    async with house.window(platform="android") as screen:
        await unlock(screen)

        def whole(*_: Any, **__: Any) -> bytes:
            asyncio.run_coroutine_threadsafe(tap(screen, "Hide now"), loop).result(10)
            return b"everything, for anyone to read"

        def save(_: Any) -> str:
            asked.append("a place to save it")
            return "/somewhere"

        monkeypatch.setattr(EverythingVerbs, "whole", whole)
        screen.replies["save_file"] = save
        await screen.go("/settings/export")
        await screen.type(said.passphrase, PASSPHRASE)
        await screen.tap(said.write)
        assert asked == []
        assert screen.texts() == ["Nothing is open here.", "Continue"]
