"""Pictures of check-ins: counts and the usual answer, in words that name no cause."""

from app.words.said import Choices, Counted, Lines, Said


class PatternWords:
    """The pictures, and the same facts as text."""

    title = Said("Pictures")
    intro = Said("What you said, counted. What it means is yours to say.")
    period = Said("Which time")
    periods = Choices(
        {
            "weeks": "Last 4 weeks",
            "months": "Last 3 months",
            "year": "Last 12 months",
            "everything": "Everything",
        }
    )
    as_text = Said("As text")
    fewest = Said("This is shown once there are {fewest} check-ins.")
    none_so_far = Said("There are none in this time yet.")
    so_far = Counted("There is {n} in this time so far.", "There are {n} in this time so far.")
    longer = Said("A longer time may hold more.")
    show = Said("Show pictures of my check-ins")
    off = Said("Pictures are off, so nothing is counted. Your check-ins stay as they are.")
    looking = Said("Looking further back: {done} of {total} months.")
    stopped = Said("Stopped. The pictures show the newest {done} of {total} months.")
    go_on = Said("Go on")
    unread = Counted(
        "{n} month could not be read and is left out here.",
        "{n} months could not be read and are left out here.",
    )

    check_ins = Counted("{n} check-in", "{n} check-ins")
    times = Counted("{n} time", "{n} times")
    days = Counted("{n} day", "{n} days")
    in_all = Said("{check_ins} on {days}, from {first} to {last}.")
    fact = Said("{name}: {said}.")
    answer_times = Said("{answer} {count}")
    span = Said("{first} to {last}")
    week = Said("Week of {day}")
    nothing_said = Said("{when}: no check-in.")

    mood = Said("How it was")
    mood_help = Choices(
        {
            "day": "Each dot is a check-in. Days without one stay empty.",
            "week": "A column is a week. The taller a mark, the more often that was said.",
            "month": "A column is a month. The taller a mark, the more often that was said.",
            "quarter": "A column is three months. The taller a mark, the more often that was said.",
            "year": "A column is a year. The taller a mark, the more often that was said.",
        }
    )
    no_level = Said("No mood")
    feelings = Said("Feelings, by how often")
    body_signals = Said("In my body, by how often")
    connected = Said("Felt connected")
    connected_help = Choices(
        {
            "month": "Each column is a month. Its height is how many answers you gave.",
            "quarter": "Each column is three months. Its height is how many answers you gave.",
            "year": "Each column is a year. Its height is how many answers you gave.",
        }
    )
    time_of_day = Said("Time of day")
    parts = Choices({"night": "Night", "morning": "Morning", "afternoon": "Afternoon", "evening": "Evening"})
    hours = Choices({"night": "0–6", "morning": "6–12", "afternoon": "12–18", "evening": "18–24"})
    around = Choices(
        {
            "with_supports": "Who with",
            "what_helped": "What you said helped",
            "where": "Where",
            "doing": "Doing",
            "topics": "What it was about",
        }
    )
    around_help = Said("The usual answer in check-ins where you picked this.")
    usual = Choices(
        {
            "part_1": "{name}: in {count}, the usual answer was “{answer}”.",
            "part_2": "{name}: in {count}, the usual answer was “{answer}” or “{other}”.",
            "part_0": "{name}: in {count}, no answer came more often than others.",
            "with_1": "In the {count} with {name}, the usual answer was “{answer}”.",
            "with_2": "In the {count} with {name}, the usual answer was “{answer}” or “{other}”.",
            "with_0": "In the {count} with {name}, no answer came more often than others.",
            "picked_1": "In the {count} where you picked “{name}”, the usual answer was “{answer}”.",
            "picked_2": "In the {count} where you picked “{name}”, the usual answer was “{answer}” or “{other}”.",
            "picked_0": "In the {count} where you picked “{name}”, no answer came more often than others.",
        }
    )
    either = Said("{answer} or {other}")
    neither = Said("No answer more often than others")
    more = Said("For someone, or for elsewhere")
    reminders = Said("Reminders")
    no_reminders = Lines(
        "This app can’t remind you: it can show nothing while it is closed.",
        "Instead you can set a repeating alarm in your phone’s clock, or an event in a calendar.",
        "Choose neutral words for it, such as “Tea”. Calendars often copy to other places.",
    )


patterns = PatternWords()
