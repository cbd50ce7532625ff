"""What is said about a plan as a whole: when it was read, with whom it was written, and its earlier versions."""

from app.words.said import Choices, Counted, Said


class PlanVersionWords:
    """Dates and versions of the plan. Nothing here is ever late."""

    title = Said("About this plan")
    reading = Said("Reading it through")
    read_on = Said("Last read through on {date}.")
    not_read = Said("Not marked as read through yet.")
    read_today = Said("I read it through today")
    noted = Said("Noted: read through today.")
    again_from = Said("Read it again on {date}.")
    again_on = Said("You wanted to read it again on {date}.")
    again_help = Said("This app can’t remind you. You will see the day on your plan.")
    when = Choices(
        {
            "1": "Again in a month",
            "3": "Again in three months",
            "6": "Again in half a year",
            "none": "No day to read it again",
        }
    )
    written_with = Said("Written with")
    names = Said("Names of who helped")
    names_help = Said("Put a comma between names. They are never in a copy.")
    versions = Said("Versions")
    number = Said("This is version {n}.")
    what = Said("Before a big change you can keep the plan as it is. You go on writing in the next version.")
    begin = Said("Begin a new version")
    begun = Said("Version {n} is kept. You are writing version {next} now.")
    unchanged = Said("Nothing has changed since version {n} was kept.")
    earlier = Said("Version {n}")
    kept_on = Said("Kept on {date}")
    lines = Counted("{n} line", "{n} lines")
    read = Said("What it says")
    since = Said("What has changed since")
    same = Said("The plan says the same now.")
    sentence = Said("The sentence that matters most")
    new_line = Said("New: {text}")
    gone_line = Said("Gone: {text}")
    was_line = Said("Was: {text}")
    is_line = Said("Now: {text}")
    renamed = Said("It was called: {text}")
    no_sentence = Said("No sentence")
    bring_back = Said("Go back to this version")
    bring_back_help = Said("The plan as it is now is kept as version {n} first.")
    brought_back = Said("Your plan is now as it was in version {n}.")
    delete = Said("Delete this version")
    deleted = Said("Version deleted.")


plan_version = PlanVersionWords()
