"""Dialogs of one window, and the line at its foot."""

from collections.abc import Callable

import flet as ft

from app import words
from app.ui.idle import WARN_BEFORE_SECONDS
from app.words.direction import is_right_to_left

UNDO_MS = 10_000
SAY_MS = 5_000


class Dialogs:
    """What lies above the screens of a page."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        page.on_connect = lambda _: self._sweep()

    def say(self, text: str, take_back: Callable[[], None] | None = None) -> None:
        """Say something at the foot of the window for a while, in place of what was said there."""
        if take_back is None:
            self._foot(text, None, SAY_MS)
        else:
            undo = ft.SnackBarAction(label=words.shell.undo, on_click=lambda _: take_back())
            self._foot(text, undo, UNDO_MS)

    def say_that_it_will_go(self, text: str) -> None:
        """Say at the foot that what stands here goes soon, until it does."""
        stay = ft.SnackBarAction(
            label=words.shell.stay, on_click=lambda _: None
        )  # any event says that somebody is there
        self._foot(text, stay, int(WARN_BEFORE_SECONDS * 1000))

    def _foot(self, text: str, action: ft.SnackBarAction | None, milliseconds: int) -> None:
        self.clear_foot()
        self._page.show_dialog(
            ft.SnackBar(
                ft.Text(text), action=action, behavior=ft.SnackBarBehavior.FLOATING, duration=milliseconds
            )
        )

    def clear_foot(self) -> None:
        """Say nothing at the foot any more."""
        if any(isinstance(dialog, ft.SnackBar) for dialog in self._open()):
            self._page.pop_dialog()

    def show(self, dialog: ft.DialogControl) -> None:
        """Show a dialog or a sheet. Flet 1.0.5 tells it nothing of the direction of the page."""
        dialog.rtl = is_right_to_left()
        self._page.show_dialog(dialog)

    def close(self) -> None:
        """Close the dialog or sheet on top."""
        self._page.pop_dialog()

    def close_all(self) -> None:
        """Close every dialog and sheet; the line at the foot stays."""
        for dialog in self._open():
            if not isinstance(dialog, ft.SnackBar):
                dialog.open = False
                dialog.update()

    def holding(self) -> bool:
        """Whether a dialog holds the window; the line at the foot does not."""
        return any(not isinstance(dialog, ft.SnackBar) for dialog in self._open())

    def silence(self) -> None:
        """Empty and close every dialog: what they say must not outlive the lock.

        Flet 1.0.5 goes on drawing one that is taken away while it is open, with its words and its button.
        """
        for dialog in self._open():
            if isinstance(dialog, ft.SnackBar):
                dialog.content, dialog.action = ft.Text(""), None
            dialog.open = False
            dialog.update()

    def _sweep(self) -> None:
        """Take away what the client still shows at the foot, once it is back from being cut off.

        It never told that the line there is gone. Flet 1.0.5 gives it a page without that line then, and it goes on
        drawing it; only another line ends it.
        """
        if any(isinstance(dialog, ft.SnackBar) for dialog in self._all()):
            self._page.show_dialog(
                ft.SnackBar(ft.Text(""), behavior=ft.SnackBarBehavior.FLOATING, duration=1)
            )

    def _open(self) -> list[ft.DialogControl]:
        return [dialog for dialog in self._all() if dialog.open]

    def _all(self) -> list[ft.DialogControl]:
        """Those that are open, and those of which the client has not told yet that they are gone."""
        dialogs: list[ft.DialogControl] = self._page._dialogs.controls  # noqa: SLF001  # Flet has no other list
        return dialogs
