"""Steps to be done, large: all of them below each other, or one at a time."""

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import own_words, quiet


class Steps:
    """Shows steps, ``large`` ones as large as the heading. The draft ``key`` is the step that is shown; dropped, all are."""

    def __init__(self, host: Host, key: str, steps: tuple[str, ...], *, large: bool = False) -> None:
        self._host, self._key, self._steps, self._large = host, key, steps, large
        self._place = stack()
        self._where, self._step = quiet(""), own_words("", large=True)
        self._onward = button.main_button("", lambda: self._turn(1))

    def laid_out(self) -> ft.Control:
        """Lay out what was shown last."""
        self._place.controls = self._shown()
        return self._place

    @property
    def _now(self) -> int | None:
        """Which step is shown, from 0; None for all of them."""
        kept = self._host.draft(self._key)
        return int(kept) if kept.isdecimal() and int(kept) < len(self._steps) else None

    def _shown(self) -> list[ft.Control]:
        return self._all() if self._now is None else self._one(self._now)

    def _all(self) -> list[ft.Control]:
        said = words.coping_tool
        lines = [
            own_words(said.step.format(n=n, step=step) if len(self._steps) > 1 else step, large=self._large)
            for n, step in enumerate(self._steps, start=1)
        ]
        if len(lines) <= 1:
            return [card(*lines)] if lines else []
        one_by_one = button.second_button(said.one_by_one, lambda: self._show(0), icon=ft.Icons.LOOKS_ONE)
        return [card(*lines, spacing=12), button.buttons(one_by_one)]

    def _one(self, now: int) -> list[ft.Control]:
        """One step, with buttons that stay where they are while the words above them change."""
        said = words.coping_tool
        told = ft.Semantics(content=stack(self._where, self._step), live_region=True, container=True)
        self._say(now)
        before = button.second_button(said.step_before, lambda: self._turn(-1))
        every = button.quiet_button(said.all_steps, lambda: self._show(None))
        return [card(told), button.buttons(self._onward, before, every)]

    def _say(self, now: int) -> None:
        self._where.value = words.coping_tool.step_of.format(n=now + 1, total=len(self._steps))
        self._step.value = self._steps[now]
        last = now + 1 == len(self._steps)
        self._onward.content = words.coping_tool.from_the_start if last else words.coping_tool.next_step

    def _turn(self, by: int) -> None:
        """Show the step after or before; after the last one comes the first again, and before the first there is none."""
        now = max(0, (self._now or 0) + by) % len(self._steps)
        self._host.keep_draft(self._key, str(now))
        self._say(now)
        for changed in (self._where, self._step, self._onward):
            refresh(changed)

    def _show(self, now: int | None) -> None:
        if now is None:
            self._host.session.drafts.drop(self._key)
        else:
            self._host.keep_draft(self._key, str(now))
        fill(self._place, *self._shown())
