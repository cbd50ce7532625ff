"""A code for a phone camera, black on white whatever the colours of the app are, with its words for a screen reader."""

import flet as ft

from app import words
from app.exports.qr import png
from app.ui.theme import CORNER

LARGEST = 360
"""How wide and high a code is at most, in logical pixels."""


def qr_code(content: bytes, said: str) -> ft.Control:
    """The code of these bytes, as large as there is room for. ``said`` is what it holds, in words."""
    picture = ft.Image(
        src=png(content),
        fit=ft.BoxFit.CONTAIN,
        filter_quality=ft.FilterQuality.NONE,
        exclude_from_semantics=True,
    )
    told = ft.Semantics(content=picture, label=words.qr.told.format(said=said), image=True, container=True)
    paper = ft.Container(told, width=LARGEST, bgcolor=ft.Colors.WHITE, border_radius=CORNER)
    return ft.Container(paper, alignment=ft.Alignment.CENTER)
