"""The words of the plan: complete, short, plain, and never a way to be harmed."""

import re
from itertools import chain

import pytest

from app import words
from app.domain.safety_plan import PartType, Sign
from tests.words.plain import flesch_kincaid, sentences

said = words.safety_plan
ALL = [
    *(said.parts[part] for part in PartType),
    *(said.help[part] for part in PartType),
    *chain.from_iterable(said.examples(part) for part in PartType),
    said.start,
    said.one_line_help,
]


def test_every_part_has_a_name_a_question_and_examples() -> None:
    assert said.parts.keys() == said.help.keys() == frozenset(PartType)
    assert all(3 <= len(said.examples(part)) <= 6 for part in PartType)


def test_every_kind_of_sign_has_a_name() -> None:
    assert said.signs.keys() == frozenset(Sign)


def test_no_two_parts_share_a_name_and_no_example_comes_twice() -> None:
    assert len({said.parts[part] for part in PartType}) == len(PartType)
    examples = [one for part in PartType for one in said.examples(part)]
    assert len(set(examples)) == len(examples)


@pytest.mark.parametrize("part", PartType)
def test_a_question_is_one_sentence_or_two_short_ones(part: PartType) -> None:
    assert len(sentences(said.help[part])) <= 2


@pytest.mark.parametrize("text", ALL)
def test_a_sentence_has_at_most_twenty_words_and_does_not_shout(text: str) -> None:
    assert all(len(one.split()) <= 20 for one in sentences(text))
    assert "!" not in text
    assert not re.search(r"\b(?:e\.g|i\.e|etc)\b|\b[A-Z]{3,}\b", text)


def test_the_words_ask_for_no_more_than_six_years_of_school() -> None:
    assert flesch_kincaid(ALL) <= 6
    assert flesch_kincaid([said.help[part] for part in PartType]) <= 6


def test_examples_name_no_means_no_dose_and_no_diagnosis() -> None:
    never = r"pill|tablet|medic|dose|alcohol|drink|knife|blade|razor|sharp|rope|gun|weapon|bridge|rail|poison|suicid|disorder|depress|symptom|relapse|trigger|patient|user"
    assert [one for one in ALL if re.search(never, one, re.IGNORECASE)] == []
