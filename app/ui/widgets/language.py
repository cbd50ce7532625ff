"""Choosing the language, each by its own name for itself."""

from dataclasses import replace

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import choice
from app.ui.widgets.card import stack
from app.ui.widgets.text import quiet
from app.words.language import DRAFTS, OFFERED


def language_choice(host: Host) -> ft.Control:
    """The languages on offer, the one in use chosen, and that it is a draft where it is one. A choice changes every screen at once."""

    def choose(code: str) -> None:
        host.change_settings(replace(host.settings, language=code))

    now = host.settings.language
    offered = choice.one_of(words.settings.language, OFFERED.items(), now, choose)
    return stack(offered, *([quiet(words.settings.draft)] if now in DRAFTS else []), spacing=INSIDE)
