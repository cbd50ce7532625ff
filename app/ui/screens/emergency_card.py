"""The emergency card: what it gives away, its lines, and turning it on and off."""

from dataclasses import replace

import flet as ft

from app import words
from app.store.settings import CARD_LINES, LONGEST_CARD_LINE
from app.ui.screen import Host, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import announced, body, heading


class EmergencyCardScreen(Screen):
    """Words typed here are sealed drafts until the person says that they may lie unlocked."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._below = stack(spacing=INSIDE)

    @property
    def title(self) -> str:
        """The heading."""
        return words.emergency_card.title

    def content(self) -> ft.Control:
        """Lay out what the card gives away before its lines."""
        said = words.emergency_card
        kept = (*self._kept, *[""] * CARD_LINES)[:CARD_LINES]
        fields = [
            draft_field(self.host, _draft(n), said.nth_line.format(n=n), line)
            for n, line in enumerate(kept, start=1)
        ]
        self._below.controls = self._state()
        return stack(
            *map(body, said.what),
            card(heading(said.gives_away), *map(body, said.reveals)),
            *fields,
            self._below,
        )

    @property
    def _kept(self) -> tuple[str, ...]:
        return self.host.settings.emergency_card

    def _state(self, told: str = "") -> list[ft.Control]:
        said, on = words.emergency_card, bool(self._kept)
        keep = button.main_button(said.keep if on else said.turn_on, self._keep)
        off = [button.second_button(said.turn_off, self._turn_off)] if on else []
        return [announced(told or (said.is_on if on else said.is_off)), button.buttons(keep, *off)]

    def _keep(self) -> None:
        said = words.emergency_card
        kept = (*self._kept, *[""] * CARD_LINES)
        typed = [self.host.draft(_draft(n), kept[n - 1]) for n in range(1, CARD_LINES + 1)]
        lines = tuple(filter(None, (" ".join(line.split()) for line in typed)))
        if not lines or any(len(line) > LONGEST_CARD_LINE for line in lines):
            refused = said.too_long.format(n=LONGEST_CARD_LINE) if lines else said.empty
            fill(self._below, *self._state(refused))
        elif self._changed(lines):
            fill(self._below, *self._state(said.turned_on))

    def _turn_off(self) -> None:
        if self._changed(()):
            self.host.go("/settings")
            self.host.say(words.emergency_card.turned_off)

    def _changed(self, lines: tuple[str, ...]) -> bool:
        """Keep other lines, or none. False, and it was said why, if they could not be kept."""
        self.host.change_settings(replace(self.host.settings, emergency_card=lines))
        if self._kept != lines:
            return False
        drafts = [_draft(n) for n in range(1, CARD_LINES + 1)]
        self.host.attempt(lambda: self.host.session.drafts.drop(*drafts))
        return True


def _draft(n: int) -> str:
    return f"emergency_card/{n}"
