"""Choosing a day that has come."""

from collections.abc import Callable
from datetime import date, datetime, time

import flet as ft

from app.ui.screen import Host
from app.ui.widgets.moment_picker import local_day


def pick_day(host: Host, day: date | None, picked: Callable[[date], object]) -> None:
    """Open the platform's picker at a day, or at today, and give the day that is picked."""
    now = host.session.now()

    def told(event: ft.Event[ft.DatePicker]) -> None:
        chosen = event.control.value
        if isinstance(chosen, datetime):
            picked(local_day(chosen))

    shown = datetime.combine(day or now.date(), time(12), now.tzinfo)
    host.show(ft.DatePicker(value=shown, last_date=max(now, shown), on_change=told))
