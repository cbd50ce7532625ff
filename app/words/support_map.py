"""The map of supports: what its marks mean. Each drawn mark has one phrase, here, in the list and in the legend."""

from app.words.said import Choices, Counted, Said


class SupportMapWords:
    """The map, its legend, and what rests beside it."""

    title = Said("Map")
    me = Said("Me")
    picture = Counted(
        "A map with {n} mark around you. The list of supports says the same in words.",
        "A map with {n} marks around you. The list of supports says the same in words.",
    )
    empty = Said("Nothing is on the map yet. You can start with a place or an activity.")
    closer = Said("Closer look")
    wider = Said("Wider look")
    some_unnamed = Said("Press a mark to open it, or drag it. Look closer to see every name.")
    tap = Said("Press a mark to open it, or drag it to another place.")
    shown_to_others = Said("Showing my map")
    moves = Said("Move one with buttons")
    hide_moves = Said("Hide the buttons that move")
    which = Said("Which one")
    nobody_chosen = Said("Nobody chosen yet")
    keys = Said("Or by keys: go to a mark with Tab, then press Shift and an arrow.")
    now_at = Said("{name}: {where}")
    folds = Choices(
        {
            "person": "People",
            "group": "Groups",
            "community": "Communities",
            "place": "Places",
            "activity": "Activities",
            "animal": "Animals",
            "service": "Services",
            "helpline": "Helplines",
            "within_me": "Things in me",
            "": "Others",
        }
    )
    open_fold = Counted("Open {{kind}}, {n} support", "Open {{kind}}, {n} supports")
    in_fold = Counted("{{where}}: {n} support", "{{where}}: {n} supports")
    fold_in_legend = Said("several as one; press it to see them")
    fold_on_paper = Said("several as one")
    unfolded = Said("The map has room for each of these now.")
    to_map = Said("Go to the map")
    more = Counted("Show 1 more", "Show {n} more")
    legend = Said("What the marks mean")
    hide_legend = Said("Hide what the marks mean")
    drawer = Said("Not on the map now")
    directions = Choices(
        {
            "to_me": "mostly to me",
            "from_me": "mostly from me",
            "both": "we both give and receive",
        }
    )
    strengths = Choices({"thin": "a thin tie", "medium": "a medium tie", "strong": "a strong tie"})
    strains = Choices({"some": "some strain now", "a_lot": "a lot of strain now"})
    states = Choices(
        {
            "growing": "growing",
            "hoped_for": "hoped for",
            "resting": "resting",
            "ended": "ended",
            "remembered": "remembered",
        }
    )
    kinds_in_legend = Choices(
        {
            "person": "person",
            "group": "group or community",
            "place": "place",
            "activity": "activity",
            "animal": "animal",
            "service": "service or helpline",
            "within_me": "something in me",
        }
    )
    in_net = Said("place in my safety net")
    rings_in_legend = Said("The nearer to the middle, the closer now.")


support_map = SupportMapWords()
