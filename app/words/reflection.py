"""A few words about how it is between people."""

from app.words.kept_list import ListWords
from app.words.said import Choices, Counted, Lines, Said


class ReflectionWords(ListWords):
    """The list of reflections, and one of them. Keys are the values of the prompts."""

    title = Said("Reflections")
    intro = Said("A few words about a time with someone, for yourself.")
    empty = Said("After a talk, a walk, or a letter: what stays with you? One line is a start.")
    one = Said("A reflection")
    short = Said("A reflection")
    new = Said("A few words")
    new_hint = Said("As much or as little as you like.")
    examples = Lines(
        "We were quiet on the bench, and it was good",
        "I told Sam that Mondays are hard",
        "She sees the job as a door, I see a wall",
        "Next time I want to ask how he is, too",
    )
    show_away = Counted("Show {n} that is put away", "Show {n} that are put away")
    away_title = Said("Put away")

    begin = Said("A question to begin from")
    prompts = Choices(
        {
            "free": "No question",
            "connection": "Connection",
            "seeing_it_differently": "Seeing it differently",
            "both_of_us": "Both of us",
            "moving_towards": "Moving towards",
        }
    )
    questions = Choices(
        {
            "free": "What would you like to keep?",
            "connection": "When did it feel like you were both really there?",
            "seeing_it_differently": "What did each of you see that the other did not?",
            "both_of_us": "What did you each give, and what did you each get?",
            "moving_towards": "What could there be more of from here?",
        }
    )
    people = Choices({"with_people": "Who with"})


reflection = ReflectionWords()
