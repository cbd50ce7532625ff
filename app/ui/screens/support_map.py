"""The map of supports, what its marks mean, and what rests beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.map_fold import Fold
from app.domain.support import Support
from app.domain.support_map import arranged, spot
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.support_moving import Moving
from app.ui.screens.support_narrowing import SupportNarrowing
from app.ui.screens.supports import Group, adding, row, supports
from app.ui.shell import RAIL_FROM, text_width
from app.ui.theme import AROUND, BETWEEN, INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.map_drawing import Scene
from app.ui.widgets.map_legend import legend
from app.ui.widgets.map_picture import STEP, MapPicture
from app.ui.widgets.tabs import supports_tabs
from app.ui.widgets.text import body, heading, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the screen shows: the map, and what is not on it."""

    scene: Scene
    drawer: Group | None


def scene_of(session: Session, among: Iterable[Support]) -> Scene:
    """What the map draws for these supports."""
    shapes = session.shapes(among)
    return Scene(
        shown=arranged(shapes),
        shapes={shape.id: shape for shape in shapes},
        in_net=session.safety_net.numbers,
    )


def support_map(session: Session) -> Shown:
    """Gather what the screen shows."""
    drawer = next((group for group in supports(session) if group.title == words.support_map.drawer), None)
    return Shown(scene=scene_of(session, session.supports.shown), drawer=drawer)


class SupportMapScreen(Screen):
    """Shows the map. Whoever does not see it has the same in the list."""

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._legend, self._hint, self._resting, self._empty = stack(), stack(), stack(), stack()
        self._narrowing = SupportNarrowing(host, self._show)
        self.moving = Moving(host, lambda: self._scene, self._show)
        self._held: Id | None = None

    @property
    def title(self) -> str:
        """The heading."""
        return words.support_map.title

    def carry_on_from(self, before: Screen) -> None:
        """Go on with the one that was chosen."""
        if isinstance(before, SupportMapScreen):
            self.moving.chosen = before.moving.chosen

    def content(self) -> ft.Control:
        """Lay out the map, the buttons for it, and what rests."""
        shown = support_map(self.host.session)
        self._scene = shown.scene
        self._picture = MapPicture(
            shown.scene, self._room, opened=self._open, held=self._hold, dropped=self._drop
        )
        self._hint.controls = [quiet(self._hint_now)]
        self._legend.controls = [self._legend_button(open_=False)]
        said = words.support_map
        looks = button.buttons(
            button.second_button(said.closer, lambda: self._look(STEP), icon=ft.Icons.ZOOM_IN),
            button.second_button(said.wider, lambda: self._look(1 / STEP), icon=ft.Icons.ZOOM_OUT),
        )
        self._resting.controls = self._drawer(shown)
        self._fill_empty(shown)
        told, narrow = self._narrowing.laid_out()
        return stack(
            supports_tabs(self.host, "/supports/map"),
            told,
            self._empty,
            self._picture.laid_out(),
            self._hint,
            looks,
            narrow,
            self.moving.laid_out(),
            self._legend,
            button.line_button(
                words.map_sharing.door, lambda: self.host.go("/supports/map/share"), icon=ft.Icons.IOS_SHARE
            ),
            self._resting,
            adding(self.host),
        )

    def pressed_with_shift(self, key: str) -> None:
        """Move the mark that has the keyboard, and give the keyboard back to it: a browser takes it from what moves."""
        held = self._held
        if held is not None and self.moving.by_key(held, key):
            self.host.run(lambda: self._picture.focus(held))

    @property
    def _room(self) -> float:
        side = AROUND if self.host.width >= RAIL_FROM else BETWEEN
        return text_width(self.host.width, railed=True) - 2 * side - 2

    def _show(self) -> None:
        """Draw what is there now: one was moved, or others are wanted."""
        shown = support_map(self.host.session)
        self._scene = shown.scene
        self._picture.show(self._scene)
        fill(self._hint, quiet(self._hint_now))
        self._fill_empty(shown)
        fill(self._resting, *self._drawer(shown))

    def _fill_empty(self, shown: Shown) -> None:
        """Say so where nothing is drawn."""
        everyone = any(one.on_map for one in self.host.session.supports.all)
        said = words.support_narrowing.none if everyone else words.support_map.empty
        fill(self._empty, *([] if shown.scene.shapes else [body(said)]))

    def _drawer(self, shown: Shown) -> list[ft.Control]:
        if shown.drawer is None:
            return []
        rows = (row(self.host, line) for line in shown.drawer.lines)
        return [heading(shown.drawer.title), stack(*rows, spacing=INSIDE)]

    def _open(self, shape: Id) -> None:
        kind = "map/group" if isinstance(self._scene.shapes.get(shape), Fold) else ""
        self.host.go(f"/supports/{kind}/{shape}" if kind else f"/support/{shape}")

    def _hold(self, shape: Id, on: bool) -> None:
        """A mark has the keyboard now, or no more."""
        if on:
            self._held = shape
            self.moving.choose(shape)
            self.host.run(lambda: self._picture.to_spot(shape))
        elif self._held == shape:
            self._held = None

    def _drop(self, shape: Id, x: float, y: float) -> None:
        support = self._scene.shapes.get(shape)
        if isinstance(support, Support):
            self.moving.choose(shape)
            ring, angle = spot(self._scene.shown, x, y)
            verbs = self.host.session.supports
            self.moving.put(support, self.host.attempt(lambda: verbs.put(support, ring, angle)))

    async def _look(self, times: float) -> None:
        await self._picture.look(times)
        fill(self._hint, quiet(self._hint_now))

    @property
    def _hint_now(self) -> str:
        said = words.support_map
        return said.tap if self._picture.all_named else said.some_unnamed

    def _legend_button(self, *, open_: bool) -> ft.Control:
        said = words.support_map
        text = said.hide_legend if open_ else said.legend
        return button.line_button(
            text, lambda: self._turn_legend(open_=not open_), icon=ft.Icons.INFO_OUTLINE
        )

    def _turn_legend(self, *, open_: bool) -> None:
        more = [legend()] if open_ else []
        fill(self._legend, self._legend_button(open_=open_), *more)
