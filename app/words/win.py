"""What went well, however small."""

from app.words.kept_list import ListWords
from app.words.said import Choices, Counted, Lines, Said


class WinWords(ListWords):
    """The list of wins, and one of them."""

    title = Said("What went well")
    intro = Said("Small things that went well, to come back to.")
    empty = Said("A call you made, a meal you cooked, a no you said: nothing is too small.")
    one = Said("Something that went well")
    short = Said("It went well")
    new = Said("What went well")
    new_hint = Said("However small. A few words are enough.")
    examples = Lines(
        "I opened the letter",
        "Cooked rice and ate it at the table",
        "Said no, and it was fine",
        "Went outside before noon",
        "Asked Ana for help with the form",
    )
    show_away = Counted("Show {n} that is put away", "Show {n} that are put away")
    away_title = Said("Put away")

    day = Said("Day: {day}")
    people = Choices({"with_people": "Who with", "tell": "Who would be glad to hear it?"})
    goal = Said("Part of something I’m moving towards")
    no_goal = Said("Not part of anything")
    note = Said("Note something that went well")


win = WinWords()
