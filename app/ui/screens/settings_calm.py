"""The settings that ask less of the senses."""

from dataclasses import replace

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.widgets import choice
from app.ui.widgets.rows import cell
from app.ui.widgets.text import quiet


def calmer(host: Host) -> list[ft.Control]:
    """Lay out the switches, each as a row: what can be felt only where something can."""
    said = words.settings

    def still(on: bool) -> bool:
        host.change_settings(replace(host.settings, less_movement=on))
        return host.settings.less_movement is on

    def low(on: bool) -> bool:
        host.change_settings(replace(host.settings, low_stimulus=on))
        return host.settings.low_stimulus is on

    def ticks(on: bool) -> bool:
        preferences = host.session.preferences
        return host.attempt(lambda: preferences.change(ticks=on)) is not None

    felt = cell(
        choice.yes_or_no(said.ticks, host.session.preferences.now.ticks, ticks), quiet(said.ticks_help)
    )
    return [
        cell(
            choice.yes_or_no(said.less_movement, host.settings.less_movement, still),
            quiet(said.less_movement_help),
        ),
        cell(
            choice.yes_or_no(said.low_stimulus, host.settings.low_stimulus, low),
            quiet(said.low_stimulus_help),
        ),
        *([felt] if host.outside.is_phone else []),
    ]
