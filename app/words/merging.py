"""Bringing together what was written on two devices."""

from app.words.said import Choices, Lines, Said


class MergingWords:
    """Merging another device's backup."""

    title = Said("Bring in from another device")
    what = Lines(
        "Make a backup on the other device, and bring its file here. What was written there comes in here.",
        "Where both have changed the same thing, the later one stays. What was deleted later stays deleted.",
        "First you see what would come in. Nothing is changed until you say so.",
    )
    file = Said("Backup from the other device")
    file_help = Said("The whole path of the file, such as {example}")
    file_empty = Said("First say where the backup is.")
    opens_with = Said("Passphrase or recovery words of that backup")
    opens_with_empty = Said("Type the passphrase of that backup first.")
    look = Said("See what would come in")
    looking = Said("Looking at the backup. Nothing is changed.")
    damaged_before = Said(
        "Some of what is in this backup was damaged when it was made. What is left of it can come in."
    )
    preview = Said("What would come in")
    nothing_new = Said("There is nothing new in this backup. Everything in it is here already.")
    bring_in = Said("Bring it in")
    not_now = Said("Not now")
    bringing = Said("Bringing it in.")
    done = Said("It is here now.")
    stopped = Said("Stopped. Nothing was changed.")
    too_little_room = Said("There is no room left on this device. Make some room, then try again.")
    cannot = Said(
        "It could not all be brought in. What you had is safe. Unlock again, then try once more: nothing comes in twice."
    )
    damaged_here = Said(
        "Something here is damaged, so this backup cannot come in yet. What you have was not changed."
    )
    lines = Choices(
        {
            "new": "{n} new",
            "newer": "{n} with a later version",
            "deleted": "{n} deleted there, and then here",
            "older": "{n} where yours is later and stays",
        }
    )


merging = MergingWords()
