"""A copy of the plan in each of its forms: the bytes, and a file name that tells nothing but the month."""

from collections.abc import Callable
from datetime import date

from app.domain.plan_copy import Form
from app.exports.card_pdf import card_pdf
from app.exports.codes_pdf import codes_pdf
from app.exports.document import PlanDocument
from app.exports.locked_page import Lock, locked_page
from app.exports.pdf import locked_plan_pdf, plan_pdf
from app.exports.text import plan_markdown, plan_text

_OPEN: dict[Form, Callable[[PlanDocument], bytes]] = {
    Form.PDF: plan_pdf,
    Form.CARD: card_pdf,
    Form.CODES: codes_pdf,
    Form.TEXT: plan_text,
    Form.MARKDOWN: plan_markdown,
}
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
            return locked_plan_pdf(document, passphrase)
        case _:
            return _OPEN[form](document)


def file_name(form: Form, shown_on: date) -> str:
    """Return ``plan-2026-11.pdf`` or the like, and ``locked-2026-11.html``, which does not even tell that it is a plan."""
    kind = "locked" if form.is_locked else _KINDS.get(form, "plan")
    return f"{kind}-{shown_on:%Y-%m}.{_ENDINGS[form]}"
