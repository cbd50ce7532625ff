"""Contacts as phones and address books write them, by their documented formats; and files that are no good."""

import codecs
import traceback
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.support import SupportKind, WayKind
from app.imports import vcard, vcard_lines
from app.imports.read import Refusal, Refused
from app.imports.vcard import Card, cards
from tests.imports.files import content

CALL, TEXT, EMAIL = WayKind.CALL, WayKind.TEXT, WayKind.EMAIL
ANA = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nN:;Ana;;;\r\nTEL;TYPE=CELL:07911 123456\r\nEND:VCARD\r\n"


def told(card: Card) -> tuple[str, list[tuple[WayKind, str, str]], str]:
    return card.name, [(way.kind, way.value, way.note) for way in card.ways], card.note


def one(raw: bytes) -> Card:
    found = cards(raw)
    assert (len(found.cards), found.left_out) == (1, 0)
    return found.cards[0]


def card(*lines: str) -> bytes:
    return "\r\n".join(["BEGIN:VCARD", *lines, "END:VCARD", ""]).encode()


def refusal(raw: bytes) -> Refusal:
    with pytest.raises(Refused) as caught:
        cards(raw)
    return caught.value.why


# ---------------------------------------------------------------- of real address books


def test_an_iphone_names_its_numbers_in_labels_of_groups() -> None:
    zoe, clinic = cards(content("ios.vcf")).cards
    assert told(zoe) == (
        "Zoë Ada Okonjo",
        [
            (EMAIL, "zoe@example.org", "home"),
            (CALL, "07911 123456", ""),
            (TEXT, "07911 123456", ""),
            (CALL, "+36 30 123 4567", "Other"),
            (CALL, "020 7946 0958", "home"),
            (CALL, "020 7946 0959", "after six, please"),
        ],
        "Met at the choir.\nLikes tea; not coffee.",
    )
    assert zoe.kind is SupportKind.PERSON
    assert told(clinic) == ("Corner Clinic", [(CALL, "020 7946 0900", "work")], "")
    assert clinic.kind is SupportKind.SERVICE


def test_an_android_phone_writes_quoted_printable_over_several_lines() -> None:
    juergen, bo = cards(content("android.vcf")).cards
    assert told(juergen) == (
        "Jürgen Müller",
        [
            (CALL, "+491701234567", ""),
            (TEXT, "+491701234567", ""),
            (CALL, "+4930123456", "home"),
            (EMAIL, "juergen@example.org", "home"),
        ],
        "Kommt gern mit, wenn es regnet und niemand sonst gehen mag.",
    )
    assert told(bo) == ("Bo", [(CALL, "0700123456", ""), (TEXT, "0700123456", "")], "")


def test_a_samsung_phone_breaks_lines_within_a_letter_and_has_fields_of_its_own() -> None:
    assert told(one(content("samsung.vcf"))) == (
        "Ελένη από τη χορωδία της Πέμπτης",
        [(CALL, "690-000-0000", ""), (TEXT, "690-000-0000", ""), (CALL, "210-000-0000", "")],
        "",
    )


def test_google_has_labels_that_say_nothing() -> None:
    assert told(one(content("google.vcf"))) == (
        "Ñandú Pérez",
        [
            (EMAIL, "nandu@example.org", ""),
            (CALL, "+34 600 000 000", "Mobile of her sister"),
            (CALL, "+34 600 000 001", ""),
            (TEXT, "+34 600 000 001", ""),
            (CALL, "+34 910 000 000", "work"),
        ],
        "",
    )


def test_nextcloud_puts_types_in_quotation_marks() -> None:
    assert told(one(content("nextcloud.vcf"))) == (
        "Łukasz",
        [
            (CALL, "+48 22 123 45 67", "home"),
            (CALL, "+48 600 000 000", ""),
            (TEXT, "+48 600 000 000", ""),
            (EMAIL, "lukasz@example.org", "work"),
        ],
        "",
    )


def test_thunderbird_writes_numbers_as_links() -> None:
    assert told(one(content("thunderbird.vcf"))) == (
        "Тишина",
        [
            (EMAIL, "tishina@example.org", ""),
            (CALL, "+7 495 000-00-00", "work"),
            (CALL, "+7-900-000-00-00", ""),
            (TEXT, "+7-900-000-00-00", ""),
            (CALL, "+1-555-555-0100 ext 12", "home"),
        ],
        "one, two",
    )


def test_outlook_writes_in_the_letters_of_windows() -> None:
    assert told(one(content("outlook.vcf"))) == (
        "Jörg Größe",
        [
            (EMAIL, "joerg@example.org", ""),
            (CALL, "030 1234567", "work"),
            (CALL, "0170 1234567", ""),
            (TEXT, "0170 1234567", ""),
        ],
        "",
    )


@pytest.mark.parametrize("name", ["ios.vcf", "android.vcf", "nextcloud.vcf", "thunderbird.vcf"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_says_what_the_letters_are(name: str, encoding: str) -> None:
    as_it_is = content(name)
    assert cards(as_it_is.decode().encode(encoding)) == cards(as_it_is)


@pytest.mark.parametrize("end", [b"\n", b"\r"])
def test_lines_may_end_as_on_any_machine(end: bytes) -> None:
    assert cards(content("ios.vcf").replace(b"\r\n", end)) == cards(content("ios.vcf"))


# ---------------------------------------------------------------- names and ways


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN:Ana", "N:Weber;Bo;;;"), "Ana"),
        (("FN: ", "N:Weber;Bo;Cy;Dr;Jr"), "Bo Cy Weber"),
        (("N:Weber",), "Weber"),
        (("N:;;;;", "NICKNAME:Bo"), "Bo"),
        (("ORG:Choir;Altos",), "Choir, Altos"),
        (("TEL:123",), "123"),
        (("FN:Ana\\, of the choir\\; Thursday",), "Ana, of the choir; Thursday"),
        (("FN:Ana\\nWeber",), "Ana Weber"),
        (("FN:A\\\\nb",), "A\\nb"),
        (("FN:Ana", "FN:Bo"), "Ana"),
        (("fn:Ana",), "Ana"),
        (("item1.FN:Ana",), "Ana"),
        (("FN:An", " a"), "Ana"),
        (("FN:Ana\x07\x1b",), "Ana"),
        (('FN;X="a:b;c":Ana',), "Ana"),
    ],
)
def test_a_name_is_found_wherever_the_card_has_one(lines: tuple[str, ...], name: str) -> None:
    assert one(card(*lines)).name == name


def test_a_letter_that_was_folded_in_two_is_one_again() -> None:
    folded = "FN:Zoë".encode()
    assert one(b"BEGIN:VCARD\r\n" + folded[:-1] + b"\r\n " + folded[-1:] + b"\r\nEND:VCARD\r\n").name == "Zoë"


def test_the_same_number_twice_stands_there_once() -> None:
    assert len(one(card("FN:Ana", "TEL;TYPE=VOICE:1", "TEL;TYPE=VOICE:1")).ways) == 1


def test_a_card_within_a_card_is_passed_over() -> None:
    assert told(one(card("FN:Ana", "AGENT:", "BEGIN:VCARD", "FN:Bo", "TEL:2", "END:VCARD", "TEL:1"))) == (
        "Ana",
        [(CALL, "1", "")],
        "",
    )


def test_a_line_that_is_none_leaves_the_others() -> None:
    assert one(card("no line at all", "FN:Ana", ";;;", ":", "")).name == "Ana"


@pytest.mark.parametrize(
    "lines", [(), ("FN:", "NOTE:a"), ("FN:" + "a" * 201,), ("FN:Ana", "NOTE:" + "a" * 20_001)]
)
def test_without_a_name_or_with_one_that_cannot_be_kept_whole_it_stays_out_and_is_counted(
    lines: tuple[str, ...],
) -> None:
    found = cards(card(*lines) + ANA)
    assert ([one.name for one in found.cards], found.left_out) == (["Ana"], 1)


# ---------------------------------------------------------------- no good


def test_nothing_at_all_is_said_to_be_empty() -> None:
    assert refusal(b"") is refusal(b" \r\n") is Refusal.EMPTY


@pytest.mark.parametrize(
    "raw", [b"hello", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"date,mood\n", b"FN:Ana\n"]
)
def test_a_file_without_a_card_is_none_of_ours(raw: bytes) -> None:
    assert refusal(raw) is Refusal.UNKNOWN


@pytest.mark.parametrize("length", range(len("BEGIN:VCARD"), len(ANA) - len("\r\n")))
def test_a_file_that_breaks_off_within_a_card_brings_nothing_in(length: int) -> None:
    assert refusal(ANA + ANA[:length]) is Refusal.CUT_OFF


def test_an_end_without_a_beginning_is_damage() -> None:
    assert refusal(ANA + b"END:VCARD\r\n") is Refusal.BROKEN


@pytest.mark.parametrize(
    "raw",
    [
        card("FN:M").replace(b"M", "Müller".encode("cp1252")),
        card("FN;CHARSET=rot13:Ana"),
        card("FN;CHARSET=idna:Ana"),
        card("FN;CHARSET=no such thing:Ana"),
        card("FN;CHARSET=:Ana"),
        card("FN;ENCODING=QUOTED-PRINTABLE:=FF=FE"),
        card("FN:A\0na"),
        codecs.BOM_UTF16_LE + b"B\0E",
    ],
)
def test_letters_that_cannot_be_read_are_never_guessed(raw: bytes) -> None:
    assert refusal(raw) is Refusal.NOT_TEXT


def test_too_much_of_anything_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(ANA * 5_001) is Refusal.TOO_LARGE
    assert refusal(card("FN:Ana", *["TEL:1"] * 1_001)) is Refusal.TOO_LARGE
    assert refusal(card("NOTE:" + "a" * (vcard_lines.MOST_VALUE_BYTES + 1))) is Refusal.TOO_LARGE
    monkeypatch.setattr(vcard, "MOST_BYTES", len(ANA) - 1)
    assert refusal(ANA) is Refusal.TOO_LARGE


def test_however_deep_cards_lie_in_cards_it_ends() -> None:
    assert cards(b"BEGIN:VCARD\n" * 100_000 + b"END:VCARD\n" * 100_000).left_out == 1


def test_long_heads_and_photos_are_not_looked_into() -> None:
    hostile = card("TEL;" + ';a="' * 200_000, "PHOTO:" + "\r\n a" * 200_000, "FN:Ana")
    assert one(hostile).name == "Ana"


def test_reading_can_be_stopped() -> None:
    class EnoughError(Exception):
        pass

    def read(_: int) -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        cards(ANA, read)


@given(
    st.binary(max_size=300)
    | st.binary(max_size=80).map(lambda raw: b"BEGIN:VCARD\n" + raw + b"\nEND:VCARD\n")
)
def test_whatever_a_file_is_it_is_read_or_refused(raw: bytes) -> None:
    try:
        found = cards(raw)
    except Refused:
        return
    for each in found.cards:
        assert 0 < len(each.name) <= 200
        assert all(way.value and len(way.value) <= 200 for way in each.ways)


def test_no_refusal_quotes_the_file() -> None:
    private = "a private name".replace(" ", "-")
    for raw in (
        card(f"FN;CHARSET={private}:x"),
        card(f"FN;CHARSET=ascii:{private}ü"),
        card(f"FN:{private}\0"),
    ):
        with pytest.raises(Refused) as caught:
            cards(raw)
        assert private not in "".join(traceback.format_exception(caught.value))


def test_the_samples_have_no_contact_of_this_world() -> None:
    for path in Path(__file__).parent.glob("files/*.vcf"):
        assert b"example.org" in path.read_bytes() or path.name == "samsung.vcf"
