"""``python -m tests.faults.long``: every test of faults at its full length, then a table of what was tried."""

import os
import sys
from pathlib import Path

import pytest

if __name__ == "__main__":
    os.environ |= {"HOLDFAST_FULL": "1", "HOLDFAST_LONG": "1"}
    sys.exit(pytest.main([str(Path(__file__).parent), "-q", *sys.argv[1:]]))
