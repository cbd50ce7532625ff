"""What could not be read any more, and what can be done about it."""

from app.words.said import Choices, Counted, Said


class SalvageWords:
    """Damage told calmly: what it is about, that everything else is as it was, and what helps."""

    noticed = Said("About what is kept here")
    notices = Choices(
        {
            "damaged": "Part of {places} can’t be read any more.",
            "missing": "A file is missing. It held {places}.",
            "file_lost": "A photo or sound can’t be opened any more: {places}.",
            "rebuilt": "Part of {places} could not be read. That part was set aside, and you can write there again.",
            "list": "The list of what is kept here was damaged. It was made again from the files that are here.",
            "rolled_back": "Something is older than when you last locked: {places}. "
            "Some of what you wrote may not be here.",
            "set_aside": "An unfinished change was set aside for 30 days: {places}. What you saved before it is here.",
        }
    )
    nothing_erased = Said("Everything else is as it was. Nothing was erased.")
    and_more = Said("{first} and {last}")
    check_ins_of = Said("the check-ins of {month}")
    places = Choices(
        {
            "supports": "your supports",
            "coping_tools": "what helps you",
            "learnings": "what you learned",
            "reflections": "your reflections",
            "wins": "what went well",
            "goals": "what you are moving towards",
            "meetings": "your meetings",
            "about_me": "what you say about yourself",
            "helpful_things": "what you find helpful",
            "referrals": "what was suggested to you",
            "keep_items+files": "your keep box",
            "peer_page": "your peer support page",
            "safety_net": "your safety net",
            "safety_plan": "your plan",
            "plan_versions": "earlier versions of your plan",
            "held_plans": "plans you hold for others",
            "plan_copies": "who has a copy of your plan",
            "own_words": "words of your own",
            "topics": "your topics",
            "mood_labels": "your names for moods",
            "helplines": "your notes on helplines",
            "preferences": "your settings",
            "copies": "what is noted about your backups",
            "drafts": "words you had begun",
            "list": "the list of what is kept here",
            "change": "a change of several things",
            "other": "something else",
        }
    )
    see = Said("Look for it in a backup")
    carry_on = Said("Carry on with what can be read")
    title = Said("What could not be read")
    nothing = Said("Everything that was opened so far can be read.")
    intro = Said("Everything else is as it was, and nothing was erased. There is no hurry.")
    damaged = Said("Part of it can’t be read any more. What can be read is here.")
    missing = Said("Its file is missing.")
    file_lost = Said("A photo or sound in it can’t be opened any more. All words in it are here.")
    aside = Said("Part of it could not be read on {day}. It is set aside, and you can write there again.")
    gone = Said("Its file was missing on {day}. You can write there again.")
    in_backup = Said("Look in a backup")
    in_backup_help = Said("If you have made a backup, it may still have what is missing.")
    nothing_older = Said("Nothing here is replaced by something older.")
    where = Said("Folder or file of your backups")
    where_empty = Said("First say where your backups are.")
    look = Said("Look there and bring it back")
    looking = Said("Looking in your backups.")
    no_backup = Said("There is no backup in this place. Check where it is, then try again.")
    another_key = Said(
        "What is there is damaged, from another vault, or from before everything was locked again."
    )
    not_found = Counted(
        "One backup was checked. It has no more than is here.",
        "{n} backups were checked. They have no more than is here.",
    )
    brought = Said("Brought back of {place}: {things}.")
    things = Counted("{n} thing", "{n} things")
    brought_from = Said("It came from the backup of {day}.")
    stopped = Said("Stopped. What came back before is here.")
    without = Said("Carry on without it")
    without_help = Said("You can write here again at once. What can’t be read is set aside, not erased.")
    still_look = Said("You can look for it in a backup later, too.")
    carried_on = Said("You can write there again. What could not be read is set aside.")
    let_go = Said("Erase what is set aside")
    let_go_help = Said("Only for when you are sure. What is set aside may be the only copy.")
    let_go_ask = Said("Erase it for good?")
    let_go_one = Said("Erase what is set aside of {place}")
    let_go_yes = Said("Erase for good")
    let_go_no = Said("Keep it")
    gone_now = Said("It is erased.")


salvage = SalvageWords()
