"""The first minute: what this is, privacy first, then a passphrase."""

import flet as ft

from app import words
from app.ui.screen import BEGIN, RESTORE, Host, Screen
from app.ui.screens.guide import ways_to_read
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.language import language_choice
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.text import announced, body, heading
from app.ui.widgets.waiting import waiting
from app.vault import VaultError, VaultExists


class FirstRunScreen(Screen):
    """What this is, privacy first."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._ways = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.first_run.title

    def content(self) -> ft.Control:
        """Lay out what this is and what it promises."""
        promises = [
            ft.Row(
                [
                    ft.Icon(ft.Icons.LOCK_OUTLINE, color=ft.Colors.PRIMARY),
                    ft.Container(body(line), expand=True),
                ],
                vertical_alignment=ft.CrossAxisAlignment.START,
            )
            for line in words.first_run.privacy
        ]
        self._ways.controls = [self._ways_in()]
        return stack(
            language_choice(self.host),
            body(words.first_run.what),
            card(heading(words.first_run.privacy_heading), *promises),
            self._ways,
            heading(words.guide.more),
            ways_to_read(self.host),
        )

    def _ways_in(self) -> ft.Control:
        return button.pile(
            button.main_button(words.first_run.start, lambda: self.host.go(BEGIN)),
            button.second_button(words.example.look, self._look),
            button.second_button(words.backups.restore_first_run, lambda: self.host.go(RESTORE)),
        )

    async def _look(self) -> None:
        fill(self._ways, waiting(words.example.making))
        try:
            await self.host.door.open_example()
        except (VaultError, OSError):
            fill(self._ways, announced(words.example.not_made), self._ways_in())


class ChoosePassphraseScreen(Screen):
    """Chooses the passphrase, and makes the place that it locks."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._new = NewPassphrase(self._create)
        self._making = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.first_run.passphrase_title

    def content(self) -> ft.Control:
        """Lay out the passphrase and the button."""
        self._below = stack(self._create_button())
        return stack(body(words.first_run.passphrase_why), self._new.laid_out(autofocus=True), self._below)

    def _create_button(self) -> ft.Control:
        return button.pile(button.main_button(words.first_run.create, self._create))

    async def _create(self) -> None:
        if self._making or self._new.is_refused():
            return
        self._making = True
        fill(self._below, waiting(words.first_run.creating))
        try:
            await self.host.door.create(self._new.text)
        except VaultExists:
            fill(self._below, announced(words.first_run.already), self._create_button())
        except (VaultError, OSError):
            fill(self._below, announced(words.first_run.cannot_make), self._create_button())
        finally:
            self._making = False
