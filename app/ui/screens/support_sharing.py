"""Showing the map to someone: choose who is on it, see exactly what they will see, then save a picture or a PDF."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from functools import partial

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.support import Support
from app.exports.map_document import MapDocument, map_file_name, may_be_shown
from app.session import Session
from app.ui.screen import Host, Place, Screen
from app.ui.screens.not_printable import not_printable
from app.ui.theme import CORNER
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import announced, body, heading, quiet, subheading
from app.ui.widgets.waiting import waiting

_CHOSEN, _CALLED, _HIDDEN = "map_copy/chosen", "map_copy/called", "map_copy/names_hidden"


def chosen(host: Host) -> frozenset[Id]:
    """Who has been chosen and may still be: a draft, like words that are being typed. It starts empty."""
    marked = host.draft(_CHOSEN).split()
    return frozenset(one.id for one in may_be_shown(host.session.supports.all) if one.id in marked)


def copy_of(host: Host) -> MapDocument:
    """The copy as it is chosen now."""
    name = host.draft(_CALLED, host.session.about_me.shown.called)
    return host.session.map_copy(chosen(host), named=not host.draft(_HIDDEN), made_by=name.strip())


class MapSharingScreen(Screen):
    """Chooses who is on the copy. Who is marked only me is counted, never offered."""

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._choice, self._marks, self._below = stack(), stack(), stack()
        self._marking = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.map_sharing.title

    def content(self) -> ft.Control:
        """Lay out the choice, and who may be chosen at all."""
        if not self._on_map:
            away = button.second_button(words.support.title, lambda: self.host.go("/supports"))
            return stack(body(words.map_sharing.empty), button.buttons(away))
        self._choice.controls, self._marks.controls = self._offered(), self._marked()
        return stack(self._choice, self._marks)

    @property
    def _on_map(self) -> list[Support]:
        return [one for one in self.host.session.supports.all if one.on_map]

    def _offered(self) -> list[ft.Control]:
        said, taken = words.map_sharing, chosen(self.host)
        offered = may_be_shown(self.host.session.supports.all)
        if not offered:
            return [body(said.nobody)]
        everyone = len(taken) == len(offered)
        all_or_none = button.second_button(
            said.take_none if everyone else said.take_all,
            lambda: self._take([] if everyone else [one.id for one in offered]),
        )
        back = len(self._on_map) - len(offered)
        ticks = [choice.check(one.name, one.id in taken, partial(self._tick, one.id)) for one in offered]
        self._below.controls = [self._onward()]
        return [
            body(said.intro),
            button.buttons(all_or_none),
            card(*ticks, *([quiet(said.stay_back(back))] if back else []), spacing=4),
            choice.yes_or_no(said.hide_names, bool(self.host.draft(_HIDDEN)), self._hide_names),
            quiet(said.hide_names_help),
            draft_field(self.host, _CALLED, words.export.called, self.host.session.about_me.shown.called),
            quiet(words.export.called_help),
            self._below,
        ]

    def _marked(self) -> list[ft.Control]:
        """The mark of each: who has it not is never offered."""
        said = words.map_sharing
        text = said.hide_marks if self._marking else said.marks
        door = button.line_button(text, self._turn_marks, icon=ft.Icons.LOCK_OPEN)
        switches = [
            choice.yes_or_no(
                one.name,
                one.share is Share.MAY_BE_SHARED,
                partial(self._mark, one),
                name=said.mark.format(name=one.name),
            )
            for one in self._on_map
        ]
        return [door, *([card(*switches, spacing=4)] if self._marking else [])]

    def _turn_marks(self) -> None:
        self._marking = not self._marking
        fill(self._marks, *self._marked())

    def _mark(self, support: Support, on: bool) -> bool:
        share = Share.MAY_BE_SHARED if on else Share.ONLY_ME
        verbs = self.host.session.supports
        kept = self.host.attempt(lambda: verbs.change(support, share=share)) is not None
        fill(self._choice, *self._offered())
        return kept

    def _onward(self) -> ft.Control:
        return button.buttons(
            button.main_button(words.map_sharing.preview, self._preview, icon=ft.Icons.VISIBILITY_OUTLINED)
        )

    def _tick(self, one: Id, on: bool) -> None:
        now = chosen(self.host)
        self.host.keep_draft(_CHOSEN, " ".join(sorted(now | {one} if on else now - {one})))

    def _take(self, ids: Iterable[Id]) -> None:
        self.host.keep_draft(_CHOSEN, " ".join(ids))
        fill(self._choice, *self._offered())

    def _hide_names(self, on: bool) -> None:
        self.host.keep_draft(_HIDDEN, "yes" if on else "")

    def _preview(self) -> None:
        if chosen(self.host):
            self.host.go("/supports/map/share/preview")
        else:
            fill(self._below, announced(words.map_sharing.choose_first), self._onward())


class MapPreviewScreen(Screen):
    """Shows the picture itself and the words of the PDF, and how many are left out and why; then makes either."""

    place = Place.SUPPORTS

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._below, self._picture = stack(), stack()
        self._given = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.map_sharing.shown

    def content(self) -> ft.Control:
        """Lay out the copy and what it leaves out."""
        document = copy_of(self.host)
        if document.is_empty:
            return stack(body(words.export.nothing_chosen))
        self._below.controls = self._onward(document)
        self._picture.controls = [waiting(words.map_sharing.making)]
        self.host.run(lambda: self._draw(document))
        return stack(
            self._picture,
            heading(words.map_sharing.same_in_words),
            _in_words(document),
            heading(words.map_sharing.left_out),
            card(*map(body, left_out(self.host.session, chosen(self.host)))),
            card(*not_printable(document.in_words, also_as_text=False), *map(body, words.map_sharing.never)),
            self._below,
        )

    async def _draw(self, document: MapDocument) -> None:
        session = self.host.session
        picture = await asyncio.to_thread(session.map_png, document)
        if self.host.unlocked:
            seen = ft.Image(
                src=picture, border_radius=CORNER, fit=ft.BoxFit.CONTAIN, exclude_from_semantics=True
            )
            told = words.map_sharing.told(len(document.shapes))
            fill(self._picture, ft.Semantics(content=seen, label=told, image=True, container=True))

    def leave(self) -> None:
        """Once a copy was given, the choice for the next one starts empty."""
        if self._given:
            self.host.session.drafts.drop(_CHOSEN, _CALLED, _HIDDEN)

    # ------------------------------------------------------------ making it

    def _onward(self, document: MapDocument) -> list[ft.Control]:
        said, session = words.map_sharing, self.host.session

        def save(make: Callable[[MapDocument], bytes], ending: str) -> Callable[[], Awaitable[None]]:
            return lambda: self._save(document, make, ending)

        return [
            button.buttons(
                button.main_button(
                    said.save_page, save(session.map_pdf, "pdf"), icon=ft.Icons.PICTURE_AS_PDF_OUTLINED
                ),
                button.second_button(
                    said.save_picture, save(session.map_png, "png"), icon=ft.Icons.IMAGE_OUTLINED
                ),
            )
        ]

    async def _save(self, document: MapDocument, make: Callable[[MapDocument], bytes], ending: str) -> None:
        fill(self._below, waiting(words.map_sharing.making))
        said = words.export.not_saved
        try:
            content = await asyncio.to_thread(make, document)
            if not self.host.unlocked:
                return  # locked while it was being made: nothing of it may be offered now
            name = map_file_name(document.in_words.shown_on, ending)
            saved = await self.host.save_file(name, content)
            said = words.export.saved if saved else words.export.not_given
            self._given = self._given or saved
        except (OSError, RuntimeError):
            pass  # RuntimeError is how Flet tells of a dialog that failed
        fill(self._below, announced(said), *self._onward(document))


def left_out(session: Session, taken: Iterable[Id]) -> tuple[str, ...]:
    """How many supports stay back, and why."""
    said, everyone, known = words.map_sharing, session.supports.all, frozenset(taken)

    def only_me(one: Support) -> bool:
        return one.on_map and one.share is Share.ONLY_ME

    counts = (
        (said.only_me, sum(map(only_me, everyone))),
        (said.not_chosen, sum(one.id not in known for one in may_be_shown(everyone))),
        (said.resting, sum(not one.on_map for one in everyone)),
    )
    return tuple(sentence(count) for sentence, count in counts if count) or (said.nobody_back,)


def _in_words(document: MapDocument) -> ft.Control:
    """What stands beside the map in the PDF, as it will be read."""
    lines: list[ft.Control] = []
    for part in document.in_words.parts:
        lines.append(subheading(part.heading))
        lines += [body(line.text) for group in part.groups for line in group.lines]
    said = document.in_words
    lines += [quiet(line) for line in (said.made_by, said.dated, said.closing) if line]
    paper = card(*lines)
    paper.bgcolor, paper.border = ft.Colors.SURFACE, ft.Border.all(1, ft.Colors.OUTLINE)
    return paper
