"""Names on the map: as much room is reckoned for one as the fonts take, so that no word is broken in two."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.domain.map_name import name_boxes
from app.ui.widgets.map_canvas import _SLACK

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
SIZE = 14.0


@pytest.fixture(scope="module")
def fonts() -> list[TTFont]:
    return [TTFont(FONTS / f"{name}-Regular.ttf") for name in ("AtkinsonHyperlegibleNext", "NotoSans")]


def drawn_width(fonts: list[TTFont], text: str) -> float:
    total = 0.0
    for sign in text:
        font = next(font for font in fonts if ord(sign) in font.getBestCmap())
        total += font["hmtx"][font.getBestCmap()[ord(sign)]][0] / font["head"].unitsPerEm
    return total * SIZE


@pytest.mark.parametrize(
    "name", ["Zoë", "Łukasz", "Ελένη", "Мммм", "Тишина", "Женщины", "mmmmmm", "Ñandú", "Wim", "Юрий", "WWWW"]
)
def test_a_word_has_the_room_it_takes(fonts: list[TTFont], name: str) -> None:
    left, _, right, _ = name_boxes(name, 0, 0, 22)[0]
    assert drawn_width(fonts, name) <= right - left + _SLACK
