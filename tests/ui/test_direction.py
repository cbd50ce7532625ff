"""A page that is read from right to left."""

from collections.abc import Iterator

import flet as ft
import pytest

from app.ui.widgets.button import line_button
from app.words.direction import use_right_to_left


@pytest.fixture
def mirrored() -> Iterator[None]:
    use_right_to_left(True)
    yield
    use_right_to_left(False)


def begins_at() -> object:
    made = line_button("Read on", lambda: None)
    assert isinstance(made, ft.TextButton)
    assert made.style is not None
    return made.style.alignment


def test_a_button_as_wide_as_the_page_begins_where_lines_begin() -> None:
    assert begins_at() == ft.Alignment.CENTER_LEFT


@pytest.mark.usefixtures("mirrored")
def test_from_right_to_left_it_begins_at_the_right() -> None:
    assert begins_at() == ft.Alignment.CENTER_RIGHT
