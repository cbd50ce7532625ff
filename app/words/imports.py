"""Check-ins brought in from another app: choosing, asking, previewing; why a file, or one row of it, cannot be read."""

from app.words.said import Choices, Counted, Lines, Said


class ImportWords:
    """Bringing check-ins in, and what could not be brought."""

    title = Said("Bring in check-ins")
    way_in = Said("Bring in check-ins from another app")
    what = Lines(
        "Export your check-ins in the other app, and bring that file here.",
        "Files from Daylio, Pixels, Bearable and State of Mind are known. For any other CSV table, you say which column is which.",
        "First you see what would come in. Nothing is changed until you say so.",
    )
    file = Said("File from the other app")
    file_help = Said("The whole path of the file, such as {example}")
    file_empty = Said("First say where the file is.")
    dropped_locked = Said("Unlock first. Then drag the file here again.")
    dropped_large = Said("This file is too large to drag here. Choose it on the page for imports.")
    look = Said("Look at this file")
    looking = Said("Looking at the file. Nothing is changed.")
    another = Said("Choose another file")
    go_on = Said("Go on")
    stopped = Said("Stopped. Nothing was changed.")
    show_more = Counted("Show {n} more", "Show {n} more")
    and_more = Counted("And {n} more.", "And {n} more.")
    cannot_look = Said("The file could not be opened just now. Nothing was changed. Please try again.")
    changed_meanwhile = Said(
        "The file has changed since you chose it. Nothing came in. Please look at it again."
    )

    columns = Said("Which column is which?")
    columns_what = Said("Only the day is needed. What no column holds stays empty.")
    columns_open = Said("First say which column holds the day, and how days are written.")
    columns_change = Said("Change the columns")
    roles = Choices(
        {
            "date": "Column with the day",
            "time": "Column with the time",
            "mood": "Column with the mood",
            "note": "Column with the note",
            "names": "Column with activities",
        }
    )
    no_column = Said("No column")
    order = Said("How days are written")
    orders = Choices(
        {
            "year_first": "2026-03-31, the year first",
            "day_first": "31/3/2026, the day first",
            "month_first": "3/31/2026, the month first",
        }
    )
    mood_kind = Said("The mood is written as")
    mood_kinds = Choices({"words": "Words", "numbers": "Numbers"})
    between = Said("Sign between two activities")

    moods = Said("Which mood is which?")
    moods_what = Said("The file has its own words for moods. Say what each one means to you.")
    moods_open = Counted("{n} word is still open.", "{n} words are still open.")
    moods_known = Said("Known already")
    moods_change = Said("Change which mood is which")
    no_mood = Said("No mood")
    times = Counted("once", "{n} times")
    label = Said("{name}, {times}")

    scale = Said("Which number is which mood?")
    scale_what = Said("The file has numbers for moods. These two are a first guess: make them yours.")
    hardest = Said("Number for the hardest")
    best = Said("Number for the best")
    scale_open = Said("Give two different numbers, such as 1 and 10.")
    scale_change = Said("Change the numbers")

    preview = Said("What would come in")
    found = Said("{kind}, {check_ins}")
    check_ins = Counted("{n} check-in", "{n} check-ins")
    from_to = Said("From {first} to {last}.")
    on_day = Said("All on {day}.")
    none_here = Said("None of them is here yet.")
    here = Counted("{n} of them is here already.", "{n} of them are here already.")
    said_times = Said("Times")
    device_time = Said("The file names no time zone. Its times are taken as times of this device.")
    zone_time = Said("The file names no time zone. Its times are taken as times in {place}.")
    skipped = Counted(
        "{n} time is in an hour that clocks skipped there. It stays as it is written.",
        "{n} times are in an hour that clocks skipped there. They stay as they are written.",
    )
    twice = Counted(
        "{n} time is in an hour that came twice there. The first one is taken.",
        "{n} times are in an hour that came twice there. The first one is taken.",
    )
    zone_change = Said("Choose another time zone")
    zone = Said("Which time zone?")
    zone_what = Said("The other app wrote down what the clock said, but not where. Where were you?")
    zone_find = Said("City or country")
    zone_device = Said("The time zone of this device")
    pin = Said("This file holds a PIN from the other app. It was not read.")
    left_out = Said("About something else, and left out: {names}.")
    counted = Said("{name} ({n})")
    in_list = Said("{names} and {n} more")
    said_moods = Said("Moods")
    said_names = Said("Activities and other words")
    means = Said("{name}: {level}")
    goes = Said("{place}: {names}")
    missing = Counted(
        "{n} name of a support or of what helps is not among yours, and is left out.",
        "{n} names of supports or of what helps are not among yours, and are left out.",
    )
    places = Choices(
        {
            "doing": "Doing",
            "feeling": "Feelings",
            "body_signal": "Body",
            "where": "Where",
            "topic": "Topics",
            "support": "Supports",
            "out": "Left out",
        }
    )
    names_change = Said("Choose where each word goes")
    names = Said("Where does each word go?")
    names_what = Said(
        "Press a word to send it elsewhere, or to leave it out. You don’t have to change anything."
    )
    name_row = Said("{name}, {times}, goes to: {place}")
    name_at = Said("{times}. Goes to: {place}")
    name_asks = Said("Where “{name}” goes")
    problem_count = Counted("{n} row cannot come in: see below.", "{n} rows cannot come in: see below.")
    problems = Said("Rows that cannot come in")
    line = Said("Line {n}: {reason}")
    place_in_list = Said("Number {n} in the list: {reason}")
    bring = Said("Bring them in")
    bringing = Said("Bringing them in.")
    not_now = Said("Not now")
    nothing_new = Said("There is nothing new in this file. Everything in it is here already.")
    nothing_read = Said("No check-in could be read in this file. Nothing was changed.")

    done = Counted("{n} check-in is here now.", "{n} check-ins are here now.")
    done_problems = Counted("{n} row could not come in.", "{n} rows could not come in.")
    can_undo = Said("Until {day} you can take this import back.")
    too_little_room = Said(
        "There is no room left on this device. Nothing was changed. Make some room, then try again."
    )
    cannot = Said("They could not be brought in. What you had is safe, and nothing of the file stays.")
    rests = Said(
        "They could not be brought in. What you had is safe. What came in so far will be taken back when you next unlock."
    )

    past = Said("Brought in before")
    undo = Said("Take this import back")
    undo_of = Said("Take back the import of {moment}")
    came = Said("{check_ins}, brought in: {moment}")
    undoing = Said("Taking it back.")
    undone = Said("The import was taken back. Check-ins that you have changed since stay.")
    undo_rests = Said("This stopped halfway. The rest will be taken back when you next unlock.")
    undo_cannot = Said(
        "It could not be taken back now. What you have is safe. Unlock again, then try once more."
    )
    undo_over = Said("This is more than 30 days old, so it stays.")
    was_undone = Said("Taken back on {day}.")

    kinds = Choices(
        {
            "daylio_csv": "A table from Daylio",
            "daylio_backup": "A backup from Daylio",
            "pixels": "A backup from Pixels",
            "bearable": "A table from Bearable",
            "state_of_mind": "State of Mind, from Health Auto Export",
            "csv": "A table",
            "own_csv": "A table from Holdfast",
        }
    )
    refusals = Choices(
        {
            "empty": "There is nothing in this file. Nothing was changed. Export it again, then try that file.",
            "too_large": "This file holds more than can be read at once. Nothing was changed. "
            "Export a shorter time, then try that.",
            "not_text": "The text in this file can’t be read here. Nothing was changed. Save it as CSV in UTF-8, then try again.",
            "cut_off": "The end of this file is missing. Nothing was changed. Copy or export it again.",
            "broken": "This file is damaged. Nothing was changed. Export it again, then try that file.",
            "unknown": "No check-ins can be read from this file. Nothing was changed. Choose an export from the other app.",
            "contacts": "There are people in this file, and no check-ins. Nothing was changed. They can become supports.",
            "locked_page": "This is a locked page with a plan. Nothing was changed. If it was given to you, you can keep it here.",
            "backup": "This is a backup. Nothing was changed. You can bring in what is new in it on another page.",
            "everything": "This is an export of everything. Nothing was changed. "
            "To bring all of it here, restore or merge a backup.",
            "too_many_words": "There are thousands of different names in this file. Nothing was changed. "
            "Check which column holds the names.",
            "not_there": "There is no such file, or it cannot be opened. Nothing was changed. Check the path.",
        }
    )
    reasons = Choices(
        {
            "columns": "It has more or fewer columns, or something in them that does not belong there.",
            "quotes": "Its quotation marks do not match.",
            "date": "Its day could not be read.",
            "time": "Its time could not be read.",
            "mood": "Its mood could not be read.",
            "off_scale": "Its mood is not on the scale you chose.",
            "too_long": "Its note, or a name in it, is too long.",
            "in_future": "Its day is still to come.",
            "nothing_said": "There is nothing in it.",
        }
    )


imports = ImportWords()
