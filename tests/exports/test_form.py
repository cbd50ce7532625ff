"""Each form of a copy: every chosen word in it and no other, under a name that tells nothing."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from app.domain.plan_copy import Form
from app.exports.document import PlanDocument
from app.exports.form import file_name, plan_copy
from tests.exports.sample import (
    Marked,
    copy_for_a_peer,
    marked_plans,
    text_of,
    unspaced,
    usual_copy,
    words_of,
)
from tests.exports.scanned import needs_renderer, scanned_pages, together
from tests.exports.test_locked_page import content_of, plainly

PASSPHRASE = "ember lantern plural orbit"
FILES = [form for form in Form if form.is_file]


def made(document: Any, form: Form) -> bytes:
    return plan_copy(document, form, passphrase=PASSPHRASE, lock=plainly)


def text_in(form: Form, content: bytes) -> str:
    """Every word that a reader of the copy is shown, without blanks."""
    if form is Form.CODES:
        return unspaced(together(scanned_pages(content)))
    if form in (Form.PDF, Form.LOCKED_PDF, Form.CARD):
        return unspaced(text_of(content, PASSPHRASE if form.is_locked else None))
    if form is Form.LOCKED_PAGE:
        return unspaced(json.dumps(content_of(content), ensure_ascii=False))
    return unspaced(content.decode())


every_form = pytest.mark.parametrize(
    "form", [pytest.param(form, marks=needs_renderer if form is Form.CODES else ()) for form in FILES]
)


@every_form
@settings(max_examples=5, deadline=None)
@given(marked=marked_plans())
def test_each_form_holds_every_chosen_word_and_none_of_the_others(form: Form, marked: Marked) -> None:
    text = text_in(form, made(marked.document, form))
    assert not [word for word in marked.shown if unspaced(word) not in text]
    assert not [word for word in marked.secret if unspaced(word) in text]


@every_form
@pytest.mark.parametrize("copy", [usual_copy(), copy_for_a_peer()], ids=["usual", "for a peer"])
def test_each_form_holds_every_word_of_a_copy(form: Form, copy: PlanDocument) -> None:
    text = text_in(form, made(copy, form))
    ours = {one for part in copy.parts for one in (part.page, *part.after)} if form is Form.CARD else set()
    assert [word for word in words_of(copy) if word not in ours and unspaced(word) not in text] == []


def test_file_names_tell_the_month_and_those_of_locked_copies_not_what_it_is() -> None:
    assert {form: file_name(form, date(2026, 3, 1)) for form in FILES} == {
        Form.LOCKED_PAGE: "locked-2026-03.html",
        Form.LOCKED_PDF: "locked-2026-03.pdf",
        Form.PDF: "plan-2026-03.pdf",
        Form.CARD: "card-2026-03.pdf",
        Form.CODES: "codes-2026-03.pdf",
        Form.TEXT: "plan-2026-03.txt",
        Form.MARKDOWN: "plan-2026-03.md",
    }
