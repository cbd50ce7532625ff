"""A suggested passphrase: hard to guess, and of no word that someone on a bad day should be handed."""

from collections.abc import Sequence

import pytest

from app.passphrase import WORDS_DRAWN, Strength, generated, strength, word_list

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
