"""Giving and receiving over time: what was noted, counted, in words that judge neither side."""

from app.words.said import Choices, Counted, Lines, Said


class GivingWords:
    """What came to me and what I gave, as a picture and as text."""

    title = Said("Giving and receiving")
    title_with = Said("Giving and receiving: {name}")
    intro = Said("What you noted of your meetings. Both ways are part of it, and they change over time.")
    show = Said("Show giving and receiving")
    off = Said("This is off, so nothing is counted. Your meetings stay as they are.")
    fewest = Said("This is shown once there are {fewest} meetings.")
    none_so_far = Said("There are none in this time yet.")
    so_far = Counted("There is {n} in this time so far.", "There are {n} in this time so far.")
    longer = Said("A longer time may hold more.")
    periods = Choices({"year": "Last 12 months", "everything": "Everything"})
    meetings = Counted("{n} meeting", "{n} meetings")
    meetings_with = Said("{meetings} with {name}")
    noted = Choices(
        {
            "year": "In these 12 months you noted {meetings}.",
            "everything": "Since {first} you noted {meetings}.",
        }
    )
    passed = Choices(
        {
            "both": "In {received} you received something, in {gave} you gave something.",
            "received": "In {received} you received something.",
            "gave": "In {gave} you gave something.",
            "neither": "What came to you and what you gave is left open.",
        }
    )
    received = Said("I received")
    gave = Said("I gave")
    over_time = Said("Over time")
    help = Choices(
        {
            "month": "A column is a month. The taller a mark, the more meetings. Months without a note stay empty.",
            "quarter": "A column is three months. The taller a mark, the more meetings. Times without a note stay empty.",
            "year": "A column is a year. The taller a mark, the more meetings. Years without a note stay empty.",
        }
    )
    of_column = Said("{when}: {meetings}. {passed}")
    nothing_noted = Said("{when}: no meeting noted.")
    with_each = Said("With each of my supports")
    exchange = Said("{way}: {said}.")
    limits = Said("What I can and can’t do")
    limits_help = Said("What you said of your limits. They may change, and that is fine.")
    no_limits = Lines(
        "You can write down your limits with each support.",
        "You find this under “What we agreed”.",
    )
    limits_with = Said("With {name}")
    open_one = Said("Open {name}")


giving = GivingWords()
