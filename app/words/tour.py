"""The short look around, after the first unlocking."""

from app.words.said import Lines, Said


class TourWords:
    """Four cards, one at a time, below the question of Today."""

    title = Said("A short look around")
    steps = Lines(
        "One tap above is a whole check-in. You can add more, or leave it there.",
        "When it’s hard and Hide now are on every page. The first works before you unlock, too.",
        "Supports is who and what helps you. Plan is for hard times. "
        "Patterns looks back. Growing keeps what you learn.",
        "What you write stays on this device. Backups, and more to read, are in Settings.",
    )
    at = Said("{step} of {steps}")
    next_step = Said("Next")
    skip = Said("Skip this")
    again = Said("Show the short look around again")


tour = TourWords()
