"""The mark of a mood: a face on a colour from dusk to dawn. The face and the word say it, the colour only helps."""

import flet as ft

from app.domain.check_in import CheckIn
from app.session import Session
from app.ui.theme import MOOD_MARKS, mood_fills

_OF_LEVEL = {1: "very_hard", 2: "hard", 3: "in_between", 4: "good", 5: "very_good"}

_PICTURES = {
    "very_hard": ft.Icons.SENTIMENT_VERY_DISSATISFIED,
    "hard": ft.Icons.SENTIMENT_DISSATISFIED,
    "in_between": ft.Icons.SENTIMENT_NEUTRAL,
    "good": ft.Icons.SENTIMENT_SATISFIED,
    "very_good": ft.Icons.SENTIMENT_VERY_SATISFIED,
    "sun": ft.Icons.WB_SUNNY_OUTLINED,
    "cloud": ft.Icons.CLOUD_OUTLINED,
    "rain": ft.Icons.WATER_DROP_OUTLINED,
    "storm": ft.Icons.THUNDERSTORM_OUTLINED,
    "moon": ft.Icons.NIGHTLIGHT_OUTLINED,
    "wave": ft.Icons.WAVES,
    "leaf": ft.Icons.ECO_OUTLINED,
    "stone": ft.Icons.LANDSCAPE_OUTLINED,
}
"""What the pictures of ``app.domain.mood_label.FACES`` look like."""


def mood_mark(level: int | None, size: int = 40, *, face: str = "") -> ft.Control:
    """The mark of a level with its own face or the one given, or an open ring where there is no level."""
    return ft.Container(
        ft.Icon(
            _PICTURES[face or _OF_LEVEL[level]] if level else ft.Icons.MORE_HORIZ,
            color=MOOD_MARKS[level] if level else ft.Colors.ON_SURFACE,
            size=size * 0.7,
            apply_text_scaling=False,
        ),
        width=size,
        height=size,
        shape=ft.BoxShape.CIRCLE,
        bgcolor=mood_fills()[level] if level else None,
        border=ft.Border.all(1.5, ft.Colors.ON_SURFACE),
        alignment=ft.Alignment.CENTER,
    )


def mark_of(session: Session, check_in: CheckIn, size: int = 40) -> ft.Control:
    """The mark of a check-in, with the face that the person has chosen."""
    face = session.vocabulary.face(check_in.mood, check_in.label) if check_in.mood else ""
    return mood_mark(check_in.mood, size, face=face)
