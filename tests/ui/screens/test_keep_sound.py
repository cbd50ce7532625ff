"""A sound of the keep box: played when it is asked for, silent and forgotten as soon as one turns to anything else."""

import asyncio
import gc
from base64 import b64decode
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from flet_audio import Audio

from app import words
from app.domain.keep_item import KeptFile, Medium
from app.session.keep_item import KeepItemVerbs
from app.ui.sounds import ASK_AFTER_SECONDS, MOST_SECONDS
from tests.headless import press
from tests.headless.client_tree import Node, nodes_within
from tests.headless.kit import Headless
from tests.ui.screens.house import House, lock, unlock
from tests.ui.screens.test_keep_box import SOUND, put_in

said = words.keep_box
STOP = words.at_work.stop
LENGTH = {"duration": {"minutes": 1, "seconds": 5, "milliseconds": 400}}


def sounds(screen: Headless) -> list[Node]:
    """The players that the client has now."""
    return [node for node in nodes_within(screen.client.tree.page) if node["_c"] == "Audio"]


async def hear(screen: Headless, event: str, data: Any = None) -> None:
    """Let the client's one player tell of something."""
    [player] = sounds(screen)
    screen.client.tell(player, event, data)
    await screen.settle()


async def begin(screen: Headless) -> None:
    """Ask for the sound, and let it come to play."""
    await screen.tap(said.play)
    await hear(screen, "loaded")
    await hear(screen, "duration_change", LENGTH)
    await hear(screen, "state_change", {"state": "playing"})


async def on_its_page(screen: Headless, path: str) -> None:
    await unlock(screen)
    await screen.go(path)


@pytest.fixture
def path(house: House, tmp_path: Path) -> str:
    return put_in(house, tmp_path, SOUND, "A hum")


def players() -> list[Audio]:
    """The players that this process still holds, in use or not."""
    gc.collect()
    return [one for one in gc.get_objects() if type(one) is Audio]


def methods(screen: Headless) -> list[str]:
    """What was asked of players so far."""
    return [call.method for call in screen.calls if call.asked == "Audio"]


@pytest.mark.parametrize("how", [{"web": True}, {"platform": "android"}, {"platform": "windows"}], ids=str)
async def test_a_sound_plays_once_it_is_asked_for(house: House, path: str, how: dict[str, Any]) -> None:
    async with house.window(**how) as screen:
        await on_its_page(screen, path)
        assert sounds(screen) == []
        await screen.tap(said.play)
        [player] = sounds(screen)
        assert b64decode(player["src"]) == SOUND
        assert not player.get("autoplay")
        assert methods(screen) == []
        assert screen.says(said.opening)
        await hear(screen, "loaded")
        assert methods(screen) == ["resume"]


@pytest.mark.parametrize("platform", ["linux", "macos", "ios"])
async def test_where_a_player_would_write_a_file_none_is_offered(
    house: House, path: str, platform: str
) -> None:
    async with house.window(platform=platform) as screen:
        await on_its_page(screen, path)
        assert screen.says(said.sound_here)
        assert not screen.can_tap(said.play)
        assert screen.can_tap(said.take_out)


async def test_how_far_it_is_is_said_and_it_rests_goes_on_and_starts_again(house: House, path: str) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await begin(screen)
        assert screen.says("0 seconds of 1 minute 5 seconds")
        await hear(screen, "position_change", {"position": 61_000})
        assert screen.says("1 minute 1 second of 1 minute 5 seconds")
        await screen.tap(words.turns.pause)
        await hear(screen, "state_change", {"state": "paused"})
        assert not screen.can_tap(words.turns.pause)
        await screen.tap(words.turns.go_on)
        await hear(screen, "state_change", {"state": "playing"})
        assert screen.can_tap(words.turns.pause)
        await screen.tap(words.hard_time.again)
        assert methods(screen) == ["resume", "pause", "resume", "seek", "resume"]


async def test_at_its_end_it_is_forgotten_and_can_be_asked_for_anew(house: House, path: str) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await begin(screen)
        await hear(screen, "state_change", {"state": "completed"})
        assert screen.says(said.sound_over)
        assert sounds(screen) == []
        await begin(screen)
        assert not screen.says(said.sound_over)
        assert screen.can_tap(words.turns.pause)


async def test_a_length_that_is_not_known_is_not_made_up(house: House, path: str) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await screen.tap(said.play)
        await hear(screen, "loaded")
        await hear(screen, "position_change", {"position": 2_000})
        assert "2 seconds" in screen.texts()


WAYS_OUT: dict[str, Callable[[Headless], Awaitable[None]]] = {
    "stop": lambda screen: screen.tap(STOP),
    "back": lambda screen: screen.back(),
    "a page above it": lambda screen: screen.tap(said.change),
    "another place": lambda screen: screen.go("/supports"),
    "a hard moment": lambda screen: screen.press_key("F8"),
    "delete": lambda screen: screen.tap(said.delete),
    "hide now": lambda screen: screen.press_key("H", ctrl=True, shift=True),
    "lock": lock,
    "a quiet hour": lambda screen: screen.later(3600),
}


@pytest.mark.parametrize("begun", [True, False], ids=["playing", "on its way"])
@pytest.mark.parametrize("way", WAYS_OUT)
async def test_whatever_one_turns_to_it_is_silent_and_its_bytes_are_gone(
    house: House, path: str, way: str, *, begun: bool
) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await (begin(screen) if begun else screen.tap(said.play))
        if not begun and way == "stop":
            return  # there is nothing to be stopped yet
        [player] = players()
        await WAYS_OUT[way](screen)
        asked = methods(screen)
        assert sounds(screen) == []
        assert player.src is None
        await screen.later(MOST_SECONDS)
        assert methods(screen) == asked, "nothing plays later"


async def test_a_tab_that_is_closed_ends_it(house: House, path: str) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await begin(screen)
        [player] = players()
        await screen.disconnect()
        assert player.src is None


async def test_a_sound_that_is_still_being_read_does_not_play_once_one_has_turned_away(
    house: House, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, may_go_on = KeepItemVerbs.content, Event()

    def slowly(verbs: KeepItemVerbs, file: KeptFile) -> bytes:
        may_go_on.wait()
        return read(verbs, file)

    monkeypatch.setattr(KeepItemVerbs, "content", slowly)
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        press.press(screen.client, screen.one(said.play, lambda seen: seen.pressable, "button"))
        key = {"key": "F8", "ctrl": False, "shift": False, "alt": False, "meta": False}
        screen.client.tell(screen.client.tree.page, "keyboard_event", key)
        for _ in range(50):
            await asyncio.sleep(0)
        turned_away = screen.says(words.hard_time.breathe)
        may_go_on.set()  # first of all: whatever is found, the thread must end
        assert turned_away
        await screen.settle()
        assert sounds(screen) == []
        await screen.back()
        assert screen.can_tap(said.play)


async def test_a_sound_that_plays_is_nobody_who_is_there(house: House, path: str) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await begin(screen)
        for seconds in range(0, 3600, 10):
            if sounds(screen):
                await hear(screen, "position_change", {"position": seconds * 1000})
                await screen.later(10)
        assert screen.says("Welcome back")
        assert sounds(screen) == []


async def test_a_phone_that_hides_the_app_ends_it(house: House, path: str) -> None:
    async with house.window(platform="android") as screen:
        await on_its_page(screen, path)
        await begin(screen)
        await screen.hide()
        assert sounds(screen) == []


async def test_a_phone_that_is_turned_plays_on(house: House, path: str) -> None:
    async with house.window(platform="android") as screen:
        await on_its_page(screen, path)
        await begin(screen)
        await screen.resize(844, 390)
        await hear(screen, "position_change", {"position": 3_000})
        assert screen.says("3 seconds of 1 minute 5 seconds")
        await screen.tap(words.turns.pause)
        assert methods(screen)[-1] == "pause"
        await screen.back()
        assert sounds(screen) == []


async def test_going_back_to_its_page_plays_nothing(house: House, path: str) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await begin(screen)
        await screen.tap(said.change)
        await screen.back()
        assert sounds(screen) == []
        assert screen.can_tap(said.play)


@pytest.mark.parametrize(
    "refused", [RuntimeError("no supported sources"), None], ids=["says so", "is silent"]
)
async def test_a_sound_that_the_client_cannot_play_is_told_calmly(
    house: House, path: str, refused: RuntimeError | None
) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        screen.replies["Audio.resume"] = refused
        await screen.tap(said.play)
        await screen.later(ASK_AFTER_SECONDS if refused else MOST_SECONDS)
        assert screen.says(said.cannot_play)
        assert sounds(screen) == []
        assert screen.can_tap(said.take_out)


async def test_a_sound_that_is_slow_to_come_is_waited_for(house: House, path: str) -> None:
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await screen.tap(said.play)
        await screen.later(MOST_SECONDS / 2)
        await hear(screen, "loaded")
        assert screen.can_tap(words.turns.pause)


async def test_what_says_that_it_is_a_sound_and_is_none_is_not_handed_over(house: House) -> None:
    with house.session() as session:
        sealed = session._unlocked.vault.files.keep(iter([b"<svg onload=x>"]))
        kept = KeptFile(name=sealed.name, key=sealed.key, size=sealed.size, medium=Medium.OGG)
        thing = session.keep_items.add(name="A hum", file=kept)
    async with house.window(web=True) as screen:
        await on_its_page(screen, f"/keep/{thing.id}")
        await screen.tap(said.play)
        assert screen.says(said.cannot_play)
        assert sounds(screen) == []


async def test_a_sound_that_is_lost_is_told(house: House, path: str) -> None:
    for file in house.folder.glob("*.file"):
        file.write_bytes(file.read_bytes()[:-1])
    async with house.window(web=True) as screen:
        await on_its_page(screen, path)
        await screen.tap(said.play)
        assert screen.says(said.file_lost)
        assert sounds(screen) == []
