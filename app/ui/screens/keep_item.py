"""One thing of the keep box: its words, its photo or sound when it is asked for, and taking a copy of that out."""

from collections.abc import Callable

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.keep_item import KeepItem, KeptFile, Medium
from app.domain.someone import Someone
from app.session import Session
from app.session.keep_item import KeepItemVerbs, can_be_played, can_be_shown
from app.ui.screen import KEEP_BOX, SALVAGE, Host, Place, Screen
from app.ui.screens.keep_box import from_whom
from app.ui.screens.kept_page import KeptPage
from app.ui.screens.kept_topics import Topics, topic_names
from app.ui.theme import CORNER, INSIDE
from app.ui.widgets import button
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import fill, stack
from app.ui.widgets.sound import SoundPlayer
from app.ui.widgets.text import announced, body, own_words, quiet
from app.ui.widgets.waiting import waiting
from app.vault import Stopped, VaultDamaged, VaultError

_DECODED_WIDTH = 2048
"""A photo is made no wider than this in memory, whatever it holds."""

_ENDINGS = {Medium.JPEG: "jpg"}
"""Of those whose files do not end in what they are called."""


def why(error: DomainError) -> str:
    """The sentence for a value that a thing in the keep box cannot have."""
    return words.keep_box.blank if (error.field, error.rule) == ("name", "blank") else words.keep_box.too_long


def someone(session: Session, typed: str) -> Someone | None:
    """Who is meant by a name: the support that has it, else the name itself; None for no name. DomainError."""
    name = typed.strip()
    if not name:
        return None
    support = next((one for one in session.supports.all if one.name.casefold() == name.casefold()), None)
    return Someone(name=name) if support is None else Someone(support=support.id)


class KeepItemPage(KeptPage[KeepItem]):
    """A page of the thing with this id."""

    place = Place.GROWING
    stem = "keep_item"
    listed = KEEP_BOX

    @property
    def verbs(self) -> KeepItemVerbs:
        """What is done with things in the keep box."""
        return self.host.session.keep_items

    @property
    def list_title(self) -> str:
        """What the list is called."""
        return words.keep_box.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that a thing cannot have."""
        return why(error)

    @property
    def title(self) -> str:
        """The heading."""
        thing = self.thing
        return thing.name if thing else words.keep_box.title


class KeepItemChangeScreen(KeepItemPage):
    """Changes the words of one thing. Each text is saved when the person moves on."""

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self._topics = Topics(self)

    def page_of(self, _: KeepItem) -> ft.Control:
        """Lay out the fields."""
        said, session = words.keep_box, self.host.session
        return stack(
            quiet(words.support.as_you_go),
            self.own_text("name", said.name),
            self.own_text("words", said.words, lines=3),
            self.text(
                "from",
                said.from_whom,
                lambda one: session.vocabulary.someone(one.from_whom) if one.from_whom else "",
                lambda _, text: {"from_whom": someone(session, text)},
                hint=said.from_hint,
            ),
            self._topics.folded(words.kept_list.topics),
            self.done(self.host.back),
        )


class KeepItemScreen(KeepItemPage):
    """Reads one thing. A photo is shown and a sound is played by a press, and never by itself."""

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self._file = stack()
        self._outcome = stack()
        self._player = SoundPlayer(host, self._file, self._asked)
        self._carried = False

    def page_of(self, thing: KeepItem) -> ft.Control:
        """Lay out the words, what can be asked for, and what else can be done."""
        said = words.keep_box
        if not self._carried:
            self._outcome.controls = []
            self._file.controls = self._asked()
        self._carried = False
        change = button.second_button(
            said.change, lambda: self.host.go(f"/keep/change/{thing.id}"), icon=ft.Icons.EDIT_OUTLINED
        )
        return stack(
            *([own_words(thing.words)] if thing.words else []),
            self._file,
            *self._from(thing),
            *map(quiet, filter(None, [topic_names(self.host.session, thing.topics)])),
            *(self._taking_out() if thing.file else []),
            button.buttons(change, button.erase_button(said.delete, self._delete)),
        )

    def _from(self, thing: KeepItem) -> list[ft.Control]:
        """Who it is from; the way to them, where they are one of the supports."""
        session, whom = self.host.session, thing.from_whom
        support = session.supports.one(whom.support) if whom and whom.support else None
        if support is None:
            return [*map(quiet, from_whom(session, thing))]
        said = words.keep_box.from_said.format(name=support.name)
        return [button.buttons(button.quiet_button(said, lambda: self.host.go(f"/support/{support.id}")))]

    def carry_on_from(self, before: Screen) -> None:
        """Go on with what is shown or heard: a phone that is turned to see a photo better does not put it away."""
        if isinstance(before, KeepItemScreen):
            self._file, self._outcome = before._file, before._outcome  # noqa: SLF001  # of its own kind
            self._player = before._player  # noqa: SLF001  # as above
            self._carried = True

    def fall_silent(self) -> None:
        """End a sound and forget it."""
        self._player.stop()

    def _asked(self) -> list[ft.Control]:
        """What stands in the place of the file until it is asked for."""
        thing, said = self.thing, words.keep_box
        if thing is None or thing.file is None:
            return []
        if thing.file.medium.is_photo:
            show = button.main_button(said.show_photo, self._show, icon=ft.Icons.PHOTO_OUTLINED)
            return [button.buttons(show)]
        if not self.host.outside.may_play:
            return [body(said.sound_here)]
        return [button.buttons(button.main_button(said.play, self._play, icon=ft.Icons.PLAY_ARROW))]

    def _taking_out(self) -> list[ft.Control]:
        said = words.keep_box
        out = button.second_button(said.take_out, self._take_out, icon=ft.Icons.DOWNLOAD_OUTLINED)
        return [stack(button.buttons(out), quiet(said.take_out_help), self._outcome, spacing=INSIDE)]

    # ------------------------------------------------------------ the file

    async def _show(self) -> None:
        thing = self.thing
        if thing is None or thing.file is None or self.host.door.working:
            return
        photo = await self._content(thing.file, self._file, self._put_away)
        if photo is None:
            return
        if not can_be_shown(photo, thing.file.medium):
            fill(self._file, announced(words.keep_box.cannot_show))
            return
        seen = ft.Image(
            src=photo,
            border_radius=CORNER,
            fit=ft.BoxFit.CONTAIN,
            cache_width=_DECODED_WIDTH,
            exclude_from_semantics=True,
        )
        away = button.second_button(words.keep_box.hide_photo, self._put_away)
        fill(
            self._file,
            ft.Semantics(content=seen, label=thing.name, image=True, container=True),
            button.buttons(away),
        )

    def _put_away(self) -> None:
        fill(self._file, *self._asked())

    async def _play(self) -> None:
        thing = self.thing
        if thing is None or thing.file is None or self.host.door.working:
            return
        self._player.awaited = True
        sound = await self._content(thing.file, self._file, self._put_away)
        if sound is None:
            return
        if not can_be_played(sound, thing.file.medium):
            fill(self._file, announced(words.keep_box.cannot_play))
        elif self._player.awaited:
            await self._player.play(sound)

    async def _take_out(self) -> None:
        thing, said = self.thing, words.keep_box
        if thing is None or thing.file is None or self.host.door.working:
            return
        content = await self._content(thing.file, self._outcome, lambda: fill(self._outcome))
        if content is None:
            return
        fill(self._outcome, waiting(said.handing))  # a browser takes a large one slowly
        try:
            given = await self.host.save_file(_called(thing.file), content)
        except (OSError, RuntimeError):  # RuntimeError is how Flet tells of a dialog that failed
            fill(self._outcome, announced(said.cannot_take_out))
        else:
            fill(self._outcome, announced(said.taken_out if given else said.not_taken_out))

    async def _content(self, file: KeptFile, place: ft.Column, stopped: Callable[[], None]) -> bytes | None:
        """All bytes of the file; None where there are none to be had, which is said in ``place``."""
        said, verbs = words.keep_box, self.verbs
        try:
            content = await at_work(
                self.host, place, said.opening, lambda _, __: verbs.content(file), stoppable=False
            )
        except Stopped:
            if self.host.unlocked:
                stopped()
        except VaultDamaged:
            look = button.second_button(said.look_in_backup, lambda: self.host.go(SALVAGE))
            fill(place, announced(said.file_lost), button.buttons(look))
        except (VaultError, MemoryError):
            fill(place, announced(said.cannot_open))
        else:
            return content if self.host.unlocked else None
        return None

    def _delete(self) -> None:
        thing = self.thing
        if thing is None:
            return
        undo = self.host.attempt(lambda: self.verbs.remove(thing))
        if undo is not None:
            self.host.go(self.listed)
            self.host.say(words.keep_box.deleted.format(name=thing.name), undo)


def _called(file: KeptFile) -> str:
    """A name for a copy that says nothing of what it shows."""
    kind = "photo" if file.medium.is_photo else "sound"
    return f"{kind}.{_ENDINGS.get(file.medium, file.medium.value)}"
