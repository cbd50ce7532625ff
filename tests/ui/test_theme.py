"""Colours that meet on screen, weighed by the public formulas: contrast as of WCAG 2.2, lightness as of CIE 1976."""

from dataclasses import fields, is_dataclass
from itertools import pairwise

import pytest

from app.ui.palette import CALM_DARK, CALM_LIGHT, DARK, LIGHT, Palette
from app.ui.theme import CALM_MOOD_FILLS, MOOD_FILLS, MOOD_MARKS, theme
from tests.ui.colour import contrast, lightness, linear

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

PALETTES = [
    pytest.param(palette, id=name)
    for name, palette in {
        "light": LIGHT,
        "dark": DARK,
        "calm light": CALM_LIGHT,
        "calm dark": CALM_DARK,
    }.items()
]
SCALES = [pytest.param(MOOD_FILLS, id="usual"), pytest.param(CALM_MOOD_FILLS, id="calm")]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("words", "ground"), TEXT)
def test_text_stands_out_by_four_and_a_half_to_one(palette: Palette, words: str, ground: str) -> None:
    assert contrast(getattr(palette, words), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_and_lines_stand_out_by_three_to_one(palette: Palette, mark: str, ground: str) -> None:
    assert contrast(getattr(palette, mark), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("fills", SCALES)
@pytest.mark.parametrize("level", MOOD_MARKS)
def test_the_face_of_a_mood_stands_out_from_its_fill(level: int, fills: dict[int, str]) -> None:
    assert contrast(MOOD_MARKS[level], fills[level]) >= 4.5


@pytest.mark.parametrize("fills", SCALES)
def test_moods_rise_in_even_steps_of_lightness(fills: dict[int, str]) -> None:
    steps = [b - a for a, b in pairwise(lightness(linear(fills[level])) for level in sorted(fills))]
    mean = sum(steps) / len(steps)
    assert all(abs(step - mean) <= 2 for step in steps), steps


@pytest.mark.parametrize(("palette", "most"), [(CALM_LIGHT, 0.08), (CALM_DARK, 0.08)])
def test_the_calm_colours_have_hardly_any_hue(palette: Palette, most: float) -> None:
    """But for what erases, which has to be told from all else."""
    for name in set(Palette.__slots__) - {"erase"}:
        parts = [int(getattr(palette, name)[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        assert max(parts) - min(parts) <= most + 0.02, name


@pytest.mark.parametrize("palette", PALETTES)
def test_a_place_in_the_bar_that_has_the_keyboard_stands_out(palette: Palette) -> None:
    for beside in (palette.sand, palette.kelp_well, palette.ink):
        assert contrast(palette.focus, beside) >= 3


def test_contrast_is_weighed_as_published() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES)
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


@pytest.mark.parametrize("palette", PALETTES)
def test_every_colour_of_the_theme_is_a_token(palette: Palette) -> None:
    scheme = theme(palette).color_scheme
    tokens = {getattr(palette, name) for name in Palette.__slots__}
    assert scheme is not None
    values = [getattr(scheme, one.name) for one in fields(scheme)]
    given = {value for value in values if isinstance(value, str) and value.startswith("#")}
    assert given
    assert given <= tokens
