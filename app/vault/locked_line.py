"""Content under a passphrase as one line of text, made so that a browser can open it (docs/locked-page.md)."""

import os
from base64 import b64decode, b64encode
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from app.vault.cost import KEY_BYTES
from app.vault.errors import VaultDamaged, VaultUnsupported, WrongPassphrase

ROUNDS = 1_000_000
"""Of PBKDF2, the one password hash that every browser has: 0.2 to 0.4 s on a desktop, more on a phone."""

MOST_ROUNDS = 4_000_000
"""The most that are run to open a line. A file that asks for more would hold up a phone."""

_SALT_BYTES, _NONCE_BYTES = 16, 12
_VERSION, _DERIVATION, _CIPHER = "1", "PBKDF2-SHA256", "AES-256-GCM"
_FIELDS = 7
_MOST_DIGITS = 12


def locked_line(content: bytes, passphrase: str) -> str:
    """Return the content sealed under a passphrase, another line each time. Blocks for half a second.

    In it stand, between ``|``: 1, what the key is derived with and in how many rounds, the cipher, salt, nonce, the
    sealed bytes, and a sum of all before. The sum tells damage before anything is derived; it protects from nobody.
    Everything before the sealed bytes is bound to them.
    """
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    key = _key(passphrase, salt, ROUNDS)
    head = "|".join((_VERSION, _DERIVATION, str(ROUNDS), _CIPHER, _text(salt), _text(nonce)))
    line = f"{head}|{_text(AESGCM(key).encrypt(nonce, content, head.encode('ascii')))}"
    return f"{line}|{_text(sha256(line.encode('ascii')).digest())}"


def opened_line(line: str, passphrase: str) -> bytes:
    """Return what a locked line holds. Blocks for half a second, or for two if it asks for the most rounds.

    VaultDamaged where its sum does not fit, and VaultUnsupported for one that a newer version locked: both before
    anything is derived. WrongPassphrase if it does not open: the words are wrong, or someone changed it and mended the sum.
    """
    body, _, total = line.rpartition("|")
    if not line.isascii() or _text(sha256(body.encode("ascii")).digest()) != total:
        raise VaultDamaged("the sum does not fit")
    fields = body.split("|")
    if len(fields) != _FIELDS or (fields[0], fields[1], fields[3]) != (_VERSION, _DERIVATION, _CIPHER):
        raise VaultUnsupported("locked by a newer version")
    rounds = int(fields[2]) if fields[2].isdigit() and len(fields[2]) < _MOST_DIGITS else 0
    if not 1 <= rounds <= MOST_ROUNDS:
        raise VaultUnsupported("more rounds than are run")
    salt, nonce, sealed = map(_bytes, fields[4:])
    if len(nonce) != _NONCE_BYTES:
        raise VaultUnsupported("a nonce of another length")
    head = "|".join(fields[:-1]).encode("ascii")
    try:
        return AESGCM(_key(passphrase, salt, rounds)).decrypt(nonce, sealed, head)
    except InvalidTag:
        raise WrongPassphrase("it does not open") from None


def _key(passphrase: str, salt: bytes, rounds: int) -> bytes:
    typed = passphrase.encode("utf-8", "surrogatepass")  # an error of the codec would carry the passphrase
    return PBKDF2HMAC(SHA256(), KEY_BYTES, salt, rounds).derive(typed)


def _text(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        raise VaultDamaged("not in base64") from None
