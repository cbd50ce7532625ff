"""Speaking another language: sentences, plurals, days, numbers, direction."""

import gettext
from datetime import date, datetime

import pytest

from app import words
from app.words import moment
from app.words.direction import is_right_to_left
from app.words.language import SPOKEN, speak, spoken, written
from app.words.number import number
from app.words.pseudo import CLOSE, EXPANDED, MIRRORED, OPEN

DAY = date(2026, 11, 28)
EVENING = datetime(2026, 11, 28, 18, 5)  # noqa: DTZ001  # a time on a clock


def test_sentences_are_read_in_the_language_that_is_spoken() -> None:
    english = words.settings.title
    speak("de")
    german = words.settings.title
    speak("es")
    assert [english, german, words.settings.title] == ["Settings", "Ein\u00adstellungen", "Ajustes"]
    speak("en")
    assert words.settings.title == english


def test_a_plural_is_that_of_the_language() -> None:
    speak("de")
    assert [words.settings.minutes(n).split()[0] for n in (1, 5)] == ["1", "5"]
    assert words.settings.minutes(1) != words.settings.minutes(5).replace("5", "1")


@pytest.mark.parametrize(
    ("code", "region", "day", "clock", "thousands"),
    [
        ("en", "", "28 November 2026", "18:05", "22,000"),
        ("en", "US", "November 28, 2026", "6:05\u202fPM", "22,000"),
        ("en", "XX", "28 November 2026", "18:05", "22,000"),
        ("de", "", "28. November 2026", "18:05", "22.000"),
        ("de", "CH", "28. November 2026", "18:05", "22'000"),
        ("de", "JP", "28. November 2026", "18:05", "22.000"),
        ("es", "", "28 de noviembre de 2026", "18:05", "22.000"),
        ("es", "MX", "28 de noviembre de 2026", "6:05\u202fp.m.", "22,000"),
    ],
)
def test_days_times_and_numbers_are_those_of_language_and_region(
    code: str, region: str, day: str, clock: str, thousands: str
) -> None:
    speak(code, region)
    assert moment.day(DAY) == day
    assert moment.time_of_day(EVENING).replace("\u00a0", "\u202f") == clock
    assert number(22_000) == thousands


def test_a_small_number_has_no_marks() -> None:
    assert [number(n) for n in (0, 7, 999, -3)] == ["0", "7", "999", "-3"]


def test_a_count_is_written_as_numbers_are() -> None:
    assert words.patterns.check_ins(22_000) == "22,000 check-ins"


def test_the_expanded_language_marks_a_sentence_and_leaves_its_places() -> None:
    speak(EXPANDED)
    assert words.settings.title.startswith(OPEN)
    assert words.settings.title.endswith(CLOSE)
    assert len(words.settings.title) > 1.3 * len("Settings")
    assert words.patterns.fewest.count("{fewest}") == 1
    assert "5" in words.settings.minutes(5)


@pytest.mark.parametrize("code", sorted(SPOKEN))
def test_only_the_mirrored_language_is_read_from_right_to_left(code: str) -> None:
    speak(code)
    assert is_right_to_left() == (code == MIRRORED)
    assert spoken() == code


def test_a_document_is_said_to_be_in_the_language_its_words_are_in() -> None:
    said = {}
    for code in SPOKEN:
        speak(code)
        said[code] = written()
    assert said == {"en": "en", "de": "de", "es": "es", EXPANDED: "en", MIRRORED: "en"}


def test_the_same_english_may_be_said_differently_in_two_places() -> None:
    class OneRoom:
        said = words.said.Said("Open")

    class OtherRoom:
        said = words.said.Said("Open")

    class Catalogue(gettext.NullTranslations):
        def pgettext(self, context: str, message: str) -> str:
            return f"{message} ({context})"

    vars(OtherRoom)["said"].context = "elsewhere"
    words.said.use_catalogue(Catalogue())
    assert OneRoom.said == "Open (test_language)"
    assert OtherRoom.said == "Open (elsewhere)"
