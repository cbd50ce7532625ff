"""Lint and layout: ruff, with the rules of pyproject.toml."""

import subprocess
import sys

import pytest

from tests.project.source import ROOT


@pytest.mark.parametrize(
    "ask", [["check", "--quiet", "--output-format=concise"], ["format", "--check", "--quiet"]]
)
def test_ruff_has_nothing_to_say(ask: list[str]) -> None:
    command = [sys.executable, "-m", "ruff", *ask, "main.py", "app", "assets", "tests"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
