"""Text as it stands on a page."""

import flet as ft

from app.ui.theme import TIGHT_LINE_HEIGHT, TITLE
from app.ui.typeface import FONT
from app.words.direction import left_to_right

Style = ft.TextThemeStyle


LONGEST_LARGE_TITLE = 24
"""A title of more letters than this is set smaller: at 200 % it would take half the screen and break within its words."""


def title(text: str) -> ft.Control:
    """The heading of a screen."""
    style = Style.HEADLINE_MEDIUM if len(text) <= LONGEST_LARGE_TITLE else Style.HEADLINE_LARGE
    return ft.Semantics(content=ft.Text(text, theme_style=style), heading_level=1)


def heading(text: str) -> ft.Control:
    """The heading of a section."""
    return ft.Semantics(
        content=ft.Container(ft.Text(text, theme_style=Style.TITLE_LARGE), padding=ft.Padding.only(top=8)),
        heading_level=2,
    )


def subheading(text: str) -> ft.Control:
    """The heading of a group within a section."""
    return ft.Semantics(content=ft.Text(text, theme_style=Style.TITLE_MEDIUM), heading_level=3)


def body(text: str) -> ft.Text:
    """A sentence of ours."""
    return ft.Text(text, theme_style=Style.BODY_LARGE)


def quiet(text: str) -> ft.Text:
    """A side remark of ours."""
    return ft.Text(text, theme_style=Style.BODY_SMALL)


def row_name(text: str) -> ft.Text:
    """What a row of a list is called: of the person or of ours, alike on every list."""
    return ft.Text(text, theme_style=Style.TITLE_LARGE)


def own_words(text: str, *, large: bool = False) -> ft.Text:
    """Words of the person: always larger than ours beside them.

    Not selectable: Flet 1.0.5 gives text that can be selected to screen readers as an empty field.
    """
    size = Style.HEADLINE_MEDIUM if large else Style.HEADLINE_SMALL
    return ft.Text(
        text,
        theme_style=size,
        style=ft.TextStyle(height=TIGHT_LINE_HEIGHT, weight=ft.FontWeight.W_400, font_family=FONT),
    )


def shown_words(text: str) -> ft.Text:
    """Words of the person for somebody who holds the device."""
    style = ft.TextStyle(
        size=TITLE,
        height=TIGHT_LINE_HEIGHT,
        weight=ft.FontWeight.W_400,
        font_family=FONT,
        color=ft.Colors.ON_SURFACE,
    )
    return ft.Text(text, style=style)


def shown_number(value: str) -> ft.Text:
    """A phone number or an address as it was typed, as large as the words beside it."""
    return shown_words(left_to_right(value))


def announced(text: str) -> ft.Control:
    """A sentence that a screen reader says when it appears or changes."""
    return ft.Semantics(content=body(text), live_region=True, container=True)


def number(value: str) -> ft.Text:
    """A phone number or an address as it was typed: left to right on every page."""
    return ft.Text(left_to_right(value), theme_style=Style.BODY_LARGE)
