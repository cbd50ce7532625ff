"""Supports and the ways to reach them."""

from app.words.said import Choices, Said


class SupportWords:
    """The list of supports, and one support."""

    title = Said("My supports")
    net_tab = Said("Safety net")
    empty = Said("You can start with a place or an activity. Or with one person.")
    add = Said("Add a support")
    new_title = Said("Add a support")
    name = Said("Name")
    name_hint = Said("For example: a friend, a choir, the park.")
    kind = Said("What it is")
    kinds = Choices(
        {
            "person": "Person",
            "group": "Group",
            "community": "Community",
            "place": "Place",
            "activity": "Activity",
            "animal": "Animal",
            "service": "Service",
            "helpline": "Helpline",
            "within_me": "Something in me",
        }
    )
    ring = Said("How close now")
    rings = Choices({"close": "Close", "around_me": "Around me", "further_out": "Further out"})
    ways = Said("Ways to reach")
    no_ways = Said("No way to reach is noted yet.")
    add_way = Said("Add a way to reach")
    way_kind = Said("How")
    way_kinds = Choices(
        {
            "call": "Call",
            "text": "Text",
            "email": "Email",
            "message_app": "Message app",
            "in_person": "In person",
            "address": "Address",
        }
    )
    way_values = Choices(
        {
            "call": "Phone number",
            "text": "Phone number",
            "email": "Email address",
            "message_app": "App and name there, or a link",
            "in_person": "Where and when",
            "address": "Address",
        }
    )
    way_note = Said("Good to know")
    way_note_hint = Said("For example: ask for Ana. You can leave this empty.")
    change_way = Said("Change {way}")
    way_title = Said("A way to reach {name}")
    text_first = Said("Text first, before a call")
    text_first_help = Said("Then the card offers a text before a call, and says so.")
    remove_way = Said("Remove {way}")
    way_up = Said("Move up {way}")
    as_you_go = Said("Everything here is saved as you go. You can skip all of it.")
    about = Said("Name and note")
    way_removed = Said("Removed.")
    note = Said("Note")
    save = Said("Save support")
    delete = Said("Delete support")
    deleted = Said("{name} was deleted.")
    in_net = Said("In my safety net")
    reach = Choices(
        {
            "call": "Call {name}",
            "text": "Text {name}",
            "email": "Email {name}",
            "message_app": "Message {name}",
        }
    )
    reach_by = Said("{reach}: {way}")
    open_one = Said("Open {name}")
    blank = Said("Please write a name. One word is enough.")
    blank_value = Said("Please write it here first.")
    no_number = Said("There is no number in this. Please check it.")
    no_email = Said("This does not look like an email address. Please check it.")
    cannot_open = Said("No app here can open this. You can use it by hand: {value}")
    unsaved_way = Said("You typed a way to reach them that is not added yet. Add it, or clear it.")


support = SupportWords()
