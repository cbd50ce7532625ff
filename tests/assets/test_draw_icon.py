"""The pictures of the app are what the script draws, in the forms that the builds and the browser ask for."""

import tomllib

import pytest
from PIL import Image, ImageChops, ImageStat

from app.ui.palette import DARK, LIGHT
from assets.draw_icon import FOLDER, PICTURES, drawn
from tests.project.source import ROOT

NEARLY = 0.5
"""How far pixels may lie apart on average, of 255, where another Pillow rounds edges another way."""


def kept(name: str) -> Image.Image:
    with Image.open(FOLDER / name) as picture:
        return picture.convert("RGBA")


def apart(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("name", PICTURES)
def test_each_picture_is_what_the_script_draws(name: str) -> None:
    again = drawn(PICTURES[name])
    assert kept(name).size == again.size
    assert apart(kept(name), again) < NEARLY


def test_another_knot_would_be_noticed() -> None:
    assert apart(kept("splash.png"), kept("splash_dark.png")) > NEARLY
    assert apart(kept("icon_linux.png"), kept("icon.png")) > NEARLY


def test_every_picture_beside_the_script_is_one_of_its_own() -> None:
    assert {path.name for path in FOLDER.glob("*.png")} == set(PICTURES)


def test_the_icon_for_phones_lies_on_nothing_and_within_its_square() -> None:
    icon = kept("icon.png")
    assert icon.getpixel((0, 0)) == (0, 0, 0, 0)
    left, _, right, _ = icon.getchannel("A").getbbox() or (0, 0, 0, 0)
    assert 0 < left == icon.width - right


def test_what_lies_under_the_icon_and_the_splash_is_the_paper_of_the_app() -> None:
    flet = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["flet"]
    assert flet["icon_background"] == flet["splash"]["color"] == LIGHT.paper
    assert flet["splash"]["dark_color"] == DARK.paper
