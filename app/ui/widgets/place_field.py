"""A place on the disk: typed as a path, or chosen, in the system's own window where there is one."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import flet as ft

from app import words
from app.ui.brought_file import BroughtFile
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import stack
from app.ui.widgets.file_chooser import FileChooser
from app.ui.widgets.shown import refresh


class PlaceField:
    """Asks for one file, or one folder. What stands in it is kept by ``keep``, so that it outlives the screen."""

    def __init__(
        self,
        host: Host,
        label: str,
        *,
        hint: str,
        value: str,
        keep: Callable[[str], None],
        submit: Callable[[], object],
        choose_words: str = "",
        folder: bool = False,
    ) -> None:
        self._host, self._wants_folder = host, folder
        self._choose_words = choose_words or (
            words.backups.choose_folder if folder else words.backups.choose_file
        )
        self._text, self._keep = value, keep
        self._brought: BroughtFile | None = None
        self._field = field.field(label, value, self._type, hint=hint, submit=submit)
        self._chooser = FileChooser(wants_folder=folder, picked=self._take)

    def laid_out(self) -> ft.Control:
        """Lay out the button and the field."""
        choose = button.buttons(button.second_button(self._choose_words, self._pick))
        return stack(choose, self._chooser.laid_out(), self._field, spacing=INSIDE)

    @property
    def path(self) -> Path | None:
        """The place, None where nothing was said."""
        return path_of(self._text)

    @property
    def file(self) -> BroughtFile | None:
        """What was brought here, or what lies in the place that was said; None where nothing was."""
        if self._brought is not None or self.path is None:
            return self._brought
        return BroughtFile.lying_at(self.path)

    def bring(self, file: BroughtFile) -> None:
        """Take a file as if it had been chosen here. One without a place is not kept: it is gone once the field is."""
        if isinstance(file.content, Path):
            self._take(file.content)
        else:
            self._brought = file
            self._show(file.name)

    def _type(self, text: str) -> None:
        self._text, self._brought = text, None
        self._keep(text)

    async def _pick(self) -> None:
        outside = self._host.outside
        try:
            place = await (outside.choose_folder() if self._wants_folder else outside.choose_file())
        except OSError:
            await self._chooser.open(self.path)
            return
        if place is not None:
            self._take(place)

    def _take(self, place: Path) -> None:
        self._type(str(place))
        self._show(str(place))

    def _show(self, text: str) -> None:
        self._field.value = text
        refresh(self._field)


def path_of(text: str) -> Path | None:
    """The path that was typed, with or without quotation marks around it; None for none."""
    plain = text.strip().strip("\"'").replace("\0", "")
    if not plain:
        return None
    path = Path(plain)
    with suppress(RuntimeError):  # the home of somebody who is not known here
        path = path.expanduser()
    return path.absolute()
