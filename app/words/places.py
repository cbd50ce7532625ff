"""Finding a file or a folder on this computer."""

from app.words.said import Said


class PlacesWords:
    """The folders of a computer, shown where its own window for choosing is not to be had."""

    inside = Said("In {folder}")
    up_to = Said("Up to {folder}")
    drive = Said("A drive")
    use = Said("Take this folder")
    nothing = Said("There is nothing more in this folder.")
    shut = Said("This folder cannot be opened. Choose another one, or type the path.")
    more = Said("Show more")
    close = Said("Close the folders")


places = PlacesWords()
