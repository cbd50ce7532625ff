"""Rotation: all is sealed again under a new data key, beside what there was; then the key file says which of both counts.

Files of two data keys have different names. A list of the files of the other key, sealed under either of them, makes
sure that after a crash exactly one of both goes: which one, the key file decides by whom it lets in.
"""

import re
from collections.abc import Callable
from contextlib import suppress

from app.vault import key_copies
from app.vault.catalogue import Catalogue
from app.vault.change import INTENT
from app.vault.errors import DiskFull, Stopped, VaultDamaged, VaultError
from app.vault.folder import KEPT, LOG, Folder
from app.vault.frames import folded
from app.vault.key_file import KeyFile
from app.vault.key_slot import Passphrase
from app.vault.marks import MARKS, Mark, Marks
from app.vault.sealed_log import SealedLog

LEAVING = ".leaving"
"""The name of the log that lists the files of the other data key."""

Progress = Callable[[int, int], None]
"""Told how many collections are sealed again, and of how many."""

_TABLE = "files"
_OURS = re.compile(r"([a-z2-7]{24})(\.db|(\.\d+)?\.(torn|kept))", re.ASCII)


def rotate(
    catalogue: Catalogue,
    folder: Folder,
    old: Passphrase,
    new: str,
    *,
    progress: Progress | None,
    stop: Callable[[], bool] | None,
) -> tuple[Folder, Catalogue]:
    """Seal every collection again, and let the key file change hands. Returns the folder and collections that count now.

    Needs as much room as the vault takes, and one collection in memory at a time. ``stop`` is asked before each of
    them. WrongPassphrase; VaultDamaged where a file is damaged, missing, set aside as what may be the only copy of
    something, or accounted for by nothing: its bytes would be lost; DiskFull; Stopped, and whatever ``progress`` and ``stop`` raise: then everything is as it was. ReadOnly:
    the next unlock opens all of the old or all of the new, by the one passphrase or the other.
    """
    folder.check()
    key_file = key_copies.read(folder.disk, folder.path).proven(folder.keys)
    key_file.unlock_with(old)
    if not _tidy(folder):
        raise VaultDamaged("an earlier rotation has left what cannot be read")
    old_files = _files_of(catalogue, folder)
    next_file, keys = key_file.with_new_data_key(folder.keys, new, folder.disk.least_cost)
    to = Folder(folder.path, folder.disk, keys)
    names = catalogue.names("")
    try:
        _list(folder, [to.log_path(name).name for name in (*names, MARKS, LEAVING)])
        marks: dict[str, Mark] = {}
        for done, name in enumerate(names):
            _step(done, len(names), progress, stop)
            marks[name] = _seal_again(catalogue, name, to)
        made = Catalogue(to, Marks.begin(to, marks), [])
        _list(to, old_files)
        _step(len(names), len(names), progress, stop)
        _switch(folder, next_file)
    except BaseException:
        folder.read_only |= to.read_only
        if not folder.read_only:
            with suppress(VaultError):
                _tidy(folder)
        keys.forget()
        raise
    return to, made


def finish_rotation(folder: Folder) -> bool:
    """Remove the files of the other data key, if a rotation has left any. Returns False if the list of them is damaged.

    Only once both copies of the key file agree, durably: until then the other key may be needed, and the vault is
    read-only. What cannot be removed is found again at the next unlock.
    """
    if not folder.has(folder.log_path(LEAVING)):
        return True
    copies = key_copies.read(folder.disk, folder.path)
    if copies.first != copies.second:
        folder.read_only = True
    with suppress(VaultError):
        return _tidy(folder)
    return True


def _step(done: int, total: int, progress: Progress | None, stop: Callable[[], bool] | None) -> None:
    if progress is not None:
        progress(done, total)
    if stop is not None and stop():
        raise Stopped("the rotation was stopped")


def _seal_again(catalogue: Catalogue, name: str, to: Folder) -> Mark:
    log, tables = catalogue.look(name)
    if log.damaged:
        raise VaultDamaged("a collection is damaged: its bytes would be lost")
    header, _, whole = folded(to.keys, name, log.last + 1, tables)
    _put(to, name, whole)
    return catalogue.mark_of_copy(log, header.first, header.link, whole[-16:])


def _switch(folder: Folder, key_file: KeyFile) -> None:
    try:
        key_copies.write(folder, key_file)
    except DiskFull:
        raise
    except BaseException:
        folder.read_only = True  # which key file counts is open: nothing may be written under either
        raise


def _files_of(catalogue: Catalogue, folder: Folder) -> list[str]:
    """Every file that goes with the old data key; VaultDamaged if one is missing, or nothing accounts for it."""
    there = folder.names()
    names = catalogue.names("")
    if not catalogue.marks.whole or any(folder.log_path(name).name not in there for name in names):
        raise VaultDamaged("a file of the vault is missing")
    known = {folder.keys.file_stem(name) for name in (*names, MARKS, INTENT)}
    ours = {name: match[1] for name in there if (match := _OURS.fullmatch(name))}
    if any(name.endswith(KEPT) for name in ours):
        raise VaultDamaged("bytes are set aside that may be the only copy of something")
    if any(stem not in known for name, stem in ours.items() if name.endswith(LOG)):
        raise VaultDamaged("no collection accounts for a file of the vault: its bytes would be lost")
    return [*(name for name, stem in ours.items() if stem in known), folder.log_path(LEAVING).name]


def _list(folder: Folder, names: list[str]) -> None:
    """Make durable which files go if this folder's keys turn out to be the ones that count."""
    rows = {str(row): {"name": name} for row, name in enumerate(sorted(names), 1)}
    _put(folder, LEAVING, folded(folder.keys, LEAVING, 1, {_TABLE: rows})[2])
    try:
        folder.sync()
    except OSError as error:
        raise folder.failed(error) from error


def _put(folder: Folder, name: str, whole: bytes) -> None:
    path = folder.log_path(name)
    try:
        folder.write_new(path, whole)
        folder.put_new(path)
    except OSError as error:
        raise folder.failed(error) from error


def _tidy(folder: Folder) -> bool:
    """Remove the files that were listed under this folder's keys, then the list.

    Returns False if the list is damaged. VaultError if one cannot be removed; then the list stays.
    """
    path = folder.log_path(LEAVING)
    if not folder.has(path):
        return True
    log = SealedLog(folder, LEAVING)
    tables, _ = log.open()
    log.close()
    if log.damaged:
        return False
    folder.check()  # opening the list made the folder durable, and with it the key files, or said that it cannot
    there = folder.names()
    try:
        for row in tables.get(_TABLE, {}).values():
            if row["name"] in there and _OURS.fullmatch(row["name"]):
                folder.disk.remove(folder.path / row["name"])
        folder.sync()
        folder.disk.remove(path)
    except OSError as error:
        raise folder.failed(error) from error
    return True
