"""Reaching someone: one press opens the phone, message or mail app; the number stands there as text too."""

import flet as ft

from app import words
from app.domain.support import ContactWay, WayKind
from app.session.phone_number import shown
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.text import body, number, quiet

_ICONS = {
    WayKind.CALL: ft.Icons.CALL_OUTLINED,
    WayKind.TEXT: ft.Icons.SMS_OUTLINED,
    WayKind.EMAIL: ft.Icons.MAIL_OUTLINED,
}


def reach(
    host: Host,
    name: str,
    ways: tuple[ContactWay, ...],
    *,
    prominent: bool = False,
    as_written: bool = False,
) -> ft.Control:
    """Every way to reach a support. ``name`` says whose they are, ``as_written`` that numbers keep their form."""
    region = None if as_written else host.settings.region
    return ft.Column(
        [_way(host, name, way, region, prominent=prominent and index == 0) for index, way in enumerate(ways)],
        spacing=INSIDE,
    )


def _way(host: Host, name: str, way: ContactWay, region: str | None, *, prominent: bool) -> ft.Control:
    as_read = way.value if region is None else shown(way, region)
    value = number(as_read) if way.link else body(way.value)
    note = [quiet(way.note)] if way.note else []
    link = way.link
    if link is None:
        return ft.Column([quiet(words.support.way_kinds[way.kind]), value, *note], spacing=0)
    draw = button.main_button if prominent else button.second_button
    press = draw(
        words.support.reach[way.kind].format(name=name),
        lambda: host.open_link(link, way.value),
        icon=_ICONS[way.kind],
    )
    return ft.Row(
        [press, ft.Column([value, *note], spacing=0)],
        wrap=True,
        spacing=12,
        run_spacing=4,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def nowhere(name: str) -> ft.Control:
    """What is said where a support has no way to reach it."""
    return body(words.safety_net.no_way.format(name=name))
