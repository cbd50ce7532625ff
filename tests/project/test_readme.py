"""The README's first two commands are what is really run, and what they name exists."""

import re
import shutil
import subprocess
import tomllib
from typing import Any

import pytest

from tests.project.source import ROOT

FENCED = re.compile(r"^```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXTRA = re.compile(r'"\.\[([\w,-]+)\]"')


def commands() -> list[str]:
    """What stands in the fenced blocks of the README, in order."""
    return FENCED.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def settings() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_first_two_commands_are_what_the_check_runs() -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here: .ci/run needs it")
    told = subprocess.run(
        [bash, ".ci/run", "--commands"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout == "".join(commands()[:2])


def test_the_first_command_starts_the_app_and_the_second_tests_it() -> None:
    start, test = commands()[:2]
    assert start.count("\n") == test.count("\n") == 1
    assert start.rstrip().endswith("python main.py")
    assert test.rstrip().endswith("python -m pytest")


def test_windows_gets_the_same_two() -> None:
    def translated(command: str) -> str:
        return command.replace("python3 -m venv", "py -m venv").replace(".venv/bin/", ".venv\\Scripts\\")

    assert commands()[2:4] == [translated(command) for command in commands()[:2]]


def test_every_extra_that_is_named_exists() -> None:
    named = {
        extra for command in commands() for found in EXTRA.findall(command) for extra in found.split(",")
    }
    assert named
    assert named <= set(settings()["project"]["optional-dependencies"])


def test_the_check_can_be_run_as_it_is() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111, ".ci/run is not executable"
    assert script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
