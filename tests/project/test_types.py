"""Types: mypy, strict, on everything."""

import subprocess
import sys

from tests.project.source import ROOT


def test_every_type_is_right() -> None:
    command = [sys.executable, "-m", "mypy", "--no-color-output", "--no-error-summary"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
