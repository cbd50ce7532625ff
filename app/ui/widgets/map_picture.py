"""The map to look at: it is moved and pinched by touch, made larger and smaller by buttons, and its marks are pressed, dragged and given the keyboard."""

from typing import Any

import flet as ft
import flet.canvas as cv

from app import words
from app.domain.ids import Id
from app.domain.map_name import MARK, NAME_AIR, NAME_LINE, NAME_LINES
from app.ui.theme import CORNER, SMALL
from app.ui.widgets.map_drawing import Scene, Sheet, ground, names_on
from app.ui.widgets.map_spot import Act, Drop, Hold, Spot
from app.ui.widgets.shown import refresh

LARGEST = 1.5
STEP = 1.4
_TALLEST = 560.0
_SIDE = 14.0
"""Beside the outermost ring, for half a name."""
_BELOW = MARK + NAME_AIR + NAME_LINES * NAME_LINE - 34
"""Below the outermost ring, for a name."""
_PINCHED = 4.0
_WHEEL = 900
_SAME = 0.02
"""By no more than this two sizes of text may differ and be one."""


class MapPicture:
    """A map as wide as its room; ``width`` is a first guess, until the window tells its own.

    ``opened``, ``held`` and ``dropped`` are as those of a Spot.
    """

    def __init__(self, scene: Scene, width: float, *, opened: Act, held: Hold, dropped: Drop) -> None:
        self._scene, self._acts = scene, (opened, held, dropped)
        self._width, self._text = width, 1.0
        self._scale = self.fit
        self._ground, self._spots = cv.Canvas([]), dict[Id, Spot]()
        self._sheet = ft.Stack()
        self._moved = ft.InteractiveViewer(
            self._sheet, constrained=False, min_scale=1, max_scale=_PINCHED, scale_factor=_WHEEL
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

    @property
    def scale(self) -> float:
        """The scale at which it is drawn."""
        return self._scale

    def laid_out(self) -> ft.Control:
        """The map. A screen reader hears one sentence of it, and then its marks."""
        frame = ft.Container(
            self._moved,
            border_radius=CORNER,
            on_size_change=self._resized,
            clip_behavior=ft.ClipBehavior.ANTI_ALIAS,
        )
        self._told = ft.Semantics(content=frame, label=self._said, container=True)
        return ft.Stack([self._probe(), self._told])

    @property
    def _said(self) -> str:
        return words.support_map.picture(len(self._scene.shapes))

    def show(self, scene: Scene) -> None:
        """Draw another scene in place of this one, at the same scale. Marks that stay keep the keyboard."""
        self._scene = scene
        self._draw()
        self._told.label = self._said
        refresh(self._told)

    async def look(self, times: float) -> None:
        """Draw it larger or smaller: ``times`` as large, or whole for 0."""
        self._scale = min(max(self.fit, LARGEST * self._text), max(self.fit, self._scale * times))
        self._draw()
        refresh(self._moved)
        await self._moved.reset()
        await self._bring(self._middle)

    async def to_spot(self, shape: Id) -> None:
        """Bring a mark into the frame where not all of the map is."""
        if self._scale > self.fit and shape in self._spots:
            await self._moved.reset()
            await self._bring(self._spots[shape].at)

    async def focus(self, shape: Id) -> None:
        """Give a mark the keyboard."""
        if shape in self._spots:
            await self._spots[shape].focus()

    async def _bring(self, point: tuple[float, float]) -> None:
        """Move a sheet that is at its place so that the point is in the middle of the frame."""
        x, y = point
        wide, high = self._sheet.width or 0, self._sheet.height or 0
        left = max(0.0, min(x - self._width / 2, wide - self._width))
        top = max(0.0, min(y - self._height / 2, high - self._height))
        if left or top:
            await self._moved.pan(-left, -top)

    @property
    def _middle(self) -> tuple[float, float]:
        radius = self._scene.shown.radius * self._scale
        return max(self._width / 2, radius + _SIDE), max(self._height / 2 - _BELOW / 4, radius + _BELOW / 2)

    def _draw(self) -> None:
        x, y = self._middle
        size = 2 * x, max(self._height, 2 * y + _BELOW / 2)
        sheet = Sheet(scale=self._scale, middle=(x, y), size=size, text=self._text)
        names = names_on(self._scene, sheet)
        self.all_named = len(names) == len(self._scene.shapes)
        self._ground.shapes = ground(self._scene, sheet, names.values())
        self._ground.width, self._ground.height = size
        before = self._spots
        self._spots = {  # always in the same order: one that changes its place among them loses the keyboard
            known: before.get(known) or Spot(self._scene.shapes[known], *self._acts)
            for known in sorted(self._scene.shapes)
        }
        for known, spot in self._spots.items():
            spot.show(self._scene, sheet, names.get(known))
        spots = self._spots.values()
        self._sheet.controls = [self._ground, *(spot.tie for spot in spots), *(spot.body for spot in spots)]
        self._sheet.width, self._sheet.height = size
        self._moved.height = self._height
        self._moved.pan_enabled = self._scale > self.fit

    async def _resized(self, event: ft.LayoutSizeChangeEvent[Any]) -> None:
        """Fit the map to the room that the window gives it."""
        if event.width > 0 and abs(event.width - self._width) >= 1:
            whole = self._scale == self.fit
            self._width = event.width
            await self.look(0 if whole else 1)

    # ------------------------------------------------------------ the size of text

    def _probe(self) -> ft.Control:
        """A line that nobody sees or hears. How high it becomes says how large the reader has set text: Flet does not."""
        line = ft.Text("|", size=SMALL, style=ft.TextStyle(height=1.0), opacity=0)
        seen = ft.Container(line, on_size_change=self._measured)
        return ft.Semantics(content=seen, exclude_semantics=True)

    def _measured(self, event: ft.LayoutSizeChangeEvent[Any]) -> None:
        text = max(1.0, round(event.height / SMALL, 2))
        if abs(text - self._text) > _SAME:
            self._text = text
            self._draw()
            refresh(self._moved)
