"""What a version after this one may have written: sound in itself, and of a format that is not known here."""

import hashlib
import sys
import zlib
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.vault import Vault
from tests.vault.disks import CheapDisk, unlocked

VERSION = 9


def key_file(raw: bytes) -> bytes:
    """A key file of another version, checksum right."""
    length = int.from_bytes(raw[8:12], "little")
    body = raw[:7] + bytes([VERSION]) + raw[8:length]
    return body + hashlib.sha256(body).digest() + raw[length + 32 :]


def log(raw: bytes) -> bytes:
    """A log of another version: both headers say so."""
    head = raw[:7] + bytes([VERSION]) + raw[8:68]
    header = (head + zlib.crc32(head).to_bytes(4, "little")).ljust(256, b"\0")
    return header * 2 + raw[512:]


def backup(raw: bytes) -> bytes:
    """A backup of another version, checksum right."""
    length = int.from_bytes(raw[8:12], "little")
    head = raw[:7] + bytes([VERSION]) + raw[8:length]
    return head + hashlib.sha256(head).digest() + raw[length + 32 :]


def backup_with_newer_key_file(raw: bytes) -> bytes:
    """A backup of this version of a vault with a key file of another."""
    length = int.from_bytes(raw[8:12], "little")
    head = raw[:44] + key_file(raw[44:length])
    return head + hashlib.sha256(head).digest() + raw[length + 32 :]


def page(raw: bytes) -> bytes:
    """A locked page of another version, its sum right."""
    before, _, rest = raw.partition(b'<pre id="sealed" hidden>')
    line, _, after = rest.partition(b"</pre>")
    body = str(VERSION).encode() + line.strip().rpartition(b"|")[0][1:]
    total = b64encode(hashlib.sha256(body).digest())
    return before + b'<pre id="sealed" hidden>' + body + b"|" + total + b"</pre>" + after


def write_newer_key_files(folder: Path) -> None:
    """Let both copies of the key file of a vault be of another version."""
    for name in ("vault.key", "vault.key.bak"):
        (folder / name).write_bytes(key_file((folder / name).read_bytes()))


def write_newer_log(folder: Path, collection: str, passphrase: str) -> None:
    """Let the log of a collection be of another version; ``.marks`` is one as well."""
    vault = unlocked(folder, passphrase)
    path = vault._folder.log_path(collection)
    vault.close()
    path.write_bytes(log(path.read_bytes()))


@contextmanager
def writing_newer_logs(patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Within, new logs are of another version, which is known: what is made now is a newer vault."""
    frames = sys.modules["app.vault.frames"]
    with patch.context() as newer:
        newer.setattr(frames, "_VERSIONS", (1, 2, 3, VERSION))
        real = frames.Header.fresh.__func__

        def fresh(kind: type, vault_id: bytes, collection: str, first: int) -> object:
            made = real(kind, vault_id, collection, first)
            head = made.raw[:7] + bytes([VERSION]) + made.raw[8:68]
            return kind((head + zlib.crc32(head).to_bytes(4, "little")).ljust(256, b"\0"))

        newer.setattr(frames.Header, "fresh", classmethod(fresh))
        yield


def backup_of_newer_logs(place: Path, passphrase: str, patch: pytest.MonkeyPatch) -> Path:
    """A backup of this version, in a folder, of a vault whose logs are of another."""
    with writing_newer_logs(patch):
        vault = Vault.create(place / "newer", passphrase, disk=CheapDisk())
        vault.collection("supports").table("supports").insert({"id": "a"})
        vault.back_up(place / "newer.sealed")
        vault.close()
    return place / "newer.sealed"
