"""What one durable insert costs, in multiples of what the disk asks for at least.

Run ``python tests/bench/bench_vault.py [folder]``. Prints, for collections of 100, 1,000 and 10,000 documents, the
median time of an insert over the median time of one seal, one append of 512 bytes and one fsync, measured in turn in
the same run. Says nothing about a disk in memory: it refuses one.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # the path comes first

from tests.vault.disks import fresh_vault  # the path comes first

STORED = (100, 1_000, 10_000)
ROUNDS = 300
DOCUMENT = {
    "when": "2026-11-21T07:00:00+01:00",
    "mood": 3,
    "feelings": ["calm", "tired"],
    "note": "a few words",
}


def in_memory(folder: Path) -> bool:
    """Whether the folder lies on a disk that is only memory. Known on Linux alone."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    lines = [line.split() for line in mounts.read_text(encoding="utf-8").splitlines()]
    above = [(len(point), kind) for _, point, kind, *_ in lines if folder.resolve().is_relative_to(point)]
    return max(above)[1] in {"tmpfs", "ramfs"}


def floor(folder: Path) -> Callable[[], None]:
    """Return one seal, one append and one fsync, as the disk asks for at least."""
    file = os.open(folder / "floor", os.O_RDWR | os.O_CREAT, 0o600)
    key = AESGCM(os.urandom(32))
    at = 0

    def once() -> None:
        nonlocal at
        sealed = key.encrypt(os.urandom(12), bytes(484), b"bound")
        os.pwrite(file, (b"nonce here.." + sealed)[:512], at)
        os.fsync(file)
        at += 512

    return once


def timed(call: Callable[[], object]) -> float:
    """Seconds one call takes."""
    started = time.perf_counter()
    call()
    return time.perf_counter() - started


def ratio(folder: Path, stored: int) -> tuple[float, float, float]:
    """Median milliseconds of an insert and of the floor, taken in turn, and their ratio."""
    folder.mkdir()
    vault = fresh_vault(folder / "vault")
    table = vault.collection("check_ins").table("check_ins")
    table.insert_multiple(DOCUMENT | {"n": number} for number in range(stored))
    least = floor(folder)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        theirs.append(timed(least))
        ours.append(timed(lambda: table.insert(DOCUMENT)))
    vault.close()
    insert, limit = statistics.median(ours), statistics.median(theirs)
    return insert * 1000, limit * 1000, insert / limit


def main() -> int:
    """Print the ratios. Returns 1 for a disk that is only memory."""
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.gettempdir())
    if in_memory(where):
        sys.stderr.write(f"{where} is only memory: name a folder on a disk\n")
        return 1
    with tempfile.TemporaryDirectory(dir=where) as folder:
        sys.stdout.write("stored   insert ms   floor ms   ratio\n")
        for stored in STORED:
            insert, limit, times = ratio(Path(folder) / str(stored), stored)
            sys.stdout.write(f"{stored:>6,}   {insert:9.3f}   {limit:8.3f}   {times:5.2f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
