"""Colours that meet on screen, weighed by the public formulas: contrast as of WCAG 2.2, lightness as of CIE 1976."""

from dataclasses import fields, is_dataclass
from itertools import pairwise

import pytest

from app.ui.theme import DARK, LIGHT, MOOD_FILLS, MOOD_MARKS, Palette, theme

Colour = tuple[float, float, float]

TEXT = [
    ("ink", "paper"),
    ("ink", "sand"),
    ("ink", "kelp_well"),
    ("stone", "paper"),
    ("stone", "sand"),
    ("on_kelp", "kelp"),
    ("kelp", "paper"),
    ("kelp", "sand"),
    ("paper", "ink"),
    ("kelp_well", "ink"),
    ("erase", "paper"),
    ("erase", "sand"),
    ("dusk", "paper"),
    ("rope", "paper"),
    ("paper", "rope"),
    ("paper", "dusk"),
    ("paper", "erase"),
]
MARKS = [
    ("line", "paper"),
    ("kelp", "paper"),
    ("kelp", "sand"),
    ("stone", "paper"),
    ("stone", "sand"),
    ("ink", "paper"),
    ("ink", "sand"),
    ("ink", "kelp_well"),
    ("rope", "paper"),
    ("dusk", "paper"),
]

# Linear RGB as people with each dichromacy see it: Viénot, Brettel and Mollon (1999) for the red-green ones,
# Machado, Oliveira and Fernandes (2009) for the blue-yellow one.
SIMULATED = {
    "as most see": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranopia": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.3039),
    ),
}


def linear(colour: str) -> Colour:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def luminance(colour: Colour) -> float:
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, bright = sorted(luminance(linear(colour)) for colour in (one, other))
    return (bright + 0.05) / (dark + 0.05)


def lightness(colour: Colour) -> float:
    share = max(0.0, luminance(colour))
    return 116 * share ** (1 / 3) - 16 if share > 216 / 24389 else share * 24389 / 27


def as_seen(colour: str, how: str) -> Colour:
    parts = linear(colour)
    red, green, blue = (sum(a * b for a, b in zip(row, parts, strict=True)) for row in SIMULATED[how])
    return red, green, blue


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), TEXT)
def test_text_stands_out_by_four_and_a_half_to_one(palette: Palette, words: str, ground: str) -> None:
    assert contrast(getattr(palette, words), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_lines_stand_out_by_three_to_one(palette: Palette, mark: str, ground: str) -> None:
    assert contrast(getattr(palette, mark), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("level", MOOD_FILLS)
def test_the_face_of_a_mood_stands_out_from_its_fill(level: int) -> None:
    assert contrast(MOOD_MARKS[level], MOOD_FILLS[level]) >= 4.5


def test_moods_rise_in_even_steps_of_lightness() -> None:
    steps = [b - a for a, b in pairwise(lightness(linear(MOOD_FILLS[level])) for level in sorted(MOOD_FILLS))]
    mean = sum(steps) / len(steps)
    assert all(abs(step - mean) <= 2 for step in steps), steps


@pytest.mark.parametrize("how", SIMULATED)
def test_moods_have_the_same_order_however_colours_are_seen(how: str) -> None:
    seen = [lightness(as_seen(MOOD_FILLS[level], how)) for level in sorted(MOOD_FILLS)]
    assert all(b - a >= 10 for a, b in pairwise(seen)), seen


@pytest.mark.parametrize("how", SIMULATED)
def test_a_simulation_leaves_white_and_black_as_they_are(how: str) -> None:
    assert lightness(as_seen("#FFFFFF", how)) == pytest.approx(100, abs=0.5)
    assert lightness(as_seen("#000000", how)) == 0


def test_contrast_is_weighed_as_published() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_nothing_in_the_theme_depends_on_the_state_of_a_control(palette: Palette) -> None:
    def by_state(thing: object) -> list[str]:
        if not is_dataclass(thing):
            return []
        within = {one.name: getattr(thing, one.name) for one in fields(thing)}
        here = [
            name for name, value in within.items() if isinstance(value, dict) and not name.startswith("_")
        ]
        return here + [name for value in within.values() for name in by_state(value)]

    assert by_state(theme(palette)) == []


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_the_theme_is_a_token(palette: Palette) -> None:
    scheme = theme(palette).color_scheme
    tokens = {getattr(palette, name) for name in Palette.__slots__}
    assert scheme is not None
    values = [getattr(scheme, one.name) for one in fields(scheme)]
    given = {value for value in values if isinstance(value, str) and value.startswith("#")}
    assert given
    assert given <= tokens
