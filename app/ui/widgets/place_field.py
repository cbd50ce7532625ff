"""A place on the disk: typed as a path, or chosen in the system's own window where there is one."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import flet as ft

from app import words
from app.ui.outside import Files
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import announced

Choose = Callable[[], Awaitable[Path | None]]


class PlaceField:
    """Asks for one place. What stands in it is kept by ``keep``, so that it outlives the screen."""

    def __init__(
        self,
        host: Host,
        label: str,
        *,
        hint: str,
        choose: Choose,
        choose_words: str,
        value: str,
        keep: Callable[[str], None],
        submit: Callable[[], object],
    ) -> None:
        self._host, self._choose, self._choose_words = host, choose, choose_words
        self._text, self._keep = value, keep
        self._field = field.field(label, value, self._type, hint=hint, submit=submit)
        self._said = stack()

    def laid_out(self) -> ft.Control:
        """Lay out the field, or the button, or both."""
        how = self._host.outside.files
        chosen = [button.buttons(button.second_button(self._choose_words, self._pick))]
        typed: list[ft.Control] = [self._field]
        return stack(*([] if how is Files.TYPED else chosen), self._said, *typed, spacing=INSIDE)

    @property
    def path(self) -> Path | None:
        """The place, None where nothing was said."""
        return path_of(self._text)

    def _type(self, text: str) -> None:
        self._text = text
        self._keep(text)

    async def _pick(self) -> None:
        try:
            place = await self._choose()
        except OSError:
            fill(self._said, announced(words.backups.no_window))
            return
        fill(self._said)
        if place is not None:
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
