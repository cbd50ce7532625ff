"""Makes the fonts of scripts in assets/fonts from the Noto fonts as they are published; see docs/decisions/scripts.md.

    python -m assets.make_fonts /usr/share/fonts/truetype/noto NotoSansCJK-Regular.ttc NotoEmoji-Regular.ttf

Every letter and every way of joining letters stays. What goes is what only old screens used (hints), and of Chinese,
Japanese and Korean what is outside the everyday character sets.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

OUT = Path(__file__).resolve().parent / "fonts"

SCRIPTS = (
    *(
        "Arabic",
        "Armenian",
        "Bengali",
        "Devanagari",
        "Ethiopic",
        "Georgian",
        "Gujarati",
        "Gurmukhi",
        "Hebrew",
    ),
    *(
        "Kannada",
        "Khmer",
        "Lao",
        "Malayalam",
        "Myanmar",
        "Oriya",
        "Sinhala",
        "Tamil",
        "Telugu",
        "Thaana",
        "Thai",
    ),
    "Tifinagh",
)
SIGNS = ("Symbols", "Symbols2")
"""As the files name them."""
_SIGNS = range(0x2000, 0x2C00)
"""Arrows, stars, ticks and the like; not dominoes or alchemy."""

_CHINESE_SIMPLIFIED = 2
"""Its place in the collection: the form that a character has where countries draw it differently."""
_KANJI_FIRST, _KANJI_LAST = 0x889F, 0x9872
"""The first level of JIS X 0208 as Shift JIS writes it."""
_HANZI_FIRST, _HANZI_LAST = 0xA440, 0xC67E
"""The frequent characters of Big5."""


def everyday() -> set[int]:
    """The code points of everyday Chinese, Japanese and Korean: national sets from before Unicode, and punctuation."""
    pairs = [bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF)]
    signs = _decoded(pairs, "gb2312") | _decoded(pairs, "euc_kr", hangul_only=True)
    signs |= _decoded((pair for pair in pairs if _KANJI_FIRST <= _number(pair) <= _KANJI_LAST), "shift_jis")
    signs |= _decoded((pair for pair in pairs if _HANZI_FIRST <= _number(pair) <= _HANZI_LAST), "big5")
    return signs | {
        *range(0x3000, 0x3100),
        *range(0x3105, 0x3130),
        *range(0x31F0, 0x3200),
        *range(0xFF00, 0xFFEF),
    }


def make(source: TTFont, name: str, codes: Iterable[int] = (), *, joined: bool = True) -> Path:
    """Write a font without hints, with all of its letters or these, and with the ways in which they are ``joined``."""
    options = Options()
    options.hinting = False
    options.layout_features = ["*"] if joined else []
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # whose it is and under which licence
    options.drop_tables += ["FFTM", "meta", "BASE", "VORG", "vhea", "vmtx"]
    thinner = Subsetter(options)
    thinner.populate(unicodes=codes or source.getBestCmap())
    thinner.subset(source)
    source["head"].modified = source["head"].created  # the same bytes each time
    source.recalcTimestamp = False
    file = OUT / name
    source.save(file)
    return file


def _number(pair: bytes) -> int:
    return int.from_bytes(pair, "big")


def _decoded(pairs: Iterable[bytes], encoding: str, *, hangul_only: bool = False) -> set[int]:
    found = {ord(sign) for pair in pairs if len(sign := pair.decode(encoding, "ignore")) == 1}
    lowest, highest = (0xAC00, 0xD7A3) if hangul_only else (0x2E80, 0x9FFF)
    return {code for code in found if lowest <= code <= highest}


if __name__ == "__main__":
    folder, collection, emoji = map(Path, sys.argv[1:])
    for script in SCRIPTS:
        make(TTFont(folder / f"NotoSans{script}-Regular.ttf"), f"NotoSans{script}-Regular.ttf")
    for script in SIGNS:
        signs = TTFont(folder / f"NotoSans{script}-Regular.ttf")
        make(signs, f"NotoSans{script}-Regular.ttf", set(signs.getBestCmap()) & set(_SIGNS), joined=False)
    chinese = TTFont(collection, fontNumber=_CHINESE_SIMPLIFIED)
    make(chinese, "NotoSansCJK-Regular.otf", everyday(), joined=False)
    make(TTFont(emoji), "NotoEmoji-Regular.ttf")
