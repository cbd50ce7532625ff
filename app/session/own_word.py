"""What a person can do with own words, topics and the names of the five levels."""

from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord
from app.domain.topic import Topic
from app.session.listed import ListedVerbs
from app.session.unlocked import Unlocked
from app.store.own_word import mood_labels, own_words, topics


def own_word_verbs(unlocked: Unlocked) -> ListedVerbs[OwnWord]:
    """Own words, by the alphabet."""
    shelf = own_words(unlocked.vault, unlocked.left_out)
    return ListedVerbs(unlocked, shelf, OwnWord, lambda one: (one.word.casefold(), one.id))


def topic_verbs(unlocked: Unlocked) -> ListedVerbs[Topic]:
    """Topics, by the alphabet."""
    shelf = topics(unlocked.vault, unlocked.left_out)
    return ListedVerbs(unlocked, shelf, Topic, lambda one: (one.name.casefold(), one.id))


def mood_label_verbs(unlocked: Unlocked) -> ListedVerbs[MoodLabel]:
    """Names of the levels, the best level first and of each level the first name first."""
    shelf = mood_labels(unlocked.vault, unlocked.left_out)
    return ListedVerbs(unlocked, shelf, MoodLabel, lambda one: (-one.level, one.order, one.id))
