"""A suggested passphrase: hard to guess, and of no word that someone on a bad day should be handed."""

from collections.abc import Sequence

import pytest

from app.passphrase import WORDS_DRAWN, Strength, generated, strength, withstands_a_thief, word_list

HURTFUL = """
    blade casket crazy cut drown graves helpless hurt panic poison rope slashed strangle suffocate unhappy wound
    musket cannon hemlock morphine impale shrapnel noose gallows bleed overdose suicide alone isolated maggot obituary
    valium stench dislike hatred hatchet cannabis autistic aspirin relapse stress
    gun knife pistol rifle pill weapon useless morbid savage railing ledge bridge darkness
""".split()  # noqa: SIM905  # a paragraph can be read


@pytest.mark.parametrize("word", HURTFUL)
def test_no_word_that_could_hurt_is_on_the_list(word: str) -> None:
    assert word not in word_list()


def test_the_list_is_long_enough_for_76_bits_in_six_words() -> None:
    assert len(set(word_list())) == len(word_list())
    assert WORDS_DRAWN == 6
    assert len(word_list()) ** WORDS_DRAWN > 2**76.5


def test_words_are_written_in_one_way() -> None:
    assert all(word.isascii() and word.isalpha() and word.islower() for word in word_list())


def test_what_is_drawn_is_six_words_of_the_list_and_very_hard_to_guess() -> None:
    drawn: list[str] = []

    def choose(words: Sequence[str]) -> str:
        drawn.append(words[len(drawn) * 1_009])
        return drawn[-1]

    assert generated(choose) == " ".join(drawn)
    assert len(drawn) == WORDS_DRAWN
    assert strength(" ".join(drawn)) is Strength.VERY_GOOD


@pytest.mark.parametrize("typed", ["", "kettle", "tea and kettle", "password1234567890"])
def test_what_is_good_for_a_door_that_waits_may_be_too_little_for_a_file(typed: str) -> None:
    assert not withstands_a_thief(typed)


@pytest.mark.parametrize("typed", ["ember lantern plural orbit velvet gosling", "a kettle sings in győr"])
def test_several_words_that_do_not_belong_together_are_enough(typed: str) -> None:
    assert withstands_a_thief(typed)
