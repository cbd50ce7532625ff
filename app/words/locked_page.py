"""The locked page: what someone reads who was given a locked copy and has no more than a browser."""

from app.words.said import Said


class LockedPageWords:
    """Before it is opened it says nothing about what is in it or from whom."""

    title = Said("Locked")
    ask = Said("Type the words you were told, with a space between them.")
    passphrase = Said("Passphrase")
    show = Said("Show what I type")
    open = Said("Open")
    opening = Said("Opening. This can take a few seconds.")
    empty = Said("Type the passphrase first.")
    not_opened = Said(
        "It did not open. Check each word. Capital letters and extra spaces make no difference. If every word is right, the file was changed: ask for it again."
    )
    damaged = Said("This file was damaged on its way, and no words can open it. Ask for it again.")
    unknown = Said("This file was made by a newer version. Ask for the same as a locked PDF.")
    no_crypto = Said(
        "This browser can’t open it here. Save the file on your device. Then open it with another browser, "
        "or with a newer version of this one. You can also ask for the same as a locked PDF."
    )
    no_script = Said(
        "This page can’t open here. A preview is not enough, and JavaScript has to be on. Save the file on your device and open it with a browser. If you have done that, the file was changed on its way: ask for it again. You can also ask for the same as a locked PDF."
    )
    lock = Said("Lock it again")
    keep = Said("Whoever has this file and the words can read it. Keep them apart.")


locked_page = LockedPageWords()
