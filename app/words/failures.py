"""Words for when something went wrong on our side."""

from app.words.said import Said


class FailureWords:
    """Sentences that say what still holds, and what to do. None of them names what failed."""

    something = Said("Something went wrong here. What you saved is safe.")
    this_part = Said("This part can’t be shown right now. What you saved is safe.")
    whole_page = Said("Holdfast could not start here. What you saved is safe. Close it and open it again.")


failures = FailureWords()
