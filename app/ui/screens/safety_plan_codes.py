"""The plan as codes on this screen, one after the other, for a phone camera; and whether they are few enough."""

import flet as ft

from app import words
from app.domain.ids import Id
from app.exports.codes_pdf import plan_series
from app.exports.document import PlanDocument
from app.exports.qr import MOST_CODES, Piece
from app.ui.screen import Host, Place
from app.ui.screens.lasting import LastingScreen
from app.ui.screens.safety_plan_sharing import nobody
from app.ui.widgets import button
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.qr_code import qr_code
from app.ui.widgets.text import announced, body, own_words, subheading


def are_few(document: PlanDocument) -> bool:
    """Whether the codes of a copy are not more than a person will scan."""
    return len(plan_series(document)) <= MOST_CODES


def codes_said(document: PlanDocument) -> str:
    """How many codes a copy takes; where they are too many, what to do."""
    count = len(plan_series(document))
    if count > MOST_CODES:
        return words.qr.series_too_long.format(n=count, most=MOST_CODES)
    return words.qr.series_count(count)


class PlanCodesScreen(LastingScreen):
    """Shows one code at a time, with its place in the series and the words that it holds."""

    place = Place.PLAN

    def __init__(self, host: Host, peer: str) -> None:
        super().__init__(host)
        self._peer = Id(peer)
        self._at = 0
        self._shown = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.qr.series_title

    def _begin(self) -> list[ft.Control]:
        copies = self.host.session.plan_copies
        peer = copies.peer(self._peer)
        if peer is None:
            return [nobody(self.host)]
        document = copies.document(peer)
        if document.is_empty:
            return [body(words.export.nothing_chosen)]
        if not are_few(document):
            return [body(codes_said(document))]
        pieces = plan_series(document)
        self._shown.controls = self._code(pieces)
        return [body(words.qr.series_scan), self._shown, card(*map(body, words.export.not_locked))]

    def _code(self, pieces: tuple[Piece, ...]) -> list[ft.Control]:
        said, piece = words.qr, pieces[self._at]
        moves = []
        if self._at > 0:
            moves.append(button.second_button(said.moves["before"], lambda: self._show(pieces, -1)))
        if self._at < len(pieces) - 1:
            moves.append(button.main_button(said.moves["after"], lambda: self._show(pieces, 1)))
        return [
            qr_code(piece.content, piece.text),
            announced(piece.nth),
            button.buttons(*moves),
            subheading(said.series_holds),
            card(own_words(piece.text.strip())),
        ]

    def _show(self, pieces: tuple[Piece, ...], step: int) -> None:
        self._at += step
        fill(self._shown, *self._code(pieces))
