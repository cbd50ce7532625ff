"""The plan as codes on paper: a short series, each with its place below it, six on a page. Made in memory."""

from io import BytesIO

from app import words
from app.exports.document import PlanDocument
from app.exports.layout import Role
from app.exports.line import Span, broken
from app.exports.page import MARGIN_SIDES, MARGIN_TOP, Paper
from app.exports.pdf import BASELINE, Drawing
from app.exports.qr import MOST_CODES, Piece, TooLong, png, series
from app.exports.text import plan_text

_COLUMNS, _ROWS = 2, 3
_SIDE = 172.0
"""How wide and high a code is with the white around it, in points: 60 millimetres."""
_TITLE, _BODY, _CAPTION = 16.0, 12.0, 14.0


def plan_series(document: PlanDocument) -> tuple[Piece, ...]:
    """Return the plain text of a copy in pieces for codes, however many they are."""
    return series(plan_text(document).decode("utf-8"))


def codes_pdf(document: PlanDocument, paper: Paper = Paper.A4) -> bytes:
    """Return the copy as a PDF of codes; TooLong where it takes more than ``MOST_CODES``.

    A reader aloud is told what each code holds.
    """
    pieces = plan_series(document)
    if len(pieces) > MOST_CODES:
        raise TooLong
    return _CodesDrawing(document, paper, pieces).drawn()


class _CodesDrawing(Drawing):
    """One PDF being drawn: codes in place of the words."""

    def __init__(self, document: PlanDocument, paper: Paper, pieces: tuple[Piece, ...]) -> None:
        super().__init__(document, paper)
        self._pieces = pieces

    def drawn(self) -> bytes:
        """Draw every page and return the file."""
        a_page = _COLUMNS * _ROWS
        for start in range(0, len(self._pieces), a_page):
            self._pdf.add_page()
            top = MARGIN_TOP
            if start == 0:
                top = self._text(self._document.title, _TITLE, top, Role.TITLE)
                top = self._text(words.qr.on_paper, _BODY, top + 4, Role.TEXT)
            for place, piece in enumerate(self._pieces[start : start + a_page]):
                self._code(piece, top + 8, place)
        return bytes(self._pdf.output())

    def _text(self, said: str, size: float, top: float, role: Role) -> float:
        """Set lines of ours and return where the next may start."""
        with self._tagged(role):
            for line in broken(
                [Span(text=said, size=size, bold=role is Role.TITLE)], self._width - 2 * MARGIN_SIDES
            ):
                self._line(line, MARGIN_SIDES, top + size * 1.3 * BASELINE)
                top += size * 1.3
        return top

    def _code(self, piece: Piece, top: float, place: int) -> None:
        room = self._width - 2 * MARGIN_SIDES
        left = MARGIN_SIDES + room / _COLUMNS * (place % _COLUMNS + 0.5) - _SIDE / 2
        top += (_SIDE + 34) * (place // _COLUMNS)
        with self._told(f"{piece.nth}: {piece.text}"):
            self._pdf.image(BytesIO(png(piece.content)), x=left, y=top, w=_SIDE, h=_SIDE)
        with self._tagged(Role.TEXT):
            (caption,) = broken([Span(text=piece.nth, size=_CAPTION, bold=True)], _SIDE)[:1]
            wide = sum(run.width for run in caption)
            self._line(caption, left + (_SIDE - wide) / 2, top + _SIDE + _CAPTION * 0.6)
