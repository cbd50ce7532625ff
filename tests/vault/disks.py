"""Disks for tests: one that asks for no hard passphrase, and one in memory that loses power or fails on call."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Self

from app.vault import Cost, Disk, Vault

CHEAP = Cost(log2_n=1, r=8, p=1)
SECTOR_BYTES = 512


class CheapDisk(Disk):
    """The real disk, for vaults whose passphrase need not be hard to guess."""

    least_cost = CHEAP

    def usual_cost(self) -> Cost:
        return CHEAP


def fresh_vault(folder: Path, passphrase: str = "passphrase", disk: Disk | None = None) -> Vault:
    """A new cheap vault."""
    return Vault.create(folder, passphrase, disk=disk or CheapDisk(), cost=CHEAP)


def unlocked(folder: Path, passphrase: str = "passphrase", disk: Disk | None = None) -> Vault:
    """A cheap vault, opened."""
    return Vault.unlock(folder, passphrase, disk=disk or CheapDisk())


def seeded(seed: int) -> Random:
    """Chance that can be had again."""
    return Random(seed)  # noqa: S311  # the same each time is what is wanted


class PowerCut(BaseException):
    """The machine is off: nothing more happens."""


@dataclass
class _File:
    """A file: what the medium holds, what programs see, and the steps between that the medium may or may not have."""

    medium: bytes = b""
    seen: bytearray = field(default_factory=bytearray)
    steps: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, data: bytes, offset: int) -> None:
        self.seen.extend(bytes(max(0, offset + len(data) - len(self.seen))))
        self.seen[offset : offset + len(data)] = data
        self.steps.append((offset, data))

    def truncate(self, size: int) -> None:
        del self.seen[size:]
        self.steps.append((size, None))

    def sync(self) -> None:
        self.medium, self.steps = bytes(self.seen), []

    def sync_data(self) -> None:
        """Put on the medium what lies within the size that it knows. What the file has grown by, or lost, stays pending."""
        size = len(self.medium)
        self.medium = bytes(self.seen[:size]) + self.medium[len(self.seen) :]
        self.steps = [
            (offset, data) if data is None else (max(offset, size), data[max(0, size - offset) :])
            for offset, data in self.steps
            if data is None or offset + len(data) > size
        ]

    def after_power_cut(self, chance: Random) -> bytes:
        """The medium's bytes, with some of the sectors written since the last sync, in any order, a few of them torn.

        Where a file has grown over sectors that were not written it has zeros, or what lay there before.
        """
        content = bytearray(self.medium)
        stale = chance.random() < 0.3
        for offset, data in self.steps:
            if data is None:
                if chance.random() < 0.5:
                    del content[offset:]
                continue
            for start in range(0, len(data), SECTOR_BYTES):
                part = data[start : start + SECTOR_BYTES]
                if chance.random() < 0.6:
                    if chance.random() < 0.1:
                        part = part[: chance.randint(1, len(part))]  # no disk should; some may
                    end = offset + start + len(part)
                    grown = max(0, end - len(content))
                    content.extend(chance.randbytes(grown) if stale else bytes(grown))
                    content[offset + start : end] = part
        return bytes(content)


class _Free:
    """A lock that nobody contends for."""

    def release(self) -> None:
        return


class ModelDisk(Disk):
    """A disk in memory that keeps apart what programs see and what a power cut would leave.

    ``cut_at`` is the number of the call at which the power goes; ``fail_at`` one that fails with ``errno``, and with
    it all later ones if ``broken``. Calls are counted from 1; only those that change or sync something count.
    """

    least_cost = CHEAP

    def usual_cost(self) -> Cost:
        return CHEAP

    def __init__(self) -> None:
        self.calls = 0
        self.cut_at = 0
        self.fail_at = 0
        self.errno = 0
        self.broken = False
        self._off = False
        self._names: dict[str, _File] = {}
        self._durable_names: dict[str, _File] = {}
        self._name_steps: list[tuple[str, _File | None, str | None]] = []
        self._open: dict[int, _File] = {}
        self._last_opened = 0

    def after_power_cut(self, chance: Random) -> Self:
        """The disk that is found when the power is back."""
        names = dict(self._durable_names)
        upto = chance.randint(0, len(self._name_steps))
        in_order = chance.random() < 0.7
        for place, (name, file, gone) in enumerate(self._name_steps):
            happened = place < upto if in_order else chance.random() < 0.5
            if happened and gone is not None:
                names.pop(gone, None)
            if happened and file is not None:
                names[name] = file
        found = type(self)()
        for name, file in names.items():
            content = file.after_power_cut(chance)
            found._names[name] = _File(content, bytearray(content))
        found._durable_names = dict(found._names)
        return found

    def after_kill(self) -> Self:
        """The disk that another process finds: the same, with all that never reached the medium still pending."""
        self._off, self.cut_at, self.fail_at, self.broken, self.calls = False, 0, 0, False, 0
        self._open.clear()
        return self

    def files(self) -> dict[str, bytes]:
        """What programs see."""
        return {name: bytes(file.seen) for name, file in self._names.items()}

    def put(self, name: str, content: bytes) -> None:
        """Put a file on the medium."""
        self._names[name] = self._durable_names[name] = _File(content, bytearray(content))

    def _step(self) -> bool:
        """Count a call. Returns whether its effect is only half there when the power goes or the call fails."""
        if self._off:
            raise PowerCut
        self.calls += 1
        return self.calls == self.cut_at or self._fails()

    def _fails(self) -> bool:
        return 0 < self.fail_at == self.calls or (self.broken and 0 < self.fail_at < self.calls)

    def _end(self) -> None:
        if self._fails():
            raise OSError(self.errno, os.strerror(self.errno))
        if self.calls == self.cut_at:
            self._off = True
            raise PowerCut

    def hold(self, path: Path) -> _Free:
        return _Free()

    def exists(self, path: Path) -> bool:
        return path.name in self._names

    def taken(self, path: Path) -> bool:
        return self.exists(path)

    def names(self, folder: Path) -> list[str]:
        return list(self._names)

    def make_folder(self, folder: Path) -> None:
        return

    def read(self, path: Path) -> bytes:
        if path.name not in self._names:
            raise FileNotFoundError(path)
        return bytes(self._names[path.name].seen)

    def size(self, path: Path) -> int:
        return len(self.read(path))

    def read_part(self, path: Path, offset: int, size: int) -> bytes:
        return self.read(path)[offset : offset + size]

    def open(self, path: Path) -> int:
        if self._step():
            self._end()
        if path.name not in self._names:
            raise FileNotFoundError(path)
        return self._opened(self._names[path.name])

    def create(self, path: Path) -> int:
        half = self._step()
        if half and self._fails():
            self._end()
        file = _File()
        self._names[path.name] = file
        self._name_steps.append((path.name, file, None))
        if half:
            self._end()
        return self._opened(file)

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        half = self._step()
        self._open[file].write(data[: len(data) // 2] if half and self._fails() else data, offset)
        if half:
            self._end()

    def sync(self, file: int) -> None:
        if self._step():
            self._end()
        self._open[file].sync()

    def sync_data(self, file: int) -> None:
        if self._step():
            self._end()
        self._open[file].sync_data()

    def truncate(self, file: int, size: int) -> None:
        half = self._step()
        if half and self._fails():
            self._end()
        self._open[file].truncate(size)
        if half:
            self._end()

    def close(self, file: int) -> None:
        del self._open[file]

    def replace(self, old: Path, new: Path) -> None:
        half = self._step()
        if half and self._fails():
            self._end()
        file = self._names.pop(old.name)
        self._names[new.name] = file
        self._name_steps.append((new.name, file, old.name))
        if half:
            self._end()

    def remove(self, path: Path) -> None:
        half = self._step()
        if half and self._fails():
            self._end()
        if path.name not in self._names:
            raise FileNotFoundError(path)
        del self._names[path.name]
        self._name_steps.append(("", None, path.name))
        if half:
            self._end()

    def sync_folder(self, folder: Path) -> None:
        if self._step():
            self._end()
        self._durable_names, self._name_steps = dict(self._names), []

    def _opened(self, file: _File) -> int:
        self._last_opened += 1
        self._open[self._last_opened] = file
        return self._last_opened
