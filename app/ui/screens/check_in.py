"""One check-in: everything that can be added to it, saved as it is given."""

from datetime import date, datetime, time
from typing import Any

import flet as ft

from app import words
from app.domain.check_in import MOOD_LEVELS, CheckIn, Energy
from app.domain.errors import DomainError
from app.domain.feeling import FEELINGS, Family
from app.domain.ids import Id
from app.ui.screen import Host, Place, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice, field
from app.ui.widgets.card import fill, stack
from app.ui.widgets.text import announced, body, heading, quiet, subheading

_CANNOT_NAME = "cannot_name"
_NO_MOOD = ""


class CheckInScreen(Screen):
    """Changes one check-in. Each choice is saved at once; the note is a draft until the person moves on."""

    place = Place.TODAY

    def __init__(self, host: Host, check_in: str) -> None:
        super().__init__(host)
        self._id = Id(check_in)
        self._draft = f"check_in/{check_in}/note"
        self._when = stack(spacing=INSIDE)

    @property
    def title(self) -> str:
        """The heading."""
        return words.check_in.title

    @property
    def _check_in(self) -> CheckIn | None:
        return self.host.session.check_ins.one(self._id)

    def content(self) -> ft.Control:
        """Lay out every field of the check-in."""
        check_in = self._check_in
        if check_in is None:
            return stack(body(words.shell.not_found), button.second_button(words.shell.to_today, self._done))
        self._when.controls = self._moment(check_in)
        return stack(
            quiet(words.check_in.as_you_go),
            self._mood(check_in),
            *self._feelings(check_in),
            heading(words.check_in.energy),
            self._energy(check_in),
            heading(words.check_in.with_whom),
            self._with_whom(check_in),
            heading(words.check_in.note),
            self._note(check_in),
            heading(words.check_in.when),
            self._when,
            button.buttons(
                button.main_button(words.shell.done, self._done),
                button.erase_button(words.shell.delete, self._delete),
            ),
        )

    # ------------------------------------------------------------ choices

    def _mood(self, check_in: CheckIn) -> ft.Control:
        options = [(str(level), words.check_in.moods[str(level)]) for level in reversed(MOOD_LEVELS)]
        options += [(_CANNOT_NAME, words.check_in.cannot_name), (_NO_MOOD, words.check_in.nothing_said)]
        now = str(check_in.mood) if check_in.mood else _CANNOT_NAME if check_in.cannot_name else _NO_MOOD

        def chosen(value: str) -> bool:
            level = int(value) if value.isdecimal() else None
            return self._save(mood=level, cannot_name=value == _CANNOT_NAME)

        return stack(
            heading(words.check_in.mood),
            choice.one_of(words.check_in.mood, options, now, chosen),
            spacing=INSIDE,
        )

    def _feelings(self, check_in: CheckIn) -> list[ft.Control]:
        def changed(key: str, on: bool) -> bool:
            kept = self._check_in
            return kept is not None and self._save(feelings=_with_or_without(kept.feelings, key, on))

        families: list[ft.Control] = [heading(words.check_in.feelings)]
        for family in Family:
            options = [(one.key, words.check_in.feeling[one.key]) for one in FEELINGS if one.family is family]
            families.append(
                stack(
                    subheading(words.check_in.families[family]),
                    choice.any_of(options, check_in.feelings, changed),
                    spacing=INSIDE,
                )
            )
        return families

    def _energy(self, check_in: CheckIn) -> ft.Control:
        options = [(value, words.check_in.energies[value]) for value in (*Energy, "")]
        now = check_in.energy or ""
        return choice.one_of(
            words.check_in.energy,
            options,
            now,
            lambda value: self._save(energy=Energy(value) if value else None),
        )

    def _with_whom(self, check_in: CheckIn) -> ft.Control:
        supports = self.host.session.supports.all
        if not supports:
            return quiet(words.check_in.no_supports)

        def changed(key: str, on: bool) -> bool:
            kept = self._check_in
            return kept is not None and self._save(
                with_supports=_with_or_without(kept.with_supports, Id(key), on)
            )

        return choice.any_of([(one.id, one.name) for one in supports], check_in.with_supports, changed)

    # ------------------------------------------------------------ when

    def _moment(self, check_in: CheckIn, wrong: str | None = None) -> list[ft.Control]:
        day = words.check_in.date.format(date=words.moment.day(check_in.when))
        clock = words.check_in.time.format(time=words.moment.time_of_day(check_in.when))
        controls: list[ft.Control] = [
            button.buttons(
                button.second_button(day, self._pick_date, icon=ft.Icons.CALENDAR_TODAY_OUTLINED),
                button.second_button(clock, self._pick_time, icon=ft.Icons.SCHEDULE),
            )
        ]
        return [*controls, announced(wrong)] if wrong else controls

    def _pick_date(self) -> None:
        check_in = self._check_in
        if check_in is None:
            return

        def picked(event: ft.Event[ft.DatePicker]) -> None:
            day = event.control.value
            if isinstance(day, datetime):
                self._move(datetime.combine(_local_day(day), check_in.when.timetz()))

        self.host.show(
            ft.DatePicker(value=check_in.when, last_date=self.host.session.now(), on_change=picked)
        )

    def _pick_time(self) -> None:
        check_in = self._check_in
        if check_in is None:
            return

        def picked(event: ft.Event[ft.TimePicker]) -> None:
            clock = event.control.value
            if isinstance(clock, time):
                self._move(datetime.combine(check_in.when.date(), clock, check_in.when.tzinfo))

        self.host.show(ft.TimePicker(value=check_in.when.time(), on_change=picked))

    def _move(self, when: datetime) -> None:
        wrong = words.check_in.in_future if when > self.host.session.now() else None
        if wrong is None:
            self._save(when=when)
        check_in = self._check_in
        if check_in is not None:
            fill(self._when, *self._moment(check_in, wrong))

    # ------------------------------------------------------------ the note

    def _note(self, check_in: CheckIn) -> ft.Control:
        return field.field(
            words.check_in.note,
            self.host.draft(self._draft, check_in.note),
            lambda text: self.host.keep_draft(self._draft, text),
            hint=words.check_in.note_hint,
            lines=3,
            left=self.leave,
        )

    def leave(self) -> None:
        """Save the note that was being typed."""
        check_in = self._check_in
        if check_in is None:
            return
        note = self.host.draft(self._draft, check_in.note)
        if note == check_in.note or self._save(note=note):
            self.host.session.drafts.drop(self._draft)

    # ------------------------------------------------------------ saving

    def _save(self, **fields: Any) -> bool:
        check_in = self._check_in
        if check_in is None:
            return False
        try:
            return (
                self.host.attempt(lambda: self.host.session.check_ins.change(check_in, **fields)) is not None
            )
        except DomainError:
            self.host.say(words.shell.too_long)
            return False

    def _done(self) -> None:
        self.host.go("/")

    def _delete(self) -> None:
        self.leave()  # so that undo brings back the note too
        check_in = self._check_in
        if check_in is None:
            return
        undo = self.host.attempt(lambda: self.host.session.check_ins.remove(check_in))
        if undo is not None:
            self.host.session.drafts.drop(self._draft)
            self.host.go("/")
            self.host.say(words.check_in.deleted, undo)


def _with_or_without(picked: tuple[Any, ...], key: str, on: bool) -> tuple[Any, ...]:
    rest = tuple(one for one in picked if one != key)
    return (*rest, key) if on else rest


def _local_day(picked: datetime) -> date:
    """The day that was picked: the picker gives its local midnight, told in UTC."""
    return (picked.astimezone() if picked.tzinfo else picked).date()
