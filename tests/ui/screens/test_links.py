"""Opening the phone: an emergency number is asked about first, wherever it is pressed."""

from types import SimpleNamespace
from typing import cast

import pytest

from app.domain.support import WayKind
from app.store.settings import Settings
from app.ui.links import Links
from app.ui.screen import Host
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock


def _with_number(house: House, kind: WayKind, value: str, *, in_net: bool = True) -> None:
    with house.session() as session:
        support = session.supports.add("Ambulance")
        support = session.supports.change(support, ways=(session.supports.way(kind, value),))
        if in_net:
            session.safety_net.add(support.id)


def _launched(screen: Headless) -> list[str]:
    return [one["url"] for one in screen.called("launch_url")]


@pytest.mark.parametrize("route", ["/safety-net", "/hard"])
async def test_an_emergency_number_of_a_support_asks_before_it_is_called(house: House, route: str) -> None:
    _with_number(house, WayKind.CALL, "112 (say where you are)")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(route)
        await screen.tap("Call Ambulance")
        assert _launched(screen) == []
        assert screen.says("This is an emergency number. Your phone will open with it.")
        await screen.tap("Not now")
        assert (_launched(screen), screen.dialogs) == ([], [])
        await screen.tap("Call Ambulance")
        await screen.tap("Call 112 (say where you are)")
        assert (_launched(screen), screen.dialogs) == (["tel:112"], [])


async def test_a_text_to_an_emergency_number_asks_too(house: House) -> None:
    _with_number(house, WayKind.TEXT, "911")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.tap("Text Ambulance")
        assert screen.says("Text 911 now?")
        assert _launched(screen) == []
        await screen.tap("Text 911")
        assert _launched(screen) == ["sms:911"]


def test_words_that_stand_ready_in_a_text_hide_no_emergency_number() -> None:
    asked: list[str] = []
    window = SimpleNamespace(
        settings=Settings(), show=lambda dialog: asked.append(dialog.title.value), close=None
    )
    Links(cast(Host, window)).open("sms:999?body=I%20need%20help", "999", may_say=lambda: True)
    assert asked == ["Text 999 now?"]


async def test_any_other_number_is_called_with_one_press(house: House) -> None:
    _with_number(house, WayKind.CALL, "116 123")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.tap("Call Ambulance")
        assert (_launched(screen), screen.dialogs) == (["tel:116123"], [])


async def test_the_question_goes_with_the_lock(house: House) -> None:
    _with_number(house, WayKind.CALL, "112")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/safety-net")
        await screen.tap("Call Ambulance")
        await screen.press_key("H", ctrl=True, shift=True)
        assert screen.texts() == ["Nothing is open here.", "Continue"]
        assert screen.dialogs == []
