"""What a person can do with own words, topics and the names of the five levels."""

from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord
from app.domain.topic import Topic
from app.session.listed import ListedVerbs
from app.session.unlocked import Unlocked
from app.store.own_word import mood_labels, own_words, topics
from app.words.name_order import by_name


def own_word_verbs(unlocked: Unlocked) -> ListedVerbs[OwnWord]:
    """Own words, by the alphabet."""
    return ListedVerbs(unlocked, own_words, OwnWord, lambda one: (by_name(one.word), one.id))


def topic_verbs(unlocked: Unlocked) -> ListedVerbs[Topic]:
    """Topics, by the alphabet."""
    return ListedVerbs(unlocked, topics, Topic, lambda one: (by_name(one.name), one.id))


def mood_label_verbs(unlocked: Unlocked) -> ListedVerbs[MoodLabel]:
    """Names of the levels, the best level first and of each level the first name first."""
    return ListedVerbs(unlocked, mood_labels, MoodLabel, lambda one: (-one.level, one.order, one.id))
