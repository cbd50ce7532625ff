"""Looking back over days, months and years."""

from app.words.said import Choices, Counted, Said


class HistoryWords:
    """Days, a month and a year, the search in all of them, and what is narrowed."""

    title = Said("My check-ins")
    tabs = Choices({"pictures": "Pictures", "days": "Days", "month": "Month", "year": "Year"})
    empty = Said("Your check-ins will be here, day by day.")
    today = Said("Today")

    search = Said("Find words in all years")
    narrow = Said("Narrow down")
    narrowed = Counted("Narrowed down in one way", "Narrowed down in {n} ways")
    clear = Said("Clear")
    jump = Said("Jump to a date")
    newer = Said("Newer")
    older = Said("Show older")
    nothing_that_day = Said("Nothing on {day}. Here is what came before.")
    nothing_so_early = Said("Nothing on {day}, and nothing before it.")

    looking = Said("Looking through your check-ins")
    looked_back = Said("Looked back to {month}.")
    look_further = Said("Look further")
    none_found = Said("Nothing here matches.")
    found = Counted("One check-in found.", "{n} check-ins found.")
    begins = Said("There is nothing before this.")
    cannot_read = Said("Older check-ins could not be read. Nothing was changed.")

    show_found = Said("Show what matches")
    level = Said("How it was")
    no_level = Said("No mood")
    part_of_day = Said("Time of day")
    parts_of_day = Choices(
        {"night": "Night", "morning": "Morning", "afternoon": "Afternoon", "evening": "Evening"}
    )
    support = Said("Who with, or what helped")
    dates = Said("From and to")
    since = Said("From: {day}")
    until = Said("To: {day}")
    any_day = Said("any day")
    any_dates = Said("Any dates")

    check_ins = Counted("one check-in", "{n} check-ins")
    on_days = Counted("on one day", "on {n} days")
    check_ins_on_days = Said("{check_ins} {on_days}")
    no_check_ins = Said("No check-ins.")
    no_others = Said("The other days have none.")
    day_named = Said("{day}, {check_ins}: {moods}")
    day_today = Said("{day}, today")
    mood_counted = Said("{n} {mood}")
    more = Said("+{n}")
    month_named = Said("{month}: {check_ins} {on_days}")
    month_usual = Said("{month}: {check_ins} {on_days}; most often {moods}")
    either = Said("{one} or {other}")
    higher = Said(
        "Every mood you said has a mark on its day: the higher, the better. An open circle means no mood."
    )


history = HistoryWords()
