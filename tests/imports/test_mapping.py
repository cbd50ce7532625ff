"""What a name or a number in a file means: known where it is, and never guessed where it is not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.check_in_table import guarded, joined, parted, unguarded
from app.domain.own_word import WordKind
from app.imports.mapping import Scale, Target, Vocabulary, known_level, scale_of
from app.imports.markup import plain
from app.imports.read import WordList
from app.imports.state_of_mind import level_of


def scale(hardest: int, best: int) -> Scale:
    return Scale(hardest=Fraction(hardest), best=Fraction(best))


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("rad", 5),
        ("Rad", 5),
        (" GOOD ", 4),
        ("Ok", 3),
        ("Schlecht", 2),
        ("lausig", 1),
        ("fine", None),
        ("", None),
    ],
)
def test_only_the_names_that_daylio_begins_with_are_known(name: str, level: int | None) -> None:
    assert known_level(name) == level


@pytest.mark.parametrize(
    ("ends", "levels"),
    [
        ((1, 5), [1, 2, 3, 4, 5]),
        ((5, 1), [5, 4, 3, 2, 1]),
        ((1, 9), [1, 1, 2, 2, 3, 4, 4, 5, 5]),
        ((1, 10), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
    ],
)
def test_a_scale_is_cut_evenly_from_its_middle(ends: tuple[int, int], levels: list[int]) -> None:
    values = range(min(ends), max(ends) + 1)
    assert [scale(*ends).level(Fraction(value)) for value in values] == levels


def test_what_is_off_a_scale_has_no_level_and_a_scale_has_two_ends() -> None:
    assert scale(1, 5).level(Fraction(6)) is None
    assert scale(1, 5).level(Fraction(0)) is None
    with pytest.raises(ValueError, match="two ends"):
        scale(3, 3)


@pytest.mark.parametrize(
    ("least", "most", "ends"),
    [(1, 5, (1, 5)), (0, 4, (0, 5)), (1, 7, (1, 10)), (3, 88, (0, 100)), (2, 300, (0, 300))],
)
def test_a_scale_is_inferred_from_what_stands_there(least: int, most: int, ends: tuple[int, int]) -> None:
    assert scale_of(Fraction(least), Fraction(most)) == scale(*ends)


def test_valence_becomes_a_level_as_the_bands_say() -> None:
    bands = {
        "-1": 1,
        "-0.76": 1,
        "-0.75": 2,
        "-0.26": 2,
        "-0.25": 3,
        "0.24": 3,
        "0.25": 4,
        "0.74": 4,
        "0.75": 5,
        "1": 5,
    }
    assert {text: level_of(Fraction(text)) for text in bands} == bands


def test_a_name_goes_where_there_is_such_a_word_and_else_among_doings() -> None:
    vocabulary = Vocabulary(())
    assert vocabulary.target(WordList.ACTIVITY, "Calm") == Target(kind=WordKind.FEELING, key="calm")
    assert vocabulary.target(WordList.ACTIVITY, "Eating") == Target(kind=WordKind.DOING, key="eating")
    assert vocabulary.target(WordList.ACTIVITY, "skating") == Target(kind=WordKind.DOING)
    assert vocabulary.target(WordList.FEELING, "eating") == Target(kind=WordKind.FEELING)
    assert vocabulary.target(WordList.TOPIC, "calm") is None


@given(st.text(max_size=12))
def test_a_guarded_cell_comes_back_and_begins_no_formula(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d"))


@given(st.lists(st.text(st.sampled_from("ab |\\ '="), min_size=1, max_size=6)).map(tuple))
def test_words_joined_in_one_cell_come_back(words: tuple[str, ...]) -> None:
    assert parted(joined(words)) == words


def test_a_cell_of_someone_elses_keeps_its_apostrophe() -> None:
    assert unguarded("'tis late") == "'tis late"
    assert unguarded("") == ""


def test_a_note_loses_its_markup_and_none_of_its_words() -> None:
    assert plain("a<br>b<br/>c") == "a\nb\nc"
    assert plain("<ul><li>one</li><li>two</li></ul>") == "one\ntwo"
    assert plain("&lt;br&gt; &quot;x&quot; &#128512; a&b &copy2") == '<br> "x" \N{GRINNING FACE} a&b &copy2'
    assert plain("I <3 you, 2<4, <Ana>") == "I <3 you, 2<4, <Ana>"
