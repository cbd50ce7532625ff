"""A sound that was asked for: its buttons, and in words how far it is. It is silent again as soon as it is put away."""

from collections.abc import Awaitable, Callable

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.sounds import CannotPlayError, Sound
from app.ui.widgets import button
from app.ui.widgets.card import fill
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import announced, body
from app.ui.widgets.waiting import waiting


class SoundPlayer:
    """Plays one sound, shown in ``place``, which stands on a screen. ``asked`` gives what stands there otherwise."""

    def __init__(self, host: Host, place: ft.Column, asked: Callable[[], list[ft.Control]]) -> None:
        self._host, self._place, self._asked = host, place, asked
        self._sound: Sound | None = None
        self.awaited = False
        """Whether a sound that is being read is still to be played: no more once this was stopped."""

    async def play(self, content: bytes) -> None:
        """Play it, and say so if that cannot be."""
        self.stop()
        sound = self._sound = self._host.outside.sound(self._tell)
        self._how_far = body("")
        self._rest = button.main_button(words.turns.pause, self._rest_or_go_on, icon=ft.Icons.PAUSE)
        fill(self._place, waiting(words.keep_box.opening))
        await self._try(sound.play(content))
        if self._sound is sound and not sound.over:
            self._tell()
            again = button.second_button(
                words.hard_time.again, lambda: self._try(sound.again()), icon=ft.Icons.REPLAY
            )
            away = button.quiet_button(words.at_work.stop, self._put_away)
            fill(self._place, self._how_far, button.buttons(self._rest, again, away))

    def stop(self) -> None:
        """End the sound at once. What is shown stays as it is."""
        self.awaited = False
        sound, self._sound = self._sound, None
        if sound is not None:
            sound.let_go()

    def _put_away(self) -> None:
        self.stop()
        fill(self._place, *self._asked())

    async def _rest_or_go_on(self) -> None:
        sound = self._sound
        if sound is not None:
            await self._try(sound.pause() if sound.plays else sound.go_on())

    async def _try(self, step: Awaitable[None]) -> None:
        try:
            await step
        except CannotPlayError:
            self.stop()
            fill(self._place, announced(words.keep_box.cannot_play))

    def _tell(self) -> None:
        sound, said = self._sound, words.keep_box
        if sound is None:
            return
        if sound.over:
            self.stop()
            fill(self._place, announced(said.sound_over), *self._asked())
            return
        at = words.moment.minutes_and_seconds(sound.seconds)
        length = words.moment.minutes_and_seconds(sound.length) if sound.length else ""
        self._how_far.value = said.how_far.format(at=at, length=length) if length else at
        self._rest.content = words.turns.pause if sound.plays else words.turns.go_on
        self._rest.icon = ft.Icons.PAUSE if sound.plays else ft.Icons.PLAY_ARROW
        refresh(self._how_far)
        refresh(self._rest)
