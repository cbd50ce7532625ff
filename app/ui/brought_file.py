"""A file on its way to the screen that reads it: dragged into the window, or chosen where another screen was meant."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """What it is called, and all of it, in memory alone, or where it lies."""

    name: str = field(repr=False)
    content: bytes | Path = field(repr=False)
