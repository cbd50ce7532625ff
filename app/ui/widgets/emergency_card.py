"""The emergency card as it is read before unlocking, with a button for each number that stands on it."""

from functools import partial

import flet as ft

from app import words
from app.domain.support import dialled
from app.session.phone_number import numbers_in
from app.ui.screen import Host
from app.ui.widgets import button
from app.ui.widgets.card import card
from app.ui.widgets.text import heading, own_words


def emergency_card(host: Host) -> list[ft.Control]:
    """The lines that the person lets be read by anyone; nothing while the card is off."""
    lines = host.settings.emergency_card
    if not lines:
        return []
    told = [control for line in lines for control in (own_words(line), *_calls(host, line))]
    return [card(heading(words.emergency_card.mine), *told)]


def _calls(host: Host, line: str) -> list[ft.Control]:
    calls = [
        button.main_button(
            words.reaching.go_on["call"].format(number=number),
            partial(host.open_link, f"tel:{dialled(number)}", number),
            icon=ft.Icons.CALL,
        )
        for number in numbers_in(line, host.settings.region)
    ]
    return [button.buttons(*calls)] if calls else []
