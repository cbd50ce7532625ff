"""Own words, topics and names of the five levels: what they must hold."""

from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.feeling import Family
from app.domain.mood_label import MoodLabel
from app.domain.own_word import LONGEST_WORD, OwnWord, WordKind
from app.domain.topic import Topic
from tests.domain.sample import stamp


def test_a_feeling_has_a_family_and_no_other_word_has() -> None:
    assert OwnWord(**stamp(), kind=WordKind.FEELING, word="fizzy", family=Family.BRIGHT).family
    assert OwnWord(**stamp(), kind=WordKind.WHERE, word="the pier").family is None
    for kind, family in ((WordKind.FEELING, None), (WordKind.DOING, Family.CALM)):
        with pytest.raises(DomainError, match="family: of_feelings_only"):
            OwnWord(**stamp(), kind=kind, word="fizzy", family=family)


@pytest.mark.parametrize("word", ["", " ", "x" * (LONGEST_WORD + 1)])
def test_a_word_is_there_and_short(word: str) -> None:
    with pytest.raises(DomainError, match="word: "):
        OwnWord(**stamp(), kind=WordKind.WHERE, word=word)


def test_a_topic_has_a_name() -> None:
    assert Topic(**stamp(), name="A new job").name
    with pytest.raises(DomainError, match="name: blank"):
        Topic(**stamp(), name=" ")


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"level": 0}, "level: no_such_level"),
        ({"level": 6}, "level: no_such_level"),
        ({"words": " "}, "words: blank"),
        ({"face": "a face of nobody"}, "face: unknown"),
        ({"import_names": ("rad", " ")}, "import_names: blank"),
    ],
)
def test_a_name_of_a_level_says_which_and_what(fields: dict[str, Any], wrong: str) -> None:
    whole: dict[str, Any] = {**stamp(), "level": 4, "words": "Sunny", "order": 0, "face": "sun"}
    assert MoodLabel(**whole).words == "Sunny"
    with pytest.raises(DomainError, match=wrong):
        MoodLabel(**whole | fields)
