"""Codes that a phone camera reads: one contact, and the plan in a short series."""

from app.words.said import Choices, Counted, Lines, Said


class QrWords:
    """The page of a contact as a code, the plan as codes, and what stands beside them on paper."""

    nth = Said("{n} of {total}")

    contact_title = Said("{name} as a code")
    contact_way_in = Said("Show as a code to scan")
    contact_what = Lines(
        "A phone camera reads the code and offers to save the contact.",
        "The code holds the name and what you choose here. Notes stay out. Nothing is chosen at first.",
    )
    contact_pick = Said("What goes into the code")
    contact_way = Said("{kind}: {value}")
    contact_no_ways = Said("There is no number or email address here for a code to hold.")
    contact_only_me = Said(
        "This support is marked only me, so there is no code. Its own page can change that."
    )
    contact_nothing = Said("Choose at least one number or address. Then you will see the code here.")
    contact_too_long = Said("This is too much for one code. Choose fewer numbers or addresses.")
    contact_holds = Said("The code holds this")
    told = Said("A code for a phone camera. It says: {said}")
    not_locked = Lines(
        "A code is not locked. Anyone who sees it can scan it.",
        "A phone that saves the contact may copy it to a cloud.",
    )
    save_picture = Said("Save the picture")
    saved = Said("The picture is saved. It is not locked.")

    series_title = Said("The plan as codes")
    series_count = Counted(
        "It fits into {n} code.",
        "It takes {n} codes. They can be scanned in any order.",
    )
    series_too_long = Said(
        "This takes {n} codes. More than {most} are hard to scan. Choose fewer lines, or make a file instead."
    )
    series_show = Said("Show them on this screen")
    series_scan = Said("Scan each code. The numbers say what comes first.")
    series_holds = Said("This code holds")
    moves = Choices({"before": "The code before", "after": "The next code"})
    on_paper = Said(
        "Scan each code with a phone camera, in any order. The number says where its words belong. Nothing is fetched."
    )


qr = QrWords()
