"""Who can open it."""

from app.words.said import Choices, Said


class KeysWords:
    """The ways in: the passphrase, a recovery key, this device."""

    title = Said("Who can open it")
    intro = Said("Each of these opens everything here. The passphrase is always one of them.")
    passphrase = Said("Passphrase")
    passphrase_always = Said("Always there. It can be changed, not removed.")
    recovery = Said("Recovery key")
    recovery_there = Said("You have one. Anyone who has its words can open this.")
    recovery_none = Said("You have none.")
    to_recovery = Said("Make or remove a recovery key")
    device = Said("This device")
    device_there = Said("This device can open it by itself. Anyone who can use the device can open it too.")
    device_none = Said("It can’t open this by itself.")
    device_what = Said(
        "This device would keep a key. Then you type your passphrase only every 14 days. Anyone who can use this device while it is unlocked could open this too."
    )
    never_in_browser = Said("Not in a browser: a key would be kept unprotected there, beside what it opens.")
    none_here = Said(
        "This device has no place that keeps keys safe, or it did not answer. Nothing was changed."
    )
    prove = Said("Your passphrase, to be sure it is you")
    prove_empty = Said("Type your passphrase first.")
    prove_wrong = Said("This passphrase is not right. Nothing was changed.")
    add_device = Said("Let this device open it")
    adding = Said("Giving this device a key. This takes a moment.")
    added = Said("This device can open it from now on.")
    remove_device = Said("No longer let it open this")
    removed = Said("This device no longer opens it. Your passphrase still does.")
    not_removed = Said("The key could not be removed. Please try again.")
    not_added = Said("The key could not be saved. What opened this before still does.")

    open_with_device = Said("Open with this device")
    at_the_door = Choices(
        {
            "due": "It is 14 days since you typed your passphrase. Please type it once, so that you remember it.",
            "gone": "This device no longer has its key. Your passphrase opens it.",
            "wrong": "The key of this device no longer opens it. Your passphrase does.",
        }
    )


keys = KeysWords()
