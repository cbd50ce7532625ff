"""Giving the plan to someone: whom, as what, with which words, and who has which copy."""

from app.words.said import Choices, Counted, Said


class PlanCopyWords:
    """The screens around a copy, from the choice of a peer to the record of what they have."""

    title = Said("Show my plan to someone")
    intro = Said("First say who it is for. What you choose is kept for each person.")
    nothing_written = Said("Nothing is written yet. A few words are enough to start.")
    others = Said("Someone else")
    show_to = Said("Show it to {name}")
    other_name = Said("Another name")
    add = Said("Add this name")
    name_blank = Said("Please write a name first.")
    gone = Said("This person is no longer on the list.")
    nothing_made = Said("No copy made yet")
    row = Said("{made}. {state}")
    made = Said("{form}, {day}, version {version}")
    given = Said("Given on {day}")
    not_given = Said("Made, not marked as given")
    changed = Said("Changed since then")
    current = Said("Up to date")

    has = Said("What {name} has")
    older = Counted("One older copy", "{n} older copies")
    they_have_it = Said("{name} has this copy")
    offer = Said("Make the new one")
    changed_help = Said("A copy made now would say something else. You could offer the new one.")
    forget = Said("Remove {name} from this list")
    forgotten = Said("{name} was removed. Copies they have stay with them.")

    tools_stay_back = Said("This stays with you, as it is not to be passed on: {names}.")
    tools_ask_first = Said("Ask first before passing it on: {names}.")

    forms_title = Said("How to give it")
    form = Said("What to make")
    forms = Choices(
        {
            "screen": "On this screen",
            "locked_page": "Locked page",
            "locked_pdf": "Locked PDF",
            "pdf": "PDF, not locked",
            "card": "Wallet card, not locked",
            "codes": "Codes to scan, not locked",
            "text": "Plain text, not locked",
            "markdown": "Markdown, not locked",
        }
    )
    form_help = Choices(
        {
            "screen": "You hand over this device. They read it here, and nothing leaves it.",
            "locked_page": "A file that any recent browser opens, even offline. The preview on an iPhone does not open it.",
            "locked_pdf": "Their PDF viewer asks for the words. Choose this for an iPhone.",
            "pdf": "To print, or for a viewer of PDFs. One page where it fits.",
            "card": "One page to print, cut out and fold to the size of a bank card. You choose the lines for it.",
            "codes": "A phone camera reads the plan as text from a few codes, even offline.",
            "text": "Works with every device and every screen reader.",
            "markdown": "For someone who keeps notes in Markdown.",
        }
    )
    continue_ = Said("Choose how to give it")

    screen_before = Said(
        "Holdfast locks, only this text stays on the screen, and Close leads to the unlock screen."
    )
    screen_goes = Counted(
        "After {n} quiet minute the text goes too, with a warning before.",
        "After {n} quiet minutes the text goes too, with a warning before.",
    )
    screen_on_phone = Said("On a phone it also goes when another app opens or the screen turns off.")
    screen_held = Said("Whoever holds this device can take a picture of the text, and open other apps.")
    screen_begin = Said("Lock and show")
    screen_title = Said("A plan to read")
    was_shown = Said("Shown, not given away")
    seen = Said("What {name} has seen")
    card_choose = Said("Choose the lines for the card")
    card_title = Said("A wallet card")
    card_intro = Said("Choose what goes on the card. Nothing is chosen at first.")
    card_number = Said("Put this on it too: {number}")
    card_shown = Said("This goes on the card")
    card_side = Said("Side {n}")
    card_empty = Said("The card is empty. Choose at least one line.")
    card_fits = Said("All of it fits on the card.")
    card_blank = Said("Nothing is on this side.")
    card_full = Said("The card is full. These do not fit:")
    card_full_help = Said(
        "Take something off the card. Nothing is cut short, and letters do not get smaller."
    )

    lock_title = Said("The words that open it")
    lock_help = Said("Write these words down. Tell them in person or by phone, never together with the file.")
    exactly = Said("A PDF viewer needs them exactly like this, with one space between words.")
    other_words = Said("Other words")
    own = Said("Use my own words")
    own_field = Said("My own passphrase")
    suggested = Said("Use suggested words")
    own_short = Said("Whoever has the file can keep trying words. Add more of them.")
    own_help = Said(
        "Whoever gets the file can try for as long as they like. Several words that do not belong together are best."
    )
    unusable = Said("A PDF can’t be locked with these signs. Use letters, digits and spaces.")
    for_ever = Said("Whoever has the file and the words can read it for ever. You can’t take it back.")

    making = Said("Making the copy. This takes a moment.")
    saved_locked = Said(
        "The copy is saved. This app sends nothing: give it to {name} yourself. Then tell them the words."
    )
    saved = Said("The copy is saved. This app sends nothing: give it to {name} yourself.")
    done = Said("Done")


plan_copy = PlanCopyWords()
