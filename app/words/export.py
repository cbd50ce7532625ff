"""A copy of the plan for a peer: the words around it, and those on it."""

from app.words.said import Choices, Counted, Lines, Said


class ExportWords:
    """Choosing what is shown, and what stands on the copy beside the person's own words."""

    intro = Said("Choose what they will see. Nothing is chosen at first.")
    nothing_chosen = Said("Nothing is chosen yet, so there is nothing to show.")
    shown = Said("This is what they will see")
    left_out = Said("This stays with you")
    reasons = Choices(
        {
            "only_me": "Marked “Only me”",
            "not_chosen": "Not chosen",
            "hidden_part": "In a part you have hidden",
        }
    )
    left_out_items = Counted("1 line", "{n} lines")
    not_locked = Lines(
        "This copy will not be locked. Anyone who opens it can read it.",
        "You can’t take it back once you have given it away.",
    )
    missing = Said("These signs can’t be printed: {signs}. The copy names each of them instead.")
    missing_stays = Said("As text, each stays as you typed it.")
    called = Said("The name on the copy")
    called_help = Said("As they know you. You can leave this empty.")
    save = Said("Save the copy")
    share = Said("Share with another app")
    shared = Said("The other app has it now. This app can’t see whether it was sent.")
    saved = Said("The copy is saved.")
    not_given = Said("No copy was saved. Your choice is still here.")
    not_saved = Said("The copy could not be saved. Choose another place, then try again.")

    document_title = Said("Plan")
    heading = Said("My plan for hard times")
    made_by = Said("Made by {name}")
    date = Said("Date: {date}")
    version = Said("Version {n}")
    closing = Said("Is this copy some weeks old? Ask me for a newer one.")
    way = Said("{label}:")
    continued = Said("{heading} (continued)")
    page = Said("Page {n} of {total}")

    together = Said("How we do this together")
    together_says = Lines(
        "You don’t have to fix it. Being there is enough.",
        "You have limits too. Please tell me when you reach them.",
        "Find support for yourself as well: someone you trust, or a helpline.",
    )
    agreed = Choices({"asked_of_me": "What you asked of me", "my_limits": "My limits"})

    card_folding = Lines(
        "1. Print this page at 100 %. Cut along the solid line.",
        "2. Fold the upper half to the back, along the dashed line across.",
        "3. Fold once more, along the dashed line down, with the title in front.",
        "This card is not locked. Anyone who finds it can read it.",
    )


export = ExportWords()
