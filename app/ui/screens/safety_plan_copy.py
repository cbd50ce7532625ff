"""Making a copy of the plan for someone: as what, locked with which words; and whether they have it."""

import asyncio
from functools import partial

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.plan_copy import Form, TrustedPeer
from app.exports.document import PlanDocument
from app.exports.pdf import UnusablePassphrase
from app.ui.screen import Host, Place
from app.ui.screens.giving_away import given, share_too
from app.ui.screens.lasting import LastingScreen
from app.ui.screens.not_printable import not_printable
from app.ui.screens.safety_plan_codes import are_few, codes_said
from app.ui.screens.safety_plan_has import they_have_it
from app.ui.screens.safety_plan_sharing import nobody
from app.ui.screens.shown_text import ShownTextScreen
from app.ui.widgets import button, choice
from app.ui.widgets.before_shown import before_shown
from app.ui.widgets.button import Press
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.lock_words import LockWords
from app.ui.widgets.text import announced, body, heading, quiet
from app.ui.widgets.waiting import waiting

_PRINTED = (Form.PDF, Form.LOCKED_PDF)


class PlanCopyScreen(LastingScreen):
    """Asks for the form, and for a locked one offers words. Then the platform's own dialog saves the file, or it is shown."""

    place = Place.PLAN

    def __init__(self, host: Host, peer: str) -> None:
        super().__init__(host)
        self._id = Id(peer)
        self._form = Form.LOCKED_PAGE
        self._lock = LockWords()
        self._about, self._below = stack(), stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.plan_copy.forms_title

    def _begin(self) -> list[ft.Control]:
        copies = self.host.session.plan_copies
        peer = copies.peer(self._id)
        if peer is None:
            return [nobody(self.host)]
        document = copies.document(peer)
        if document.is_empty:
            return [body(words.export.nothing_chosen)]
        said = words.plan_copy
        forms = [(form.value, said.forms[form]) for form in Form]
        self._about.controls = self._asked(document)
        self._below.controls = self._below_of(peer, document)
        return [
            choice.one_of(said.form, forms, self._form, partial(self._choose, peer, document)),
            self._about,
            self._below,
        ]

    def _choose(self, peer: TrustedPeer, document: PlanDocument, form: str) -> None:
        self._form = Form(form)
        fill(self._about, *self._asked(document))
        fill(self._below, *self._below_of(peer, document))

    def _below_of(self, peer: TrustedPeer, document: PlanDocument) -> list[ft.Control]:
        """What leads on: of a card its lines are chosen first."""
        if self._form is Form.CARD:
            choose = button.main_button(words.plan_copy.card_choose, self._to("card"))
            return [button.pile(choose)]
        return self._onward(peer, document)

    def _asked(self, document: PlanDocument) -> list[ft.Control]:
        """What is to be known of the form, and the words where it is a locked one."""
        said, form = words.plan_copy, self._form
        signs = not_printable(document, also_as_text=True) if form in _PRINTED else []
        about = [quiet(said.form_help[form])]
        if form is Form.SCREEN:
            return [*about, before_shown(self.host)]
        about += [body(codes_said(document))] if form is Form.CODES else []
        if not form.is_locked:
            return [*about, card(*signs, *map(body, words.export.not_locked))]
        exactly = [quiet(said.exactly)] if form is Form.LOCKED_PDF else []
        return [*about, *signs, self._lock.laid_out(), *exactly, quiet(said.for_ever)]

    def _to(self, page: str) -> Press:
        return lambda: self.host.go(f"/plan/share/{page}/{self._id}")

    # ------------------------------------------------------------ making it

    def _onward(self, peer: TrustedPeer, document: PlanDocument) -> list[ft.Control]:
        if self._form is Form.SCREEN:
            begin = partial(self._hand_over, peer, document)
            icon = ft.Icons.LOCK_OUTLINED
            return [button.pile(button.main_button(words.plan_copy.screen_begin, begin, icon=icon))]
        save = button.main_button(
            words.export.save, partial(self._save, peer, document), icon=ft.Icons.SAVE_ALT
        )
        if self._form is Form.CODES:
            show = button.second_button(words.qr.series_show, self._to("codes"), icon=ft.Icons.QR_CODE_2)
            return [button.pile(save, show)] if are_few(document) else []
        return [
            button.pile(
                save, *share_too(self.host, self._form, partial(self._save, peer, document, share=True))
            )
        ]

    def _hand_over(self, peer: TrustedPeer, document: PlanDocument) -> None:
        """Remember that it is shown, then lock: from there on the window holds the document alone."""
        copies = self.host.session.plan_copies
        if self.host.attempt(lambda: copies.record(peer, document, Form.SCREEN)) is not None:
            self.host.hand_over(
                partial(ShownTextScreen, document=document, called=words.plan_copy.screen_title)
            )

    async def _save(self, peer: TrustedPeer, document: PlanDocument, *, share: bool = False) -> None:
        form, passphrase = self._form, self._lock.text if self._form.is_locked else ""
        wrong = self._lock.wrong if form.is_locked else None
        if wrong:
            fill(self._below, announced(wrong), *self._onward(peer, document))
            return
        fill(self._below, waiting(words.plan_copy.making))
        said = words.export.not_saved
        copies = self.host.session.plan_copies
        try:
            content = await asyncio.to_thread(copies.made, document, form, passphrase)
            if self._left or not self.host.unlocked:
                return  # locked or left while it was being made: nothing of it may be offered now
            if await given(self.host, copies.file_name(document, form), content, share=share):
                self._saved(peer, document, form, share=share)
                return
            said = words.export.not_given
        except UnusablePassphrase:
            said = words.plan_copy.unusable
        except (OSError, RuntimeError):
            pass  # RuntimeError is how Flet tells of a dialog that failed
        fill(self._below, announced(said), *self._onward(peer, document))

    def _saved(self, peer: TrustedPeer, document: PlanDocument, form: Form, *, share: bool) -> None:
        """Say that it is saved and what to do with it. From here another copy is another way through."""
        said, copies = words.plan_copy, self.host.session.plan_copies
        name = copies.name_of(peer)
        told = said.saved_locked.format(name=name) if form.is_locked else said.saved.format(name=name)
        told = words.export.shared if share else told
        opens = [heading(said.lock_title), self._lock.shown(), body(said.lock_help)] if form.is_locked else []
        copy = self.host.attempt(lambda: copies.record(peer, document, form))
        has = [] if copy is None else [they_have_it(self.host, copy, name)]
        done = button.main_button(said.done, lambda: self.host.go(f"/plan/share/{self._id}"))
        self._fill(announced(told), *opens, *has, button.pile(done))
