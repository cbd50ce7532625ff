"""Restoring from a backup, at the door: what it replaces is kept beside it."""

import flet as ft

from app import words
from app.ui.screen import Host, Screen
from app.ui.screens.backups_testing import BackupAsked, problem
from app.ui.widgets import button
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import announced, body
from app.vault import Restored, VaultError


class RestoreScreen(Screen):
    """Looks into a backup first; only then can it take the place of what is here."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.asked = BackupAsked(host, words.backups.restore_what, self._onward)
        self._below = stack()
        self._restoring = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.backups.restore_title

    def content(self) -> ft.Control:
        """Lay out what will happen, and the questions."""
        return self.asked.laid_out()

    def carry_on_from(self, before: Screen) -> None:
        """Take over what was asked and found."""
        if isinstance(before, RestoreScreen):
            self.asked = before.asked

    def leave(self) -> None:
        """Stop what is at work."""
        self.asked.leave()

    def _onward(self) -> list[ft.Control]:
        said = words.backups
        self._below.controls = [self._button()]
        what = said.restore_replaces if self.host.door.has_vault else said.restore_into_nothing
        return [body(what), self._below]

    def _button(self) -> ft.Control:
        return button.pile(button.main_button(words.backups.restore_now, self._restore))

    async def _restore(self) -> None:
        path, secret, asked = self.asked.path, self.asked.secret, self.asked
        if self._restoring or path is None:
            return
        self._restoring = True
        try:
            await self.host.door.closed()
            restored = await at_work(
                self.host,
                self._below,
                words.backups.restoring,
                lambda progress, stop: self.host.door.restore(
                    path, secret, progress, lambda: stop() or asked.left
                ),
            )
        except (VaultError, OSError, MemoryError) as failure:
            fill(self._below, announced(problem(failure)), self._button())
        else:
            asked.show(*self._done(restored))
        finally:
            self._restoring = False

    def _done(self, restored: Restored) -> list[ft.Control]:
        said = words.backups
        lines: list[ft.Control] = [announced(said.restored)]
        if not restored.checked.sound:
            lines.append(body(said.not_sound))
        if restored.kept is not None:
            lines.append(body(said.lies_beside.format(name=restored.kept.name)))
        onward = button.main_button(said.to_door, self.host.to_door, icon=ft.Icons.LOCK_OPEN_OUTLINED)
        return [card(*lines), button.buttons(onward)]
