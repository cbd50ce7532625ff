"""Reaching someone through the phone or message app. At most 15 words a sentence."""

from app.words.said import Choices, Said


class ReachingWords:
    """What is asked before an emergency number is called or texted."""

    sure = Choices({"call": "Call {number} now?", "text": "Text {number} now?"})
    sure_help = Choices(
        {
            "call": "This is an emergency number. Your phone will open with it.",
            "text": "This is an emergency number. Your messages will open with it.",
        }
    )
    go_on = Choices({"call": "Call {number}", "text": "Text {number}"})
    not_now = Said("Not now")


reaching = ReachingWords()
