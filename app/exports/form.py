"""A copy of the plan in each of its forms: the bytes, and a file name that tells nothing but the month."""

from datetime import date
from importlib import import_module

from app.domain.plan_copy import Form
from app.exports.document import PlanDocument
from app.exports.locked_page import Lock, locked_page

_MAKERS = {
    Form.PDF: "pdf.plan_pdf",
    Form.LOCKED_PDF: "pdf.locked_plan_pdf",
    Form.CARD: "card_pdf.card_pdf",
    Form.CODES: "codes_pdf.codes_pdf",
    Form.TEXT: "text.plan_text",
    Form.MARKDOWN: "text.plan_markdown",
}
"""What makes each, by its module here: it is loaded when a copy is made."""

_ENDINGS = {
    Form.LOCKED_PAGE: "html",
    Form.LOCKED_PDF: "pdf",
    Form.PDF: "pdf",
    Form.CARD: "pdf",
    Form.CODES: "pdf",
    Form.TEXT: "txt",
    Form.MARKDOWN: "md",
}
_KINDS = {Form.CARD: "card", Form.CODES: "codes"}


def plan_copy(document: PlanDocument, form: Form, *, passphrase: str, lock: Lock) -> bytes:
    """Return the copy in that form, which is that of a file, made in memory; may take a second. The passphrase is for the locked forms alone.

    UnusablePassphrase where a PDF cannot be locked with it; TooLong for a card or codes that would not hold all of it.
    """
    match form:
        case Form.LOCKED_PAGE:
            return locked_page(document, passphrase, lock)
        case Form.LOCKED_PDF:
            return _made(form, document, passphrase)
        case _:
            return _made(form, document)


def _made(form: Form, *given: PlanDocument | str) -> bytes:
    module, _, maker = _MAKERS[form].partition(".")
    copy: bytes = getattr(import_module(f"app.exports.{module}"), maker)(*given)
    return copy


def file_name(form: Form, shown_on: date) -> str:
    """Return ``plan-2026-11.pdf`` or the like, and ``locked-2026-11.html``, which does not even tell that it is a plan."""
    kind = "locked" if form.is_locked else _KINDS.get(form, "plan")
    return f"{kind}-{shown_on:%Y-%m}.{_ENDINGS[form]}"
