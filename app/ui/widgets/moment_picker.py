"""Choosing the day and the time of something that has happened."""

from collections.abc import Callable
from datetime import date, datetime, time

import flet as ft

from app import words
from app.ui.screen import Host
from app.ui.widgets import button


def moment_buttons(
    host: Host, when: datetime, moved: Callable[[datetime], object], *, time_known: bool = True
) -> ft.Control:
    """Two buttons that show a day and a time, open the platform's pickers, and give the new moment with its offset."""

    def pick_day() -> None:
        def picked(event: ft.Event[ft.DatePicker]) -> None:
            day = event.control.value
            if isinstance(day, datetime):
                moved(datetime.combine(local_day(day), when.timetz()))

        host.show(ft.DatePicker(value=when, last_date=host.session.now(), on_change=picked))

    def pick_time() -> None:
        def picked(event: ft.Event[ft.TimePicker]) -> None:
            clock = event.control.value
            if isinstance(clock, time):
                moved(datetime.combine(when.date(), clock, when.tzinfo))

        host.show(ft.TimePicker(value=when.time(), on_change=picked))

    clock = words.moment.time_of_day(when) if time_known else words.check_in.time_unknown
    return button.buttons(
        button.second_button(
            words.check_in.date.format(date=words.moment.day(when)),
            pick_day,
            icon=ft.Icons.CALENDAR_TODAY_OUTLINED,
        ),
        button.second_button(words.check_in.time.format(time=clock), pick_time, icon=ft.Icons.SCHEDULE),
    )


def local_day(picked: datetime) -> date:
    """The day that was picked: the picker gives its local midnight, told in UTC."""
    return (picked.astimezone() if picked.tzinfo else picked).date()
