"""A copy of the map for someone else: the words around it, and those on it."""

from app.words.said import Counted, Lines, Said


class MapSharingWords:
    """Choosing who is on it, seeing it, and making it."""

    title = Said("Show my map to someone")
    door = Said("Show it to someone")
    intro = Said("Choose who is on it. Nobody is chosen at first.")
    take_all = Said("Take all that may be shared")
    take_none = Said("Take nobody")
    stay_back = Counted(
        "{n} support stays with you, marked “Only me”.", "{n} supports stay with you, marked “Only me”."
    )
    nobody = Said("None of your supports is marked to be on a map you show.")
    empty = Said("Nothing is on your map yet.")
    marks = Said("Say who may be shared")
    hide_marks = Said("Hide who may be shared")
    mark = Said("May be shared: {name}")
    hide_names = Said("Hide the names")
    hide_names_help = Said("Each is then called by what it is: person, group, place.")
    preview = Said("See what they will see")
    choose_first = Said("Choose at least one first.")
    shown = Said("This is what they will see")
    same_in_words = Said("The PDF says the same in words")
    left_out = Said("This stays with you")
    not_chosen = Counted("{n} support: not chosen", "{n} supports: not chosen")
    only_me = Counted("{n} support: marked “Only me”", "{n} supports: marked “Only me”")
    nobody_back = Said("No one is left out.")
    resting = Counted("{n} support: not on the map now", "{n} supports: not on the map now")
    never = Lines(
        "Ways to reach, notes, topics, what you agreed and your safety net are never in this copy.",
        "This copy will not be locked. Anyone who opens it can read it.",
        "You can’t take it back once you have given it away.",
    )
    making = Said("Making the copy")
    save_picture = Said("Save as a picture")
    save_page = Said("Save as a PDF")

    heading = Said("Who and what holds me")
    told = Counted(
        "A map with {n} mark around a person. The same follows in words.",
        "A map with {n} marks around a person. The same follows in words.",
    )
    in_words = Said("The same in words")
    document_title = Said("Map")


map_sharing = MapSharingWords()
