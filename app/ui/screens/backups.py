"""Backups: when one was last made, making one, automatic ones, and the ways to test and to restore one."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

import flet as ft

from app import words
from app.session import Session
from app.session.backups import Made
from app.ui.outside import Files
from app.ui.screen import RESTORE, TEST_BACKUP, Host, Screen
from app.ui.screens.backups_testing import problem
from app.ui.widgets import button
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.text import announced, body, heading, number, quiet
from app.vault import NotWritten, Stopped, VaultError

_TO, _FOLDER = "backups/to", "backups/folder"


def last_backup(session: Session) -> str:
    """When the last one was made, or that there was none."""
    said, last_at = words.backups, session.backups.last_at
    if last_at is None:
        return said.never
    return said.last.format(when=words.moment.moment(last_at.astimezone(), now=session.now()))


class _Making:
    """Making one: what is shown of it. It goes on when the screen is built again."""

    def __init__(self) -> None:
        self.below = stack()
        self.at_work = False
        self.said: list[ft.Control] = []


class BackupsScreen(Screen):
    """Makes backups, and leads to what can be done with them."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        said = words.backups
        self._to = self._place(_TO, said.where, said.choose_folder, self._make)
        self._folder = self._place(
            _FOLDER, said.automatic_where, said.choose_folder_automatic, self._start_automatic
        )
        self._last, self._automatic = stack(), stack()
        self._making = _Making()

    def _place(self, key: str, label: str, choose_words: str, submit: button.Press) -> PlaceField:
        return PlaceField(
            self.host,
            label,
            hint=words.backups.where_help,
            folder=True,
            choose_words=choose_words,
            value=self.host.draft(key),
            keep=lambda text: self.host.keep_draft(key, text),
            submit=submit,
        )

    @property
    def title(self) -> str:
        """The heading."""
        return words.backups.title

    def content(self) -> ft.Control:
        """Lay out all of it."""
        said = words.backups
        if not self._making.at_work:
            self._making.below.controls = [*self._making.said, self._make_button()]
        self._last.controls = self._told()
        self._automatic.controls = self._automatic_shown()
        handed = self.host.outside.files is Files.HANDED
        return stack(
            card(*map(body, said.what), self._last),
            heading(said.make),
            quiet(said.on_a_phone) if handed else self._to.laid_out(),
            self._making.below,
            heading(said.automatic),
            self._automatic,
            heading(said.test),
            quiet(said.test_what),
            button.buttons(button.second_button(said.test, lambda: self.host.go(TEST_BACKUP))),
            heading(said.restore),
            quiet(said.restore_help),
            button.buttons(button.second_button(said.restore_lock, self._restore)),
        )

    def carry_on_from(self, before: Screen) -> None:
        """Take over the backup that is being made, or what came of it."""
        if isinstance(before, BackupsScreen):
            self._making = before._making  # noqa: SLF001  # of its own kind

    def _told(self) -> list[ft.Control]:
        backups, said = self.host.session.backups, words.backups
        lines: list[ft.Control] = [body(last_backup(self.host.session))]
        if backups.kept_until is not None:
            lines.append(quiet(said.kept_until.format(day=words.moment.day(backups.kept_until.date()))))
        return [*lines, quiet(said.elsewhere)]

    def _restore(self) -> None:
        self.host.lock()
        self.host.go(RESTORE)

    # ------------------------------------------------------------ making one

    def _make_button(self) -> ft.Control:
        return button.buttons(button.main_button(words.backups.make, self._make, icon=ft.Icons.SAVE_OUTLINED))

    async def _make(self) -> None:
        making, path = self._making, self._to.path
        handed = self.host.outside.files is Files.HANDED
        if making.at_work:
            return
        if path is None and not handed:
            fill(making.below, announced(words.backups.where_empty), self._make_button())
            return
        making.at_work = True
        try:
            making.said = await (self._hand_over() if handed or path is None else self._make_in(path))
        except (VaultError, OSError) as failure:
            making.said = [announced(problem(failure))]
        finally:
            making.at_work = False
        if self.host.unlocked:
            fill(self._last, *self._told())
            fill(making.below, *making.said, self._make_button())

    async def _make_in(self, path: Path) -> list[ft.Control]:
        return self._made_said(await self._made(path, given=True))

    async def _made(self, path: Path, *, given: bool) -> Made:
        backups = self.host.session.backups
        return await at_work(
            self.host,
            self._making.below,
            words.backups.making,
            lambda progress, stop: backups.make(path, given=given, progress=progress, stop=stop),
        )

    async def _hand_over(self) -> list[ft.Control]:
        """Make it where the app may write, and hand it to the system's own window: the person says where it goes."""
        with TemporaryDirectory() as folder:
            made = await self._made(Path(folder), given=False)
            content = await asyncio.to_thread(made.path.read_bytes)
        if not await self.host.save_file(made.path.name, content):
            return [announced(words.backups.not_given)]
        self.host.attempt(self.host.session.backups.was_given)
        return self._made_said(made)

    def _made_said(self, made: Made) -> list[ft.Control]:
        said = words.backups
        return [
            announced(said.made if made.check.sound else said.made_with_damage),
            quiet(said.called.format(name=made.path.name)),
            quiet(said.opens_with),
        ]

    # ------------------------------------------------------------ by themselves

    def _automatic_shown(self, said: str | None = None) -> list[ft.Control]:
        backups, known = self.host.session.backups, words.backups
        if self.host.outside.files is Files.HANDED:
            return [body(known.no_automatic_here)]
        trouble = known.troubles[backups.trouble] if backups.trouble else None
        told = [announced(line) for line in (said, trouble) if line]
        if backups.automatic:
            stop = button.second_button(known.automatic_stop, self._stop_automatic)
            return [
                *told,
                body(known.automatic_on),
                number(backups.folder),
                quiet(known.automatic_help),
                button.buttons(stop),
            ]
        start = button.second_button(known.automatic_start, self._start_automatic)
        return [quiet(known.automatic_help), self._folder.laid_out(), *told, button.buttons(start)]

    async def _start_automatic(self) -> None:
        folder, session = self._folder.path, self.host.session
        if folder is None:
            fill(self._automatic, *self._automatic_shown(words.backups.where_empty))
            return
        said = words.backups.automatic_started
        try:
            await self.host.door.work(lambda: session.backups.make_automatic(folder))
            await session.backups.keep_up()
        except Stopped:
            return
        except NotWritten:
            said = words.backups.automatic_no_folder
        except (VaultError, OSError):
            said = words.shell.not_saved
        if self.host.door.holds(session):
            fill(self._last, *self._told())
            fill(self._automatic, *self._automatic_shown(said))

    def _stop_automatic(self) -> None:
        if self.host.attempt(self.host.session.backups.stop_automatic) is not None:
            fill(self._automatic, *self._automatic_shown(words.backups.automatic_stopped))
