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
    GUIDE,
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
from app.ui.screens.backups import last_backup
from app.ui.screens.guide import name_of
from app.ui.screens.settings_calm import calmer
from app.ui.theme import INSIDE, JOINT
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.language import language_choice
from app.ui.widgets.region import region_picker, said_region
from app.ui.widgets.rows import cell, choosing, rows, way
from app.ui.widgets.text import body, heading, quiet


class SettingsScreen(Screen):
    """Locks, hides, and changes what is kept beside the vault."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._region = stack(spacing=JOINT)
        self._opened: set[str] = set()

    @property
    def title(self) -> str:
        """The heading."""
        return words.settings.title

    def carry_on_from(self, before: Screen) -> None:
        """Leave open what was open: a choice may build every screen again."""
        if isinstance(before, SettingsScreen):
            self._opened = before._opened  # noqa: SLF001  # of its own kind

    def content(self) -> ft.Control:
        """Lay out the settings in groups."""
        said = words.settings
        return stack(
            heading(said.leave),
            *self._leaving(),
            heading(said.passphrase),
            self._keys(),
            heading(words.backups.title),
            self._backups(),
            heading(said.elsewhere),
            rows(
                self._way(words.merging.title, MERGE, ft.Icons.DEVICES),
                self._way(words.imports.way_in, IMPORT, ft.Icons.DOWNLOAD),
                self._way(words.everything.title, EXPORT, ft.Icons.UPLOAD),
                self._way(words.report.along, ALONG, ft.Icons.TABLE_CHART_OUTLINED),
            ),
            heading(said.calm),
            rows(self._theme(), *calmer(self.host)),
            heading(said.language),
            rows(cell(language_choice(self.host))),
            heading(said.place),
            self._place(),
            heading(words.patterns.title),
            rows(
                cell(
                    choice.yes_or_no(words.patterns.show, self.host.session.patterns.on, self._show_pictures)
                )
            ),
            heading(words.patterns.reminders),
            card(*map(body, words.patterns.no_reminders)),
            heading(words.guide.title),
            rows(
                *(self._way(name_of(page), page, ft.Icons.ARTICLE_OUTLINED) for page in GUIDE),
                way(words.menu.title, self.host.menu, icon=ft.Icons.MENU, value=words.menu.keys["menu"]),
            ),
            heading(said.end),
            stack(quiet(said.end_help), rows(self._erase()), spacing=INSIDE),
        )

    def _way(self, name: str, path: str, icon: ft.IconData, value: str = "") -> ft.Control:
        return way(name, lambda: self.host.go(path), icon=icon, value=value)

    def _leaving(self) -> list[ft.Control]:
        said = words.settings
        lock = button.buttons(button.main_button(said.lock, self.host.lock, icon=ft.Icons.LOCK_OUTLINE))
        return [
            stack(lock, quiet(said.lock_help), quiet(said.hide_help), spacing=INSIDE),
            rows(self._lock_after()),
        ]

    def _keys(self) -> ft.Control:
        said, known = words.settings, words.keys
        there = self.host.session.keys.has_recovery_key
        return rows(
            self._way(known.title, KEYS, ft.Icons.KEY_OUTLINED),
            self._way(said.change_passphrase, PASSPHRASE, ft.Icons.PASSWORD),
            self._way(
                words.recovery.title,
                RECOVERY_KEY,
                ft.Icons.DESCRIPTION_OUTLINED,
                known.recovery_there if there else known.recovery_none,
            ),
            self._way(words.seen.title, SEEN, ft.Icons.VISIBILITY_OUTLINED),
        )

    def _backups(self) -> ft.Control:
        """The way to backups, and to what could not be read while there is something of that kind."""
        unread = [self._way(words.salvage.title, SALVAGE, ft.Icons.BUILD_OUTLINED)]
        return rows(
            self._way(words.backups.title, BACKUPS, ft.Icons.SAVE_OUTLINED, last_backup(self.host.session)),
            *(unread if self.host.session.salvage.anything else []),
        )

    def _place(self) -> ft.Control:
        card_is = words.emergency_card
        self._region.controls = self._region_shown()
        return rows(
            self._region,
            self._way(words.helplines.title, HELPLINES, ft.Icons.CALL_OUTLINED),
            self._way(
                card_is.title,
                EMERGENCY_CARD,
                ft.Icons.CONTACT_EMERGENCY_OUTLINED,
                card_is.is_on if self.host.settings.emergency_card else card_is.is_off,
            ),
        )

    def _erase(self) -> ft.Control:
        return way(
            words.erasing.title,
            lambda: self.host.go(ERASE),
            icon=ft.Icons.DELETE_OUTLINE,
            erases=True,
        )

    def _theme(self) -> ft.Control:
        said = words.settings
        themes = [(one.value, said.themes[one]) for one in ThemeChoice]
        return choosing(
            said.theme,
            themes,
            self.host.settings.theme,
            self._choose_theme,
            opened=self._opened,
            icon=ft.Icons.CONTRAST,
        )

    def _lock_after(self) -> ft.Control:
        minutes = [(str(n), words.settings.minutes(n)) for n in LOCK_AFTER_MINUTES]
        now = self.host.session.preferences.now.lock_after_minutes
        return choosing(
            words.settings.lock_after,
            minutes,
            str(now),
            self._choose_lock_after,
            opened=self._opened,
            icon=ft.Icons.LOCK_CLOCK_OUTLINED,
        )

    def _choose_lock_after(self, minutes: str) -> None:
        preferences = self.host.session.preferences
        if self.host.attempt(lambda: preferences.change(lock_after_minutes=int(minutes))) is not None:
            self.host.watch()

    def _show_pictures(self, on: bool) -> bool:
        preferences = self.host.session.preferences
        return self.host.attempt(lambda: preferences.change(patterns=on)) is not None

    def _choose_theme(self, theme: str) -> None:
        self.host.change_settings(replace(self.host.settings, theme=ThemeChoice(theme)))

    def _region_shown(self, *, picking: bool = False) -> list[ft.Control]:
        region = self.host.settings.region
        if picking or not region:
            return [
                cell(quiet(words.settings.place_help), region_picker(self._choose_region), spacing=INSIDE)
            ]
        change = way(
            words.hard_time.change_region,
            self._pick_region,
            icon=ft.Icons.PLACE_OUTLINED,
            value=said_region(region),
        )
        return [change, cell(quiet(words.settings.place_help))]

    def _pick_region(self) -> None:
        fill(self._region, *self._region_shown(picking=True))

    def _choose_region(self, region: str) -> None:
        self.host.change_settings(replace(self.host.settings, region=region))
        fill(self._region, *self._region_shown())
