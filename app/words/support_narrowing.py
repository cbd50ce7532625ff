"""Narrowing supports down in the list and on the map."""

from app.words.said import Counted, Said


class SupportNarrowingWords:
    """What is chosen, and what that hides."""

    narrow = Said("Narrow down")
    close = Said("Hide what can be chosen")
    only = Said("Only: {what}.")
    hidden = Counted("{n} support is hidden.", "{n} supports are hidden.")
    show_all = Said("Show all")
    none = Said("None of your supports has all of this. Choose less, or show all.")


support_narrowing = SupportNarrowingWords()
