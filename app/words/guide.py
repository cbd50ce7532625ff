"""How this works, what is kept where, and what this app cannot do."""

from app.words.said import Choices, Lines, Said


class GuideWords:
    """Pages to read before and after a passphrase is chosen: they hold nothing of the person."""

    title = Said("Help")
    pages = Choices(
        {
            "how": "How this works",
            "where": "What is kept where",
            "limits": "What this app cannot do",
        }
    )
    more = Said("More to read")
    this_is = Said("Holdfast {version}")

    check_in = Said("Say how it is")
    check_in_lines = Lines(
        "One tap is a whole check-in.",
        "You can add feelings, people and a note. You can also leave it there.",
        "You can take it back at once, and change it later.",
    )
    supports = Said("Who and what helps")
    supports_lines = Lines(
        "Supports are people, groups, places, animals, and all else that helps you.",
        "The map shows them around you. The list says the same in words.",
        "Your safety net is whom to reach first.",
    )
    plan = Said("A plan for hard times")
    plan_lines = Lines(
        "You write it in calm times, in your own words.",
        "You choose who may see which parts. You see it first, as they will.",
    )
    hard = Said("When it’s hard")
    hard_lines = Lines(
        "That button is on every page. It works before you unlock, too.",
        "Hide now shows an empty page at once, and locks everything.",
    )
    looking = Said("Looking back, and growing")
    looking_lines = Lines(
        "Patterns shows your days. It gives no marks.",
        "Growing keeps what you learn with others.",
    )

    locked = Said("Locked, in this app")
    locked_lines = Lines(
        "All that you write here, and your photos and sounds.",
        "It lies on this device. Your passphrase opens it.",
        "So does a recovery key, or this device, if you chose that.",
    )
    beside = Said("Beside it, not locked")
    beside_lines = Lines(
        "Light or dark, the language, and the country you chose.",
        "On a desktop, where the window was and how large.",
        "How many wrong passphrases were tried, and when.",
        "Up to three lines for an emergency, if you turned them on.",
        "Anyone who can use this device can see that the app is here.",
    )
    copies = Said("Copies that you make")
    copies_lines = Lines(
        "Backups are locked. They lie where you put them.",
        "Other copies are not locked, unless their page says so.",
        "A copy you gave away stays with them. This app can’t take it back.",
    )
    nowhere = Said("Nowhere else")
    nowhere_lines = Lines("There is no account. Nothing is sent anywhere.")

    acting = Said("Act for you")
    acting_lines = Lines("It never calls, sends or alerts anyone by itself.")
    restoring = Said("Bring back what is lost")
    restoring_lines = Lines(
        "It keeps no copy elsewhere unless you make backups. Without one, a lost device takes what you wrote.",
        "No one can reset your passphrase.",
    )
    protecting = Said("Protect you from everything")
    protecting_lines = Lines(
        "It can’t help against someone who watches you unlock it.",
        "It can’t help against a device that someone else controls.",
        "It can’t hide that it is here.",
    )
    caring = Said("Take the place of people")
    caring_lines = Lines(
        "It does not know how you are. It only keeps what you say.",
        "It is no doctor and no emergency service.",
        "Phone numbers can be out of date. Each says when it was checked.",
    )


guide = GuideWords()
