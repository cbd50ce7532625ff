"""The safety net: whom to reach first, in order."""

from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.safety_net import Purpose, SafetyNetEntry
from app.domain.support import ContactWay, Support
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import card, stack
from app.ui.widgets.reach import nowhere, reach
from app.ui.widgets.tabs import supports_tabs
from app.ui.widgets.text import body, heading, own_words, quiet


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One place in the net."""

    entry: SafetyNetEntry
    number: int
    name: str
    purposes: str
    say: str
    ways: tuple[ContactWay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """What the screen shows: the net in order, and the supports that are not in it."""

    lines: tuple[Line, ...]
    others: tuple[Support, ...]


def net(session: Session) -> Net:
    """Gather what the screen shows. A place whose support is gone is not shown."""
    known = session.supports.by_id
    entries = [entry for entry in session.safety_net.entries if entry.support in known]
    inside = {entry.support for entry in entries}
    return Net(
        lines=tuple(
            _line(entry, number, known[entry.support]) for number, entry in enumerate(entries, start=1)
        ),
        others=tuple(one for one in session.supports.all if one.id not in inside),
    )


def _line(entry: SafetyNetEntry, number: int, support: Support) -> Line:
    return Line(
        entry=entry,
        number=number,
        name=support.name,
        purposes=" · ".join(words.safety_net.purposes[purpose] for purpose in entry.purposes),
        say=entry.what_i_could_say,
        ways=support.ways,
    )


class SafetyNetScreen(Screen):
    """Shows the net, reaches whoever is in it with one press, and changes their order."""

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._inside = ft.Container()

    @property
    def title(self) -> str:
        """The heading."""
        return words.safety_net.title

    def content(self) -> ft.Control:
        """Lay out the net and who could be added."""
        self._inside.content = self._laid_out()
        return stack(supports_tabs(self.host, "/safety-net"), self._inside)

    def _laid_out(self) -> ft.Control:
        shown = net(self.host.session)
        if not shown.lines and not shown.others:
            add = button.main_button(
                words.support.add, lambda: self.host.go("/support/new"), icon=ft.Icons.ADD
            )
            return stack(body(words.safety_net.no_supports), button.buttons(add))
        intro = body(words.safety_net.intro) if shown.lines else body(words.safety_net.empty)
        last = len(shown.lines)
        return stack(
            intro, *(self._card(line, last=line.number == last) for line in shown.lines), *self._others(shown)
        )

    def _again(self) -> None:
        self._inside.content = self._laid_out()
        self._inside.update()

    # ------------------------------------------------------------ who is in it

    def _card(self, line: Line, *, last: bool) -> ft.Control:
        name = words.safety_net.position.format(n=line.number, name=line.name)
        said: list[ft.Control] = [ft.Semantics(content=own_words(name), heading_level=2)]
        said += [quiet(line.purposes)] if line.purposes else []
        said += [body(f"“{line.say}”")] if line.say else []
        said.append(
            reach(self.host, line.name, line.ways, prominent=True) if line.ways else nowhere(line.name)
        )
        return card(*said, self._changes(line, last=last))

    def _changes(self, line: Line, *, last: bool) -> ft.Control:
        said = words.safety_net
        up = button.icon_button(
            ft.Icons.ARROW_UPWARD,
            said.up.format(name=line.name),
            lambda: self._move(line, -1),
            disabled=line.number == 1,
        )
        down = button.icon_button(
            ft.Icons.ARROW_DOWNWARD,
            said.down.format(name=line.name),
            lambda: self._move(line, 1),
            disabled=last,
        )
        change = button.icon_button(
            ft.Icons.EDIT_OUTLINED,
            said.edit.format(name=line.name),
            lambda: self.host.go(f"/safety-net/{line.entry.id}"),
        )
        out = button.icon_button(
            ft.Icons.CLOSE, said.remove.format(name=line.name), lambda: self._remove(line)
        )
        return ft.Row([up, down, change, out], wrap=True, spacing=0, run_spacing=0)

    def _move(self, line: Line, step: int) -> None:
        place = self.host.attempt(lambda: self.host.session.safety_net.move(line.entry, step))
        if place is not None:
            self._again()
            self.host.say(words.safety_net.moved.format(name=line.name, n=place + 1))

    def _remove(self, line: Line) -> None:
        undo = self.host.attempt(lambda: self.host.session.safety_net.remove(line.entry))
        if undo is not None:
            self._again()
            self.host.say(words.safety_net.removed.format(name=line.name), undo)

    # ------------------------------------------------------------ who is not

    def _others(self, shown: Net) -> list[ft.Control]:
        if not shown.others:
            return [quiet(words.safety_net.everyone_in)]
        adds = [
            button.second_button(
                words.safety_net.put_in.format(name=one.name),
                partial(self._add, one.id),
                icon=ft.Icons.ADD,
            )
            for one in shown.others
        ]
        return [heading(words.safety_net.add), button.buttons(*adds)]

    def _add(self, support: Id) -> None:
        if self.host.attempt(lambda: self.host.session.safety_net.add(support)) is not None:
            self._again()


class SafetyNetEntryScreen(Screen):
    """What someone in the net is good for, and what I could say to them."""

    place = Place.SUPPORTS

    def __init__(self, host: Host, entry: str) -> None:
        super().__init__(host)
        self._id = Id(entry)
        self._draft = f"safety_net/{entry}/say"

    @property
    def _entry(self) -> SafetyNetEntry | None:
        return next((entry for entry in self.host.session.safety_net.entries if entry.id == self._id), None)

    @property
    def title(self) -> str:
        """The heading."""
        entry = self._entry
        support = self.host.session.supports.one(entry.support) if entry else None
        return support.name if support else words.safety_net.title

    def content(self) -> ft.Control:
        """Lay out what can be said of this place."""
        entry = self._entry
        if entry is None:
            return stack(
                body(words.shell.not_found), button.second_button(words.safety_net.title, self._done)
            )
        options = [(one.value, words.safety_net.purposes[one]) for one in Purpose]
        say = field.field(
            words.safety_net.say,
            self.host.draft(self._draft, entry.what_i_could_say),
            lambda text: self.host.keep_draft(self._draft, text),
            hint=words.safety_net.say_hint,
            lines=2,
            left=self.leave,
        )
        return stack(
            heading(words.safety_net.purposes_title),
            choice.any_of(options, entry.purposes, self._purpose),
            heading(words.safety_net.say),
            say,
            button.buttons(button.main_button(words.shell.done, self._done)),
            spacing=INSIDE,
        )

    def _purpose(self, key: str, on: bool) -> bool:
        entry = self._entry
        if entry is None:
            return False
        rest = {*entry.purposes} - {Purpose(key)}
        wanted = rest | {Purpose(key)} if on else rest
        return self._keep(entry, purposes=tuple(one for one in Purpose if one in wanted))

    def _keep(self, entry: SafetyNetEntry, **fields: object) -> bool:
        try:
            return self.host.attempt(lambda: self.host.session.safety_net.change(entry, **fields)) is not None
        except DomainError:
            self.host.say(words.shell.too_long)
            return False

    def leave(self) -> None:
        """Save the words that were being typed."""
        entry = self._entry
        if entry is None:
            return
        text = self.host.draft(self._draft, entry.what_i_could_say)
        if text == entry.what_i_could_say or self._keep(entry, what_i_could_say=text.strip()):
            self.host.session.drafts.drop(self._draft)

    def _done(self) -> None:
        self.host.go("/safety-net")
