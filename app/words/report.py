"""Check-ins for another person, as a PDF, and for other programs, as a table."""

from app.words.said import Choices, Lines, Said


class ReportWords:
    """Choosing what a report or a table holds, and what stands on the report."""

    title = Said("Report for someone")
    intro = Said("A report shows what you said on each day, to read or to print.")
    period = Said("Which time")
    periods = Choices({"weeks": "Last 4 weeks", "months": "Last 3 months", "year": "Last 12 months"})
    shown = Said("What they may read")
    feelings = Said("Feelings and body")
    circumstances = Said("Who with, where, doing what, and what it was about")
    notes = Said("My notes")
    names = Said("Names of my supports, and of what helps me")
    names_help = Said("Without names, a report says “a support” or “something of mine” for each.")
    called = Said("The name on the report")
    called_help = Said("As they know you. You can leave this empty.")
    see = Said("See what they will see")
    preview = Said("This is what they will see")
    reading = Said("Reading your check-ins.")
    nothing = Said("There is no check-in in this time, so there is nothing to show.")
    more = Said("Show more")
    stopped = Said("Stopped. Nothing was made.")
    cannot = Said("Your check-ins could not be read now. What you saved is safe.")
    making = Said("Making the report. This can take a while.")
    save = Said("Save the report")
    saved = Said("The report is saved.")
    not_given = Said("No report was saved. Your choice is still here.")
    not_saved = Said("The report could not be saved. Choose another place, then try again.")

    document_title = Said("Report")
    heading = Said("How it was")
    in_short = Said("In short")
    level_times = Said("{name}: {count}")
    no_check_in = Said("No check-in")
    a_support = Said("a support")
    a_tool = Said("something of mine")
    labelled = Said("{label}: {said}")
    closing = Said("These are the person’s own words and counts. They are not a measurement.")

    along = Said("Take my check-ins along")
    along_what = Lines(
        "This writes your check-ins into one file that other programs can read.",
        "The file is not locked. Anyone who gets it can read all of it, even your notes.",
    )
    kind = Said("What kind of file")
    kinds = Choices(
        {
            "own": "Table with everything (CSV)",
            "daylio": "Table as Daylio has it (CSV)",
            "json": "JSON, for programs",
        }
    )
    days = Said("Which days")
    all_days = Said("All days")
    some_days = Said("Only from one day to another")
    first_day = Said("First day: {date}")
    last_day = Said("Last day: {date}")
    turned_round = Said("The first day is after the last one. Nothing was written.")


report = ReportWords()
