"""Helplines: every number named by two pages of two houses and known to a second list, with nothing made up."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import phonenumbers
import pytest

from app.domain.helpline import Helpline
from app.domain.support import PHONE_KINDS, ContactWay, dialled
from app.store.emergency import emergency_numbers
from app.store.helpline import READ_ON, helplines
from app.words.region import language_name, region_name

NUMBERS = Path(__file__).parent.parent.parent / "assets" / "numbers"
LINES = [line for lines in helplines().values() for line in lines]
BY_KEY = {line.key: line for line in LINES}


def phones(line: Helpline) -> Iterator[ContactWay]:
    return (way for way in line.ways if way.kind in PHONE_KINDS)


def known_to_the_second_list(number: str, region: str) -> bool:
    parsed = phonenumbers.parse(number, region)
    return phonenumbers.is_valid_number_for_region(
        parsed, region
    ) or phonenumbers.is_valid_short_number_for_region(parsed, region)


def test_the_second_list_can_say_no() -> None:
    assert not known_to_the_second_list("116 123", "US")
    assert not known_to_the_second_list("0800 111", "DE")


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.key)
def test_every_number_is_one_of_its_region_in_a_second_list(line: Helpline) -> None:
    numbers = [dialled(way.value) for way in phones(line)]
    assert numbers
    assert [number for number in numbers if not known_to_the_second_list(number, line.region)] == []


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.key)
def test_every_number_and_address_is_named_by_pages_of_two_houses(line: Helpline) -> None:
    for way in line.ways:
        hosts = {urlsplit(page.address).hostname for page in line.pages if way.value in page.names}
        assert len(hosts) >= 2, (line.key, way.kind)
    named = {name for page in line.pages for name in page.names}
    assert named == {way.value for way in line.ways}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.key)
def test_no_page_is_of_a_day_to_come(line: Helpline) -> None:
    for page in line.pages:
        assert date(2010, 1, 1) <= page.dated <= READ_ON
        assert page.address.startswith(("http://", "https://"))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.key)
def test_a_line_says_what_it_is(line: Helpline) -> None:
    assert line.key.startswith(line.region.lower() + "-")
    assert region_name(line.region) != line.region
    assert line.region in emergency_numbers()
    assert all(language_name(code) != code for code in line.languages)


def test_keys_and_the_ids_of_ways_are_not_given_twice() -> None:
    assert len(BY_KEY) == len(LINES)
    for line in LINES:
        assert len({way.id for way in line.ways}) == len(line.ways)


@pytest.mark.parametrize("line", [line for line in LINES if line.pair], ids=lambda line: line.key)
def test_pairs_belong_to_each_other_and_one_is_for_the_young(line: Helpline) -> None:
    other = BY_KEY[line.pair]
    assert (other.pair, other.region) == (line.key, line.region)
    assert other.for_whom is not line.for_whom


def test_a_line_for_the_young_alone_is_never_all_there_is() -> None:
    for lines in helplines().values():
        assert any(line.for_whom == "everyone" for line in lines)


def test_a_line_is_old_a_year_after_its_newest_page() -> None:
    line = BY_KEY["nz-1737"]
    assert line.named_on == date(2025, 12, 22)
    assert not line.is_old(line.named_on + timedelta(days=365))
    assert line.is_old(line.named_on + timedelta(days=366))
    assert BY_KEY["us-988"].is_old(READ_ON)


def test_of_a_month_or_a_year_alone_the_first_day_counts() -> None:
    dated = {page.dated for page in BY_KEY["de-nummer-gegen-kummer"].pages}
    assert dated == {date(2023, 5, 18), date(2020, 1, 1)}


def test_the_list_has_no_field_that_nobody_reads() -> None:
    read = {
        "id",
        "region",
        "name",
        "for_whom",
        "hours",
        "languages",
        "cost",
        "may_contact_emergency",
        "pair_with",
    }
    for told in json.loads((NUMBERS / "helplines.json").read_text("utf-8"))["lines"]:
        assert told.keys() == read | {"ways", "sources"}


def test_the_day_of_reading_and_every_line_stand_with_the_sources() -> None:
    sources = (NUMBERS / "SOURCES.md").read_text(encoding="utf-8")
    assert f"**Read on {READ_ON.isoformat()}.**" in sources
