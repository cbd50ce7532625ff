"""Exporting everything: what that means, where it goes, the passphrase once more, and never over a file unasked."""

from pathlib import Path

import flet as ft

from app import words
from app.ui.outside import Files
from app.ui.screen import Host
from app.ui.screens.lasting import LastingScreen
from app.ui.widgets import button, field
from app.ui.widgets.at_work import Progress, Stop, at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.show_typed import show_typed
from app.ui.widgets.text import announced, body
from app.vault import DiskFull, NotWritten, Stopped, VaultError, VaultExists, WrongPassphrase

EXAMPLE = "~/Documents"


class ExportScreen(LastingScreen):
    """Writes everything into one file that is not locked."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._path, self._typed = "", ""
        self._below = stack()
        self._busy = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.everything.title

    def leave(self) -> None:
        """Forget what was typed."""
        super().leave()
        self._typed = ""

    @property
    def _handed(self) -> bool:
        return self.host.outside.files is Files.HANDED

    @property
    def _known(self) -> bool:
        """Whether the passphrase need not be asked for: words from paper have just opened this."""
        return self.host.session.keys.was_recovered

    def _begin(self) -> list[ft.Control]:
        said = words.everything
        self._place = PlaceField(
            self.host,
            said.where,
            hint=said.where_help.format(example=EXAMPLE),
            folder=True,
            value=self._path,
            keep=self._keep_path,
            submit=self._write,
        )
        self._secret = field.passphrase_field(said.passphrase, self._type, self._write)
        self._below.controls = [self._write_button()]
        asked = [] if self._known else [self._secret, show_typed(self._secret)]
        return [
            card(*map(body, said.what)),
            *([] if self._handed else [self._place.laid_out()]),
            *asked,
            self._below,
        ]

    def _keep_path(self, text: str) -> None:
        self._path = text

    def _type(self, text: str) -> None:
        self._typed = text

    def _write_button(self) -> ft.Control:
        return button.buttons(button.main_button(words.everything.write, self._write))

    def _say(self, text: str, *more: ft.Control) -> None:
        fill(self._below, announced(text), button.buttons(*more) if more else self._write_button())

    async def _write(self) -> None:
        await self._do(replace=False)

    async def _replace(self) -> None:
        await self._do(replace=True)

    async def _do(self, *, replace: bool) -> None:
        said, path = words.everything, self._place.path
        if self._busy:
            return
        if (path is None and not self._handed) or not (self._typed or self._known):
            self._say(said.passphrase_empty if path or self._handed else said.where_empty)
            return
        self._busy = True
        try:
            await self._work(path, replace=replace)
        except Stopped:
            self._say(said.stopped)
        except WrongPassphrase:
            self._say(said.passphrase_wrong)
        except VaultExists:
            self._say(
                said.exists,
                button.second_button(said.replace, self._replace),
                button.main_button(said.write, self._write),
            )
        except DiskFull:
            self._say(said.disk_full)
        except (NotWritten, OSError):
            self._say(said.not_written)
        except (
            VaultError,
            MemoryError,
            RuntimeError,
        ):  # RuntimeError is how Flet tells of a dialog that failed
            self._say(said.cannot)
        finally:
            self._busy = False

    async def _work(self, path: Path | None, *, replace: bool) -> None:
        session, typed, said = self.host.session, self._typed, words.everything

        def write(progress: Progress, stop: Stop) -> Path | bytes:
            session.keys.prove(typed)
            if path is None:
                return session.everything.whole(progress=progress, stop=stop)
            return session.everything.write(path, replace=replace, progress=progress, stop=stop)

        done = await at_work(self.host, self._below, said.writing, write)
        if isinstance(done, bytes):
            given = await self.host.save_file(session.everything.file_name(), done)
            self._say(said.given if given else said.not_given)
        else:
            self._say(said.written.format(name=done.name), *self._done_buttons())

    def _done_buttons(self) -> list[ft.Control]:
        return [button.main_button(words.shell.done, self.host.back)]
