"""What helps, as a list: what is at hand first, found by a word or by what fits now."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

import flet as ft

from app import words
from app.domain.check_in import Energy
from app.domain.coping_tool import CopingTool, Fitting, Takes, WhereOk
from app.domain.history import plain
from app.domain.own_word import WordKind
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.kept_by_topic import ByTopic
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.coping_tool_said import said_of
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import body, heading, quiet, row_name, subheading
from app.words.said import Choices

E = TypeVar("E", bound=StrEnum)

FIND_FROM = 8
"""From so many on they can be found by a word and by what fits."""

_KEY = "coping_tools/"
_FIND, _TAKES, _WHERE, _ENERGY, _FEELING, _AWAY = (
    f"{_KEY}{name}" for name in ("find", "takes", "where", "energy", "feeling", "away")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One that helps, in the list."""

    id: str
    name: str
    about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the list shows of what was looked for: what is at hand, what else helps, and what is put away."""

    at_hand: tuple[Line, ...]
    more: tuple[Line, ...]
    away: tuple[Line, ...]


def tools(session: Session, fitting: Fitting, typed: str, topic: str = "") -> Tools:
    """Gather what the list shows. All letters that are typed must stand in the name or a step."""
    found = [
        one
        for one in session.coping_tools.all
        if fitting.holds(one)
        and (not topic or topic in one.topics)
        and plain(typed.strip()) in plain("\n".join((one.name, *one.steps)))
    ]
    pinned = session.coping_tools.pinned
    return Tools(
        at_hand=_lines(one for one in pinned if one in found),
        more=_lines(one for one in found if one not in pinned and not one.put_away),
        away=_lines(one for one in found if one.put_away),
    )


def _lines(some: Iterable[CopingTool]) -> tuple[Line, ...]:
    return tuple(Line(id=one.id, name=one.name, about=" · ".join(said_of(one))) for one in some)


class CopingToolsScreen(Screen):
    """Lists what helps, and adds to it."""

    place = Place.GROWING

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._found = stack()
        self._by_topic = ByTopic(host, f"{_KEY}topic", self._again)

    @property
    def title(self) -> str:
        """The heading."""
        return words.coping_tool.title

    def content(self) -> ft.Control:
        """Lay out the list."""
        said, known = words.coping_tool, self.host.session.coping_tools.all
        add = button.buttons(
            button.main_button(said.add, lambda: self.host.go("/tool/new"), icon=ft.Icons.ADD)
        )
        if not known:
            return stack(body(said.empty), add)
        self._found.controls = self._listed()
        narrow = self._by_topic.laid_out(one.topics for one in known)
        return stack(quiet(said.intro), add, *self._finding(known), *narrow, self._found)

    def leave(self) -> None:
        """Forget what was looked for."""
        self.host.session.drafts.drop(_KEY)

    # ------------------------------------------------------------ the list

    def _listed(self) -> list[ft.Control]:
        said, topic = words.coping_tool, self._by_topic.topic
        shown = tools(self.host.session, self._fitting, self.host.draft(_FIND), topic)
        groups: list[ft.Control] = []
        if shown.at_hand:
            groups += [heading(said.at_hand), stack(*map(self._row, shown.at_hand), spacing=INSIDE)]
        if shown.more:
            groups += [heading(said.more)] if shown.at_hand else []
            groups.append(in_parts(shown.more, self._row, said.show_more))
        if not groups and topic:
            groups += self._by_topic.none()
        elif not groups and (self.host.draft(_FIND).strip() or self._fitting != Fitting()):
            groups.append(quiet(said.none_found if self._fitting == Fitting() else said.none_fits))
        return [*groups, *self._away(shown.away)]

    def _away(self, lines: tuple[Line, ...]) -> list[ft.Control]:
        said = words.coping_tool
        if not lines:
            return []
        if self.host.draft(_AWAY):
            return [heading(said.put_away_title), in_parts(lines, self._row, said.show_more)]

        def show() -> None:
            self.host.keep_draft(_AWAY, "shown")
            self._again()

        return [button.line_button(said.show_away(len(lines)), show, icon=ft.Icons.EXPAND_MORE)]

    def _row(self, line: Line) -> ft.Control:
        about = [quiet(line.about)] if line.about else []
        called = words.coping_tool.open_one.format(name=line.name)
        return button.onward_row(
            row_name(line.name),
            *about,
            press=lambda: self.host.go(f"/tool/{line.id}"),
            name=f"{called}, {line.about}" if line.about else called,
        )

    def _again(self) -> None:
        fill(self._found, *self._listed())

    # ------------------------------------------------------------ finding

    @property
    def _fitting(self) -> Fitting:
        def chosen(key: str, kind: type[E]) -> E | None:
            kept = self.host.draft(key)
            return kind(kept) if kept in set(kind) else None

        return Fitting(
            takes=chosen(_TAKES, Takes),
            where=chosen(_WHERE, WhereOk),
            energy=chosen(_ENERGY, Energy),
            feeling=self.host.draft(_FEELING) or None,
        )

    def _finding(self, known: tuple[CopingTool, ...]) -> list[ft.Control]:
        """Fields that find, where there are many; of each question only what some of them say."""
        if len(known) < FIND_FROM:
            return []
        find = draft_field(self.host, _FIND, words.coping_tool.find, typed=self._again)
        place = stack(spacing=INSIDE)
        fit = button.line_button(
            words.coping_tool.fitting,
            lambda: fill(place, self._fits(known)),
            icon=ft.Icons.EXPAND_MORE,
        )
        place.controls = [self._fits(known) if self._fitting != Fitting() else fit]
        return [find, place] if self._questions(known) else [find]

    def _questions(self, known: tuple[CopingTool, ...]) -> list[tuple[str, str, list[tuple[str, str]]]]:
        """What can be asked: its draft, its title, and the answers that can narrow."""
        said, called = words.coping_tool, self.host.session.vocabulary

        def of(kind: type[StrEnum], texts: Choices, left_out: StrEnum) -> list[tuple[str, str]]:
            return [(one.value, texts[one]) for one in kind if one is not left_out]

        felt = {key: called.word(WordKind.FEELING, key) for tool in known for key in tool.good_for}
        asked = (
            (_TAKES, said.time_there, of(Takes, said.times, Takes.LONGER), any(one.takes for one in known)),
            (
                _WHERE,
                said.place_there,
                of(WhereOk, said.wheres, WhereOk.ANYWHERE),
                any(one.where_ok for one in known),
            ),
            (
                _ENERGY,
                said.energy_there,
                of(Energy, said.energies, Energy.HIGH),
                any(one.energy_needed for one in known),
            ),
            (
                _FEELING,
                said.feeling_there,
                sorted(felt.items(), key=lambda one: one[1].casefold()),
                bool(felt),
            ),
        )
        return [(key, title, options) for key, title, options, useful in asked if useful]

    def _fits(self, known: tuple[CopingTool, ...]) -> ft.Control:
        said = words.coping_tool
        groups = [
            stack(
                subheading(title),
                choice.one_of(
                    title,
                    [*options, ("", said.any[key.removeprefix(_KEY)])],
                    self.host.draft(key),
                    self._into(key),
                ),
                spacing=INSIDE,
            )
            for key, title, options in self._questions(known)
        ]
        return card(quiet(said.fitting_help), *groups, spacing=BETWEEN)

    def _into(self, key: str) -> Callable[[str], None]:
        def chosen(value: str) -> None:
            self.host.keep_draft(key, value)
            self._again()

        return chosen
