"""A vault in a folder of its own, and windows on it: what every test of a screen begins with."""

import errno
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from app import session as sessions
from app import words
from app.session import Session
from app.ui.app import application
from tests.headless.client_tree import nodes_within
from tests.headless.heard import Seen, said_in, seen_in
from tests.headless.kit import Headless
from tests.vault.disks import CheapDisk

PASSPHRASE = "seven quiet otters by the pier"
MORNING = datetime(2026, 11, 21, 9, 30, tzinfo=timezone(timedelta(hours=1)))
MANY_SCRIPTS = "Zoë Łukasz Ñandú Ελένη Тишина"
RIGHT_TO_LEFT = "שלום\nעולם"  # noqa: RUF001  # Hebrew, not Latin


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        return self.now


class SickDisk(CheapDisk):
    """The real disk, without waiting for its medium, that refuses every write while it is sick with an ``errno``."""

    def __init__(self) -> None:
        self.sick = 0

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        if self.sick:
            raise OSError(self.sick, "refused")
        super().write_at(file, data, offset)

    def sync(self, file: int) -> None:
        return

    def sync_data(self, file: int) -> None:
        return

    def sync_folder(self, folder: Path) -> None:
        return


class House:
    """One folder, and everything that a person and a window bring to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.disk = SickDisk()

    @property
    def _sources(self) -> dict[str, Any]:
        return {"clock": self.clock, "chance": secrets.token_bytes, "disk": self.disk}

    def window(self, **how: Any) -> Headless:
        """A window at the door; ``how`` as for Headless."""
        return Headless(application(self.folder, **self._sources), **how)

    def begin(self) -> None:
        """Make the vault."""
        sessions.create(self.folder, PASSPHRASE, **self._sources).lock()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """The vault, unlocked without a window."""
        session = sessions.unlock(self.folder, PASSPHRASE, **self._sources)
        try:
            yield session
        finally:
            session.lock()

    @contextmanager
    def full(self) -> Iterator[None]:
        """For a while there is no room on the disk."""
        with self._sick_with(errno.ENOSPC):
            yield

    @contextmanager
    def broken(self) -> Iterator[None]:
        """For a while the disk fails."""
        with self._sick_with(errno.EIO):
            yield

    @contextmanager
    def _sick_with(self, number: int) -> Iterator[None]:
        self.disk.sick = number
        try:
            yield
        finally:
            self.disk.sick = 0


async def unlock(screen: Headless) -> None:
    """Go through the door."""
    await screen.type(words.unlock.passphrase, PASSPHRASE)
    await screen.tap(words.unlock.unlock)


async def lock(screen: Headless) -> None:
    """Leave, from any screen."""
    await screen.go("/settings")
    await screen.tap("Lock now")


async def to_tools(screen: Headless) -> None:
    """Go to the list of what helps, by the bar and its door in Growing."""
    await screen.tap("Growing")
    await screen.tap("What helps me")


def group(screen: Headless, said: str, *kinds: str) -> Seen:
    """The control of these kinds that stands merged with these words; AssertionError unless there is one."""
    found = [
        seen
        for seen in screen._in_reach()
        if seen.kind in kinds and said in [*merged_words(seen), " ".join(merged_words(seen))]
    ]
    assert len(found) == 1, f"{len(found)} of {said!r}\n{screen.picture()}"
    return found[0]


def is_on(screen: Headless, said: str) -> bool:
    """Whether the switch or the box beside these words is on."""
    return bool(group(screen, said, "Switch", "Checkbox").node.get("value"))


def is_chosen(screen: Headless, said: str) -> bool:
    """Whether the radio button beside these words is the one that is chosen."""
    radio = group(screen, said, "Radio")
    return bool(radio.inside({"RadioGroup"}).get("value") == radio.node.get("value", ""))


def merged_words(seen: Seen) -> list[str]:
    """The words of everything that a screen reader merges with a control."""
    for depth in range(len(seen.around) - 1, -1, -1):
        if seen.around[depth]["_c"] == "MergeSemantics":
            return said_in(seen.around[depth], seen.around[:depth])
    return said_in(seen.node, seen.around)


def error_of(screen: Headless, field: str) -> str:
    """What is said beside a field of what is wrong with it; empty if nothing is."""
    return str(screen.one(field, lambda seen: seen.kind == "TextField", "field").node.get("error") or "")


def everything(screen: Headless) -> str:
    """All that the client holds of the page, seen or not: every property of every control."""
    return repr(list(nodes_within(screen.client.tree.page)))


def spoken(screen: Headless) -> list[str]:
    """What a screen reader says by itself."""
    return [
        " ".join(said_in(seen.node))
        for root in screen._roots()
        for seen in seen_in(root)
        if seen.node.get("live_region")
    ]


class Listener:
    """Keeps every message that any window is sent, in order."""

    def __init__(self) -> None:
        self.heard: list[Any] = []

    def since(self, mark: int) -> str:
        """All that was sent after the first ``mark`` messages, as text."""
        return repr(self.heard[mark:])
