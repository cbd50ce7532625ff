"""A small Flet app behind the project's own loopback server, for the browser kit's self-tests."""

import argparse
import logging
import secrets
import sys
from pathlib import Path

import flet as ft

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.ui.browser_window import run_in_browser


async def show(page: ft.Page) -> None:
    """A name, a button, a switch, a file, and a count that a file keeps."""
    kept = folder / "count.txt"
    line = ft.Text(f"Counted {kept.read_text()}" if kept.exists() else "Nothing yet")
    name = ft.TextField(label="Name", on_submit=lambda event: say(f"Sent {event.control.value}"))
    picker = ft.FilePicker()
    page.services.append(picker)

    def say(words: str) -> None:
        line.value = words
        line.update()

    def count() -> None:
        folder.mkdir(exist_ok=True)
        now = int(kept.read_text()) + 1 if kept.exists() else 1
        kept.write_text(str(now))
        say(f"Counted {now}")

    async def save() -> None:
        await picker.save_file(file_name="plan.txt", src_bytes=b"words")

    page.add(
        line,
        name,
        ft.TextField(label="Passphrase", password=True),
        ft.FilledButton("Greet", on_click=lambda: say(f"Hello {name.value}")),
        ft.FilledButton("Count", on_click=count),
        ft.FilledButton("Save copy", on_click=save),
        ft.FilledButton("Complain", on_click=lambda: logging.getLogger("sample").error("on purpose")),
        ft.ListTile(
            title=ft.Text("Ana"), subtitle=ft.Text("Friend"), on_click=lambda: say("Ana was pressed")
        ),
        ft.TextButton("Call Eve", on_click=count),
        ft.TextButton("Call Ben", on_click=count),
        ft.Switch(label="May be shared", on_change=lambda event: say(f"shared {event.control.value}")),
    )


parser = argparse.ArgumentParser()
parser.add_argument("--vault", type=Path, required=True)
folder: Path = parser.parse_args().vault

logging.basicConfig(format="%(levelname)s %(name)s %(message)s")
run_in_browser(
    show,
    assets=Path(__file__).parents[2] / "assets",
    chance=secrets.token_bytes,
    tell=lambda _: None,
    announce=lambda address: print(address, flush=True),  # noqa: T201  # the kit reads it there
)
