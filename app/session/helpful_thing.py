"""What a person can do with what they find helpful."""

from app.domain.helpful_thing import HelpfulThing
from app.session.listed import ListedVerbs
from app.session.unlocked import Unlocked
from app.store.helpful_thing import helpful_things
from app.words.name_order import by_name


def helpful_thing_verbs(unlocked: Unlocked) -> ListedVerbs[HelpfulThing]:
    """What is helpful, by the alphabet."""
    return ListedVerbs(unlocked, helpful_things, HelpfulThing, lambda one: (by_name(one.text), one.id))
