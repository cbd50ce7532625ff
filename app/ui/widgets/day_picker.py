"""Choosing a day, in the platform's own picker."""

from collections.abc import Callable
from datetime import date, datetime, time

import flet as ft

from app.ui.screen import Host
from app.ui.widgets.moment_picker import local_day


def pick_day(
    host: Host, shown: date, picked: Callable[[date], object], *, last: datetime | None = None
) -> None:
    """Open the picker at a day, and give the day that is picked. With ``last`` none after that can be."""
    noon = datetime.combine(shown, time(12), host.session.now().tzinfo)

    def chosen(event: ft.Event[ft.DatePicker]) -> None:
        day = event.control.value
        if isinstance(day, datetime):
            picked(local_day(day))

    picker = ft.DatePicker(value=noon, on_change=chosen)
    if last is not None:
        picker.last_date = max(last, noon)
    host.show(picker)
