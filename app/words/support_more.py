"""The sheet of a support: where it stands, what passes to and fro, and what was agreed."""

from app.words.said import Choices, Said


class SupportMoreWords:
    """What can be said of a support beyond its name and the ways to reach it."""

    not_said = Said("Not said")
    state = Said("How things stand")
    states = Choices(
        {
            "here_now": "Here now",
            "growing": "Growing",
            "hoped_for": "Hoped for",
            "resting": "Resting",
            "ended": "Ended",
            "remembered": "Remembered",
        }
    )
    stood_since = Said("{state} since {day}")
    forget_since = Said("Take out: {since}")
    forgotten = Said("Taken out.")
    share = Said("May be in copies for others")
    closer = Said("Closer")
    further = Said("Further")
    left = Said("Turn left")
    right = Said("Turn right")
    wheres = Choices(
        {
            "top": "At the top of the map",
            "top_right": "At the top right of the map",
            "right": "On the right of the map",
            "bottom_right": "At the bottom right of the map",
            "bottom": "At the bottom of the map",
            "bottom_left": "At the bottom left of the map",
            "left": "On the left of the map",
            "top_left": "At the top left of the map",
        }
    )
    form = Said("In what form")
    forms = Choices(
        {
            "friend": "Friend",
            "family": "Family",
            "peer_support": "Peer support",
            "befriending": "Befriending",
            "mentoring": "Mentoring",
            "self_help_group": "Self-help group",
            "support_group": "Support group",
            "community_group": "Community group",
            "online_community": "Online community",
            "shared_interest": "Shared interest",
            "professional": "Professional",
            "other": "Something else",
        }
    )
    topics = Said("What it helps with")
    new_topic = Said("Another topic")
    new_topic_hint = Said("For example: grief, a new job. You can leave this empty.")
    add_topic = Said("Add topic")
    between = Said("What I receive and give")
    ways = Choices({"i_receive": "What comes to me", "i_give": "What I give"})
    received = Choices(
        {
            "listening": "Being listened to",
            "shared_experience": "Shared experience",
            "company": "Company",
            "practical_help": "Practical help",
            "information": "Information",
            "encouragement": "Encouragement",
            "learning": "Learning a skill",
            "laughter": "Laughter",
            "standing_up": "Someone stands up for me",
        }
    )
    given = Choices(
        {
            "listening": "I listen",
            "shared_experience": "I share my experience",
            "company": "I keep them company",
            "practical_help": "I help with things",
            "information": "I pass on what I know",
            "encouragement": "I encourage",
            "learning": "I teach a skill",
            "laughter": "I bring laughter",
            "standing_up": "I stand up for them",
        }
    )
    others = Choices({"i_receive": "Something else comes to me", "i_give": "Something else I give"})
    example = Said("{what}: for example")
    direction = Said("Which way it goes")
    directions = Choices(
        {"to_me": "Mostly to me", "from_me": "Mostly from me", "both": "We both give and receive"}
    )
    as_above = Said("As said above")
    strength = Said("How strong")
    strengths = Choices({"thin": "Thin", "medium": "Medium", "strong": "Strong"})
    strength_not_said = Said("Strength not said")
    strain = Said("Strain right now")
    strain_not_said = Said("Strain not said")
    strains = Choices({"none": "None", "some": "Some", "a_lot": "A lot"})
    agreement = Said("What we agreed")
    agreement_help = Said("It helps to ask. People may want to, and may not be able to.")
    agreed = Said("In our words")
    knows = Said("They know they are on my map")
    may_contact = Said("I may contact them in a hard time")
    knows_answers = Choices(
        {"yes": "Yes, they know", "no": "No, they don’t know", "": "Not told yet"},
    )
    may_contact_answers = Choices(
        {"yes": "Yes, I may", "asked": "Asked, no answer yet", "no": "No, please not", "": "Not asked yet"}
    )
    share_agreement = Said("They may see what they asked of me, and my limits")
    share_agreement_help = Said("Then you can choose both for a copy of your plan for them. For nobody else.")
    agreements = Choices(
        {
            "when_ok": "When it is fine",
            "how_ok": "How it is fine",
            "please_not": "Please don’t",
            "asked_of_me": "What they asked of me",
            "my_limits": "My limits",
        }
    )


support_more = SupportMoreWords()
