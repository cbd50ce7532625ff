"""Meetings: with whom, what came to me, what I gave, and what to come back to."""

from app.words.said import Counted, Said


class MeetingWords:
    """The list of meetings, and one meeting."""

    title = Said("Meetings")
    intro = Said("Meetings worth remembering, in a few words. You can skip any of them.")
    empty = Said("A cup of tea, a group, a call: note a meeting here if you want to remember it.")
    add = Said("Note a meeting")
    add_with = Said("Note a meeting with {name}")
    from_check_in = Said("Note this as a meeting")
    line = Said("What I want to remember")
    line_hint = Said("One line is enough. You can say more afterwards.")
    save = Said("Save")
    blank = Said("Keep who it was with, or a few words about it. You can also delete it.")
    blank_new = Said("Please write a few words, or pick who it was with.")
    blank_person = Said("Please write a name first.")
    with_whom = Said("Who with")
    other = Said("With someone else")
    add_other = Said("Add who with")
    when = Said("When")
    time = Said("Time: {time}")
    time_unknown = Said("not said")
    forget_time = Said("Forget the time")
    received = Said("What I received")
    received_hint = Said("For example: someone listened, a lift home, a laugh.")
    gave = Said("What I gave")
    gave_hint = Said("For example: I listened, I shared a song.")
    worth_remembering = Said("Worth remembering")
    follow_up_title = Said("To come back to")
    follow_up = Said("What to come back to")
    follow_up_hint = Said("For example: ask how the new job is going.")
    follow_up_on = Said("Day for it: {day}")
    day_not_said = Said("not said")
    forget_day = Said("Forget the day")
    followed_up = Said("This is done")
    shown_here = Said("From that day on, you will see it above your meetings. Nothing else will remind you.")
    waiting = Said("Time to come back to")
    open_one = Said("Open {name}")
    meeting_of = Said("Meeting")
    find = Said("Find by a word")
    none_found = Said("No meeting matches.")
    show_more = Counted("Show {n} more", "Show {n} more")
    earlier = Said("Meetings so far")
    delete = Said("Delete this meeting")
    deleted = Said("The meeting was deleted.")
    giving = Said("Giving and receiving")
    giving_about = Said("What you noted, as a picture and in words")


meeting = MeetingWords()
