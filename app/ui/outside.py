"""The ways out of the app, all by the person's own press: another app opened, a file saved, a place chosen."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import TypeVar

import flet as ft

from app.ui.keystore import Keystore
from app.ui.sounds import Sound

T = TypeVar("T")

_log = logging.getLogger(__name__)


class Files(Enum):
    """How a person says where a file lies or goes."""

    CHOSEN = "chosen"
    """In a window to choose in, or by its path."""

    HANDED = "handed"
    """In the system's own window, which is handed a copy: an app writes to no folder of the person's."""


class Outside:
    """What the platform does for one page."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._launcher, self._files = ft.UrlLauncher(), ft.FilePicker()
        page.services.extend([self._launcher, self._files])
        self._senses = ft.SemanticsService()
        self._share, self._haptics = ft.Share(), ft.HapticFeedback()
        self._asking_now = 0
        self.keystore = Keystore(page)

    @property
    def is_asking(self) -> bool:
        """Whether the system's own window is open, in which the person chooses a place."""
        return self._asking_now > 0

    @contextmanager
    def _asking(self) -> Iterator[None]:
        self._asking_now += 1
        try:
            yield
        finally:
            self._asking_now -= 1

    async def open(self, link: str) -> bool:
        """Open the phone, message or mail app. False if there is none, or it could not be opened."""
        try:
            if not self._says_no_to_all and not await self._launcher.can_launch_url(link):
                return False
            await self._launcher.launch_url(link)
        except Exception:  # noqa: BLE001  # Flet raises what each platform raises; the value is shown instead
            _log.exception("a link could not be opened")
            return False
        return True

    async def asked_by_system(self) -> tuple[bool, bool]:
        """Whether the system is set to less motion now, and to more contrast. False for both where it does not say."""
        try:
            asked = await self._senses.get_accessibility_features()
        except Exception:  # noqa: BLE001  # Flet raises what each platform raises
            return False, False
        return asked.disable_animations or asked.reduce_motion, asked.high_contrast

    @property
    def _says_no_to_all(self) -> bool:
        """Whether asking is of no use: Android answers only for what the manifest names, and Flet's template names none."""
        return not self._page.web and self._page.platform is ft.PagePlatform.ANDROID

    async def save(self, name: str, content: bytes) -> bool:
        """Let the platform's own dialog ask where a file shall go, and put it there. False if the person chose none."""
        with self._asking():
            place = await self._files.save_file(file_name=name, src_bytes=content)
        return self._page.web or place is not None  # a browser downloads by itself and does not say where

    @property
    def shares(self) -> bool:
        """Whether the system has a sheet from which a text is handed to another app. A file is never: it would be left behind, not
        locked (docs/decisions/phone-habits.md)."""
        return self.is_phone

    async def share(self, text: str) -> bool:
        """Show the sheet. False if the person chose no app; RuntimeError where it could not be shown."""
        with self._asking():
            result = await self._share.share_text(text)
        return result.status is not ft.ShareResultStatus.DISMISSED

    async def tick(self) -> None:
        """Let a phone be felt, lightly. What cannot be felt is not said."""
        if self.is_phone:
            with suppress(Exception):  # Flet raises what each platform raises
                await self._haptics.light_impact()  # type: ignore[no-untyped-call]  # Flet leaves it without types

    @property
    def is_phone(self) -> bool:
        """Whether this is an app on a phone or a tablet."""
        return not self._page.web and self._page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)

    @property
    def may_play(self) -> bool:
        """Whether a sound can be played without being written, not locked, into a file (app/ui/sounds.py)."""
        return self._page.web or self._page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.WINDOWS)

    def sound(self, told: Callable[[], None]) -> Sound:
        """A sound to be played, where one may be; as of Sound."""
        return Sound(self._page, told)

    @property
    def files(self) -> Files:
        """How places are said on this platform."""
        return Files.HANDED if self.is_phone else Files.CHOSEN

    async def choose_folder(self) -> Path | None:
        """Let the system's own window ask for a folder. None if none was chosen; OSError if there is no such window."""
        chosen = await self._asked(self._files.get_directory_path)
        return Path(chosen) if chosen else None

    async def choose_file(self) -> Path | None:
        """Let the system's own window ask for a file. None if none was chosen; OSError if there is no such window."""
        chosen = await self._asked(self._files.pick_files)
        return Path(chosen[0].path) if chosen and chosen[0].path else None

    async def _asked(self, ask: Callable[[], Awaitable[T]]) -> T:
        if self._page.web:
            raise OSError("a browser shows a page no paths, and carries no large files to it")
        try:
            with self._asking():
                return await ask()
        except Exception as error:
            raise OSError("no window to choose in") from error  # Flet raises what each platform raises
