"""The recovery key: making one, and opening with it."""

import asyncio
import secrets

import flet as ft

from app import words
from app.recovery_words import WORDS, RecoveryWordsError
from app.session.tries import TooSoonError
from app.ui.screen import Host, Screen
from app.ui.screens.unlock import problem
from app.ui.theme import BETWEEN, INSIDE
from app.ui.widgets import button, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.next_try import NextTry
from app.ui.widgets.proof import Proof
from app.ui.widgets.recovery_field import RecoveryField
from app.ui.widgets.text import announced, body, heading, own_words
from app.ui.widgets.waiting import waiting
from app.vault import DiskFull, Stopped, VaultError, WrongKey

_ENOUGH_LETTERS = 3


class RecoveryKeyScreen(Screen):
    """Makes a recovery key. Its words become one only when two of them were typed from paper."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._body = stack()
        self._drawn: tuple[str, ...] = ()
        self._asked = (0, 0)
        self._typed: dict[int, str] = {}
        self._keeping = False
        self._proof = Proof(host, self._make)

    @property
    def title(self) -> str:
        """The heading."""
        return words.recovery.title

    def content(self) -> ft.Control:
        """Lay out what it is, and the way to one."""
        self._body.controls = self._making() if self._drawn else self._about()
        return self._body

    def _about(self, said: str | None = None) -> list[ft.Control]:
        there = self.host.session.keys.has_recovery_key
        remove = [button.erase_button(words.recovery.remove, self._remove)] if there else []
        return [
            *([announced(said)] if said else []),
            card(*map(body, words.recovery.what)),
            body(words.recovery.there_is if there else words.recovery.there_is_none),
            self._proof.laid_out(),
            button.buttons(button.main_button(words.recovery.make, self._make), *remove),
        ]

    # ------------------------------------------------------------ making one

    async def _make(self) -> None:
        if self._keeping:
            return
        self._keeping = True
        try:
            wrong = await self._proof.wrong()
        except Stopped:  # the window was locked meanwhile
            return
        finally:
            self._keeping = False
        if wrong:
            fill(self._body, *self._about(wrong))
            return
        self._drawn = self.host.session.keys.draw_recovery_words()
        first, second = sorted(secrets.SystemRandom().sample(range(WORDS), 2))
        self._asked, self._typed = (first, second), {}
        fill(self._body, *self._making())

    def _making(self) -> list[ft.Control]:
        said = words.recovery
        shown = [own_words(said.word.format(n=n, word=word)) for n, word in enumerate(self._drawn, start=1)]
        first, second = self._asked
        self._below = stack(self._keep_button())
        return [
            body(said.write_down),
            card(ft.Row(list(shown), wrap=True, spacing=BETWEEN, run_spacing=INSIDE)),
            heading(said.check.format(first=first + 1, second=second + 1)),
            *(self._check_field(place) for place in self._asked),
            self._below,
        ]

    def _check_field(self, place: int) -> ft.Control:
        label = words.recovery.check_word.format(n=place + 1)
        return field.field(
            label,
            self._typed.get(place, ""),
            lambda text: self._typed.update({place: text}),
            submit=self._keep,
        )

    def _keep_button(self) -> ft.Control:
        return button.buttons(button.main_button(words.recovery.keep, self._keep))

    def _is_right(self, place: int) -> bool:
        typed = self._typed.get(place, "").strip().casefold()
        return len(typed) >= _ENOUGH_LETTERS and self._drawn[place].startswith(typed)

    async def _keep(self) -> None:
        if self._keeping:
            return
        if not all(map(self._is_right, self._asked)):
            fill(self._below, announced(words.recovery.not_right), self._keep_button())
            return
        self._keeping = True
        fill(self._below, waiting(words.recovery.keeping))
        try:
            await asyncio.to_thread(self.host.session.keys.keep_recovery_key)
        except DiskFull:
            fill(self._below, announced(words.shell.disk_full), self._keep_button())
        except VaultError:
            fill(self._below, announced(words.recovery.not_kept), self._keep_button())
        else:
            self._drawn = ()
            fill(self._body, *self._about(words.recovery.kept))
        finally:
            self._keeping = False

    def _remove(self) -> None:
        if self.host.attempt(self.host.session.keys.remove_recovery_key) is not None:
            fill(self._body, *self._about(words.recovery.removed))


class RecoverScreen(Screen):
    """Opens the vault with the words from paper, then leads to a new passphrase."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._typed = RecoveryField()
        self._opening = False
        self._below = stack()
        self._next_try = NextTry(host, self._below, self._button)

    @property
    def title(self) -> str:
        """The heading."""
        return words.recovery.title

    def content(self) -> ft.Control:
        """Lay out the field and the button."""
        self._below.controls = self._next_try.controls()
        return stack(self._typed.laid_out(), self._below)

    def _button(self) -> ft.Control:
        return button.pile(button.main_button(words.recovery.open, self._open))

    async def _open(self) -> None:
        if self._opening:
            return
        if not self._typed.text.strip():
            self._next_try.say(words.recovery.empty)
            return
        self._opening = True
        fill(self._below, waiting(words.recovery.opening))
        try:
            await self.host.door.recover(self._typed.text)
        except TooSoonError:
            self._next_try.say()
        except RecoveryWordsError as error:
            self._next_try.say(what_is_wrong(error))
        except WrongKey:
            self._next_try.say(words.recovery.wrong_key)
        except (VaultError, OSError) as failure:
            self._next_try.say(problem(failure))
        finally:
            self._opening = False

    def leave(self) -> None:
        """Count nothing down any more."""
        self._next_try.stop()


def what_is_wrong(error: RecoveryWordsError) -> str:
    """The sentence for words that cannot be those of a recovery key. It names places, never words."""
    said = words.recovery
    if error.rule == "word":
        return said.wrong_word.format(places=", ".join(map(str, error.places)))
    if error.rule == "count":
        return said.wrong_count.format(count=error.count, wanted=WORDS)
    return said.wrong_order
