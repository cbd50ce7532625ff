"""A file that is wrong, huge, cut off, no text or hostile is refused, with a reason and without a word of it."""

import base64
import json
import traceback
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.import_record import FileKind
from app.imports import daylio_backup, detect, json_text, pixels, table
from app.imports.any_csv import Columns
from app.imports.read import Problem, Reason, Refusal, Refused
from app.imports.source import PIECE_BYTES
from tests.canary import Canary
from tests.imports.files import FILES, backup, content, every, known, told, zipped

GOLDEN = Path(__file__).parent.parent / "golden"
HEAD = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
ROW = "2026-03-02,x,x,10:00,good,,,,fine\n"
DEEP = b"[" * 200_000


def refusal(raw: bytes) -> Refusal:
    with pytest.raises(Refused) as caught:
        every(raw, None)
    return caught.value.why


def test_nothing_at_all_is_said_to_be_empty() -> None:
    assert refusal(b"") is refusal(b" \n\n") is Refusal.EMPTY


def test_what_is_too_large_is_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detect, "MOST_BYTES", 10)
    assert refusal(b"x" * 11) is Refusal.TOO_LARGE


@pytest.mark.parametrize(
    "raw",
    [
        (HEAD + ROW).encode() + b"2026-03-02,x,x,10:00,good,,,,\xff\xfe",
        (HEAD + ROW).encode("cp1252") + "2026-03-02,x,x,10:00,good,,,,für\n".encode("cp1252"),
        (HEAD + ROW).encode("utf-16-le"),
        (HEAD + "2026-03-02,x,x,10:00,good,,,,a\0b\n").encode(),
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"\xff\xfe" + b"a,b\n1,2\n3",
        b'[{"date":"2026-03-02","scores":[1],"notes":"\xff"}]',
        b'[{"date":"2026-03-02","scores":[1],"notes":"\0"}]',
    ],
)
def test_what_is_no_text_is_said_to_be_none(raw: bytes) -> None:
    assert refusal(raw) is Refusal.NOT_TEXT


@pytest.mark.parametrize(
    "raw",
    [
        (HEAD + ROW + "2026-03-02,x,x,10:00,go").encode(),
        (HEAD + ROW + '2026-03-02,x,x,10:00,good,,,,"fi').encode(),
        content("pixels.json")[:-30],
        content("pixels.json")[:60],
        backup()[:-40],
        backup()[:60],
    ],
)
def test_what_breaks_off_is_said_to(raw: bytes) -> None:
    assert refusal(raw) is Refusal.CUT_OFF


def test_a_quotation_mark_that_is_never_closed_swallows_no_file() -> None:
    assert refusal((HEAD + '2026-03-02,x,x,10:00,good,,,,"fi\n' + ROW * 20_000).encode()) is Refusal.BROKEN


@pytest.mark.parametrize(
    "raw",
    [
        DEEP + b"]" * 200_000,
        b'[{"date": 1, "scores": ' + b"9" * 5_000 + b"}]",
        b"[1,,2]",
        b"PK\x03\x04" + b"x" * 200,
    ],
)
def test_what_is_too_deep_or_makes_no_sense_is_refused(raw: bytes) -> None:
    assert refusal(raw) in {Refusal.BROKEN, Refusal.CUT_OFF}


@pytest.mark.parametrize(
    "raw",
    [
        b"just some words",
        b"[]",
        b"[1,2]",
        b'{"a":1}',
        zipped({"a.txt": b"x"}),
        backup(tags=None),
        backup(dayEntries={}),
    ],
)
def test_what_is_something_else_is_said_to_be(raw: bytes) -> None:
    assert refusal(raw) is Refusal.UNKNOWN


@pytest.mark.parametrize("name", sorted(file.name for file in FILES.glob("*.vcf")))
def test_contacts_are_known(name: str) -> None:
    assert refusal(content(name)) is Refusal.CONTACTS


@pytest.mark.parametrize(
    ("pattern", "why"), [("locked-page-*.html", Refusal.LOCKED_PAGE), ("backup-*.sealed", Refusal.BACKUP)]
)
def test_what_was_made_here_is_known_in_every_version(pattern: str, why: Refusal) -> None:
    files = list(GOLDEN.glob(pattern))
    assert files
    assert {refusal(file.read_bytes()) for file in files} == {why}


@pytest.mark.parametrize(
    "raw",
    [
        b"BEGIN:VCARDS\n",
        b"name\nBEGIN:VCARD\n",
        b" SEALBAK",
        b'<pre id="sealed">',
        b"<pre hidden id='sealed'>",
        b'note\n<pre id="sealed" hidden>\n',
    ],
)
def test_what_only_looks_like_one_of_these_is_none(raw: bytes) -> None:
    assert refusal(raw) is Refusal.UNKNOWN


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daylio_backup, "MOST_UNPACKED_BYTES", 1_000)
    assert refusal(zipped({"backup.daylio": b"A" * 1_001})) is Refusal.TOO_LARGE


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_further(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def endless(file: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        asked.append(n or -1)
        return b"ICAg" * ((n or 1) // 4)  # three blanks

    monkeypatch.setattr(zipfile.ZipExtFile, "read", endless)
    monkeypatch.setattr(daylio_backup, "MOST_UNPACKED_BYTES", 1 << 20)
    assert refusal(zipped({"backup.daylio": b'{"a":"'})) is Refusal.TOO_LARGE
    assert 0 < sum(asked) <= (1 << 20) + 2 * PIECE_BYTES


def test_too_many_files_in_a_backup_are_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daylio_backup, "MOST_FILES", 3)
    assert refusal(zipped({str(number): b"" for number in range(4)})) is Refusal.TOO_LARGE


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "C:x", "a\\..\\x"])
def test_names_that_lead_elsewhere_are_refused(name: str) -> None:
    inner = base64.b64encode(b"{}")
    assert refusal(zipped({"backup.daylio": inner, name: b"x"})) is Refusal.BROKEN


def test_json_that_would_take_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MOST_OF_ONE", 20)
    many = b"[[" + b"[]," * 100_000 + b"[]]]"
    assert refusal(many) is Refusal.TOO_LARGE


def test_json_is_read_alike_wherever_its_pieces_end() -> None:
    raw = json.dumps([[True, None, -1.5e10, 12], {"a": '\u00fc "', "b": {}}, "ü", 7, []]).encode()
    whole = list(json_text.parts([raw]))
    assert [part.value for part in whole[1:]] == json.loads(raw)
    for size in range(1, len(raw)):
        pieces = [raw[at : at + size] for at in range(0, len(raw), size)]
        assert list(json_text.parts(pieces)) == whole


def test_of_a_file_without_line_breaks_no_more_is_read_than_a_row_may_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table, "MOST_IN_ROW", 100)
    assert refusal(HEAD.encode() + b"x" * 101) is Refusal.BROKEN
    assert refusal(HEAD.encode() + b'"' + b"x\n" * 101) is Refusal.BROKEN


def test_a_backup_that_lists_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as few:
        few.setattr(daylio_backup, "MOST_THINGS", 1)
        assert refusal(backup()) is Refusal.TOO_LARGE
    for kind in (daylio_backup, pixels):
        monkeypatch.setattr(kind, "MOST_ROWS", 1)
    assert refusal(backup()) is refusal(content("pixels.json")) is Refusal.TOO_LARGE


def test_a_backup_may_be_larger_than_a_text_for_its_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detect, "MOST_BYTES", 10)
    assert known(backup()).kind is FileKind.DAYLIO_BACKUP
    monkeypatch.setattr(daylio_backup, "MOST_PACKED_BYTES", 10)
    assert refusal(backup()) is Refusal.TOO_LARGE


@pytest.mark.parametrize(
    "entry", [None, 1, [], {}, {"year": True}, {**told()["dayEntries"][0], "day": 2**70}]
)
def test_entries_of_another_shape_are_problems_and_not_the_end(entry: object) -> None:
    (found,) = every(backup(dayEntries=[entry]))
    assert isinstance(found, Problem)


def test_rows_of_another_width_or_with_wild_quotes_are_problems() -> None:
    found = every((HEAD + "2026-03-02,x\n" + '"a"b,x,x,10:00,good,,,,fine\n' + ROW).encode())
    assert found[:2] == [Problem(2, Reason.COLUMNS), Problem(3, Reason.QUOTES)]
    assert len(found) == 3


def test_a_note_that_cannot_be_kept_whole_is_a_problem_and_not_cut() -> None:
    columns = Columns(date="date", note="note")
    assert every(f"date,note\n2026-03-02,{'x' * 20_001}\n".encode(), columns) == [Problem(2, Reason.TOO_LONG)]


SNIPPETS = st.sampled_from(
    [
        b"\xff",
        b"\0",
        b'"',
        b"\n",
        b"\r",
        b",",
        b";",
        b"[",
        b"{",
        b"}",
        b"PK\x03\x04",
        b"2026-13-45",
        b"1e999",
        b"\xef\xbb\xbf",
    ]
)


@given(
    name=st.sampled_from(
        [
            "daylio-9.csv",
            "daylio-7-german.csv",
            "pixels.json",
            "bearable.csv",
            "state_of_mind.csv",
            "exist.csv",
            "",
        ]
    ),
    at=st.floats(0, 1),
    drop=st.integers(0, 40),
    snippet=SNIPPETS,
)
def test_whatever_is_wrong_in_a_file_it_is_read_or_refused(
    name: str, at: float, drop: int, snippet: bytes
) -> None:
    raw = content(name) if name else backup()
    place = int(at * len(raw))
    told: Refused | None = None
    try:
        every(raw[:place] + snippet + raw[place + drop :], None)
    except Refused as refused:
        told = refused
    assert told is None or (told.__cause__ is None and told.__context__ is None)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda bird: (HEAD + ROW).encode() + bird + b"\xff",
        lambda bird: (HEAD + ROW).encode() + bird,
        lambda bird: b'[{"' + bird + b'":',
        lambda bird: b'[{"' + bird + b'":1}]',
        lambda bird: backup(pin=bird.decode())[:-20],
        lambda bird: zipped({"backup.daylio": b'{"pin": "' + bird + b'"}'}),
        lambda bird: zipped({bird.decode(): bird}),
        lambda bird: zipped({"backup.daylio": bird + b"!"}),
    ],
)
def test_no_word_of_a_file_stands_in_what_is_said_about_it(canary: Canary, spoil: object) -> None:
    assert callable(spoil)
    with pytest.raises(Refused) as caught:
        every(spoil(str(canary).encode()), None)
    said = "".join(traceback.format_exception(caught.value, chain=True))
    assert str(canary) not in said
    assert caught.value.__context__ is None
