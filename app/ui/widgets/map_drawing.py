"""The ground of the map: rings like tide lines and their names, with the person in the middle; and where names have room."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.ids import Id
from app.domain.map_figure import Point
from app.domain.map_fold import Fold
from app.domain.map_mark import me, tides
from app.domain.map_name import PERSON, Box, mark_radius, named, ring_boxes
from app.domain.support import Ring, Support
from app.domain.support_map import SupportMap
from app.exports.support_said import name_of
from app.ui.theme import SMALL
from app.ui.widgets.map_canvas import shapes_of, text_shape

_STONE = ft.Colors.ON_SURFACE_VARIANT
STAR = 7.0
DIGIT = 7.5
BADGE = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is drawn: the map, its shapes, and the places in the safety net, from 1."""

    shown: SupportMap
    shapes: Mapping[Id, Support | Fold]
    in_net: Mapping[Id, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a map is drawn on, in logical pixels: how large it is, where the person is, and how large text is set."""

    scale: float
    middle: Point
    size: Point
    text: float = 1.0


def names_on(scene: Scene, sheet: Sheet) -> dict[Id, Box]:
    """Where the names stand that have room, from the person."""
    radius = mark_radius(sheet.scale)
    badges = [
        badge(scene.in_net[place.id], place.x * sheet.scale, place.y * sheet.scale, radius, sheet.text)
        for place in scene.shown.placed
        if place.id in scene.in_net
    ]
    (x, y), (wide, high) = sheet.middle, sheet.size
    texts = {known: name_of(shape) for known, shape in scene.shapes.items()}
    return named(scene.shown, texts, sheet.scale, (-x, -y, wide - x, high - y), badges, text=sheet.text)


def badge(number: int, x: float, y: float, radius: float, text: float) -> Box:
    """Where the star and the number stand, at the upper right of a mark; from the point that x and y are from."""
    left, middle = x + radius * 0.95 - STAR - 2, y - radius * 0.95
    wide, high = 2 * STAR + 6 + DIGIT * text * len(str(number)), BADGE * text
    return left, middle - high / 2, left + wide, middle + high / 2


def ground(scene: Scene, sheet: Sheet, names: Iterable[Box]) -> list[cv.Shape]:
    """The rings, their names, and the person."""
    return [
        *shapes_of(tides(scene.shown, sheet.scale), sheet.middle),
        *_ring_names(scene.shown, sheet, names),
        *_me(sheet),
    ]


def _ring_names(shown: SupportMap, sheet: Sheet, names: Iterable[Box]) -> list[cv.Shape]:
    texts = {ring: words.support.rings[ring] for ring in Ring}
    boxes = ring_boxes(shown, texts, names, sheet.scale, text=sheet.text)
    x, y = sheet.middle
    return [
        text_shape(
            texts[ring], x + (box[0] + box[2]) / 2, y + (box[1] + box[3]) / 2, text=sheet.text, colour=_STONE
        )
        for ring, box in boxes.items()
    ]


def _me(sheet: Sheet) -> list[cv.Shape]:
    radius = mark_radius(sheet.scale, PERSON)
    shapes = shapes_of([me(sheet.scale)], sheet.middle)
    if radius > SMALL * sheet.text * 0.8:
        on = ft.Colors.ON_PRIMARY
        said = text_shape(
            words.support_map.me, *sheet.middle, text=sheet.text, strong=True, colour=on, halo=False
        )
        shapes.append(said)
    return shapes
