"""The shapes that letters take beside each other, as in Arabic and Hindi, and where they stand: by HarfBuzz, where it is.

It is a native library. Desktops install it; a phone build cannot (``docs/decisions/scripts.md``).
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

_FIRST_PRIVATE = 0xF0000
"""Of the plane for private use, in which each shape of a font has a sign of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One shape of a font. Where it stands beside its place, and how far the next is, are thousandths of the size."""

    number: int
    right: float
    up: float
    advance: float

    def __repr__(self) -> str:
        return "<Shape>"

    @property
    def sign(self) -> str:
        """What draws it in a font by ``by_number``."""
        return chr(_FIRST_PRIVATE + self.number)


@cache
def is_possible() -> bool:
    """Whether letters can be shaped here."""
    return find_spec("uharfbuzz") is not None


def shapes(text: str, file: Path) -> tuple[Shape, ...]:
    """Return the shapes of a text of one script, from left to right."""
    import uharfbuzz  # noqa: PLC0415  # not everywhere, and a start can spare it

    font, scale = _font(file)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    return tuple(
        Shape(
            number=info.codepoint,
            right=place.x_offset * scale,
            up=place.y_offset * scale,
            advance=place.x_advance * scale,
        )
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )


@cache
def by_number(file: Path) -> Callable[[], BytesIO]:
    """Return a way to read a font in which each shape has a sign, for a library that draws signs alone."""
    from fontTools.ttLib import TTFont, newTable  # noqa: PLC0415  # a start without an export can spare it
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable  # noqa: PLC0415  # as above

    with TTFont(file) as font:
        signs = CmapSubtable.newSubtable(12)
        signs.platformID, signs.platEncID, signs.language = 3, 10, 0
        signs.cmap = {_FIRST_PRIVATE + number: name for number, name in enumerate(font.getGlyphOrder())}
        table = font["cmap"] = newTable("cmap")
        table.tableVersion, table.tables = 0, [signs]
        out = BytesIO()
        font.save(out)
    content = out.getvalue()
    return lambda: BytesIO(content)


@cache
def _font(file: Path) -> tuple[Any, float]:
    """The font as HarfBuzz reads it, and what makes thousandths of its units."""
    import uharfbuzz  # noqa: PLC0415  # as above

    face = uharfbuzz.Face(file.read_bytes())
    return uharfbuzz.Font(face), 1000 / face.upem
