"""What stands around every screen."""

from app.words.said import Choices, Said


class ShellWords:
    """The bar, the buttons that are always there, and the lines that several screens say."""

    app = Said("Holdfast")
    places = Choices(
        {
            "today": "Today",
            "supports": "Supports",
            "plan": "Plan",
            "patterns": "Patterns",
            "growing": "Growing",
        }
    )
    hard = Said("When it’s hard")
    hide = Said("Hide now")
    hard_keys = Said("Key: F8")
    hide_keys = Said("Keys: Ctrl+Shift+H")
    settings = Said("Settings")
    back = Said("Back")
    undo = Said("Undo")
    save = Said("Save")
    done = Said("Done")
    add = Said("Add")
    edit = Said("Change")
    delete = Said("Delete")
    close = Said("Close")
    show_typed = Said("Show what I type")
    locking_soon = Said("Nobody seems to be here. This will lock in half a minute. What you typed is kept.")
    going_soon = Said("Nobody seems to be here. This text goes away in half a minute.")
    stay = Said("I’m here")
    undone = Said("Put back.")
    saved = Said("Saved.")
    working = Said("One moment.")
    still_working = Said("This is still at work. Stop it, or wait until it is done.")
    not_found = Said("This is no longer here.")
    to_today = Said("Go to Today")
    hidden = Said("Nothing is open here.")
    leave_hidden = Said("Continue")
    may_be_shared = Said("May be shared")
    only_me = Said("Only me")
    too_long = Said("This is too long to save. Please shorten it. Your words are still here.")
    disk_full = Said(
        "There is no room left on this device, so this was not saved. Make some room, then try again."
    )
    went_wrong = Said("Something went wrong here. What you saved is safe.")
    settings_not_saved = Said("This setting could not be saved. Nothing else was changed.")
    not_saved = Said(
        "This could not be saved. What you see is still here: copy it before you lock. "
        "Then unlock and try again."
    )


shell = ShellWords()
