"""The addresses of screens in a browser, which writes each address down with its time, for anyone who opens its history."""

import flet as ft

from app.ui.screen import HOME


class Addresses:
    """Numbers that stand for the paths of one page in a browser. They say nothing, and mean nothing after it.

    Where no browser is, a path is its own address.
    """

    def __init__(self, page: ft.Page) -> None:
        self._page = page
        self._addresses = {HOME: HOME}
        self._paths: dict[str, str] = {}

    def of(self, path: str) -> str:
        """Return the address that is shown for a path."""
        if not self._page.web:
            return path
        address = self._addresses.setdefault(path, f"/{len(self._addresses)}")
        self._paths[address] = path
        return address

    def path(self, address: str) -> str:
        """Return the path that an address stands for; one that was not given here is a path itself."""
        return self._paths.get(address, address)

    @property
    def now(self) -> str:
        """The path that the page is at."""
        return self.path(self._page.route or HOME)
