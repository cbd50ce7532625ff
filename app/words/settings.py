"""Settings."""

from app.words.said import Choices, Counted, Lines, Said


class SettingsWords:
    """What can be set, and the two ways to leave."""

    title = Said("Settings")
    leave = Said("Leaving")
    lock = Said("Lock now")
    lock_help = Said("Locks everything. Your passphrase opens it again.")
    hide_help = Said("Hide now does the same and shows an empty page at once.")
    lock_after = Said("Lock by itself after")
    minutes = Counted("{n} quiet minute", "{n} quiet minutes")
    passphrase = Said("Passphrase")
    change_passphrase = Said("Change my passphrase")
    passphrase_help = Said("What you wrote stays as it is. Only the passphrase changes.")
    passphrase_now = Said("Current passphrase")
    passphrase_now_empty = Said("Type your current passphrase first.")
    passphrase_now_wrong = Said("This is not your current passphrase. Nothing was changed. Please try again.")
    new_passphrase = Said("New passphrase")
    changing = Said("Changing it. This takes a moment.")
    passphrase_changed = Said("Your passphrase is changed. Please use the new one from now on.")
    passphrase_unsure = Said(
        "The disk stopped working while it was changed. One of the two passphrases opens it. Keep both until you know which."
    )
    elsewhere = Said("Other devices and programs")
    end = Said("Erasing")
    end_help = Said("Nothing is erased yet: the next page says what goes and what stays.")
    language = Said("Language")
    draft = Said("This translation is a draft. Some sentences may sound odd.")
    theme = Said("Light or dark")
    themes = Choices({"system": "As on this device", "light": "Light", "dark": "Dark"})
    calm = Said("Calmer")
    less_movement = Said("Less movement")
    less_movement_help = Said("It is also on when this device asks apps for it.")
    low_stimulus = Said("Low stimulus")
    low_stimulus_help = Said("Fewer colours, words before pictures, and less movement.")
    ticks = Said("A light tick when something is saved")
    ticks_help = Said("You feel it in your hand. There is none on the pages for hard times.")
    place = Said("Where I am")
    place_help = Said(
        "For emergency numbers, helplines and how numbers are written. It is kept unlocked, so that it is there before you unlock."
    )
    keyboard = Said("Keys of a keyboard")
    keys = Lines(
        "F8: When it’s hard. It works in every field. Some keyboards want Fn with it.",
        "Ctrl, Shift and H: Hide now. On a Mac, Command in place of Ctrl.",
        "F2: check in. F9: search in my check-ins.",
        "F10: a menu of what can be done from here. Arrows and first letters go through it.",
        "Escape: back, or out of a question.",
        "Tab: on to the next button. With Shift: to the one before.",
        "Enter or the space bar: press that button.",
        "Shift and an arrow: move a mark on the map.",
    )


settings = SettingsWords()
