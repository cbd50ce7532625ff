"""How the benches measure: on a disk that is one, in turns, in rounds, by medians with their spread."""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

BLOCK_BYTES = 512
BUDGET_SECONDS = 1.0
"""What one contender may take of a round, once it has had one try."""

Step = Callable[[], object]


class Size(NamedTuple):
    """How much is measured: of ``times`` tries in each of ``rounds`` the median counts."""

    rounds: int
    times: int


FULL, SMALL = Size(7, 80), Size(1, 2)


class Figure(NamedTuple):
    """The median of some rounds, and the least and the most of them."""

    middle: float
    least: float
    most: float


@dataclass
class Race:
    """The median seconds of each contender, round by round."""

    seconds: dict[str, list[float]]

    def milliseconds(self, name: str) -> Figure:
        """What one try took."""
        return figure([one * 1000 for one in self.seconds[name]])

    def times(self, name: str, other: str) -> Figure:
        """How many times as long as the other one took, each round by itself."""
        both = zip(self.seconds[name], self.seconds[other], strict=True)
        return figure([mine / theirs for mine, theirs in both])


def figure(values: Sequence[float]) -> Figure:
    """Sum up some rounds."""
    return Figure(statistics.median(values), min(values), max(values))


def race(contenders: dict[str, Step], size: Size) -> Race:
    """Let all contenders try in turn, each time another one first, so that what else the machine does hits all alike.

    One that is too slow for as many tries as the others has fewer, and at least one in each round.
    """
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    names = list(contenders)
    for _ in range(size.rounds):
        tries: dict[str, list[float]] = {name: [] for name in names}
        for turn in range(size.times):
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                if sum(tries[name]) < BUDGET_SECONDS:
                    tries[name].append(timed(contenders[name]))
        for name in names:
            seconds[name].append(statistics.median(tries[name]))
    return Race(seconds)


def timed(step: Step) -> float:
    """Seconds one try takes."""
    started = time.perf_counter()
    step()
    return time.perf_counter() - started


def floor(folder: Path, open_until: ExitStack) -> Step:
    """Return the least that a durable sealed insert is in a file that grows with it: one seal of a block, one append, one fsync.

    It grows a file of its own just as a log grows, writes as many bytes, and seals as many under a new nonce and with
    additional data as long as those of a frame. It makes no JSON, keeps nothing in memory, and checks nothing.
    """
    file = os.open(folder / "floor", os.O_RDWR | os.O_CREAT, 0o600)
    open_until.callback(os.close, file)
    key, head, inner = AESGCM(os.urandom(32)), bytes(20), bytes(BLOCK_BYTES - 48)
    end = 0

    def once() -> None:
        nonlocal end
        nonce = os.urandom(12)
        os.pwrite(file, head + nonce + key.encrypt(nonce, inner, b"frame" + head[:12]), end)
        os.fsync(file)
        end += BLOCK_BYTES

    return once


def in_memory(folder: Path) -> bool:
    """Whether the folder lies on a disk that is only memory. Known on Linux alone."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    lines = [line.split() for line in mounts.read_text(encoding="utf-8").splitlines()]
    above = [(len(point), kind) for _, point, kind, *_ in lines if folder.resolve().is_relative_to(point)]
    return max(above)[1] in {"tmpfs", "ramfs"}


@contextmanager
def bench(about: str, arguments: Sequence[str]) -> Iterator[tuple[Path, Size]]:
    """Read the command line and make a folder for the bench. A disk that is only memory ends the program."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(tempfile.gettempdir()))
    parser.add_argument(
        "--small", action="store_true", help="only to see that it runs: the figures say nothing"
    )
    parser.add_argument("--rounds", type=int, default=FULL.rounds)
    given = parser.parse_args(arguments)
    if not given.small and in_memory(given.folder):
        parser.error(f"{given.folder} is only memory: name a folder on a disk")
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        yield Path(folder), SMALL if given.small else FULL._replace(rounds=given.rounds)


def say(line: str = "") -> None:
    """Write one line of a table, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def ranged(one: Figure) -> str:
    """A ratio with its spread, in 18 characters."""
    return f"{one.middle:6.2f} ({one.least:.2f}–{one.most:.2f})".ljust(18)
