"""What came from a support: meetings, what was learned, what was passed on."""

from app.words.said import Choices, Said


class CameFromWords:
    """What came from a support, gathered from everywhere."""

    title = Said("What came of it")
    kinds = Choices(
        {
            "meeting": "Meetings with {name}",
            "learned": "What I learned from {name}",
            "passed_on": "What I passed on to {name}",
        }
    )
    nothing = Said("Nothing is noted yet. You can start with a meeting.")
    open_one = Said("Open {name}")


came_from = CameFromWords()
