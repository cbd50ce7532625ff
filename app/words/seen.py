"""My passphrase was seen: new keys for everything."""

from app.words.said import Lines, Said


class SeenWords:
    """Sealing everything again."""

    title = Said("If my passphrase was seen")
    what = Lines(
        "Someone who knows your passphrase and has a copy of these files could go on reading. This locks everything again, with new keys and a new passphrase.",
        "Copies and backups made before still open with the old passphrase. Delete those that others can reach.",
        "Your recovery key stops working. You can make a new one right after.",
    )
    now = Said("Current passphrase")
    now_empty = Said("Type your current passphrase first.")
    now_wrong = Said("This is not your current passphrase. Nothing was changed.")
    start = Said("Lock everything again")
    working = Said("Locking everything again. What you wrote stays as it is.")
    done = Said("Everything is locked with new keys. Only the new passphrase opens it.")
    recovery_gone = Said("No recovery key opens this any more.")
    new_recovery = Said("Make a new recovery key")
    stopped = Said("Stopped. Nothing was changed: your current passphrase still opens it.")
    disk_full = Said(
        "There is not enough room on this device to write everything again. Make some room, then try again. "
        "Nothing was changed."
    )
    damaged = Said(
        "Some of what is here is damaged or set aside, and would be lost. Nothing was changed. See “What could not be read” in the settings. For now, change your passphrase."
    )
    unsure = Said(
        "The disk stopped working halfway. Lock, then unlock: one of the two passphrases opens it, and nothing is lost. Keep both until you know which."
    )


seen = SeenWords()
