"""The hours of a way to reach someone, as a part of its page: in order, with a form for more, and whose clock they go by."""

from datetime import time
from typing import TYPE_CHECKING

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.hours import ALWAYS, DAYS, Hours, Span, time_typed
from app.domain.support import ContactWay
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.hours import on_my_clock, said_span
from app.ui.widgets.name_picker import name_picker
from app.ui.widgets.text import heading, quiet, subheading
from app.words.zone import zone_name, zones_by_name, zones_of

if TYPE_CHECKING:
    from app.ui.screens.support_way import WayScreen


class WayHours:
    """Lists the hours of the way of a page, adds and removes them, and asks for the place whose clock they go by."""

    def __init__(self, page: "WayScreen") -> None:
        self._page, self.host = page, page.host
        self._shown = stack(spacing=INSIDE)
        self._adding = stack(spacing=INSIDE)

    def laid_out(self, way: ContactWay) -> list[ft.Control]:
        """The heading, the hours, and the form."""
        self._shown.controls = self._listed(way)
        self._adding.controls = self._form()
        return [heading(words.hours.title), quiet(words.hours.help), self._shown, card(self._adding)]

    @property
    def begun(self) -> bool:
        """Whether hours stand in the form that are not added yet."""
        return any(self.host.draft(self._key(name)).strip() for name in ("begins", "ends"))

    # ------------------------------------------------------------ what is there

    def _listed(self, way: ContactWay) -> list[ft.Control]:
        said = words.hours
        if way.hours is None:
            always = button.second_button(said.set_always, lambda: self._put(ALWAYS))
            return [quiet(said.none_yet), button.buttons(always)]
        if way.hours.always:
            return [self._removable(said.always, lambda: self._put(None, taken=ALWAYS))]
        spans = [
            self._removable(said_span(span), lambda span=span: self._remove(span))  # type: ignore[misc]
            for span in way.hours.spans
        ]
        return [*spans, *self._clock(way.hours), *on_my_clock(self.host, way.hours)]

    def _removable(self, text: str, remove: button.Press) -> ft.Control:
        shown = ft.Text(text, theme_style=ft.TextThemeStyle.BODY_LARGE, expand=True)
        return ft.Row(
            [
                shown,
                button.icon_button(ft.Icons.DELETE_OUTLINE, words.hours.remove.format(hours=text), remove),
            ]
        )

    def _clock(self, hours: Hours) -> list[ft.Control]:
        said = words.hours
        if hours.zone:
            change = button.quiet_button(words.shell.edit, lambda: self._go_by(""))
            now = ft.Text(said.clock_in.format(place=zone_name(hours.zone)), expand=True)
            return [subheading(said.clock), ft.Row([now, change])]
        near = [(zone, zone_name(zone)) for zone in zones_of(self.host.settings.region)[:4]]
        picker = name_picker(said.find_place, zones_by_name(), self._go_by, always=near)
        return [subheading(said.clock), quiet(said.clock_help), picker]

    # ------------------------------------------------------------ more of them

    def _key(self, name: str) -> str:
        return self._page.key(f"way/{self._page.way_id}/hours/{name}")

    def _days(self) -> tuple[int, ...]:
        picked = self.host.draft(self._key("days"), "01234")
        return tuple(day for day in DAYS if str(day) in picked)

    def _form(self) -> list[ft.Control]:
        said, names = words.hours, words.moment.days_of_week()
        days = choice.any_of([(str(day), names[day]) for day in DAYS], map(str, self._days()), self._pick_day)
        self._begins, self._ends = (self._time(name) for name in ("begins", "ends"))
        times = ft.Row(
            [self._begins, self._ends], spacing=INSIDE, vertical_alignment=ft.CrossAxisAlignment.START
        )
        add = button.second_button(said.add, self.add, icon=ft.Icons.ADD)
        return [quiet(said.days), days, times, quiet(said.times_hint), button.buttons(add)]

    def _time(self, name: str) -> ft.TextField:
        shown = draft_field(self.host, self._key(name), getattr(words.hours, name), submit=self.add)
        shown.expand = True
        return shown

    def _pick_day(self, day: str, on: bool) -> None:
        days = {str(one) for one in self._days()} - {day}
        self.host.keep_draft(self._key("days"), "".join(sorted(days | {day} if on else days)) or "-")

    def add(self) -> bool:
        """Add the hours that stand in the form; say beside the field what is wrong with it."""
        times = [self._read(shown, name) for shown, name in ((self._begins, "begins"), (self._ends, "ends"))]
        begins, ends = times
        way = self._page.way
        if begins is None or ends is None or way is None:
            return False
        before = () if way.hours is None or way.hours.always else way.hours.spans
        zone = way.hours.zone if way.hours and before else self._likely_zone()
        try:
            hours = Hours(spans=(*before, Span(days=self._days(), begins=begins, ends=ends)), zone=zone)
        except DomainError as error:
            problem = "days" if error.field == "days" else error.rule
            self.host.say(words.hours.problems[problem])
            return False
        if not self._put(hours):
            return False
        self.host.session.drafts.drop(*map(self._key, ("days", "begins", "ends")))
        fill(self._adding, *self._form())
        return True

    def _read(self, shown: ft.TextField, name: str) -> time | None:
        try:
            read = time_typed(self.host.draft(self._key(name)))
        except DomainError as error:
            field.refuse(shown, words.hours.problems[error.rule])
            return None
        field.refuse(shown, None)
        return read

    def _likely_zone(self) -> str:
        """The zone of another way of the same support, or else that of the region, where it has only one."""
        support = self._page.support
        known = [way.hours.zone for way in (support.ways if support else ()) if way.hours and way.hours.zone]
        zones = zones_of(self.host.settings.region)
        return known[0] if known else zones[0] if len(zones) == 1 else ""

    # ------------------------------------------------------------ saving

    def _go_by(self, zone: str) -> None:
        way = self._page.way
        if way is not None and way.hours is not None:
            self._put(Hours(spans=way.hours.spans, zone=zone))

    def _remove(self, span: Span) -> None:
        way = self._page.way
        if way is not None and way.hours is not None:
            rest = tuple(one for one in way.hours.spans if one != span)
            self._put(Hours(spans=rest, zone=way.hours.zone) if rest else None, taken=way.hours)

    def _put(self, hours: Hours | None, *, taken: Hours | None = None) -> bool:
        kept = self._page.change_way(hours=hours)
        way = self._page.way
        if kept and way is not None:
            fill(self._shown, *self._listed(way))
            if taken is not None:
                self.host.say(words.hours.removed, lambda: self._put_back(taken))
        return kept

    def _put_back(self, hours: Hours) -> None:
        if self._page.way is not None:
            self._page.change_way(hours=hours)
