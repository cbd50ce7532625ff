"""The desktop window: Flet's own client, where this computer has one."""

import contextlib
import importlib
import os
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import flet as ft

from app.ui.failures import Show
from app.words import command_line as words


def run_in_desktop_window(
    show: Show,
    *,
    assets: Path,
    tell: Callable[[str], None],
    meanwhile: Callable[[], None] = lambda: None,
) -> bool:
    """Open a desktop window and wait until it is closed. False, soon, where none can be had.

    Flet's client is a program of its own, which is fetched once if it is not here yet; that is said before it
    happens. ``tell`` is for sentences to the person at the terminal; ``meanwhile`` is called before the client starts.
    """
    if not (_may_be_had() and _client_is_here(tell)):
        return False
    tell(words.in_a_desktop_window)
    meanwhile()
    opened = False

    async def noticed(page: ft.Page) -> None:
        nonlocal opened
        opened = True
        await show(page)

    # The client may end at once, for want of a system library: then no page was ever asked for.
    with contextlib.suppress(Exception):
        ft.run(noticed, assets_dir=str(assets), view=ft.AppView.FLET_APP)
    return opened


def _may_be_had() -> bool:
    """Whether trying makes sense.

    Not on Windows: there Flet 1.0.5 joins app and client by a port on localhost that any process may connect to, and
    the newest connection takes the window over. The browser window is guarded, and used instead. Not on Linux without
    a display: there Flet would start a web server open to the whole network.
    """
    if sys.platform == "win32" or (sys.platform == "linux" and not os.environ.get("DISPLAY")):
        return False
    try:
        return version("flet-desktop") == version("flet")  # for any other Flet would call an installer
    except PackageNotFoundError:
        return False


def _client_is_here(tell: Callable[[str], None]) -> bool:
    if os.environ.get("FLET_VIEW_PATH"):
        return True
    if not any((Path.home() / ".flet" / "client").glob("*")):
        tell(words.fetching_a_client)
    try:
        with contextlib.redirect_stdout(sys.stderr):  # it draws a progress bar
            importlib.import_module("flet_desktop").ensure_client_cached()
    except Exception:  # noqa: BLE001  # no network, no space, no such client: all mean the browser
        return False
    return True
