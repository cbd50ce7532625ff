"""How much of each fault is tried: a little in every run, more where HOLDFAST_FULL=1, all where HOLDFAST_LONG=1."""

import os
from collections import Counter

LONG = os.environ.get("HOLDFAST_LONG") == "1"
FULL = LONG or os.environ.get("HOLDFAST_FULL") == "1"

tried: Counter[str] = Counter()
"""What was tried so far in this run, and how often; told at its end (conftest.py)."""


def amount(short: int, full: int, long: int) -> int:
    """How many of something, or how far apart, this run tries."""
    return long if LONG else full if FULL else short
