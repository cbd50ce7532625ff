"""The app in one window: what is locked or open, which screens are stacked, and what screens may ask for."""

import logging
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import flet as ft

from app import words
from app.session import Undo
from app.session.unlocked import Chance, Clock
from app.store import settings as settings_file
from app.store.settings import Settings
from app.ui import shell, stimulus, text_size
from app.ui.addresses import Addresses
from app.ui.before_the_door import load_what_is_behind, made_before_the_door
from app.ui.brought_file import BroughtFile
from app.ui.dialogs import Dialogs
from app.ui.door import Door
from app.ui.drafting import Drafting
from app.ui.dress import Dress
from app.ui.dropped import Dropped
from app.ui.ending import Ending
from app.ui.failures import ErrorNet
from app.ui.framing import framed
from app.ui.hiding import Hiding
from app.ui.idle import IdleWatch
from app.ui.links import Links
from app.ui.menu import Menu
from app.ui.outside import Outside
from app.ui.routes import made, paths_to
from app.ui.saving import attempt
from app.ui.screen import HARD, HOME, PASSPHRASE, STEPS, Host, Screen
from app.ui.screens.hidden import HiddenScreen
from app.ui.shortcuts import Shortcuts
from app.ui.speaking import speak_on
from app.ui.stack import Stack
from app.ui.tidying import Tidying
from app.ui.typeface import FONTS
from app.ui.window_place import WindowPlace
from app.vault import Disk

if TYPE_CHECKING:
    from app.session import Session

T = TypeVar("T", bound=object)

_log = logging.getLogger(__name__)


def application(
    vault_folder: Path,
    *,
    clock: Clock,
    chance: Chance,
    disk: Disk | None = None,
    end: Callable[[ft.Page], None] | None = None,
    dropped: Dropped | None = None,
) -> Callable[[ft.Page], Awaitable[None]]:
    """What a window runs: each page it is called with gets an app of its own, locked, over the same vault folder.

    ``end`` ends the process, some minutes after a lock (app/ui/ending.py). What is ``dropped`` goes to the page that
    came last. Only tests give a ``disk``.
    """
    ending = Ending(end)

    async def show(page: ft.Page) -> None:
        ending.watch(page)
        app = App(page, Door(vault_folder, clock=clock, chance=chance, disk=disk, ending=ending), clock)
        app.start()
        if dropped is not None:
            dropped.to(app)

    return show


class App:
    """One window. It is the host of its screens; without a session everything in it is locked."""

    def __init__(self, page: ft.Page, door: Door, clock: Clock) -> None:
        self.page, self.door = page, door
        door.opened = self._opened
        self.settings: Settings = settings_file.load(door.folder)
        self._net = ErrorNet(page, lambda: self.say(words.shell.went_wrong))
        self.alone: Callable[[Host], Screen] | None = None
        self._handed_over = False
        self._stack = Stack(page, self._net, make=self._made, frame=partial(framed, self), leave=self._left)
        self._addresses = Addresses(page)
        self._layout_kind, self._on_the_way = 0, False
        self._to_say: tuple[str, Undo | None] | None = None
        self._drafting, self._dialogs, self._dress = Drafting(self), Dialogs(page), Dress(page)
        self._menu = Menu(self, self._stack, self._dialogs)
        self.outside, self._links = Outside(page), Links(self)
        self._tidying, self._window_place = Tidying(self.door), WindowPlace(page, door.folder)
        self._idle = IdleWatch(
            page, clock=clock, warn=self._warn, calm=self._dialogs.clear_foot, lock=self.lock
        )

    # ------------------------------------------------------------ the window

    def start(self) -> None:
        """Dress the page, listen to it, and show the door."""
        self._net.spread()
        page = self.page
        page.fonts = FONTS
        self.run(self._once_it_stands)
        page.on_route_change = lambda event: self._arrived(self._addresses.path(event.route))
        page.overlay.append(text_size.probe(self._resized))
        page.on_view_pop = lambda _: self._popped()
        page.on_resize = lambda _: self._resized()
        page.on_keyboard_event = Shortcuts(self, self._stack, self._dialogs, self._menu).pressed
        page.on_app_lifecycle_state_change = Hiding(self.outside, lambda: self._close(at_once=True)).heard
        page.on_disconnect = page.on_close = lambda _: self._gone()
        self._window_place.restore()
        self._obey(self.settings)
        self._show(self._addresses.now)

    def _obey(self, settings: Settings) -> None:
        self.settings = settings
        self._dress.keep_to(settings)
        speak_on(self.page, settings)

    async def _once_it_stands(self) -> None:
        stillness, contrast = await self.outside.asked_by_system()
        stimulus.system_asks(stillness=stillness, contrast=contrast)
        await load_what_is_behind()

    @property
    def width(self) -> float:
        """Width of the window in logical pixels; a phone's before the client has told."""
        return float(self.page.width or 390)

    def _resized(self) -> None:
        self._window_place.changed()
        if self.unlocked and shell.layout_kind(self.width) != self._layout_kind:
            self._show(self._stack.path, anew=True)
        else:
            self._stack.fit(self.width, railed=self.unlocked)

    def hard(self) -> None:
        """Open the page for hard times from anywhere, from a field and out of a dialog too."""
        if not self.alone and self._stack.path not in (HARD, STEPS):
            self._dialogs.close_all()
            self.go(HARD)

    def menu(self) -> None:
        """Open the menu, or close it; there is none beside what stands alone."""
        if not self.is_shown_to_someone:
            self._menu.turn()

    @property
    def is_shown_to_someone(self) -> bool:
        """Whether what stands here stands alone: it may be somebody else who reads it."""
        return self.alone is not None or self._stack.is_bare

    # ------------------------------------------------------------ screens

    def go(self, route: str) -> None:
        """Show another screen. While there is long work the screen that does it stays, and the page for hard times."""
        if self._held_from(route):
            self.say(words.shell.still_working)
        elif self._addresses.now == route:
            self._show(route)
        else:
            self._on_the_way = True
            self.page.navigate(self._addresses.of(route))

    def jump(self, route: str, file: BroughtFile | None = None) -> None:
        """Show another screen at once, and let it begin: the keyboard led there, or a file, which it takes."""
        if not self._held_from(route):
            self._show(route)
            self._stack.begin(file)
        self.go(route)

    def back(self) -> None:
        """Show the screen below this one; on the lowest, stay."""
        if self._stack.path_below is not None:
            self.go(self._stack.path_below)

    def _held_from(self, route: str) -> bool:
        """Whether long work keeps the window from going there: other screens could change what it works on."""
        here = {self._stack.path, self._stack.path_below if self._stack.path == HARD else None}
        hard = route == HARD or route.startswith(f"{HARD}/")
        return self.unlocked and self.door.working and not hard and route not in here

    def _popped(self) -> None:
        """The client has taken the top view away: go back, or put it there again."""
        below = self._stack.path_below
        if below is not None and self._held_from(below):
            self._stack.put_back()
        self.back()

    def _arrived(self, route: str) -> None:
        """An address was asked for: by this app, by a link, or by the browser's own buttons."""
        self._on_the_way = False
        if self._held_from(route):
            self.go(self._stack.path)
        else:
            self._show(route)
        if self._to_say is not None:
            held, self._to_say = self._to_say, None
            self.say(*held)

    def _show(self, route: str, *, anew: bool = False) -> None:
        """Stack the screens up to a route: back, deep links and rebuilding are the same thing.

        While one screen stands alone before the door, it stands whatever is asked for. ``anew`` as of Stack.show.
        """
        self._layout_kind = shell.layout_kind(self.width)
        paths = paths_to(HOME if self.alone else route, self._stack.paths, unlocked=self.unlocked)
        self._stack.show(paths, anew=anew)
        if self._stack.is_bare:
            self._dialogs.clear_foot()  # it may name somebody

    def _made(self, path: str) -> Screen:
        if self.unlocked or path in (HARD, STEPS):
            return made(path, self)
        return made_before_the_door(path, self) if self.alone is None else self.alone(self)

    def _left(self, screen: Screen) -> None:
        try:
            screen.leave()
        except Exception:  # noqa: BLE001  # whatever a screen does on its way out, the next one must come
            _log.exception("a screen could not be left")
            self.say(words.shell.went_wrong)

    # ------------------------------------------------------------ saying

    def say(self, text: str, undo: Undo | None = None) -> None:
        """Say something at the foot of the window, with a way to take it back if there is one.

        On the way to another screen it is said there: what stands at the foot while screens change is read out twice.
        """
        if self._on_the_way:
            self._to_say = text, undo
            return

        def take_back() -> None:
            if undo is not None and self.attempt(lambda: (undo(), True)) is not None:
                self._show(self._stack.path, anew=True)

        if self.alone is None:  # what stands alone says nothing else
            self._dialogs.say(text, take_back if undo else None)

    def show(self, dialog: ft.DialogControl) -> None:
        """Show a dialog or a sheet."""
        self._dialogs.show(dialog)

    def close(self) -> None:
        """Close the dialog or sheet on top."""
        self._dialogs.close()

    # ------------------------------------------------------------ saving

    @property
    def unlocked(self) -> bool:
        """Whether there is a session."""
        return self.door.is_open

    @property
    def session(self) -> "Session":
        """The unlocked vault; RuntimeError while locked."""
        return self.door.session

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """Do something that saves. Where it cannot be saved, say so and return None; nothing has changed then."""
        done = attempt(self, verb)
        if done is not None and self._stack.path not in (HARD, STEPS) and self.session.preferences.now.ticks:
            self.run(self.outside.tick)
        return done

    def draft(self, key: str, otherwise: str = "") -> str:
        """Return the words that were begun under this key."""
        return self.session.drafts.read(key, otherwise)

    def keep_draft(self, key: str, text: str) -> None:
        """Remember words that are being typed; they are sealed within two seconds."""
        self._drafting.keep(key, text)

    def change_settings(self, settings: Settings) -> None:
        """Keep other settings and show them."""
        try:
            settings_file.save(self.door.folder, settings)
        except OSError:
            self.say(words.shell.settings_not_saved)
            return
        anew = settings.language != self.settings.language
        self._obey(settings)
        self._show(self._stack.path, anew=anew)

    # ------------------------------------------------------------ the lock

    def _opened(self) -> None:
        self._dress.keep_to(self.settings)  # as the system asks by now: no field has the keyboard
        self.watch()
        self._tidying.start()
        self._show(HOME, anew=True)
        self.go(PASSPHRASE if self.session.keys.was_recovered else HOME)
        self.run(self._keep_backups)

    async def _keep_backups(self) -> None:
        trouble = await self.door.keep_backups()
        if trouble is not None and self.unlocked:
            self.say(words.backups.troubles[trouble])

    def watch(self) -> None:
        """Lock after as many quiet minutes as the person has set."""
        self._idle.start(self.session.preferences.now.lock_after_minutes * 60)

    def lock(self) -> None:
        """Close the vault and show the door."""
        self._close()

    def _gone(self) -> None:
        self._close(gone=True)
        self._window_place.keep()

    def hide(self) -> None:
        """Show an empty page at once and close the vault."""
        self._close(HiddenScreen)

    def hand_over(self, make: Callable[[Host], Screen]) -> None:
        """Show this one screen, whatever is asked for, until it is left, and close the vault behind it."""
        quiet_seconds = self.session.preferences.now.lock_after_minutes * 60
        self._close(make)
        self._handed_over = True
        self.door.ending.allow(quiet_seconds)
        self._idle.start(quiet_seconds)

    def leave_alone(self) -> None:
        """Go from the one screen that stands alone to the door."""
        self._put_away()
        self.to_door()

    def _put_away(self) -> None:
        self.alone = None
        if self._handed_over:
            self._handed_over = False
            self._idle.stop()
            self._dialogs.silence()
            self.door.ending.allow(0)

    def _warn(self) -> None:
        said = words.shell.going_soon if self._handed_over else words.shell.locking_soon
        self._dialogs.say_that_it_will_go(said)

    def to_door(self) -> None:
        """Show the door as it is now: whether there is a vault, and what is set beside it, may have changed."""
        self._obey(settings_file.load(self.door.folder))
        self._show(HOME, anew=True)
        self.go(HOME)

    def _close(
        self, alone: Callable[[Host], Screen] | None = None, *, gone: bool = False, at_once: bool = False
    ) -> None:
        """Lock; what was handed over is put away."""
        if self._handed_over:
            self._put_away()
            self._show(HOME, anew=True)
            if not gone:
                self.to_door()
        if not self.unlocked:
            return
        # What was set in the example goes with it.
        home = self.to_door if self.door.is_example else lambda: self.go(HOME)
        self._idle.stop()
        self._tidying.stop()
        self.door.leaving, self.alone = True, alone
        left = self._stack.taken_down()
        self._dialogs.silence()
        self._show(HOME)  # first of all: it waits for nothing

        def leave() -> None:
            for screen in left:
                self._left(screen)

        if gone or at_once:
            leave()
            self.door.close()
        else:
            self.door.close_once_sent(leave)
        if not gone:  # nobody is there who could change the address
            home()

    # ------------------------------------------------------------ the world outside

    def run(self, task: Callable[[], Awaitable[None]]) -> None:
        """Do something in the background."""
        self._net.run(task)

    def open_link(self, link: str, value: str) -> None:
        """Open the phone, message or mail app, or say that there is none; an emergency number is asked about first."""
        asked_in = self.session if self.unlocked else None
        self._links.open(link, value, may_say=lambda: self.door.holds(asked_in))

    async def save_file(self, name: str, content: bytes) -> bool:
        """Let the platform's own dialog ask where a copy shall go, and put it there. False if the person chose none."""
        return await self.outside.save(name, content)
