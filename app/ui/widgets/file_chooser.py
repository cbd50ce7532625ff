"""Finding a file or a folder by going through the folders, in the page itself."""

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import flet as ft

from app import words
from app.ui.folders import Folder, drives, nearest_folder, read_folder
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.rows import rows, way
from app.ui.widgets.text import announced, body

_A_PAGE = 30


class FileChooser:
    """Shows one folder after another until one thing is ``picked``, or it is closed.

    For the browser window, which runs on this computer but is shown no paths by its browser, and for systems without a
    window to choose in. A folder is read again each time it is shown; nothing is kept of it.
    """

    def __init__(self, *, wants_folder: bool, picked: Callable[[Path], None]) -> None:
        self._wants_folder, self._picked = wants_folder, picked
        self._place = stack(spacing=INSIDE)

    def laid_out(self) -> ft.Control:
        """Its place, empty until it is opened."""
        return self._place

    async def open(self, near: Path | None) -> None:
        """Show the folder that this path is or lies in, or else the person's own."""
        await self._go(await asyncio.to_thread(nearest_folder, near))

    def close(self) -> None:
        """Show nothing any more."""
        fill(self._place)

    async def _go(self, path: Path) -> None:
        try:
            folder, beside = await asyncio.to_thread(lambda: (read_folder(path), _beside(path)))
        except OSError:
            fill(self._place, announced(words.places.shut), *self._place.controls[1:])
            return
        self._show(folder, beside, _A_PAGE)

    def _show(self, folder: Folder, beside: tuple[Path, ...], upto: int) -> None:
        said = words.places
        inside = list(self._inside(folder))
        more = button.line_button(said.more, lambda: self._show(folder, beside, upto + _A_PAGE))
        use = button.second_button(said.use, partial(self._pick, folder.path))
        fill(
            self._place,
            announced(said.inside.format(folder=folder.path)),
            *([button.pile(use)] if self._wants_folder else []),
            rows(*self._around(folder.path, beside), *inside[:upto]),
            *([] if inside else [body(said.nothing)]),
            *([more] if len(inside) > upto else []),
            button.line_button(said.close, self.close, icon=ft.Icons.EXPAND_LESS),
        )

    def _around(self, path: Path, beside: tuple[Path, ...]) -> Iterator[ft.Control]:
        if path.parent != path:
            up = words.places.up_to.format(folder=_name(path.parent))
            yield way(up, partial(self._go, path.parent), icon=ft.Icons.ARROW_UPWARD, onward=False)
        for drive in beside:
            yield way(_name(drive), partial(self._go, drive), icon=ft.Icons.USB, value=words.places.drive)

    def _inside(self, folder: Folder) -> Iterator[ft.Control]:
        for path in folder.folders:
            yield way(path.name, partial(self._go, path), icon=ft.Icons.FOLDER_OUTLINED)
        for file in () if self._wants_folder else folder.files:
            yield way(
                file.path.name,
                partial(self._pick, file.path),
                icon=ft.Icons.INSERT_DRIVE_FILE_OUTLINED,
                value=words.moment.day(file.changed),
                onward=False,
            )

    def _pick(self, path: Path) -> None:
        self.close()
        self._picked(path)


def _beside(path: Path) -> tuple[Path, ...]:
    """The drives, where one would look for them: in one's own folder, and at the root of one."""
    return drives() if path in (Path.home(), path.parent) else ()


def _name(path: Path) -> str:
    return path.name or str(path)
