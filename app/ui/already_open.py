"""What a window shows whose vault has one already: a sentence, and the way out."""

import flet as ft

from app import words
from app.ui import theme
from app.ui.ending import close_window
from app.ui.theme import AROUND, BETWEEN
from app.ui.typeface import FONTS
from app.ui.widgets import button, text
from app.words.direction import is_right_to_left


async def already_open(page: ft.Page) -> None:
    """Show that this vault is open in another window."""
    page.title = words.shell.app
    page.rtl, page.fonts = is_right_to_left(), FONTS
    page.theme, page.dark_theme = map(theme.theme, theme.palettes())
    page.views[:] = [
        ft.View(
            route=page.route,
            controls=[
                ft.Column(
                    [
                        text.title(words.shell.app),
                        text.body(words.command_line.already_open["window"]),
                        button.main_button(
                            words.shell.close,
                            lambda: close_window(page),
                            icon=ft.Icons.CLOSE,
                            autofocus=True,
                        ),
                    ],
                    spacing=BETWEEN,
                )
            ],
            padding=AROUND,
            scroll=ft.ScrollMode.AUTO,
        )
    ]
    page.update()
