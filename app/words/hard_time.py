"""The page for hard times. At most 15 words a sentence."""

from app.words.said import Choices, Lines, Said


class HardTimeWords:
    """What can be read and done when it's hard."""

    title = Said("When it’s hard")
    people = Said("Reach someone")
    next = Said("Try the next one")
    enough = Said("Enough for now")
    one_by_one = Said("One step at a time")
    go_on = Said("Go on where I was")
    from_the_start = Said("From the start")
    my_words = Said("My own words")
    next_line = Said("Next")
    back_one = Said("Back one")
    again = Said("Start again")
    to_number = Said("In danger? See the emergency number")
    own_things = Said("What I can do on my own")
    places = Said("People and places that take my mind off it")
    services = Said("Services and lines")
    read_plan = Said("Read my plan")
    nothing_personal = Said("Your own words and people are locked. This page works without them.")
    unlock = Said("Unlock to see my own")
    breathe = Said("Breathe slowly")
    breathing = Lines(
        "Let your shoulders drop.",
        "Breathe in through your nose while you count to four.",
        "Breathe out slowly while you count to six.",
        "Do this a few times. There is no right way.",
    )
    ground = Said("Come back to here")
    grounding = Lines(
        "Name five things you can see.",
        "Touch four things near you.",
        "Listen for three sounds.",
        "Notice two smells.",
        "Taste one thing, or take a sip of water.",
        "Feel your feet on the floor.",
    )
    danger = Said("If you or someone else may be in danger now")
    cannot_call = Said("This app can’t call or message anyone for you.")
    ask_region = Said("Where are you now?")
    region = Said("Country or region")
    choose_region = Said("Choose where you are")
    change_region = Said("Change where I am")
    unknown_region = Said("Choose where you are to see the emergency number.")
    elsewhere = Said("Not in the list")
    no_number = Said("We don’t know a number for this place. On many mobile phones, 112 works.")
    call_emergency = Said("{service}: call {number}")
    checked = Said(
        "Two public lists agreed on this number on {date}. Numbers change. Please check it when you can."
    )
    services_called = Choices(
        {"all": "Emergency", "police": "Police", "ambulance": "Ambulance", "fire": "Fire"}
    )
    nobody_yet = Said("You can add people here on a calmer day.")


hard_time = HardTimeWords()
