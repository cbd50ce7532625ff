"""Putting something into the keep box: a line that says what it is, and, if wanted, words, a photo or sound, and from whom."""

from functools import partial
from typing import Any

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.keep_item import KeepItem
from app.session.keep_item import NotKept
from app.ui.screen import Host, Place
from app.ui.screens.keep_item import someone, why
from app.ui.screens.lasting import LastingScreen
from app.ui.theme import INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.text import announced, body, heading
from app.vault import DiskFull, Stopped, VaultError

EXAMPLE = "~/Pictures/sea.jpg"

_KEY = "keep_item/new/"
_NAME, _WORDS, _FROM, _FILE = (f"{_KEY}{name}" for name in ("name", "words", "from", "file"))


class NewKeepItemScreen(LastingScreen):
    """Puts one thing in. A file is sealed while the window shows how far it is."""

    place = Place.GROWING

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._examples = stack(spacing=INSIDE)
        self._below = stack()

    @property
    def title(self) -> str:
        """The heading."""
        return words.keep_box.add

    def _begin(self) -> list[ft.Control]:
        said, host = words.keep_box, self.host
        self._name = draft_field(host, _NAME, said.name, hint=said.name_hint, autofocus=True)
        self._words = draft_field(host, _WORDS, said.words, hint=said.words_hint, lines=3)
        self._from = draft_field(host, _FROM, said.from_whom, hint=said.from_hint)
        self._file = PlaceField(
            host,
            said.file_where,
            hint=said.file_help.format(example=EXAMPLE),
            choose_words=said.choose_file,
            value=host.draft(_FILE),
            keep=partial(host.keep_draft, _FILE),
            submit=self._save,
        )
        stuck = button.quiet_button(
            words.safety_plan.stuck, self._show_examples, icon=ft.Icons.LIGHTBULB_OUTLINE
        )
        self._examples.controls = [button.buttons(stuck)]
        self._below.controls = [self._save_button()]
        return [
            self._name,
            self._examples,
            self._words,
            self._from,
            heading(said.file),
            card(body(said.file_intro), body(said.file_stays)),
            self._file.laid_out(),
            self._below,
        ]

    def _save_button(self) -> ft.Control:
        return button.buttons(button.main_button(words.keep_box.save, self._save))

    def _show_examples(self) -> None:
        uses = [
            button.line_button(words.plan_writing.use_example.format(text=text), partial(self._use, text))
            for text in words.keep_box.examples
        ]
        fill(self._examples, heading(words.plan_writing.examples), stack(*uses, spacing=0))

    def _use(self, text: str) -> None:
        """Put an example into the field, where it is the person's to change or to save."""
        self.host.keep_draft(_NAME, text)
        self._name.value = text
        self._name.update()

    async def _save(self) -> None:
        if self.host.door.working:
            return
        thing = await self._kept()
        if thing is not None and self.host.unlocked:
            self.host.session.drafts.drop(_NAME, _WORDS, _FROM, _FILE)
            self.host.go(f"/keep/{thing.id}")

    async def _kept(self) -> KeepItem | None:
        """Keep it; None where it could not be, which is shown."""
        said = words.keep_box
        try:
            return await self._work()
        except DomainError as error:
            shown = {"name": self._name, "words": self._words}.get(error.field, self._from)
            field.refuse(shown, why(error))
            self._say(why(error))
        except NotKept as refused:
            self._say(said.not_kept[refused.why])
        except Stopped:
            if self.host.unlocked:
                self._say(said.stopped)
        except DiskFull:
            self._say(said.disk_full)
        except (VaultError, MemoryError):
            self._say(said.cannot_save)
        return None

    async def _work(self) -> KeepItem | None:
        host, session, path = self.host, self.host.session, self._file.path
        for shown in (self._name, self._words, self._from):
            field.refuse(shown, None)
        fields: dict[str, Any] = {
            "name": host.draft(_NAME).strip(),
            "words": host.draft(_WORDS).strip(),
            "from_whom": someone(session, host.draft(_FROM)),
        }
        if path is None:
            return host.attempt(lambda: session.keep_items.keep(None, **fields))
        return await at_work(
            host,
            self._below,
            words.keep_box.saving,
            lambda progress, stop: session.keep_items.keep(path, progress=progress, stop=stop, **fields),
        )

    def _say(self, text: str) -> None:
        fill(self._below, announced(text), self._save_button())
