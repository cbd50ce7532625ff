"""My peer support page: choose what stands on it under each of its four headings, and see who has a copy."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.peer_page import PageContent, PageCopy, PageHeading, may_be_shown
from app.exports.document import mark_of
from app.session import Session
from app.ui.screen import ABOUT_ME, HELPFUL, HOPES, PEER_PAGE, TOOLS, Host, Place, Screen
from app.ui.screens.kept_kind import opening
from app.ui.screens.learning import LEARNING
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import announced, body, heading, quiet, subheading

_COPIES_AT_FIRST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to choose, as it is called, and its key."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What may be chosen under a heading, and how many things stay back whatever is chosen.

    ``doors`` lead to where those are marked: the path and the name of each page.
    """

    heading: PageHeading
    rows: tuple[Row, ...]
    back: int
    doors: tuple[tuple[str, str], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """What one press on the whole heading chooses."""
        return tuple(row.key for row in self.rows)


def sections(content: PageContent) -> tuple[Section, ...]:
    """Gather the four headings, in reading order. What may not be shown is counted, never named."""
    shown = may_be_shown(content)
    names = dict(_names(shown))
    return tuple(
        Section(
            heading=one,
            rows=tuple(Row(key=key, name=names[key]) for key in shown.keys(one)),
            back=len(content.keys(one)) - len(shown.keys(one)),
            doors=tuple(_doors(content, shown, one)),
        )
        for one in PageHeading
    )


def _doors(content: PageContent, shown: PageContent, under: PageHeading) -> Iterator[tuple[str, str]]:
    """The pages of those kinds of which something stays back."""
    kinds = (
        (PageHeading.RECEIVED, content.received, shown.received, "/supports", words.support),
        (PageHeading.HELPFUL, content.helpful, shown.helpful, HELPFUL, words.helpful_thing),
        (PageHeading.HELPFUL, content.about_parts, shown.about_parts, ABOUT_ME, words.about_me),
        (PageHeading.HELPFUL, content.tools, shown.tools, TOOLS, words.coping_tool),
        (PageHeading.HELPFUL, content.learnings, shown.learnings, LEARNING.listed, words.learning),
    )
    for place, every, some, path, said in kinds:
        if place is under and len(some) < len(every):
            yield path, said.title
    if under is PageHeading.HOPED_FOR and len(shown.hoped_for) < len(content.hoped_for):
        yield HOPES, words.support_hope.list_title


def _names(shown: PageContent) -> Iterator[tuple[str, str]]:
    for named in (shown.topics, shown.received, shown.tools, shown.hoped_for):
        yield from ((one.id, one.name.strip()) for one in named)
    for written in (shown.helpful, shown.learnings):
        yield from ((one.id, opening(one.text)) for one in written)
    yield from ((part, words.about_me.parts[part]) for part in shown.about_parts)


def copy_said(copy: PageCopy) -> str:
    """What a copy was made as, and when."""
    form, day = words.plan_copy.forms[copy.form], words.moment.day(copy.created_at.date())
    return words.peer_page.copy.format(form=form, day=day)


class PeerPageScreen(Screen):
    """Chooses under each heading. What is marked only me is counted, never offered."""

    place = Place.GROWING
    _CALLED = "peer_page/called"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._choice, self._below, self._copies = stack(), stack(), stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.peer_page.title

    @property
    def _session(self) -> Session:
        return self.host.session

    def content(self) -> ft.Control:
        """Lay out the four headings, the name, and the copies that were made."""
        self._choice.controls = self._offered()
        self._below.controls = [self._onward()]
        self._copies.controls = self._made()
        page = self._session.peer_page
        return stack(
            body(words.peer_page.intro),
            self._choice,
            heading(words.export.called),
            draft_field(self.host, self._CALLED, words.export.called, page.called, left=self.leave),
            quiet(words.export.called_help),
            self._below,
            self._copies,
        )

    # ------------------------------------------------------------ choosing

    def _offered(self) -> list[ft.Control]:
        taken = self._session.peer_page.chosen
        return [self._section(one, taken) for one in sections(self._session.peer_page.content)]

    def _section(self, section: Section, taken: frozenset[str]) -> ft.Control:
        said = words.peer_page
        name = said.headings[section.heading]
        lines: list[ft.Control] = [subheading(name)]
        if len(section.rows) > 1:
            whole = said.whole.format(heading=name)
            take = partial(self._take, section.keys)
            lines.append(choice.check(whole, taken.issuperset(section.keys), take))
        if section.rows:
            lines.append(in_parts(section.rows, self._row, said.show_more, spacing=0))
        elif not section.back:
            lines.append(quiet(said.empty))
        if section.back:
            doors = (
                button.quiet_button(said.open_list.format(name=name), partial(self.host.go, path))
                for path, name in section.doors
            )
            lines += [quiet(said.stay_back(section.back)), button.buttons(*doors)]
        return card(*lines, spacing=4)

    def _row(self, row: Row) -> ft.Control:
        on = row.key in self._session.peer_page.chosen
        return choice.check(row.name, on, partial(self._tick, row.key))

    def _tick(self, key: str, on: bool) -> bool:
        """Choose one thing or not; the box that was pressed shows it already."""
        return self._choose((key,), on)

    def _take(self, keys: Collection[str], on: bool) -> None:
        self._choose(keys, on)
        fill(self._choice, *self._offered())

    def _choose(self, keys: Collection[str], on: bool) -> bool:
        verb = self._session.peer_page.choose
        kept = self.host.attempt(lambda: verb(keys, on=on)) is not None
        fill(self._copies, *self._made())
        return kept

    def _onward(self) -> ft.Control:
        see = button.main_button(words.peer_page.see, self._preview, icon=ft.Icons.VISIBILITY_OUTLINED)
        return button.buttons(see)

    def _preview(self) -> None:
        self.leave()
        if self._session.peer_page.chosen:
            self.host.go(f"{PEER_PAGE}/preview")
        else:
            fill(self._below, announced(words.peer_page.choose_first), self._onward())

    # ------------------------------------------------------------ the name on the page

    def leave(self) -> None:
        """Save the name that was being typed."""
        page = self._session.peer_page
        text = self.host.draft(self._CALLED, page.called)
        if text == page.called or self._keep_called(text):
            self._session.drafts.drop(self._CALLED)

    def _keep_called(self, text: str) -> bool:
        verb = self._session.peer_page.change
        try:
            return self.host.attempt(lambda: verb(called=text.strip())) is not None
        except DomainError:
            self.host.say(words.shell.too_long)
            return False

    # ------------------------------------------------------------ who has a copy

    def _made(self) -> list[ft.Control]:
        page = self._session.peer_page
        if not page.copies:
            return []
        mark = mark_of(page.document())
        listed = in_parts(
            page.copies, partial(self._copy, mark), words.peer_page.show_more, part=_COPIES_AT_FIRST
        )
        return [heading(words.peer_page.copies), listed]

    def _copy(self, mark: str, copy: PageCopy) -> ft.Control:
        said, what = words.peer_page, copy_said(copy)
        someone = [body(said.for_someone.format(name=copy.given_to))] if copy.given_to else []
        state = said.current if copy.mark == mark else said.changed
        out = button.icon_button(
            ft.Icons.DELETE_OUTLINE, said.take_out.format(copy=what), partial(self._forget, copy)
        )
        told = ft.Column([*someone, quiet(what), quiet(state)], spacing=0, expand=True)
        return card(ft.Row([told, out]))

    def _forget(self, copy: PageCopy) -> None:
        undo = self.host.attempt(lambda: self._session.peer_page.forget(copy))
        if undo is None:
            return
        fill(self._copies, *self._made())

        def put_back() -> None:
            undo()
            fill(self._copies, *self._made())

        self.host.say(words.peer_page.forgotten, put_back)
