"""A meeting in words: what it is called, and the first words of what was kept of it."""

from textwrap import shorten

from app import words
from app.domain.meeting import Meeting
from app.session import Session

_LONGEST_GIST = 90


def called(session: Session, meeting: Meeting) -> str:
    """Return with whom it was; where that is not known, what it was, or only that it was a meeting."""
    return session.vocabulary.named(meeting.with_whom) or gist(meeting) or words.meeting.meeting_of


def gist(meeting: Meeting) -> str:
    """Return the first words of what was kept of it; empty if nothing was."""
    said = (meeting.worth_remembering, meeting.received, meeting.gave)
    return next((shorten(text, _LONGEST_GIST, placeholder="…") for text in said if text.strip()), "")


def moment(meeting: Meeting) -> str:
    """Return the day of it, and the time if that is known."""
    day = words.moment.day(meeting.when)
    return f"{day}, {words.moment.time_of_day(meeting.when)}" if meeting.time_known else day
