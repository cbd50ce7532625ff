"""What further support a person would like."""

from app.words.said import Said


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
    added = Said("On your map as hoped for: {name}")


support_hope = SupportHopeWords()
