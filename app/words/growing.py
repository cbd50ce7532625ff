"""Growing: the place of what a person learns, does and moves towards."""

from app.words.said import Choices, Said


class GrowingWords:
    """What was used last, one line to add, and the way to each list."""

    title = Said("Growing")
    empty = Said("What helps you, what you learn and what goes well can be kept here. One line is a start.")
    lately = Said("Used lately")
    add = Said("Add something")
    add_hint = Said("One line is enough. You can say more later.")
    what = Said("What it is")
    look = Said("Look through")
    groups = Choices(
        {
            "helps": "What does me good",
            "together": "With each other",
            "towards": "Moving on",
            "about": "About me",
        }
    )


growing = GrowingWords()
