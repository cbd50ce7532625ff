"""What there is to pick in a check-in, and what it is called."""

from app.domain.feeling import FEELINGS, Family
from app.domain.ids import Id
from app.domain.own_word import WordKind
from tests.session.house import House

NOBODY = Id("a" * 26)


def test_our_words_come_first_and_then_the_persons_own(house: House) -> None:
    own = house.session.own_words.add(kind=WordKind.FEELING, word="fizzy", family=Family.BRIGHT)
    house.session.own_words.add(kind=WordKind.WHERE, word="the pier")
    listed = house.session.vocabulary.list(WordKind.FEELING)
    assert [word.key for word in listed] == [*(feeling.key for feeling in FEELINGS), own.id]
    assert (listed[0].text, listed[0].family, listed[0].mine) == ("calm", Family.CALM, False)
    assert (listed[-1].text, listed[-1].family, listed[-1].mine) == ("fizzy", Family.BRIGHT, True)
    assert [word.text for word in house.session.vocabulary.list(WordKind.WHERE)][-1] == "the pier"


def test_a_hidden_word_is_offered_no_more_and_keeps_its_name(house: House) -> None:
    vocabulary = house.session.vocabulary
    own = house.session.own_words.add(kind=WordKind.WHERE, word="the pier")
    for key, name in (("home", "at home"), (own.id, "the pier")):
        vocabulary.show(WordKind.WHERE, key, hidden=True)
        assert [word.key for word in vocabulary.list(WordKind.WHERE) if word.hidden] == [key]
        assert vocabulary.word(WordKind.WHERE, key) == name
        vocabulary.show(WordKind.WHERE, key, hidden=False)
        assert not any(word.hidden for word in vocabulary.list(WordKind.WHERE))


def test_what_is_hidden_in_one_list_is_offered_in_another(house: House) -> None:
    house.session.preferences.change(hidden_words=("where:online",))
    assert [word.key for word in house.session.vocabulary.list(WordKind.WHERE) if word.hidden] == ["online"]
    assert not any(word.hidden for word in house.session.vocabulary.list(WordKind.DOING))


def test_what_another_device_has_removed_has_a_name_still(house: House) -> None:
    vocabulary = house.session.vocabulary
    assert vocabulary.word(WordKind.DOING, NOBODY) == vocabulary.topic(NOBODY)
    vocabulary.show(WordKind.DOING, NOBODY, hidden=True)
    assert not house.session.preferences.now.hidden_words


def test_a_level_is_called_what_the_person_calls_it_first(house: House) -> None:
    vocabulary, labels = house.session.vocabulary, house.session.mood_labels
    assert vocabulary.level(4) == "Good"
    plain = house.session.check_ins.record(mood=4)
    second = labels.add(level=4, words="Breezy", order=1)
    first = labels.add(level=4, words="Sunny", order=0, face="sun")
    named = house.session.check_ins.change(plain, label=second.id)
    assert (vocabulary.level(4), vocabulary.mood(plain), vocabulary.mood(named)) == (
        "Sunny",
        "Sunny",
        "Breezy",
    )
    assert (vocabulary.face(4), vocabulary.face(4, second.id), vocabulary.face(3)) == ("sun", "", "")
    labels.change(second, hidden=True)
    assert vocabulary.labels(4) == (first,)
    assert vocabulary.mood(named) == "Breezy"
    labels.remove(second)
    assert vocabulary.mood(named) == "Sunny"
