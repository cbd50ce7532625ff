"""Check-ins brought in from another app: why a file, or one row of it, cannot be read."""

from app.words.said import Choices


class ImportWords:
    """Bringing check-ins in, and what could not be brought."""

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
            "not_text": "This file is no text that can be read here. Nothing was changed. "
            "Save it as CSV in UTF-8, then try again.",
            "cut_off": "The end of this file is missing. Nothing was changed. Copy or export it again.",
            "broken": "This file is damaged. Nothing was changed. Export it again, then try that file.",
            "unknown": "This is no file that check-ins can be read from. Nothing was changed. "
            "Choose an export from the other app.",
            "too_many_words": "There are thousands of different names in this file. Nothing was changed. "
            "Check which column holds the names.",
            "not_there": "There is no such file, or it cannot be opened. Nothing was changed. Check the path.",
        }
    )
    reasons = Choices(
        {
            "columns": "It has another number of columns, or something in them that does not belong there.",
            "quotes": "Its quotation marks do not match.",
            "date": "Its day could not be read.",
            "time": "Its time could not be read.",
            "mood": "Its mood could not be read.",
            "off_scale": "Its mood is not on the scale you chose.",
            "too_long": "Its note, or a name in it, is too long.",
            "in_future": "Its day is still to come.",
            "nothing_said": "It says nothing.",
        }
    )


imports = ImportWords()
