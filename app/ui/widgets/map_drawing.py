"""The map of supports as shapes: rings like tide lines, ties, marks and names, around the person in the middle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, inf, radians, sin

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.ids import Id
from app.domain.map_name import NAME_LINES, NAME_WIDTH, PERSON, Box, mark_radius, named, ring_boxes
from app.domain.support import Ring, Support
from app.domain.support_map import Placed, SupportMap
from app.ui.theme import FONT, SMALL, STRONG_FONT
from app.ui.widgets.kind import KIND_ICONS
from app.ui.widgets.map_line import Tie, tie
from app.ui.widgets.map_shape import ICON_DOWN, INK, PAPER, Point, mark, star

_STONE = ft.Colors.ON_SURFACE_VARIANT
_TIDE = ft.Colors.with_opacity(0.4, ft.Colors.SURFACE_CONTAINER)
_EDGE = ft.Colors.with_opacity(0.55, ft.Colors.OUTLINE)
_VEIL = ft.Colors.with_opacity(0.72, PAPER)
_CLEAR = 3.0
"""Between a line and what it leads to."""
_OWN = 70.0
"""So much of a line, before its mark, carries what is said of it; the rest only leads to the person. In map units."""
_LEAST_ICON = 9.0
"""A mark with a smaller radius has no icon."""
_LINE_HEIGHT = 1.15
_STAR = 7.0
_DIGIT = 7.5
_BADGE = 18.0
_LEVEL = 1e-9
_SHORTEST = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is drawn: the map, its supports, and the places in the safety net, from 1."""

    shown: SupportMap
    supports: Mapping[Id, Support]
    in_net: Mapping[Id, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes for a canvas, the icons above it, and whether every name had room."""

    shapes: list[cv.Shape]
    icons: list[ft.Control]
    all_named: bool


def drawn(scene: Scene, scale: float, middle: Point, size: Point) -> Drawing:
    """Draw a map at a scale on a sheet of that size, with the person at ``middle``, in logical pixels."""
    shown, radius = scene.shown, mark_radius(scale)
    within = (-middle[0], -middle[1], size[0] - middle[0], size[1] - middle[1])
    badges = {
        place.id: _badge(scene.in_net[place.id], place.x * scale, place.y * scale, radius)
        for place in shown.placed
        if place.id in scene.in_net
    }
    texts = {known: one.name for known, one in scene.supports.items()}
    names = named(shown, texts, scale, within, badges.values())
    shapes = _tides(shown, scale, middle)
    for place in shown.placed:
        shapes += tie(scene.supports[place.id], _tie(place, scale, middle, names.get(place.id)))
    shapes += _ring_names(shown, list(names.values()), scale, middle)
    icons: list[ft.Control] = []
    for place in shown.placed:
        support, (x, y) = scene.supports[place.id], _there(place, scale, middle)
        shapes += mark(support.kind, support.state, x, y, radius)
        if place.id in badges:
            shapes += _net(scene.in_net[place.id], badges[place.id], middle)
        icons += _icon(support, x, y, radius)
    for known, box in names.items():
        shapes += _name(scene.supports[known].name, box, middle)
    shapes += _me(scale, middle)
    return Drawing(shapes=shapes, icons=icons, all_named=len(names) == len(shown.placed))


def nearest(scene: Scene, scale: float, middle: Point, point: Point, reach: float) -> Id | None:
    """The support whose mark is nearest to a point, if one is within reach; all in logical pixels."""

    def away(place: Placed) -> float:
        x, y = _there(place, scale, middle)
        return float((x - point[0]) ** 2 + (y - point[1]) ** 2)

    best = min(scene.shown.placed, key=away, default=None)
    return best.id if best is not None and away(best) <= reach**2 else None


def _there(place: Placed, scale: float, middle: Point) -> Point:
    return middle[0] + place.x * scale, middle[1] + place.y * scale


def _tides(shown: SupportMap, scale: float, middle: Point) -> list[cv.Shape]:
    shapes: list[cv.Shape] = []
    for band in reversed(shown.bands):
        edge = band.outer * scale
        line = ft.Paint(color=_EDGE, style=ft.PaintingStyle.STROKE, stroke_width=1.2)
        shapes += [
            cv.Circle(*middle, edge, paint=ft.Paint(color=_TIDE)),
            cv.Circle(*middle, edge, paint=line),
        ]
    return shapes


def _tie(place: Placed, scale: float, middle: Point, name: Box | None) -> Tie:
    """The line to a mark; where its name stands in between, the line ends at the name if that leaves one to see."""
    start = mark_radius(scale, PERSON) + _CLEAR
    end = place.radius * scale - mark_radius(scale) - _CLEAR
    turn = radians(place.angle)
    if name is not None:
        before = _before(name, sin(turn), -cos(turn), end)
        end = before if before > start + _SHORTEST else end

    def at(away: float) -> Point:
        return middle[0] + away * sin(turn), middle[1] - away * cos(turn)

    return Tie(
        start=at(start), inner=at(max(start, end - _OWN * scale)), end=at(end), size=min(1.0, scale * 1.3)
    )


def _before(box: Box, right: float, down: float, end: float) -> float:
    """How far a ray from the person goes before it meets a box, at most to ``end``."""
    into, out = 0.0, inf
    for near, far, step in ((box[0], box[2], right), (box[1], box[3], down)):
        low, high = near - _CLEAR, far + _CLEAR
        if abs(step) < _LEVEL:
            into = into if low < 0 < high else inf
        else:
            into, out = max(into, min(low / step, high / step)), min(out, max(low / step, high / step))
    return min(end, into) if into < out else end


def _text(
    value: str, x: float, y: float, *, strong: bool = False, colour: str = INK, size: int = SMALL
) -> cv.Text:
    """Words around a point, with paper around each sign so that a line below them does not disturb."""
    halo = [ft.BoxShadow(color=PAPER, blur_radius=blur) for blur in (4, 2, 2, 1)]
    style = ft.TextStyle(
        size=size,
        color=colour,
        font_family=STRONG_FONT if strong else FONT,
        height=_LINE_HEIGHT,
        shadow=halo,
    )
    return cv.Text(
        round(x, 1), round(y, 1), value, style=style, alignment=ft.Alignment.CENTER,
        text_align=ft.TextAlign.CENTER, max_lines=NAME_LINES, max_width=NAME_WIDTH + 4, ellipsis="…",
    )  # fmt: skip


def _name(name: str, box: Box, middle: Point) -> list[cv.Shape]:
    left, top = middle[0] + box[0] - 3, middle[1] + box[1] - 1
    ground = cv.Rect(left, top, box[2] - box[0] + 6, box[3] - box[1] + 2, border_radius=6)
    ground.paint = ft.Paint(color=_VEIL)
    said = _text(name, middle[0] + (box[0] + box[2]) / 2, middle[1] + (box[1] + box[3]) / 2)
    return [ground, said]


def _ring_names(shown: SupportMap, names: Sequence[Box], scale: float, middle: Point) -> list[cv.Shape]:
    texts = {ring: words.support.rings[ring] for ring in Ring}
    boxes = ring_boxes(shown, texts, names, scale)
    return [
        _text(
            texts[ring], middle[0] + (box[0] + box[2]) / 2, middle[1] + (box[1] + box[3]) / 2, colour=_STONE
        )
        for ring, box in boxes.items()
    ]


def _badge(number: int, x: float, y: float, radius: float) -> Box:
    """Where the star and the number stand, at the upper right of a mark; from the point that x and y are from."""
    left, middle = x + radius * 0.95 - _STAR - 2, y - radius * 0.95
    wide = 2 * _STAR + 6 + _DIGIT * len(str(number))
    return left, middle - _BADGE / 2, left + wide, middle + _BADGE / 2


def _net(number: int, box: Box, middle: Point) -> list[cv.Shape]:
    left, top, wide = middle[0] + box[0], middle[1] + box[1], box[2] - box[0]
    y = top + _BADGE / 2
    line = ft.Paint(color=INK, style=ft.PaintingStyle.STROKE, stroke_width=1)
    ground, edge = (
        cv.Rect(left, top, wide, _BADGE, border_radius=_BADGE / 2, paint=paint)
        for paint in (ft.Paint(color=PAPER), line)
    )
    digits = left + wide - 3 - _DIGIT * len(str(number)) / 2
    return [
        ground,
        edge,
        star(left + _STAR + 2, y, _STAR),
        _text(f"{number}", digits, y, strong=True, size=13),
    ]


def _icon(support: Support, x: float, y: float, radius: float) -> list[ft.Control]:
    if radius < _LEAST_ICON:
        return []
    size = radius * (0.95 if support.kind in ICON_DOWN else 1.15)
    top = y - size / 2 + radius * ICON_DOWN.get(support.kind, 0)
    return [ft.Icon(KIND_ICONS[support.kind], size=size, color=INK, left=x - size / 2, top=top)]


def _me(scale: float, middle: Point) -> list[cv.Shape]:
    radius = mark_radius(scale, PERSON)
    shapes: list[cv.Shape] = [cv.Circle(*middle, radius, paint=ft.Paint(color=ft.Colors.PRIMARY))]
    if radius > SMALL * 0.8:
        said = _text(words.support_map.me, *middle, strong=True, colour=ft.Colors.ON_PRIMARY)
        if said.style is not None:
            said.style.shadow = None
        shapes.append(said)
    return shapes
