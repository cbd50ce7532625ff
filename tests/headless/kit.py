"""An app without a window: tap, type, and read what the screen says, in milliseconds.

    async with Headless(application(folder, clock=clock, chance=chance)) as screen:
        await screen.type("Name", "Ana")
        await screen.tap("Save")
        assert screen.says("Ana is on your map")

Everything is found by the name a person sees or hears. Layout, focus order and drawing are not simulated; for those
there is ``tests/browser``.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from tests.headless import press
from tests.headless.client import Application, Client, holds_the_screen
from tests.headless.client_tree import Node
from tests.headless.heard import options_of
from tests.headless.reading import FIELDS, GROUPS, SWITCHES, Reading, of_kind

_TOUCH = {"android", "ios"}

opened: list["Headless"] = []
"""Every screen of the running test, so that a failing test's report can show them."""


class Headless(Reading):
    """A window that nobody sees, used with ``async with``. Sizes are in logical pixels; ``window`` is what a desktop tells of it.

    Leaving it fails the test if anything failed on the way: a handler, a task, a call nobody answers. Each verb waits
    until the app rests, threads included, and never for a fixed time.
    """

    def __init__(
        self,
        application: Application,
        *,
        width: float = 390,
        height: float = 844,
        route: str = "/",
        platform: str = "linux",
        web: bool = False,
        dark: bool = False,
        window: dict[str, Any] | None = None,
    ) -> None:
        self._application = application
        self._platform = platform
        self._focused: Node | None = None
        self.left = False
        brightness = "dark" if dark else "light"
        page: dict[str, Any] = {
            "width": width,
            "height": height,
            "route": route,
            "platform": platform,
            "web": web,
        }
        if window is not None:
            page["window"] = window
        super().__init__(Client(page={**page, "platform_brightness": brightness}))

    async def __aenter__(self) -> Self:
        opened.append(self)
        try:
            await self.client.start(self._application)
            self._check()
        except BaseException:
            await self.client.stop()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.client.stop()
        if kind is None:
            self._check()

    async def tap(self, name: str, *, within: str | None = None) -> None:
        """Press what has that name. ``within`` names something beside it, where several have the same name."""
        if name == "Back" and self.has_back_arrow():
            await self.back()
            return
        seen = self.one(name, lambda seen: seen.pressable, "thing to press", within)
        self.refuse_disabled(seen, name)
        if self._platform not in _TOUCH:
            self._leave()
        press.press(self.client, seen)
        await self.settle()

    async def type(self, name: str, text: str) -> None:
        """Replace what stands in a field. As in the client, no more than ``max_length`` characters fit."""
        seen = self.one(name, of_kind(FIELDS), "field")
        self.refuse_disabled(seen, name)
        node = seen.node
        assert not node.get("read_only"), f"{name!r} can only be read\n{self.picture()}"
        assert node.get("multiline") or "\n" not in text, f"{name!r} holds a single line\n{self.picture()}"
        if self._focused is not node:
            self._leave()
            self._focused = node
            self.client.tell(node, "focus")
        written = text[: node.get("max_length") or len(text)]
        self.client.tell(node, "change", written, value=written)
        await self.settle()

    async def submit(self, name: str, text: str | None = None) -> None:
        """Press Enter in a field, after typing ``text`` if it is given."""
        if text is not None:
            await self.type(name, text)
        node = self.one(name, of_kind(FIELDS), "field").node
        assert node.get("on_submit"), f"Enter does nothing in {name!r}\n{self.picture()}"
        await self._do(node, "submit", node.get("value") or "")

    async def leave(self) -> None:
        """Move on from the field that was typed in last."""
        self._leave()
        await self.settle()

    async def toggle(self, name: str, *, within: str | None = None) -> None:
        """Turn a switch, a box to tick or a chip on or off."""
        seen = self.one(name, of_kind(SWITCHES), "switch", within)
        self.refuse_disabled(seen, name)
        press.press(self.client, seen)
        await self.settle()

    async def choose(self, name: str, option: str) -> None:
        """Choose an option in the dropdown, radio buttons or segments of that name."""
        seen = self.one(
            name,
            lambda seen: seen.kind in GROUPS and option in options_of(seen.node),
            f"choice of {option!r}",
        )
        self.refuse_disabled(seen, name)
        press.choose(self.client, seen.node, options_of(seen.node)[option])
        await self.settle()

    async def dismiss(self) -> None:
        """Press beside the topmost dialog. A modal one stays, as it does in the client."""
        dialogs = self.client.dialogs
        assert dialogs, f"no dialog is open\n{self.picture()}"
        if not dialogs[-1].get("modal"):
            self.client.close_dialog(dialogs[-1])
        await self.settle()

    async def back(self) -> None:
        """Go back by the system's gesture: out of the topmost dialog, else out of the top view, else out of the app.

        As in the client of Flet 1.0.5, a view that was taken away stays away under that route. On Android one that
        would not ask goes before the dialog that is open on it, and a lowest one that may not be left goes nowhere.
        """
        holding = [dialog for dialog in self.client.dialogs if holds_the_screen(dialog)]
        views = self.client.tree.page.get("views", [])
        may_be_left = views[-1].get("can_pop") is not False
        before_dialogs = self._platform == "android" and may_be_left and not views[-1].get("on_confirm_pop")
        if holding and not (before_dialogs and len(views) > 1):
            self.client.close_dialog(holding[-1])
        elif not may_be_left:
            assert views[-1].get("on_confirm_pop"), f"nothing happens\n{self.picture()}"
            self.client.tell(views[-1], "confirm_pop")
        elif len(views) > 1:
            await self._pop(views[-1].get("route", "/"))
        else:
            assert self._platform in _TOUCH, f"there is nothing to go back to\n{self.picture()}"
            self.left = True
            await self.hide()
        await self.settle()

    async def _pop(self, route: str) -> None:
        self.client.tell(self.client.tree.page, "view_pop", {"route": route}, always=True)
        await self.settle()
        left = [view.get("route", "/") for view in self.client.tree.page.get("views", [])]
        assert route not in left, f"the client shows no view of {route!r} any more\n{self.picture()}"

    async def go(self, route: str) -> None:
        """Come by a link or by the address bar."""
        self.client.go(route)
        await self.settle()

    async def resize(self, width: float, height: float) -> None:
        """Give the window another size."""
        size = {"width": width, "height": height}
        self.client.tell(self.client.tree.page, "resize", size, always=True, **size)
        await self.settle()

    async def window_event(self, kind: str, **now: Any) -> None:
        """Tell, as a desktop does, what happened to the window, and how it is now."""
        node = self.client.tree.page["window"]
        self.client.tell(node, "event", {"type": kind}, **now)
        await self.settle()

    async def press_key(
        self, key: str, *, ctrl: bool = False, shift: bool = False, alt: bool = False, meta: bool = False
    ) -> None:
        """Press a key of the keyboard, by the name Flet gives it."""
        await self._do(
            self.client.tree.page,
            "keyboard_event",
            {"key": key, "ctrl": ctrl, "shift": shift, "alt": alt, "meta": meta},
        )

    async def hide(self) -> None:
        """Go into the background, as when another app or tab is opened."""
        touch = ["inactive", "hide", "pause"]
        for state in touch if self._platform in _TOUCH else touch[:2]:
            await self._do(self.client.tree.page, "app_lifecycle_state_change", {"state": state}, always=True)

    async def show(self) -> None:
        """Come back from the background."""
        states = ["restart", "show", "inactive", "resume"] if self._platform in _TOUCH else ["show", "resume"]
        for state in states:
            await self._do(self.client.tree.page, "app_lifecycle_state_change", {"state": state}, always=True)

    async def disconnect(self) -> None:
        """Close the tab, or lose it."""
        await self.client.disconnect()
        self._check()

    async def reconnect(self) -> None:
        """Come back to the same session, as a reloaded tab does."""
        await self.client.reconnect()
        self._check()

    async def later(self, seconds: float) -> None:
        """Let so much time pass for every timer of the app, in no time at all. The app's own clock is not ours to turn."""
        await self.client.work.pass_time(seconds)
        self._check()

    async def settle(self) -> None:
        """Wait until the app has nothing left to do, and fail if anything failed."""
        await self.client.work.done()
        self._check()

    @contextmanager
    def expecting_failure(self) -> Iterator[list[str]]:
        """Let something fail inside, and only there; gives what was reported. Nothing failing fails the test."""
        found: list[str] = []
        before, self._check = self._check, lambda: found.extend(self._failures())  # type: ignore[method-assign]  # for a while
        try:
            yield found
        finally:
            self._check = before  # type: ignore[method-assign]  # as it was
        assert found, "nothing failed here"

    async def _do(self, node: Node, event: str, data: Any, *, always: bool = False) -> None:
        self.client.tell(node, event, data, always=always)
        await self.settle()

    def _leave(self) -> None:
        left, self._focused = self._focused, None
        if left is not None:
            self.client.tell(left, "blur")

    def _failures(self) -> list[str]:
        found = [*self.client.failures, *(repr(raised) for raised in self.client.work.failures())]
        self.client.failures.clear()
        return found

    def _check(self) -> None:
        found = self._failures()
        assert not found, "\n".join(["the app failed:", *found])
