"""Hours at which someone can be reached, as people say them."""

from collections.abc import Sequence
from datetime import datetime, time

from app.words import moment
from app.words.direction import left_to_right
from app.words.said import Choices, Said

_A_WEEK = 7
_A_RUN = 3
"""From so many days in a row on, the first and the last are said."""


class HoursWords:
    """Hours, on a card and where they are written down."""

    title = Said("Hours")
    always = Said("Day and night, every day")
    every_day = Said("Every day")
    all_day = Said("all day")
    there = Said("{hours}, by the clock in {place}")
    here = Said("On your clock: {hours}")
    now = Said("It’s within these hours right now.")
    now_until = Said("It’s within these hours right now, until {when}.")
    next_from = Said("Next from {when}.")
    help = Said("Leave this empty if you don’t know. A note is fine too.")
    none_yet = Said("No hours are noted.")
    days = Said("On which days")
    begins = Said("From")
    ends = Said("Until")
    times_hint = Said("For example: 9, 17:30 or 5 pm. Hours may go past midnight.")
    add = Said("Add these hours")
    set_always = Said("It’s day and night")
    remove = Said("Remove {hours}")
    removed = Said("Removed.")
    clock = Said("Which clock they go by")
    clock_help = Said("With a place, this app can show the hours on your clock, and whether that is now.")
    find_place = Said("City or country")
    clock_in = Said("The clock in {place}")
    problems = Choices(
        {
            "days": "Pick at least one day.",
            "blank": "Please write a time here.",
            "no_time": "This does not look like a time. Write it like 9, 17:30 or 5 pm.",
            "twice": "These hours are there already.",
            "too_long": "There is no room for more hours. Remove some first.",
        }
    )


hours = HoursWords()


def span_said(days: Sequence[int], begins: time, ends: time) -> str:
    """Return the hours of some days of the week, 0 for Monday: Mon–Fri 09:00–17:00."""
    if begins == ends == time(0):
        times = hours.all_day
    else:
        times = left_to_right("–".join(map(moment.time_of_day, (begins, ends))))
    return f"{days_said(days)} {times}"


def days_said(days: Sequence[int]) -> str:
    """Return days of the week, in their order: Mon–Thu, Sun."""
    if len(days) == _A_WEEK:
        return hours.every_day
    names = moment.days_of_week()
    said = []
    for first, last in _runs(days):
        if last - first + 1 >= _A_RUN:
            said.append(f"{names[first]}–{names[last]}")
        else:
            said += names[first : last + 1]
    return ", ".join(said)


def when_said(when: datetime, *, now: datetime) -> str:
    """Return a moment of the coming week: 17:00, or Monday 09:00."""
    if when.date() == now.date():
        return moment.time_of_day(when)
    return f"{moment.day_of_week(when)} {moment.time_of_day(when)}"


def _runs(days: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of the days that follow each other."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs
