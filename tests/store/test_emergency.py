"""Emergency numbers: every row once more against a second public list, every region with a name, one date."""

import csv
from datetime import date
from pathlib import Path

import phonenumbers
import pytest

from app.store.emergency import COMPARED_ON, EmergencyNumber, emergency_numbers
from app.words.region import region_name, regions_by_name

NUMBERS = Path(__file__).parent.parent.parent / "assets" / "numbers"
SERVICES = {"all", "police", "ambulance", "fire"}


def _rows() -> list[tuple[str, str, str]]:
    with (NUMBERS / "emergency_numbers.csv").open(encoding="utf-8", newline="") as rows:
        return [(row["region"], row["service"], row["number"]) for row in csv.DictReader(rows)]


def test_every_row_is_an_emergency_number_of_its_region_in_a_second_list() -> None:
    rows = _rows()
    assert len(rows) > 300
    assert [row for row in rows if not phonenumbers.is_emergency_number(row[2], row[0])] == []


def test_the_second_list_can_say_no() -> None:
    assert not phonenumbers.is_emergency_number("113", "GB")
    assert not phonenumbers.is_emergency_number("999", "FR")


def test_every_row_of_the_list_is_offered_and_nothing_else() -> None:
    offered = [
        (region, one.service, one.number)
        for region, numbers in emergency_numbers().items()
        for one in numbers
    ]
    assert sorted(offered) == sorted(_rows())
    assert len(set(offered)) == len(offered)


def test_numbers_are_digits_and_services_are_ours() -> None:
    for region, service, number in _rows():
        assert service in SERVICES, region
        assert number.isascii(), region
        assert number.isdigit(), region
        assert 2 <= len(number) <= 6, region


@pytest.mark.parametrize("region", sorted(emergency_numbers()))
def test_in_every_region_police_and_an_ambulance_are_reached(region: str) -> None:
    services = {one.service for one in emergency_numbers()[region]}
    assert "all" in services or {"police", "ambulance"} <= services


def test_every_region_has_a_name_and_no_two_the_same() -> None:
    names = regions_by_name(emergency_numbers())
    assert {code for code, _ in names} == emergency_numbers().keys()
    assert [code for code, name in names if name == code] == []
    assert len({name for _, name in names}) == len(names)
    assert region_name("GB") == "United Kingdom"


def test_well_known_numbers_are_what_everyone_knows() -> None:
    assert emergency_numbers()["DE"] == (EmergencyNumber("all", "112"),)
    assert {one.number for one in emergency_numbers()["GB"]} == {"999"}
    assert {one.number for one in emergency_numbers()["US"]} == {"911"}


def test_the_date_is_the_one_that_the_sources_give() -> None:
    sources = (NUMBERS / "SOURCES.md").read_text(encoding="utf-8")
    assert f"Compared on {COMPARED_ON.isoformat()}." in sources
    assert date(2026, 1, 1) <= COMPARED_ON
