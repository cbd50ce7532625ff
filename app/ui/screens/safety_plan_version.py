"""One earlier version of the plan: what has changed since, what it says, and the way back to it."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.plan_version import Differences, LineDifference, PartDifference, PlanVersion
from app.domain.safety_plan import PlanItem
from app.exports.document import heading_of
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.safety_plan_about import kept_on
from app.ui.screens.safety_plan_reading import Reading, laid_out, reading
from app.ui.widgets import button
from app.ui.widgets.card import card, stack
from app.ui.widgets.item import shown_items
from app.ui.widgets.text import body, heading, own_words, quiet, subheading


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A part, or the sentence that matters most, and what has changed in it, a line each."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the screen shows of a version."""

    number: int
    next: int
    kept_on: str
    changed: tuple[Changed, ...]
    reading: Reading


def shown(session: Session, version: PlanVersion) -> Shown:
    """Gather what the screen shows."""
    return Shown(
        number=version.plan.version,
        next=session.safety_plan.plan.version,
        kept_on=kept_on(version.created_at),
        changed=changed(session.plan_versions.since(version), session),
        reading=reading(version.plan, session),
    )


def changed(found: Differences, session: Session) -> tuple[Changed, ...]:
    """Differences in words: what is new, what is gone, and what was said before."""
    said = words.plan_version
    out = []
    if found.one_line is not None:
        was, now = (sentence or said.no_sentence for sentence in found.one_line)
        lines = said.was_line.format(text=was), said.is_line.format(text=now)
        out.append(Changed(heading=words.safety_plan.one_line, lines=lines))
    return (*out, *(_part(part, session) for part in found.parts))


def _part(part: PartDifference, session: Session) -> Changed:
    said = words.plan_version
    lines = [said.renamed.format(text=heading_of(part.renamed))] if part.renamed else []
    for line in part.lines:
        lines += _line(line, session)
    return Changed(heading=heading_of(part.part), lines=tuple(lines))


def _line(line: LineDifference, session: Session) -> list[str]:
    said = words.plan_version

    def text(item: PlanItem) -> str:
        (one,) = shown_items([item], session)
        return one.name

    if line.before is None:
        return [said.new_line.format(text=text(line.after))] if line.after else []
    if line.after is None:
        return [said.gone_line.format(text=text(line.before))]
    return [said.was_line.format(text=text(line.before)), said.is_line.format(text=text(line.after))]


class PlanVersionScreen(Screen):
    """Reads one earlier version, and can go back to it."""

    place = Place.PLAN

    def __init__(self, host: Host, version: str) -> None:
        super().__init__(host)
        self._id = Id(version)

    @property
    def _version(self) -> PlanVersion | None:
        return self.host.session.plan_versions.one(self._id)

    @property
    def title(self) -> str:
        """The heading."""
        version = self._version
        said = words.plan_version
        return said.earlier.format(n=version.plan.version) if version else said.title

    def content(self) -> ft.Control:
        """Lay out the version."""
        version, said = self._version, words.plan_version
        if version is None:
            return stack(body(words.shell.not_found), button.second_button(said.title, self._away))
        now = shown(self.host.session, version)
        read = laid_out(self.host, now.reading)
        return stack(
            quiet(now.kept_on),
            heading(said.since),
            *([_told(one) for one in now.changed] or [body(said.same)]),
            *([self._back_button(now)] if now.changed else []),
            heading(said.read),
            *(read or [body(words.plan_writing.nothing_to_read)]),
            button.buttons(button.erase_button(said.delete, lambda: self._delete(version))),
        )

    def _back_button(self, now: Shown) -> ft.Control:
        said = words.plan_version
        back = button.second_button(said.bring_back, self._bring_back, icon=ft.Icons.HISTORY)
        return stack(button.buttons(back), quiet(said.bring_back_help.format(n=now.next)), spacing=4)

    def _away(self) -> None:
        self.host.go("/plan/about")

    def _bring_back(self) -> None:
        version = self._version
        if version is not None:
            said = words.plan_version.brought_back.format(n=version.plan.version)
            self._then(lambda: self.host.session.plan_versions.bring_back(version), said)

    def _delete(self, version: PlanVersion) -> None:
        self._then(lambda: self.host.session.plan_versions.remove(version), words.plan_version.deleted)

    def _then(self, verb: Callable[[], Callable[[], None]], said: str) -> None:
        undo = self.host.attempt(verb)
        if undo is not None:
            self._away()
            self.host.say(said, undo)


def _told(one: Changed) -> ft.Control:
    return card(subheading(one.heading), *map(own_words, one.lines))
