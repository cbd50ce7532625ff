"""Restoring: a backup becomes a vault in a folder of its own; what it replaces is kept beside it."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.vault.backup import Backup, Entry
from app.vault.checking import Check
from app.vault.disk import Disk
from app.vault.errors import NotWritten, VaultDamaged, VaultError, VaultExists
from app.vault.folder import NEW
from app.vault.kept_aside import free_name
from app.vault.key_copies import KEY_FILE, SECOND_COPY
from app.vault.lock import LOCK_FILE
from app.vault.pace import Pace, Progress, Stop
from app.vault.whole_file import not_written

_SEALED_NAME = re.compile(r"[a-z2-7]{24}\.(db|file)", re.ASCII)
_PIECE_BYTES = 1 << 16
_PASSES = 3
"""All of it is opened, written, and read back."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What a check of the backup found, and where that which was replaced lies now, None if nothing was."""

    checked: Check
    kept: Path | None


def restore(
    backup: Backup,
    folder: Path,
    *,
    replace: bool = False,
    beside: frozenset[str] = frozenset(),
    progress: Progress | None = None,
    stop: Stop | None = None,
) -> Restored:
    """Make a vault of a backup in ``folder``, which must not exist or be empty. It opens with the backup's passphrase.

    ``beside`` are names of small files that lie unsealed beside a vault: they do not count, and are carried over.

    Everything is proven first. With ``replace`` a vault that lies there is renamed, never changed; any other content
    is VaultExists in any case. VaultInUse if that vault is open; errors of Backup.check; NotWritten or DiskFull; Stopped,
    and whatever ``progress`` and ``stop`` raise: then ``folder`` is as it was. The same where a power cut comes between: only between the last two renames neither vault
    has its name, and both are whole beside it.
    """
    disk, pace = backup.disk, Pace(_PASSES * backup.size, progress, stop)
    names = _names(disk, folder)
    if names - beside - {LOCK_FILE} and not (replace and _is_vault(names)):
        raise VaultExists("there is something in this place already")
    with _kept_closed(disk, folder if names else None):
        checked = backup.check(pace=pace)
        new = folder.with_name(folder.name + NEW)
        try:
            _clear(disk, new, beside)
            _carry_over(disk, folder, new, names & beside)
            _prove(disk, new, _write(backup, new, pace), pace)
        except BaseException as error:
            with suppress(OSError, VaultError):
                _clear(disk, new, beside)
                disk.remove_folder(new)
            if isinstance(error, OSError):
                raise not_written(error) from error
            raise
    return Restored(checked, _put_in_place(disk, new, folder, has_vault=bool(names)))


def _names(disk: Disk, folder: Path) -> set[str]:
    if not disk.taken(folder):
        return set()
    try:
        return set(disk.names(folder))
    except OSError:
        raise VaultExists("there is something in this place already") from None


def _is_vault(names: set[str]) -> bool:
    return any(name in {KEY_FILE, SECOND_COPY} or _SEALED_NAME.fullmatch(name) for name in names)


@contextmanager
def _kept_closed(disk: Disk, folder: Path | None) -> Iterator[None]:
    """Keep the vault that is to be replaced closed to others. Let go before it is renamed: Windows demands that."""
    if folder is None:
        yield
        return
    try:
        held = disk.hold(folder / LOCK_FILE)
    except OSError as error:
        raise NotWritten("the folder of the vault cannot be locked") from error
    try:
        yield
    finally:
        held.release()


def _clear(disk: Disk, new: Path, beside: frozenset[str]) -> None:
    """Remove what an earlier attempt left; VaultExists if anything else is among it."""
    names = _names(disk, new)
    if not all(_SEALED_NAME.fullmatch(name) for name in names - beside - {KEY_FILE, SECOND_COPY}):
        raise VaultExists("there is something beside this place that is not ours")
    for name in names:
        disk.remove(new / name)


def _write(backup: Backup, new: Path, pace: Pace) -> dict[str, bytes]:
    """Write every file into the folder ``new`` and sync all of it. Returns the digest of each."""
    digests = {
        entry.name: _write_file(backup.disk, new / entry.name, entry.pieces) for entry in _files(backup, pace)
    }
    backup.disk.sync_folder(new)
    return digests


def _write_file(disk: Disk, path: Path, pieces: Iterator[bytes]) -> bytes:
    digest, end = hashlib.sha256(), 0
    file = disk.create(path)
    try:
        for piece in pieces:
            disk.write_at(file, piece, end)
            digest.update(piece)
            end += len(piece)
        disk.sync(file)
    finally:
        disk.close(file)
    return digest.digest()


def _carry_over(disk: Disk, folder: Path, new: Path, names: set[str]) -> None:
    disk.make_folder(new)
    for name in sorted(names):
        _write_file(disk, new / name, iter((disk.read(folder / name),)))


def _files(backup: Backup, pace: Pace) -> Iterator[Entry]:
    about = True
    for entry in backup.entries(pace):
        if not about:
            if not _SEALED_NAME.fullmatch(entry.name):
                raise VaultDamaged("the backup is damaged")
            yield entry
        about = False
    for name in (SECOND_COPY, KEY_FILE):
        raw = backup.head.key_file.raw
        yield Entry(name, len(raw), iter((raw,)))


def _prove(disk: Disk, new: Path, digests: dict[str, bytes], pace: Pace) -> None:
    for name, digest in digests.items():
        found = hashlib.sha256()
        for offset in range(0, disk.size(new / name), _PIECE_BYTES):
            piece = disk.read_part(new / name, offset, _PIECE_BYTES)
            pace.step(len(piece))
            found.update(piece)
        if found.digest() != digest:
            raise NotWritten("what was restored does not read as it should")


def _put_in_place(disk: Disk, new: Path, folder: Path, *, has_vault: bool) -> Path | None:
    kept = free_name(folder, disk) if has_vault else None
    try:
        if kept is not None:
            disk.replace(folder, kept)
        elif disk.taken(folder):
            disk.remove_folder(folder)
        try:
            disk.replace(new, folder)
        except OSError:
            if kept is not None:
                disk.replace(kept, folder)
            raise
        disk.sync_folder(folder.parent)
    except OSError as error:
        raise not_written(error) from error
    return kept
