"""The emergency number of where the person is, as a part of the pages for hard times. Asked before it is called."""

from collections.abc import Callable
from dataclasses import replace

import flet as ft

from app import words
from app.domain.helpline import is_old
from app.store.emergency import COMPARED_ON, EmergencyNumber, emergency_numbers
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.card import card
from app.ui.widgets.region import ELSEWHERE, region_picker, said_region
from app.ui.widgets.shown import refresh
from app.ui.widgets.text import body, heading, quiet


class EmergencyCall:
    """Shows the numbers, or asks where the person is. ``moved`` is called once they have said that."""

    def __init__(self, host: Host, moved: Callable[[], object], *, headed: bool = True) -> None:
        self._host, self._moved, self._headed = host, moved, headed
        self._place = ft.Container()

    def laid_out(self) -> ft.Control:
        """Lay out the card."""
        self._place.content = self._card()
        return self._place

    def _card(self) -> ft.Control:
        said = words.hard_time
        head = [heading(said.danger)] if self._headed else []
        region = self._host.settings.region
        if not region:
            return card(*head, body(said.unknown_region), region_picker(self._choose))
        numbers = () if region == ELSEWHERE else emergency_numbers().get(region, ())
        calls = [self._call(number) for number in numbers]
        known: list[ft.Control] = (
            [button.buttons(*calls), *map(quiet, self._compared())] if calls else [body(said.no_number)]
        )
        change = button.quiet_button(said.change_region, lambda: self._choose(""))
        return card(
            *head,
            body(said.cannot_call),
            *known,
            quiet(said_region(region)),
            button.buttons(change),
            spacing=INSIDE,
        )

    def _compared(self) -> list[str]:
        """When the numbers were compared, and whether that is long ago."""
        compared = words.hard_time.checked.format(date=words.moment.day(COMPARED_ON))
        return [compared, *([words.helplines.old] if is_old(COMPARED_ON, self._host.door.today) else [])]

    def _choose(self, region: str) -> None:
        self._host.change_settings(replace(self._host.settings, region=region))
        self._place.content = self._card()
        refresh(self._place)
        self._moved()

    def _call(self, number: EmergencyNumber) -> ft.Control:
        service = words.hard_time.services_called[number.service]
        return button.main_button(
            words.hard_time.call_emergency.format(service=service, number=number.number),
            lambda: self._host.open_link(f"tel:{number.number}", number.number),
            icon=ft.Icons.CALL,
        )
