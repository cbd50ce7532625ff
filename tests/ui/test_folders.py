"""What is in a folder, for someone who looks for a file in it."""

import os
from pathlib import Path

import pytest

from app.ui import folders
from app.ui.folders import nearest_folder, read_folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with two folders, two files, and what is not for choosing."""
    for name in ("b", "A", ".hidden"):
        (tmp_path / name).mkdir()
    for seconds, name in enumerate(("old.csv", "new.csv", ".secret")):
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (seconds, seconds))
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    return tmp_path


def test_folders_stand_by_name_and_files_with_the_latest_first(place: Path) -> None:
    found = read_folder(place)
    assert [folder.name for folder in found.folders] == ["A", "b"]
    assert [file.path.name for file in found.files] == ["new.csv", "old.csv"]


@pytest.mark.skipif(os.name != "posix", reason="only there can a name be any bytes")
def test_a_name_that_is_no_text_is_left_out(place: Path) -> None:
    (place / os.fsdecode(b"\xff.csv")).write_text("")
    assert len(read_folder(place).files) == 2


def test_a_link_to_a_folder_is_a_folder(place: Path) -> None:
    (place / "c").symlink_to(place / "A")
    assert [folder.name for folder in read_folder(place).folders] == ["A", "b", "c"]


def test_a_folder_that_cannot_be_read_is_named_as_such(place: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        read_folder(place / "gone")


def test_one_begins_where_the_path_leads_or_as_near_as_there_is_a_folder(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: place / "b")
    assert nearest_folder(place / "A") == place / "A"
    assert nearest_folder(place / "A" / "gone" / "file.csv") == place / "A"
    assert nearest_folder(place / "new.csv") == place
    assert nearest_folder(Path("/gone from here/file.csv")) == place / "b"
    assert nearest_folder(None) == place / "b"


def test_drives_stand_where_the_system_puts_them(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_DRIVES_STAND_IN", ("/gone from here", str(place / "{user}")))
    monkeypatch.setattr(Path, "home", lambda: Path("/home/A"))
    (place / "A" / "STICK").mkdir()
    (place / "A" / "readme.txt").write_text("")
    (place / "A" / "whole disk").symlink_to("/")
    assert folders.drives() == (place / "A" / "STICK",)
