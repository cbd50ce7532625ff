"""Words on the few plain pages around the browser window."""

from app.words.said import Said


class BrowserWindowWords:
    """Each page says where things stand and what to do next."""

    title = Said("Holdfast")
    opening = Said("Opening. This page needs JavaScript.")
    already_opened = Said(
        "This address has already been used. To open a new window, close Holdfast and start it again."
    )
    elsewhere = Said(
        "Holdfast is open in another tab. Go on there, or close that tab and load this page again."
    )
    not_from_here = Said("This page does not belong to an open window. Close Holdfast and start it again.")
    ended = Said("Holdfast has ended. What you saved is safe and locked. To go on, start Holdfast again.")
    drop = Said("Let go to look at this file. Nothing comes in yet.")
    nothing_here = Said("There is nothing here.")


browser_window = BrowserWindowWords()
