"""A contact to tick: whose it is, and what would go along with it."""

from collections.abc import Callable, Iterable, Sequence

import flet as ft

from app import words
from app.domain.support import ContactWay
from app.session.phone_number import shown
from app.ui.widgets import choice
from app.ui.widgets.card import card
from app.ui.widgets.text import number, quiet

_ASIDE = 12


def contact(
    name: str,
    ways: Sequence[ContactWay],
    remarks: Iterable[str],
    region: str,
    *,
    ticked: bool,
    changed: Callable[[bool], object],
) -> ft.Control:
    """A box to tick beside a name; below it the ways that go along, and what is to be known of it."""
    lines: list[ft.Control] = [_way(way, region) for way in ways]
    lines += [quiet(words.contacts.no_ways)] if not ways else []
    below = ft.Column([*lines, *map(quiet, remarks)], spacing=4)
    return card(
        choice.check(name, ticked, changed),
        ft.Container(below, padding=ft.Padding.symmetric(horizontal=_ASIDE)),
        spacing=0,
    )


def _way(way: ContactWay, region: str) -> ft.Control:
    kind = quiet(words.support.way_kinds[way.kind])
    note = [quiet(way.note)] if way.note else []
    return ft.Row([kind, number(shown(way, region)), *note], wrap=True, spacing=8, run_spacing=0)
