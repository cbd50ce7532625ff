"""One module a screen, each loaded when a screen of it is first shown: a start shows one of a hundred."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def named(name: str) -> Callable[..., Any]:
    """Return what stands under a name in a module of this room: "today.TodayScreen"."""
    module, _, thing = name.partition(".")
    made: Callable[..., Any] = getattr(import_module(f"{__name__}.{module}"), thing)
    return made
