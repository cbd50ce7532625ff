"""What came from a support: meetings, what was learned, what was passed on."""

from app.words.said import Choices, Said


class CameFromWords:
    """What came from a support, gathered from everywhere."""

    title = Said("What came of it")
    kinds = Choices(
        {
            "meeting": "Meetings with {name}",
            "tool": "What helps me, from {name}",
            "tool_passed_on": "What helps me, passed on to {name}",
            "learning": "What I learned from {name}",
            "learning_passed_on": "What I learned, passed on to {name}",
            "reflection": "Reflections with {name}",
            "win": "What went well with {name}",
            "win_to_tell": "What went well, to tell {name}",
            "goal": "What {name} could support me with",
            "referral": "What {name} suggested",
            "referral_found": "How I found {name}",
            "keep_item": "In my keep box, from {name}",
        }
    )
    nothing = Said("Nothing is noted yet. You can start with a meeting.")
    open_one = Said("Open {name}")


came_from = CameFromWords()
