"""The safety plan: its parts, what each asks, and examples for when nothing comes to mind.

Examples are ordinary days in many kinds of lives. None names a way to be harmed, not even as a thing to avoid.
"""

from app.words.said import Choices, Lines, Said


class ExampleWords:
    """Examples for each part, by the key of its type."""

    signs = Lines(
        "I stop answering messages.",
        "I sleep in my clothes.",
        "Everything feels far away.",
        "My chest gets tight.",
        "I cook for no one, not even me.",
        "My sister says that I have gone quiet.",
    )
    on_my_own = Lines(
        "Make tea and hold the warm cup.",
        "Walk once around the block.",
        "Put on the song from Grandma’s kitchen.",
        "Wash my face with cold water.",
        "Say a prayer that I know by heart.",
        "Water the plants, one by one.",
    )
    people_and_places = Lines(
        "Sit in the library by the big window.",
        "Watch the football at Tariq’s café.",
        "Choir on Thursday. I can just listen.",
        "The market, when the stalls open.",
        "Play cards with Uncle Chidi.",
    )
    people_to_ask = Lines(
        "Mei. I can text her the word “tired”.",
        "My brother, after his shift.",
        "Mrs Okafor next door. Her light is on late.",
        "Someone from my Tuesday group.",
    )
    services = Lines(
        "My doctor’s practice, on weekdays until six.",
        "The helpline that I have called before.",
        "The peer line, in the evening.",
        "The drop-in at the community centre.",
    )
    safer_space = Lines(
        "Ask Dad to look after some things for a while.",
        "Stay at Rosa’s for the night.",
        "Leave the bedroom and sit in the kitchen.",
        "Turn on all the lights.",
        "Hand my bank card to Sam until Monday.",
    )
    what_matters = Lines(
        "My dog waits for me at the door.",
        "I want to see my niece start school.",
        "The sea in winter.",
        "The song that I have not finished.",
        "My faith, and Friday meals with my family.",
    )
    helps_from_others = Lines(
        "Sit with me. We don’t have to talk.",
        "Ask me if I have eaten.",
        "Do the dishes with me.",
        "Send a photo of your cat.",
        "Walk beside me, slowly.",
    )
    does_not_help = Lines(
        "Being told to cheer up.",
        "Many questions at once.",
        "A hug that I did not ask for.",
        "Hearing that others have it worse.",
    )
    please_do_and_dont = Lines(
        "Please tell me before you call anyone.",
        "Please call my aunt first.",
        "Please don’t tell people at work.",
        "Please take off your shoes and come in.",
        "Please stay until someone else is here.",
    )
    how_to_talk = Lines(
        "Text first. Calls are hard for me.",
        "Use short sentences and give me time.",
        "Turn the big light off.",
        "I may look away. I am still listening.",
        "Speak Polish with me when I am tired.",
    )
    practical = Lines(
        "The cat eats at seven. Her food is by the sink.",
        "Yusuf has a spare key.",
        "The children can go to their grandparents.",
        "I can’t eat nuts.",
        "Please tell my boss only that I am ill.",
    )
    afterwards = Lines(
        "Let me sleep, then bring soup.",
        "Write to me the next day.",
        "Go back to small things: the post, the plants.",
        "Talk about it a week later, if I want to.",
        "Read this plan again with me.",
    )
    what_we_agreed = Lines(
        "Ana can talk until ten. After that I try someone else.",
        "We both may say “not today”.",
        "Kofi will not fix it. He will listen.",
        "We meet for lunch when it is over.",
    )
    own = Lines("Getting through the weekend", "At work", "When I travel", "Holidays and feasts")


class SafetyPlanWords:
    """The plan and its parts. Keys are the values of ``PartType`` and ``Sign``."""

    title = Said("My plan")
    from_another_device = Said("From another device")
    start = Said(
        "It’s easier to write this on a calmer day. A few words are enough. You can stop at any time."
    )
    one_line = Said("The sentence that matters most")
    one_line_help = Said("One thing you want to read first when it’s hard.")
    stuck = Said("Show examples")
    parts = Choices(
        {
            "signs": "Signs it’s getting harder",
            "on_my_own": "What I can do on my own",
            "people_and_places": "People and places that take my mind off it",
            "people_to_ask": "People I can ask for help",
            "services": "Services and lines",
            "safer_space": "Making my space safer",
            "what_matters": "What matters to me",
            "helps_from_others": "What helps from others",
            "does_not_help": "What does not help",
            "please_do_and_dont": "Please do, please don’t",
            "how_to_talk": "How to talk with me",
            "practical": "Practical things",
            "afterwards": "Afterwards",
            "what_we_agreed": "What we agreed",
            "own": "A part of my own",
        }
    )
    help = Choices(
        {
            "signs": "What do you, or people who know you, notice first?",
            "on_my_own": "What has made a hard hour a little easier before?",
            "people_and_places": "Where can you go, or who can you be with, without talking about it?",
            "people_to_ask": "Who could you tell that it’s hard right now?",
            "services": "Which places or lines would you call or visit, and when are they open?",
            "safer_space": "What could you change around you, or who could help you change it?",
            "what_matters": "What or who do you want to hold on to?",
            "helps_from_others": "What can someone do or say that does you good?",
            "does_not_help": "What do people do or say that makes it harder?",
            "please_do_and_dont": "What should others do, or not do, and in what order?",
            "how_to_talk": "How do you like people to speak, write and be near you?",
            "practical": "Who or what needs looking after while you can’t do it?",
            "afterwards": "What would help in the days after?",
            "what_we_agreed": "What can the other person give, and where are their limits?",
            "own": "Anything that needs a place of its own. Give it any name.",
        }
    )
    signs = Choices(
        {
            "thoughts": "Thoughts",
            "feelings": "Feelings",
            "body": "Body",
            "what_i_do": "What I do",
            "around_me": "What happens around me",
            "others_notice": "What others may notice",
        }
    )

    def __init__(self) -> None:
        self._examples = ExampleWords()

    def examples(self, part: str) -> tuple[str, ...]:
        """Three to six examples for a part, by the value of its ``PartType``; AttributeError for any other key."""
        lines: tuple[str, ...] = getattr(self._examples, part)
        return lines


safety_plan = SafetyPlanWords()
