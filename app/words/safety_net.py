"""Whom to reach first."""

from app.words.said import Choices, Said


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
    remove = Said("Take out {name}")
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
    say = Said("What I could say")
    say_hint = Said("For example: I’m having a hard time. Can you talk?")
    no_way = Said("No way to reach is noted. Open {name} to add one.")
    moved = Said("{name} is now number {n}.")


safety_net = SafetyNetWords()
