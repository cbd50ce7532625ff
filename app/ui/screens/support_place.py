"""Where a support stands, as a part of its page: how things stand, how close, and which way to turn it on the map."""

import flet as ft

from app import words
from app.domain.support import Ring, Support, SupportState
from app.domain.support_past import StateChange
from app.ui.screens.support_map import scene_of
from app.ui.screens.support_moving import move_buttons, moved, where
from app.ui.screens.support_page import SupportPage
from app.ui.widgets import button, choice
from app.ui.widgets.card import fill, stack
from app.ui.widgets.map_drawing import Scene
from app.ui.widgets.text import body, heading, quiet


class PlaceOnMap:
    """Chooses state and ring, and moves the support by buttons."""

    def __init__(self, page: SupportPage) -> None:
        self._page, self._where, self._since = page, stack(), stack()

    def laid_out(self, support: Support) -> list[ft.Control]:
        """The headings, the choices and the buttons."""
        self._where.controls, self._since.controls = self._shown(support), self._stood(support)
        more = words.support_more
        states = [(one.value, more.states[one]) for one in SupportState]
        state = choice.one_of(more.state, states, support.state, self._change)
        return [heading(words.support.ring), self._where, heading(more.state), state, self._since]

    def _change(self, state: str) -> bool:
        kept = self._page.keep(state=SupportState(state))
        self._refill()
        return kept

    def _refill(self) -> None:
        support = self._page.support
        if support is not None:
            fill(self._since, *self._stood(support))

    def _stood(self, support: Support) -> list[ft.Control]:
        """Since when things stand so, and, of one that is hoped for, what is in the way and the smallest step."""
        past = self._page.host.session.supports.past.of(support.id)
        lines: list[ft.Control] = [self._past_line(one) for one in past]
        said = support.hope.in_the_way or support.hope.smallest_step
        if support.state is SupportState.HOPED_FOR or said:
            lines += [self._page.hope_text(name) for name in ("in_the_way", "smallest_step")]
        return lines

    def _past_line(self, change: StateChange) -> ft.Control:
        more = words.support_more
        since = more.stood_since.format(
            state=more.states[change.state], day=words.moment.day(change.created_at.date())
        )
        text = body(since)
        text.expand = True
        take_out = button.icon_button(
            ft.Icons.DELETE_OUTLINE, more.forget_since.format(since=since), lambda: self._forget(change)
        )
        return ft.Row([text, take_out])

    def _forget(self, change: StateChange) -> None:
        host = self._page.host
        undo = host.attempt(lambda: host.session.supports.past.remove(change))
        if undo is not None:
            self._refill()
            host.say(words.support_more.forgotten, undo)

    def _shown(self, support: Support) -> list[ft.Control]:
        ring = self._page.choices("ring", words.support.ring, Ring, support.ring, words.support.rings)
        place = self._scene.shown.one(support.id)
        said = [] if place is None else [quiet(words.support_more.wheres[place.side])]
        return [ring, *said, move_buttons(self._move)]

    @property
    def _scene(self) -> Scene:
        session = self._page.host.session
        return scene_of(session, session.supports.all)

    def _move(self, rings: int, degrees: int) -> None:
        support = self._page.support
        if support is None:
            return
        undo = moved(self._page.host, self._scene, support, rings, degrees)
        now = self._page.support
        if undo is not None and now is not None:
            fill(self._where, *self._shown(now))
            self._page.host.say(where(self._scene, now), undo)
