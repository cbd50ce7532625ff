"""The plan on a wallet card: one sheet to cut out and to fold twice, so that its four sides are those of a bank card."""

from app import words
from app.exports.card_layout import HIGH, MARGIN, SIDES, WIDE, CardRow, Rows, card_of
from app.exports.document import PlanDocument
from app.exports.layout import Role
from app.exports.line import Span, broken
from app.exports.page import MARGIN_SIDES, Paper
from app.exports.pdf import BASELINE, Drawing
from app.exports.qr import TooLong

_TOP = 150.0
"""From the upper edge of the paper to that of the card, in points. The whole sheet has room on A4 and on US letter."""
_BODY = 12.0
_MARK, _APART = 14.0, 4.0
_PLACES = ((1, 1), (1, 0), (0, 0), (0, 1))
"""Column and row of each side. The upper row stands on its head: folded back, it is the inside of the booklet."""


def card_pdf(document: PlanDocument, paper: Paper = Paper.A4) -> bytes:
    """Return the copy as a card on one sheet, the same bytes for the same document; nothing is written anywhere.

    TooLong where a line of it has no room: nothing is cut off.
    """
    card = card_of(document)
    if card.unfit:
        raise TooLong
    return _CardDrawing(document, paper).sheet(card.sides)


class _CardDrawing(Drawing):
    """One PDF being drawn: a card in place of pages."""

    def sheet(self, sides: tuple[Rows, ...]) -> bytes:
        """Draw the card with its marks and how to fold it, and return the file."""
        self._pdf.add_page()
        left = (self._width - 2 * WIDE) / 2
        for number, rows in enumerate(sides):
            column, row = _PLACES[number % SIDES]
            self._side(rows, left + column * WIDE, _TOP + row * HIGH, turned=row == 0)
        with self._untagged():
            self._marks_around(left)
        top = _TOP + 2 * HIGH + 40
        for said in words.export.card_folding:
            top = self._said(said, top)
        return bytes(self._pdf.output())

    def _side(self, rows: Rows, left: float, top: float, *, turned: bool) -> None:
        with self._pdf.rotation(180 if turned else 0, x=left + WIDE / 2, y=top + HIGH / 2):
            for row in rows:
                self._row(row, left + MARGIN + row.indent, top + MARGIN + row.top)

    def _row(self, row: CardRow, left: float, top: float) -> None:
        baseline = top + row.high * BASELINE
        if row.dot and row.line:
            size = row.line[0].size
            with self._untagged():
                self._pdf.circle(left - 4, baseline - size * 0.31, size * 0.13, style="F")
        with self._tagged(row.role):
            self._line(row.line, left, baseline)

    def _marks_around(self, left: float) -> None:
        """A solid line to cut along, dashed ones to fold along, and marks outside that show where they end."""
        pdf, right, foot = self._pdf, left + 2 * WIDE, _TOP + 2 * HIGH
        middle, across = left + WIDE, _TOP + HIGH
        pdf.set_line_width(0.6)
        pdf.rect(left, _TOP, 2 * WIDE, 2 * HIGH)
        for x in (left, right):
            for y, end in ((_TOP - _APART, _TOP - _MARK), (foot + _APART, foot + _MARK)):
                pdf.line(x, y, x, end)
        for y in (_TOP, foot):
            for x, end in ((left - _APART, left - _MARK), (right + _APART, right + _MARK)):
                pdf.line(x, y, end, y)
        pdf.set_dash_pattern(dash=4, gap=3)
        pdf.line(left - _MARK, across, right + _MARK, across)
        pdf.line(middle, _TOP - _MARK, middle, foot + _MARK)
        pdf.set_dash_pattern()

    def _said(self, said: str, top: float) -> float:
        with self._tagged(Role.TEXT):
            for line in broken([Span(text=said, size=_BODY)], self._width - 2 * MARGIN_SIDES):
                self._line(line, MARGIN_SIDES, top + _BODY * 1.3 * BASELINE)
                top += _BODY * 1.3
        return top + 4
