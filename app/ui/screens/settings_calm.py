"""The group of settings that asks less of the senses."""

from dataclasses import replace

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.theme import INSIDE
from app.ui.widgets import choice
from app.ui.widgets.card import stack
from app.ui.widgets.text import heading, quiet


def calmer(host: Host) -> list[ft.Control]:
    """Lay out the heading and both switches."""
    said = words.settings

    def still(on: bool) -> bool:
        host.change_settings(replace(host.settings, less_movement=on))
        return host.settings.less_movement is on

    def low(on: bool) -> bool:
        host.change_settings(replace(host.settings, low_stimulus=on))
        return host.settings.low_stimulus is on

    return [
        heading(said.calm),
        stack(
            choice.yes_or_no(said.less_movement, host.settings.less_movement, still),
            quiet(said.less_movement_help),
            choice.yes_or_no(said.low_stimulus, host.settings.low_stimulus, low),
            quiet(said.low_stimulus_help),
            spacing=INSIDE,
        ),
    ]
