"""The two ways out of the app, both by the person's own press: another app opened, a file saved."""

import logging

import flet as ft

_log = logging.getLogger(__name__)


class Outside:
    """What the platform does for one page."""

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._launcher, self._files = ft.UrlLauncher(), ft.FilePicker()
        page.services.extend([self._launcher, self._files])

    async def open(self, link: str) -> bool:
        """Open the phone, message or mail app. False if there is none, or it could not be opened."""
        try:
            if not await self._launcher.can_launch_url(link):
                return False
            await self._launcher.launch_url(link)
        except Exception:  # noqa: BLE001  # Flet raises what each platform raises; the value is shown instead
            _log.exception("a link could not be opened")
            return False
        return True

    async def save(self, name: str, content: bytes) -> bool:
        """Let the platform's own dialog ask where a file shall go, and put it there. False if the person chose none."""
        place = await self._files.save_file(file_name=name, src_bytes=content)
        return self._page.web or place is not None  # a browser downloads by itself and does not say where
