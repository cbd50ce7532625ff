"""What opens the browser window, and who is there."""

import asyncio
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass

KEY_BYTES = 24


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Keys:
    """Three unguessable words: for the one-time address, the window's path, and the one tab."""

    entry: str
    window: str
    tab: str

    @classmethod
    def fresh(cls, chance: Callable[[int], bytes]) -> "Keys":
        """New keys from a source of unguessable bytes."""
        entry, window, tab = (urlsafe_b64encode(chance(KEY_BYTES)).decode() for _ in range(3))
        return cls(entry=entry, window=window, tab=tab)


class Presence:
    """Whether the one-time address was used (``entered``), and whether a tab is ``here`` or ``gone`` right now."""

    def __init__(self) -> None:
        self.entered = asyncio.Event()
        self.here = asyncio.Event()
        self.gone = asyncio.Event()

    def arrive(self) -> None:
        """A tab's socket opened."""
        self.here.set()
        self.gone.clear()

    def leave(self) -> None:
        """The tab's socket ended: the tab was closed, or is being loaded again."""
        self.here.clear()
        self.gone.set()
