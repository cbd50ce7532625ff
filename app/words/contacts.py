"""Contacts from a phone: bringing them in, and taking a copy of some of them out."""

from app.words.said import Choices, Counted, Lines, Said


class ContactWords:
    """Files of contacts, in and out."""

    title = Said("People from a phone")
    way_in = Said("Bring in people from a phone")
    what = Lines(
        "In your phone’s address book, share or export people as a vCard file (.vcf). Bring that file here.",
        "You see everyone in it and choose one by one. Nothing is saved until you say so.",
        "Photos, birthdays and addresses stay out.",
    )
    file = Said("File from the address book")
    file_help = Said("The whole path of the file, such as {example}")
    file_empty = Said("First say where the file is.")
    look = Said("Look at this file")
    looking = Said("Looking at the file. Nothing is changed.")
    another = Said("Choose another file")
    stopped = Said("Stopped. Nothing was changed.")
    cannot_look = Said("The file could not be opened just now. Nothing was changed. Please try again.")
    refusals = Choices(
        {
            "empty": "This file is empty. Nothing was changed.",
            "too_large": "This file is too large: over 64 MB, or over 5,000 people. Nothing was changed. "
            "Export fewer at once.",
            "not_text": "The text in this file can’t be read. Nothing was changed. Export it again as vCard 3.0 or 4.0.",
            "cut_off": "This file breaks off in the middle. Nothing was changed. Please export or copy it again.",
            "broken": "This file is damaged. Nothing was changed. Please export it again.",
            "unknown": "There is nobody in this file. Nothing was changed. A vCard file often ends in .vcf.",
            "not_there": "There is no such file, or it can’t be opened. Nothing was changed.",
        }
    )
    found = Counted("{n} name in this file", "{n} names in this file")
    left_out = Counted(
        "{n} card has no name, or too much to keep whole. It stays out.",
        "{n} cards have no name, or too much to keep whole. They stay out.",
    )
    find = Said("Find a name")
    none_found = Said("No name in this file matches.")
    here = Said("Already here with this number or address.")
    twice = Said("It comes earlier in this file, too.")
    no_ways = Said("No number, no email address.")
    unusable = Counted(
        "{n} number or address can’t be used. It stays out.",
        "{n} numbers or addresses can’t be used. They stay out.",
    )
    has_note = Said("Has a note in the file.")
    notes = Said("Bring in their notes too")
    notes_help = Said("Notes in a phone can say a lot. They stay out unless you choose this.")
    more = Counted("Show {n} more", "Show {n} more")
    chosen = Counted("{n} chosen", "{n} chosen")
    bring = Said("Save as my supports")
    nobody = Said("Choose somebody first.")
    too_many = Said("At most {n} at once. Save these first, then look at the file again.")
    brought = Counted("{n} support is saved.", "{n} supports are saved.")
    places = Choices({"home": "home", "work": "work"})

    copy_title = Said("A copy for a phone")
    way_out = Said("Copy people to a file for a phone")
    copy_what = Lines(
        "Choose whose name, numbers and email addresses go into a vCard file. Phones can read it.",
        "What you noted beside a number goes with it. Everything else you wrote stays here.",
    )
    copy_nobody = Said("There is no support yet with a number or an email address that may be shared.")
    only_me = Counted(
        "{n} support is marked only me. It stays here. Its own page can change that.",
        "{n} supports are marked only me. They stay here. Their own pages can change that.",
    )
    not_locked = Lines(
        "This copy will not be locked. Anyone who opens the file can read it.",
        "Many phones copy their address book to a cloud. Others may see there who supports you.",
    )
    copy_save = Said("Save the copy")
    copy_saved = Said("The copy was handed over. It is not locked.")
    copy_not_given = Said("No place was chosen, so no copy was made.")
    copy_not_saved = Said("The copy could not be saved. Please try again.")


contacts = ContactWords()
