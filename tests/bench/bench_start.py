"""From starting the app to its first paint, against an empty Flet app: python tests/bench/bench_start.py [folder], on a quiet machine.

Each try starts a process of Python and opens its address in a tab of a Chromium that runs already. What counts is the
time from the start of the process to the first paint as of ``first_paint.py``: of the field for the passphrase over a
vault, of the first screen where there is none, of the one line of the empty app. The empty app stands behind the same
server, guard and assets, and once more as Flet serves any app by itself. Cold is a browser without a cache; warm is one
that has shown this very app before. Aim: 1.3 times as long as the empty app behind the same server.

Then Python's share: until the server answers, what of it are imports, and how many modules are there by then.
``--no-browser`` leaves the first out.
"""

import asyncio
import re
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from playwright.async_api import Browser  # the path comes first

from app import words
from tests.bench import empty_app
from tests.bench.first_paint import asked_for, browser, compiled, free_port, opened
from tests.bench.measure import Figure, Size, bench, figure, ranged, say
from tests.browser.conftest import chromium
from tests.browser.process import FRONT_DOOR, AppProcess
from tests.browser.seeding import fresh

EMPTY_APP = str(Path(empty_app.__file__))
EMPTY, PLAIN, LOCKED, NEW = "empty app", "empty app, plain Flet", "unlock screen", "first screen"
_IMPORTED = re.compile(r"^import time:\s+(\d+) \|", re.MULTILINE)


@dataclass
class Contender:
    """One app, what is looked for in its window, and what each round took: seconds by the name of a figure."""

    app: AppProcess
    wanted: str
    took: dict[str, list[float]] = field(default_factory=dict)
    files: tuple[int, int] = (0, 0)

    def keep(self, name: str, seconds: float) -> None:
        """Remember one round."""
        self.took.setdefault(name, []).append(seconds)

    def times(self, name: str, other: "Contender") -> Figure:
        """How many times as long as another one took, round by round."""
        return figure([mine / theirs for mine, theirs in zip(self.took[name], other.took[name], strict=True)])


def contenders(folder: Path) -> dict[str, Contender]:
    """The empty app in both forms, and ours over a vault and over none."""

    def app(name: str, command: Sequence[str]) -> AppProcess:
        place = folder / name
        place.mkdir()
        return AppProcess(place, command, compiled(folder / "compiled"))

    made = {
        EMPTY: Contender(app("empty", (EMPTY_APP,)), empty_app.LINE),
        PLAIN: Contender(app("plain", (EMPTY_APP, "--plain", str(free_port()))), empty_app.LINE),
        LOCKED: Contender(app("locked", FRONT_DOOR), words.unlock.passphrase),
        NEW: Contender(app("new", FRONT_DOOR), words.first_run.start),
    }
    fresh(made[LOCKED].app.vault).lock()
    return made


async def one_round(one: Contender, chromium: Browser) -> None:
    """Start it with a cold browser, then again with the same, which is warm now."""
    context = await chromium.new_context(reduced_motion="reduce")
    for cache in ("cold", "warm"):
        began = time.time()
        await one.app.start()
        one.keep("answers", time.time() - began)
        page, painted = await opened(context, one.app.address, one.wanted)
        one.keep(cache, painted - began)
        if cache == "cold":
            one.files = await asked_for(page)
        await page.close()
        await one.app.end()
    await context.close()


async def in_the_browser(ours: dict[str, Contender], size: Size) -> None:
    """Let each have its round in turn, and print what it took."""
    async with browser() as chromium:
        for one in ours.values():  # the first start of all compiles its modules, and is not counted
            await one.app.start()
            await (await opened(await chromium.new_context(), one.app.address, one.wanted))[0].close()
            await one.app.end()
        for turn in range(size.rounds):
            names = list(ours)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                await one_round(ours[name], chromium)
    for cache in ("cold", "warm"):
        say()
        say(
            f"{f'first paint, {cache} cache':<26}{'s':>6}   by the empty app     by plain Flet        asks for: files, MB"
        )
        for name, one in ours.items():
            files, size_bytes = one.files
            ratios = "   ".join(ranged(one.times(cache, ours[other])) for other in (EMPTY, PLAIN))
            say(
                f"{name:<26}{figure(one.took[cache]).middle:6.2f}   {ratios}   {files:3} {size_bytes / 1e6:6.2f}"
            )


def imports(one: Contender, folder: Path) -> tuple[float, int]:
    """Seconds that imports take until it answers, as Python itself tells them, and how many modules are there then.

    To tell them slows them down: the seconds are for looking where they go, and are no part of the others.
    """
    told = folder / "imports.txt"
    command = [sys.executable, "-X", "importtime", *one.app.command[1:]]
    with told.open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, cwd=folder, env=one.app.environment
        )
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            lines = told.read_text(encoding="utf-8")
            process.terminate()
    micros = [int(found) for found in _IMPORTED.findall(lines)]
    return sum(micros) / 1e6, len(micros)


def in_python(ours: dict[str, Contender], folder: Path, size: Size) -> None:
    """Print what Python takes until the server answers."""
    seconds: dict[str, list[float]] = {name: [] for name in ours}
    modules: dict[str, int] = {}
    for _ in range(size.rounds):
        for name, one in ours.items():
            took, modules[name] = imports(one, folder)
            seconds[name].append(took)
    say()
    say(f"{'until the server answers':<26}{'s':>6}   {'of imports: s':>13}   by the empty app     modules")
    for name, one in ours.items():
        whole = figure(one.took["answers"]).middle if one.took else 0.0
        ratio = figure([mine / theirs for mine, theirs in zip(seconds[name], seconds[EMPTY], strict=True)])
        say(
            f"{name:<26}{whole:6.2f}   {figure(seconds[name]).middle:13.2f}   {ranged(ratio)}   {modules[name]:7}"
        )


def main(arguments: list[str]) -> int:
    """Print both tables."""
    seen = "--no-browser" not in arguments
    rest = [one for one in arguments if one != "--no-browser"]
    with bench((__doc__ or "").splitlines()[0], rest) as (folder, size):
        ours = contenders(folder)
        if seen and chromium() is not None:
            asyncio.run(in_the_browser(ours, size))
        elif seen:
            say("no Chromium here: the first paint was not measured")
        in_python(ours, folder, size)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
