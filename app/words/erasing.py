"""Erasing everything on this device."""

from app.words.said import Lines, Said


class ErasingWords:
    """Leaving nothing behind on this device."""

    title = Said("Erase everything on this device")
    what = Lines(
        "This erases everything you wrote here, its settings, and its keys. It can’t be undone.",
        "Backups, exported files and copies of your plan are not erased, wherever they are. No new backup is made.",
        "Without a backup, nothing can bring it back.",
    )
    to_confirm = Said("If you want this, type: {words}")
    confirm = Said("These words")
    confirm_words = Said("erase everything")
    confirm_help = Said("This is so that it never happens by accident.")
    not_confirmed = Said("These are not the words yet. Nothing was erased.")
    erase = Said("Erase everything now")
    keep = Said("Keep everything")
    erased = Said("Everything was erased from this device.")
    not_whole = Said(
        "It was erased: its keys are gone, and no passphrase opens it. Some locked files could not be removed."
    )
    key_left = Said(
        "Everything was erased, but this device still keeps its key. Nothing is left for it to open."
    )
    not_erased = Said("It could not be erased. Everything is as it was.")


erasing = ErasingWords()
