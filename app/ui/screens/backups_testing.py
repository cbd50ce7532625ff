"""Testing a backup: which file, what opens it, and what is in it. Nothing is changed by it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

import flet as ft

from app import words
from app.store.backup import Contents
from app.ui.screen import Host, Screen
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.show_typed import show_typed
from app.ui.widgets.text import announced, body, quiet
from app.vault import (
    CutShort,
    DiskFull,
    NotWritten,
    NoVault,
    Stopped,
    TooLittleMemory,
    VaultDamaged,
    VaultError,
    VaultExists,
    VaultInUse,
    VaultUnsupported,
    WrongKey,
    WrongPassphrase,
)

PROBLEMS: tuple[tuple[type[Exception], str], ...] = (
    (WrongPassphrase, "wrong"),
    (WrongKey, "wrong"),
    (CutShort, "cut_short"),
    (VaultDamaged, "damaged"),
    (VaultUnsupported, "unsupported"),
    (VaultInUse, "in_use"),
    (TooLittleMemory, "too_little_memory"),
    (MemoryError, "too_little_memory"),
    (NoVault, "no_backup"),
    (VaultExists, "exists"),
    (DiskFull, "disk_full"),
    (NotWritten, "not_written"),
    (Stopped, "stopped"),
)


def problem(failure: Exception) -> str:
    """The sentence for a backup that was not made, opened or restored: what happened, and what to do."""
    key = next((key for kind, key in PROBLEMS if isinstance(failure, kind)), "other")
    return words.backups.problems[key]


class BackupAsked:
    """Asks for a backup and what opens it, and shows what is in it; ``then`` gives what follows below that.

    ``why`` stands above the questions. It lasts as long as its path is open, whatever screens are built again: what
    was found must not be asked for twice.
    """

    def __init__(self, host: Host, why: str, then: Callable[[], Iterable[ft.Control]]) -> None:
        self.host = host
        self._why = why
        self.secret = ""
        self._then = then
        self._typed = ""
        self._looking = self._left = False
        self._body = stack()

    @property
    def path(self) -> Path | None:
        """Which file it is."""
        return self._file.path

    @property
    def left(self) -> bool:
        """Whether the screen was left: what is at work for it is to stop."""
        return self._left

    def leave(self) -> None:
        """Stop what is at work, and forget what was typed."""
        self._left, self.secret = True, ""

    def laid_out(self) -> ft.Control:
        """Lay out the questions, or what they led to."""
        if not self._body.controls:
            self._body.controls = self._questions()
        return self._body

    def _ask_again(self) -> None:
        fill(self._body, *self._questions())

    def show(self, *controls: ft.Control) -> None:
        """Show these in place of everything else, and forget what was typed: it has done what it was for."""
        self.secret = ""
        fill(self._body, *controls)

    def _questions(self) -> list[ft.Control]:
        known = words.backups
        self._file = PlaceField(
            self.host,
            known.file,
            hint=known.file_help,
            value=self._typed,
            keep=self._keep,
            submit=self._look,
        )
        self._field = field.passphrase_field(known.secret, self._keep_secret, self._look, value=self.secret)
        self._below = stack(self._look_button())
        return [
            body(self._why),
            self._file.laid_out(),
            stack(
                self._field,
                quiet(known.secret_help),
                show_typed(self._field),
                spacing=INSIDE,
            ),
            self._below,
        ]

    def _look_button(self) -> ft.Control:
        return button.buttons(button.main_button(words.backups.look, self._look))

    def _keep(self, text: str) -> None:
        self._typed = text

    def _keep_secret(self, text: str) -> None:
        self.secret = text

    async def _look(self) -> None:
        if self._looking:
            return
        path, secret = self._file.path, self.secret
        if path is None or not secret.strip():
            missing = words.backups.file_empty if path is None else words.backups.secret_empty
            fill(self._below, announced(missing), self._look_button())
            return
        self._looking = True
        try:
            contents = await at_work(
                self.host,
                self._below,
                words.backups.looking,
                lambda progress, stop: self.host.door.look_into_backup(
                    path, secret, progress, lambda: stop() or self._left
                ),
            )
        except (VaultError, OSError, MemoryError) as failure:
            fill(self._below, announced(problem(failure)), self._look_button())
        else:
            another = button.second_button(words.backups.another, self._ask_again)
            fill(self._body, found(contents), *self._then(), button.buttons(another))
        finally:
            self._looking = False


def held(contents: Contents) -> tuple[str, ...]:
    """How many things of each kind are in a backup, a phrase each."""
    said, counts = words.backups, contents.counts
    known = {
        "check_in": said.check_ins,
        "support": said.supports,
        "coping_tool": said.coping_tools,
        "learning": said.learnings,
        "reflection": said.reflections,
        "win": said.wins,
        "goal": said.goals,
        "meeting": said.meetings,
        "helpful_thing": said.helpful_things,
        "referral": said.referrals,
        "keep_item": said.keep_items,
        "safety_net": said.safety_net,
        "safety_plan_item": said.plan_lines,
        "held_plan": said.held_plans,
        "draft": said.drafts,
    }
    return tuple(how_many(counts[stem]) for stem, how_many in known.items() if counts.get(stem))


def found(contents: Contents) -> ft.Control:
    """How much is in a backup, how new it is, and whether it is sound."""
    said, lines = words.backups, held(contents)
    amount = [body(said.holds), *map(body, lines)] if lines else [body(said.nothing)]
    made_at = [said.made_at.format(when=_when(contents.made_at))] if contents.made_at else []
    newest = [said.newest.format(when=_when(contents.newest))] if contents.newest else []
    return card(
        announced(said.sound if contents.check.sound else said.not_sound),
        *map(body, [*made_at, *newest]),
        *amount,
    )


def _when(moment: datetime) -> str:
    here = moment.astimezone()
    return f"{words.moment.day(here)}, {words.moment.time_of_day(here)}"


class BackupTestScreen(Screen):
    """Opens a backup in memory, and says what is in it."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.asked = BackupAsked(host, words.backups.test_what, lambda: ())

    @property
    def title(self) -> str:
        """The heading."""
        return words.backups.test

    def content(self) -> ft.Control:
        """Lay out what it does, and the questions."""
        return self.asked.laid_out()

    def carry_on_from(self, before: Screen) -> None:
        """Take over what was asked and found."""
        if isinstance(before, BackupTestScreen):
            self.asked = before.asked

    def leave(self) -> None:
        """Stop what is at work."""
        self.asked.leave()
