"""What goes around each screen of a window: which of the buttons that are always there it has, and where they lead."""

from collections.abc import Callable
from typing import Protocol

from app import words
from app.ui import shell
from app.ui.routes import PATH_OF_PLACE
from app.ui.screen import HARD, SETTINGS, STEPS, Host, Screen
from app.ui.stack import Standing


class Framing(Host, Protocol):
    """A window, as far as it is asked what goes around its screens."""

    alone: Callable[[Host], Screen] | None
    """What makes the one screen that stands, whatever is asked for; None while there is none."""


def framed(window: Framing, path: str, screen: Screen, below: Standing | None) -> shell.Frame:
    """What goes around this screen, on this path, with that below it."""
    note = words.example.banner if window.unlocked and window.session.preferences.now.example else ""
    if screen.bare:
        return shell.alone(path, screen.title, window.width, screen.close, note=note)
    return shell.Frame(
        route=path,
        title=screen.title,
        note=note,
        end=window.lock if window.door.is_example else None,
        width=window.width,
        place=screen.place or (below.place if below else None),
        back=window.back if below else None,
        hard=None if window.alone or path in (HARD, STEPS) else lambda: window.go(HARD),
        hide=window.hide if window.unlocked else None,
        settings=(lambda: window.go(SETTINGS)) if window.unlocked and not below else None,
        at_end=screen.at_end,
        foot=screen.foot,
        to_place=(lambda place: window.go(PATH_OF_PLACE[place])) if window.unlocked else None,
    )
