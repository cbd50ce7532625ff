"""The order of the safety net, name by name: by arrows, by dragging, and back again."""

from collections.abc import Callable
from functools import partial

import flet as ft

from app import words
from app.ui.screen import Host, Place, Screen
from app.ui.theme import CORNER, INSIDE, TARGET
from app.ui.widgets import button
from app.ui.widgets.card import stack
from app.ui.widgets.in_net import Line, net_lines
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import body, own_words

UP, DOWN = -1, 1


class SafetyNetOrderScreen(Screen):
    """Moves one at a time. The new place is said each time, for who cannot see it, with an undo.

    The rows stay and names move between them: a row that came anew would leave the keyboard, for a moment, on the first
    button of the page, where the next press would hide everything.
    """

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._rows: list[_Row] = []

    @property
    def title(self) -> str:
        """The heading."""
        return words.safety_net.order_title

    def content(self) -> ft.Control:
        """Lay out the names in their order."""
        lines = net_lines(self.host.session)
        if not lines:
            return body(words.safety_net.empty)
        self._rows = [_Row(self._press, place, last=len(lines) - 1) for place in range(len(lines))]
        self._show(lines)
        rows = ft.ReorderableListView(
            [row.shown for row in self._rows],
            show_default_drag_handles=False,
            on_reorder=self._dropped,
            padding=0,
        )
        done = button.main_button(words.shell.done, lambda: self.host.go("/safety-net"))
        return stack(body(words.safety_net.order_help), rows, button.buttons(done))

    def _show(self, lines: tuple[Line, ...]) -> None:
        for row, line in zip(self._rows, lines, strict=False):
            row.show(line)

    def _press(self, place: int, step: int) -> None:
        """Move by an arrow. The keyboard goes along; at either end it goes to the arrow that leads back."""
        self._move(place, place + step)
        self.host.run(partial(self._rows[place + step].focus, step))

    def _dropped(self, event: ft.OnReorderEvent) -> None:
        if event.old_index is not None and event.new_index is not None:
            self._move(event.old_index, event.new_index)

    def _move(self, place: int, to: int) -> None:
        lines = net_lines(self.host.session)
        if place == to or max(place, to) >= len(lines):
            return
        moved, other = lines[place], lines[to]
        undo = self.host.attempt(lambda: self.host.session.safety_net.move_to(moved.entry, other.entry))
        self._show(net_lines(self.host.session))
        for row in self._rows:
            refresh(row.shown)
        if undo is not None:
            self.host.say(words.safety_net.moved.format(name=moved.name, n=other.number), undo)


class _Row:
    """One place in the order: whose name stands there, and its arrows. ``press`` is told the place and the step."""

    def __init__(self, press: Callable[[int, int], None], place: int, *, last: int) -> None:
        self._name = own_words("")
        self._ends = {UP: place == 0, DOWN: place == last}
        self._arrows = {
            step: ft.IconButton(
                icon,
                on_click=lambda _, step=step: press(place, step),
                disabled=self._ends[step],
                width=TARGET,
                height=TARGET,
            )
            for step, icon in ((UP, ft.Icons.ARROW_UPWARD), (DOWN, ft.Icons.ARROW_DOWNWARD))
        }
        arrows = [ft.MergeSemantics(arrow) for arrow in self._arrows.values()]
        self.shown = ft.Container(
            ft.Row([_handle(), ft.Container(self._name, expand=True), *arrows], spacing=0),
            bgcolor=ft.Colors.SURFACE_CONTAINER,
            border_radius=CORNER,
            padding=4,
            margin=ft.Margin.only(bottom=INSIDE),
        )

    def show(self, line: Line) -> None:
        """Let this one stand here."""
        said = words.safety_net
        self._name.value = said.position.format(n=line.number, name=line.name)
        self._arrows[UP].tooltip = said.up.format(name=line.name)
        self._arrows[DOWN].tooltip = said.down.format(name=line.name)

    async def focus(self, step: int) -> None:
        """Give the keyboard to the arrow of that step, or to the other one where it leads nowhere."""
        await self._arrows[-step if self._ends[step] else step].focus()  # type: ignore[no-untyped-call]  # Flet's own


def _handle() -> ft.Control:
    """Where a finger or a pointer takes hold. Keys and screen readers have the arrows."""
    grip = ft.Container(
        ft.Icon(ft.Icons.DRAG_INDICATOR, color=ft.Colors.ON_SURFACE_VARIANT),
        width=TARGET,
        height=TARGET,
        alignment=ft.Alignment.CENTER,
    )
    return ft.Semantics(
        content=ft.ReorderableDragHandle(grip, mouse_cursor=ft.MouseCursor.GRAB), exclude_semantics=True
    )
