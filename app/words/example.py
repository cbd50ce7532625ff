"""An example vault: that nothing in it is real, and the words of a person who was made up for it."""

from app.words.said import Lines, Said


class ExampleWords:
    """The mark of an example, and what its made-up person has written. Days are named by nobody's life."""

    banner = Said("This is an example. Nothing in it is real.")
    look = Said("Look at an example first")
    leave = Said("Leave the example")
    making = Said("Making the example. What you do in it is erased when you leave it.")
    not_made = Said("The example could not be made. Nothing of yours was touched.")
    on_a_copy = Said("Example, nothing in it is real: {title}")
    own_word = Said("sea-legged")
    own_place = Said("on the ferry")
    topics = Lines("Living on my own", "A new job", "Making music again")
    mood_label = Said("Fair wind")
    netted = Said("Hello. It’s one of those evenings. Do you have ten minutes?")
    expected = Said("Someone asks for my name and finds me a time. I may have to wait a little.")
    one_line = Said("It has been foggy before, and the fog has always lifted.")
    own_part = Said("When the morning is slow")
    draft = Said("Ask Ilse whether the choir still meets in")
    support_note = Said("We met on the allotments. Likes to be asked for advice.")
    signs = Lines("I stop humming in the kitchen.", "I leave my letters unopened.")
    sign_others_notice = Said("Ilse says that I answer in one word.")
    on_my_own = Lines(
        "Walk to the lighthouse and back, slowly.", "Put the big kettle on.", "Sort the button jar by colour."
    )
    tools = Lines(
        "Put the big kettle on",
        "Count boats at the harbour",
        "Hum the alto line",
        "Sort the button jar by colour",
        "Write one line to Aunt Marguerite",
    )
    kettle_steps = Lines("Fill it to the top.", "Look out of the window until it sings.", "Choose a cup.")
    called = Said("Captain, or anything with a warm voice")
    how_to_talk = Said("Ask me twice. I say no too fast.")
    access = Said("A seat near the door.")
    helpful = Lines("Being asked before being advised", "Walking side by side, without many words")
    referrals = Lines("The Tuesday workshop for worn-out carers", "A counsellor at the health centre")
    referral_note = Said("Ask whether the lift works again.")
    hope_in_the_way = Said("I don’t know yet what to say first.")
    hope_step = Said("Knock and ask about the tide tables.")
    kept = Said("A card from the quilting group")
    kept_words = Said("“We keep a chair for you, come when you can.”")
    kept_thing = Said("The tune that is hummed over the washing-up")
    taught = Said("The woman at the market stall")
    learned = Lines(
        "Late beans still grow, says Tomasz, and he is right.",
        "Not answering at once is not the same as saying no.",
        "The reading room has a quiet hour on Wednesdays.",
    )
    thought_before = Said("I have to answer on the same day.")
    thinks_now = Said("Whoever likes me can wait a day.")
    reflected = Lines(
        "We sang the slow one twice and nobody minded my wrong note.",
        "Ilse hears the wind and thinks of sailing. I hear it and shut the window.",
    )
    wins = Lines(
        "Opened the three letters on the shelf.",
        "Asked Noor for an onion and stayed for soup.",
        "Sang the alto line to the end.",
    )
    goals = Lines(
        "Singing with others through the winter", "A garden that needs little", "Less news at night"
    )
    goal_why = Said("It carries me through the dark months.")
    goal_steps = Lines("Ask when the choir meets.", "Walk past the hall once.", "Go in.")
    places = Lines("The reading room by the window.", "The bench at the harbour, if it is dry.")
    safer_space = Lines("Sit in the front room, with the door open.")
    slow_mornings = Lines("Radio first, telephone later.", "Porridge counts as breakfast and as lunch.")
    supports = Lines(
        "Ilse Brandvold",
        "Tomasz from the allotments",
        "Thursday choir",
        "The people of the reading room",
        "The bench at the harbour",
        "Playing the accordion",
        "Pickle the cat",
        "The health centre",
        "A line for talking at night",
        "The part of me that can wait",
        "Aunt Marguerite",
        "Noor next door",
    )
    received = Lines(
        "She listened until the kettle boiled twice.",
        "A bag of beans, and how to cook them.",
        "Company, and no questions.",
    )
    gave = Lines(
        "I carried the chairs.",
        "I taught him the slow part of the waltz.",
        "I read the letter out to her.",
        "A song for the way home.",
    )
    remembered = Lines(
        "We both said no to something this week.",
        "The goat is called Admiral.",
        "It is fine to leave early.",
    )
    follow_up = Said("Ask how the new flat is.")
    limits = Said("I can come on Sundays. I can’t decide for her.")
    begun = Lines(
        "Slept well enough.",
        "A slow morning.",
        "Woke before the alarm.",
        "Rain on the roof all day.",
        "Sun in the kitchen for an hour.",
        "The bus was late again.",
        "Quiet at work.",
        "A long meeting, and then another.",
        "Made soup from what was left.",
        "The stairs seemed longer than yesterday.",
        "First day with the windows open.",
        "Fog until noon.",
        "Market day.",
        "Cold hands, warm socks.",
        "Everyone wanted something before ten.",
        "Nothing planned, which was the plan.",
        "Stayed in bed a while.",
        "The neighbours are painting their door.",
    )
    went_on = Lines(
        "Tomasz brought beans, far too many.",
        "Ilse called and we laughed about the goat.",
        "Walked the long way home.",
        "Did not feel like talking, and did not have to.",
        "Practised the slow part of the waltz.",
        "Pickle slept on the newspaper.",
        "Wrote two letters and posted one.",
        "Forgot my umbrella in the reading room.",
        "Sang the alto line, mostly.",
        "Sat by the harbour and counted boats.",
        "Cleared one shelf.",
        "Said no to an extra shift.",
        "Noor lent me a book about tides.",
        "Left the dishes for tomorrow.",
        "The accordion is out of tune, and so was I.",
        "Kept to myself for the most part.",
        "Had tea with Aunt Marguerite, three sorts of cake.",
        "Watched the rain with somebody else.",
    )
    brighter = Lines(
        "I would like more days like this.",
        "It felt light.",
        "That was worth getting up for.",
        "I noticed that I was humming.",
        "Small, and good.",
    )
    level = Lines(
        "Neither here nor there.",
        "It will do.",
        "Fine for a weekday.",
        "Tomorrow is another one.",
        "Enough for today.",
    )
    heavier = Lines(
        "Heavy, but I know this weather.",
        "I was glad when it was evening.",
        "Asked for company, and that helped.",
        "Everything took longer.",
        "I let today be small.",
    )


example = ExampleWords()
