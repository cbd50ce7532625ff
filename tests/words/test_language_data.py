"""What is let go of is read again where it is asked for, and says the same; measured in bytes, it is much."""

import gc
import subprocess
import sys
import tracemalloc
from datetime import date
from pathlib import Path

import pytest
from babel import core, localedata

from app.words import language_data, moment, region, zone
from app.words.language import speak

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2026, 11, 21)
LEAST_BYTES = 2_000_000


def said() -> tuple[object, ...]:
    """A little of all that is said with it."""
    return (
        moment.weekday(DAY),
        moment.short_day(DAY),
        moment.first_weekday("US"),
        region.region_name("NL"),
        zone.zones_of("NL"),
    )


@pytest.mark.parametrize("language", ["en", "de", "es"])
def test_all_is_said_as_before(language: str) -> None:
    speak(language)
    before = said()
    language_data.let_go()
    assert said() == before


def test_only_the_language_in_use_stays() -> None:
    speak("de")
    language_data.read_ahead()
    language_data.let_go()
    assert localedata._cache.keys() <= {moment.locale()}
    assert core._global_data is None


def freed() -> int:
    """Bytes that go, once a start has read what days are said with."""
    tracemalloc.start()
    language_data.read_ahead()
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    language_data.let_go()
    gc.collect()
    return before - tracemalloc.get_traced_memory()[0]


def test_it_is_worth_it() -> None:
    code = "from tests.words.test_language_data import freed; print(freed())"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert int(told.stdout) >= LEAST_BYTES
