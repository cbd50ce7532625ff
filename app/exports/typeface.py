"""The bundled typefaces: what they can print, how wide it is, and what stands for a character that none of them has."""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"


class Face(StrEnum):
    """A font file, by its name without the ending. The wide ones hold Greek, Cyrillic and rarer Latin letters."""

    PLAIN = "AtkinsonHyperlegibleNext-Regular"
    BOLD = "AtkinsonHyperlegibleNext-Bold"
    WIDE = "NotoSans-Regular"
    WIDE_BOLD = "NotoSans-Bold"

    @property
    def file(self) -> Path:
        """Where the font file is."""
        return FOLDER / f"{self}.ttf"


# Signs of the format category that do have a shape: Unicode's list Prepended_Concatenation_Mark.
_SHAPED_FORMAT_SIGNS = frozenset(
    map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD))
)
_VARIATION_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_WORDS = re.compile(r"\s+|\S+")


def width(text: str, face: Face, size: float) -> float:
    """Return how wide a text is, in points, at a size in points; KeyError for a character that the face lacks."""
    widths = _widths(face)
    return sum(widths[sign] for sign in text) * size / 1000


def clusters(text: str) -> Iterator[str]:
    """Split a text into characters, each with the combining marks that follow it."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _is_mark(text[end]):
            yield text[start:end]
            start = end


def in_faces(text: str, *, bold: bool) -> tuple[tuple[str, Face], ...]:
    """Return a printable text in stretches, each with the face it is set in.

    A word is set in one face where one has all of it, so that no word changes its look midway; else each character
    is, with its marks. Marks that stand apart are set in the wide face, which places them over the letter before.
    """
    stretches = [
        (stretch, face)
        for word in _WORDS.findall(text)
        for part in ([word] if _face(word, bold=bold) else clusters(word))
        for stretch, face in _settled(part, bold=bold)
    ]
    return tuple(
        ("".join(stretch for stretch, _ in group), face)
        for face, group in groupby(stretches, key=lambda stretch: stretch[1])
    )


def printable(text: str) -> str:
    """Return a text as it can be printed: composed (NFC), its line breaks as one sign, invisible signs gone.

    A character that no face has is never dropped: a symbol becomes its Unicode name, ``[red apple]``, and letters and
    signs become their code points, ``[U+4E2D U+6587]``.
    """
    out = []
    for is_missing, group in groupby(_visible(text), key=_is_missing):
        signs = "".join(group)
        out.append(_named(signs) if is_missing else signs)
    return "".join(out)


def missing(text: str) -> str:
    """Return each character of a text that no face has, once, in order of appearance."""
    return "".join(dict.fromkeys(filter(_is_missing, _visible(text))))


@cache
def _widths(face: Face) -> dict[str, int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # a start without an export can spare it

    with TTFont(face.file, lazy=True) as font:
        scale = 1000 / font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {chr(code): round(metrics[name][0] * scale) for code, name in font.getBestCmap().items()}


def _visible(text: str) -> str:
    lines = "\n".join(unicodedata.normalize("NFC", text).splitlines())
    return "".join(_plain_space(sign) for sign in lines if not _is_invisible(sign))


def _plain_space(sign: str) -> str:
    return " " if sign == "\t" or (sign.isspace() and sign != "\n" and _is_missing(sign)) else sign


def _is_invisible(sign: str) -> bool:
    if sign in _VARIATION_SELECTORS:
        return True
    category = unicodedata.category(sign)
    return (category == "Cf" and sign not in _SHAPED_FORMAT_SIGNS) or (
        category == "Cc" and sign not in "\n\t"
    )


def _is_missing(sign: str) -> bool:
    return sign != "\n" and not any(
        sign in _widths(a) and sign in _widths(b)
        for a, b in ((Face.PLAIN, Face.BOLD), (Face.WIDE, Face.WIDE_BOLD))
    )


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")


def _named(signs: str) -> str:
    out = []
    for is_symbol, group in groupby(signs, key=lambda sign: unicodedata.category(sign) in ("So", "Sk", "Sm")):
        if is_symbol:
            out += [f"[{unicodedata.name(sign).lower()}]" for sign in group]
        else:
            out.append("[" + " ".join(f"U+{ord(sign):04X}" for sign in group) + "]")
    return "".join(out)


def _face(text: str, *, bold: bool) -> Face | None:
    first, wide = (Face.BOLD, Face.WIDE_BOLD) if bold else (Face.PLAIN, Face.WIDE)
    if all(sign in _widths(first) for sign in text) and not any(map(_is_mark, text)):
        return first
    return wide if all(sign in _widths(wide) for sign in text) else None


def _settled(text: str, *, bold: bool) -> Iterator[tuple[str, Face]]:
    face = _face(text, bold=bold)
    if face:
        yield text, face
        return
    for sign in text:
        yield sign, _face(sign, bold=bold) or (Face.BOLD if bold else Face.PLAIN)
