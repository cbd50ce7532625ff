"""The checks of a screen against a small app with one of each fault: they find every one, and nothing else."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.browser.contrast import contrast, too_faint
from tests.browser.heard import Heard, faults
from tests.browser.kit import Window
from tests.browser.process import AppProcess

FAULTY = Path(__file__).with_name("faulty_app.py")


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    return AppProcess(tmp_path, [str(FAULTY)])


async def test_every_fault_is_found_and_nothing_else(window: Window) -> None:
    await window.says("Plain words")
    found = await faults(window)
    wanted = [
        "has no name",
        "button '' is 40 wide and 40 high",
        "2 times button 'Call'",
        "'x' is 20 wide and 60 high",
        "has 2 titles: ['First title', 'Second title']",
        "has a picture without words",
        "'Pale words' stands out by",
        "'Words on yellow' stands out by",
        "'Words far below' stands out by",
    ]
    missed = [one for one in wanted if not any(one in fault for fault in found)]
    more = [fault for fault in found if not any(one in fault for one in wanted)]
    assert (missed, more) == ([], [])


async def test_what_is_said_twice_for_one_act_is_found(window: Window) -> None:
    await window.says("Plain words")
    assert await window.announced_twice() == []
    await window.tap("Tell twice")
    await window.page.wait_for_function(
        "() => heldFastAnnounced.some(one => one.words.startsWith('Saved. Undo'))"
    )
    assert await window.announced_twice() == ["Saved. Undo"]
    assert await window.announced_twice() == []


@pytest.mark.parametrize(
    ("words", "ground", "found"),
    [
        ("#767676", "#FFFFFF", 0),
        ("#787878", "#FFFFFF", 1),
        ("#5C6665", "#101819", 1),
        ("#A9B3B0", "#101819", 0),
    ],
)
def test_words_are_weighed_against_what_is_behind_them(words: str, ground: str, found: int) -> None:
    picture = Image.new("RGB", (120, 40), "#000000")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 100, 40), fill=ground)
    draw.rectangle((10, 10, 12, 30), fill=words)  # as the stem of a letter
    shot = BytesIO()
    picture.save(shot, "PNG")
    box = _box("Words", left=0, right=100, height=40)
    assert len(too_faint(shot.getvalue(), [box])) == found


def test_where_nothing_is_painted_nothing_is_weighed() -> None:
    shot = BytesIO()
    Image.new("RGB", (120, 40), "#FFFFFF").save(shot, "PNG")
    assert too_faint(shot.getvalue(), [_box("Words", left=0, right=100, height=40)]) == []


def test_contrast_is_weighed_as_published() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)


def _box(name: str, *, left: float, right: float, height: float) -> Heard:
    return Heard(
        role="text",
        name=name,
        states="",
        off=False,
        left=left,
        right=right,
        top=0,
        height=height,
        width=right - left,
    )
