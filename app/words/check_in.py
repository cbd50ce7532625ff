"""Saying how it is."""

from app.words.said import Choices, Said


class CheckInWords:
    """Today, and one check-in."""

    question = Said("How is it right now?")
    moods = Choices({"5": "Very good", "4": "Good", "3": "In between", "2": "Hard", "1": "Very hard"})
    cannot_name = Said("I can’t name it")
    nothing_said = Said("No mood")
    saved = Said("Saved. Add more, or leave it there.")
    add_more = Said("Add more")
    taken_back = Said("Taken back.")
    another = Said("Check in again")
    after_low = Said("That sounds hard. Would any of these help?")
    offer_tool = Said("Try: {name}")
    offer_net = Said("My safety net")
    offer_plan = Said("My plan")
    offer_nothing = Said("Nothing for now")
    recent = Said("Lately")
    none_yet = Said("Your check-ins will be listed here.")
    open_one = Said("{mood}, {moment}")
    title = Said("Check-in")
    as_you_go = Said("Everything here is saved as you go. You can skip all of it.")
    mood = Said("How it is")
    feelings = Said("Feelings")
    families = Choices(
        {"calm": "Calm and warm", "bright": "Bright", "low": "Low", "tense": "Tense", "mixed": "Mixed"}
    )
    feeling = Choices(
        {
            "calm": "calm",
            "content": "content",
            "safe": "safe",
            "grateful": "grateful",
            "relieved": "relieved",
            "close_to_others": "close to others",
            "glad": "glad",
            "hopeful": "hopeful",
            "interested": "interested",
            "proud": "proud",
            "playful": "playful",
            "loved": "loved",
            "sad": "sad",
            "lonely": "lonely",
            "tired": "tired",
            "numb": "numb",
            "ashamed": "ashamed",
            "hopeless": "hopeless",
            "worried": "worried",
            "scared": "scared",
            "angry": "angry",
            "stressed": "stressed",
            "restless": "restless",
            "overwhelmed": "too much",
            "confused": "confused",
            "torn": "torn",
            "surprised": "surprised",
        }
    )
    find_word = Said("Find a word, or write your own")
    find_hint = Said("Press Enter to add what you wrote.")
    none_found = Said("Nothing here matches.")
    add_word = Said("Add “{word}”")
    now_picked = Said("“{word}” is picked.")
    which_family = Said("Where does it belong?")
    picked_before = Said("Picked before")
    word_too_long = Said("This is too long for a word. The note has room for it.")
    word_blank = Said("Please write a word. To keep it out of the list, switch it off below.")
    no_topics = Said("Anything you get support with can be a topic, such as grief or a new job.")
    how_strong = Said("How strong? You can skip this.")
    how_strong_one = Said("How strong: {feeling}")
    degrees = Choices(
        {"a_little": "{feeling}, a little", "": "{feeling}, just there", "a_lot": "{feeling}, a lot"}
    )
    change_list = Said("Change this list")
    lists = Choices(
        {
            "feeling": "Words for feelings",
            "body_signal": "Words for my body",
            "where": "Words for places",
            "doing": "Words for what I do",
        }
    )
    about_lists = Said("Words you switch off are no longer offered. Where you picked them, they stay.")
    my_words = Said("My own words")
    our_words = Said("Words to start from")
    word = Said("Word")
    offered = Said("Offered")
    offer_word = Said("Offer “{word}”")
    time_unknown = Said("not said")
    came_from = Said("As it came from {source}")
    sources = Choices(
        {
            "app": "this app",
            "daylio_csv": "Daylio",
            "daylio_backup": "a Daylio backup",
            "pixels": "Pixels",
            "bearable": "Bearable",
            "state_of_mind": "State of Mind",
            "csv": "a table",
        }
    )
    body_first = Said("What does my body tell me?")
    forget_name = Said("Forget the name {name} in check-ins")
    unknown_helper = Said("something that is not here any more")
    unknown_word = Said("a word that is not here any more")
    body_signals = Said("In my body")
    body_signal = Choices(
        {
            "tight_chest": "tight chest",
            "knot_in_stomach": "knot in my stomach",
            "heavy": "heavy",
            "light": "light",
            "warm": "warm",
            "cold": "cold",
            "shaky": "shaky",
            "buzzing": "buzzing",
            "racing_heart": "racing heart",
            "shallow_breath": "shallow breath",
            "clenched_jaw": "tight jaw",
            "headache": "headache",
            "cannot_sit_still": "can’t sit still",
            "far_away": "far away",
            "too_loud": "everything too loud",
            "sleepy": "sleepy",
            "hungry": "hungry",
        }
    )
    where = Said("Where")
    place = Choices(
        {
            "home": "at home",
            "work": "at work",
            "school": "at school",
            "outside": "outside",
            "on_the_way": "on the way",
            "at_a_friends": "at a friend’s",
            "at_a_group": "at a group",
            "in_a_clinic": "in a clinic",
            "in_a_shop": "in a shop",
            "online": "online",
        }
    )
    doing = Said("Doing")
    deed = Choices(
        {
            "resting": "resting",
            "sleeping": "sleeping",
            "working": "working",
            "studying": "studying",
            "housework": "housework",
            "caring_for_others": "caring for others",
            "eating": "eating",
            "moving": "moving my body",
            "making_something": "making something",
            "music": "music",
            "reading": "reading",
            "watching": "watching",
            "playing": "playing",
            "talking": "talking",
            "being_online": "online",
            "being_outside": "being outside",
            "shopping": "shopping",
            "appointment": "an appointment",
            "travelling": "travelling",
            "nothing": "nothing much",
        }
    )
    topics = Said("What it was about")
    felt_connected = Said("Did I feel connected?")
    connections = Choices(
        {"yes": "Yes", "a_little": "A little", "not_at_all": "Not at all", "": "Leave it open"}
    )
    what_helped = Said("What helped")
    energy = Said("Energy")
    energies = Choices({"low": "Low", "middle": "Medium", "high": "High", "": "Not said"})
    with_whom = Said("Who with")
    no_supports = Said("When you add supports, you can pick them here.")
    no_helpers = Said("When you add what helps you, or supports, you can pick them here.")
    when = Said("When")
    date = Said("Date: {date}")
    time = Said("Time: {time}")
    in_future = Said("This time is still to come. Choose one that has passed.")
    note = Said("Note")
    note_hint = Said("Anything you want to remember.")
    deleted = Said("Check-in deleted.")


check_in = CheckInWords()
