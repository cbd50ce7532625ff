"""The menu of everything that can be done from here."""

from app.words.said import Choices, Said


class MenuWords:
    """Its name, what it alone names, and the keys that do the same without it."""

    title = Said("Menu")
    check_in = Said("Check in")
    search = Said("Search")
    keys = Choices(
        {
            "back": "Escape",
            "hard": "F8",
            "check_in": "F2",
            "search": "F9",
            "hide": "Ctrl+Shift+H",
            "hide_on_a_mac": "Command+Shift+H",
            "menu": "F10",
        }
    )


menu = MenuWords()
