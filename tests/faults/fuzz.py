"""``python -m tests.faults.fuzz SECONDS RUNS``: malformed files, in bounded time and memory.

Guided by coverage for so many seconds where the package ``atheris`` is installed; so many at random otherwise.
"""

import os
import random
import sys
from importlib.util import find_spec

SECONDS_OF_ONE = 20
MEMORY_BYTES = 2 << 30


def limit(seconds: int) -> None:
    """Let the system end this process if it takes more than it may."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def at_random(runs: int) -> None:
    """Try so many, and say so."""
    from tests.faults.malformed import judge  # noqa: PLC0415  # the fuzzer has to import it in its own way

    chance = random.Random(os.urandom(8))  # noqa: S311  # any will do
    for _ in range(runs):
        judge(chance.randbytes(chance.randint(1, 60)))
    sys.stderr.write(f"Done {runs} runs at random\n")


def guided(seconds: int) -> None:
    """Let the fuzzer look for so long for what goes new ways through the vault. Ends the process."""
    import atheris  # noqa: PLC0415  # need not be installed

    with atheris.instrument_imports(include=["app.vault"]):
        from tests.faults.malformed import judge  # noqa: PLC0415  # instrumented

    judge(b"\0")
    limits = [
        f"-max_total_time={seconds}",
        f"-timeout={SECONDS_OF_ONE}",
        f"-rss_limit_mb={MEMORY_BYTES >> 20}",
    ]
    given = [sys.argv[0], *limits, "-max_len=400", "-verbosity=0", "-print_final_stats=1"]
    atheris.Setup(given, lambda data: (judge(data), None)[1])  # it wants nothing back
    atheris.Fuzz()


if __name__ == "__main__":
    seconds, runs = int(sys.argv[1]), int(sys.argv[2])
    limit(seconds * 3 + 120)
    if seconds and find_spec("atheris"):
        guided(seconds)
    else:
        at_random(runs)
