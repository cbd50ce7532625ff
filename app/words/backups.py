"""Backups: sealed copies, made by hand or by themselves, tried, and brought back."""

from app.words.said import Choices, Counted, Lines, Said


class BackupWords:
    """Making, testing and restoring a backup."""

    title = Said("Backups")
    what = Lines(
        "A backup is one locked file with everything you wrote here.",
        "If this device is lost or breaks, it brings everything back.",
    )
    last = Said("Last backup: {when}.")
    never = Said("No backup has been made here yet.")
    elsewhere = Said("If this device is lost, so are the backups on it. Keep one somewhere else too.")
    kept_until = Said("What your last restore replaced is kept beside it until {day}.")

    make = Said("Make a backup now")
    where = Said("Folder for the backup")
    where_help = Said("The whole path. The sign ~ stands for your own folder, as in ~/Backups.")
    choose_folder = Said("Choose a folder")
    choose_folder_automatic = Said("Choose a folder for automatic backups")
    choose_file = Said("Choose a file")
    where_empty = Said("First say where it should go.")
    making = Said("Making a backup.")
    made = Said("The backup is made. It was opened again to check, and it holds everything.")
    made_with_damage = Said(
        "The backup is made. Some of what is here was damaged before, so keep your older backups too."
    )
    called = Said("It is called {name}.")
    opens_with = Said("It opens with today’s passphrase or recovery key, even if you change them later.")
    on_a_phone = Said("You choose where it goes. Only someone who knows your passphrase can read it.")
    not_given = Said("No backup was saved.")

    automatic = Said("Automatic backups")
    automatic_help = Said(
        "Made when you lock, if something has changed. The newest of each day, week and month is kept."
    )
    automatic_on = Said("They go to this folder:")
    automatic_where = Said("Folder for automatic backups")
    automatic_start = Said("Use this folder")
    automatic_started = Said("From now on, backups go to this folder.")
    automatic_stop = Said("Stop automatic backups")
    automatic_stopped = Said("Automatic backups have stopped. Those you have stay.")
    automatic_no_folder = Said(
        "There is no such folder, or backups cannot be kept in it. Choose another one."
    )
    no_automatic_here = Said(
        "On this device, an app can’t write to your folders by itself. Please make a backup now and then."
    )
    troubles = Choices(
        {
            "gone": "The folder for backups is not there right now. It will be tried again when you unlock.",
            "full": "There was no room for a backup. What you wrote here is safe. Make room in that folder.",
            "not_written": "A backup could not be written to its folder. What you wrote here is safe.",
            "other": "A backup could not be made. What you wrote here is safe. It will be tried again later.",
        }
    )

    test = Said("Test my backup")
    test_what = Said("This opens a backup in memory and says what is in it. Nothing is changed.")
    restore = Said("Restore from a backup")
    restore_first_run = Said("I have a backup")
    restore_help = Said("This locks first. Then you choose the backup.")
    restore_lock = Said("Lock and restore")
    file = Said("Backup file")
    file_help = Said("The whole path. The sign ~ stands for your own folder.")
    file_empty = Said("First say which file.")
    secret = Said("Its passphrase or recovery key")
    secret_help = Said("The one it had when this backup was made.")
    secret_empty = Said("Type its passphrase or recovery key first.")
    look = Said("Open this backup")
    looking = Said("Checking every piece of it.")
    sound = Said("This backup is sound.")
    not_sound = Said("Some of it was already damaged when it was made. An older backup may still be whole.")
    made_at = Said("It was made on {when}.")
    newest = Said("The newest change in it is from {when}.")
    holds = Said("It holds")
    nothing = Said("There is nothing in it yet.")
    check_ins = Counted("{n} check-in", "{n} check-ins")
    supports = Counted("{n} support", "{n} supports")
    coping_tools = Counted("{n} thing that helps", "{n} things that help")
    learnings = Counted("{n} thing learned", "{n} things learned")
    reflections = Counted("{n} reflection", "{n} reflections")
    wins = Counted("{n} thing that went well", "{n} things that went well")
    goals = Counted("{n} thing to move towards", "{n} things to move towards")
    meetings = Counted("{n} meeting", "{n} meetings")
    helpful_things = Counted("{n} thing you find helpful", "{n} things you find helpful")
    referrals = Counted("{n} thing that was suggested", "{n} things that were suggested")
    keep_items = Counted("{n} thing in the keep box", "{n} things in the keep box")
    safety_net = Counted("{n} place in the safety net", "{n} places in the safety net")
    plan_lines = Counted("{n} line of the plan", "{n} lines of the plan")
    held_plans = Counted("{n} plan held for someone", "{n} plans held for others")
    drafts = Counted("{n} unfinished text", "{n} unfinished texts")

    restore_title = Said("Restore from a backup")
    restore_what = Said("First the backup is opened and checked. Nothing is changed until you say so.")
    restore_now = Said("Restore this backup")
    restore_replaces = Said(
        "What is here now will be replaced. It is kept, locked, for 30 days after you unlock."
    )
    restore_into_nothing = Said("There is nothing here yet, so nothing is replaced.")
    restoring = Said("Restoring. Every piece is checked.")
    restored = Said("Everything is restored. It opens with the passphrase of the backup.")
    lies_beside = Said("What was here before is in the folder {name}, beside it.")
    to_door = Said("Go and unlock")
    another = Said("Choose another backup")
    problems = Choices(
        {
            "wrong": "This does not open the backup. Check capital letters and spaces. "
            "A backup keeps the passphrase it was made with.",
            "no_backup": "This is not a Holdfast backup, or there is no such file. Check the path.",
            "cut_short": "The end of this backup is missing: not all of it was copied. Nothing was changed. Try another copy of it.",
            "damaged": "This backup is damaged. Nothing was changed. Try an older one.",
            "unsupported": "This was made by a newer version of Holdfast. Nothing was changed. "
            "Update the app, then try again.",
            "too_little_memory": "There is too little free memory to open it. Nothing is lost. "
            "Close other apps, then try again.",
            "in_use": "This is open in another window. Lock it there first, then try again.",
            "exists": "There is something in that place already, and it was left alone. Choose another place.",
            "disk_full": "There is not enough room there. Nothing was changed. Make some room, then try again.",
            "not_written": "It could not be written there. Nothing was changed. Choose another place.",
            "stopped": "Stopped. Nothing was changed.",
            "other": "It could not be done. Nothing was changed. Please try again.",
        }
    )


backups = BackupWords()
