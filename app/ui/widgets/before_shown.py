"""What is said before a text is shown on this screen, to hand the device over."""

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.widgets.card import card
from app.ui.widgets.text import body, quiet


def before_shown(host: Host) -> ft.Control:
    """What happens then: first the one sentence, then when else the text goes, and what nobody can prevent."""
    said, minutes = words.plan_copy, host.session.preferences.now.lock_after_minutes
    side = (said.screen_goes(minutes), said.screen_on_phone, said.screen_held)
    return card(body(said.screen_before), *map(quiet, side))
