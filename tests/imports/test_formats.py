"""Each kind of file is told by what is in it, and read as it is meant."""

import json
from datetime import date, time, timedelta
from fractions import Fraction

import pytest

from app.domain.import_record import FileKind
from app.imports.any_csv import Columns
from app.imports.moment import DateOrder, clock_time, named_day, ordered_day
from app.imports.read import Aside, Problem, Reason, Row, WordList
from tests.imports.files import backup, content, every, known, rows, told


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("daylio-9.csv", FileKind.DAYLIO_CSV),
        ("daylio-8.csv", FileKind.DAYLIO_CSV),
        ("daylio-7-german.csv", FileKind.DAYLIO_CSV),
        ("pixels.json", FileKind.PIXELS),
        ("bearable.csv", FileKind.BEARABLE),
        ("bearable-2.csv", FileKind.BEARABLE),
        ("state_of_mind.csv", FileKind.STATE_OF_MIND),
        ("exist.csv", FileKind.CSV),
    ],
)
def test_a_file_is_known_by_what_is_in_it(name: str, kind: FileKind) -> None:
    assert known(content(name)).kind is kind


def test_a_backup_is_known_by_what_is_in_it() -> None:
    assert known(backup()).kind is FileKind.DAYLIO_BACKUP


def test_daylio_with_nine_columns() -> None:
    first, second, third = rows(content("daylio-9.csv"))
    assert (first.day, first.clock, first.label) == (date(2026, 3, 2), time(20, 30), "Rad")
    assert [name for _, name in first.names] == ["walk", "tea / cake", "calm"]
    assert {of for of, _ in first.names} == {WordList.ACTIVITY}
    assert first.note == "A title\nFirst line\nsecond & bold <3"
    assert first.source_text.startswith('2026-03-02,"March 2",Monday,8:30 pm,Rad,')
    assert (second.clock, second.note) == (time(0, 15), 'He said "hello", twice\nand left')
    assert (second.line, third.line) == (3, 5)
    assert second.source_text.endswith('twice\nand left"')
    assert third.label == "fantastic"
    assert first.zone is None


def test_rows_of_daylio_that_cannot_be_read_are_named_by_line() -> None:
    problems = [row for row in every(content("daylio-9.csv")) if isinstance(row, Problem)]
    assert problems == [Problem(6, Reason.TIME), Problem(7, Reason.DATE)]


def test_daylio_with_eight_quoted_columns_in_another_order() -> None:
    first, second = rows(content("daylio-8.csv"))
    assert (first.day, first.clock, first.label, first.note) == (
        date(2025, 11, 3),
        time(7, 5),
        "awful",
        "rainy",
    )
    assert (second.names, second.note) == ((), "quiet")


def test_daylio_with_seven_columns_in_german_and_no_activity_is_a_mood() -> None:
    first, second = rows(content("daylio-7-german.csv"))
    assert (first.day, first.label) == (date(2019, 5, 18), "Super")
    assert first.names == ((WordList.ACTIVITY, "Gut"), (WordList.ACTIVITY, "Familie"))
    assert (second.day, second.label, second.note) == (date(2019, 3, 3), "Lausig", "kalt")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_line_end_and_every_marked_encoding_reads_the_same(line_end: str, encoding: str) -> None:
    text = content("daylio-8.csv").decode().replace("\r\n", line_end)
    assert [row.note for row in rows(text.encode(encoding))] == ["rainy", "quiet"]


def test_mixed_line_ends_and_blank_lines_are_no_trouble() -> None:
    text = "date;mood\r\n2026-01-01;1\n\n2026-01-02;2\r2026-01-03;3"
    found = rows(text.encode(), Columns(date="date", mood="mood", mood_is_number=True))
    assert [row.value for row in found] == [1, 2, 3]


def test_a_backup_of_daylio() -> None:
    first, second, *rest = every(backup())
    assert isinstance(first, Row)
    assert (first.day, first.clock, first.level, first.label) == (
        date(2026, 3, 2),
        time(20, 30),
        5,
        "rad",
    )
    assert first.zone is not None
    assert first.zone.utcoffset(None) == timedelta(hours=1)
    assert first.note == "A title\nFirst line second & bold <3"
    assert [name for _, name in first.names] == ["walk", "tea"]
    assert json.loads(first.source_text)["id"] == 3
    assert isinstance(second, Row)
    assert (second.level, second.label) == (4, "sparkling")
    assert rest == [Problem(3, Reason.MOOD), Problem(4, Reason.DATE)]


@pytest.mark.parametrize("pin", ["1234", 1234])
def test_the_pin_of_a_backup_is_told_of_and_nowhere_to_be_found(pin: object) -> None:
    found = known(backup(pin=pin, prefs=[{"pin": pin}]))
    assert found.has_pin
    closure = found.rows.__closure__ or ()
    assert not known(backup()).has_pin
    assert str(pin) not in repr([cell.cell_contents for cell in closure])
    assert all("1234" not in row.source_text for row in found.rows() if isinstance(row, Row))


def test_an_entry_of_a_backup_has_no_pin_in_its_text_either() -> None:
    entry = {**told()["dayEntries"][0], "pin": "9876"}
    assert "9876" not in rows(backup(dayEntries=[entry]))[0].source_text


def test_pixels_has_a_check_in_for_each_score_and_no_times() -> None:
    found = every(content("pixels.json"))
    first, second, third = [row for row in found if isinstance(row, Row)]
    assert (first.day, first.clock, first.level, first.note) == (date(2024, 5, 1), None, 4, "a walk")
    assert first.names == (
        (WordList.FEELING, "calm"),
        (WordList.FEELING, "fizzy"),
        (WordList.ACTIVITY, "garden"),
    )
    assert (second.day, second.level, second.names, second.note) == (date(2024, 5, 1), 2, (), "")
    assert third.level == 5
    assert [row.what for row in found if isinstance(row, Aside)] == ["Period"]
    assert [row for row in found if isinstance(row, Problem)] == [Problem(4, Reason.MOOD)]


def test_of_bearable_only_moods_are_check_ins() -> None:
    found = every(content("bearable.csv"))
    first, second = [row for row in found if isinstance(row, Row)]
    assert (first.day, first.clock, first.value, first.note) == (
        date(2021, 12, 8),
        None,
        Fraction(7),
        "a slow day",
    )
    assert (second.clock, second.value) == (time(9, 15), Fraction(5, 2))
    assert [row.what for row in found if isinstance(row, Aside)] == ["Sleep", "Symptom"]
    assert [row for row in found if isinstance(row, Problem)] == [Problem(6, Reason.MOOD)]
    assert rows(content("bearable-2.csv"))[0].value == 10


def test_state_of_mind_ends_its_rows_with_a_comma_too_many() -> None:
    first, second, third = every(content("state_of_mind.csv"))
    assert isinstance(first, Row)
    assert isinstance(second, Row)
    assert (first.day, first.clock, first.level) == (date(2026, 1, 9), time(15, 34, 6), 4)
    assert first.zone is not None
    assert first.zone.utcoffset(None) == timedelta(hours=-5)
    assert first.names == (
        (WordList.FEELING, "Calm"),
        (WordList.FEELING, "Grateful"),
        (WordList.ACTIVITY, "Family"),
        (WordList.ACTIVITY, "Work"),
    )
    assert (second.clock, second.level) == (None, 1)
    assert third == Problem(4, Reason.OFF_SCALE)


def test_any_table_has_no_rows_until_its_columns_are_chosen() -> None:
    found = known(content("exist.csv"))
    assert found.columns == ("Day", "Rating", "Words", "Remark")
    assert list(found.rows()) == []
    columns = Columns(
        date="Day",
        order=DateOrder.DAY_FIRST,
        mood="Rating",
        mood_is_number=True,
        note="remark",
        names="Words",
        between=",",
    )
    first, second = rows(content("exist.csv"), columns)
    assert (first.day, first.value, first.note) == (date(2021, 4, 3), Fraction(8), "fine")
    assert [name for _, name in first.names] == ["tea", "walk"]
    assert second.day == date(2021, 4, 13)
    american = Columns(date="Day", order=DateOrder.MONTH_FIRST, mood="Rating")
    assert [type(row) for row in every(content("exist.csv"), american)] == [Row, Problem]
    with pytest.raises(ValueError, match="no such column"):
        known(content("exist.csv"), Columns(date="When"))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("13:48", time(13, 48)),
        ("8:30 pm", time(20, 30)),
        ("11:54 PM", time(23, 54)),
        ("12:15 am", time(0, 15)),
        ("12:15pm", time(12, 15)),
        ("8:30 p.m.", time(20, 30)),
        ("8:30\u202fPM", time(20, 30)),
        ("7.05", time(7, 5)),
        ("13:00 pm", None),
        ("0:10 am", None),
        ("24:00", None),
        ("mid", None),
        ("", None),
    ],
)
def test_times_with_twelve_and_twenty_four_hours(text: str, clock: time | None) -> None:
    assert clock_time(text) == clock


def test_days_that_cannot_be_are_none() -> None:
    assert named_day("31 Feb 2021") is None
    assert named_day("1 Dec") is None
    assert named_day("Dec 17", "2020") == date(2020, 12, 17)
    assert ordered_day("2021/02/03", DateOrder.YEAR_FIRST) == date(2021, 2, 3)
    assert ordered_day("31.12.2021", DateOrder.MONTH_FIRST) is None
    assert ordered_day("1.12.0021", DateOrder.DAY_FIRST) is None
