"""The first minute."""

from app.words.said import Choices, Lines, Said


class FirstRunWords:
    """What this is, privacy first, and the passphrase."""

    title = Said("A place to hold on to")
    what = Said(
        "Holdfast keeps four things in one place. How you are. Who and what supports you. "
        "Whom to reach first. And a plan for hard times."
    )
    privacy_heading = Said("It stays with you")
    privacy = Lines(
        "Everything is locked with your passphrase, on this device.",
        "There is no account. Nothing is sent anywhere.",
        "This app can’t call or message anyone for you.",
    )
    start = Said("Choose a passphrase")
    passphrase_title = Said("Choose a passphrase")
    passphrase_why = Said("It locks everything you write. A few words you can remember work best.")
    no_reset = Said("No one can reset this, not even us. Write it down and keep it somewhere safe.")
    passphrase = Said("Passphrase")
    again = Said("Type it once more")
    suggest = Said("Suggest one for me")
    suggested = Said("Here is one. Write it down before you go on.")
    another = Said("Suggest another")
    strength = Choices(
        {
            "0": "Too easy to guess. Add a few more words.",
            "1": "Too easy to guess. Add a few more words.",
            "2": "Fair. It keeps out someone curious, not someone determined.",
            "3": "Good. It is hard to guess.",
            "4": "Very good. It is very hard to guess.",
        }
    )
    strength_label = Said("How hard to guess")
    create = Said("Lock it and begin")
    creating = Said("Making your place. This takes a moment.")
    empty = Said("Type a passphrase first.")
    too_weak = Said("This one is too easy to guess. Add a few more words, or take a suggested one.")
    different = Said("The two are not the same. Type it once more.")
    already = Said("There is something here already. Go back and unlock it.")
    cannot_make = Said(
        "The place for your words could not be made. Check that this device has room and lets the app write, "
        "then try again."
    )


first_run = FirstRunWords()
