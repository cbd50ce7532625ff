"""How hard a passphrase is to guess, as a bar and in words."""

import flet as ft

from app import words
from app.passphrase import Strength, strength
from app.ui.widgets.text import quiet


def strength_shown(passphrase: str, weakest: Strength) -> list[ft.Control]:
    """The bar and its words; nothing for nothing typed. What is weaker than ``weakest`` is drawn as not enough."""
    if not passphrase:
        return []
    level = strength(passphrase)
    bar = ft.ProgressBar(
        value=(level + 1) / (len(Strength)),
        semantics_label=words.first_run.strength_label,
        color=ft.Colors.PRIMARY if level >= weakest else ft.Colors.SECONDARY,
        border_radius=4,
    )
    return [bar, quiet(words.first_run.strength[str(int(level))])]
