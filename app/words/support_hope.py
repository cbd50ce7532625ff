"""What further support a person would like."""

from app.words.said import Choices, Said


class SupportHopeWords:
    """Asking for it, and what is said of it on its sheet."""

    title = Said("What further support I’d like")
    intro = Said("You can leave all of this empty. What you add is on your map as hoped for.")
    so_far = Said("Hoped for so far")
    help = Said("What would help")
    own_words = Said("In my words")
    own_words_hint = Said("For example: someone who writes. No name is needed.")
    someone = Said("Someone I don’t know yet")
    in_the_way = Said("What is in the way")
    smallest_step = Said("The smallest step")
    smallest_step_hint = Said("For example: ask at the library what groups there are.")
    add = Said("Add to my map")
    list_title = Said("What I’m hoping for")
    list_intro = Said("Each of these is on your map. There is no hurry to find any of them.")
    list_empty = Said("What further support would you like? You can leave this empty.")
    add_one = Said("Add what I’m hoping for")
    hope = Said("What I’m hoping for")
    stands = Said("Where it stands")
    states = Choices(
        {
            "hoping": "I’m hoping for it",
            "looking": "I’m looking for it",
            "not_now": "Not now",
            "found": "I have found it",
        }
    )
    groups = Choices({"now": "Hoped for now", "not_now": "Not now", "found": "Found"})
    first_step = Said("Smallest step: {step}")
    topics = Said("What it would help with")
    found_it = Said("I have found it")
    found_help = Said("Then it is one of your supports, with all that you wrote.")
    found = Said("{name} is one of your supports now.")
    is_found = Said("This is one of your supports now.")
    open_support = Said("Open it in my supports")
    on_my_map = Said("See it in my supports")
    remove = Said("Take it off my map")
    removed = Said("Taken off your map: {name}")
    blank = Said("Please write what you are hoping for. One word is enough.")
    added = Said("On your map as hoped for: {name}")


support_hope = SupportHopeWords()
