"""Plans that are held for others: opening one, reading it, and giving it back."""

from app.words.said import Choices, Counted, Lines, Said


class HeldPlanWords:
    """What is said where someone keeps the plan of another person."""

    title = Said("Plans I hold for others")
    none = Said("None yet")
    count = Counted("{n} plan", "{n} plans")
    intro = Lines(
        "Has someone given you their plan as a locked page? You can keep it here, locked with your own things.",
        "It stays theirs. It is never part of your plan or your exports. Your backups hold it, locked.",
    )
    open_one = Said("Open a locked page")
    opening_title = Said("Open a plan for someone")
    before = Lines(
        "You need the file you were given, and the words you were told.",
        "The words are not kept. Once you keep the plan, your own passphrase is enough.",
    )
    file = Said("The locked page")
    file_help = Said("The whole path, such as {example}")
    file_empty = Said("First say which file it is.")
    passphrase = Said("The words you were told")
    passphrase_empty = Said("Type the words you were told first.")
    look = Said("Open it")
    opening = Said("Opening. This can take a few seconds.")
    stopped = Said("Stopped. Nothing was kept.")
    wrong = Said(
        "It did not open. Check each word. Capital letters and extra spaces make no difference. If every word is right, the file was changed: ask for it again."
    )
    damaged = Said("This file was damaged on its way, and no words can open it. Ask for it again.")
    too_new = Said(
        "A newer version of Holdfast made this file. Nothing was changed. Update the app, then try again."
    )
    cannot = Said("It could not be opened. Nothing was kept, and what you have here is safe.")
    refusals = Choices(
        {
            "not_there": "There is no such file. Check where it is, then try again.",
            "too_large": "This file is too large to be a plan. Nothing was kept.",
            "pdf": "A PDF can be read in your PDF viewer, but not kept here. Ask for the same as a locked page.",
            "unknown": "This is not a locked page from Holdfast. Those are files that end in .html.",
            "broken": "It opened, but there is no plan in it that can be read. Ask for it again.",
        }
    )

    whose = Said("Whose plan is it?")
    whose_help = Said("As you call them. Only you see this name.")
    whose_empty = Said("First write whose plan it is.")
    standings = Choices(
        {
            "new": "You do not hold this plan yet.",
            "same": "You already hold this copy.",
            "newer": "This copy is newer than the one you hold.",
            "older": "This copy is older than the one you hold.",
            "same_day": "You hold another copy from the same day.",
        }
    )
    this_one = Said("This copy: {which}")
    held_one = Said("The one you hold: {which}")
    which = Said("version {n}, {day}")
    keep = Said("Keep it for them")
    replace = Said("Replace the one I hold")
    keep_newer = Said("Keep the newer one")
    older_all_the_same = Said("Take the older one anyway")
    to_held = Said("Read the one I hold")
    another = Said("Another file")
    kept = Said("The plan is kept. The file itself is still where it was.")

    copy_row = Said("Version {n}, {day}")
    of_copy = Said("Version {n}, made on {day}. You have held it since {since}.")
    held_since = Said("You have held it since {since}.")
    theirs = Said("This is their plan, in their words. You can read it, not change it.")
    how_to_be = Said("How to be with them")
    rest = Said("Their plan")
    nothing = Said("There is nothing in this copy.")
    newer_here = Said("Open a newer copy")
    give_back = Said("Give it back")
    give_back_help = Said("It is erased here at once. {name} still has the plan itself.")
    in_backups = Said("Backups made while you held it still have it, locked.")
    in_automatic = Said(
        "Automatic ones have it until {month} if one is made each month. With fewer, it takes longer."
    )
    in_others = Said("Those you made yourself have it until you erase them.")
    until_erased = Said("They have it until you erase them.")
    given_back = Said("It is erased here. Backups may still have it.")


held_plan = HeldPlanWords()
