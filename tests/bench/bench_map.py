"""The map with 60 and with 300 supports: python tests/bench/bench_map.py [folder], on a quiet machine.

What arranging and drawing it takes, what a move of a drag takes on the server and sends, and in Chromium how long it is from
the pointer to the paint, against a Flet app that drags one control in the same run. ``--no-browser`` leaves the last out.
"""

import asyncio
import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from playwright.async_api import Browser, Page, async_playwright  # the path comes first

from app.domain.map_fold import folded
from app.domain.support import Ring, Support, SupportKind
from app.domain.support_map import arranged
from app.session import Session
from app.ui.screens.support_map import scene_of
from app.ui.widgets.map_picture import MapPicture
from tests.bench.measure import SMALL, Size, bench, figure, race, ranged, say
from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.kit import HEARD_FROM_THE_START, Window
from tests.browser.process import AppProcess
from tests.browser.seeding import fresh
from tests.browser.steps import unlock as unlock_in_browser
from tests.ui.screens.house import House, unlock
from tests.ui.screens.test_support_map import mark

COUNTS = (60, 300)
PLAIN = Path(__file__).with_name("plain_drag.py")
WIDTH = 358.0
DRAGGED = "Zoë"

_WATCH = """name => {
  const marks = [...document.querySelectorAll('flt-semantics')];
  const mark = marks.find(one => (one.getAttribute('aria-label') ?? one.innerText ?? '').startsWith(name)
    && one.getAttribute('role') === 'button');
  const before = mark.getBoundingClientRect();
  window.paintedAfter = null;
  addEventListener('pointermove', event => {
    const look = () => {
      const now = mark.getBoundingClientRect();
      if (now.x === before.x && now.y === before.y) return requestAnimationFrame(look);
      requestAnimationFrame(() => { window.paintedAfter = performance.now() - event.timeStamp; });
    };
    look();
  }, { once: true, capture: true });
}"""


def fill(session: Session, count: int) -> None:
    """So many supports of every ring and kind, and one that is dragged."""
    rings, kinds = tuple(Ring), tuple(SupportKind)
    for n in range(count - 1):
        session.supports.add(f"Support {n}", ring=rings[n % 3], kind=kinds[n * 5 % 9])
    session.supports.add(DRAGGED, ring=Ring.AROUND_ME, angle=120)


def arranging(crowds: dict[int, tuple[Support, ...]], sessions: dict[int, Session], size: Size) -> None:
    """What the domain and the drawing take."""
    steps: dict[str, Callable[[], object]] = {}
    for count, crowd in crowds.items():
        steps[f"arranging {count}"] = partial(_arranged, crowd)
        steps[f"drawing {count}"] = partial(_drawn, sessions[count], crowd)
    raced = race(steps, size)
    say(f"{'':<24}{'ms':>8}")
    for name in steps:
        one = raced.milliseconds(name)
        say(f"{name:<24}{one.middle:8.2f} ({one.least:.2f}–{one.most:.2f})")


def _arranged(crowd: tuple[Support, ...]) -> None:
    arranged(folded(crowd))


def _drawn(session: Session, crowd: tuple[Support, ...]) -> None:
    def nothing(*_: object) -> None:
        return None

    MapPicture(scene_of(session, crowd), WIDTH, opened=nothing, held=nothing, dropped=nothing)


async def on_the_server(house: House, moves: int) -> tuple[list[float], float]:
    """Milliseconds of each move of a drag, from its event to the last byte of its patch; and bytes to a move."""
    took: list[float] = []
    async with house.window(width=390) as screen:
        await unlock(screen)
        await screen.go("/supports/map")
        dragged = mark(screen, DRAGGED)
        point = {"x": 24.0, "y": 24.0}
        screen.client.tell(dragged, "vertical_drag_start", {"k": "mouse", "l": point, "g": point})
        await screen.settle()
        began = screen.client.sent_bytes
        for step in range(1, moves + 1):
            point = {"x": 24.0 + step % 40, "y": 24.0 + step % 30}
            sent, started = screen.client.sent_bytes, perf_counter()
            screen.client.tell(dragged, "vertical_drag_update", {"l": point, "g": point})
            while screen.client.sent_bytes == sent:  # noqa: ASYNC110  # each turn of the loop is what is measured
                await asyncio.sleep(0)
            took.append((perf_counter() - started) * 1000)
            await screen.settle()
        return took, (screen.client.sent_bytes - began) / moves


class Dragged:
    """A window in which one mark is held by the pointer."""

    def __init__(self, browser: Browser, app: AppProcess, name: str) -> None:
        self._browser, self._app, self._name = browser, app, name
        self.first_paint_ms = 0.0

    async def begin(self) -> None:
        """Open the window, and take hold of the mark."""
        context = await self._browser.new_context(reduced_motion="reduce", service_workers="block")
        await context.add_init_script(HEARD_FROM_THE_START)
        self.page: Page = await context.new_page()
        window = Window(self.page, self._app)
        started = perf_counter()
        await window.open()
        self.first_paint_ms = (perf_counter() - started) * 1000
        if self._name != "Plain mark":
            await unlock_in_browser(window)
            await window.tap("Supports")
            await window.tap("Map")
        held = self.page.get_by_role("button", name=self._name)
        await held.wait_for()
        await window.picture("bench-map")  # it has come to rest
        box = await held.bounding_box()
        if box is None:
            raise AssertionError("there is no mark to drag")
        self._x, self._y, self._step = box["x"] + 24, box["y"] + 24, 0
        await self.page.mouse.move(self._x, self._y)
        await self.page.mouse.down()
        await self.page.mouse.move(self._x + 6, self._y + 6, steps=3)

    async def move(self) -> float:
        """Move by a little and return the milliseconds from the pointer to the paint."""
        await self.page.bring_to_front()
        self._step += 1
        await self.page.evaluate(_WATCH, self._name)
        across, down = 6 + 3 * (self._step % 9), 6 + 2 * (self._step % 7)
        await self.page.mouse.move(self._x + across, self._y + down)
        return float(await (await self.page.wait_for_function("() => window.paintedAfter")).json_value())

    async def end(self) -> None:
        """Close the window, and the app."""
        await self.page.context.close()
        await self._app.end()


async def in_the_browser(folder: Path, counts: tuple[int, ...], size: Size) -> None:
    """Print from the pointer to the paint."""
    apps = {"plain": AppProcess(_made(folder / "plain"), (str(PLAIN),))}
    for count in counts:
        app = apps[str(count)] = AppProcess(_made(folder / f"browser {count}"))
        session = fresh(app.vault)
        fill(session, count)
        session.lock()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        windows = {
            name: Dragged(browser, app, "Plain mark" if name == "plain" else f"Open {DRAGGED}")
            for name, app in apps.items()
        }
        try:
            for window in windows.values():
                await window.begin()
            rounds: dict[str, list[float]] = {name: [] for name in windows}
            for _ in range(size.rounds):
                for name, window in windows.items():
                    rounds[name].append(
                        statistics.median([await window.move() for _ in range(min(size.times, 20))])
                    )
        finally:
            for window in windows.values():
                await window.end()
            await browser.close()
    say()
    say(f"{'pointer to paint':<24}{'ms':>8}   times as long as one plain control")
    for name in windows:
        ratio = figure([mine / plain for mine, plain in zip(rounds[name], rounds["plain"], strict=True)])
        say(f"{name:<24}{figure(rounds[name]).middle:8.1f}   {ranged(ratio)}")
    say(f"{'first paint of the app':<24}{windows[str(counts[-1])].first_paint_ms:8.0f}")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def main(arguments: list[str]) -> int:
    """Print all tables."""
    browser = "--no-browser" not in arguments
    with bench((__doc__ or "").splitlines()[0], [one for one in arguments if one != "--no-browser"]) as given:
        folder, size = given
        counts = (12, 60) if size == SMALL else COUNTS
        houses = {count: House(folder / str(count)) for count in counts}
        for count, house in houses.items():
            house.begin()
            with house.session() as session:
                fill(session, count)
        opened = {count: house.session() for count, house in houses.items()}
        sessions = {count: one.__enter__() for count, one in opened.items()}
        arranging({count: one.supports.all for count, one in sessions.items()}, sessions, size)
        for one in opened.values():
            one.__exit__(None, None, None)
        say()
        say(f"{'a move of a drag':<24}{'ms':>8}{'bytes':>8}")
        for count, house in houses.items():
            took, sent = asyncio.run(on_the_server(house, size.times))
            say(f"{count:<24}{statistics.median(took):8.2f}{sent:8.0f}")
        if browser and chromium() is not None:
            asyncio.run(in_the_browser(folder, counts, size))
        elif browser:
            say("no Chromium here: from the pointer to the paint was not measured")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
