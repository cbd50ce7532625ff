"""An import that was done: what came with it, and the way to take it back for 30 days."""

from contextlib import suppress

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.import_record import ImportRecord, ImportState
from app.store.record import UnreadableRecord
from app.ui.screen import Host
from app.ui.screens.imports_telling import Past, past
from app.ui.widgets import button
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.in_parts import in_parts
from app.ui.widgets.text import announced, body, heading, own_words, quiet
from app.vault import Stopped, VaultError

_PART = 10


def past_imports(host: Host) -> list[ft.Control]:
    """All imports, the newest first; nothing where there were none."""
    imports = host.session.imports.all
    if not imports:
        return []
    return [
        heading(words.imports.past),
        in_parts(imports, lambda one: PastImport(host, one).laid_out(), words.imports.show_more, part=_PART),
    ]


class PastImport:
    """One import on a card of its own."""

    def __init__(self, host: Host, record: ImportRecord) -> None:
        self._host, self._record = host, record
        self._whole, self._below = stack(), stack()

    def laid_out(self) -> ft.Control:
        """Lay out the import as it is now."""
        self._whole.controls = [self._card()]
        return self._whole

    def _card(self, said: str = "") -> ft.Control:
        told = self._told()
        self._below.controls = [
            *([announced(said)] if said else []),
            *([button.buttons(button.second_button(told.undo, self._take_back))] if told.undo else []),
        ]
        state = [] if said else [body(told.state)]
        return card(own_words(told.file_name), quiet(told.came), *state, self._below)

    def _told(self) -> Past:
        session = self._host.session
        return past(self._record, can_undo=session.imports.can_undo(self._record), now=session.now())

    async def _take_back(self) -> None:
        if self._host.door.working:
            return
        verbs, record = self._host.session.imports, self._record
        try:
            await at_work(
                self._host,
                self._below,
                words.imports.undoing,
                lambda progress, stop: verbs.undo(record, progress=progress, stop=stop),
            )
        except DomainError:
            said = words.imports.undo_over
        except Stopped:
            said = words.imports.stopped
        except (VaultError, UnreadableRecord, OSError, MemoryError):
            said = words.imports.undo_cannot
        else:
            said = words.imports.undone
        if self._host.unlocked:
            self._show(said)

    def _show(self, said: str) -> None:
        with suppress(StopIteration):
            self._record = next(one for one in self._host.session.imports.all if one.id == self._record.id)
        if self._record.state is ImportState.TAKING_BACK:
            said = words.imports.undo_rests
        fill(self._whole, self._card(said))
