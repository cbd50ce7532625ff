"""A file that was dragged into a window."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DroppedFile:
    """What was dropped: what it is called, and all of it. It is in memory alone."""

    name: str = field(repr=False)
    content: bytes = field(repr=False)
