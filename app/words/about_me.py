"""What a person says about themselves, once."""

from app.words.said import Choices, Said


class AboutMeWords:
    """The page *About me*. Keys are the values of the enumerations of what is said about oneself."""

    title = Said("About me")
    intro = Said("Say it once, and use it where you choose. You can leave all of this empty.")
    only_me = Said("Each part is for you alone, until you say that it may be shared.")
    parts = Choices(
        {
            "called": "What I like to be called",
            "pronouns": "My pronouns",
            "talking": "How to talk with me",
            "senses": "My senses",
            "access": "What I need to take part",
        }
    )
    called_hint = Said("Copies for others begin with this name, if it may be shared.")
    pronouns_hint = Said("For example: they, or she and they.")
    ways_to_talk = Choices(
        {
            "typed": "Writing is easier than speaking.",
            "slow": "Please speak slowly.",
            "plain_words": "Please use plain words.",
            "no_phone": "No phone calls, please.",
            "time_to_answer": "Give me time to answer.",
            "one_thing": "One thing at a time, please.",
            "advice_if_asked": "Advice only if I ask for it.",
            "looking_away": "I may look away. I am still listening.",
        }
    )
    how_to_talk = Said("More about talking with me")
    own_hint = Said("In your words. Each line can go into your plan by itself.")
    senses = Choices(
        {
            "light": "Bright light is hard for me.",
            "noise": "Noise is hard for me.",
            "touch": "Please ask before you touch me.",
            "smells": "Strong smells are hard for me.",
            "crowds": "Many people at once are hard for me.",
            "moving": "Moving helps me to listen.",
        }
    )
    about_senses = Said("More about my senses")
    access_hint = Said("For example: a ramp, a quiet room, breaks, company on the way.")
    share = Said("May be shared: {part}")
    in_plan = Said("Use it in my plan")
    in_plan_help = Said("Your plan will offer you these lines one by one. Nothing goes in by itself.")
    part_added = Said("This part is in your plan now.")
    too_long = Said(
        "This is too long. A line of your plan can have up to 1,000 letters. Your words are still here."
    )
    offered = Said("From what you say about yourself")
    add_line = Said("Add: {text}")


about_me = AboutMeWords()
