"""Content under a passphrase as one line of text, made so that a browser can open it (docs/locked-page.md)."""

import os
from base64 import b64encode
from hashlib import sha256

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from app.vault.cost import KEY_BYTES

ROUNDS = 1_000_000
"""Of PBKDF2, the one password hash that every browser has: 0.2 to 0.4 s on a desktop, more on a phone."""

_SALT_BYTES, _NONCE_BYTES = 16, 12


def locked_line(content: bytes, passphrase: str) -> str:
    """Return the content sealed under a passphrase, another line each time. Blocks for half a second.

    In it stand, between ``|``: 1, what the key is derived with and in how many rounds, the cipher, salt, nonce, the
    sealed bytes, and a sum of all before. The sum tells damage before anything is derived; it protects from nobody.
    Everything before the sealed bytes is bound to them.
    """
    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    typed = passphrase.encode("utf-8", "surrogatepass")  # an error of the codec would carry the passphrase
    key = PBKDF2HMAC(SHA256(), KEY_BYTES, salt, ROUNDS).derive(typed)
    head = "|".join(("1", "PBKDF2-SHA256", str(ROUNDS), "AES-256-GCM", _text(salt), _text(nonce)))
    line = f"{head}|{_text(AESGCM(key).encrypt(nonce, content, head.encode('ascii')))}"
    return f"{line}|{_text(sha256(line.encode('ascii')).digest())}"


def _text(raw: bytes) -> str:
    return b64encode(raw).decode("ascii")
