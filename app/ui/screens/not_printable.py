"""What a person is told before a copy is saved: which characters of it cannot be printed, and where they stay."""

import flet as ft

from app import words
from app.exports.document import PlanDocument
from app.exports.pdf import missing_characters
from app.ui.widgets.text import body


def not_printable(document: PlanDocument, *, also_as_text: bool) -> list[ft.Control]:
    """Name each, and whether this can be saved as text too, which keeps them all. Nothing where all can be printed."""
    missing = missing_characters(document)
    if not missing:
        return []
    told = [body(words.export.missing.format(signs=missing))]
    return [*told, body(words.export.missing_stays)] if also_as_text else [*told]
