"""Settings, and the two ways to leave."""

from dataclasses import replace

import flet as ft

from app import words
from app.domain.preferences import LOCK_AFTER_MINUTES
from app.store.settings import ThemeChoice
from app.ui.screen import (
    ALONG,
    BACKUPS,
    EMERGENCY_CARD,
    ERASE,
    EXPORT,
    HELPLINES,
    IMPORT,
    KEYS,
    MERGE,
    PASSPHRASE,
    RECOVERY_KEY,
    SALVAGE,
    SEEN,
    Host,
    Screen,
)
from app.ui.screens.guide import ways_to_read
from app.ui.screens.settings_calm import calmer
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, stack
from app.ui.widgets.language import language_choice
from app.ui.widgets.region import region_picker, said_region
from app.ui.widgets.text import body, heading, quiet


class SettingsScreen(Screen):
    """Locks, hides, and changes what is kept beside the vault."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._region = ft.Container()

    @property
    def title(self) -> str:
        """The heading."""
        return words.settings.title

    def content(self) -> ft.Control:
        """Lay out the settings."""
        said = words.settings
        themes = [(one.value, said.themes[one]) for one in ThemeChoice]
        self._region.content = self._region_shown()
        return stack(
            heading(said.leave),
            button.buttons(button.main_button(said.lock, self.host.lock, icon=ft.Icons.LOCK_OUTLINE)),
            quiet(said.lock_help),
            quiet(said.hide_help),
            heading(said.lock_after),
            self._lock_after(),
            heading(said.passphrase),
            button.buttons(
                button.second_button(words.keys.title, lambda: self.host.go(KEYS)),
                button.second_button(said.change_passphrase, lambda: self.host.go(PASSPHRASE)),
                button.second_button(words.recovery.title, lambda: self.host.go(RECOVERY_KEY)),
                button.second_button(words.seen.title, lambda: self.host.go(SEEN)),
            ),
            heading(words.backups.title),
            button.buttons(
                button.second_button(words.backups.title, lambda: self.host.go(BACKUPS)), *self._unread()
            ),
            heading(said.elsewhere),
            button.buttons(
                button.second_button(words.merging.title, lambda: self.host.go(MERGE)),
                button.second_button(words.imports.way_in, lambda: self.host.go(IMPORT)),
                button.second_button(words.everything.title, lambda: self.host.go(EXPORT)),
                button.second_button(words.report.along, lambda: self.host.go(ALONG)),
            ),
            heading(words.patterns.title),
            choice.yes_or_no(words.patterns.show, self.host.session.patterns.on, self._show_pictures),
            heading(words.patterns.reminders),
            card(*map(body, words.patterns.no_reminders)),
            heading(said.language),
            language_choice(self.host),
            heading(said.theme),
            choice.one_of(said.theme, themes, self.host.settings.theme, self._choose_theme),
            *calmer(self.host),
            heading(said.place),
            self._region,
            button.buttons(
                button.second_button(words.helplines.title, lambda: self.host.go(HELPLINES)),
                button.second_button(words.emergency_card.title, lambda: self.host.go(EMERGENCY_CARD)),
            ),
            heading(words.guide.title),
            ways_to_read(self.host),
            heading(said.end),
            quiet(said.end_help),
            button.buttons(button.erase_button(words.erasing.title, lambda: self.host.go(ERASE))),
        )

    def _unread(self) -> list[ft.Control]:
        """The way to what could not be read, while there is something of that kind."""
        salvage = self.host.session.salvage
        if not salvage.anything:
            return []
        return [button.second_button(words.salvage.title, lambda: self.host.go(SALVAGE))]

    def _lock_after(self) -> ft.Control:
        minutes = [(str(n), words.settings.minutes(n)) for n in LOCK_AFTER_MINUTES]
        now = self.host.session.preferences.now.lock_after_minutes
        return choice.one_of(words.settings.lock_after, minutes, str(now), self._choose_lock_after)

    def _choose_lock_after(self, minutes: str) -> None:
        preferences = self.host.session.preferences
        if self.host.attempt(lambda: preferences.change(lock_after_minutes=int(minutes))) is not None:
            self.host.watch()

    def _show_pictures(self, on: bool) -> bool:
        preferences = self.host.session.preferences
        return self.host.attempt(lambda: preferences.change(patterns=on)) is not None

    def _choose_theme(self, theme: str) -> None:
        self.host.change_settings(replace(self.host.settings, theme=ThemeChoice(theme)))

    def _region_shown(self, *, picking: bool = False) -> ft.Control:
        region = self.host.settings.region
        if picking or not region:
            return stack(quiet(words.settings.place_help), region_picker(self._choose_region), spacing=INSIDE)
        change = button.second_button(words.hard_time.change_region, self._pick_region)
        return stack(
            body(said_region(region)),
            quiet(words.settings.place_help),
            button.buttons(change),
            spacing=INSIDE,
        )

    def _pick_region(self) -> None:
        self._region.content = self._region_shown(picking=True)
        self._region.update()

    def _choose_region(self, region: str) -> None:
        self.host.change_settings(replace(self.host.settings, region=region))
        self._region.content = self._region_shown()
        self._region.update()
