"""A second opener of backups, written from docs/backup-format.md alone. Imports nothing of ours."""

import hashlib
import hmac
import json
import tempfile
import unicodedata
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from tests.vault.open_by_the_book import Tables, open_vault

FRAME = 1 << 16


def open_backup(path: Path, passphrase: str) -> tuple[Any, dict[str, Tables]]:
    """What a sound backup is about, and everything in it by the name of the collection. ValueError if it is not sound."""
    raw = path.read_bytes()
    length = _integer(raw, 8, 4)
    if raw[:8] != b"SEALBAK\x01" or hashlib.sha256(raw[:length]).digest() != raw[length : length + 32]:
        raise ValueError("not a sound head")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for copy in ("vault.key", "vault.key.bak"):
            (folder / copy).write_bytes(raw[44:length])
        data_key = _data_key(raw[44:length], passphrase)
        extracted = hmac.digest(raw[: length + 32], data_key, "sha256")
        key = AESGCM(hmac.digest(extracted, b"backup\x01", "sha256"))
        files = dict(_files(_content(key, raw[length + 32 :])))
        about = json.loads(files.pop("about"))
        for called, content in files.items():
            (folder / called).write_bytes(content)
        return about, open_vault(folder, passphrase)


def _integer(raw: bytes, at: int, size: int) -> int:
    return int.from_bytes(raw[at : at + size], "little")


def _data_key(raw: bytes, passphrase: str) -> bytes:
    """The data key in the passphrase slot of a key file."""
    slots = [raw[37 + 108 * number : 37 + 108 * (number + 1)] for number in range(raw[36])]
    slot = next(slot for slot in slots if slot[:2] == b"\x01\x01")
    log2_n, r, p = (_integer(slot, at, 4) for at in (4, 8, 12))
    typed = unicodedata.normalize("NFC", passphrase).encode()
    key = Scrypt(salt=slot[16:48], length=32, n=1 << log2_n, r=r, p=p).derive(typed)
    try:
        return AESGCM(key).decrypt(slot[48:60], slot[60:], raw[:8] + raw[12:28] + slot[:48])
    except InvalidTag:
        raise ValueError("not the passphrase") from None


def _content(key: AESGCM, sealed: bytes) -> bytes:
    frames = [sealed[at : at + FRAME] for at in range(0, len(sealed), FRAME)]
    content = b""
    for number, frame in enumerate(frames):
        last = number == len(frames) - 1
        content += key.decrypt(
            frame[:12], frame[12:], b"backup" + number.to_bytes(8, "little") + bytes([last])
        )
    return content


def _files(content: bytes) -> list[tuple[str, bytes]]:
    files = []
    at = 0
    while content[at]:
        start = at + 1 + content[at]
        name = content[at + 1 : start].decode("ascii")
        size = _integer(content, start, 8)
        files.append((name, content[start + 8 : start + 8 + size]))
        at = start + 8 + size
    if any(content[at:]):
        raise ValueError("something after the end")
    return files
