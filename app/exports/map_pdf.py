"""A copy of the map as a PDF: the map and what its marks mean on one page, and the same in words on those after it."""

from app import words
from app.domain.map_figure import Figure, Tone, painted
from app.domain.map_mark import DASHES
from app.exports.layout import Role
from app.exports.line import Span, broken
from app.exports.map_document import MapDocument
from app.exports.map_legend import HIGH, WIDE, legend_rows
from app.exports.map_picture import Label, Picture, picture_of
from app.exports.map_png import TONES
from app.exports.page import MARGIN_SIDES, MARGIN_TOP, Paper
from app.exports.pdf import BASELINE, Drawing

_TITLE, _PHRASE = 22.0, 11.0
_COLUMNS = 3
_ROW = 20.0
_SMALL = 0.6
"""How large marks are in the legend."""


def map_pdf(document: MapDocument, paper: Paper = Paper.A4) -> bytes:
    """Return the copy as a PDF, the same bytes for the same document; nothing is written anywhere.

    A reader aloud is told that there is a map, what its marks mean, and all of it in words.
    """
    return _MapDrawing(document, paper).drawn()


class _MapDrawing(Drawing):
    """One PDF being drawn: a page with the map before those with the words."""

    def __init__(self, document: MapDocument, paper: Paper) -> None:
        super().__init__(document.in_words, paper, before=1)
        self._map = document

    def drawn(self) -> bytes:
        """Draw every page and return the file."""
        pdf, side = self._pdf, self._width - 2 * MARGIN_SIDES + 60
        left, top = (self._width - side) / 2, MARGIN_TOP - 10
        pdf.add_page()
        with self._tagged(Role.TITLE):
            for line in broken([Span(text=self._map.title, size=_TITLE, bold=True)], side - 60):
                self._line(line, MARGIN_SIDES, top + _TITLE * BASELINE)
                top += _TITLE * 1.3
        with self._told(words.map_sharing.told(len(self._map.shapes))):
            self._picture(picture_of(self._map), left, top, side)
        self._legend(top + side + 8)
        self._page_foot(0)
        return super().drawn()

    def _picture(self, picture: Picture, left: float, top: float, side: float) -> None:
        scale = side / picture.side
        for figure in picture.figures:
            self._paint(figure, left, top, scale)
        for label in picture.labels:
            self._label(label, left, top, scale)
        self._ink(Tone.INK)

    def _legend(self, top: float) -> None:
        rows = list(legend_rows(on_paper=True))
        wide = (self._width - 2 * MARGIN_SIDES) / _COLUMNS
        tall = -(-len(rows) // _COLUMNS)
        for number, (figures, phrase) in enumerate(rows):
            left, down = MARGIN_SIDES + wide * (number // tall), top + _ROW * (number % tall)
            with self._untagged():
                for figure in figures:
                    self._paint(figure, left, down, _SMALL)
                self._ink(Tone.INK)
            with self._tagged(Role.TEXT):
                room = wide - WIDE * _SMALL - 8
                middle = down + HIGH * _SMALL / 2
                lines = broken([Span(text=phrase, size=_PHRASE)], room)
                for place, line in enumerate(lines):
                    high = middle + _PHRASE * (place - (len(lines) - 1) / 2 + 0.35)
                    self._line(line, left + WIDE * _SMALL + 4, high)

    def _label(self, label: Label, left: float, top: float, scale: float) -> None:
        self._ink(label.tone)
        first = label.y - label.high * len(label.lines) / 2
        for number, line in enumerate(label.lines):
            baseline = top + (first + label.high * (number + BASELINE)) * scale
            at = left + (label.x - sum(run.width for run in line) / 2) * scale
            self._line(line, at, baseline, scale)

    def _paint(self, figure: Figure, left: float, top: float, scale: float) -> None:
        for one in painted(figure, DASHES):
            points = [(left + x * scale, top + y * scale) for x, y in one.points]
            if one.width:
                self._pdf.set_draw_color(*TONES[one.tone])
                self._pdf.set_line_width(one.width * scale)
                self._pdf.polyline(points)
            else:
                self._ink(one.tone)
                self._pdf.polygon(points, style="F")

    def _ink(self, tone: Tone) -> None:
        self._pdf.set_fill_color(*TONES[tone])
        self._pdf.set_text_color(*TONES[tone])
        self._pdf.set_draw_color(*TONES[tone])
