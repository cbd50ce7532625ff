"""A recovery key in words: it comes back however it is typed, and what was mistyped is told without being quoted."""

import hashlib
import traceback
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import passphrase
from app.recovery_words import (
    KEY_BYTES,
    LETTERS_ENOUGH,
    WORDS,
    RecoveryWordsError,
    completed,
    key_of,
    offered,
    suggestions,
    word_list,
    words_of,
)

KEY = bytes(range(16))
PRINTED = "aardvark aftershave bunny riches ajar backpack henceforth acoustics amplifier cosmetics ribbon ebook arbitrate leftover"
HEARD_IN_OTHER_WORDS = {
    "alarmclock", "armchair", "artichoke", "auxiliary", "bathrobe", "crystal", "cuticle", "dachshund", "eliminator", "flashlight",
    "frosting", "hexagon", "luggage", "lukewarm", "neuron", "peculiarly", "pledge", "propeller", "quesadilla", "saddlebag", "scarf",
    "shovel", "slumbering", "smokestack", "snapshot", "splashing", "stingray", "tapestry", "upbeat", "wagon", "wishbone",
}  # fmt: skip
keys = st.binary(min_size=KEY_BYTES, max_size=KEY_BYTES)


def _wrong(typed: str) -> RecoveryWordsError:
    with pytest.raises(RecoveryWordsError) as caught:
        key_of(typed)
    return caught.value


def test_a_key_that_was_printed_once_is_read_for_ever() -> None:
    assert " ".join(words_of(KEY)) == PRINTED
    assert key_of(PRINTED) == KEY
    assert words_of(bytes(16))[-2:] == ("abbreviate", "upgrade")
    listed = hashlib.sha256("\n".join(word_list()).encode()).hexdigest()
    assert listed == "702c5d5cb2f0683e96f2a0612fbae4eaf3300d43c6f9e9fb60fe54846075bd68"


@given(keys)
def test_every_key_comes_back_from_its_words(key: bytes) -> None:
    words = words_of(key)
    assert len(words) == WORDS
    assert key_of(" ".join(words)) == key
    assert key_of("-".join(word[:LETTERS_ENOUGH].upper() for word in words)) == key


@pytest.mark.parametrize(
    "typed",
    [
        PRINTED.upper(),
        PRINTED.title().replace(" ", "  \n\t"),
        PRINTED.replace(" ", "-"),
        PRINTED.replace(" ", " – "),
        PRINTED.replace(" ", "\u00a0"),
        "  " + PRINTED.replace(" ", ", ") + ".\r\n",
        "\n".join(f"{number}. {word}" for number, word in enumerate(PRINTED.split(), 1)),
        " ".join(f"{number:02}{word}" for number, word in enumerate(PRINTED.split(), 1)),
        PRINTED.replace("a", "á").replace("e", "é").replace("o", "ö").replace("u", "u\u0308"),
        PRINTED.upper().replace("I", "İ"),
        PRINTED.replace("i", "\u0131"),
        PRINTED.replace("bunny", "bun\u00adny").replace("ebook", "\u200bebook\ufeff"),
        "".join(chr(ord(sign) + 0xFEE0) if sign != " " else "\u3000" for sign in PRINTED),
        " ".join(word[:LETTERS_ENOUGH] for word in PRINTED.split()),
        " ".join(word[:5] for word in PRINTED.split()),
    ],
)
def test_case_spacing_hyphens_accents_numbers_and_short_forms_make_no_difference(typed: str) -> None:
    assert key_of(typed) == KEY


@pytest.mark.parametrize("slip", ["aa", "x", "richez", "richesse", "ricges", "\u0440iches", "яблоко"])
def test_a_mistyped_word_is_named_by_its_place(slip: str) -> None:
    words = PRINTED.split()
    words[3] = words[13] = slip
    error = _wrong(" ".join(words))
    assert (error.field, error.rule, error.places) == ("recovery_key", "word", (4, 14))


def test_too_few_and_too_many_words_are_counted() -> None:
    assert [(_wrong(text).rule, _wrong(text).count) for text in ("", PRINTED + " tiger", PRINTED[9:])] == [
        ("count", 0),
        ("count", 15),
        ("count", 13),
    ]


def test_every_exchange_of_two_words_of_this_key_is_told_by_the_checksum() -> None:
    words = PRINTED.split()
    for one, other in combinations(range(WORDS), 2):
        exchanged = list(words)
        exchanged[one], exchanged[other] = words[other], words[one]
        assert _wrong(" ".join(exchanged)).rule == "checksum"


def test_of_all_single_wrong_words_one_in_thousands_goes_unnoticed() -> None:
    unnoticed, words = 0, PRINTED.split()
    for place in range(WORDS):
        for word in word_list():
            if word == words[place]:
                continue
            try:
                key_of(" ".join([*words[:place], word, *words[place + 1 :]]))
            except RecoveryWordsError as error:
                assert error.rule == "checksum"  # noqa: PT017  # it is one error of thousands
            else:
                unnoticed += 1
    assert unnoticed <= 12  # 3.5 are to be expected of 14,322


def test_words_are_suggested_while_they_are_typed() -> None:
    assert suggestions("BÁC") == ("backpack",)
    assert suggestions("aq") == ("aquamarine",)
    assert len(suggestions("a")) == 8
    assert all(word.startswith("un") for word in suggestions("un"))
    assert "strawberry" in suggestions("stawbery")
    for nothing in ("", " - ", "7", "two words"):
        assert suggestions(nothing) == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tiger, bac", ("backpack",)),
        ("1) Tiger 2) BÁC", ("backpack",)),
        ("tiger stawbery", ("strawberry",)),
        ("tiger b", ()),
        ("tiger ", ()),
        ("tiger", ()),
        ("", ()),
        ("7", ()),
    ],
)
def test_the_letters_at_the_end_are_what_is_offered_for(typed: str, words: tuple[str, ...]) -> None:
    assert offered(typed)[:1] == words


def test_a_word_that_is_taken_replaces_the_letters_at_the_end_and_nothing_else() -> None:
    assert completed("1) tiger 2) BÁC", "backpack") == "1) tiger 2) backpack "
    assert completed("tiger ", "backpack") == "tiger backpack "


def test_no_two_words_begin_alike_or_are_one_slip_apart() -> None:
    words = word_list()
    assert len(set(words)) == 1024
    assert list(words) == sorted(words)
    assert all(word.isascii() and word.isalpha() and word.islower() for word in words)
    assert len({word[:LETTERS_ENOUGH] for word in words}) == 1024
    slips: dict[str, str] = {}
    for word in words:
        for letter in range(len(word)):
            # two words that become equal when a letter of each is taken out, or is any, are one slip apart
            for shape in (word[:letter] + word[letter + 1 :], word[:letter] + "." + word[letter + 1 :]):
                assert slips.setdefault(shape, word) == word
    assert not slips.keys() & set(words)


def test_no_word_is_one_that_nobody_should_be_handed_on_a_bad_day() -> None:
    heard = {word for word in word_list() if any(stem in word for stem in passphrase._STEMS_LEFT_OUT)}
    assert heard == HEARD_IN_OTHER_WORDS


def test_the_list_names_where_it_comes_from() -> None:
    source = Path(__file__).parent.parent / "assets" / "recovery_words" / "SOURCES.md"
    assert "Creative Commons Attribution 3.0" in source.read_text(encoding="utf-8")


def test_a_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        words_of(bytes(32))


def test_an_error_quotes_nothing_that_was_typed() -> None:
    for typed in (
        "canaryword " * 14,
        PRINTED + " tiger",
        PRINTED.replace("tiger", "x").replace("bunny", "ajar"),
    ):
        error = _wrong(typed)
        told = "".join(traceback.format_exception(error)) + repr(error) + repr(vars(error))
        assert not any(word in told for word in typed.split())
