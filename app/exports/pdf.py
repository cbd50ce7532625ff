"""The plan as one PDF, made in memory: large type, black on white, numbers whole, nothing in it but what is shown."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from app import words
from app.exports import direction, typeface
from app.exports.document import PlanDocument
from app.exports.layout import INDENT, SMALLEST, Role
from app.exports.line import Line, Run, Span, broken
from app.exports.page import MARGIN_FOOT, MARGIN_SIDES, Page, Paper, Placed, pages

BASELINE = 0.754
"""Where letters stand in the height of a row, so that small capitals beside large ones stand level."""

_BASELINE_OF_A_CELL = 0.8
"""Where the library puts it in a cell as high as its type."""


class UnusablePassphrase(ValueError):  # noqa: N818  # named for what happened, as all our errors are
    """A passphrase with signs that no PDF can be locked with (RFC 4013: invisible ones, or both directions at once)."""


def missing_characters(document: PlanDocument) -> str:
    """Return each character that no bundled font has, once, in reading order; the PDF names it in brackets instead."""
    return typeface.missing("\n".join(_texts(document)))


def plan_pdf(document: PlanDocument, paper: Paper = Paper.A4) -> bytes:
    """Return the copy as a PDF, the same bytes for the same document; nothing is written anywhere.

    Its properties hold a neutral title, its language and the day. It is tagged with headings and paragraphs, which
    is short of PDF/UA: see ``docs/decisions/plan-as-pdf.md``.
    """
    return Drawing(document, paper).drawn()


def locked_plan_pdf(document: PlanDocument, passphrase: str, paper: Paper = Paper.A4) -> bytes:
    """Return the copy as a PDF for which every viewer asks this passphrase. Its properties are locked, too.

    The lock is that of PDF 2.0 (AES-256, revision 6 of ISO 32000-2): other bytes each time, its key cheap to try, so
    that the passphrase must be hard to guess; and what is changed in the file is not noticed. UnusablePassphrase.
    """
    _require_usable(passphrase)
    drawing = Drawing(document, paper)
    drawing.lock(passphrase)
    return drawing.drawn()


def _require_usable(passphrase: str) -> None:
    """Lock an empty file: the library looks at a passphrase only when it writes, and would leave every font open."""
    from fpdf import FPDF  # noqa: PLC0415  # as below
    from fpdf.errors import FPDFException  # noqa: PLC0415  # as below

    pdf = FPDF()
    _lock(pdf, passphrase)
    try:
        pdf.output()
    except FPDFException:
        raise UnusablePassphrase from None  # the library's own sentence quotes it


def _lock(pdf: Any, passphrase: str) -> None:
    from fpdf.enums import EncryptionMethod  # noqa: PLC0415  # as below

    logging.getLogger("fpdf.encryption").setLevel(logging.WARNING)  # below that it quotes what it seals
    pdf.set_encryption(
        owner_password=passphrase,
        user_password=passphrase,
        encryption_method=EncryptionMethod.AES_256,
        encrypt_metadata=True,
    )


def _texts(document: PlanDocument) -> Iterator[str]:
    yield from (document.made_by, document.dated, document.one_line)
    for part in document.parts:
        yield part.heading
        for group in part.groups:
            for line in group.lines:
                yield line.text
                for tool in line.tools:
                    yield from (tool.name, *tool.steps)
                for support in line.supports:
                    yield support.name
                    yield from (way.value for way in support.ways)


class Drawing:
    """One PDF being drawn; all measures are points from the top left of the paper.

    ``before`` says how many pages come before those of the document.
    """

    def __init__(self, document: PlanDocument, paper: Paper, *, before: int = 0) -> None:
        from fpdf import FPDF, ViewerPreferences  # noqa: PLC0415  # a quarter of a second that a start can spare

        self._document, self._before = document, before
        self._width, self._height = paper.size
        self._pages = pages(document, paper)
        self._pdf = pdf = FPDF(unit="pt", format=paper.size)
        self._faces: set[typeface.Face] = set()
        pdf.set_auto_page_break(auto=False)
        pdf.c_margin = 0
        pdf.set_title(document.property_title or words.export.document_title)
        pdf.set_lang(document.language)
        day = document.shown_on
        pdf.set_creation_date(datetime(day.year, day.month, day.day, tzinfo=UTC))
        pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)

    def lock(self, passphrase: str) -> None:
        """Let nobody read the file without the passphrase. With it all may be done: print, copy, read aloud."""
        self._pdf.set_lang("")  # the library would leave it open, and a viewer would unlock it into nonsense
        _lock(self._pdf, passphrase)

    def drawn(self) -> bytes:
        """Draw every page and return the file."""
        for number, page in enumerate(self._pages, start=1):
            self._pdf.add_page()
            self._page(page)
            if len(self._pages) + self._before > 1:
                self._page_foot(number)
        return bytes(self._pdf.output())

    def _page(self, page: Page) -> None:
        for _, paragraph in groupby(page, key=lambda placed: placed.row.paragraph):
            rows = list(paragraph)
            if rows[0].row.again:
                with self._untagged():
                    self._lines(rows)
                continue
            self._marks(rows)
            if rows[0].row.role is Role.HEADING and len(self._pages) > 1:
                self._pdf.set_y(rows[0].top)
                self._pdf.start_section(" ".join(placed.row.text for placed in rows))
            with self._tagged(rows[0].row.role):
                self._lines(rows)

    def _lines(self, rows: list[Placed]) -> None:
        for placed in rows:
            self._line(placed.row.line, MARGIN_SIDES + placed.row.indent, _baseline(placed))

    def _page_foot(self, number: int) -> None:
        total = len(self._pages) + self._before
        text = words.export.page.format(n=number + self._before, total=total)
        about = f"{text}   {self._document.dated}   {self._document.version}"
        with self._untagged():
            for line in broken([Span(text=about, size=SMALLEST)], self._width - 2 * MARGIN_SIDES)[:1]:
                self._line(line, MARGIN_SIDES, self._height - MARGIN_FOOT + 30)

    def _marks(self, rows: list[Placed]) -> None:
        first, last = rows[0], rows[-1]
        left, right = MARGIN_SIDES, self._width - MARGIN_SIDES
        with self._untagged():
            if first.row.rule:
                top = first.top - 5
                self._pdf.set_line_width(0.8)
                self._pdf.line(left, top, right, top)
            if first.row.bar:
                self._pdf.rect(left, first.top, 4, last.top + last.row.height - first.top, style="F")
            if first.row.dot:
                size = first.row.line[0].size if first.row.line else SMALLEST
                self._pdf.circle(
                    left + first.row.indent - INDENT + 4,
                    _baseline(first) - size * 0.31,
                    size * 0.13,
                    style="F",
                )

    def _line(self, line: Line, left: float, baseline: float, scale: float = 1.0) -> None:
        for run in direction.seen(line):
            if run.face not in self._faces:
                self._pdf.add_font(run.face, fname=run.face.file)
                self._faces.add(run.face)
            self._pdf.set_font(run.face, size=run.size * scale)
            if run.face.is_shaped:
                self._shaped(run, left, baseline)
            else:
                self._pdf.text(left, baseline, direction.drawn(run.text, run.face, run.level))
            left += run.width * scale

    def _shaped(self, run: Run, left: float, baseline: float) -> None:
        self._pdf.set_text_shaping(direction="rtl" if run.level % 2 else "ltr")
        self._pdf.set_xy(left, baseline - self._pdf.font_size * _BASELINE_OF_A_CELL)
        self._pdf.cell(text=run.text)
        self._pdf.set_text_shaping(use_shaping_engine=False)

    @contextmanager
    def _tagged(self, role: Role) -> Iterator[None]:
        # The library tags images only; its own two steps for that serve text as well (ISO 32000-1, 14.7.4).
        number = self._pdf.struct_builder.next_mcid_for_page(self._pdf.page)
        self._pdf._add_marked_content(struct_type=f"/{role}", mcid=number)  # noqa: SLF001  # as said above
        self._pdf._out(f"/{role} <</MCID {number}>> BDC")  # noqa: SLF001  # as said above
        yield
        self._pdf._out("EMC")  # noqa: SLF001  # as said above

    @contextmanager
    def _told(self, said: str) -> Iterator[None]:
        """A figure, of which a reader aloud is told this."""
        number = self._pdf.struct_builder.next_mcid_for_page(self._pdf.page)
        self._pdf._add_marked_content(struct_type="/Figure", mcid=number, alt_text=said)  # noqa: SLF001  # as above
        self._pdf._out(f"/Figure <</MCID {number}>> BDC")  # noqa: SLF001  # as above
        yield
        self._pdf._out("EMC")  # noqa: SLF001  # as above

    @contextmanager
    def _untagged(self) -> Iterator[None]:
        self._pdf._out("/Artifact BMC")  # noqa: SLF001  # as above: nothing to read aloud
        yield
        self._pdf._out("EMC")  # noqa: SLF001  # as above


def _baseline(placed: Placed) -> float:
    return placed.top + placed.row.height * BASELINE
