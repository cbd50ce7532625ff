"""Malformed files made from any bytes, and what may come of them: for hypothesis, and for a fuzzer (fuzz.py)."""

import hashlib
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from app.vault import Backup, VaultError
from tests.faults.history import FOLDER
from tests.faults.locked import (
    KEY_FILES,
    LOGS,
    MARKS,
    PASSPHRASE,
    disk_with,
    file_of,
    newest,
    noticed,
    seen,
    whole,
)
from tests.vault.disks import ModelDisk, unlocked

BACKUP = Path("/elsewhere/copy.sealed")
HEADER_BYTES, BLOCK_BYTES = 256, 512

Shape = Callable[[bytes], bytes]


def judge(data: bytes) -> str:
    """Make a malformed file of these bytes and open it. AssertionError, or what was raised, if more comes of it than a
    VaultError or a notice. Returns what kind of file it was.

    The first byte says which file, and whether its checksums are made good; then follow patches: where (2), how many
    bytes go (1), how many come (1), and those.
    """
    kind, (original, repaired, check) = _kind(data[:1])
    raw = original()
    for at, gone, put in _patches(data[1:]):
        place = at % (len(raw) + 1)
        raw = raw[:place] + put + raw[place + gone :]
    if data[:1] >= b"\x80":
        raw = repaired(raw)
    check(raw)
    return kind


def _kind(first: bytes) -> tuple[str, tuple[Callable[[], bytes], Shape, Callable[[bytes], None]]]:
    names = list(_KINDS)
    name = names[int.from_bytes(first, "little") % len(names)]
    return name, _KINDS[name]


def _patches(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    while len(data) >= 4:
        at, gone, size = int.from_bytes(data[:2], "little"), data[2], data[3]
        yield at, gone, data[4 : 4 + size]
        data = data[4 + size :]


# ------------------------------------------------------------------ key files


def _key_file() -> bytes:
    return newest()[KEY_FILES[0]]


def _with_digest(raw: bytes) -> bytes:
    length = int.from_bytes(raw[8:12], "little")
    if length > len(raw):
        return raw
    return raw[:length] + hashlib.sha256(raw[:length]).digest() + raw[length + 32 :]


def _check_key_file(raw: bytes) -> None:
    try:
        shown, _ = seen(newest() | dict.fromkeys(KEY_FILES, raw))
    except VaultError:
        assert raw != _key_file()
    else:
        assert shown == whole()


# ------------------------------------------------------------------ logs


def _log() -> bytes:
    return newest()[file_of("folded")]


def _log_with_room() -> bytes:
    return _log() + bytes(4 * BLOCK_BYTES)


def _marks() -> bytes:
    return newest()[file_of(MARKS)]


def _with_checks(raw: bytes) -> bytes:
    """Make good the checksums of both headers and of everything that begins as a frame."""
    blocks = bytearray(raw)
    heads = [(at, 68) for at in (0, HEADER_BYTES)]
    heads += [(at, 28) for at in range(BLOCK_BYTES, len(raw), BLOCK_BYTES) if raw[at : at + 3] == b"FRM"]
    for at, size in heads:
        if at + size + 4 <= len(raw):
            blocks[at + size : at + size + 4] = zlib.crc32(raw[at : at + size]).to_bytes(4, "little")
    return bytes(blocks)


def _check_log(raw: bytes) -> None:
    try:
        if raw.startswith(_log()) and not raw[len(_log()) :].strip(b"\0"):
            assert seen(newest() | {file_of("folded"): raw}) == (whole(), {})
        else:
            noticed(newest() | {file_of("folded"): raw}, file_of("folded"))
    except VaultError:
        assert raw != _log()


def _check_marks(raw: bytes) -> None:
    try:
        shown, told = seen(newest() | {file_of(MARKS): raw})
    except VaultError:
        assert raw != _marks()
    else:
        assert shown == whole()
        assert told.keys() <= {MARKS, *LOGS}


# ------------------------------------------------------------------ backups


@cache
def _backup() -> bytes:
    disk = disk_with(newest())
    vault = unlocked(FOLDER, PASSPHRASE, disk)
    vault.back_up(BACKUP)
    return disk.files()[BACKUP.name]


def _with_head_digest(raw: bytes) -> bytes:
    """Make good the checksum of the key file in the head, and of the head."""
    length = int.from_bytes(raw[8:12], "little")
    start = 8 + 4 + 32
    if not start < length <= len(raw):
        return raw
    head = raw[:start] + _with_digest(raw[start:length])[: length - start]
    return head + hashlib.sha256(head).digest() + raw[length + 32 :]


def _check_backup(raw: bytes) -> None:
    disk = ModelDisk()
    disk.put(BACKUP.name, raw)
    try:
        backup = Backup.open(BACKUP, PASSPHRASE, disk=disk)
        backup.check()
        backup.about()
    except VaultError:
        assert raw != _backup()
    else:
        assert raw == _backup(), "an altered backup opens"


_KINDS: dict[str, tuple[Callable[[], bytes], Shape, Callable[[bytes], None]]] = {
    "key file": (_key_file, _with_digest, _check_key_file),
    "log": (_log_with_room, _with_checks, _check_log),
    "marks": (_marks, _with_checks, _check_marks),
    "backup": (_backup, _with_head_digest, _check_backup),
}
KINDS = tuple(_KINDS)
