"""Numbers: read in the form of their country, dialled as they were typed, and emergency numbers known as such."""

import pytest

from app.domain.ids import Id
from app.domain.support import ContactWay, WayKind, dialled
from app.session.phone_number import formatted, is_emergency, shown
from app.store.emergency import emergency_numbers

NOBODY = Id("aaaaaaaaaaaaaaaaaaaaaaaaaa")


@pytest.mark.parametrize(
    ("typed", "region", "read"),
    [
        ("02079460958", "GB", "020 7946 0958"),
        ("+442079460958", "GB", "020 7946 0958"),
        ("+442079460958", "DE", "+44 20 7946 0958"),
        ("+44 (0)20-7946-0958", "DE", "+44 20 7946 0958"),
        ("08001110111", "DE", "0800 1110111"),
        ("+36301234567", "", "+36 30 123 4567"),
        ("+36301234567", "ZZ", "+36 30 123 4567"),
        ("٠٢٠٧٩٤٦٠٩٥٨", "GB", "020 7946 0958"),
    ],
)
def test_a_whole_number_is_read_in_the_form_of_the_region(typed: str, region: str, read: str) -> None:
    assert formatted(typed, region) == read


@pytest.mark.parametrize(
    "typed",
    [
        "020 7946 0958 (after six)",
        "02079460958 / 07911 123456",
        "02079460958,,4",
        "ring 02079460958",
        "020794609580000",
        "116 123",
        "12-34",
        "",
    ],
)
def test_what_is_no_single_valid_number_stays_as_it_was_typed(typed: str) -> None:
    assert formatted(typed, "GB") == typed


def test_without_a_region_a_number_without_its_country_stays_as_it_was_typed() -> None:
    assert formatted("02079460958", "") == "02079460958"


@pytest.mark.parametrize("kind", [WayKind.MESSAGE_APP, WayKind.IN_PERSON, WayKind.ADDRESS])
def test_only_phone_numbers_are_put_into_form(kind: WayKind) -> None:
    assert shown(ContactWay(id=NOBODY, kind=kind, value="02079460958"), "GB") == "02079460958"
    assert shown(ContactWay(id=NOBODY, kind=WayKind.TEXT, value="02079460958"), "GB") == "020 7946 0958"


def test_how_a_number_reads_changes_nothing_of_what_is_dialled() -> None:
    for typed in ("+44 (0)20-7946-0958", "02079460958", "+36301234567"):
        way = ContactWay(id=NOBODY, kind=WayKind.CALL, value=typed)
        before = way.link
        shown(way, "GB")
        assert (way.value, way.link) == (typed, before)


def test_every_bundled_number_is_known_as_an_emergency_number_where_it_is_one_and_while_no_region_is_chosen() -> (
    None
):
    for region, numbers in emergency_numbers().items():
        for one in numbers:
            assert is_emergency(one.number, region)
            assert is_emergency(one.number, "")
            assert is_emergency(one.number, "ZZ")


def test_what_every_mobile_phone_takes_for_an_emergency_call_counts_everywhere() -> None:
    for region in ("GB", "DE", "NZ", "US", "", "ZZ"):
        assert is_emergency("112", region)
        assert is_emergency("911", region)


@pytest.mark.parametrize("number", ["9116666666", "911,,2", "911;5"])
def test_more_digits_or_a_pause_after_it_change_nothing(number: str) -> None:
    assert is_emergency(number, "US")


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("116 123", "GB"),
        ("116 123", ""),
        ("988", "US"),
        ("13 11 14", "AU"),
        ("0800 1110111", "DE"),
        ("+1 911 555 0100", "US"),
        ("000", "GB"),
        ("", "GB"),
    ],
)
def test_other_numbers_are_dialled_with_one_press(typed: str, region: str) -> None:
    assert not is_emergency(dialled(typed), region)
