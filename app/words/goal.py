"""What someone is moving towards, in small steps."""

from app.words.kept_list import ListWords
from app.words.said import Choices, Counted, Lines, Said


class GoalWords(ListWords):
    """The list of goals, and one of them. Keys are the values of the states of a goal."""

    title = Said("Moving towards")
    intro = Said("What you would like more of, at your own pace.")
    empty = Said("Something you would like more of, big or small: one line is a start.")
    one = Said("Something I’m moving towards")
    short = Said("Moving towards it")
    new = Said("Moving towards")
    new_hint = Said("It can change, and it can wait.")
    examples = Lines(
        "Singing with others again",
        "A room that feels like mine",
        "Knowing two neighbours by name",
        "Evenings without the news",
        "A day each week for painting",
    )
    show_away = Counted("Show {n} done or let go", "Show {n} done or let go")
    away_title = Said("Done or let go")

    why = Said("Why it matters to me")
    steps = Said("Small steps")
    new_step = Said("A small step")
    new_step_hint = Said("For example: ask when the choir meets.")
    add_step = Said("Add this step")
    step_twice = Said("This step is here already.")
    step_too_long = Said("This step is too long. Please split it in two. Your words are still here.")
    too_many_steps = Said("That is a lot of steps. Up to 50 can be kept. Your words are still here.")
    change_steps = Said("Move or delete steps")
    leave_steps = Said("Leave the steps as they are")
    step_deleted = Said("The step was deleted.")
    people = Choices({"who_could_support": "Who could support me"})
    important = Said("This matters a lot to me")
    important_said = Said("Matters a lot")
    state = Said("Where it stands")
    states = Choices({"now": "Now", "later": "Later", "done": "I’m done with it", "let_go": "I let it go"})
    ended = Choices(
        {
            "done": "You are done with this. It stays here to come back to.",
            "let_go": "You let go of this. It stays here to come back to.",
        }
    )


goal = GoalWords()
