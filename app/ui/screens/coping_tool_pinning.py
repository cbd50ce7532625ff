"""Keeping a coping tool at hand, as a part of its page. Where there are three already, one can make room."""

from collections.abc import Callable
from functools import partial

import flet as ft

from app import words
from app.domain.coping_tool import CopingTool
from app.session import Undo
from app.ui.screens.coping_tool_page import CopingToolPage
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import announced, heading, quiet


class Pinning:
    """Pins the tool of a page, and unpins it."""

    def __init__(self, page: CopingToolPage) -> None:
        self._page, self._place = page, stack()

    def laid_out(self) -> ft.Control:
        """Lay out whether it is at hand, and the button that changes that."""
        self._place.controls = self._shown()
        return card(heading(words.coping_tool.at_hand), self._place)

    def _shown(self) -> list[ft.Control]:
        said, tool = words.coping_tool, self._page.thing
        if tool is None:
            return []
        if tool.pinned_at is None:
            pin = button.second_button(said.pin, self._pin, icon=ft.Icons.PUSH_PIN_OUTLINED)
            return [quiet(said.pin_help), button.buttons(pin)]
        at_hand = self._page.verbs.pinned
        waits = quiet(said.waits.format(names=", ".join(one.name for one in at_hand)))
        state = quiet(said.pinned.format(name=tool.name)) if tool in at_hand else waits
        return [state, button.buttons(button.second_button(said.unpin, self._unpin, icon=ft.Icons.PUSH_PIN))]

    def _pin(self) -> None:
        """Pin it, or say calmly which three are there, and let one of them make room."""
        tool = self._page.thing
        if tool is None:
            return
        if self._page.verbs.may_pin:
            self._do(lambda: self._page.verbs.pin(tool), words.coping_tool.pinned.format(name=tool.name))
            return
        said = words.coping_tool
        rooms = [
            button.second_button(said.make_room.format(name=one.name), partial(self._pin_instead, one))
            for one in self._page.verbs.pinned
        ]
        leave_it = button.quiet_button(said.leave_it, self._again)
        fill(self._place, announced(said.full), stack(*rooms), button.buttons(leave_it))

    def _pin_instead(self, other: CopingTool) -> None:
        tool = self._page.thing
        if tool is not None:
            said = words.coping_tool.pinned.format(name=tool.name)
            self._do(lambda: self._page.verbs.pin(tool, instead_of=other), said)

    def _unpin(self) -> None:
        tool = self._page.thing
        if tool is not None:
            said = words.coping_tool.unpinned.format(name=tool.name)
            self._do(lambda: self._page.verbs.unpin(tool), said)

    def _do(self, verb: Callable[[], Undo], said: str) -> None:
        undo = self._page.host.attempt(verb)
        if undo is not None:
            self._again()
            self._page.host.say(said, undo)

    def _again(self) -> None:
        fill(self._place, *self._shown())
