"""Places on a page that are filled later."""

from app.ui.widgets.card import stack
from app.ui.widgets.text import body


def test_a_place_takes_room_only_while_it_holds_something() -> None:
    place = stack()
    place.before_update()
    assert not place.visible
    place.controls = [body("It is saved.")]
    place.before_update()
    assert place.visible
    place.controls = []
    place.before_update()
    assert not place.visible
