"""Choosing a day, in the platform's own picker."""

from collections.abc import Callable
from datetime import date, datetime, time

import flet as ft

from app.ui.screen import Host
from app.ui.widgets.moment_picker import local_day


def pick_day(
    host: Host, day: date | None, picked: Callable[[date], object], *, to_come: bool = False
) -> None:
    """Open the picker at a day, or at today, and give the day that is picked. Only ``to_come`` offers later days."""
    now = host.session.now()

    def told(event: ft.Event[ft.DatePicker]) -> None:
        chosen = event.control.value
        if isinstance(chosen, datetime):
            picked(local_day(chosen))

    shown = datetime.combine(day or now.date(), time(12), now.tzinfo)
    picker = ft.DatePicker(value=shown, on_change=told)
    if not to_come:
        picker.last_date = max(now, shown)
    host.show(picker)
