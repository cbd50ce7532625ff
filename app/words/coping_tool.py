"""What helps: coping tools, by the name they have on screen.

Examples are ordinary hours in many kinds of lives. None names a way to be harmed.
"""

from app.words.kept_list import HeadWords
from app.words.said import Choices, Counted, Lines, Said


class CopingToolWords(HeadWords):
    """The list of what helps, and one thing that helps. Keys are the values of the enumerations of a coping tool."""

    title = Said("What helps me")
    one = Said("Something that helps")
    short = Said("It helps me")
    intro = Said("Small things that have helped before, so that you find them in a hard hour.")
    empty = Said(
        "Anything that helps a little can be here: a walk, a song, a cup of tea. One is enough to start."
    )
    add = Said("Add something that helps")
    name = Said("What it is")
    name_hint = Said("A few words are enough.")
    examples = Lines(
        "Hold a warm cup with both hands",
        "Walk to the corner and back",
        "Listen to one song, all of it",
        "Fold the washing, piece by piece",
        "Name what moves outside the window",
        "Send a friend one word",
        "Hum what my grandmother hummed",
        "Wash my hands slowly, with warm water",
    )
    save = Said("Save")
    blank = Said("Please write what it is. One word is enough.")
    blank_person = Said("Please write a name first.")
    step_too_long = Said("One of these lines is too long. Please split it in two. Your words are still here.")
    too_many_steps = Said("That is a lot of steps. Up to 50 can be kept. Your words are still here.")
    open_one = Said("Open {name}")
    open_in_line = Said("Open {name}: {text}")
    at_hand = Said("At hand")
    more = Said("More that helps")
    show_more = Counted("Show {n} more", "Show {n} more")
    show_away = Counted("Show {n} that is put away", "Show {n} that are put away")
    put_away_title = Said("Put away")

    find = Said("Find by a word")
    fitting = Said("What fits now")
    fitting_help = Said("This shows what you marked this way.")
    none_found = Said("Nothing here matches.")
    none_fits = Said("Nothing fits yet. You can say more about each one under “Change”.")
    time_there = Said("The time I have")
    place_there = Said("Where I am")
    energy_there = Said("The energy I have")
    feeling_there = Said("What I feel")
    any = Choices(
        {"takes": "Any time", "where": "Any place", "energy": "Any energy", "feeling": "Any feeling"}
    )
    not_said = Choices(
        {
            "takes": "Time not said",
            "where_ok": "Place not said",
            "energy_needed": "Energy not said",
            "kind": "Not said",
        }
    )

    kind = Said("What I do")
    kinds = Choices(
        {
            "breathe": "Breathe",
            "ground": "Come back to here",
            "move": "Move",
            "senses": "Use my senses",
            "make": "Make something",
            "rest": "Rest",
            "distract": "Take my mind off it",
            "connect": "Be with others",
            "other": "Something else",
        }
    )
    takes = Said("How long it takes")
    times = Choices(
        {"1_minute": "A minute", "5_minutes": "5 minutes", "15_minutes_or_more": "15 minutes or more"}
    )
    where = Said("Where it can be done")
    wheres = Choices({"anywhere": "Anywhere", "at_home": "At home", "outside": "Outside"})
    energy = Said("The energy it needs")
    energies = Choices({"low": "A little", "middle": "Some", "high": "A lot"})
    needs = Choices(
        {"low": "Needs a little energy", "middle": "Needs some energy", "high": "Needs a lot of energy"}
    )
    good_for = Said("Good when I feel")
    choose_feelings = Said("Choose feelings")

    steps = Said("Steps")
    steps_hint = Said("One step on each line. For example: Fill the kettle. Choose a cup.")
    no_steps = Said("You can add small steps under “Change”.")
    step = Said("{n}. {step}")
    one_by_one = Said("One step at a time")
    step_of = Said("Step {n} of {total}")
    next_step = Said("Next step")
    from_the_start = Said("Again from the start")
    step_before = Said("One step back")
    all_steps = Said("All steps")

    timer = Said("A quiet timer")
    timer_help = Said("It makes no sound. It goes on while you are elsewhere, and while this is locked.")
    start = Counted("Start {n} minute", "Start {n} minutes")
    minutes = Counted("{n} minute", "{n} minutes")
    time_left = Said("Until {time}. About {minutes} left.")
    last_minute = Said("Until {time}. Less than a minute left.")
    over = Said("The time is over. There is no hurry.")
    stop = Said("Stop the timer")
    close_timer = Said("Close the timer")

    helped = Said("Did it help?")
    helped_help = Said("You can skip this. Only your last answer is kept, and nothing is counted.")
    answers = Choices({"yes": "Yes", "a_bit": "A bit", "not_this_time": "Not this time"})
    last_said = Said("Last time, on {day}: {answer}.")
    answer_kept = Said("Kept.")

    taught_by = Said("Learned from")
    passed_on_to = Said("I passed it on to")
    named = Choices({"taught_by": "Learned from someone else", "passed_on_to": "Passed on to someone else"})
    add_named = Choices({"taught_by": "Add who taught me", "passed_on_to": "Add who it went to"})
    learned_on = Said("Learned on: {day}")
    day_not_said = Said("not said")
    not_dated = Said("Forget the day")
    labelled = Said("{label}: {said}")
    pass_on = Said("Pass it on")
    pass_on_help = Said("Read it out, or show this page. Nothing is sent.")
    may_pass_on = Said("May it be passed on?")
    may = Choices({"yes": "Yes", "no": "No", "ask": "Ask first", "": "Not said"})
    may_said = Choices(
        {
            "yes": "May be passed on",
            "no": "Not to be passed on",
            "ask": "Ask first before passing it on",
        }
    )

    add_to_plan = Said("Add to my plan")
    in_plan = Said("This is in your plan.")
    added_to_plan = Said("{name} is in your plan now. The line is marked “Only me”.")

    pin = Said("Keep at hand")
    unpin = Said("No longer at hand")
    pin_help = Said("Up to three can be at hand. You see them when it’s hard, and one after a hard check-in.")
    full = Said("Three are at hand already. Which one should make room?")
    make_room = Said("In place of {name}")
    leave_it = Said("Leave it as it is")
    waits = Said("Another device has put more at hand. This waits until one of these makes room: {names}.")
    pinned = Said("{name} is at hand.")
    unpinned = Said("{name} is no longer at hand.")
    put_away = Said("Put away")
    take_out = Said("Take out again")
    was_put_away = Said("{name} is put away. Check-ins that name it stay as they are.")
    delete = Said("Delete this")
    deleted = Said("{name} was deleted.")


coping_tool = CopingToolWords()
