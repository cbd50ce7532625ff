"""The map to look at: it is moved and pinched by touch, made larger and smaller by buttons, and opened by a press."""

from collections.abc import Callable
from typing import Any

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.ids import Id
from app.domain.map_name import MARK, NAME_AIR, NAME_LINE, NAME_LINES, mark_radius
from app.ui.theme import CORNER
from app.ui.widgets.map_drawing import Scene, drawn, nearest
from app.ui.widgets.map_shape import Point
from app.ui.widgets.shown import refresh

LARGEST = 1.5
STEP = 1.4
_TALLEST = 560.0
_SIDE = 14.0
"""Beside the outermost ring, for half a name."""
_BELOW = MARK + NAME_AIR + NAME_LINES * NAME_LINE - 34
"""Below the outermost ring, for a name."""
_REACH = 30.0
"""How near to the middle of a mark a press is meant for it, in logical pixels."""
_PINCHED = 4.0
_WHEEL = 900


class MapPicture:
    """A map as wide as its room; ``width`` is a first guess, until the window tells its own. ``opened`` is called with the support whose mark was pressed."""

    def __init__(self, scene: Scene, width: float, opened: Callable[[Id], object]) -> None:
        self._scene, self._opened = scene, opened
        self._width = width
        self._scale = self.fit
        self._sheet = ft.Stack()
        self._moved = ft.InteractiveViewer(
            ft.GestureDetector(self._sheet, on_tap_up=self._pressed, exclude_from_semantics=True),
            constrained=False,
            min_scale=1,
            max_scale=_PINCHED,
            scale_factor=_WHEEL,
        )
        self.all_named = True
        self._draw()

    @property
    def _height(self) -> float:
        return min(self._width + _BELOW, _TALLEST)

    @property
    def fit(self) -> float:
        """The scale at which the whole map is in the frame."""
        radius = self._scene.shown.radius
        return min(1.0, (self._width / 2 - _SIDE) / radius, (self._height / 2 - _BELOW / 2) / radius)

    def laid_out(self) -> ft.Control:
        """The map; a screen reader hears one sentence of it, and the list has the rest."""
        frame = ft.Container(
            self._moved,
            border_radius=CORNER,
            on_size_change=self._resized,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        )
        told = words.support_map.picture(len(self._scene.shown.placed))
        return ft.Semantics(content=frame, label=told, image=True, container=True, exclude_semantics=True)

    async def look(self, times: float) -> None:
        """Draw it larger or smaller: ``times`` as large, or whole for 0."""
        self._scale = min(LARGEST, max(self.fit, self._scale * times))
        self._draw()
        refresh(self._moved)
        await self._moved.reset()
        await self.to_middle()

    async def to_middle(self) -> None:
        """Bring the person into the middle of the frame."""
        x, y = self._middle
        if x > self._width / 2 or y > self._height / 2:
            await self._moved.pan(self._width / 2 - x, self._height / 2 - y)

    @property
    def _middle(self) -> Point:
        radius = self._scene.shown.radius * self._scale
        return max(self._width / 2, radius + _SIDE), max(self._height / 2 - _BELOW / 4, radius + _BELOW / 2)

    def _draw(self) -> None:
        x, y = self._middle
        size = 2 * x, max(self._height, 2 * y + _BELOW / 2)
        drawing = drawn(self._scene, self._scale, (x, y), size)
        self.all_named = drawing.all_named
        self._sheet.controls = [cv.Canvas(drawing.shapes, width=size[0], height=size[1]), *drawing.icons]
        self._sheet.width, self._sheet.height = size
        self._moved.height = self._height
        self._moved.pan_enabled = self._scale > self.fit

    async def _resized(self, event: ft.LayoutSizeChangeEvent[Any]) -> None:
        """Fit the map to the room that the window gives it."""
        if event.width > 0 and abs(event.width - self._width) >= 1:
            whole = self._scale == self.fit
            self._width = event.width
            await self.look(0 if whole else 1)

    def _pressed(self, event: ft.TapEvent[Any]) -> None:
        at = event.local_position
        if at is not None:
            reach = max(_REACH, mark_radius(self._scale))
            found = nearest(self._scene, self._scale, self._middle, (at.x, at.y), reach)
            if found is not None:
                self._opened(found)
