"""The empty Flet app that the start and the memory of ours are measured against: one line of text, and nothing else.

It stands behind our own server and guard with our own assets, or, with ``--plain``, as Flet serves any app by itself.
"""

import argparse
import os
import secrets
import sys
from pathlib import Path

import flet as ft

sys.path.insert(0, str(Path(__file__).parents[2]))

LINE = "Nothing is here."


def show(page: ft.Page) -> None:
    """One line."""
    page.add(ft.Text(LINE))


async def show_soon(page: ft.Page) -> None:
    """The same, as our own server takes it."""
    show(page)


def _serve_plainly(port: int) -> None:
    os.environ["FLET_FORCE_WEB_SERVER"] = "true"
    os.environ["FLET_DISPLAY_URL_PREFIX"] = ""  # Flet tells the address, once it answers there
    ft.run(show, host="127.0.0.1", port=port, view=None, no_cdn=True)


def _serve_guarded() -> None:
    from app.ui.browser_window import run_in_browser  # noqa: PLC0415  # the plain one has none of ours

    run_in_browser(
        show_soon,
        assets=Path(__file__).parents[2] / "assets",
        chance=secrets.token_bytes,
        tell=lambda _: None,
        announce=lambda address: print(address, flush=True),  # noqa: T201  # the bench reads it there
    )


def main(arguments: list[str]) -> None:
    """Serve it. The kit of the browser tests names a folder, which is not used."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--vault", type=Path)
    parser.add_argument("--plain", type=int, default=0, metavar="PORT")
    given = parser.parse_args(arguments)
    if given.plain:
        _serve_plainly(given.plain)
    else:
        _serve_guarded()


if __name__ == "__main__":
    main(sys.argv[1:])
