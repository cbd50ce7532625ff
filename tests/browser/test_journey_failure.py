"""A bug on purpose in the real app: a calm line shows, the rest works, and nobody reads what was typed."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.browser.kit import Window
from tests.browser.process import AppProcess
from tests.browser.steps import begin, check_in, has
from tests.canary import Canary

FRONT = Path(__file__).with_name("failing_front.py")
CALM = "Something went wrong here. What you saved is safe."
CALM_PART = "This part can’t be shown right now. What you saved is safe."

Fail = Callable[[Window], Awaitable[None]]


@pytest.fixture
def app_process(tmp_path: Path, request: pytest.FixtureRequest) -> AppProcess:
    return AppProcess(tmp_path, [str(FRONT), request.param])


async def press_save(window: Window) -> None:
    await window.tap("Save support")
    await window.says(CALM)


async def wait(window: Window) -> None:
    await window.says(CALM)


async def open_a_check_in(window: Window) -> None:
    await window.tap("Today")
    await check_in(window, "Good")
    await window.tap("Add more")
    await window.says(CALM_PART)
    await has(window, "heading", "Check-in")


@pytest.mark.parametrize(
    ("app_process", "fail"),
    [("handler", press_save), ("task", wait), ("layout", open_a_check_in)],
    indirect=["app_process"],
)
async def test_a_bug_becomes_a_calm_line_and_quotes_nothing(
    canary: Canary, window: Window, fail: Fail
) -> None:
    await begin(window)
    await window.tap("Supports")
    await window.tap("Add a support")
    await window.says("For example: a friend, a choir, the park.")
    await window.type("Name", str(canary))
    await fail(window)
    assert "quoted" not in " ".join(await window.texts())

    await window.tap("Today")
    await has(window, "heading", "How is it right now?")
    assert str(canary) not in " ".join(await window.texts())
    await window.tap("When it’s hard")
    await has(window, "heading", "When it’s hard")
    await window.press_key("Escape")
    await has(window, "heading", "How is it right now?")
    await window.tap("Supports")
    await window.tap("Safety net")
    await window.says("Add a support first.")

    assert "PlantedError (" in window.app.log
    assert str(canary) not in window.app.log + "\n".join(window.watch.console)
    window.app.forget_complaints()
