"""The bundled typefaces: what they can print, how wide it is, and what stands for a character that none of them has.

Letters of some scripts change with their neighbours. They can be printed where ``app.exports.shaping`` can shape them;
Arabic ones also elsewhere, by ``app.exports.arabic``.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

from app.exports import arabic, shaping

FOLDER = Path(__file__).resolve().parents[2] / "assets" / "fonts"


class Face(StrEnum):
    """A font file, by its name without the ending. The wide ones hold Greek, Cyrillic and rarer Latin letters.

    What follows them has one weight, and is told by its script (``docs/decisions/scripts.md``).
    """

    PLAIN = "AtkinsonHyperlegibleNext-Regular"
    BOLD = "AtkinsonHyperlegibleNext-Bold"
    WIDE = "NotoSans-Regular"
    WIDE_BOLD = "NotoSans-Bold"
    HEBREW = "NotoSansHebrew-Regular"
    ARABIC = "NotoSansArabic-Regular"
    DEVANAGARI = "NotoSansDevanagari-Regular"
    BENGALI = "NotoSansBengali-Regular"
    GURMUKHI = "NotoSansGurmukhi-Regular"
    GUJARATI = "NotoSansGujarati-Regular"
    ODIA = "NotoSansOriya-Regular"
    TAMIL = "NotoSansTamil-Regular"
    TELUGU = "NotoSansTelugu-Regular"
    KANNADA = "NotoSansKannada-Regular"
    MALAYALAM = "NotoSansMalayalam-Regular"
    SINHALA = "NotoSansSinhala-Regular"
    THAI = "NotoSansThai-Regular"
    LAO = "NotoSansLao-Regular"
    KHMER = "NotoSansKhmer-Regular"
    MYANMAR = "NotoSansMyanmar-Regular"
    GEORGIAN = "NotoSansGeorgian-Regular"
    ARMENIAN = "NotoSansArmenian-Regular"
    ETHIOPIC = "NotoSansEthiopic-Regular"
    THAANA = "NotoSansThaana-Regular"
    TIFINAGH = "NotoSansTifinagh-Regular"
    CJK = "NotoSansCJK-Regular"
    SIGNS = "NotoSansSymbols-Regular"
    MORE_SIGNS = "NotoSansSymbols2-Regular"
    EMOJI = "NotoEmoji-Regular"

    @property
    def file(self) -> Path:
        """Where the font file is."""
        return FOLDER / f"{self}.{'otf' if self is Face.CJK else 'ttf'}"

    @property
    def is_shaped(self) -> bool:
        """Whether its letters are shaped where that can be done: marks are placed, and what belongs together is joined."""
        return self not in _AS_THEY_ARE and shaping.is_possible()


_AS_THEY_ARE = frozenset(
    {Face.PLAIN, Face.BOLD, Face.WIDE, Face.WIDE_BOLD, Face.CJK, Face.SIGNS, Face.MORE_SIGNS}
)
_JOINED = frozenset(
    {
        *(Face.DEVANAGARI, Face.BENGALI, Face.GURMUKHI, Face.GUJARATI, Face.ODIA, Face.TAMIL, Face.TELUGU),
        *(Face.KANNADA, Face.MALAYALAM, Face.SINHALA, Face.KHMER, Face.MYANMAR),
    }
)
"""Of these scripts nothing can be read that is not shaped."""
_WEIGHED = ((Face.PLAIN, Face.BOLD), (Face.WIDE, Face.WIDE_BOLD))
_SCRIPTS = tuple(face for face in Face if face not in {face for pair in _WEIGHED for face in pair})

# Signs of the format category that do have a shape: Unicode's list Prepended_Concatenation_Mark.
_SHAPED_FORMAT_SIGNS = frozenset(
    map(chr, (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD))
)
_VARIATION_SELECTORS = frozenset(map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
_JOINERS = frozenset("\u200c\u200d")
"""They are not seen, but part or join the letters beside them."""
_DEVANAGARI = "".join(map(chr, (*range(0x900, 0x980), *range(0xA8E0, 0xA900))))
"""The wide faces have it too, but are never shaped."""
_VIRAMA = 9
"""The combining class of the sign that joins a consonant to the next, in scripts of India."""
_WORDS = re.compile(r"\s+|\S+")


def width(text: str, face: Face, size: float) -> float:
    """Return how wide a text is, in points, at a size in points; KeyError for a character that the face lacks."""
    if face.is_shaped:
        return sum(shape.advance for shape in shaping.shapes(text, face.file)) * size / 1000
    widths = _widths(face)
    return sum(widths[sign] for sign in as_set(text, face)) * size / 1000


def as_set(text: str, face: Face) -> str:
    """Return the signs to draw for a text in a face that is not shaped, in the order in which they are read."""
    return arabic.joined(text) if face is Face.ARABIC else text


def clusters(text: str) -> Iterator[str]:
    """Split a text into characters, each with the combining marks that follow it and with what is joined to it."""
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not _goes_on(text[end - 1], text[end]):
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


def _widths(face: Face) -> dict[str, int]:
    """How wide each sign is in a face that can be used here."""
    return _read(face, can_shape=shaping.is_possible())


@cache
def _read(face: Face, *, can_shape: bool) -> dict[str, int]:
    if face in _JOINED and not can_shape:
        return {}
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # a start without an export can spare it

    with TTFont(face.file, lazy=True) as font:
        scale = 1000 / font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        signs = {chr(code): name for code, name in font.getBestCmap().items()}
        return {
            sign: round(metrics[name][0] * scale)
            for sign, name in signs.items()
            if _is_legible(sign, face, can_shape=can_shape)
        }


def _is_legible(sign: str, face: Face, *, can_shape: bool) -> bool:
    if face is Face.ARABIC:
        return can_shape or arabic.has_forms(sign)
    return face is Face.DEVANAGARI or sign not in _DEVANAGARI


def _visible(text: str) -> str:
    lines = "\n".join(unicodedata.normalize("NFC", text).splitlines())
    shown = "".join(_plain_space(sign) for sign in lines if sign in _JOINERS or not _is_invisible(sign))
    return "".join(
        sign for before, sign in zip(f"\n{shown}", shown, strict=False) if _is_at_work(before, sign)
    )


def _is_at_work(before: str, sign: str) -> bool:
    """Whether a sign is no joiner, or one that does something where it stands."""
    return sign not in _JOINERS or any(
        (face.is_shaped or face is Face.ARABIC) and before in _widths(face) for face in _SCRIPTS
    )


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
    return (
        sign != "\n"
        and sign not in _JOINERS
        and not any(sign in _widths(a) and sign in _widths(b) for a, b in _WEIGHED)
        and not any(sign in _widths(face) for face in _SCRIPTS)
    )


def _goes_on(before: str, sign: str) -> bool:
    """Whether a sign belongs to the one before it."""
    return (
        _is_mark(sign)
        or sign in _JOINERS
        or before == "\u200d"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"  # tones of skin
        or unicodedata.combining(before) == _VIRAMA
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
    return next((face for face in (wide, *_SCRIPTS) if all(sign in _widths(face) for sign in text)), None)


def _settled(text: str, *, bold: bool) -> Iterator[tuple[str, Face]]:
    face = _face(text, bold=bold)
    if face:
        yield text, face
        return
    for sign in text:
        yield sign, _face(sign, bold=bold) or (Face.BOLD if bold else Face.PLAIN)
