"""Mistakes of our own, made on purpose: the calm line shows, the rest works, and nothing quotes what went wrong."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.ui.drafting import Drafting
from app.ui.logs import quiet_logs
from app.ui.screens.supports import SupportsScreen
from app.ui.screens.today import TodayScreen
from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import House, Listener, lock, unlock


async def _in_a_handler(monkeypatch: pytest.MonkeyPatch, screen: Headless, fail: Callable[..., Any]) -> None:
    monkeypatch.setattr(TodayScreen, "_save", fail)
    await screen.tap("Good")


async def _in_a_layout(monkeypatch: pytest.MonkeyPatch, screen: Headless, fail: Callable[..., Any]) -> None:
    monkeypatch.setattr(SupportsScreen, "content", fail)
    await screen.tap("Supports")


async def _in_a_title(monkeypatch: pytest.MonkeyPatch, screen: Headless, fail: Callable[..., Any]) -> None:
    monkeypatch.setattr(SupportsScreen, "title", property(fail))
    await screen.tap("Supports")


async def _on_the_way_out(
    monkeypatch: pytest.MonkeyPatch, screen: Headless, fail: Callable[..., Any]
) -> None:
    monkeypatch.setattr(TodayScreen, "leave", fail)
    await screen.tap("Plan")


async def _in_the_background(
    monkeypatch: pytest.MonkeyPatch, screen: Headless, fail: Callable[..., Any]
) -> None:
    async def failing(_: Drafting) -> None:
        await asyncio.sleep(0)
        fail()

    monkeypatch.setattr(Drafting, "_seal", failing)
    await screen.go("/support/new")
    await screen.type("Name", "Ana")


@pytest.mark.parametrize(
    "where",
    [_in_a_handler, _in_a_layout, _in_a_title, _on_the_way_out, _in_the_background],
    ids=lambda one: one.__name__,
)
async def test_a_mistake_of_ours_leaves_the_rest_working_and_quotes_nothing(
    house: House,
    listener: Listener,
    canary: Canary,
    monkeypatch: pytest.MonkeyPatch,
    where: Callable[..., Awaitable[None]],
) -> None:
    def fail(*_: object, **__: object) -> Any:
        raise ValueError(str(canary))

    put_back = quiet_logs()
    try:
        async with house.window() as screen:
            await unlock(screen)
            with screen.expecting_failure() as failures, monkeypatch.context() as wrong:
                await where(wrong, screen, fail)
                assert screen.says("What you saved is safe.")
                in_its_place = screen.says("This part can’t be shown right now.")
                assert in_its_place == (where is _in_a_layout)
            assert str(canary) not in "".join(failures)
            assert str(canary) not in listener.since(0)
            await screen.go("/plan")
            await screen.tap("When it’s hard")
            assert screen.says("Breathe slowly")
            await screen.go("/")
            await screen.tap("Good")
            assert screen.says("Saved.")
            await lock(screen)
            assert screen.says("Welcome back")
    finally:
        put_back()
    canary.check()
