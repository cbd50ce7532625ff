"""A start loads what it shows and no more: measured in modules that are loaded, not in time. How long it takes: tests/bench/bench_start.py."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.session.house import House

ROOT = Path(__file__).resolve().parents[2]

WHEN_A_COPY_IS_MADE = {
    "fpdf": "makes PDFs, and takes a quarter of a second",
    "fontTools": "looks into fonts, for a PDF or a picture",
    "uharfbuzz": "joins letters, for a PDF or a picture",
    "PIL": "draws the map as a picture, and makes photos smaller",
    "segno": "makes codes",
    "app.exports.pdf": "one of the forms of a copy",
    "app.exports.map_picture": "the map on paper",
}
WHEN_A_FILE_IS_READ = {
    "app.imports.detect": "knows the files of all other apps",
    "app.imports.vcard": "reads contacts",
}
WHEN_IT_IS_ASKED_FOR = {
    "app.example": "only who tries the example needs it",
    "difflib": "for a word of a recovery key that is not spelled right",
    "phonenumbers": "for a number that is shown or dialled",
    "zxcvbn": "for a new passphrase",
    "xkcdpass": "for a new passphrase",
    "flet_audio": "for a sound that is played",
}
NEVER_BEFORE_TODAY = WHEN_A_COPY_IS_MADE | WHEN_A_FILE_IS_READ | WHEN_IT_IS_ASKED_FOR
BEHIND_THE_DOOR = {
    "app.session.session": "everything that can be done while unlocked",
    "app.store.record": "what is kept, and with it cattrs",
    "cattrs": "turns what is kept into values",
    "babel.dates": "says days and numbers; none stands on the door",
    "app.ui.screens.today": "the first screen behind the door",
}
WHILE_THE_BROWSER_LOADS = {
    "app.ui.app": "the window, with all that stands around its screens",
    "app.ui.theme": "what Material is made of, in Flet",
    "app.vault": "the lock, and with it cryptography and TinyDB",
    "cryptography": "six megabytes",
}


def loaded(moment: str, folder: Path) -> set[str]:
    """The modules that a fresh Python has loaded by some moment (tests/ui/start.py)."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.start", moment, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.split())


def screens(modules: set[str]) -> set[str]:
    """The names of the screens among them."""
    return {name.rpartition(".")[2] for name in modules if name.startswith("app.ui.screens.")}


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """The folder of a vault, locked."""
    House(tmp_path / "vault").session.lock()
    return tmp_path / "vault"


def test_the_server_answers_before_the_app_is_loaded(vault: Path) -> None:
    modules = loaded("answers", vault)
    assert "app.ui.browser_window" in modules
    assert modules & (NEVER_BEFORE_TODAY | BEHIND_THE_DOOR | WHILE_THE_BROWSER_LOADS).keys() == set()


def test_the_door_is_shown_without_what_is_behind_it(vault: Path) -> None:
    modules = loaded("shown", vault)
    assert modules & (NEVER_BEFORE_TODAY | BEHIND_THE_DOOR).keys() == set()
    assert screens(modules) == {"unlock", "hidden"}


def test_the_first_screen_of_all_is_shown_without_the_others(tmp_path: Path) -> None:
    modules = loaded("shown", tmp_path / "none")
    assert modules & ((NEVER_BEFORE_TODAY | BEHIND_THE_DOOR).keys() - {"xkcdpass"}) == set()
    assert screens(modules) == {"first_run", "guide", "hidden"}


def test_today_is_shown_without_the_other_screens_and_what_they_need(vault: Path) -> None:
    modules = loaded("today", vault)
    assert BEHIND_THE_DOOR.keys() <= modules
    assert modules & NEVER_BEFORE_TODAY.keys() == set()
    assert screens(modules) == {"unlock", "hidden", "today"}
