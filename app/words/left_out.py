"""What is kept here and cannot be shown."""

from app.words.said import Counted, Said


class LeftOutWords:
    """Which things could not be read, how many, and that they are kept."""

    title = Said("Some of what is kept here can’t be shown")
    unreadable = Said("This can’t be read: {things}.")
    newer = Said("A newer Holdfast wrote this: {things}. Update the app to see it.")
    kept = Said("It stays here as it is, and in every backup. Everything else works.")
    of_month = Said("{things} of {month}")
    check_in = Counted("{n} check-in", "{n} check-ins")
    support = Counted("{n} support", "{n} supports")
    support_state = Counted(
        "{n} note of how things stood with a support", "{n} notes of how things stood with supports"
    )
    gone_name = Counted("{n} name of what was deleted", "{n} names of what was deleted")
    coping_tool = Counted("{n} thing that helps you", "{n} things that help you")
    learning = Counted("{n} thing you learned", "{n} things you learned")
    reflection = Counted("{n} reflection", "{n} reflections")
    win = Counted("{n} thing that went well", "{n} things that went well")
    goal = Counted("{n} thing you are moving towards", "{n} things you are moving towards")
    meeting = Counted("{n} meeting", "{n} meetings")
    about_me = Counted("what you say about yourself", "{n} pages about yourself")
    helpful_thing = Counted("{n} thing you find helpful", "{n} things you find helpful")
    referral = Counted("{n} thing that was suggested to you", "{n} things that were suggested to you")
    keep_item = Counted("{n} thing in your keep box", "{n} things in your keep box")
    peer_page = Counted("what you chose for your peer support page", "{n} choices for your peer support page")
    page_copy = Counted(
        "{n} note of a copy of your peer support page", "{n} notes of copies of your peer support page"
    )
    safety_net = Counted("{n} place in the safety net", "{n} places in the safety net")
    safety_plan = Counted("the frame of your plan", "the frames of {n} plans")
    safety_plan_part = Counted("{n} part of your plan", "{n} parts of your plan")
    safety_plan_item = Counted("{n} line of your plan", "{n} lines of your plan")
    plan_version = Counted("{n} earlier version of your plan", "{n} earlier versions of your plan")
    held_plan = Counted("{n} plan you hold for someone", "{n} plans you hold for others")
    trusted_peer = Counted("{n} person you show your plan to", "{n} people you show your plan to")
    plan_copy = Counted("{n} note of a copy of your plan", "{n} notes of copies of your plan")
    preferences = Counted("your settings", "{n} sets of settings")
    draft = Counted("{n} unfinished text", "{n} unfinished texts")
    own_word = Counted("{n} word of your own", "{n} words of your own")
    topic = Counted("{n} topic", "{n} topics")
    mood_label = Counted("{n} name for a mood", "{n} names for moods")
    import_record = Counted("{n} note of an import", "{n} notes of imports")
    helpline_mark = Counted("{n} note on a helpline", "{n} notes on helplines")
    other = Counted("{n} other thing", "{n} other things")


left_out = LeftOutWords()
