"""The person's own words for the five levels."""

from app.words.said import Choices, Said


class MoodLabelWords:
    """Which words and pictures stand for how it is."""

    title = Said("My words for how it is")
    about = Said("Call each level what you like. You can have several words for one level.")
    change = Said("Change these words")
    level = Said("Level {n} of 5: {words}")
    words = Said("Word")
    first = Said("This word names the level. Leave it empty for “{words}”.")
    another = Said("Another word")
    add = Said("Add another word")
    picture = Said("Picture")
    pictures = Choices(
        {
            "": "The level’s own face",
            "very_good": "Very happy face",
            "good": "Happy face",
            "in_between": "Calm face",
            "hard": "Sad face",
            "very_hard": "Very sad face",
            "sun": "Sun",
            "cloud": "Cloud",
            "rain": "Rain",
            "storm": "Storm",
            "moon": "Moon",
            "wave": "Wave",
            "leaf": "Leaf",
            "stone": "Stone",
        }
    )
    remove_word = Said("Remove “{words}”")
    removed = Said("Removed. Check-ins with this word now show the level’s name.")
    too_long = Said("This is too long for a word.")
    blank = Said("Please write a word, or remove it below.")


mood_label = MoodLabelWords()
