"""The helplines of the chosen region: all that is known of each, and what the person says about them."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from app import words
from app.domain.helpline import Helpline
from app.session import Undo
from app.session.helpline import Marked
from app.store.helpline import helplines
from app.ui.screen import HELPLINES, Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.helpline import brief, known
from app.ui.widgets.region import region_picker, said_region
from app.ui.widgets.text import body, heading, quiet


class HelplinesScreen(Screen):
    """Lists the lines and keeps what is said about them."""

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._inside = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.helplines.title

    def content(self) -> ft.Control:
        """Lay out the lines, or ask where the person is."""
        self._inside.controls = self._laid_out()
        return self._inside

    def _laid_out(self) -> list[ft.Control]:
        said, region = words.helplines, self.host.settings.region
        if not region:
            return [body(said.no_region), region_picker(self._choose)]
        lines = self.host.session.helplines.of_region(region)
        shown = [self._card(one) for one in lines if not one.hidden]
        hidden = [self._hidden(one.line) for one in lines if one.hidden]
        add = button.second_button(said.add_own, lambda: self.host.go("/support/new"), icon=ft.Icons.ADD)
        change = button.quiet_button(words.hard_time.change_region, lambda: self._choose(""))
        return [
            card(*map(body, said.intro)),
            *(shown or ([] if hidden else [body(said.none_here.format(region=said_region(region)))])),
            *([heading(said.hidden), *hidden] if hidden else []),
            quiet(said_region(region)),
            button.buttons(add, change),
        ]

    def _again(self) -> None:
        fill(self._inside, *self._laid_out())

    def _choose(self, region: str) -> None:
        self.host.change_settings(replace(self.host.settings, region=region))
        self._again()

    # ------------------------------------------------------------ one line

    def _card(self, one: Marked) -> ft.Control:
        told = brief(self.host, one, self.host.session.now().date())
        if one.own is not None:
            own = one.own
            way = button.second_button(
                words.helplines.open_own.format(name=own.name), lambda: self.host.go(f"/support/{own.id}")
            )
            return card(*told, button.buttons(way))
        pinned = [quiet(words.helplines.pinned)] if one.pinned else []
        return card(*pinned, *told, *map(quiet, known(one.line)), self._pages(one.line), self._changes(one))

    def _pages(self, line: Helpline) -> ft.Control:
        """The pages, as text: no connection is opened from here."""
        pages = [
            quiet(f"{page.address.split('/')[2].removeprefix('www.')} ({page.dated.year})")
            for page in line.pages
        ]
        return ft.Column([quiet(words.helplines.pages(len(pages))), *pages], spacing=0)

    def _changes(self, one: Marked) -> ft.Control:
        said, line, verbs = words.helplines, one.line, self.host.session.helplines
        pin = said.unpin.format(name=line.name) if one.pinned else said.pin.format(name=line.name)
        return button.buttons(
            button.second_button(
                said.i_checked.format(name=line.name), lambda: self._do(lambda: verbs.check(line))
            ),
            button.quiet_button(said.correct.format(name=line.name), lambda: self._correct(line)),
            button.quiet_button(
                pin,
                lambda: self._do(lambda: verbs.pin(line, pinned=not one.pinned)),
            ),
            button.quiet_button(said.hide.format(name=line.name), lambda: self._hide(line)),
        )

    def _hidden(self, line: Helpline) -> ft.Control:
        verbs = self.host.session.helplines
        show = button.second_button(
            words.helplines.show.format(name=line.name),
            lambda: self._do(lambda: verbs.hide(line, hidden=False)),
        )
        return button.buttons(show)

    def _do(self, verb: Callable[[], Undo]) -> None:
        if self.host.attempt(verb) is not None:
            self._again()

    def _hide(self, line: Helpline) -> None:
        undo = self.host.attempt(lambda: self.host.session.helplines.hide(line))
        if undo is not None:
            self._again()
            self.host.say(words.helplines.was_hidden.format(name=line.name), undo)

    def _correct(self, line: Helpline) -> None:
        note = words.helplines.own_note.format(day=words.moment.day(self.host.session.now().date()))
        made = self.host.attempt(lambda: self.host.session.helplines.make_own(line, note))
        if made is not None:
            own, undo = made
            self.host.go(f"/support/{own.id}")
            self.host.say(words.helplines.made_own.format(name=own.name), undo)


def lines_here(host: Host) -> list[Marked]:
    """The lines of the chosen region that are not hidden, those that the person pinned first; while locked, all."""
    region = host.settings.region
    if host.unlocked:
        return [one for one in host.session.helplines.of_region(region) if not one.hidden]
    return [Marked(line=line) for line in helplines().get(region, ())]


def lines_to_call(host: Host) -> list[ft.Control]:
    """The lines of the chosen region as the page for hard times has them; nothing where none is known."""
    lines = lines_here(host)
    if not lines:
        return []
    about = button.second_button(words.helplines.way_in, lambda: host.go(HELPLINES))
    return [
        heading(words.helplines.here),
        *(card(*brief(host, one, host.door.today), spacing=INSIDE) for one in lines),
        *([button.buttons(about)] if host.unlocked else []),
    ]
