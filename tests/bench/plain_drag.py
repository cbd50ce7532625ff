"""What dragging on the map is measured against: a Flet app with one control that is dragged, behind the same server."""

import argparse
import secrets
import sys
from pathlib import Path
from typing import Any

import flet as ft

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.ui.browser_window import run_in_browser  # the path comes first


async def show(page: ft.Page) -> None:
    """One mark, which goes where it is dragged."""
    inside = ft.TextButton(content=ft.Container(), width=48, height=48)
    mark = ft.GestureDetector(
        ft.MergeSemantics(ft.Semantics(content=inside, label="Plain mark", button=True)),
        left=150,
        top=150,
        drag_interval=16,
        exclude_from_semantics=True,
    )

    def moved(event: ft.DragUpdateEvent[Any]) -> None:
        if event.local_delta is not None:
            mark.left = (mark.left or 0) + event.local_delta.x
            mark.top = (mark.top or 0) + event.local_delta.y
            mark.update()

    mark.on_pan_update = moved
    page.add(ft.Stack([mark], width=358, height=358))


def main(arguments: list[str]) -> None:
    """Serve it; the kit of the browser tests names a folder, which is not used."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--vault", type=Path)
    parser.parse_args(arguments)
    run_in_browser(
        show,
        assets=Path(__file__).parents[2] / "assets",
        chance=secrets.token_bytes,
        tell=lambda _: None,
        announce=lambda address: print(address, flush=True),  # noqa: T201  # the kit reads it there
    )


if __name__ == "__main__":
    main(sys.argv[1:])
