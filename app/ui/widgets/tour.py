"""The short look around: small cards, one at a time, that are in nobody’s way."""

from collections.abc import Callable

import flet as ft

from app import words
from app.session.preferences import PreferenceVerbs
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import announced, body, heading, quiet


class Tour:
    """Goes through its cards, from the one where the person has stopped, and is over when it is skipped or at its end."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._inside = stack(spacing=INSIDE)
        self._place = card(self._inside)

    @property
    def is_over(self) -> bool:
        """Whether it was seen or skipped."""
        return self._preferences.now.toured

    @property
    def _preferences(self) -> PreferenceVerbs:
        return self._host.session.preferences

    def laid_out(self) -> ft.Control:
        """Lay out the card where it stands."""
        self._inside.controls = self._shown(body)
        self._place.visible = True
        return self._place

    def _shown(self, say: Callable[[str], ft.Control]) -> list[ft.Control]:
        said = words.tour
        steps = said.steps
        step = self._preferences.tour_step
        last = step == len(steps) - 1
        ways = [button.second_button(words.shell.done, self._end)] if last else self._on_or_out()
        return [
            heading(said.title),
            say(steps[step]),
            quiet(said.at.format(step=step + 1, steps=len(steps))),
            button.buttons(*ways),
        ]

    def _on_or_out(self) -> list[ft.Control]:
        said = words.tour
        return [button.second_button(said.next_step, self._next), button.quiet_button(said.skip, self._end)]

    def _next(self) -> None:
        self._preferences.tour_step += 1
        fill(self._inside, *self._shown(announced))

    def _end(self) -> None:
        if self._host.attempt(lambda: self._preferences.change(toured=True)) is not None:
            self._preferences.tour_step = 0
            self._place.visible = False
            refresh(self._place)
