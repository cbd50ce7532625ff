"""Bringing together with another device: which backup, what would come in, and then it comes in."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import flet as ft

from app import words
from app.session.merging import Incoming
from app.store.merge import Counts
from app.ui.brought_file import BroughtFile
from app.ui.screen import Host
from app.ui.screens.backups_testing import problem
from app.ui.screens.lasting import LastingScreen
from app.ui.widgets import button, field
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.show_typed import show_typed
from app.ui.widgets.text import announced, body, heading, subheading
from app.vault import DiskFull, Stopped, VaultDamaged, VaultError

EXAMPLE = "~/copy-20261121-083000Z.sealed"


def came_in(counts: Mapping[str, Counts]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a merge brings, by the name of its kind: a line for each thing that happens to some of that kind."""
    said, kinds = words.merging.lines, words.command_line.kinds
    for stem, of_kind in counts.items():
        lines = tuple(
            said[what].format(n=number)
            for what in ("new", "newer", "deleted", "older")
            if (number := getattr(of_kind, what))
        )
        if lines:
            known = stem in kinds.keys()  # noqa: SIM118  # it is no dictionary
            yield (kinds[stem] if known else words.command_line.other_kind), lines


class MergeScreen(LastingScreen):
    """Merges. What it opened is closed when it is left."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._path, self._typed = "", ""
        self._incoming: Incoming | None = None
        self._below = stack()
        self._busy = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.merging.title

    def take(self, file: BroughtFile) -> None:
        """Ask for what opens it. One that was dropped is chosen again: a backup is read from its place."""
        if isinstance(file.content, Path) and not self._busy:
            self._drop()
            self._fill(*self._begin())
            self._file.bring(file)

    def leave(self) -> None:
        """Forget what was typed, and close the backup."""
        super().leave()
        self._typed = ""
        if not self._busy:
            self._drop()

    def _drop(self) -> None:
        incoming, self._incoming = self._incoming, None
        if incoming is not None:
            incoming.close()

    def _begin(self, said: str | None = None) -> list[ft.Control]:
        self._file = PlaceField(
            self.host,
            words.merging.file,
            hint=words.merging.file_help.format(example=EXAMPLE),
            value=self._path,
            keep=self._keep_path,
            submit=self._look,
        )
        self._typed = ""
        self._secret = field.passphrase_field(words.merging.opens_with, self._type, self._look)
        self._below.controls = [*([announced(said)] if said else []), self._look_button()]
        return [
            card(*map(body, words.merging.what)),
            self._file.laid_out(),
            self._secret,
            show_typed(self._secret),
            self._below,
        ]

    def _keep_path(self, text: str) -> None:
        self._path = text

    def _type(self, text: str) -> None:
        self._typed = text

    def _look_button(self) -> ft.Control:
        return button.buttons(button.main_button(words.merging.look, self._look))

    def _say(self, text: str) -> None:
        fill(self._below, announced(text), self._look_button())

    async def _look(self) -> None:
        path = self._file.path
        if self._busy:
            return
        if path is None or not self._typed:
            self._say(words.merging.opens_with_empty if path else words.merging.file_empty)
            return
        verbs, typed, self._busy = self.host.session.merging, self._typed, True
        try:
            self._incoming = await at_work(
                self.host,
                self._below,
                words.merging.looking,
                lambda progress, stop: verbs.open(path, typed, progress=progress, stop=stop),
            )
        except Stopped:
            self._say(words.merging.stopped)
        except (VaultError, OSError, MemoryError) as failure:
            self._say(problem(failure))
        else:
            self._preview(self._incoming)
        finally:
            self._busy = False
        if self._left:
            self._drop()

    def _preview(self, incoming: Incoming) -> None:
        damaged = [] if incoming.sound else [body(words.merging.damaged_before)]
        if not incoming.changes:
            self._drop()
            self._fill(announced(words.merging.nothing_new), *damaged, self._done_button())
            return
        self._below.controls = [
            button.buttons(
                button.main_button(words.merging.bring_in, self._bring_in),
                button.second_button(words.merging.not_now, self.host.back),
            )
        ]
        self._fill(heading(words.merging.preview), *damaged, self._told(incoming.counts), self._below)

    def _told(self, counts: Mapping[str, Counts]) -> ft.Control:
        lines: list[ft.Control] = []
        for kind, told in came_in(counts):
            lines += [subheading(kind), *map(body, told)]
        return card(*lines)

    async def _bring_in(self) -> None:
        incoming = self._incoming
        if incoming is None or self._busy:
            return
        self._busy = True
        try:
            counts = await at_work(
                self.host,
                self._below,
                words.merging.bringing,
                lambda progress, stop: incoming.bring_in(progress=progress, stop=stop),
            )
        except Stopped:
            self._again(words.merging.stopped)
        except DiskFull:
            self._again(words.merging.too_little_room)
        except VaultDamaged:
            self._again(words.merging.damaged_here)
        except (VaultError, OSError, MemoryError):
            self._again(words.merging.cannot)
        else:
            self._fill(announced(words.merging.done), self._told(counts), self._done_button())
        finally:
            self._busy = False
            self._drop()

    def _again(self, said: str) -> None:
        if not self._left:
            self._fill(*self._begin(said))

    def _done_button(self) -> ft.Control:
        return button.buttons(button.main_button(words.shell.done, self.host.back))
