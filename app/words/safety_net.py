"""Whom to reach first."""

from app.words.said import Choices, Lines, Said


class SafetyNetWords:
    """The safety net."""

    title = Said("Safety net")
    intro = Said("People, places and lines to reach first, in your order.")
    empty = Said("Pick one support to reach first. You can change the order any time.")
    no_supports = Said("Add a support first. Then you can put it in your safety net.")
    add = Said("Add to my safety net")
    everyone_in = Said("All your supports are in your safety net.")
    put_in = Said("Add {name}")
    up = Said("Move up {name}")
    down = Said("Move down {name}")
    take_out = Said("Take out of my safety net")
    removed = Said("{name} is no longer in your safety net.")
    edit = Said("Change for {name}")
    number = Said("number {n} in my safety net")
    position = Said("{n}. {name}")
    purposes_title = Said("Good for")
    purposes = Choices(
        {
            "take_my_mind_off_it": "Take my mind off it",
            "talk_about_it": "Talk about it",
            "come_over": "Come over",
            "help_me_decide": "Help me decide",
            "professional": "Professional",
            "emergency": "Emergency",
        }
    )
    purposes_help = Said("Pick as many as fit.")
    say = Said("What I could say")
    say_help = Said("Ready words to say, to send, or to show without speaking.")
    say_stuck = Said("Show examples")
    say_take = Said("Take “{words}”")
    say_examples = Lines(
        "It’s a hard evening. Can you talk for ten minutes?",
        "I can’t say much now. Could you come over?",
        "Please tell me about your day. I would like to think of something else.",
        "I find it hard to speak. I can write, or nod.",
    )
    show = Said("Show my words to {name}")
    shown = Said("Words to show")
    expect_title = Said("What may happen if I call")
    expect_hint = Said("For example: someone asks my name and how I am. I may wait a little.")
    expect = Said("What may happen: {words}")
    words_inside = Said("Your words will be in the message. You can change them before you send it.")
    text_first = Said("Text first, then call.")
    consent = Choices(
        {
            "yes": "{name} agreed to be reached in a hard time",
            "asked": "You asked {name}, with no answer yet",
            "no": "{name} would rather not be reached in a hard time",
            "": "You have not asked {name} yet",
        }
    )
    reorder = Said("Change the order")
    order_title = Said("The order of my safety net")
    order_help = Said("Drag a name, or press its arrows. The first one is the first to reach.")
    no_way = Said("No way to reach is noted yet.")
    add_way = Said("Add a way to reach {name}")
    moved = Said("{name} is now number {n}.")


safety_net = SafetyNetWords()
