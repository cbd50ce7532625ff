"""Places on a page that are filled later."""

import flet as ft

from app.ui.widgets.card import stack
from app.ui.widgets.text import body


def is_seen(place: ft.Column) -> bool:
    place.before_update()  # type: ignore[no-untyped-call]  # Flet's own is without types
    return place.visible


def test_a_place_takes_room_only_while_it_holds_something() -> None:
    place = stack()
    assert not is_seen(place)
    place.controls = [body("It is saved.")]
    assert is_seen(place)
    place.controls = []
    assert not is_seen(place)
