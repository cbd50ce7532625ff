"""My ready words alone, large: to hand over without speaking. Nothing else of me stands on it."""

import flet as ft

from app import words
from app.domain.ids import Id
from app.ui.screen import Host, Screen
from app.ui.theme import TIGHT_LINE_HEIGHT
from app.ui.typeface import FONT
from app.ui.widgets.text import body

_SHORT, _LONG = 80, 240
"""So many characters are few, or many."""

_SIZES = ((900, (64, 48, 32)), (360, (40, 32, 26)), (0, (30, 26, 24)))
"""From which width of the window on, and how large few, some and many words are there, at 100 %."""


class ShownWordsScreen(Screen):
    """The ready words of one place in the net."""

    bare = True

    def __init__(self, host: Host, entry: str) -> None:
        super().__init__(host)
        self._id = Id(entry)

    @property
    def title(self) -> str:
        """The heading: it names nobody."""
        return words.safety_net.shown

    def content(self) -> ft.Control:
        """Lay out the words."""
        said = self._words()
        if not said:
            return body(words.shell.not_found)
        return ft.Text(
            said,
            size=_size(len(said), self.host.width),
            style=ft.TextStyle(height=TIGHT_LINE_HEIGHT, font_family=FONT, color=ft.Colors.ON_SURFACE),
        )

    def _words(self) -> str:
        entries = self.host.session.safety_net.entries
        return next((one.what_i_could_say.strip() for one in entries if one.id == self._id), "")


def _size(length: int, width: float) -> int:
    few, some, many = next(sizes for least, sizes in _SIZES if width >= least)
    return few if length <= _SHORT else some if length <= _LONG else many
