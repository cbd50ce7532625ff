"""What a person finds helpful."""

from app.words.said import Counted, Lines, Said


class HelpfulThingWords:
    """The list of what is helpful, and one thing of it."""

    title = Said("What I find helpful")
    intro = Said("What does you good when you are with others, or on your own.")
    empty = Said("What do others do, or what is around you, when it goes well? One thing is enough to start.")
    add = Said("Add what is helpful")
    new_title = Said("Something helpful")
    text = Said("What is helpful")
    text_hint = Said("For example: being asked, not told.")
    examples = Lines(
        "Being asked what I need",
        "Someone who has been there, too",
        "A walk side by side, without many words",
        "Knowing beforehand who will be there",
        "A message that needs no answer",
        "Laughing about the same thing",
        "Silence that nobody has to fill",
    )
    blank = Said("Please write what is helpful. A few words are enough.")
    open_one = Said("Open {text}")
    show_more = Counted("Show {n} more", "Show {n} more")
    topics = Said("What it helps with")
    in_plan = Said("In my plan")
    not_in_plan = Said("It is not in your plan. You can add it to a part.")
    stands_in = Said("It is in your plan, under: {parts}.")
    choose_part = Said("Choose a part of my plan")
    add_to = Said("Add to: {part}")
    added = Said("Added to: {part}")
    delete = Said("Delete this")
    deleted = Said("Deleted: {text}")


helpful_thing = HelpfulThingWords()
