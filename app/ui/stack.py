"""The screens that are stacked in one window, lowest first, and what of them stays when others are asked for."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app.ui import shell
from app.ui.brought_file import BroughtFile
from app.ui.failures import ErrorNet
from app.ui.screen import HOME, Place, Screen


@dataclass(slots=True)
class Standing:
    """A screen that stands in the window: its path, itself, its place, and the parts of its view that change."""

    path: str
    screen: Screen
    place: Place | None
    built: shell.Built


class Stack:
    """What stands on one page. ``make`` gives a new screen for a path, ``frame`` what goes around it.

    ``frame`` is told the path, the screen, and what stands below it, if anything does. ``leave`` is called with each
    screen that goes away, before it does.
    """

    def __init__(
        self,
        page: ft.Page,
        net: ErrorNet,
        *,
        make: Callable[[str], Screen],
        frame: Callable[[str, Screen, Standing | None], shell.Frame],
        leave: Callable[[Screen], None],
    ) -> None:
        self._page, self._net = page, net
        self._make, self._frame, self._leave = make, frame, leave
        self._standing: list[Standing] = []
        self._put_back = 0

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the screens, lowest first."""
        return tuple(standing.path for standing in self._standing)

    @property
    def path(self) -> str:
        """The path of the screen on top; home while there is none."""
        return self._standing[-1].path if self._standing else HOME

    @property
    def is_bare(self) -> bool:
        """Whether the screen on top stands alone, to be shown to someone."""
        return bool(self._standing) and self._standing[-1].screen.bare

    @property
    def path_below(self) -> str | None:
        """The path of the screen below that; None on the lowest."""
        return self._standing[-2].path if len(self._standing) > 1 else None

    def show(self, paths: tuple[str, ...], *, anew: bool) -> None:
        """Stack the screens of these paths.

        Screens that stand already stay as they are, and the one that comes to the top reads again what it shows;
        with ``anew`` every one is built again.
        """
        before = self._standing
        if before and paths[-1] != self.path:
            before[-1].screen.fall_silent()
        same = 0 if anew else _alike(paths, self.paths)
        for standing in before[same:]:
            if standing.path not in paths:  # what is only built again keeps its words in its fields
                self._leave(standing.screen)
        self._standing = before[:same]
        stood = {standing.path: standing.screen for standing in before[same:]}
        for path in paths[same:]:
            self._standing.append(self._built(path, stood.get(path)))
        if same == len(paths) < len(before):
            top = self._standing[-1]
            top.built.content.content = self._net.laid_out(top.screen.content)
        self._page.views[:] = [standing.built.view for standing in self._standing]
        self._page.update()

    def put_back(self) -> None:
        """Show again what the client has taken away of itself: Flet 1.0.5 wants no view of that route any more, so of another."""
        self._put_back += 1
        self.show(self.paths, anew=True)

    def begin(self, file: BroughtFile | None) -> None:
        """Let the screen on top begin what it is for, with the file that was brought to it if there is one."""
        if not self._standing:
            return
        screen = self._standing[-1].screen
        if file is None:
            screen.begin()
        else:
            screen.take(file)

    def pressed_with_shift(self, key: str) -> None:
        """Tell the screen on top."""
        if self._standing:
            self._standing[-1].screen.pressed_with_shift(key)

    def fit(self, width: float, *, railed: bool) -> None:
        """Let what stands fit a window of this width, with or without a rail at its side."""
        for standing in self._standing:
            shell.fit(standing.built, width, railed=railed and not standing.screen.bare)

    def taken_down(self) -> list[Screen]:
        """Return the screens, which stand no longer and are silent. They have not been left."""
        before, self._standing = self._standing, []
        if before:
            before[-1].screen.fall_silent()
        return [standing.screen for standing in before]

    def _built(self, path: str, before: Screen | None) -> Standing:
        screen = self._make(path)
        if before is not None:
            screen.carry_on_from(before)
        frame = self._frame(path, screen, self._standing[-1] if self._standing else None)
        built = shell.view(frame, self._net.laid_out(screen.content))
        if self._put_back:
            built.view.route = f"{path}?{self._put_back}"
        return Standing(path, screen, frame.place, built)


def _alike(paths: tuple[str, ...], others: tuple[str, ...]) -> int:
    """How many of the lowest are the same."""
    same = 0
    while same < min(len(paths), len(others)) and paths[same] == others[same]:
        same += 1
    return same
