"""The real app in a real browser, driven and read through the tree that a screen reader is given.

    async def test_a_plan_is_kept(window: Window) -> None:
        await window.type("Name", "Ana")
        await window.tap("Save")
        await window.says("Ana is on your map")
        await window.restart()

Every verb waits for what it needs, by a condition and never by a fixed time, and fails with the tree in its message.
"""

import asyncio
import os
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Locator, Page, expect
from playwright.async_api import TimeoutError as TookTooLong

from app.words import shell
from tests.browser.frame import PHONE, Frame
from tests.browser.process import AppProcess
from tests.browser.watch import Watch

PICTURES = Path(__file__).parent / "pictures"
WANTED = os.environ.get("HOLDFAST_PICTURES") == "1"
PATIENCE_SECONDS = 20.0
_PATIENCE = PATIENCE_SECONDS * 1000
_FIRST_LOAD = 60_000.0
_SETTLE = 3_000.0
_STEADY_TRIES = 12
_STEADY_SHOTS, _MOST_SHOTS = 4, 20

_PRESSED = ("button", "tab", "checkbox", "switch", "radio", "link", "menuitem", "option", "menuitemradio")

_SAID = """() => [...document.querySelectorAll('flt-semantics, flt-semantics *, flt-announcement-host *')].flatMap(one => [
  one.getAttribute('aria-label'), one.getAttribute('aria-description'), one.getAttribute('aria-valuetext'),
  ['INPUT', 'TEXTAREA'].includes(one.tagName) && one.type !== 'password' ? one.value : '',
  [...one.childNodes].filter(part => part.nodeType === 3).map(part => part.data).join(''),
]).filter(Boolean).map(words => words.replace(/\\s+/g, ' ').trim())"""
_SAYS = f"([words, wanted]) => ({_SAID})().some(said => said.includes(words)) === wanted"
_HEARD = f"""() => {{
  document.querySelector('flt-semantics-placeholder')?.click();
  const said = ({_SAID})().join();
  const seen = window.heldFastSaid ??= {{ said: '', paints: 0 }};
  seen.paints = said && said === seen.said ? seen.paints + 1 : 0;
  seen.said = said;
  return seen.paints >= 10;
}}"""  # asked at every paint: the page of the loader goes before that of the app comes
HEARD_FROM_THE_START = """new MutationObserver((_, watching) => {
  const asked = document.querySelector('flt-semantics-placeholder');
  if (asked) { watching.disconnect(); asked.click(); }
}).observe(document, { childList: true, subtree: true })"""
"""Run in each page before its own scripts: a field that has the keyboard before the tree is there stays deaf to it."""
ANNOUNCED_FROM_THE_START = """(() => {
  window.heldFastAnnounced = [];
  new MutationObserver(changes => changes.forEach(change => {
    if (!change.target.matches?.('flt-announcement-polite, flt-announcement-assertive')) return;
    change.addedNodes.forEach(one => heldFastAnnounced.push({
      words: one.textContent.replace(/\\s+/g, ' ').trim(), at: performance.now() }));
  })).observe(document, { childList: true, subtree: true });
})()"""
"""Run in each page as well: remembers what a screen reader is told to say by itself, and when."""

_ONE_ACT_MS = 400
"""Whatever is announced again so soon was announced twice: nobody does the same thing twice meanwhile."""
_ANNOUNCED_TWICE = """soon => {
  const said = heldFastAnnounced.splice(0);
  const twice = (one, other) => one.words && other.at - one.at < soon
    && (one.words.startsWith(other.words) || other.words.startsWith(one.words)) && other.words;
  return said.flatMap((one, place) => said.slice(place + 1).filter(other => twice(one, other)).map(other => other.words));
}"""

_TWO_PAINTS = """one => new Promise(seen =>
  requestAnimationFrame(() => requestAnimationFrame(() => seen(one.value))))"""


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that the app gave to the browser."""

    name: str
    content: bytes


class Window:
    """One app and its one window. Made by the ``window`` fixture."""

    def __init__(self, page: Page, app: AppProcess) -> None:
        self.page, self.app = page, app
        self.watch = Watch(page)
        self._frame = PHONE
        self._painted: tuple[Frame, bytes] = (PHONE, b"")
        page.set_default_timeout(_PATIENCE)

    async def open(self) -> None:
        """Start the app and open its one-time address."""
        await self.app.start()
        self.watch.home(self.app.address)
        await self.frame(self._frame)
        await self.page.goto(self.app.address)
        await self._listen()

    # ------------------------------------------------------------ reading

    async def texts(self) -> list[str]:
        """Everything a screen reader could read now, in order."""
        said: list[str] = await self.page.evaluate(_SAID)
        return said

    async def says(self, words: str) -> None:
        """Wait until the window says that, by itself or within a sentence."""
        await self._until([words, True], f"{words!r} is not said")

    async def says_no_more(self, words: str) -> None:
        """Wait until the window does not say that."""
        await self._until([words, False], f"{words!r} is still said")

    async def announced_twice(self) -> list[str]:
        """What a screen reader was told to say by itself more than once for one act, since this was asked last.

        The keys of a button come up beneath a pointer that rests there, which no act of the person is.
        """
        twice: list[str] = await self.page.evaluate(_ANNOUNCED_TWICE, _ONE_ACT_MS)
        return [words for words in twice if words not in (shell.hard_keys, shell.hide_keys)]

    async def can_tap(self, name: str) -> bool:
        """Whether something of that name is there to be pressed now."""
        return any([await one.is_enabled() for one in await self._named(name).all()])

    async def tree(self) -> str:
        """The accessibility tree as text."""
        return await self.page.locator("body").aria_snapshot()

    async def picture(self, name: str) -> Path:
        """Keep what the window looks like, once it has stopped moving, under its frame and that name.

        Headless Chromium on a busy machine may stop painting a page that goes on answering: then the file is named
        ``.not-painted.txt``, so that nobody looks at an old picture for a new one.
        """
        path = PICTURES / self._frame.name / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        shots = [await self.page.screenshot()]
        while len(shots) < _MOST_SHOTS and (
            shots[-_STEADY_SHOTS:] != shots[-1:] * _STEADY_SHOTS or self._is_old(shots[-1])
        ):
            shots.append(await self.page.screenshot())
        if self._is_old(shots[-1]):
            path.unlink(missing_ok=True)
            path = path.with_suffix(".not-painted.txt")
            path.write_text("The browser had stopped painting.\n", encoding="utf-8")
            return path
        self._painted = self._frame, shots[-1]
        path.write_bytes(shots[-1])
        return path

    async def look(self, name: str) -> None:
        """Keep a picture of that name where pictures are wanted (docs/testing.md); a run that nobody looks at spares them."""
        if WANTED:
            await self.picture(name)

    def _is_old(self, shot: bytes) -> bool:
        """Whether this is the picture taken last, which was of another frame."""
        frame, painted = self._painted
        return frame != self._frame and shot == painted

    # ------------------------------------------------------------ acting

    async def tap(self, name: str) -> None:
        """Press what has that name, or what says that among other words where only one does."""
        await self._with_one(name, self._named, "thing to press", Locator.click)

    async def type(self, name: str, text: str) -> None:
        """Replace what stands in a field."""
        await self._with_one(name, self._fields, "field", lambda field: _fill(field, text))

    async def submit(self, name: str, text: str | None = None) -> None:
        """Press Enter in a field, after typing ``text`` if it is given."""
        if text is not None:
            await self.type(name, text)
        await self._with_one(name, self._fields, "field", lambda field: field.press("Enter"))

    async def toggle(self, name: str) -> None:
        """Turn a switch, a box to tick or a chip on or off."""
        await self.tap(name)

    async def press_key(self, key: str) -> None:
        """Press a key, by the name Playwright gives it: "Tab", "Escape", "Shift+Tab"."""
        await self.page.keyboard.press(key)

    async def focused(self) -> str:
        """The name of what has the keyboard now; empty if nothing has a name."""
        name: str = await self.page.evaluate(
            "() => { const one = document.activeElement; return one?.getAttribute('aria-label') ?? one?.innerText ?? '' }"
        )
        return name

    async def back(self) -> None:
        """Go back with the browser's own button."""
        await self.page.go_back(wait_until="commit")

    async def frame(self, frame: Frame) -> None:
        """Look at the window in another frame from now on. All is asked for at once, so that less is painted between."""
        self._frame = frame
        await asyncio.gather(
            self.page.set_viewport_size({"width": frame.width, "height": frame.height}),
            self.page.emulate_media(color_scheme="dark" if frame.dark else "light"),
            self._size_text(),
        )

    async def download(self, name: str) -> Saved:
        """Press what has that name and take the file that comes."""
        async with self.page.expect_download() as coming:
            await self.tap(name)
        download = await coming.value
        return Saved(download.suggested_filename, Path(await download.path()).read_bytes())  # noqa: ASYNC240  # a small file of this machine

    async def reload(self) -> None:
        """Load the page again in the same tab."""
        await self.page.reload()
        await self._size_text()
        await self._listen()

    async def restart(self) -> None:
        """End the app, start it again over the same vault and open its new address."""
        await self._leave()
        await self.app.end()
        await self.open()

    async def kill(self) -> None:
        """End the app at once, as a power cut would. ``restart`` brings it back."""
        await self.app.kill()

    # ------------------------------------------------------------ inside

    async def _listen(self) -> None:
        """Ask for the accessibility tree, as a screen reader does by being there, and wait until it is given."""
        try:
            await self.page.wait_for_function(_HEARD, timeout=_FIRST_LOAD)
        except TookTooLong:
            raise AssertionError(f"no page came\n{await self._told()}") from None

    async def _leave(self) -> None:
        """Go to an empty page, also where the page of an app that has ended is just putting another in its place."""
        async with asyncio.timeout(PATIENCE_SECONDS):
            while self.page.url != "about:blank":
                try:
                    await self.page.goto("about:blank")
                except PlaywrightError as error:
                    if "interrupted by another navigation" not in error.message:
                        raise

    async def _size_text(self) -> None:
        size = f"{self._frame.text_percent}%"
        await self.page.evaluate("size => { document.documentElement.style.fontSize = size }", size)

    def _named(self, name: str, *, wholly: bool = False) -> Locator:
        pattern = _wholly(name) if wholly else _partly(name)
        first, *others = (self.page.get_by_role(role, name=pattern) for role in _PRESSED)  # type: ignore[arg-type]  # each is one of its literals
        for other in others:
            first = first.or_(other)
        return first

    def _fields(self, name: str, *, wholly: bool = False) -> Locator:
        pattern = _wholly(name) if wholly else _partly(name)
        return self.page.locator("input, textarea").and_(self.page.get_by_label(pattern))

    async def _with_one(
        self, name: str, find: Callable[..., Locator], what: str, act: Callable[[Locator], Awaitable[None]]
    ) -> None:
        try:
            await find(name).first.wait_for(state="attached")
            wholly = find(name, wholly=True)
            one = wholly if await wholly.count() else find(name)
            await self._only(one, f"{what} {name!r}")
            await act(one)
        except TookTooLong as late:
            why = str(late).splitlines()[0]
            raise AssertionError(f"{what} {name!r}: {why}\n{await self._told()}") from None

    async def _only(self, one: Locator, what: str) -> None:
        """While one screen takes the place of another, both are there for a moment."""
        try:
            await expect(one).to_have_count(1, timeout=_SETTLE)
        except AssertionError:
            raise AssertionError(f"{what}: {await one.count()} of them\n{await self._told()}") from None

    async def _until(self, condition: list[object], otherwise: str) -> None:
        try:
            await self.page.wait_for_function(_SAYS, arg=condition)
        except TookTooLong:
            raise AssertionError(f"{otherwise}\n{await self._told()}") from None

    async def _told(self) -> str:
        return "\n".join([await self.tree(), *self.watch.console[-20:], *self.app.log.splitlines()[-20:]])


async def _fill(field: Locator, text: str) -> None:
    """Fill a field and see that it stays so: Flutter writes its own value into a field when it gives it the keyboard."""
    await field.focus()
    for _ in range(_STEADY_TRIES):
        await field.evaluate(_TWO_PAINTS)
        await field.fill(text)
        if await field.evaluate(_TWO_PAINTS) == text:
            return
    raise AssertionError("the field does not keep what is typed")


def _wholly(name: str) -> re.Pattern[str]:
    """Matches that name, also with the words that a rail of tabs adds to it."""
    return re.compile(rf"^\s*{_words(name)}(\s+Tab \d+ of \d+)?\s*$")


def _partly(name: str) -> re.Pattern[str]:
    return re.compile(rf"(^|\s){_words(name)}(\s|$)")


def _words(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())
