"""A small Flet app with one of each fault that the checks of a screen look for."""

import argparse
import logging
import secrets
import sys
from pathlib import Path

import flet as ft

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.ui.browser_window import run_in_browser


async def show(page: ft.Page) -> None:
    """Words that are too pale and words that are not, some of them far below, two titles, and controls that say too little or are too small."""
    page.theme_mode, page.scroll = ft.ThemeMode.LIGHT, ft.ScrollMode.AUTO
    voice = ft.SemanticsService()

    async def tell_twice() -> None:
        await voice.announce_message("Saved")
        await voice.announce_message("Saved. Undo")

    page.add(
        ft.Semantics(content=ft.Text("First title"), heading_level=1),
        ft.Semantics(content=ft.Text("Second title"), heading_level=1),
        ft.Text("Plain words", color="#333333"),
        ft.Text("Pale words", color="#B8B8B8"),
        ft.Container(ft.Text("Words on yellow", color="#FFFFFF"), bgcolor="#FFE066", padding=8),
        ft.IconButton(ft.Icons.DELETE),
        ft.Container(ft.Text("x"), width=20, height=60, ink=True, on_click=lambda: None),
        ft.Semantics(content=ft.Container(width=50, height=50), image=True, label=" ", container=True),
        ft.TextButton("Call", on_click=lambda: None, height=48, width=90),
        ft.TextButton("Call", on_click=lambda: None, height=48, width=90),
        ft.FilledButton("Tell twice", on_click=tell_twice, height=48, width=120),
        ft.Container(height=2_000),
        ft.Text("Words far below", color="#B8B8B8"),
    )


parser = argparse.ArgumentParser()
parser.add_argument("--vault", type=Path, required=True)
parser.parse_args()

logging.basicConfig(format="%(levelname)s %(name)s %(message)s")
run_in_browser(
    show,
    assets=Path(__file__).parents[2] / "assets",
    chance=secrets.token_bytes,
    tell=lambda _: None,
    announce=lambda address: print(address, flush=True),  # noqa: T201  # the kit reads it there
)
