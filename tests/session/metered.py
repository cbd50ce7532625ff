"""A disk that counts: what is asked of it, and how many bytes go to it and come from it."""

from collections.abc import Callable
from typing import Any

from app.vault import Disk

Calls = list[tuple[str, int]]
"""Each call to the disk, and the bytes that went to it or came from it."""


def metered(disk: Disk) -> Calls:
    """From now on calls to this disk are added to what is returned."""
    calls: Calls = []

    def counted(name: str, method: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any) -> Any:
            returned = method(*given)
            calls.append((name, sum(len(one) for one in (*given, returned) if isinstance(one, bytes))))
            return returned

        return call

    for name, method in vars(Disk).items():
        if callable(method) and not name.startswith("_"):
            setattr(disk, name, counted(name, getattr(disk, name)))
    return calls
