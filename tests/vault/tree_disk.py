"""A modelled disk with folders, which can be renamed as a whole."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Self, TypeVar

from app.vault import Disk
from tests.vault.disks import CHEAP, ModelDisk, PowerCut, _Free

T = TypeVar("T")


class TreeDisk(Disk):
    """Folders that are each a ModelDisk. Their names reach the medium when the folder above them is synced.

    ``cut_at``, ``fail_at`` and ``errno`` as for ModelDisk; a call that fails has no effect.
    """

    least_cost = CHEAP

    def __init__(self) -> None:
        self.calls = 0
        self.cut_at = 0
        self.fail_at = 0
        self.errno = 0
        self.folders: dict[Path, ModelDisk] = {}
        self._durable: dict[Path, ModelDisk] = {}
        self._steps: list[dict[Path, ModelDisk]] = []
        self._open: dict[int, tuple[ModelDisk, int]] = {}
        self._off = False

    def after_power_cut(self, chance: Random) -> Self:
        """The disk that is found when the power is back: renames of folders happened in order, up to some."""
        found = type(self)()
        names = [self._durable, *self._steps][chance.randint(0, len(self._steps))]
        found.folders = {path: disk.after_power_cut(chance) for path, disk in names.items()}
        found._durable = dict(found.folders)
        return found

    def contents(self, folder: Path) -> dict[str, bytes]:
        """The files of a folder; none where there is no folder."""
        return self.folders[folder].files() if folder in self.folders else {}

    def put(self, path: Path, content: bytes) -> None:
        """Put a file on the medium, and its folder."""
        self._durable[path.parent] = self.folders.setdefault(path.parent, ModelDisk())
        self.folders[path.parent].put(path.name, content)

    def hold(self, path: Path) -> _Free:
        return _Free()

    def exists(self, path: Path) -> bool:
        return path.name in self.contents(path.parent)

    def taken(self, path: Path) -> bool:
        return path in self.folders or self.exists(path)

    def names(self, folder: Path) -> list[str]:
        if folder not in self.folders:
            raise NotADirectoryError(folder)
        return self.folders[folder].names(folder)

    def make_folder(self, folder: Path) -> None:
        if folder not in self.folders:
            self._do(lambda: self._renamed({**self.folders, folder: ModelDisk()}))
            self.sync_folder(folder.parent)

    def remove_folder(self, folder: Path) -> None:
        if self.contents(folder):
            raise OSError(39, os.strerror(39))
        self._do(lambda: self._renamed({path: disk for path, disk in self.folders.items() if path != folder}))

    def read(self, path: Path) -> bytes:
        if path.parent not in self.folders:
            raise FileNotFoundError(path)
        return self.folders[path.parent].read(path)

    def size(self, path: Path) -> int:
        return len(self.read(path))

    def read_part(self, path: Path, offset: int, size: int) -> bytes:
        return self.read(path)[offset : offset + size]

    def open(self, path: Path) -> int:
        return self._opened(path, lambda: self.folders[path.parent].open(path))

    def create(self, path: Path) -> int:
        return self._opened(path, lambda: self.folders[path.parent].create(path))

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        disk, inner = self._open[file]
        self._do(lambda: disk.write_at(inner, data, offset))

    def sync(self, file: int) -> None:
        disk, inner = self._open[file]
        self._do(lambda: disk.sync(inner))

    def sync_data(self, file: int) -> None:
        disk, inner = self._open[file]
        self._do(lambda: disk.sync_data(inner))

    def truncate(self, file: int, size: int) -> None:
        disk, inner = self._open[file]
        self._do(lambda: disk.truncate(inner, size))

    def close(self, file: int) -> None:
        disk, inner = self._open.pop(file)
        disk.close(inner)

    def replace(self, old: Path, new: Path) -> None:
        if old not in self.folders:
            assert old.parent == new.parent
            self._do(lambda: self.folders[old.parent].replace(old, new))
            return
        assert new not in self.folders, "a folder is renamed to where there is none"
        moved = {(new if path == old else path): disk for path, disk in self.folders.items()}
        self._do(lambda: self._renamed(moved))

    def remove(self, path: Path) -> None:
        self._do(lambda: self.folders[path.parent].remove(path))

    def sync_folder(self, folder: Path) -> None:
        def sync() -> None:
            if folder in self.folders:
                self.folders[folder].sync_folder(folder)
            if any(path.parent == folder for path in (*self.folders, *self._durable)):
                self._durable, self._steps = dict(self.folders), []

        self._do(sync)

    def _renamed(self, folders: dict[Path, ModelDisk]) -> None:
        self.folders = folders
        self._steps.append(dict(folders))

    def _opened(self, path: Path, opening: Callable[[], int]) -> int:
        inner = self._do(opening)
        self._open[self.calls] = self.folders[path.parent], inner
        return self.calls

    def _do(self, step: Callable[[], T]) -> T:
        if self._off:
            raise PowerCut
        self.calls += 1
        if self.calls == self.fail_at:
            raise OSError(self.errno, os.strerror(self.errno))
        done = step()
        if self.calls == self.cut_at:
            self._off = True
            raise PowerCut
        return done
