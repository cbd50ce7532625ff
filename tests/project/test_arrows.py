"""The arrows of the house: who may know of whom. Most of them are import-linter's contracts in pyproject.toml."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.project.source import ROOT, Module, modules

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
NETWORK = (
    "socket",
    "ssl",
    "http",
    "httpx",
    "requests",
    "smtplib",
    "ftplib",
    "socketserver",
    "urllib.request",
    "urllib3",
    "aiohttp",
    "websockets",
)
NOT_PURE = (
    *(
        "os",
        "pathlib",
        "json",
        "asyncio",
        "random",
        "secrets",
        "time",
        "io",
        "shutil",
        "tempfile",
        "logging",
        "locale",
    ),
    *(
        "sqlite3",
        "subprocess",
        "threading",
        "multiprocessing",
        "concurrent",
        "uuid",
        "pickle",
        "ctypes",
        *NETWORK,
    ),
)
MAIN_MAY_NOT = (
    "cryptography",
    "tinydb",
    "filelock",
    "fpdf",
    "app.vault",
    "app.store",
    "app.domain",
    "app.session",
    *NETWORK,
)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        LINT_IMPORTS,
        "--no-logo",
        "--cache-dir",
        str(ROOT / ".import_linter_cache"),
    ]
    environment = {**os.environ, "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)


def test_the_contracts_of_pyproject_are_kept() -> None:
    told = lint_imports(ROOT)
    assert told.returncode == 0, told.stdout + told.stderr


def test_only_the_ui_and_the_front_door_know_flet() -> None:
    outside = [one for one in modules() if not one.path.startswith("app/ui/") and one.path != "main.py"]
    assert reaching(outside, "flet", "flet_web", "flet_desktop", "uvicorn", "starlette", "fastapi") == {}


def test_nothing_opens_a_connection_but_the_loopback_server() -> None:
    assert set(reaching(modules(), *NETWORK)) <= {"app/ui/browser_window.py"}


def test_meaning_needs_only_the_pure_part_of_the_standard_library() -> None:
    domain = [one for one in modules() if one.path.startswith("app/domain/")]
    assert domain
    assert reaching(domain, *NOT_PURE) == {}
    allowed = {"app", *sys.stdlib_module_names}
    elsewhere = {
        one.path: foreign
        for one in domain
        if (foreign := {name for name in one.imports if name.partition(".")[0] not in allowed})
    }
    assert elsewhere == {}


def test_the_front_door_knows_no_more_than_it_opens() -> None:
    front_door = [one for one in modules() if one.path == "main.py"]
    assert reaching(front_door, *MAIN_MAY_NOT) == {}


def reaching(among: Iterable[Module], *names: str) -> dict[str, set[str]]:
    return {one.path: found for one in among if (found := one.brings(*names))}
