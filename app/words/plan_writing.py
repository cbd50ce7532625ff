"""Writing the plan and reading it: what stands on the screens around its own words."""

from app.words.said import Counted, Said


class PlanWritingWords:
    """Buttons, labels and remarks of the plan's screens."""

    read = Said("Read my plan")
    share = Said("Show it to someone")
    parts = Said("Parts")
    items = Counted("{n} line", "{n} lines")
    nothing = Said("Nothing yet")
    hidden = Said("Hidden")
    add_part = Said("Add a part")
    own_name = Said("Name of your own part")
    own_blank = Said("Please write a name for this part.")
    nothing_to_read = Said("Nothing is written yet. A few words are enough to start.")
    as_you_go = Said("Everything here is saved as you go.")
    new_item = Said("Add a line")
    new_item_hint = Said("In your own words.")
    one_line = Said("My sentence")
    item_blank = Said("Please write something first.")
    sign = Said("Where it shows")
    sign_none = Said("Not said")
    new_share = Said("New lines may be shared")
    from_supports = Said("Add from my supports")
    from_tools = Said("Add from what helps me")
    add_named = Said("Add {name}")
    choose_tools = Said("Choose from what helps me")
    tools_of_line = Said("What helps with this")
    examples = Said("Examples")
    use_example = Said("Use: {text}")
    share_item = Said("May be shared: {text}")
    change_item = Said("Change: {text}")
    up_item = Said("Move up: {text}")
    down_item = Said("Move down: {text}")
    delete_item = Said("Delete: {text}")
    item_deleted = Said("Line deleted.")
    item_text = Said("Your words")
    share_all = Said("Mark all as “May be shared”")
    share_none = Said("Mark all as “Only me”")
    only_me_help = Said("“Only me” lines are never in a copy. You choose for each copy what else is shown.")
    part = Said("This part")
    part_name = Said("Name of this part")
    part_up = Said("Move this part up")
    part_down = Said("Move this part down")
    hide_part = Said("Hide this part")
    delete_part = Said("Delete this part")
    part_deleted = Said("Part deleted.")
    nothing_shareable = Said(
        "Every line is marked “Only me”, so there is nothing to choose yet. "
        "Open a part and mark what may be shared."
    )
    open_part = Said("Open {name}")
    whole_part = Said("All of “{name}”")
    stay_back = Counted(
        "{n} line stays with you. It is marked “Only me”.",
        "{n} lines stay with you. They are marked “Only me”.",
    )
    preview = Said("See what they will see")
    choose_first = Said("Choose at least one line first.")
    agreed = Said("What they asked of me, and my limits")
    take_all = Said("Take everything that may be shared")
    take_none = Said("Take nothing")


plan_writing = PlanWritingWords()
