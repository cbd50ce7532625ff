"""The PDF: whole, legible in black and white, and telling nothing but what is on it."""

import builtins
import gc
import logging
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from pypdf import PasswordType, PdfReader
from pypdf.generic import ContentStream, StreamObject

from app.domain.safety_plan import PartType
from app.domain.support import WayKind
from app.exports.document import PlanDocument
from app.exports.page import Paper
from app.exports.pdf import UnusablePassphrase, locked_plan_pdf, missing_characters, plan_pdf
from tests.domain.sample import item, link, part, plan, support, way
from tests.exports.sample import (
    Marked,
    copy_for_a_peer,
    copy_of,
    copy_of_lines,
    long_copy,
    marked_plans,
    read,
    text_of,
    unspaced,
    usual_copy,
)

LONG_WORD = "Donaudampfschifffahrt" * 9 + "sgesellsch"
MANY_SCRIPTS = (
    "Zoë, Łukasz und Ñandú",
    "Θα περάσει, λέει η Ἑλένη",
    "Это пройдёт",
    "x\u030c e\u0301 и\u0306",
    LONG_WORD,
)


@settings(max_examples=20, deadline=None)
@given(marked_plans())
def test_every_word_of_what_was_chosen_is_printed_and_none_of_anything_else(marked: Marked) -> None:
    printed = unspaced(text_of(plan_pdf(marked.document)))
    assert not [word for word in marked.shown if unspaced(word) not in printed]
    assert not [secret for secret in marked.secret if unspaced(secret) in printed]


@settings(max_examples=10, deadline=None)
@given(marked_plans())
def test_no_unchosen_word_is_anywhere_in_the_file(marked: Marked) -> None:
    everything = "".join(_objects(read(plan_pdf(marked.document))))
    assert not [secret for secret in marked.secret if secret in everything]


@pytest.mark.parametrize("line", MANY_SCRIPTS)
def test_text_of_every_bundled_script_can_be_copied_out_again(line: str) -> None:
    assert _plain(line) in _plain(text_of(plan_pdf(copy_of_lines(line))))


@pytest.mark.skipif(
    shutil.which("pdftotext") is None and os.environ.get("HOLDFAST_FULL") != "1",
    reason="install poppler-utils to read the PDF with a second reader",
)
@pytest.mark.parametrize("line", MANY_SCRIPTS)
def test_a_second_reader_reads_the_same(line: str) -> None:
    pdf = plan_pdf(copy_of_lines(line, called="Zoë"))
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    assert _plain(line) in _plain(done.stdout.decode())


def test_sixty_items_are_all_there() -> None:
    printed = unspaced(text_of(plan_pdf(long_copy())))
    lines = [line.text for part in long_copy().parts for group in part.groups for line in group.lines]
    assert len(lines) == 60
    assert all(unspaced(line) in printed for line in lines)


def test_numbers_are_printed_exactly_as_typed_and_in_one_piece() -> None:
    numbers = ["+44 (0)20 7946 0958", "0800 496 0123 ext. 12", "07700-900-123", "*123#", "01 23 45 67 89"]
    mei = support("Mei", *(way(WayKind.CALL, number) for number in numbers))
    printed = text_of(plan_pdf(copy_of(plan(part(PartType.PEOPLE_TO_ASK, item("", link(mei)))), mei)))
    assert [number for number in numbers if f"Call: {number}" not in printed] == []


def test_a_character_that_cannot_be_printed_is_told_before_and_named_on_paper() -> None:
    mei = support("Mei \U0001f0a1")
    whole = plan(
        part(PartType.OWN, item("\U00012000", link(mei)), title="\U0001f0a2"), one_line="\U0001f0a3\ufe0f"
    )
    copy = copy_of(whole, mei, called="\ue000\ue001")
    assert missing_characters(copy) == "\ue000\ue001\U0001f0a3\U0001f0a2\U00012000\U0001f0a1"
    printed = text_of(plan_pdf(copy))
    for shown in (
        "[U+E000 U+E001]",
        "[playing card three of spades]",
        "[playing card two of spades]",
        "[U+12000]",
        "Mei [playing card ace of spades]",
    ):
        assert shown in printed


def test_nothing_is_missing_from_a_usual_plan() -> None:
    assert missing_characters(usual_copy()) == ""


def test_the_properties_tell_nothing_but_a_neutral_title_and_the_day() -> None:
    pdf = read(plan_pdf(usual_copy()))
    assert pdf.metadata == {"/Title": "Plan", "/CreationDate": "D:20261121000000Z"}
    assert pdf.xmp_metadata is None
    assert b"fpdf" not in plan_pdf(usual_copy()).lower()


def test_the_language_is_set() -> None:
    assert str(read(plan_pdf(replace(usual_copy(), language="de"))).root_object["/Lang"]) == "de"


def test_the_same_copy_is_the_same_file() -> None:
    assert plan_pdf(usual_copy()) == plan_pdf(usual_copy())


@pytest.mark.parametrize("copy", [usual_copy(), long_copy()])
def test_a_screen_reader_meets_headings_and_paragraphs_in_reading_order(copy: PlanDocument) -> None:
    pdf = read(plan_pdf(copy))
    assert str(pdf.root_object["/MarkInfo"]) == "{'/Marked': True}"
    roles = _roles(pdf)
    assert roles[:2] == ["/H1", "/P"]
    assert roles.count("/H2") == len(copy.parts)  # a heading told again is for the eye only
    assert set(roles) <= {"/H1", "/H2", "/H3", "/P"}


@pytest.mark.parametrize("copy", [usual_copy(), long_copy()])
def test_everything_drawn_is_tagged_or_marked_as_ornament(copy: PlanDocument) -> None:
    for page in read(plan_pdf(copy)).pages:
        depth, tagged = 0, []
        for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            if operator == b"BDC":
                tagged.append(operands[1]["/MCID"])
            if operator in (b"Tj", b"TJ", b"S", b"f", b"B"):
                assert depth == 1
        assert depth == 0
        assert tagged == list(range(len(tagged)))


def test_nothing_is_carried_by_grey_or_colour() -> None:
    for page in read(plan_pdf(long_copy())).pages:
        for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
            assert operator not in (b"rg", b"RG", b"k", b"K", b"sc", b"scn", b"gs")
            assert operator not in (b"g", b"G") or operands == [0]


def test_what_speaks_to_the_peer_has_a_page_of_its_own_where_something_stands_before_it() -> None:
    mine, ours = (page.extract_text() for page in read(plan_pdf(copy_for_a_peer())).pages)
    assert "I stop answering messages." in mine
    assert "How we do this together" not in mine
    for said in ("How we do this together", "I can’t talk at work.", "You don’t have to fix it."):
        assert said in ours
    alone = copy_of(plan(part(PartType.HOW_TO_TALK, item("Slowly."))))
    assert len(read(plan_pdf(alone)).pages) == 1
    assert "How we do this together" in text_of(plan_pdf(alone))


def test_pages_are_numbered_only_when_there_are_several() -> None:
    assert "Page 1" not in text_of(plan_pdf(usual_copy()))
    several = read(plan_pdf(long_copy())).pages
    for number, page in enumerate(several, start=1):
        assert f"Page {number} of {len(several)}" in page.extract_text()
        assert "Version 1" in page.extract_text()


def test_several_pages_have_bookmarks_and_one_has_none() -> None:
    assert read(plan_pdf(usual_copy())).outline == []
    marks: Any = read(plan_pdf(long_copy())).outline
    assert [mark.title for mark in marks] == [part.heading for part in long_copy().parts]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595.28, 841.89)), (Paper.LETTER, (612, 792))])
def test_paper_is_a4_or_letter(paper: Paper, size: tuple[float, float]) -> None:
    box = read(plan_pdf(usual_copy(), paper)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.01)


def test_a_plan_with_nothing_in_it_is_still_a_page() -> None:
    assert len(read(plan_pdf(copy_of(plan()))).pages) == 1


def test_nothing_is_written_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    really_open, really_open_low = builtins.open, os.open

    def only_reading(file: object, mode: str = "r", *rest: object, **more: object) -> object:
        assert not set(mode) & set("wax+")
        return really_open(file, mode, *rest, **more)  # type: ignore[call-overload]  # handed on as it came

    def only_reading_low(path: str, flags: int, *rest: int, **more: int) -> int:
        assert not flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        return really_open_low(path, flags, *rest, **more)

    monkeypatch.setattr(builtins, "open", only_reading)
    monkeypatch.setattr(os, "open", only_reading_low)
    assert plan_pdf(usual_copy()).startswith(b"%PDF")


def test_no_log_line_quotes_the_plan(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    plan_pdf(copy_of_lines("canarybird 🍎 x\u030c"))
    assert "canarybird" not in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


WORDS = "ember lantern plural orbit velvet gosling"


def test_a_locked_pdf_opens_with_its_words_alone_under_the_newest_lock_there_is() -> None:
    pdf = locked_plan_pdf(usual_copy(), WORDS)
    closed = read(pdf)
    assert closed.is_encrypted
    assert closed.decrypt(WORDS + "s") is PasswordType.NOT_DECRYPTED
    assert closed.decrypt("") is PasswordType.NOT_DECRYPTED
    lock: Any = closed.trailer["/Encrypt"]
    assert (lock["/V"], lock["/R"], lock["/CF"]["/StdCF"]["/CFM"]) == (5, 6, "/AESV3")
    assert pdf.startswith(b"%PDF-2.0")
    assert text_of(pdf, WORDS) == text_of(plan_pdf(usual_copy()))


def test_a_locked_pdf_tells_nothing_of_itself_and_is_other_bytes_each_time() -> None:
    one, other = locked_plan_pdf(long_copy(), WORDS), locked_plan_pdf(long_copy(), WORDS)
    assert one != other
    for told in (b"Plan", b"20261121", b"(en)", b"Signs"):
        assert told not in one
    assert read(one, WORDS).metadata == read(plan_pdf(long_copy())).metadata
    marks: Any = read(one, WORDS).outline
    assert marks[0]["/Title"] == "Signs it’s getting harder"
    assert read(one, WORDS).root_object.get("/Lang") is None


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext here: install poppler-utils")
def test_another_reader_opens_a_locked_pdf_too(tmp_path: Path) -> None:
    (tmp_path / "locked.pdf").write_bytes(locked_plan_pdf(usual_copy(), "ember lantern plural orbit"))
    for typed, opens in (("ember lantern plural orbit", True), ("ember lantern plural", False)):
        command = ["pdftotext", "-upw", typed, str(tmp_path / "locked.pdf"), "-"]
        shown = subprocess.run(command, capture_output=True, text=True, check=False)
        assert ("Łukasz Wiśniewski" in shown.stdout) is opens


@pytest.mark.parametrize("typed", ["tea\x07kettle", "tea \u05d0", "half \ud83c"])
def test_a_passphrase_that_no_pdf_can_have_is_named_as_such_and_not_quoted(typed: str) -> None:
    with pytest.raises(UnusablePassphrase) as caught:
        locked_plan_pdf(usual_copy(), typed)
    assert str(caught.value) == ""
    assert caught.value.__suppress_context__
    gc.collect()  # a font that was left open would be told now, which is an error


def test_no_log_line_quotes_what_is_locked(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    locked_plan_pdf(copy_of_lines("canarybird"), "canaryseed")
    assert "canary" not in caplog.text


def _objects(pdf: PdfReader) -> Iterator[str]:
    for number in range(1, int(str(pdf.trailer["/Size"]))):
        one = pdf.get_object(number)
        yield str(one)
        if isinstance(one, StreamObject):
            yield one.get_data().decode("latin-1")


def _roles(pdf: PdfReader) -> list[str]:
    tree: Any = pdf.root_object["/StructTreeRoot"]
    return [str(kid.get_object()["/S"]) for kid in tree["/K"][0].get_object()["/K"]]


def _plain(text: str) -> str:
    return unspaced(unicodedata.normalize("NFC", text))
