"""Opening a locked page to hold it for someone: which file and words, what it is, and then it is kept."""

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.held_plan import HeldCopy, Standing
from app.imports.held_plan import NotHeld
from app.session.held_plan import Opened
from app.ui.brought_file import BroughtFile
from app.ui.screen import HELD, Host, Place
from app.ui.screens.lasting import LastingScreen
from app.ui.widgets import button, field
from app.ui.widgets.at_work import at_work
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.place_field import PlaceField
from app.ui.widgets.show_typed import show_typed
from app.ui.widgets.text import announced, body
from app.vault import Stopped, VaultDamaged, VaultUnsupported, WrongPassphrase

EXAMPLE = "~/locked-2026-11.html"


def problem(failure: Exception) -> str:
    """The sentence for a page that did not open: what happened, and what to do."""
    said = words.held_plan
    match failure:
        case NotHeld():
            return said.refusals[failure.why]
        case WrongPassphrase():
            return said.wrong
        case VaultDamaged():
            return said.damaged
        case VaultUnsupported():
            return said.too_new
        case Stopped():
            return said.stopped
        case _:
            return said.cannot


def told(opened: Opened) -> tuple[str, ...]:
    """Which copy was opened, and how it stands to the one that is held."""
    said, held = words.held_plan, opened.held
    lines = [said.standings[opened.standing], said.this_one.format(which=_which(opened.copy))]
    if held is not None and opened.standing is not Standing.SAME:
        lines.append(said.held_one.format(which=_which(held.copy)))
    return tuple(lines)


def _which(copy: HeldCopy) -> str:
    if copy.version is None or copy.made_on is None:
        return " · ".join(copy.told)
    return words.held_plan.which.format(n=copy.version, day=words.moment.day(copy.made_on))


class HeldPlanOpeningScreen(LastingScreen):
    """Asks for the file and the words. Those are forgotten when it is left."""

    place = Place.PLAN

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._path, self._typed, self._name = "", "", ""
        self._below = stack()
        self._opened: Opened | None = None
        self._busy = False

    @property
    def title(self) -> str:
        """The heading."""
        return words.held_plan.opening_title

    def take(self, file: BroughtFile) -> None:
        """Ask for the words that open it."""
        if not self._busy:
            self._opened = None
            self._fill(*self._begin())
            self._file.bring(file)

    def leave(self) -> None:
        """Forget what was typed and what was opened."""
        super().leave()
        self._typed, self._opened = "", None

    def _begin(self) -> list[ft.Control]:
        said = words.held_plan
        self._file = PlaceField(
            self.host,
            said.file,
            hint=said.file_help.format(example=EXAMPLE),
            value=self._path,
            keep=self._keep_path,
            submit=self._look,
        )
        self._typed = ""
        self._secret = field.passphrase_field(said.passphrase, self._type, self._look)
        self._below.controls = [self._look_button()]
        return [
            card(*map(body, said.before)),
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
        return button.pile(button.main_button(words.held_plan.look, self._look))

    def _say(self, text: str) -> None:
        fill(self._below, announced(text), self._look_button())

    async def _look(self) -> None:
        file, said = self._file.file, words.held_plan
        if self._busy:
            return
        if file is None or not self._typed.strip():
            self._say(said.file_empty if file is None else said.passphrase_empty)
            return
        verbs, typed, self._busy = self.host.session.held_plans, self._typed, True
        try:
            opened = await at_work(
                self.host,
                self._below,
                said.opening,
                lambda *_: verbs.open(file.content, typed),
                stoppable=False,
            )
        except (
            NotHeld,
            WrongPassphrase,
            VaultDamaged,
            VaultUnsupported,
            Stopped,
            OSError,
            MemoryError,
        ) as why:
            self._say(problem(why))
        else:
            self._show(opened)
        finally:
            self._busy = False

    # ------------------------------------------------------------ what was opened

    def _show(self, opened: Opened) -> None:
        if self._left:
            return
        self._typed, self._opened = "", opened
        self._name = opened.held.name if opened.held else opened.copy.called
        first, *more = told(opened)
        what = card(announced(first), *map(body, more))
        if opened.standing is Standing.SAME:
            self._fill(what, button.pile(self._to_held(main=True), self._another()))
            return
        self._whose = field.field(
            words.held_plan.whose, self._name, self._call, hint=words.held_plan.whose_help, submit=self._keep
        )
        self._fill(what, self._whose, button.pile(*self._ways_on(opened.standing)))

    def _ways_on(self, standing: Standing) -> list[ft.Control]:
        said = words.held_plan
        match standing:
            case Standing.OLDER:
                return [self._to_held(main=True), button.second_button(said.older_all_the_same, self._keep)]
            case Standing.NEW:
                return [button.main_button(said.keep, self._keep), self._another()]
            case _:
                return [button.main_button(said.replace, self._keep), self._to_held(main=False)]

    def _to_held(self, *, main: bool) -> ft.Control:
        said, opened = words.held_plan, self._opened
        held = opened.held if opened else None
        older = opened is not None and opened.standing is Standing.OLDER
        draw = button.main_button if main else button.second_button
        path = f"{HELD}/{held.id}" if held else HELD
        return draw(said.keep_newer if older else said.to_held, lambda: self.host.go(path))

    def _another(self) -> ft.Control:
        return button.second_button(words.held_plan.another, lambda: self._fill(*self._begin()))

    def _call(self, text: str) -> None:
        self._name = text

    def _keep(self) -> None:
        opened, said = self._opened, words.held_plan
        if opened is None:
            return
        try:
            done = self.host.attempt(lambda: self.host.session.held_plans.hold(opened, self._name))
        except DomainError as error:
            field.refuse(self._whose, said.whose_empty if error.rule == "blank" else words.shell.too_long)
            return
        if done is not None:
            kept, undo = done
            self.host.go(f"{HELD}/{kept.id}")
            self.host.say(said.kept, undo)
