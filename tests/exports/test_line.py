"""Lines: as wide as they may be, numbers whole, and every sign that was typed in them."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.exports.line import Line, Span, broken
from app.exports.typeface import Face, clusters, in_faces, missing, printable, width

ROOM = 200.0
typed = st.text() | st.text("aeß Łё́αΩ\u0301\u0323 \n\t0123456789-+()/", max_size=80)


def lines_of(text: str, room: float = ROOM) -> list[str]:
    return ["".join(run.text for run in line) for line in broken([Span(text=text, size=14)], room)]


def wide(line: Line) -> float:
    return sum(run.width for run in line)


@given(typed)
@example("a" * 200)
@example("0" * 200)
@example("\u0301")
@example("a\u0301" * 100)
@example("\ud83d")
@example("👩‍👩‍👧 ❤️ 中文 مرحبا")
def test_no_sign_is_lost_and_no_line_is_too_wide(text: str) -> None:
    lines = broken([Span(text=text, size=14)], ROOM)
    printed = "".join(run.text for line in lines for run in line)
    assert "".join(printed.split()) == "".join(printable(text).split())
    assert all(wide(line) <= ROOM + 0.01 for line in lines)


@given(typed)
def test_every_stretch_is_set_in_a_face_that_has_it(text: str) -> None:
    for line in broken([Span(text=text, size=14, bold=True)], ROOM):
        for run in line:
            assert run.width == pytest.approx(width(run.text, run.face, run.size))


@pytest.mark.parametrize(
    "number",
    ["020 7946 0958", "+44 (0)20 7946 0958", "+1 (555) 123-4567", "01 23 45 67 89", "0800\u00a01111"],
)
@given(words=st.lists(st.sampled_from(["a", "walk", "together"]), max_size=12).map(" ".join))
def test_a_number_is_never_broken_over_lines(number: str, words: str) -> None:
    assert any(number in line for line in lines_of(f"{words} {number}, {words}"))


def test_a_number_wider_than_the_line_is_broken_between_its_groups() -> None:
    assert lines_of("020 7946 0958 020 7946 0958 020 7946 0958", 100) == [
        "020 7946",
        "0958 020",
        "7946 0958",
        "020 7946",
        "0958",
    ]


def test_a_whole_value_stays_on_one_line_where_one_can_hold_it() -> None:
    label, value = Span(text="Call: ", size=12), Span(text="07700 900123 ext 12", size=14, whole=True)
    lines = broken([label, value], 140)
    assert ["".join(run.text for run in line) for line in lines] == ["Call:", "07700 900123 ext 12"]


def test_lines_break_between_words() -> None:
    assert lines_of("Make tea and hold the warm cup. Then wait.") == [
        "Make tea and hold the warm",
        "cup. Then wait.",
    ]


def test_lines_that_were_typed_stay() -> None:
    assert lines_of("one\n\ntwo\r\nthree\u2028four") == ["one", "", "two", "three", "four"]


def test_a_long_word_is_broken_only_because_it_must_and_marks_stay_with_their_letter() -> None:
    lines = lines_of("x " + "e\u0323\u0301" * 80)
    assert lines[0] == "x"
    assert not any(unicodedata.combining(line[0]) for line in lines)


def test_a_word_is_set_in_one_face() -> None:
    assert in_faces("Zoë и Łukasz", bold=False) == (
        ("Zoë ", Face.PLAIN),
        ("и", Face.WIDE),
        (" Łukasz", Face.PLAIN),
    )
    assert in_faces("Wi-Fi-кафе", bold=True) == (("Wi-Fi-кафе", Face.WIDE_BOLD),)


def test_marks_that_stand_apart_are_set_in_the_face_that_places_them() -> None:
    assert in_faces("x\u030c", bold=False) == (("x\u030c", Face.WIDE),)
    assert in_faces(printable("e\u0301"), bold=False) == (("é", Face.PLAIN),)


def test_characters_come_with_their_marks() -> None:
    assert list(clusters("ae\u0301\u0323b")) == ["a", "e\u0301\u0323", "b"]
    assert list(clusters("")) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tea \U0001f0a1", "tea [playing card ace of spades]"),
        ("\U0001f0a1\ufe0f", "[playing card ace of spades]"),
        ("\U0001f0a1\u200d\U0001f0a2", "[playing card ace of spades][playing card two of spades]"),
        ("\U00012000\U00012001", "[U+12000 U+12001]"),
        ("\ue000", "[U+E000]"),
        ("\U0001f0a1\U00012000", "[playing card ace of spades][U+12000]"),
    ],
)
def test_a_character_that_no_face_has_is_named_not_dropped(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_what_cannot_be_printed_is_told_once_and_in_order() -> None:
    assert missing("\ue001 \ue000 a \ue001\n\ue002 \u200bé\t") == "\ue001\ue000\ue002"


@pytest.mark.parametrize(
    "text", ["Zoë Łukasz Ñandú Ştefan Đặng", "Ελένη Ὀδυσσεύς", "Ольга Ґалаґан Ђорђе", "“–…’ €•"]
)
def test_latin_greek_and_cyrillic_can_be_printed(text: str) -> None:
    assert missing(text) == ""
    assert printable(text) == text


def test_invisible_signs_are_no_reason_to_warn() -> None:
    assert printable("a\u200b\u00ad\ufeff\u202ab\x00\ufe0f") == "ab"
    assert missing("\u200b\ufeff\ufe0f\x00") == ""


def test_no_repr_quotes_the_person() -> None:
    span = Span(text="mine", size=14)
    assert repr(span) == "<Span>"
    assert repr(broken([span], ROOM)) == "((<Run>,),)"
