"""Taking turns, two people with one phone."""

from app.words.said import Counted, Lines, Said


class TurnWords:
    """The quiet timer for two. Where no name was given, the sentences do without."""

    title = Said("Taking turns")
    intro = Said("One of you talks, the other listens. Then you swap. It makes no sound.")
    names = Lines("Who begins", "Who is next")
    names_empty = Said("Names can stay empty.")
    keep = Said("Keep these names for next time")
    keep_help = Said("Otherwise they are forgotten when you end this, or when this locks.")
    each = Said("Minutes each")
    minutes = Counted("{n} minute", "{n} minutes")
    begin = Said("Begin")
    begin_with = Said("Begin with {name}")
    goes_on = Said("If this locks meanwhile, the time goes on.")
    one_talks = Lines("One of you talks", "The other talks")
    talks = Said("{name} talks")
    left = Counted("minute left", "minutes left")
    last_minute = Said("The last minute")
    paused = Said("The time is paused.")
    over = Said("This turn is over. There is no hurry.")
    over_of = Said("{name} has had this turn. There is no hurry.")
    swap = Said("Swap now")
    swap_to = Said("Swap now: {name}")
    next_begins = Said("The next one begins")
    begins = Said("{name} begins")
    pause = Said("Pause")
    go_on = Said("Go on")
    end = Said("End this")


turns = TurnWords()
