"""How hard the words of each part of the app are to read, messages included that no walk through the screens meets."""

import re
from collections.abc import Callable, Iterable

import pytest
from babel.messages.pofile import read_po

from app.words.language import DRAFTS, ENGLISH, FOLDER
from tests.words.catalogues import forms, marked
from tests.words.plain import (
    flesch_kincaid,
    german_syllables,
    long_enough,
    sentences,
    spanish_syllables,
    syllables,
    szigriszt,
    vienna,
    words_of,
)

HARD = {"hard_time", "safety_net", "reaching", "unlock", "emergency_card"}
"""The parts of the app that one meets in a hard moment."""

NOT_ON_SCREEN = {"command_line"}
WORDS, HARD_WORDS = 20, 15
GRADE, HARD_GRADE = 6, 4
EASE, HARD_EASE = 65, 80
"""Where INFLESZ begins to call a text fairly easy, and very easy."""


def texts(language: str) -> dict[str, list[str]]:
    """What stands on screens, by part of the app, with a name for each place to fill."""
    found: dict[str, list[str]] = {}
    for room, text in _texts(language):
        if room not in NOT_ON_SCREEN:
            found.setdefault(room, []).append(re.sub(r"\{+\w+\}+", "Ana", text))
    return found


def _texts(language: str) -> Iterable[tuple[str, str]]:
    if language == ENGLISH:
        return [(room, text) for room, _, sources in marked() for text in sources]
    with (FOLDER / f"{language}.po").open("rb") as file:
        return [(one.context or "", text) for one in read_po(file) if one.id for text in forms(one.string)]


def measured(language: str, formula: Callable[[Iterable[str]], float]) -> tuple[dict[str, float], float]:
    """What the formula says of each part of the app, and of all parts for a hard moment together."""
    rooms = {room: long for room, said in texts(language).items() if (long := long_enough(said))}
    hard = [text for room in sorted(HARD) for text in rooms[room]]
    return {room: formula(long) for room, long in rooms.items()}, formula(hard)


def test_english_asks_for_no_more_than_six_years_of_school_and_four_in_a_hard_moment() -> None:
    rooms, hard = measured("en", flesch_kincaid)
    assert {room: grade for room, grade in rooms.items() if grade > GRADE} == {}
    assert {room: rooms[room] for room in HARD if rooms[room] > HARD_GRADE} == {}
    assert hard <= HARD_GRADE


def test_german_asks_for_no_more_than_six_years_of_school_and_four_in_a_hard_moment() -> None:
    rooms, hard = measured("de", vienna)
    assert {room: grade for room, grade in rooms.items() if grade > GRADE} == {}
    assert hard <= HARD_GRADE


def test_spanish_is_easy_to_read_and_very_easy_in_a_hard_moment() -> None:
    rooms, hard = measured("es", szigriszt)
    assert {room: ease for room, ease in rooms.items() if ease < EASE} == {}
    assert hard >= HARD_EASE


@pytest.mark.parametrize("language", [ENGLISH, *sorted(DRAFTS)])
def test_sentences_are_short_and_shorter_still_when_it_is_hard(language: str) -> None:
    assert [
        (room, one)
        for room, said in texts(language).items()
        for text in said
        for one in sentences(text)
        if len(one.replace("\u00ad", "").split()) > (HARD_WORDS if room in HARD else WORDS)
    ] == []


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "time locked takes here don’t shaped"),
        (2, "table noted pages something someone open didn’t being hoping quiet unlock passphrase hour"),
        (3, "anyone recovery idea unfinished everything"),
        (4, "emergency reciprocal experience helplessnesses"),
    ],
)
def test_english_syllables_are_counted_as_they_are_spoken(count: int, said: str) -> None:
    assert [(word, syllables(word)) for word in words_of(said) if syllables(word) != count] == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("Weg", 1), ("heute", 2), ("Stützen", 2), ("Wieder\u00adherstellung", 5), ("Häuser", 2), ("Idee", 2)],
)
def test_german_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert german_syllables(words_of(word)[0]) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [
        *(("plan", 1), ("bien", 1), ("quien", 1), ("hoy", 1), ("muy", 1), ("y", 1), ("día", 2), ("guía", 2)),
        *(("leer", 2), ("ciudad", 2), ("ayuda", 3), ("línea", 3), ("pingüino", 3), ("recuperación", 5)),
    ],
)
def test_spanish_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert spanish_syllables(word) == count


def test_each_formula_says_what_can_be_worked_out_by_hand() -> None:
    assert flesch_kincaid(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert vienna(["Eine Katze sitzt auf der Matratze."]) == pytest.approx(
        0.2656 * 6 + 0.2744 * (100 / 6) - 1.693
    )
    assert szigriszt(["El plan no es de hoy."]) == pytest.approx(206.835 - 62.3 - 6)


def test_a_label_does_not_count_and_a_sentence_counts_once() -> None:
    assert long_enough(["Save and lock", "Lock now. Take it one step more.", "Take it one step more."]) == [
        "Take it one step more."
    ]
