"""One shape on the map: a mark with its name, that can be pressed, given the keyboard and dragged, and its tie."""

from collections.abc import Callable
from typing import Any

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.ids import Id
from app.domain.map_figure import Figure, Point
from app.domain.map_fold import Fold
from app.domain.map_mark import MIDDLE_DOWN, fold_mark, mark, star
from app.domain.map_name import NAME_AIR, NAME_WIDTH, PERSON, Box, mark_radius
from app.domain.map_tie import leading_to, plain_tie, tie
from app.domain.support import Support
from app.exports.support_said import name_of, said_of
from app.ui.theme import FOCUS_LINE, TARGET
from app.ui.widgets.kind import KIND_ICONS
from app.ui.widgets.map_canvas import INK, PAPER, shapes_of, text_shape
from app.ui.widgets.map_drawing import BADGE, DIGIT, MOST_TEXT, STAR, Scene, Sheet, badge
from app.ui.widgets.shown import refresh

_VEIL = ft.Colors.with_opacity(0.85, PAPER)
_ON_MARK = 1.5
"""So much of the radius of a fold's mark its number may be wide."""
_LEAST_ICON = 9.0
"""A mark with a smaller radius has no icon."""
_BESIDE = 16.0
"""Beside the ends of a tie, for its arrowheads and teeth."""
_DRAG_MS = 16
"""A move is told once in a frame, not more often."""

Act = Callable[[Id], object]
Hold = Callable[[Id, bool], object]
Drop = Callable[[Id, float, float], object]


class Spot:
    """One shape. ``opened`` is called with its id when it is pressed, ``held`` when it gets or loses the keyboard.

    ``dropped`` is called with the place, in map units from the person, to which it was dragged. A fold stays in place.
    """

    def __init__(self, shape: Support | Fold, opened: Act, held: Hold, dropped: Drop) -> None:
        self._dragged: tuple[Point, Point] | None = None
        self._id, self._dropped = shape.id, dropped
        self.tie, self._drawing, self._icon = (
            cv.Canvas([]),
            cv.Canvas([]),
            ft.Icon(ft.Icons.CIRCLE, color=INK, apply_text_scaling=False),
        )
        self._press = ft.TextButton(
            content=ft.Container(),
            on_click=lambda _: opened(self._id),
            on_focus=lambda _: held(self._id, True),
            on_blur=lambda _: held(self._id, False),
            style=ft.ButtonStyle(
                shape=ft.CircleBorder(),
                padding=ft.Padding.all(0),
                side={
                    ft.ControlState.FOCUSED: ft.BorderSide(FOCUS_LINE, INK),
                    ft.ControlState.DEFAULT: ft.BorderSide(0, ft.Colors.TRANSPARENT),
                },
            ),
        )
        self._named = ft.Semantics(content=self._press, button=True)
        parts: list[ft.Control] = [self._drawing, self._icon, ft.MergeSemantics(self._named)]
        self._inside = ft.Stack(parts, clip_behavior=ft.ClipBehavior.NONE)
        self.body = self._inside if isinstance(shape, Fold) else self._draggable()

    def show(self, scene: Scene, sheet: Sheet, name: Box | None) -> None:
        """Draw it where the scene has it; sent by whoever holds it."""
        place, shape = scene.shown.one(self._id), scene.shapes[self._id]
        if place is None:
            return
        self._shape, self._sheet, self._farthest = shape, sheet, scene.shown.radius
        self._number = scene.in_net.get(self._id)
        self._at = place.x * sheet.scale, place.y * sheet.scale
        self._name = None if name is None else _from(name, self._at)
        self._named.label = label(shape, self._number)
        self._stand()
        self._draw()

    async def focus(self) -> None:
        """Give it the keyboard."""
        await self._press.focus()  # type: ignore[no-untyped-call]  # as Flet has it

    @property
    def at(self) -> Point:
        """Where its middle is on the sheet, in logical pixels."""
        return self._sheet.middle[0] + self._at[0], self._sheet.middle[1] + self._at[1]

    @property
    def _side(self) -> float:
        return max(float(TARGET), 2 * mark_radius(self._sheet.scale) + 2 * FOCUS_LINE)

    def _stand(self) -> None:
        """Put the mark and its tie where it is now."""
        x, y = self.at
        self.body.left, self.body.top = round(x - self._side / 2, 1), round(y - self._side / 2, 1)
        name = None if self._name is None else _from(self._name, (-self._at[0], -self._at[1]))
        along = leading_to(*self._at, self._sheet.scale, name)
        figures = plain_tie(along) if isinstance(self._shape, Fold) else tie(self._shape, along)
        self._tie_within(figures)

    def _tie_within(self, figures: list[Figure]) -> None:
        """Draw the tie on a canvas no larger than it is: what a canvas covers is drawn anew whenever anything moves."""
        (x, y), (middle_x, middle_y) = self._at, self._sheet.middle
        left, top = min(x, 0.0) - _BESIDE, min(y, 0.0) - _BESIDE
        self.tie.left, self.tie.top = round(middle_x + left, 1), round(middle_y + top, 1)
        self.tie.width, self.tie.height = round(abs(x) + 2 * _BESIDE, 1), round(abs(y) + 2 * _BESIDE, 1)
        self.tie.shapes = shapes_of(figures, (-left, -top))

    def _draw(self) -> None:
        side, shape, text = self._side, self._shape, self._sheet.text
        radius, reach = mark_radius(self._sheet.scale), self._side / 2 + (NAME_WIDTH + NAME_AIR) * text
        if isinstance(shape, Fold):
            shapes = shapes_of(fold_mark(shape.kind, reach, reach, radius))
            number, down = str(len(shape.members)), reach + radius * MIDDLE_DOWN.get(shape.kind, 0)
            fits = min(text, _ON_MARK * radius / (DIGIT * len(number)))
            shapes.append(text_shape(number, reach, down, text=fits, strong=True, halo=False))
        else:
            shapes = shapes_of(mark(shape.kind, shape.state, reach, reach, radius))
        if self._number is not None:
            shapes += _net(self._number, badge(self._number, reach, reach, radius, text), text)
        if self._name is not None:
            shapes += _written(name_of(shape), _from(self._name, (-reach, -reach)), text)
        self._drawing.shapes = shapes
        self._drawing.width = self._drawing.height = 2 * reach  # it cuts off what stands out of it
        self._drawing.left = self._drawing.top = side / 2 - reach
        self._draw_icon(side / 2, radius)
        self._press.width = self._press.height = self._inside.width = self._inside.height = side

    def _draw_icon(self, middle: float, radius: float) -> None:
        kind = None if isinstance(self._shape, Fold) else self._shape.kind
        self._icon.visible = kind is not None and radius >= _LEAST_ICON
        if kind is not None:
            down = MIDDLE_DOWN.get(kind, 0)
            size = radius * (0.95 if down else 1.15)
            self._icon.icon, self._icon.size = KIND_ICONS[kind], size
            self._icon.left, self._icon.top = middle - size / 2, middle - size / 2 + radius * down

    # ------------------------------------------------------------ dragging

    def _draggable(self) -> ft.GestureDetector:
        """Both axes: each alone begins sooner than the page would scroll, and tells the whole place."""
        begun, moved, ended = self._begun, self._moved, self._ended
        return ft.GestureDetector(
            self._inside,
            on_horizontal_drag_start=begun,
            on_horizontal_drag_update=moved,
            on_horizontal_drag_end=ended,
            on_vertical_drag_start=begun,
            on_vertical_drag_update=moved,
            on_vertical_drag_end=ended,
            drag_interval=_DRAG_MS,
            mouse_cursor=ft.MouseCursor.GRAB,
            exclude_from_semantics=True,
        )

    def _begun(self, event: ft.DragStartEvent[Any]) -> None:
        self._dragged = self._at, (event.local_position.x, event.local_position.y)

    def _moved(self, event: ft.DragUpdateEvent[Any]) -> None:
        if self._dragged is None:
            return
        (x, y), (from_x, from_y) = self._dragged
        self._at = self._held(x + event.local_position.x - from_x, y + event.local_position.y - from_y)
        self._stand()
        refresh(self.body)
        refresh(self.tie)

    def _ended(self, _: ft.DragEndEvent[Any]) -> None:
        if self._dragged is not None and self._at != self._dragged[0]:
            scale = self._sheet.scale
            self._dropped(self._id, self._at[0] / scale, self._at[1] / scale)
        self._dragged = None

    def _held(self, x: float, y: float) -> Point:
        """The nearest point that is on the map and beside the person."""
        scale = self._sheet.scale
        away = (x * x + y * y) ** 0.5 or 1.0
        least = mark_radius(scale, PERSON) + mark_radius(scale)
        held = max(least, min(self._farthest * scale - mark_radius(scale), away))
        return x * held / away, y * held / away


def label(shape: Support | Fold, in_net: int | None) -> str:
    """What a screen reader hears of a mark: the same as of its row in the list, and its ring."""
    ring = words.support.rings[shape.ring]
    if isinstance(shape, Fold):
        return f"{words.support_map.open_fold(len(shape.members)).format(kind=name_of(shape))}, {ring}"
    said = ", ".join((ring, *said_of(shape, in_net)))
    return f"{words.support.open_one.format(name=shape.name)}, {said}"


def _from(box: Box, point: Point) -> Box:
    """A box as it is seen from a point."""
    x, y = point
    return box[0] - x, box[1] - y, box[2] - x, box[3] - y


def _written(name: str, box: Box, text: float) -> list[cv.Shape]:
    ground = cv.Rect(box[0] - 3, box[1] - 1, box[2] - box[0] + 6, box[3] - box[1] + 2, border_radius=6)
    ground.paint = ft.Paint(color=_VEIL)
    wide = (box[2] - box[0]) / text
    return [
        ground,
        text_shape(name, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, text=text, wide=wide, halo=False),
    ]


def _net(number: int, box: Box, text: float) -> list[cv.Shape]:
    text = min(text, MOST_TEXT)
    left, top, wide, high = box[0], box[1], box[2] - box[0], box[3] - box[1]
    line = ft.Paint(color=INK, style=ft.PaintingStyle.STROKE, stroke_width=1)
    pill, edge = (
        cv.Rect(left, top, wide, high, border_radius=BADGE / 2, paint=paint)
        for paint in (ft.Paint(color=PAPER), line)
    )
    digits = left + wide - 3 - DIGIT * text * len(str(number)) / 2
    return [
        pill,
        edge,
        *shapes_of([star(left + STAR + 2, top + high / 2, STAR)]),
        text_shape(str(number), digits, top + high / 2, text=text * 13 / 14, strong=True),
    ]
