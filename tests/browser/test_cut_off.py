"""A socket that fails: the window locks, and nothing of what stood in it is left at the door."""

import os
import signal
from pathlib import Path

import pytest

from tests.browser.kit import Window
from tests.browser.process import AppProcess
from tests.browser.steps import add_support, begin, has

FRONT = Path(__file__).with_name("cut_off_front.py")


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    return AppProcess(tmp_path, [str(FRONT), "--print-address"])


@pytest.mark.skipif(os.name != "posix", reason="there is no such signal elsewhere")
async def test_a_name_at_the_foot_does_not_stand_at_the_door_after_the_line_was_cut(window: Window) -> None:
    await begin(window)
    await window.tap("Supports")
    await add_support(window, "Ελένη", "123")
    await window.tap("Open Ελένη, Person")
    await window.tap("Delete support")
    await has(window, "heading", "My supports")
    await window.says("Undo")
    os.kill(window.app.pid, signal.SIGUSR1)
    await window.says("Welcome back")
    await window.tap("Use my recovery key")  # there and back: what was sent before has come by then
    await has(window, "button", "Back")
    assert "Undo" not in await window.texts()
    await window.says_no_more("Ελένη")  # it was read out, and a screen reader is given a moment for that
