"""Dialogs of one window, and the line at its foot."""

import flet as ft


class Dialogs:
    """What lies above the screens of a page."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page

    def foot(self, text: str, action: ft.SnackBarAction | None, milliseconds: int) -> None:
        """Say something at the foot of the window for so long, in place of what was said there."""
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
        """Show a dialog or a sheet."""
        self._page.show_dialog(dialog)

    def close(self) -> None:
        """Close the dialog or sheet on top."""
        self._page.pop_dialog()

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

    def _open(self) -> list[ft.DialogControl]:
        dialogs: list[ft.DialogControl] = self._page._dialogs.controls  # noqa: SLF001  # Flet has no other list
        return [dialog for dialog in dialogs if dialog.open]
