"""Which bundled font answers when Flutter, in a browser, asks for one of those that it would fetch for rare letters.

Its client knows by name and address some 140 fonts of the Noto family, asks the server of the page for them when a
letter is first to be drawn, and has a large one, as that of Chinese, cut into many pieces. Ours are whole.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.ui.typeface import FONT, FONTS, STRONG_FONT

MANIFEST = "assets/FontManifest.json"
"""The path, below that of the window, of the list of fonts that Flutter loads before it paints anything at all."""

_OF_FORMULAS = "packages/flutter_math_fork/"
"""How the families are called that only formulas are set in: twenty files, and nothing here is a formula."""

ASKED = "assets/fonts/noto"
"""How the paths of all such fonts begin, below that of the window."""

_FIRST = {"Roboto": "fonts/roboto.woff2"} | {name: f"../{FONTS[name]}" for name in (FONT, STRONG_FONT)}
"""The families that are loaded first besides Flet's own, and where they lie from the folder of its assets."""

_STAND_INS = {
    "notocoloremoji": "notoemoji",
    **dict.fromkeys(("notosanssc", "notosanstc", "notosanshk", "notosansjp", "notosanskr"), "notosanscjk"),
}
"""Ours for theirs, where the names differ."""


class BrowserFonts:
    """The fonts of a folder as one page is given them: each once, since all pieces of it are answered by the whole."""

    def __init__(self, folder: Path) -> None:
        self._files = dict(_by_name(folder.glob("Noto*-Regular.?tf")))
        self._given: set[str] = set()

    def begin(self) -> None:
        """A page is loaded anew: it has none yet."""
        self._given.clear()

    def answer(self, path: str) -> str | None:
        """The path of our font below the window's own; None where there is none, or this page has it already."""
        asked = path.removeprefix("assets/fonts/").partition("/")[0]
        file = self._files.get(_STAND_INS.get(asked, asked))
        if file is None or file in self._given:
            return None
        self._given.add(file)
        return f"fonts/{file}"


def needed(manifest: bytes) -> bytes:
    """The list without the fonts that this app never draws with, and with those that every page is set in.

    Flet loads ours only once a page is there: its first words would be empty boxes for as long as that takes. Flutter
    asks for Roboto, and for more besides, unless it is listed; Flet's own server lists it as well.
    """
    families = [one for one in json.loads(manifest) if not one["family"].startswith(_OF_FORMULAS)]
    return json.dumps(
        [*families, *({"family": name, "fonts": [{"asset": path}]} for name, path in _FIRST.items())]
    ).encode()


def _by_name(files: Iterable[Path]) -> Iterator[tuple[str, str]]:
    for file in files:
        yield file.stem.removesuffix("-Regular").lower(), file.name
