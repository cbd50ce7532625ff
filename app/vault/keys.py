"""The keys of an open vault: one random data key, and what is derived from it."""

import hmac
from base64 import b32encode
from collections.abc import Mapping

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.vault.cost import KEY_BYTES
from app.vault.errors import VaultError

VAULT_ID_BYTES = 16

MARK_BYTES = 16

_NAME_BYTES = 15
"""What 24 characters hold."""


class Keys:
    """The data key (32 bytes) and the id (16 bytes) of a vault, until forgotten."""

    def __init__(self, data_key: bytes, vault_id: bytes) -> None:
        self._data_key: bytes | None = data_key
        self.vault_id = vault_id
        self._name_key = b""
        self._stems: dict[str, str] = {}

    @property
    def data_key(self) -> bytes:
        """The data key itself, to be wrapped; VaultError once forgotten."""
        if self._data_key is None:
            raise VaultError("locked")
        return self._data_key

    def mac(self, body: bytes) -> bytes:
        """Return the 32 bytes that prove that a key file's body was written by someone who had the data key."""
        return hmac.digest(self._derive(self.vault_id, b"key file"), body, "sha256")

    def recovery_mark(self, random: bytes) -> bytes:
        """Return the 16 bytes by which a slot with a recovery key is told from one that nobody can open."""
        return hmac.digest(self._derive(self.vault_id, b"recovery mark"), random, "sha256")[:MARK_BYTES]

    def file_stem(self, collection: str) -> str:
        """Return the 24 characters by which a collection's file is called: nobody without the key can guess them."""
        stem = self._stems.get(collection)  # asked for again and again, of every month there is
        if stem is None:
            self._name_key = self._name_key or self._derive(self.vault_id, b"file names")
            called = hmac.digest(self._name_key, collection.encode(), "sha256")
            stem = b32encode(called[:_NAME_BYTES]).decode("ascii").lower()
            self._stems[collection] = stem
        return stem

    def learn(self, stems: Mapping[str, str]) -> None:
        """Take file_stem's answers for these collections from where they were kept: to compute years of them takes its time."""
        self._stems |= stems

    def log_key(self, bound: bytes, collection: str) -> AESGCM:
        """Return the key of one file. ``bound`` is its header, so that an altered or moved file opens nothing."""
        return AESGCM(self._derive(bound, b"log" + collection.encode()))

    def backup_key(self, bound: bytes) -> AESGCM:
        """Return the key of one backup. ``bound`` is its head with a salt that no other has."""
        return AESGCM(self._derive(bound, b"backup"))

    def forget(self) -> None:
        """Drop the data key. Python gives no promise that its bytes leave the memory."""
        self._data_key = None
        self._name_key = b""
        self._stems.clear()

    def _derive(self, salt: bytes, info: bytes) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt, info).derive(self.data_key)
