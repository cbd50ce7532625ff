"""What a screen is, and what it may ask of the window it stands in."""

from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

import flet as ft

from app.session import Undo
from app.store.settings import Settings
from app.ui.brought_file import BroughtFile
from app.ui.door import Door
from app.ui.outside import Outside

if TYPE_CHECKING:
    from app.session import Session

T = TypeVar("T", bound=object)

HOME = "/"
BEGIN = "/begin"
HISTORY = "/history"
HARD = "/hard"
STEPS = "/hard/steps"
GROWING = "/growing"
TOOLS = "/tools"
MEETINGS = "/meetings"
GIVING = "/patterns/giving"
KEEP_BOX = "/keep-box"
SETTINGS = "/settings"
PASSPHRASE = "/settings/passphrase"
SEEN = "/settings/passphrase-seen"
MERGE = "/settings/merge"
IMPORT = "/settings/import"
EXPORT = "/settings/export"
ERASE = "/settings/erase"
RECOVERY_KEY = "/settings/recovery-key"
KEYS = "/settings/keys"
SALVAGE = "/salvage"
RECOVER = "/recover"
HOW = "/help/how"
WHERE = "/help/where"
LIMITS = "/help/limits"
KEYBOARD = "/help/keys"
GUIDE = (HOW, WHERE, LIMITS, KEYBOARD)
"""The pages to read, in the order in which to read them."""
BACKUPS = "/settings/backups"
TEST_BACKUP = "/settings/backups/test"
RESTORE = "/restore"
REPORT = "/patterns/report"
REPORT_PREVIEW = "/patterns/report/preview"
ALONG = "/patterns/along"
EMERGENCY_CARD = "/settings/emergency-card"
HELPLINES = "/helplines"
HELD = "/plan/held"
OPEN_HELD = "/plan/held/open"
ABOUT_ME = "/about-me"
HELPFUL = "/helpful"
HOPES = "/hopes"
PEER_PAGE = "/peer-page"
REFERRALS = "/referrals"
TURNS = "/turns"
CONTACTS = "/supports/contacts"
CONTACTS_COPY = "/supports/contacts/copy"
LEARNINGS = "/learnings"
WINS = "/wins"
GOALS = "/goals"
REFLECTIONS = "/reflections"


class Place(StrEnum):
    """A place in the bar."""

    TODAY = "today"
    SUPPORTS = "supports"
    PLAN = "plan"
    PATTERNS = "patterns"
    GROWING = "growing"


class Host(Protocol):
    """What a screen may ask of the window."""

    @property
    def session(self) -> "Session":
        """The unlocked vault. Only screens that stand behind the lock may ask for it."""

    @property
    def unlocked(self) -> bool:
        """Whether there is a session."""

    @property
    def door(self) -> Door:
        """What opens, works on and closes the vault."""

    @property
    def settings(self) -> Settings:
        """What is kept beside the vault."""

    @property
    def width(self) -> float:
        """Width of the window in logical pixels."""

    def go(self, route: str) -> None:
        """Show another screen."""

    def jump(self, route: str, file: BroughtFile | None = None) -> None:
        """Show another screen at once, and let it begin, or take a file."""

    def back(self) -> None:
        """Show the screen below this one."""

    def say(self, text: str, undo: Undo | None = None) -> None:
        """Say something at the foot of the window, with a way to take it back if there is one."""

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """Do something that saves. Where it cannot be saved, say so and return None; nothing has changed then."""

    def draft(self, key: str, otherwise: str = "") -> str:
        """Return the words that were begun under this key."""

    def keep_draft(self, key: str, text: str) -> None:
        """Remember words that are being typed; they are sealed within two seconds."""

    def run(self, task: Callable[[], Awaitable[None]]) -> None:
        """Do something in the background."""

    def open_link(self, link: str, value: str) -> None:
        """Open the phone, message or mail app, or say that there is none and give ``value`` to use by hand.

        A number that reaches an emergency service is asked about first.
        """

    def change_settings(self, settings: Settings) -> None:
        """Keep other settings and show them."""

    def show(self, dialog: ft.DialogControl) -> None:
        """Show a dialog or a sheet."""

    def close(self) -> None:
        """Close the dialog or sheet on top."""

    @property
    def outside(self) -> Outside:
        """What the platform does when the person asks for it."""

    async def save_file(self, name: str, content: bytes) -> bool:
        """Let the platform's own dialog ask where a copy shall go, and put it there. False if the person chose none."""

    def watch(self) -> None:
        """Lock after as many quiet minutes as the person has set."""

    def menu(self) -> None:
        """Open the menu of everything that can be done from here, or close it."""

    def lock(self) -> None:
        """Close the vault and show the door."""

    def hide(self) -> None:
        """Show an empty page at once and close the vault."""

    def to_door(self) -> None:
        """Show the door as it is now: whether there is a vault may have changed."""

    def hand_over(self, make: "Callable[[Host], Screen]") -> None:
        """Show this one screen, whatever is asked for, until it is left, and close the vault behind it.

        The window keeps ``make`` meanwhile: what it holds must be all that may be known then.
        """

    def leave_alone(self) -> None:
        """Go from the one screen that stands alone to the door."""


class Screen:
    """One screen. ``title`` names it, ``place`` is where it belongs in the bar, ``content`` lays it out.

    A screen holds no words that were typed: they are drafts of its host. So it can be thrown away and made again.
    """

    place: Place | None = None
    bare = False
    """Whether it stands alone, to be shown to someone: no bars, no title, one press to leave."""

    foot: ft.Control | None = None
    """What stays at the foot of the window, in reach of a thumb, where others have the bar of places.

    A screen that has one lays out its own heading.
    """

    at_end: Callable[[], object] | None = None
    """Called when the page was scrolled close to its end, as often as that is told."""

    def __init__(self, host: Host) -> None:
        self.host = host

    @property
    def title(self) -> str:
        """The heading."""
        raise NotImplementedError

    def content(self) -> ft.Control:
        """Lay out what stands below the heading."""
        raise NotImplementedError

    def carry_on_from(self, before: "Screen") -> None:
        """Called on a screen that takes the place of the same one, as when the window grew wide, before ``content``."""

    def close(self) -> None:
        """What *Close* does on a bare one."""
        self.host.back()

    def begin(self) -> None:
        """Called once it stands, where a key led to it: the first thing to do here is at hand."""

    def take(self, file: BroughtFile) -> None:
        """Called once it stands, where this file led to it."""

    def pressed_with_shift(self, key: str) -> None:
        """Called with each key that is pressed together with Shift, by the name Flet gives it."""

    def fall_silent(self) -> None:
        """Called at once when it stands on top no more, and before ``leave``: nothing of it is heard from then on."""

    def leave(self) -> None:
        """Called before the screen goes away."""
