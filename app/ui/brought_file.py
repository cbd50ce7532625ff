"""A file on its way to the screen that reads it: dragged into the window, or chosen where another screen was meant."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Self


@dataclass(frozen=True, slots=True)
class BroughtFile:
    """What it is called, and all of it, in memory alone, or where it lies."""

    name: str = field(repr=False)
    content: bytes | Path = field(repr=False)

    @classmethod
    def lying_at(cls, place: Path) -> Self:
        """The file in a place, by a name that can be kept as text, whatever its bytes are."""
        return cls(place.name.encode("utf-8", "replace").decode("utf-8"), place)
