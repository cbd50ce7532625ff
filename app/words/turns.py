"""Taking turns, two people with one phone."""

from app.words.said import Counted, Lines, Said


class TurnWords:
    """The quiet timer for two."""

    title = Said("Taking turns")
    intro = Said("One of you talks, the other listens. Then you swap. It makes no sound.")
    names = Lines("Who begins", "Who is next")
    unnamed = Lines("The first", "The second")
    names_hint = Said("You can leave this empty.")
    keep = Said("Keep these names for next time")
    keep_help = Said("Otherwise they are forgotten when you end this, or when this locks.")
    each = Said("Minutes each")
    minutes = Counted("{n} minute", "{n} minutes")
    begin = Said("Begin with {name}")
    goes_on = Said("If this locks meanwhile, the time goes on.")
    turn_of = Said("{name} talks")
    left = Counted("{n} minute left", "{n} minutes left")
    last_minute = Said("The last minute")
    paused = Said("The time rests.")
    over = Said("{name} has had this turn. There is no hurry.")
    swap = Said("Swap now: {name}")
    next_one = Said("{name} begins")
    pause = Said("Pause")
    go_on = Said("Go on")
    end = Said("End this")


turns = TurnWords()
