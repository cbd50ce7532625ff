"""How one window looks: light or dark, its colours, and whether anything moves."""

import flet as ft

from app.store.settings import Settings
from app.ui import stimulus, theme


class Dress:
    """Dresses one page. The page is not sent."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._worn: tuple[bool, bool, bool] | None = None

    def keep_to(self, settings: Settings) -> None:
        """Look from now on as these settings say. A theme that stays is left alone (app/ui/theme.py says why)."""
        page = self._page
        page.theme_mode = ft.ThemeMode(settings.theme.value)
        stimulus.keep_to(settings)
        wanted = stimulus.is_still_by_choice(), stimulus.is_low(), stimulus.is_strong()
        if wanted != self._worn:
            self._worn = wanted
            page.theme_animation_style = (
                ft.AnimationStyle.no_animation() if stimulus.is_still_by_choice() else None
            )
            page.theme, page.dark_theme = map(theme.theme, theme.palettes())
