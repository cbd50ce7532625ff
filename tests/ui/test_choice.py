"""What Flutter draws of a choice only when it is told to."""

import flet as ft

from app.ui.widgets import choice


def boxes(control: ft.Control) -> list[ft.Checkbox]:
    """The boxes in it."""
    if isinstance(control, ft.Checkbox):
        return [control]
    content = getattr(control, "content", None)
    inside = [*getattr(control, "controls", []), *([content] if isinstance(content, ft.Control) else [])]
    return [box for one in inside for box in boxes(one)]


def test_a_box_to_tick_has_a_line_whatever_its_state() -> None:
    (box,) = boxes(choice.check("My notes", False, lambda _: None))
    assert isinstance(box.border_side, dict)
    assert box.border_side[ft.ControlState.DEFAULT].width
