"""What a person has added to the lists of a check-in: own words, topics, and names of the five levels."""

from app.domain.mood_label import MoodLabel
from app.domain.own_word import OwnWord
from app.domain.topic import Topic
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault


def own_words(vault: Vault, left_out: LeftOut | None = None) -> Shelf[OwnWord]:
    """The shelf of own words."""
    note = (left_out or LeftOut()).of("own_word", "own_words")
    return Shelf(vault.collection("own_words").table("own_words"), OwnWord, note=note)


def topics(vault: Vault, left_out: LeftOut | None = None) -> Shelf[Topic]:
    """The shelf of topics."""
    note = (left_out or LeftOut()).of("topic", "topics")
    return Shelf(vault.collection("topics").table("topics"), Topic, note=note)


def mood_labels(vault: Vault, left_out: LeftOut | None = None) -> Shelf[MoodLabel]:
    """The shelf of names for the five levels."""
    note = (left_out or LeftOut()).of("mood_label", "mood_labels")
    return Shelf(vault.collection("mood_labels").table("mood_labels"), MoodLabel, note=note)
