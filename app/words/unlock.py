"""The door."""

from app.words.said import Choices, Counted, Said


class UnlockWords:
    """Unlocking, and what to do when it does not open."""

    title = Said("Welcome back")
    passphrase = Said("Passphrase")
    unlock = Said("Unlock")
    opening = Said("Opening. This takes a moment.")
    empty = Said("Type your passphrase first.")
    wait = Said("Please wait {how_long} before the next try. Nothing is lost, and nothing is erased.")
    wait_left = Said("Still {how_long}.")
    wait_over = Said("You can try again now.")
    seconds = Counted("{n} second", "{n} seconds")
    minutes = Counted("{n} minute", "{n} minutes")
    problems = Choices(
        {
            "wrong_passphrase": "This passphrase does not open it. Check capital letters and spaces, then try again.",
            "damaged": "Some of the files here are damaged, so it can’t be opened. Nothing was changed. "
            "If you have a copy of the folder, keep it safe and use that.",
            "unsupported": "This was made by a newer version of Holdfast. Nothing was changed. "
            "Update the app, then try again.",
            "in_use": "It is already open in another window. Use that window, or lock it there first.",
            "too_little_memory": "There is too little free memory to open it. Nothing is lost. "
            "Close other apps, then try again.",
            "missing": "There is nothing to unlock in this folder. Check that it is the right one.",
            "other": "It could not be opened. Nothing was changed. Close the app, then try again.",
        }
    )


unlock = UnlockWords()
