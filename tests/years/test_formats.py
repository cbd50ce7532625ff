"""Every version of every format that the code knows has a golden file, and the page about them says what is true."""

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from app import VERSION
from app.store import backup, digest, everything, settings
from app.store.settings import Settings, ThemeChoice
from app.store.shape import newest
from app.vault import backup_frames, key_file, sealed_file
from tests.project.source import ROOT
from tests.session.house import MORNING
from tests.years import shapes
from tests.years.goldens import CHANGING, FOLDER, RECORDS, VAULTS, said_beside

frames = sys.modules["app.vault.frames"]
locked_line = sys.modules["app.vault.locked_line"]  # the package has a function of that name

KNOWN: dict[str, set[int]] = {
    "the vault as a folder": {key_file._MAGIC[-1]},
    "sealed logs": set(frames._VERSIONS),
    "sealed files": {sealed_file._START[-1]},
    "backups": {backup_frames._MAGIC[-1]},
    "the locked page": {int(locked_line._VERSION)},
    "`settings.json`": {settings.VERSION},
    "everything as JSON": {everything.SCHEMA_VERSION},
    "records of every kind": {newest(kind) for kind in shapes.kinds().values()},
    "what the device remembers": {newest(shapes.kinds()["copies"])},
    "digests of months": {digest._SHAPE},
}
"""By the beginning of its row on the page: every version that is read."""


def _bytes_7(pattern: str) -> set[int]:
    return {path.read_bytes()[7] for path in FOLDER.glob(pattern)}


def _golden() -> dict[str, set[int]]:
    pages = [path.read_bytes() for path in FOLDER.glob("locked-page-*.html")]
    lines = [re.search(rb'<pre id="sealed" hidden>\s*(\d+)\|', page) for page in pages]
    return {
        "the vault as a folder": _bytes_7("*/vault.key"),
        "sealed logs": _bytes_7("*/*.db"),
        "sealed files": _bytes_7("*/*.file"),
        "backups": _bytes_7("*.sealed"),
        "the locked page": {int(line[1]) for line in lines if line},
        "`settings.json`": {
            json.loads(path.read_text("utf-8"))["version"] for path in FOLDER.glob("settings-*.json")
        },
        "everything as JSON": {said_beside(name)["schema_version"] for name in RECORDS},
    }


def test_every_version_that_is_read_has_a_golden_file_and_none_is_newer() -> None:
    golden = _golden()
    assert golden == {name: KNOWN[name] for name in golden}


def test_what_is_new_in_the_folder_comes_with_a_new_version_of_the_folder() -> None:
    """From the fourth version of logs on, and the second of sealed files (docs/changing-formats.md, "What holds")."""
    (of_folder,) = KNOWN["the vault as a folder"]
    alone = max(KNOWN["sealed logs"]) == 3 and max(KNOWN["sealed files"]) == 1
    assert alone or of_folder > 1


def _rows() -> list[list[str]]:
    page = (ROOT / "docs" / "changing-formats.md").read_text("utf-8")
    table = page.partition("| what | its version |")[2].partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table]


ROWS = _rows()


def test_the_page_says_the_newest_version_of_each() -> None:
    assert len(ROWS) > len(KNOWN)
    for begins, versions in KNOWN.items():
        (row,) = (one for one in ROWS if one[0].startswith(begins))
        assert row[2] == str(max(versions)), begins
    unnumbered = [row for row in ROWS if not any(row[0].startswith(begins) for begins in KNOWN)]
    assert {row[2] for row in unnumbered} == {"–"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_what_a_row_of_the_page_names_is_there(row: list[str]) -> None:
    assert len(row) == 6
    tests = re.findall(r"`([^`]+)`", row[4])
    assert tests
    assert [one for one in tests if not (ROOT / one).is_file()] == []
    goldens = re.findall(r"`([^`]+)`", row[5])
    assert [one for one in goldens if not (FOLDER / one).exists()] == []
    assert goldens or row[5] == "–"


def test_every_golden_thing_is_named_on_the_page() -> None:
    named = {golden for row in ROWS for golden in re.findall(r"`([^`]+)`", row[5])}
    beside = {f"{name}.json" for name in VAULTS} | CHANGING
    assert {path.name for path in FOLDER.iterdir()} - beside == named - beside


def test_the_commands_and_places_that_the_page_names_are_there() -> None:
    page = (ROOT / "docs" / "changing-formats.md").read_text("utf-8")
    for module in re.findall(r"python -m (tests\.[a-z_.]+)", page):
        assert Path(ROOT / (module.replace(".", "/") + ".py")).is_file(), module
    for place in re.findall(r"`((?:tests|app)/[a-z_/.]+)`", page):
        assert (ROOT / place).exists(), place


def test_the_golden_settings_say_what_they_said(tmp_path: Path) -> None:
    raw = (FOLDER / "settings-1.json").read_bytes()
    (tmp_path / settings.FILE_NAME).write_bytes(raw)
    loaded = settings.load(tmp_path)
    assert loaded == Settings(
        theme=ThemeChoice.DARK,
        less_movement=True,
        low_stimulus=True,
        region="PT",
        language="de",
        emergency_card=("Ana 020 7946 0958", "Breathe out slowly", "Ελένη"),
    )
    assert settings.load_tries(tmp_path).count == 2
    settings.save(tmp_path, loaded)
    assert json.loads((tmp_path / settings.FILE_NAME).read_bytes()) == json.loads(raw)


def test_the_app_has_one_version() -> None:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == VERSION
    assert backup.about(MORNING)["made_by"] == VERSION
    changes = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)
    assert changes[0] == "Unreleased" or changes[0].startswith((VERSION, f"[{VERSION}]"))
