"""Supports, and what a phone dials for a number as people write it."""

import string
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import DomainError
from app.domain.support import WayKind, as_offered, dialled
from tests.domain.sample import support, way


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("020 7946 0958", "02079460958"),
        ("(020) 7946-0958", "02079460958"),
        ("01 - 23 - 45 - 67 - 89", "0123456789"),
        ("030 / 123456", "030123456"),
        ("+1 (555) 123-4567", "+15551234567"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("(+44) (0)20 7946 0958", "+442079460958"),
        ("0044 (0)20 7946 0958", "00442079460958"),
        ("(0)20 7946 0958", "02079460958"),
        ("*123#", "*123#"),
        ("999", "999"),
        ("0800123,,24", "0800123,,24"),
        ("\u0660\u0668\u0660\u0660 \u0661\u0661\u0661\u0661", "08001111"),
        ("\uff0b81 \uff083\uff09 1234\uff0d5678", "+81312345678"),
        ("\u202a+44\u00a07700\u00a0900123\u202c", "+447700900123"),
    ],
)
def test_a_number_is_dialled_however_it_is_written(typed: str, number: str) -> None:
    assert dialled(typed) == number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("020 7946 0958 ext 12", "02079460958"),
        ("0800 1111 (24/7)", "08001111"),
        ("0800 1111 (24 hours) 7 days", "08001111"),
        ("112 (or 999)", "112"),
        ("116 123 - 24 hours", "116123"),
        ("116 123 \u2013 24/7", "116123"),
        ("116 123 - 9:00-17:00", "116123"),
        ("0800 1111, 24 hours", "08001111"),
        ("0800 1111; 0800 2222", "08001111"),
        ("020 7946 0958 / 07700 900123", "02079460958"),
        ("0800 1111 Mon-Fri 9-5", "08001111"),
        ("01 23 45 67 89 after six", "0123456789"),
    ],
)
def test_no_digit_of_a_remark_beside_a_number_is_dialled(typed: str, number: str) -> None:
    assert dialled(typed) == number


@given(st.text())
def test_whatever_is_typed_only_what_a_phone_knows_is_dialled(typed: str) -> None:
    assert set(dialled(typed)) <= set(string.digits + "+*#,;")
    assert "+" not in dialled(typed)[1:]


@given(st.text())
def test_what_is_dialled_dials_the_same_again(typed: str) -> None:
    assert dialled(dialled(typed)) == dialled(typed)


@given(
    st.text(string.digits, min_size=3, max_size=15),
    st.lists(st.sampled_from(["", " ", "-", ".", "\u00a0"]), min_size=14, max_size=14),
)
def test_spaces_dots_and_hyphens_between_digits_change_nothing(number: str, gaps: list[str]) -> None:
    typed = number[0] + "".join(gap + digit for gap, digit in zip(gaps, number[1:], strict=False))
    assert dialled(typed) == number


def test_a_way_to_call_opens_the_phone() -> None:
    assert way(WayKind.CALL, "+44 (0)20 7946 0958").link == "tel:+442079460958"
    assert way(WayKind.CALL, "*123#").link == "tel:*123%23"


def test_a_way_to_text_opens_messages() -> None:
    assert way(WayKind.TEXT, "07700 900123").link == "sms:07700900123"


def test_a_way_to_email_opens_mail_and_can_smuggle_no_second_address_or_subject_in() -> None:
    assert way(WayKind.EMAIL, " mei+plan@example.org ").link == "mailto:mei+plan@example.org"
    opened = way(WayKind.EMAIL, "a?bcc=x,y&subject=z@example.org").link
    assert opened is not None
    assert not set("?&,=") & set(opened)


@pytest.mark.parametrize(
    "words",
    [
        "Can you talk?",
        "Γεια σου. Έχεις δέκα λεπτά;",  # noqa: RUF001  # Greek
        "50 % & more = #1? +1",
        "שלום 🌊 مرحبا",
        "first\nsecond\r\nthird",
        "a?body=b&bcc=c@example.org",
    ],
)
@pytest.mark.parametrize(
    ("kind", "value", "address"),
    [
        (WayKind.TEXT, "+44 7700 900123", "sms:+447700900123"),
        (WayKind.EMAIL, "mei@example.org", "mailto:mei@example.org"),
    ],
)
def test_ready_words_stand_in_the_message_whole_and_nothing_else_does(
    kind: WayKind, value: str, address: str, words: str
) -> None:
    link = way(kind, value).link_with(words)
    assert link is not None
    assert link.isascii()
    parts = urlsplit(link)
    assert f"{parts.scheme}:{parts.path}" == address
    assert parse_qs(parts.query, strict_parsing=True) == {"body": ["\r\n".join(words.splitlines())]}
    assert parts.fragment == ""


@given(st.text(st.characters()))
def test_whatever_the_words_are_the_link_is_plain(words: str) -> None:
    link = way(WayKind.TEXT, "116 123").link_with(words)
    assert link is not None
    assert link.isascii()
    assert link.partition("?body=")[2].isprintable()


def test_a_call_takes_no_words_and_without_words_the_link_is_the_plain_one() -> None:
    assert way(WayKind.CALL, "116 123").link_with("Hello") == "tel:116123"
    assert way(WayKind.TEXT, "116 123").link_with(" \n") == "sms:116123"
    assert way(WayKind.IN_PERSON, "Tuesdays").link_with("Hello") is None


def test_a_message_app_is_opened_by_a_link_and_by_nothing_that_only_holds_one() -> None:
    given = "https://signal.me/#eu/abc"
    assert way(WayKind.MESSAGE_APP, f" {given} ").link == given
    for other in (
        "Signal: Mei",
        f"{given} or call",
        "http://signal.me/x",
        "javascript:alert(1)",
        "https://localhost",
    ):
        assert way(WayKind.MESSAGE_APP, other).link is None


def test_who_wants_a_text_first_is_offered_one_first_even_where_only_a_call_is_noted() -> None:
    call = way(WayKind.CALL, "07700 900123", "after six", text_first=True)
    mail = way(WayKind.EMAIL, "mei@example.org")
    text, *others = as_offered((mail, call))
    assert (text.link, text.note) == ("sms:07700900123", "")
    assert others == [mail, call]


def test_a_text_that_is_noted_already_is_the_one_that_comes_first() -> None:
    call, text = (
        way(WayKind.CALL, "07700-900123", text_first=True),
        way(WayKind.TEXT, "07700 900123", "short ones"),
    )
    assert as_offered((call, text)) == (text, call)
    marked = way(WayKind.TEXT, "07700 900123", text_first=True)
    assert as_offered((call, marked)) == (marked, call)


def test_without_the_mark_the_ways_stand_as_they_were_put() -> None:
    ways = (way(WayKind.CALL, "116 123"), way(WayKind.TEXT, "116 123"))
    assert as_offered(ways) == ways


def test_only_a_number_can_be_texted_first() -> None:
    with pytest.raises(DomainError, match="text_first: no_number"):
        way(WayKind.EMAIL, "mei@example.org", text_first=True)


@pytest.mark.parametrize("kind", [WayKind.MESSAGE_APP, WayKind.IN_PERSON, WayKind.ADDRESS])
def test_other_ways_open_no_app(kind: WayKind) -> None:
    assert way(kind, "Tuesdays at the library").link is None


@pytest.mark.parametrize("kind", [WayKind.CALL, WayKind.TEXT])
@pytest.mark.parametrize("typed", ["after six", "+", "ask Mei 020"])
def test_a_way_to_call_or_text_without_a_number_first_is_named_as_such(kind: WayKind, typed: str) -> None:
    with pytest.raises(DomainError) as error:
        way(kind, typed)
    assert (error.value.field, error.value.rule) == ("value", "no_number")
    assert typed not in str(error.value).split()


@pytest.mark.parametrize(
    "typed", ["mei", "mei@", "@example.org", "mei@example", "mei tanaka@example.org", "a@."]
)
def test_an_email_address_that_cannot_be_one_is_named_as_such(typed: str) -> None:
    with pytest.raises(DomainError) as error:
        way(WayKind.EMAIL, typed)
    assert error.value.rule == "no_email"


def test_a_value_stands_as_it_was_typed() -> None:
    assert way(WayKind.CALL, " 020-7946 0958 (home)").value == " 020-7946 0958 (home)"


def test_a_support_needs_a_name() -> None:
    with pytest.raises(DomainError, match="name: blank"):
        support("  ")


def test_the_first_way_is_the_one_put_first() -> None:
    home, mobile = way(WayKind.CALL, "020 7946 0958"), way(WayKind.TEXT, "07700 900123")
    assert support("Mei", mobile, home).first_way == mobile
    assert support("The park").first_way is None


def test_no_way_is_listed_twice() -> None:
    home = way(WayKind.CALL, "020 7946 0958")
    with pytest.raises(DomainError, match="ways: twice"):
        support("Mei", home, home)


def test_a_repr_names_the_kind_and_nothing_typed() -> None:
    mei = support("Mei", way(WayKind.CALL, "020 7946 0958", note="after six"), note="kind")
    assert repr(mei) == "<Support>"
    assert repr(mei.ways[0]) == "<ContactWay call>"
