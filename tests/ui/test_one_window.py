"""A second start over a vault: it finds out that there is a window, and where; whatever else, the app still starts."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app import words
from app.ui.already_open import already_open
from app.ui.browser_keys import Presence
from app.ui.browser_window import be_seen
from app.ui.one_window import OneWindow, Where
from app.vault.lock import LOCK_FILE, hold
from tests.headless.kit import Headless

ROOT = Path(__file__).resolve().parents[2]
HOLDING = """
import sys
from pathlib import Path
from app.ui.browser_keys import Presence
from app.ui.browser_window import be_seen
from app.ui.one_window import OneWindow
one = OneWindow(Path(sys.argv[1]))
print(one.take(), flush=True)
sys.stdin.read()
"""

only_posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes of folders")


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of this test in place of the person's own."""
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(own))
    return own


@contextmanager
def _another(vault: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(vault)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "True\n"
            yield process
        finally:
            process.kill()


def found(late: OneWindow) -> Where:
    """Where the one is that this comes too late for."""
    assert not late.take()
    return late.other


def test_a_second_start_comes_too_late_until_the_first_is_over_however_it_ends(tmp_path: Path) -> None:
    vault, late = tmp_path / "vault", OneWindow(tmp_path / "vault")
    with _another(vault) as first:
        assert found(late) is Where.WINDOW
        first.kill()
        first.wait()
        assert late.take()
    late.let_go()
    assert not vault.exists()


def test_it_is_told_where_the_first_can_be_seen(tmp_path: Path) -> None:
    first, late = OneWindow(tmp_path), OneWindow(tmp_path)
    assert first.take()
    assert found(late) is Where.WINDOW
    assert first.take(Where.BROWSER)
    assert found(late) is Where.BROWSER
    first.let_go()
    assert late.take(Where.BROWSER)
    late.let_go()


def test_another_vault_is_another_window_and_another_name_of_this_one_is_not(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "alias").symlink_to(tmp_path / "vault")
    first = OneWindow(tmp_path / "vault")
    example, alias = OneWindow(tmp_path / "vault" / "example"), OneWindow(tmp_path / "alias")
    assert first.take()
    assert example.take()
    assert not alias.take()
    first.let_go()
    example.let_go()


def test_the_lock_of_the_vault_is_another_one(tmp_path: Path) -> None:
    held, one = hold(tmp_path / LOCK_FILE), OneWindow(tmp_path)
    assert one.take()
    one.let_go()
    held.release()
    assert [path.name for path in tmp_path.iterdir() if path.name != "own"] == [LOCK_FILE]


def test_nothing_says_where_the_vault_lies(tmp_path: Path, own: Path) -> None:
    one = OneWindow(tmp_path / "somewhere")
    assert one.take(Where.BROWSER)
    files = [path for path in own.rglob("*") if path.is_file()]
    assert len(files) == 2
    assert not [path for path in files if "somewhere" in path.name or path.read_bytes()]
    one.let_go()


@only_posix
@pytest.mark.parametrize("trouble", ["open to others", "leads elsewhere", "cannot be made"])
def test_where_it_cannot_be_told_the_app_starts(tmp_path: Path, own: Path, trouble: str) -> None:
    folder = own / "holdfast"
    if trouble == "open to others":
        folder.mkdir()
        folder.chmod(0o777)
    elif trouble == "leads elsewhere":
        folder.symlink_to(tmp_path)
    else:
        folder.write_bytes(b"")
    first, second = OneWindow(tmp_path / "vault"), OneWindow(tmp_path / "vault")
    assert first.take()
    assert second.take()
    assert sorted(tmp_path.iterdir()) == [own]


async def test_the_window_that_came_too_late_says_so_and_can_be_closed() -> None:
    async with Headless(already_open) as screen:
        screen.replies["destroy"] = None
        assert screen.says(words.command_line.already_open["window"])
        await screen.tap("Close")
        assert len(screen.called("destroy")) == 1


async def test_while_the_tab_is_gone_nobody_is_sent_to_look_for_it(tmp_path: Path) -> None:
    presence, one, again = Presence(), OneWindow(tmp_path), OneWindow(tmp_path)
    watching = asyncio.create_task(be_seen(presence, one))
    try:
        for _ in range(2):  # before it has come, and when it is back
            await turns()
            assert found(again) is Where.BROWSER
            presence.arrive()
            await turns()
            assert not again.take()
            presence.leave()
            await turns()
            assert again.take()
            again.let_go()
            presence.arrive()
    finally:
        watching.cancel()


async def turns() -> None:
    """Let the loop come round."""
    for _ in range(3):
        await asyncio.sleep(0)
