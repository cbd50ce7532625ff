"""Reaching someone: one press opens the phone, message or mail app; the number stands there as text too."""

from collections import Counter
from dataclasses import dataclass

import flet as ft

from app import words
from app.domain.ids import Id
from app.domain.support import ContactWay, WayKind, as_offered
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import button
from app.ui.widgets.hours import hours_lines
from app.ui.widgets.text import body, number, quiet
from app.words.direction import left_to_right

_ICONS = {
    WayKind.CALL: ft.Icons.CALL_OUTLINED,
    WayKind.TEXT: ft.Icons.SMS_OUTLINED,
    WayKind.EMAIL: ft.Icons.MAIL_OUTLINED,
    WayKind.MESSAGE_APP: ft.Icons.CHAT_OUTLINED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What was got ready for reaching someone: words that stand in a message, and what to expect of a call."""

    say: str = ""
    expect: str = ""


NOTHING_READY = Ready()


def reach(
    host: Host,
    name: str,
    ways: tuple[ContactWay, ...],
    *,
    ready: Ready = NOTHING_READY,
    prominent: bool = False,
) -> ft.Control:
    """Every way to reach a support, those who want a text first with a text first. ``name`` says whose they are."""
    offered = as_offered(ways)
    lines: list[ft.Control] = []
    calls = any(way.kind is WayKind.CALL for way in offered)
    if calls and any(way.text_first for way in ways):
        lines.append(body(words.safety_net.text_first))
    expected = [body(words.safety_net.expect.format(words=ready.expect))] if ready.expect else []
    kinds = Counter(way.kind for way in offered if way.link)
    for index, way in enumerate(offered):
        alone, first = kinds[way.kind] == 1, prominent and index == 0
        lines.append(_way(host, name, way, ready, alone=alone, prominent=first))
        if way.kind is WayKind.CALL:
            lines += expected
            expected = []
    return ft.Column([*lines, *expected], spacing=INSIDE, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)


def _way(host: Host, name: str, way: ContactWay, ready: Ready, *, alone: bool, prominent: bool) -> ft.Control:
    """One way. Where it is not ``alone`` of its kind, its button says which one it is."""
    link = way.link_with(ready.say)
    notes: list[ft.Control] = [quiet(way.note)] if way.note else []
    notes += hours_lines(host, way.hours) if way.hours else []
    if link is None:
        return ft.Column([quiet(words.support.way_kinds[way.kind]), body(way.value), *notes], spacing=0)
    said = words.support.reach[way.kind].format(name=name)
    draw = button.main_button if prominent else button.second_button
    press = draw(
        said if alone else words.support.reach_by.format(reach=said, way=left_to_right(way.value)),
        lambda: host.open_link(link, way.value),
        icon=_ICONS[way.kind],
    )
    beside = ft.Column([*([number(way.value)] if alone else []), *notes], spacing=0)
    if prominent:  # as wide as the card: the first thing a thumb meets
        return ft.Column([press, beside], spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
    return ft.Row(
        [press, beside],
        wrap=True,
        spacing=12,
        run_spacing=4,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )


def nowhere(host: Host, support: Id, name: str) -> ft.Control:
    """What is said where a support has no way to reach it, and the way to where one is added."""
    add = button.second_button(
        words.safety_net.add_way.format(name=name),
        lambda: host.go(f"/support/{support}"),
        icon=ft.Icons.ADD,
    )
    return ft.Column([body(words.safety_net.no_way), button.buttons(add)], spacing=INSIDE)
