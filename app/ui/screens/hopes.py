"""What a person is hoping for, as a list: hopes of now, those for later, and those that were found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.hope import HopeState
from app.domain.ids import Id
from app.domain.support import Support
from app.session import Session
from app.ui.screen import HOPES, Host, Place, Screen
from app.ui.screens.kept_by_topic import ByTopic
from app.ui.widgets import button
from app.ui.widgets.card import fill, stack
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import body, heading, quiet, row_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One hope in the list."""

    id: str
    name: str
    about: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Hopes with which things stand alike."""

    title: str
    lines: tuple[Line, ...]


def hopes(session: Session, holds: Callable[[tuple[Id, ...]], bool]) -> tuple[Group, ...]:
    """Gather what the list shows of the topics that it ``holds``: groups that have something."""

    def group(name: str, *states: HopeState) -> Group:
        found = [one for one in session.hopes.of(*states) if holds(one.topics)]
        return Group(title=words.support_hope.groups[name], lines=_lines(session, found))

    groups = (
        group("now", HopeState.HOPING, HopeState.LOOKING),
        group("not_now", HopeState.NOT_NOW),
        group("found", HopeState.FOUND),
    )
    return tuple(one for one in groups if one.lines)


def _lines(session: Session, some: Iterable[Support]) -> tuple[Line, ...]:
    return tuple(
        Line(id=one.id, name=one.name, about=" · ".join(_said(session, one)), step=_step(one)) for one in some
    )


def _said(session: Session, hope: Support) -> Iterable[str]:
    """What is known of a hope: that it is looked for, in what form, and what it would help with."""
    said = words.support_hope
    if hope.hoping is HopeState.LOOKING:
        yield said.states[HopeState.LOOKING]
    if hope.form is not None and words.support_more.forms[hope.form] != hope.name:
        yield words.support_more.forms[hope.form]
    yield from map(session.vocabulary.topic, hope.topics)


def _step(hope: Support) -> str:
    step = hope.hope.smallest_step
    if not step or hope.hoping is HopeState.FOUND:
        return ""
    return words.support_hope.first_step.format(step=step)


class HopesScreen(Screen):
    """Lists hopes, and leads to each. It may stay empty."""

    place = Place.GROWING

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._list = stack()
        self._by_topic = ByTopic(host, "hope/topic", lambda: fill(self._list, *self._listed()))

    @property
    def title(self) -> str:
        """The heading."""
        return words.support_hope.list_title

    def content(self) -> ft.Control:
        """Lay out the list."""
        said, known = words.support_hope, self.host.session.hopes.of(*HopeState)
        add = button.main_button(said.add_one, lambda: self.host.go(f"{HOPES}/new"), icon=ft.Icons.ADD)
        narrow = self._by_topic.laid_out(one.topics for one in known)
        self._list.controls = self._listed()
        intro = quiet(said.list_intro) if known else body(said.list_empty)
        return stack(intro, *narrow, *([self._list] if known else []), button.buttons(add))

    def leave(self) -> None:
        """Forget what the list was narrowed to."""
        self._by_topic.drop()

    def _listed(self) -> list[ft.Control]:
        groups = hopes(self.host.session, self._by_topic.holds)
        listed: list[ft.Control] = []
        for group in groups:
            listed += [heading(group.title)] if len(groups) > 1 else []
            listed.append(in_parts(group.lines, lambda line: row(self.host, line), words.support_map.more))
        return listed or self._by_topic.none()


def row(host: Host, line: Line) -> ft.Control:
    """A hope as a row that opens it."""
    called = words.support.open_one.format(name=line.name)
    known = [one for one in (line.about, line.step) if one]
    return button.onward_row(
        row_name(line.name),
        *map(quiet, known),
        press=lambda: host.go(f"/hope/{line.id}"),
        name=", ".join((called, *known)),
    )
