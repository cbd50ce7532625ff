"""What is in the folders of this computer: read to find a file in, and never changed."""

import os
import stat
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_DRIVES_STAND_IN = ("/Volumes", "/media/{user}", "/run/media/{user}")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FoundFile:
    """A file, and when it was last changed, by this computer's clock."""

    path: Path
    changed: datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Folder:
    """One folder as it is now: the folders in it by name, and its files with the latest first. What is hidden is left out."""

    path: Path
    folders: tuple[Path, ...]
    files: tuple[FoundFile, ...]


def read_folder(path: Path) -> Folder:
    """Read one folder. OSError where it cannot be read; what stands in it and cannot be looked at is left out."""
    folders, files = [], []
    with os.scandir(path) as entries:
        for entry in entries:
            seen = _seen(entry)
            if seen is None or _is_hidden(entry.name, seen):
                continue
            if stat.S_ISDIR(seen.st_mode):
                folders.append(Path(entry.path))
            elif stat.S_ISREG(seen.st_mode):
                changed = datetime.fromtimestamp(seen.st_mtime).astimezone()
                files.append(FoundFile(path=Path(entry.path), changed=changed))
    return Folder(
        path=path,
        folders=tuple(sorted(folders, key=lambda one: one.name.casefold())),
        files=tuple(sorted(files, key=lambda one: (-one.changed.timestamp(), one.path.name.casefold()))),
    )


def drives() -> tuple[Path, ...]:
    """The drives and sticks that are there now, beside the one that the person's own folder lies on."""
    return tuple(sorted(set(_drives())))


def nearest_folder(path: Path | None) -> Path:
    """Where to begin: the folder that this path is or lies in, if there is one; else the person's own."""
    if path is not None:
        for folder in (path, *path.parents[:-1]):
            if folder.is_dir():
                return folder
    return Path.home()


def _drives() -> Iterator[Path]:
    if sys.platform == "win32":
        yield from (drive for letter in string.ascii_uppercase if (drive := Path(f"{letter}:\\")).exists())
        return
    user = Path.home().name
    for place in _DRIVES_STAND_IN:
        folder = Path(place.format(user=user))
        try:
            yield from (drive for drive in folder.iterdir() if drive.is_dir() and not drive.is_symlink())
        except OSError:  # there is no such place on this system
            continue


def _seen(entry: os.DirEntry[str]) -> os.stat_result | None:
    try:
        return entry.stat()
    except OSError:  # a link that leads nowhere, or what is not ours to look at
        return None


def _is_hidden(name: str, seen: os.stat_result) -> bool:
    attributes = getattr(seen, "st_file_attributes", 0)
    return name.startswith(".") or bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN) or not _is_text(name)


def _is_text(name: str) -> bool:
    """Whether a name can be shown: on Linux it can be any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
