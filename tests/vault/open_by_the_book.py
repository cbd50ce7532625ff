"""A second opener of vaults, written from docs/vault-format.md alone. Imports nothing of ours."""

import base64
import hashlib
import hmac
import json
import unicodedata
import zlib
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

Tables = dict[str, dict[str, Any]]


def open_vault(
    folder: Path, passphrase: str = "", *, recovery_key: bytes = b"", device_key: bytes = b""
) -> dict[str, Tables]:
    """Everything in a sound vault, by the name of the collection, with one of three secrets. ValueError if it is not sound."""
    vault_id, data_key = _data_key(folder, passphrase, recovery_key, device_key)
    marks = _read_log(folder, vault_id, data_key, ".marks")
    names = [row["name"] for row in marks.get("marks", {}).values()]
    there = {path.name for path in folder.glob("*.db")}
    return {
        name: _read_log(folder, vault_id, data_key, name)
        for name in names
        if _file_name(vault_id, data_key, name) in there
    }


def open_file(folder: Path, document: dict[str, Any]) -> bytes:
    """The content of the file that a document names. ValueError if it is not sound."""
    named = document["file"]
    raw, key = (folder / f"{named['name']}.file").read_bytes(), AESGCM(bytes.fromhex(named["key"]))
    if raw[:8] != b"SEALFIL\x01":
        raise ValueError("not a sealed file")
    frames = [raw[at : at + 65_536] for at in range(8, len(raw), 65_536)]
    content = b""
    for number, frame in enumerate(frames):
        bound = b"file" + number.to_bytes(8, "little") + bytes([number == len(frames) - 1])
        content += key.decrypt(frame[:12], frame[12:], bound)
    if len(content) < named["size"] or any(content[named["size"] :]):
        raise ValueError("not of its size")
    return content[: named["size"]]


def has_recovery_key(folder: Path, passphrase: str) -> bool:
    """Whether one of the slots is a recovery key's, for who has the passphrase."""
    vault_id, data_key = _data_key(folder, passphrase)
    raw = (folder / "vault.key").read_bytes()
    salts = [raw[start + 16 : start + 48] for start in range(37, 37 + 108 * raw[36], 108) if raw[start] == 2]
    key = _hkdf(data_key, vault_id, b"recovery mark")
    return any(hmac.digest(key, salt[:16], "sha256")[:16] == salt[16:] for salt in salts)


def recovery_key(words: str, listed: list[str]) -> bytes:
    """The recovery key that these words of the list stand for. ValueError if the checksum does not hold."""
    number = 0
    for word in words.split():
        number = number * 1024 + listed.index(word)
    key = (number >> 12).to_bytes(16, "big")
    digest = hashlib.sha256(b"recovery words" + key).digest()
    if number % 4096 != digest[0] * 16 + digest[1] // 16:
        raise ValueError("not the words that were printed")
    return key


def _integer(raw: bytes, at: int, size: int) -> int:
    return int.from_bytes(raw[at : at + size], "little")


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """RFC 5869, by hand: one block of output is all that is ever asked for."""
    extracted = hmac.digest(salt, key, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def _data_key(
    folder: Path, passphrase: str, recovery_key: bytes = b"", device_key: bytes = b""
) -> tuple[bytes, bytes]:
    sound = []
    for name in ("vault.key", "vault.key.bak"):
        raw = (folder / name).read_bytes()
        length = _integer(raw, 8, 4)
        if hashlib.sha256(raw[:length]).digest() == raw[length : length + 32]:
            sound.append(raw)
    if not sound:
        raise ValueError("the key file is damaged")
    raw = max(sound, key=lambda copy: _integer(copy, 28, 8))
    if raw[:8] != b"SEALKEY\x01":
        raise ValueError("a newer version")
    vault_id, length = raw[12:28], _integer(raw, 8, 4)
    for number in range(raw[36]):
        slot = raw[37 + 108 * number : 37 + 108 * (number + 1)]
        data_key = _opened_slot(slot, raw[:8] + vault_id, passphrase, recovery_key, device_key)
        if data_key:
            mac = hmac.digest(_hkdf(data_key, vault_id, b"key file"), raw[:length], "sha256")
            if mac != raw[length + 32 : length + 64]:
                raise ValueError("the key file was altered")
            return vault_id, data_key
    raise ValueError("no slot opens")


def _opened_slot(slot: bytes, before: bytes, passphrase: str, recovery: bytes, device: bytes) -> bytes:
    kind, derivation, salt = slot[0], slot[1], slot[16:48]
    log2_n, r, p = (_integer(slot, at, 4) for at in (4, 8, 12))
    if (kind, derivation) == (1, 1) and passphrase:
        typed = unicodedata.normalize("NFC", passphrase).encode()
        key = Scrypt(salt=salt, length=32, n=1 << log2_n, r=r, p=p).derive(typed)
    elif (kind, derivation) == (2, 0) and recovery:
        key = _hkdf(recovery, salt, b"recovery key")
    elif (kind, derivation) == (3, 0) and device:
        key = _hkdf(device, salt, b"device key")
    else:
        return b""
    try:
        return AESGCM(key).decrypt(slot[48:60], slot[60:108], before + slot[:48])
    except InvalidTag:
        return b""


def _file_name(vault_id: bytes, data_key: bytes, collection: str) -> str:
    digest = hmac.digest(_hkdf(data_key, vault_id, b"file names"), collection.encode(), "sha256")
    return base64.b32encode(digest).decode()[:24].lower() + ".db"


def _read_log(folder: Path, vault_id: bytes, data_key: bytes, collection: str) -> Tables:
    raw = (folder / _file_name(vault_id, data_key, collection)).read_bytes()
    header = raw[:256]
    if (
        header != raw[256:512]
        or header[:8] not in (b"SEALLOG\x01", b"SEALLOG\x02", b"SEALLOG\x03")
        or header[8:24] != vault_id
    ):
        raise ValueError("not a sound header")
    if zlib.crc32(header[:68]) != _integer(header, 68, 4) or any(header[72:]):
        raise ValueError("not a sound header")
    key = AESGCM(_hkdf(data_key, header[:68], b"log" + collection.encode()))
    first, link = _integer(header, 60, 8), header[24:40]
    tables: Tables = {}
    expected, at = first, 512
    while at < len(raw) and not (raw[7] >= 2 and at > 512 and raw.count(0, at) == len(raw) - at):
        size, number = _integer(raw, at + 4, 4), _integer(raw, at + 8, 8)
        frame = raw[at : at + size]
        if frame[:4] != b"FRM\x01" or zlib.crc32(frame[:28]) != _integer(frame, 28, 4) or size % 512:
            raise ValueError("not a frame")
        bound = b"frame" + frame[8:16] + frame[4:8]
        inner = key.decrypt(frame[16:28], frame[32:], bound)
        body = inner[22 : 22 + _integer(inner, 2, 4)]
        value = json.loads(zlib.decompress(body) if inner[1] == 1 else body)
        if inner[6:22] != link or any(inner[22 + len(body) :]):
            raise ValueError("not linked to the frame before")
        if inner[0] == 2 and number == first:
            tables, expected = value, first + 1
        elif inner[0] == 1 and number == expected:
            _apply(tables, value)
            link, expected = frame[-16:], number + 1
        else:
            raise ValueError("out of order")
        at += size
    return tables


def _apply(tables: Tables, changes: list[Any]) -> None:
    for verb, table, *rest in changes:
        if verb == "p":
            tables.setdefault(table, {})[str(rest[0])] = rest[1]
        elif verb == "d":
            tables[table].pop(str(rest[0]))
        elif verb == "c":
            tables[table] = {}
        elif verb == "x":
            tables.pop(table)
        else:
            raise ValueError("not a change")
