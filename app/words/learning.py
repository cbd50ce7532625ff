"""What was learned, and from whom."""

from app.words.kept_list import ListWords
from app.words.said import Choices, Counted, Lines, Said


class LearningWords(ListWords):
    """The list of learnings, and one of them. Keys are the values of the enumerations of a learning."""

    title = Said("What I learned")
    intro = Said("What others showed you, and what you found out yourself.")
    empty = Said("An idea, another way to see something, or where there is help: one line is a start.")
    one = Said("Something I learned")
    short = Said("I learned it")
    new = Said("What I learned")
    new_hint = Said("In your own words, or in theirs.")
    examples = Lines(
        "It is fine to ask for a day to think",
        "Noor says no with a smile, and stays friends",
        "The library lends out sewing machines",
        "Rest before I am tired, not after",
        "The advice centre sees people without a letter",
    )
    show_away = Counted("Show {n} that is put away", "Show {n} that are put away")
    away_title = Said("Put away")

    kind = Said("What kind it is")
    kinds = Choices(
        {
            "idea": "An idea",
            "new_way_of_seeing": "Seeing it differently",
            "where_to_get_help": "Where there is help",
            "": "Not said",
        }
    )
    before = Said("What I thought before")
    now = Said("What I think now")
    people = Choices({"learned_from": "Who it came from", "passed_on_to": "I passed it on to"})
    their_words = Said("These are their words, not mine")
    their_yes = Said("May I pass them on?")
    answers = Choices({"asked": "Asked, no answer yet", "yes": "Yes", "no": "No", "": "Not asked yet"})
    note = Said("Note something I learned")
    ask_first = Said("These are someone’s own words. They stay with you until they say yes.")


learning = LearningWords()
