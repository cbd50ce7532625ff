"""How one window looks: light or dark, its colours, how large the labels of its bar are, and whether anything moves."""

import flet as ft

from app.store.settings import Settings
from app.ui import shell, stimulus, theme


class Dress:
    """Dresses one page."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._narrow = False

    def keep_to(self, settings: Settings, width: float) -> None:
        """Look from now on as these settings say, in a window of that width. The page is not sent yet."""
        self._page.theme_mode = ft.ThemeMode(settings.theme.value)
        stimulus.keep_to(settings)
        self._put_on(width)

    def fit(self, width: float) -> None:
        """Fit a window that has now that width."""
        if shell.is_narrow(width) != self._narrow:
            self._put_on(width)
            self._page.update()

    def _put_on(self, width: float) -> None:
        page, self._narrow = self._page, shell.is_narrow(width)
        page.theme, page.dark_theme = (
            theme.theme(palette, narrow=self._narrow) for palette in theme.palettes()
        )
        page.theme_animation_style = ft.AnimationStyle.no_animation() if stimulus.is_still() else None
