"""Type and space, and what a palette makes of Material: the one place for tokens beside the palettes."""

from collections.abc import Mapping
from dataclasses import replace

import flet as ft

from app.ui.palette import CALM_DARK, CALM_LIGHT, DARK, LIGHT, Palette
from app.ui.stimulus import is_low, is_still_by_choice, is_strong
from app.ui.typeface import FALLBACK_FONT, FONT, STRONG_FONT

# Space in steps of four, in logical pixels.
INSIDE = 8
BETWEEN = 16
AROUND = 24
JOINT = 2
"""Between rows that stand in one card."""
CORNER = 16
SHEET_CORNER = 28
TARGET = 48
ICON = 24
ACTION_WIDTH = 400
"""How wide buttons below each other are where there is room: as wide as the page of a phone."""
FOCUS_LINE = 3
"""How wide the line is around a button that a key would press."""
_FOCUS_VEIL = "#40"
"""A quarter of ink over a row that a key would press, as the first two digits of its colour."""

# Sizes of type, in logical pixels at 100 %.
BAR_LABEL = 12
SMALL = 14
BODY = 16
LARGE = 20
TITLE = 28
LONG_TITLE = 24
"""For a title of many letters, often a person's own words: it leaves the first screen to what stands below it."""
LINE_HEIGHT = 1.5
TIGHT_LINE_HEIGHT = 1.25

MOOD_FILLS = {1: "#22315E", 2: "#4E5A74", 3: "#818484", 4: "#C2AE6E", 5: "#F5DD7A"}
"""From dusk to dawn, in even steps of lightness that colour-blind people can order. The outline carries the contrast."""

CALM_MOOD_FILLS = {1: "#333333", 2: "#5A5A5A", 3: "#848484", 4: "#AFAFAF", 5: "#DDDDDD"}
"""For low stimulus: the same order without hue."""

MOOD_MARKS = {1: "#FFFFFF", 2: "#FFFFFF", 3: "#10191A", 4: "#10191A", 5: "#10191A"}
"""The face on each fill."""


def palettes() -> tuple[Palette, Palette]:
    """The colours of now, light and dark. Where the system asks for more contrast, quiet text and lines are ink."""
    light, dark = (CALM_LIGHT, CALM_DARK) if is_low() else (LIGHT, DARK)
    return (_strong(light), _strong(dark)) if is_strong() else (light, dark)


def _strong(palette: Palette) -> Palette:
    return replace(palette, stone=palette.ink, line=palette.ink)


def mood_fills() -> Mapping[int, str]:
    """The colour of each level of mood, from 1."""
    return CALM_MOOD_FILLS if is_low() else MOOD_FILLS


def theme(palette: Palette) -> ft.Theme:
    """The Material theme of a palette. Where the person wants less movement, a press spreads no ripple.

    Nothing in it depends on the width of the window, on the state of a control, or on what the system asks for while the
    window stands. Flutter fades from one theme into another, and takes two themes with styles by state to be different
    ones; a field that has the keyboard meanwhile is deaf to what is typed.
    """
    return ft.Theme(
        font_family=FONT,
        color_scheme=_scheme(palette),
        text_theme=_text_theme(palette),
        scaffold_bgcolor=palette.paper,
        visual_density=ft.VisualDensity.STANDARD,
        chip_theme=ft.ChipTheme(
            bgcolor=palette.paper,
            selected_color=palette.kelp_well,
            check_color=palette.ink,
            border_side=ft.BorderSide(1, palette.line),
            label_text_style=_style(palette.ink, BODY),
            padding=ft.Padding.symmetric(horizontal=INSIDE, vertical=11),  # 48 pixels high with one line
            shape=ft.RoundedRectangleBorder(radius=CORNER),
        ),
        page_transitions=ft.PageTransitionsTheme(
            android=ft.PageTransitionTheme.NONE,
            ios=ft.PageTransitionTheme.NONE,
            linux=ft.PageTransitionTheme.NONE,
            macos=ft.PageTransitionTheme.NONE,
            windows=ft.PageTransitionTheme.NONE,
        ),
        icon_theme=ft.IconTheme(
            color=palette.ink, apply_text_scaling=True
        ),  # as large as the words beside it
        navigation_bar_theme=ft.NavigationBarTheme(bgcolor=palette.sand, indicator_color=palette.kelp_well),
        navigation_rail_theme=ft.NavigationRailTheme(
            bgcolor=palette.paper,
            indicator_color=palette.kelp_well,
            selected_label_text_style=_style(palette.ink, SMALL, strong=True),
            unselected_label_text_style=_style(palette.ink, SMALL, strong=True),
        ),
        snackbar_theme=ft.SnackBarTheme(
            bgcolor=palette.ink,
            action_text_color=palette.kelp_well,
            content_text_style=_style(palette.paper, BODY),
        ),
        divider_color=palette.line,
        splash_color=ft.Colors.TRANSPARENT if is_still_by_choice() else None,
        focus_color=_FOCUS_VEIL + palette.ink.removeprefix("#"),
    )


def _scheme(palette: Palette) -> ft.ColorScheme:
    return ft.ColorScheme(
        primary=palette.kelp,
        on_primary=palette.on_kelp,
        primary_container=palette.kelp_well,
        on_primary_container=palette.ink,
        secondary=palette.rope,
        on_secondary=palette.paper,
        secondary_container=palette.kelp_well,
        on_secondary_container=palette.ink,
        tertiary=palette.dusk,
        on_tertiary=palette.paper,
        tertiary_container=palette.sand,
        on_tertiary_container=palette.ink,
        error=palette.erase,
        on_error=palette.paper,
        surface=palette.paper,
        on_surface=palette.ink,
        on_surface_variant=palette.stone,
        outline=palette.line,
        outline_variant=palette.line,
        surface_container=palette.sand,
        surface_container_low=palette.paper,
        surface_container_lowest=palette.paper,
        surface_container_high=palette.sand,
        surface_container_highest=palette.sand,
        surface_tint=palette.paper,
        surface_dim=palette.focus,
        inverse_surface=palette.ink,
        on_inverse_surface=palette.paper,
        inverse_primary=palette.kelp_well,
    )


def _style(colour: str, size: int, *, strong: bool = False) -> ft.TextStyle:
    return ft.TextStyle(
        color=colour,
        size=size,
        height=LINE_HEIGHT if size <= BODY else TIGHT_LINE_HEIGHT,
        weight=ft.FontWeight.W_600 if strong else ft.FontWeight.W_400,
        font_family=STRONG_FONT if strong else FONT,
        font_family_fallback=[FALLBACK_FONT],
        letter_spacing=0,
    )


def _text_theme(palette: Palette) -> ft.TextTheme:
    """The styles by their Material names. Labels of the bar are ``label_medium``: five fit abreast in 320 pixels, where
    Flutter lets them grow by three tenths at most."""
    return ft.TextTheme(
        body_large=_style(palette.ink, BODY),
        body_medium=_style(palette.ink, BODY),
        body_small=_style(palette.stone, SMALL),
        label_large=_style(palette.ink, BODY, strong=True),
        label_medium=_style(palette.ink, BAR_LABEL),
        label_small=_style(palette.stone, SMALL),
        title_large=_style(palette.ink, LARGE, strong=True),
        title_medium=_style(palette.ink, BODY, strong=True),
        title_small=_style(palette.ink, SMALL, strong=True),
        headline_large=_style(palette.ink, LONG_TITLE, strong=True),
        headline_medium=_style(palette.ink, TITLE, strong=True),
        headline_small=_style(palette.ink, LARGE, strong=True),
    )
