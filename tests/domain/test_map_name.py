"""Names on the map: as much room is reckoned for one as the fonts take, so that no word is broken in two."""

import pytest

from app.domain.map_name import name_boxes
from app.exports.typeface import in_faces, printable, width
from app.ui.widgets.map_canvas import _SLACK

SIZE = 14.0


@pytest.mark.parametrize(
    "name",
    [
        "Zoë",
        "Łukasz",
        "Ελένη",
        "Мммм",
        "Тишина",
        "Женщины",
        "mmmmmm",
        "Ñandú",
        "Wim",
        "Юрий",
        "WWWW",
        "אמא",
        "שלום",
        "أمي",
        "ابراهيم",
        "კარგად",
        "Լավ",
        "ሰላም",
        "ฉันสบาย",
        "陈阿姨",
        "だいじ",
        "저는",
        "😀🌊",
        "❤️",
    ],
)
def test_a_word_has_the_room_it_takes(name: str) -> None:
    left, _, right, _ = name_boxes(name, 0, 0, 22)[0]
    assert (
        sum(width(part, face, SIZE) for part, face in in_faces(printable(name), bold=False))
        <= right - left + _SLACK
    )
