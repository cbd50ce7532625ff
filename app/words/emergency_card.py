"""The emergency card: a few lines that can be read before unlocking, and what that gives away."""

from app.words.said import Lines, Said


class EmergencyCardWords:
    """The only words of the person that lie unlocked, and only if they say so."""

    title = Said("My emergency card")
    what = Lines(
        "Up to three lines of yours, shown on When it’s hard before you unlock.",
        "For example a name and a number, or what helps first.",
    )
    gives_away = Said("What this gives away")
    reveals = Lines(
        "Anyone who holds this device can read these lines. No passphrase is asked.",
        "They are kept unlocked on this device, in the file settings.json.",
        "They show who or what you turn to. Leave out anything that could harm you or them.",
        "The empty page of Hide now does not show them. They are not in backups.",
    )
    is_off = Said("The card is off. Nothing you wrote is kept unlocked.")
    is_on = Said("The card is on.")
    nth_line = Said("Line {n}")
    turn_on = Said("Show them before I unlock")
    keep = Said("Save these lines")
    turn_off = Said("Turn the card off")
    empty = Said("Write at least one line first.")
    too_long = Said("A line can have {n} characters. Please make it shorter.")
    turned_on = Said("The card is on. Anyone who holds this device can read it.")
    turned_off = Said("The card is off. Its lines are gone from the file.")
    mine = Said("From you")


emergency_card = EmergencyCardWords()
