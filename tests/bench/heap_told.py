"""Runs a script as Python does, and writes to standard error how Python's own heap is used, each time SIGUSR1 asks for it."""

import gc
import runpy
import signal
import sys
from pathlib import Path
from types import FrameType


def tell(_: int, __: FrameType | None) -> None:
    """Write it, once what only waits to be collected is gone."""
    gc.collect()
    sys._debugmallocstats()


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, tell)
    sys.argv = sys.argv[1:]
    sys.path[0] = str(Path(sys.argv[0]).resolve().parent)
    runpy.run_path(sys.argv[0], run_name="__main__")
