"""The memory of the app with 22,000 check-ins, against an empty Flet app: python tests/bench/bench_memory.py [folder], on a quiet machine.

What the process has in memory once its window stands in Chromium: RSS, PSS, in which what it shares with other processes
counts in parts, what of Python's own heap is in use, and the most that its RSS ever was, which scrypt makes. The empty app, as Flet serves any app by itself and behind
our server, shows one line. Ours is looked at while it is locked, at Today, after each place that reads much, at Today
again, and once it is locked again. Aim: an RSS of 1.5 times that of the plain empty app, at Today. Linux alone tells these figures.
"""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from playwright.async_api import Browser  # the path comes first

from app.vault import Disk
from tests.bench import empty_app, heap_told
from tests.bench.first_paint import browser, compiled, free_port
from tests.bench.long_life import lived
from tests.bench.measure import SMALL, Size, bench, figure, ranged, say
from tests.browser.conftest import chromium
from tests.browser.kit import HEARD_FROM_THE_START, Window
from tests.browser.process import FRONT_DOOR, AppProcess
from tests.browser.steps import PASSPHRASE, has, unlock

CHECK_INS, A_DAY = 22_000, 3
EMPTY, GUARDED = "empty app, plain Flet", "empty app, our server"
STEADY_BYTES, STEADY_TIMES, LOOK_EVERY_SECONDS = 256 << 10, 4, 0.25
_IN_USE = re.compile(r"# bytes in allocated blocks\s+=\s+([\d,]+)")


class Memory(NamedTuple):
    """Bytes of one process at one moment."""

    rss: int
    pss: int
    heap: int
    most: int


@dataclass
class Watched:
    """One app whose memory is looked at."""

    app: AppProcess

    async def memory(self) -> Memory:
        """What it has, once that stands still: the first screen comes before what is loaded in a quiet moment."""
        before, still = self._told("Pss"), 0
        while still < STEADY_TIMES:
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            now = self._told("Pss")
            still = still + 1 if abs(now - before) < STEADY_BYTES else 0
            before = now
        rss, pss = self._told("Rss"), self._told("Pss")
        return Memory(rss, pss, await self._heap(), self._most())

    def _told(self, name: str) -> int:
        lines = Path(f"/proc/{self.app.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) << 10 for line in lines if line.startswith(f"{name}:"))

    def _most(self) -> int:
        lines = Path(f"/proc/{self.app.pid}/status").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) << 10 for line in lines if line.startswith("VmHWM:"))

    async def _heap(self) -> int:
        asked = len(_IN_USE.findall(self.app.log)) + 1
        os.kill(self.app.pid, signal.SIGUSR1)
        async with asyncio.timeout(10):
            while len(told := _IN_USE.findall(self.app.log)) < asked:  # noqa: ASYNC110  # another process writes it
                await asyncio.sleep(0.01)
        return int(told[-1].replace(",", ""))


async def walk(window: Window) -> AsyncIterator[str]:
    """Go from the door through everything that reads much, and say after each step where it led."""
    yield "locked"
    await unlock(window)
    yield "unlocked, at Today"
    await window.tap("Patterns")
    await window.tap("Days")
    await has(window, "heading", "My check-ins")
    await window.tap("Month")
    await window.says(f"{datetime.now(UTC):%B %Y}")
    yield "after a month"
    await window.tap("Year")
    await has(window, "heading", f"{datetime.now(UTC):%Y}")
    yield "after a year"
    await window.tap("Days")
    await window.submit("Find words in all years", "nobody wrote this")
    await window.says("Nothing here matches.")
    yield "after a search of all"
    await window.tap("Patterns")
    await window.says("How it was")
    yield "after Patterns"
    await window.tap("Supports")
    await window.tap("Map")
    await has(window, "heading", "Map")
    yield "after the map"
    await window.tap("Today")
    await window.says("How is it right now?")
    yield "back at Today"
    await window.tap("Hide now")
    await window.says("Nothing is open here.")
    yield "locked again"


def apps(folder: Path, check_ins: int) -> dict[str, AppProcess]:
    """The empty app in both forms, and ours over a vault of years."""

    def app(name: str, command: Sequence[str]) -> AppProcess:
        (folder / name).mkdir()
        return AppProcess(
            folder / name, (str(Path(heap_told.__file__)), *command), compiled(folder / "compiled")
        )

    empty = str(Path(empty_app.__file__))
    made = {
        EMPTY: app("plain", (empty, "--plain", str(free_port()))),
        GUARDED: app("empty", (empty,)),
        "ours": app("ours", FRONT_DOOR),
    }
    house = lived(made["ours"].vault, check_ins, datetime.now(UTC), A_DAY, disk=Disk(), passphrase=PASSPHRASE)
    house.reopen().preferences.change(toured=True)
    house.session.lock()
    return made


async def one_round(one: AppProcess, chromium: Browser, *, empty: bool) -> dict[str, Memory]:
    """Open its window and look, by the name of the moment."""
    context = await chromium.new_context(reduced_motion="reduce")
    try:
        await context.add_init_script(HEARD_FROM_THE_START)
        window, watched = Window(await context.new_page(), one), Watched(one)
        await window.open()
        if empty:
            await window.says(empty_app.LINE)
            return {"": await watched.memory()}
        return {moment: await watched.memory() async for moment in walk(window)}
    finally:
        await context.close()
        await one.end()


async def measured(made: dict[str, AppProcess], size: Size) -> None:
    """Print what each had in memory."""
    told: dict[str, list[Memory]] = {}
    async with browser() as chromium:
        for (
            name,
            one,
        ) in made.items():  # what is compiled at the first start is garbage that the others have not
            await one_round(one, chromium, empty=name != "ours")
        for _ in range(size.rounds):
            for name, one in made.items():
                for moment, memory in (await one_round(one, chromium, empty=name != "ours")).items():
                    told.setdefault(moment or name, []).append(memory)
    say(f"{'MiB':<24}{'RSS':>7}{'PSS':>7}{'heap':>7}{'most':>7}   RSS by the empty app   PSS by it")
    for name, memories in told.items():
        middle = [figure([float(value) for value in values]).middle for values in zip(*memories, strict=True)]
        both = list(zip(memories, told[EMPTY], strict=True))
        ratios = (
            ranged(figure([mine.rss / empty.rss for mine, empty in both])),
            ranged(figure([mine.pss / empty.pss for mine, empty in both])),
        )
        say(f"{name:<24}{''.join(f'{value / (1 << 20):7.1f}' for value in middle)}   {'     '.join(ratios)}")


def main(arguments: list[str]) -> int:
    """Print the table."""
    with bench((__doc__ or "").splitlines()[0], arguments) as (folder, size):
        if not Path("/proc/self/smaps_rollup").exists() or chromium() is None:
            say("this needs Linux, and a Chromium")
            return 0
        check_ins = 60 if size == SMALL else CHECK_INS
        say(f"A vault with {check_ins:,} check-ins.")
        asyncio.run(measured(apps(folder, check_ins), size))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
