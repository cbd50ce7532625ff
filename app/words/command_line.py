"""Words in the terminal from which the app is started."""

from app.words.said import Choices, Counted, Said


class CommandLineWords:
    """Sentences for the terminal. None of them repeats what was typed."""

    usage = Said(
        "Holdfast: a private companion for the support you give and receive.\n"
        "\n"
        "Start it with: python main.py [options]\n"
        "\n"
        "  --browser        open it in the browser, on this computer only\n"
        "  --port N         use this port for the browser window (1 to 65535)\n"
        "  --vault FOLDER   keep what you write in this folder\n"
        "  --print-address  open no browser; write the address to open, which works once\n"
        "  --version        say which version of Holdfast this is, and stop\n"
        "  --help           show this and stop\n"
        "\n"
        "Without a window: python main.py VERB ...\n"
        "\n"
        "  check FOLDER               look at every piece of it, and name what is damaged\n"
        "  check FILE                 test a backup, and say how much is in it and how new it is\n"
        "  backup FOLDER FILE         make a sealed copy of everything in one file\n"
        "  restore FILE NEW_FOLDER    make a folder to open from a backup\n"
        "  export FOLDER FILE         write everything, not locked, into one JSON file\n"
        "  merge FOLDER FILE          bring in what is later in a backup of another device\n"
        "  example FOLDER             make a new folder to look at, in which nothing is real\n"
        "\n"
        "  --passphrase-file FILE     read the passphrase from there instead of asking; - is standard input\n"
        "  --recovery-key             ask for the words of the recovery key instead\n"
        "  --recovery-key-file FILE   read them from there; - is standard input\n"
        "  --other-passphrase-file FILE   the same for the passphrase of the backup in a merge\n"
        "  --preview                  only say what a merge would bring in\n"
        "  --years N, --per-day M     how much is in an example (1 and 2 if left out)\n"
        "  --replace                  let it take the place of what is there; a replaced folder is kept\n"
        "\n"
        "A verb ends with 0 if all is sound, with 1 if damage was found, with 2 if it was not done."
    )
    not_understood = Said("These options were not understood. Start with --help to see them all.")
    port_range = Said("A port is a number from 1 to 65535.")
    vault_is_a_file = Said("The place given for the vault is a file. Give a folder.")
    port_taken = Said("This port is not free. Try another one, or leave it out.")
    in_a_desktop_window = Said("Holdfast opens in a window of its own.")
    fetching_a_client = Said(
        "The desktop window is being fetched once from the internet. Start with --browser to need nothing fetched."
    )
    no_desktop_window = Said("A desktop window could not be opened. The browser is used instead.")
    already_open = Choices(
        {
            "window": "Holdfast is already open. Look for its window.",
            "browser": "Holdfast is already open. Look for its tab in your browser.",
        }
    )
    in_the_browser = Said(
        "Holdfast opens in your browser. It stays on this computer. Close the tab to end it."
    )
    no_browser = Said(
        "No browser could be opened. Start with --print-address, and open the address yourself."
    )
    nobody_came = Said(
        "The browser did not come to the page. Start with --print-address, and open it yourself."
    )
    no_browser_window = Said(
        "The browser window is not installed. Install what the README names for a desktop."
    )
    wrong_places = Choices(
        {
            "check": "Say what to check: check FOLDER, or check FILE for a backup.",
            "backup": "Say what to back up, and where to: backup FOLDER FILE.",
            "restore": "Say which backup, and where it goes: restore FILE NEW_FOLDER.",
            "export": "Say what to export, and where to: export FOLDER FILE.",
            "merge": "Say what to merge into, and which backup: merge FOLDER FILE.",
            "example": "Say where the example goes: example FOLDER.",
        }
    )
    one_standard_input = Said("Only one of the two can come from standard input.")
    one_way_in = Said("Use either a passphrase or a recovery key, not both.")
    ask_passphrase = Said("Passphrase (nothing is shown while you type):")
    ask_other_passphrase = Said("Passphrase of the backup (nothing is shown while you type):")
    other_passphrase_needed = Said(
        "This passphrase opens the folder and not the backup. Use --other-passphrase-file too."
    )
    about_the_backup = Said("In the backup, not in the folder:")
    came_in = Said("The backup is merged.")
    would_come_in = Said("Merging this backup would do the following. Nothing was changed.")
    nothing_newer = Said("Nothing in it is later than what is here.")
    merged_new = Counted("{n} new", "{n} new")
    merged_newer = Counted("{n} changed", "{n} changed")
    merged_deleted = Counted("{n} deleted", "{n} deleted")
    merged_older = Counted("{n} older one left out", "{n} older ones left out")
    kinds = Choices(
        {
            "check_in": "Check-ins",
            "support": "My supports",
            "support_state": "How things stood",
            "gone_name": "Names of what was deleted",
            "coping_tool": "What helps me",
            "learning": "What I learned",
            "reflection": "Reflections",
            "win": "What went well",
            "goal": "Moving towards",
            "meeting": "Meetings",
            "about_me": "About me",
            "helpful_thing": "What I find helpful",
            "referral": "Suggested to me",
            "keep_item": "Keep box",
            "peer_page": "Peer support page",
            "page_copy": "Copies of the peer support page",
            "safety_net": "Safety net",
            "safety_plan": "Safety plan",
            "safety_plan_part": "Parts of the plan",
            "safety_plan_item": "Lines of the plan",
            "plan_version": "Earlier versions of the plan",
            "held_plan": "Plans held for others",
            "trusted_peer": "People the plan is shown to",
            "plan_copy": "Copies of the plan",
            "own_word": "Own words",
            "topic": "Topics",
            "mood_label": "Names for moods",
            "import_record": "Imports",
            "helpline_mark": "Notes on helplines",
            "preferences": "Settings",
        }
    )
    other_kind = Said("Something that this version does not know")
    ask_recovery_key = Said("Words of the recovery key (nothing is shown while you type):")
    recovery_key_empty = Said("There are no words of a recovery key.")
    recovery_key_wrong = Choices(
        {
            "word": "These words are not on the list that recovery keys are made of: {places}. Look at the paper again.",
            "count": "There are {count} words, and there should be {wanted}.",
            "checksum": "One word is not right, or two have changed places. Look at the paper again.",
        }
    )
    example_amount = Said("An example has 1 to {years} years and 1 to {per_day} check-ins a day.")
    ask_example_passphrase = Said("Passphrase for the example (nothing is shown while you type):")
    example_written = Counted(
        "The example is made, with {n} check-in. Nothing in it is real.",
        "The example is made, with {n} check-ins. Nothing in it is real.",
    )
    far = Said("{percent} %")
    cannot_ask = Said(
        "There is no terminal to ask at. Use --passphrase-file, or --recovery-key-file for a recovery key."
    )
    no_passphrase_file = Said("The file with the passphrase or recovery key could not be read.")
    passphrase_not_text = Said("The file with the passphrase or recovery key is not text in UTF-8.")
    passphrase_empty = Said("The passphrase is empty.")
    problems = Choices(
        {
            "wrong_passphrase": "This passphrase does not open it. Check capital letters and spaces.",
            "wrong_key": "This recovery key does not open it: it is from another vault, or a newer one was made since.",
            "damaged": "It is damaged and cannot be opened. Nothing was changed.",
            "cut_short": "The end of this backup is missing: not all of it was copied. Nothing was changed.",
            "unsupported": "It was made by a newer version of Holdfast. Nothing was changed. "
            "Update the app, then try again.",
            "in_use": "It is open in another window. Lock it there first.",
            "too_little_memory": "There is too little free memory to open it. Close other programs, then try again.",
            "no_vault": "There is nothing of Holdfast in this folder.",
            "no_backup": "This is not a Holdfast backup, or there is no such file.",
            "exists": "There is something in that place already, and it was left alone. "
            "With --replace a backup, an export or a folder of Holdfast can be replaced.",
            "disk_full": "There is not enough room. Nothing was changed.",
            "not_written": "It could not be written there. Nothing was changed.",
            "stopped": "Stopped. Nothing was changed.",
            "other": "It could not be done, because something could not be read or written. Nothing was lost.",
        }
    )
    sound = Said("All is sound.")
    backup_sound = Said("This backup is sound.")
    backed_up = Said("The backup is made. It was opened again, and holds everything.")
    backed_up_with_damage = Said("The backup is made. It holds what is left, so keep your older backups too.")
    restored = Said("Everything is restored. It opens with the passphrase of the backup.")
    kept_beside = Said("What was there before is kept beside it, in a folder that ends in {ending}")
    exported = Said(
        "Everything is in the file, but for plans you hold for others. "
        "It is not locked: whoever has the file can read it."
    )
    made_at = Said("It was made on {when}.")
    newest = Said("The newest change in it is from {when}.")
    holds_nothing = Said("There is nothing in it yet.")
    holds_check_ins = Counted("It holds {n} check-in.", "It holds {n} check-ins.")
    holds_supports = Counted("It holds {n} support.", "It holds {n} supports.")
    holds_coping_tools = Counted(
        "It holds {n} thing that helps.",
        "It holds {n} things that help.",
    )
    holds_learnings = Counted(
        "It holds {n} thing that was learned.", "It holds {n} things that were learned."
    )
    holds_reflections = Counted("It holds {n} reflection.", "It holds {n} reflections.")
    holds_wins = Counted("It holds {n} thing that went well.", "It holds {n} things that went well.")
    holds_goals = Counted("It holds {n} thing to move towards.", "It holds {n} things to move towards.")
    holds_meetings = Counted("It holds {n} meeting.", "It holds {n} meetings.")
    holds_helpful_things = Counted(
        "It holds {n} thing that is found helpful.", "It holds {n} things that are found helpful."
    )
    holds_referrals = Counted(
        "It holds {n} thing that was suggested.", "It holds {n} things that were suggested."
    )
    holds_keep_items = Counted("It holds {n} thing in the keep box.", "It holds {n} things in the keep box.")
    holds_safety_net = Counted(
        "It holds {n} place in the safety net.", "It holds {n} places in the safety net."
    )
    holds_plan_lines = Counted(
        "It holds {n} line of the safety plan.", "It holds {n} lines of the safety plan."
    )
    holds_held_plans = Counted(
        "It holds {n} plan kept for someone else.", "It holds {n} plans kept for others."
    )
    holds_drafts = Counted("It holds {n} unfinished text.", "It holds {n} unfinished texts.")
    findings = Choices(
        {
            "damaged": "{place}: damaged. What is left of it can be read.",
            "missing": "{place}: missing.",
            "file lost": "{place}: a photo or sound in it can't be opened.",
            "rolled back": "{place}: older than it was when last locked.",
            "torn tail": "{place}: a write was cut short. What was saved before it is there.",
            "rebuilt": "{place}: made anew. What could not be read was set aside.",
            "healed": "{place}: one of two copies was damaged. Nothing is lost.",
        }
    )
    unknown_files = Counted(
        "{n} file belongs to nothing that is listed.", "{n} files belong to nothing that is listed."
    )
    some_is_lost = Said("Some of it may be lost. A backup may still have it.")
    places = Choices(
        {
            "supports": "My supports",
            "coping_tools": "What helps me",
            "learnings": "What I learned",
            "reflections": "Reflections",
            "wins": "What went well",
            "goals": "Moving towards",
            "meetings": "Meetings",
            "about_me": "About me",
            "helpful_things": "What I find helpful",
            "referrals": "Suggested to me",
            "keep_items+files": "Keep box",
            "peer_page": "Peer support page",
            "safety_net": "Safety net",
            "safety_plan": "Safety plan",
            "held_plans": "Plans held for others",
            "plan_copies": "Copies of the plan",
            "preferences": "Settings",
            "drafts": "Unfinished texts",
            "": "The key file",
            ".marks": "The list of what there is",
            ".intent": "The last change of several files",
        }
    )
    month_of_check_ins = Said("Check-ins of {month}")
    other_place = Said("Another file")


command_line = CommandLineWords()
