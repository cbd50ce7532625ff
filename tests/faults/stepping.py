"""A disk that tells of each call to it before it does anything: where to kill, to fail, or only to count."""

from collections.abc import Callable
from typing import Any, TypeVar

from app.vault import Disk

D = TypeVar("D", bound=Disk)

EVERY_CALL = tuple(
    name
    for name, value in vars(Disk).items()
    if callable(value) and not name.startswith("_") and name != "usual_cost"
)
"""The names of all methods that touch files, those that only read included."""


def stepping(kind: type[D], before: Callable[[str], None]) -> type[D]:
    """The same kind of disk, which calls ``before`` with the name of each call, calls among themselves included."""

    def telling(name: str) -> Callable[..., Any]:
        real = getattr(kind, name)

        def call(self: D, *arguments: Any) -> Any:
            before(name)
            return real(self, *arguments)

        return call

    return type(kind.__name__, (kind,), {name: telling(name) for name in EVERY_CALL})
