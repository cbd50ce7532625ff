"""Helplines: what is known of each, what is not, and what a person can say about them. At most 15 words a sentence."""

from app.words.said import Choices, Counted, Lines, Said


class HelplineWords:
    """The bundled lines, and the person's own in their place."""

    title = Said("Helplines")
    way_in = Said("About these lines")
    here = Said("Lines you can call or text")
    intro = Lines(
        "These lines are for many people. Your own people and numbers come first.",
        "We read about them on public pages. Nobody here has called them.",
    )
    no_region = Said("Choose where you are to see the lines we know there.")
    none_here = Said("We don’t know a line for {region} yet. You can add your own as a support.")
    add_own = Said("Add a line of my own")
    mine = Said("Yours, in place of ours.")
    for_whom = Choices({"everyone": "For everyone", "young": "For children and young people"})
    hours = Choices({"always": "Day and night", "mon_sat_14_20": "Monday to Saturday, 14:00 to 20:00"})
    first_word = Said("Begin with the word {word}.")
    chat_at = Said("Chat: {site}")
    chat_somewhere = Said("They have a chat on their website.")
    languages = Said("Speaks: {languages}")
    is_free = Said("The call is free.")
    may_contact = Said("They may send emergency services if they think a life is in danger.")
    unknown = Said("We don’t know {things}.")
    things = Choices(
        {
            "hours": "their hours",
            "languages": "which languages they speak",
            "cost": "what a call costs",
            "emergency": "whether they may send emergency services",
        }
    )
    named = Said("Public pages name this line, the newest from {month}. We read them on {day}.")
    old = Said("That is more than a year ago. It may have changed: please check it.")
    you_checked = Said("You checked this on {day}.")
    pages = Counted("Where we read it: {n} page", "Where we read it: {n} pages")
    i_checked = Said("I checked {name} today")
    pin = Said("Pin {name}")
    unpin = Said("Unpin {name}")
    pinned = Said("Pinned: it comes first.")
    hide = Said("Hide {name}")
    show = Said("Show {name} again")
    hidden = Said("Hidden by you")
    was_hidden = Said("{name} is hidden.")
    correct = Said("Correct {name}")
    open_own = Said("Open {name}")
    made_own = Said("{name} is now one of your supports. Change it as you like.")
    own_note = Said("Taken from the list of helplines on {day}.")


helplines = HelplineWords()
