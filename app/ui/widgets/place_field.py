"""A place on the disk: typed as a path, or chosen, in the system's own window where there is one."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import flet as ft

from app import words
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

    def _type(self, text: str) -> None:
        self._text = text
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
        self._field.value = str(place)
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
