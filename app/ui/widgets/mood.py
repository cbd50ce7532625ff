"""The mark of a mood: a face on a colour from dusk to dawn. The face and the word say it, the colour only helps."""

import flet as ft

from app import words
from app.domain.check_in import CheckIn
from app.ui.theme import MOOD_FILLS, MOOD_MARKS

_FACES = {
    1: ft.Icons.SENTIMENT_VERY_DISSATISFIED,
    2: ft.Icons.SENTIMENT_DISSATISFIED,
    3: ft.Icons.SENTIMENT_NEUTRAL,
    4: ft.Icons.SENTIMENT_SATISFIED,
    5: ft.Icons.SENTIMENT_VERY_SATISFIED,
}


def mood_mark(level: int | None, size: int = 40) -> ft.Control:
    """The mark of a level, or an open ring where there is none."""
    return ft.Container(
        ft.Icon(
            _FACES[level] if level else ft.Icons.MORE_HORIZ,
            color=MOOD_MARKS[level] if level else ft.Colors.ON_SURFACE,
            size=size * 0.7,
        ),
        width=size,
        height=size,
        shape=ft.BoxShape.CIRCLE,
        bgcolor=MOOD_FILLS[level] if level else None,
        border=ft.Border.all(1.5, ft.Colors.ON_SURFACE),
        alignment=ft.Alignment.CENTER,
    )


def mood_words(check_in: CheckIn) -> str:
    """What a check-in says of the mood."""
    if check_in.mood is not None:
        return words.check_in.moods[str(check_in.mood)]
    return words.check_in.cannot_name if check_in.cannot_name else words.check_in.nothing_said
