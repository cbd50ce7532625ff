"""The app's own front door with a bug put in on purpose. Its first argument says where; the bug quotes what was typed."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).parents[2]))

import main
from app.ui.app import App
from app.ui.drafting import Drafting
from app.ui.screens.check_in import CheckInScreen
from app.ui.screens.support import NewSupportScreen

NAME = "support/new/name"


class PlantedError(Exception):
    """Quotes what was typed, as careless exceptions do."""


def quote(host: App) -> NoReturn:
    """Fail with the name that stands in the form for a new support."""
    raise PlantedError(f"quoted {host.draft(NAME)}")


def in_a_handler() -> None:
    """Saving a new support fails."""
    NewSupportScreen._save = lambda self: quote(self.host)  # type: ignore[method-assign, arg-type]  # the host is an App


def in_a_layout() -> None:
    """The page of one check-in cannot be laid out."""
    CheckInScreen.content = lambda self: quote(self.host)  # type: ignore[method-assign, arg-type]  # as above


def in_a_task() -> None:
    """Sealing the drafts in the background fails."""

    async def fail(self: Drafting) -> None:
        quote(self._host)  # type: ignore[arg-type]  # as above

    Drafting._seal = fail  # type: ignore[method-assign]


PLANT: dict[str, Callable[[], None]] = {"handler": in_a_handler, "layout": in_a_layout, "task": in_a_task}

if __name__ == "__main__":
    PLANT[sys.argv.pop(1)]()
    sys.argv.insert(1, "--print-address")
    sys.exit(main.main())
