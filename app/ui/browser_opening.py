"""Showing the browser the way to an address without any other process seeing it.

What stands in a process's arguments can be read by everyone on the computer, so the browser is given the name of a
private file, and the file leads on.
"""

import html
import os
import shutil
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path


class PrivateLink:
    """A file that forwards to an address: readable by its owner alone (0600, in a folder that is 0700)."""

    def __init__(self, address: str) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="Holdfast-", dir=_reachable_folder()))
        self._file = self._folder / "open.html"
        target = html.escape(address)
        text = f'<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url={target}">'
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)

    @property
    def uri(self) -> str:
        """What the browser is asked to open."""
        return self._file.as_uri()

    def remove(self) -> None:
        """Take the file away. Doing so again does nothing."""
        shutil.rmtree(self._folder, ignore_errors=True)


def open_in_browser(uri: str, on_failure: Callable[[], None]) -> None:
    """Ask the default browser to open this. Returns at once; ``on_failure`` may be called from another thread.

    The browser's command may run for as long as the browser does, so it is waited for in a thread that ends with
    this process.
    """

    def ask() -> None:
        if not (_has_screen() and webbrowser.open(uri)):
            on_failure()

    threading.Thread(target=ask, name="browser", daemon=True).start()


def _has_screen() -> bool:
    """Without one Python would open a text browser in the terminal, which cannot show the app."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))


def _reachable_folder() -> Path | None:
    """Where a link file can be read by the browser: None for the usual temporary folder.

    A browser from a snap has a temporary folder of its own and sees no hidden folder: it reads the home folder.
    """
    return Path.home() if sys.platform == "linux" and Path("/snap/bin").is_dir() else None
