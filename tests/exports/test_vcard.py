"""Contacts for a phone: what stands in the file, its form, and that the same comes back."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import ID_SOURCE_BYTES, id_from
from app.domain.support import ContactWay, Support, WayKind
from app.exports.vcard import copied_ways, vcard
from app.imports.vcard import cards

NOW = datetime(2026, 11, 28, tzinfo=UTC)
IDS = [id_from(bytes([n]) * ID_SOURCE_BYTES) for n in range(20)]
CALL, TEXT, EMAIL = WayKind.CALL, WayKind.TEXT, WayKind.EMAIL

Told = tuple[WayKind, str, str]


def support(name: str, *ways: Told, note: str = "") -> Support:
    made = tuple(
        ContactWay(id=IDS[n], kind=kind, value=value, note=said) for n, (kind, value, said) in enumerate(ways)
    )
    return Support(id=IDS[-1], created_at=NOW, changed_at=NOW, name=name, ways=made, note=note)


def told(content: bytes) -> list[tuple[str, list[Told]]]:
    return [
        (card.name, [(way.kind, way.value, way.note) for way in card.ways]) for card in cards(content).cards
    ]


def test_a_contact_is_written_as_phones_read_it() -> None:
    zoe = support(
        "Zoë, of the choir",
        (CALL, "07911 123456", "after six; not Mondays"),
        (CALL, "020 7946 0958", ""),
        (TEXT, "020 7946 0958", ""),
        (TEXT, "0700", ""),
        (EMAIL, "zoe@example.org", ""),
    )
    assert vcard([zoe]).decode() == (
        "BEGIN:VCARD\r\n"
        "VERSION:3.0\r\n"
        "N:;Zoë\\, of the choir;;;\r\n"
        "FN:Zoë\\, of the choir\r\n"
        "item1.TEL;TYPE=VOICE:07911 123456\r\n"
        "item1.X-ABLabel:after six\\; not Mondays\r\n"
        "TEL;TYPE=CELL:020 7946 0958\r\n"
        "TEL;TYPE=TEXT:0700\r\n"
        "EMAIL;TYPE=INTERNET:zoe@example.org\r\n"
        "END:VCARD\r\n"
    )


def test_what_else_was_written_about_somebody_stays_here() -> None:
    canary = "a canary in the note"
    ana = support(
        "Ana",
        (CALL, "123", ""),
        (WayKind.IN_PERSON, "canary at the pier", ""),
        (WayKind.ADDRESS, "canary street", ""),
        (WayKind.MESSAGE_APP, "canary in an app", ""),
        note=canary,
    )
    assert [way.kind for way in copied_ways(ana)] == [CALL]
    assert b"canary" not in vcard([ana])


def test_no_line_is_longer_than_the_form_allows_and_no_letter_is_cut() -> None:
    long = support("Zoë Ελένη " * 15, (CALL, "123", "Тишина " * 20))
    for line in vcard([long]).split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    assert told(vcard([long])) == [(long.name.strip(), [(CALL, "123", ("Тишина " * 20).strip())])]


_line = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=120).filter(
    lambda text: text == text.strip() and text
)
_number = st.from_regex(r"\+?[0-9][0-9 ()/-]{0,14}[0-9]", fullmatch=True)
_phone = st.tuples(st.sampled_from([CALL, TEXT]), _number, st.just("") | _line)
_mail = st.tuples(
    st.just(EMAIL), st.just("ana@example.org") | st.just("a.b+c@example.org"), st.just("") | _line
)
_people = st.builds(
    lambda name, ways: (name, [*dict.fromkeys(ways)]), _line, st.lists(_phone | _mail, max_size=6)
)


@given(st.lists(_people, min_size=1, max_size=4))
def test_what_is_copied_out_comes_back_the_same(people: list[tuple[str, list[Told]]]) -> None:
    assert told(vcard([support(name, *ways) for name, ways in people])) == people


@given(st.lists(_people, min_size=1, max_size=3))
def test_a_copy_of_what_came_back_is_the_same_file(people: list[tuple[str, list[Told]]]) -> None:
    copy = vcard([support(name, *ways) for name, ways in people])
    assert vcard([support(name, *ways) for name, ways in told(copy)]) == copy
