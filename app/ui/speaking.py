"""The language of a page: our own sentences, those of the client, and the direction."""

import flet as ft

from app import words
from app.store.settings import Settings
from app.words import language
from app.words.direction import is_right_to_left


def speak_on(page: ft.Page, settings: Settings) -> None:
    """Speak the language of these settings, on a page that is built or updated next.

    The client has sentences of its own, in its pickers for a day and a time: it is told the language, too.
    """
    language.speak(settings.language, settings.region)
    page.title = words.shell.app
    page.rtl = is_right_to_left()
    spoken = ft.Locale(*words.moment.locale().split("_"))
    page.locale_configuration = ft.LocaleConfiguration(supported_locales=[spoken], current_locale=spoken)
