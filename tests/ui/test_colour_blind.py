"""Nothing is told by colour alone: simulated for people who see colours otherwise, and compared by form without any."""

from dataclasses import replace
from itertools import combinations, pairwise

import flet as ft
import flet.canvas as cv
import pytest

from app.domain.check_in import FeltConnected
from app.domain.exchange import Direction
from app.domain.map_figure import Figure, Tone
from app.domain.map_mark import mark
from app.domain.map_tie import leading_to, tie
from app.domain.support import ON_MAP, Strain, Strength, Support, SupportKind
from app.ui.palette import DARK, LIGHT, Palette
from app.ui.theme import CALM_MOOD_FILLS, MOOD_FILLS
from app.ui.widgets.picture_connected import _block
from app.ui.widgets.picture_giving import _mark
from tests.domain.sample import stamp
from tests.ui.colour import DICHROMATS, SIMULATED, as_seen, contrast, difference, lightness, linear

NOTICED = 10.0
"""Four times the least difference that is noticed, and the least step of lightness between two moods."""

SCALES = [pytest.param(MOOD_FILLS, id="usual"), pytest.param(CALM_MOOD_FILLS, id="calm")]


@pytest.mark.parametrize("fills", SCALES)
@pytest.mark.parametrize("how", SIMULATED)
def test_moods_have_the_same_order_in_steps_that_are_noticed(how: str, fills: dict[int, str]) -> None:
    seen = [as_seen(fills[level], how) for level in sorted(fills)]
    steps = [lightness(other) - lightness(one) for one, other in pairwise(seen)]
    assert min(steps) >= NOTICED, steps
    assert max(steps) <= 2 * min(steps), steps
    assert min(difference(one, other) for one, other in combinations(seen, 2)) >= NOTICED


@pytest.mark.parametrize("how", DICHROMATS)
def test_a_scale_from_red_to_green_would_fail(how: str) -> None:
    """As a picture of moods often has it: red and green of one lightness."""
    red, green = as_seen("#D7453E", how), as_seen("#4C9A4A", how)
    assert lightness(green) - lightness(red) < 20
    if how != "tritanopia":
        assert difference(red, green) < difference(linear("#D7453E"), linear("#4C9A4A")) / 2


@pytest.mark.parametrize("how", SIMULATED)
def test_a_simulation_leaves_white_and_black_as_they_are(how: str) -> None:
    assert lightness(as_seen("#FFFFFF", how)) == pytest.approx(100, abs=0.5)
    assert lightness(as_seen("#000000", how)) == pytest.approx(0, abs=1e-9)


def test_a_simulation_hides_what_it_should() -> None:
    for how in ("protanopia", "deuteranopia"):
        assert difference(as_seen("#B5651D", how), as_seen("#6B8E23", how)) < 0.6 * difference(
            linear("#B5651D"), linear("#6B8E23")
        )
    assert difference(as_seen("#2E8B8B", "tritanopia"), as_seen("#2E8B57", "tritanopia")) < 10


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("how", SIMULATED)
@pytest.mark.parametrize("name", ["kelp", "rope", "dusk", "ink", "stone"])
def test_every_mark_stands_out_from_the_paper_however_colours_are_seen(
    name: str, how: str, palette: Palette
) -> None:
    seen = [_hex(as_seen(colour, how)) for colour in (getattr(palette, name), palette.paper)]
    assert contrast(*seen) >= 3


# ------------------------------------------------------------ by form


def _colourless(figures: list[Figure]) -> list[Figure]:
    """The same figures in ink alone: what is filled, lined, dashed and where stays."""
    return [
        replace(
            one,
            fill=Tone.INK if one.fill not in (None, Tone.PAPER) else one.fill,
            line=Tone.INK if one.line not in (None, Tone.PAPER) else one.line,
        )
        for one in figures
    ]


def test_states_of_a_support_are_told_by_form() -> None:
    shown = [_colourless(mark(SupportKind.PERSON, state, 0, 0, 20)) for state in ON_MAP]
    assert all(one != other for one, other in combinations(shown, 2))


@pytest.mark.parametrize("what", ["set_direction", "strain", "strength"])
def test_what_a_tie_says_is_told_by_form(what: str) -> None:
    options: dict[str, list[object]] = {
        "set_direction": [None, *Direction],
        "strain": [None, Strain.SOME, Strain.A_LOT],
        "strength": [*Strength],
    }
    along = leading_to(200, 30, 1.0)
    shown = [
        _colourless(tie(Support(**stamp(), name="Ana", **{what: one}), along))  # type: ignore[arg-type]  # one of its own
        for one in options[what]
    ]
    assert all(one != other for one, other in combinations(shown, 2))


def test_giving_and_receiving_are_told_by_form() -> None:
    """One is filled and the other open, each with a line around it."""
    received, gave = ([*_mark(0, 30, 12, filled=filled)] for filled in (True, False))
    assert [_is_filled(shape) for shape in received] == [True, False]
    assert [_is_filled(shape) for shape in gave] == [False]


def test_how_connected_it_felt_is_told_by_form() -> None:
    """Full, striped and empty, each with ink around it."""
    shown = {answer: [*_block(answer, 0, 0, 20, 30)] for answer in FeltConnected}
    forms = {
        answer: (len([one for one in shapes if isinstance(one, cv.Line)]) > 0, any(map(_is_filled, shapes)))
        for answer, shapes in shown.items()
    }
    assert len(set(forms.values())) == len(forms), forms
    assert all(isinstance(shapes[-1], cv.Rect) and not _is_filled(shapes[-1]) for shapes in shown.values())


def _is_filled(shape: cv.Shape) -> bool:
    paint = getattr(shape, "paint", None)
    return isinstance(shape, cv.Rect) and paint is not None and paint.style is not ft.PaintingStyle.STROKE


def _hex(colour: tuple[float, float, float]) -> str:
    parts = (12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in colour)
    return "#" + "".join(f"{round(255 * part):02X}" for part in parts)
