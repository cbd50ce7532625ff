"""Making a copy of the peer support page: as what, and for whom. Then the platform's own dialog saves the file."""

import asyncio
from functools import partial

import flet as ft

from app import words
from app.domain.kept import LONGEST_LINE
from app.domain.peer_page import FORMS
from app.domain.plan_copy import Form
from app.exports.document import PlanDocument
from app.ui.screen import PEER_PAGE, Host, Place
from app.ui.screens.giving_away import given, share_too
from app.ui.screens.lasting import LastingScreen
from app.ui.screens.not_printable import not_printable
from app.ui.screens.shown_text import ShownTextScreen
from app.ui.widgets import button, choice
from app.ui.widgets.before_shown import before_shown
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.text import announced, body, quiet
from app.ui.widgets.waiting import waiting


class PeerPageCopyScreen(LastingScreen):
    """Asks for the form, and says before it is made that a copy is not locked."""

    place = Place.GROWING
    _GIVEN_TO = "peer_page/given_to"

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._form = Form.PDF
        self._about, self._below = stack(), stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.peer_page.form_title

    def _begin(self) -> list[ft.Control]:
        document = self.host.session.peer_page.document()
        if document.is_empty:
            return [body(words.export.nothing_chosen)]
        said = words.peer_page
        forms = [(form.value, words.plan_copy.forms[form]) for form in FORMS]
        self._about.controls = self._asked(document)
        self._below.controls = [self._onward(document)]
        return [
            choice.one_of(words.plan_copy.form, forms, self._form, partial(self._choose, document)),
            self._about,
            draft_field(self.host, self._GIVEN_TO, said.given_to),
            quiet(said.given_to_help),
            self._below,
        ]

    def _choose(self, document: PlanDocument, form: str) -> None:
        self._form = Form(form)
        fill(self._about, *self._asked(document))
        fill(self._below, self._onward(document))

    def _asked(self, document: PlanDocument) -> list[ft.Control]:
        """What is to be known of the form before it is made."""
        if self._form is Form.SCREEN:
            return [quiet(words.plan_copy.form_help[self._form]), before_shown(self.host)]
        signs = not_printable(document, also_as_text=True) if self._form is Form.PDF else []
        return [
            quiet(words.plan_copy.form_help[self._form]),
            card(*signs, *map(body, words.export.not_locked)),
        ]

    def _onward(self, document: PlanDocument) -> ft.Control:
        if self._form is Form.SCREEN:
            begin, said = partial(self._hand_over, document), words.plan_copy.screen_begin
            return button.buttons(button.main_button(said, begin, icon=ft.Icons.LOCK_OUTLINED))
        save = partial(self._save, document)
        return button.pile(
            button.main_button(words.export.save, save, icon=ft.Icons.SAVE_ALT),
            *share_too(self.host, self._form, partial(save, share=True)),
        )

    def _hand_over(self, document: PlanDocument) -> None:
        """Remember that it is shown, then lock: from there on the window holds the document alone."""
        page, given_to = self.host.session.peer_page, self._given_to(document)
        if (
            given_to is None
            or self.host.attempt(lambda: page.record(document, Form.SCREEN, given_to)) is None
        ):
            return
        self.host.session.drafts.drop(self._GIVEN_TO)
        self.host.hand_over(partial(ShownTextScreen, document=document, called=words.peer_page.screen_title))

    def _given_to(self, document: PlanDocument) -> str | None:
        """For whom it is; None, and it was said why, where that is too long to keep."""
        given_to = self.host.draft(self._GIVEN_TO).strip()
        if len(given_to) <= LONGEST_LINE:
            return given_to
        fill(self._below, announced(words.shell.too_long), self._onward(document))
        return None

    async def _save(self, document: PlanDocument, *, share: bool = False) -> None:
        form, page, said = self._form, self.host.session.peer_page, words.export.not_saved
        given_to = self._given_to(document)
        if given_to is None:
            return
        fill(self._below, waiting(words.plan_copy.making))
        try:
            content = await asyncio.to_thread(page.made, document, form)
            if self._left or not self.host.unlocked:
                return  # locked or left while it was being made: nothing of it may be offered now
            if await given(self.host, page.file_name(document, form), content, share=share):
                self._saved(document, form, given_to, share=share)
                return
            said = words.export.not_given
        except (OSError, RuntimeError):
            pass  # RuntimeError is how Flet tells of a dialog that failed
        fill(self._below, announced(said), self._onward(document))

    def _saved(self, document: PlanDocument, form: Form, given_to: str, *, share: bool) -> None:
        """Say that it is saved, and remember for whom."""
        page = self.host.session.peer_page
        if self.host.attempt(lambda: page.record(document, form, given_to)) is not None:
            self.host.session.drafts.drop(self._GIVEN_TO)
        done = button.main_button(words.peer_page.done, partial(self.host.go, PEER_PAGE))
        said = words.export.shared if share else words.peer_page.saved
        self._fill(announced(said), button.buttons(done))
