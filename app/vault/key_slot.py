"""One slot of the key file: the data key under the key of a passphrase, of a recovery key, or of a device."""

import hmac
import os
import struct
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.vault.cost import KEY_BYTES, SALT_BYTES, Cost
from app.vault.errors import VaultError, WrongKey, WrongPassphrase
from app.vault.keys import MARK_BYTES, Keys

SLOT_BYTES = 108

RECOVERY_KEY_BYTES = 16
"""128 random bits: nobody guesses them, so one HKDF is enough."""

DEVICE_KEY_BYTES = 32

_SLOT = struct.Struct("<BBHIII32s12s48s")
_BOUND = struct.Struct("<BBHIII32s")
_NONCE_BYTES = 12
_WRAPPED_BYTES = 48
_HKDF, _SCRYPT = 0, 1
_RANDOM_SALT_BYTES = SALT_BYTES - MARK_BYTES


class SlotKind(IntEnum):
    """What opens a slot. A slot of the kind RECOVERY may be one that nothing opens."""

    PASSPHRASE = 1
    RECOVERY = 2
    DEVICE = 3


@dataclass(frozen=True, slots=True, repr=False)
class Slot:
    """The 108 bytes of a slot and what they say."""

    raw: bytes
    kind: int
    kdf: int
    flags: int
    parameters: tuple[int, int, int]
    salt: bytes

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Take 108 bytes apart; nothing is judged."""
        kind, kdf, flags, one, two, three, salt, _, _ = _SLOT.unpack(raw)
        return cls(raw, kind, kdf, flags, (one, two, three), salt)

    @classmethod
    def decoy(cls) -> Self:
        """Make a slot that nobody can open and nobody can tell from one with a recovery key."""
        bound = _BOUND.pack(SlotKind.RECOVERY, _HKDF, 0, 0, 0, 0, os.urandom(SALT_BYTES))
        return cls.parse(bound + os.urandom(_NONCE_BYTES + _WRAPPED_BYTES))

    @property
    def bound(self) -> bytes:
        """What the wrapped key is bound to: all of the slot before its nonce."""
        return self.raw[: _BOUND.size]

    @property
    def cost(self) -> Cost:
        """The cost of a passphrase slot."""
        return Cost(*self.parameters)

    def holds_recovery_key(self, keys: Keys) -> bool:
        """Whether this was made with a recovery key. Only who has the data key can tell (docs/vault-format.md)."""
        random, mark = self.salt[:_RANDOM_SALT_BYTES], self.salt[_RANDOM_SALT_BYTES:]
        return self.kind == SlotKind.RECOVERY and hmac.compare_digest(keys.recovery_mark(random), mark)


class Secret(Protocol):
    """What may open a slot."""

    kind: SlotKind

    def can_try(self, slot: Slot) -> bool:
        """Whether a slot of this kind is one that this version can, and may, try. Derives nothing."""
        ...

    def derive(self, slot: Slot) -> bytes:
        """Return the 32-byte key under which the slot's data key would lie; TooLittleMemory."""
        ...

    def refused(self) -> VaultError:
        """What to raise where it opens no slot."""
        ...


class Passphrase:
    """A passphrase as typed. ``least`` is the cheapest derivation it may be tried with."""

    kind = SlotKind.PASSPHRASE

    def __init__(self, text: str, least: Cost) -> None:
        # surrogatepass: an error of the codec would carry the passphrase
        self._typed = unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")
        self._least = least

    def can_try(self, slot: Slot) -> bool:
        """Whether it is scrypt at a cost that is allowed."""
        return slot.kdf == _SCRYPT and not slot.flags and slot.cost.allowed(self._least)

    def derive(self, slot: Slot) -> bytes:
        """Run scrypt; blocks without the GIL."""
        return slot.cost.derive(self._typed, slot.salt)

    def refused(self) -> VaultError:
        """WrongPassphrase."""
        return WrongPassphrase("the passphrase opens no slot")


class _RawKey:
    """A secret of random bytes. ValueError for another length than its kind has."""

    kind: SlotKind
    _size: int
    _info: bytes

    def __init__(self, raw: bytes) -> None:
        if len(raw) != self._size:
            raise ValueError("a key of another length")
        self._raw = raw

    def can_try(self, slot: Slot) -> bool:
        """Whether it is HKDF, which has no parameters."""
        return slot.kdf == _HKDF and not slot.flags and not any(slot.parameters)

    def derive(self, slot: Slot) -> bytes:
        """Run HKDF."""
        return HKDF(SHA256(), KEY_BYTES, slot.salt, self._info).derive(self._raw)

    def refused(self) -> VaultError:
        """WrongKey."""
        return WrongKey("the key opens no slot")


class RecoveryKey(_RawKey):
    """The 16 random bytes that a person keeps on paper."""

    kind = SlotKind.RECOVERY
    _size = RECOVERY_KEY_BYTES
    _info = b"recovery key"


class DeviceKey(_RawKey):
    """The 32 random bytes that a platform's keystore holds."""

    kind = SlotKind.DEVICE
    _size = DEVICE_KEY_BYTES
    _info = b"device key"


def passphrase_slot(bound_to: bytes, keys: Keys, passphrase: str, cost: Cost) -> Slot:
    """Wrap the data key under a passphrase. ``bound_to`` is what every slot of the file is bound to."""
    bound = _BOUND.pack(SlotKind.PASSPHRASE, _SCRYPT, 0, cost.log2_n, cost.r, cost.p, os.urandom(SALT_BYTES))
    return _wrapped(bound_to, keys, Passphrase(passphrase, cost), bound)


def recovery_slot(bound_to: bytes, keys: Keys, key: RecoveryKey) -> Slot:
    """Wrap the data key under a recovery key, in a slot that holds_recovery_key() knows again."""
    random = os.urandom(_RANDOM_SALT_BYTES)
    bound = _BOUND.pack(SlotKind.RECOVERY, _HKDF, 0, 0, 0, 0, random + keys.recovery_mark(random))
    return _wrapped(bound_to, keys, key, bound)


def device_slot(bound_to: bytes, keys: Keys, key: DeviceKey) -> Slot:
    """Wrap the data key under a device's key."""
    bound = _BOUND.pack(SlotKind.DEVICE, _HKDF, 0, 0, 0, 0, os.urandom(SALT_BYTES))
    return _wrapped(bound_to, keys, key, bound)


def unwrapped(bound_to: bytes, slot: Slot, secret: Secret, vault_id: bytes) -> Keys | None:
    """Return the keys that a slot holds, or None if the secret does not open it."""
    *_, nonce, wrapped = _SLOT.unpack(slot.raw)
    wrapping = AESGCM(secret.derive(slot))
    try:
        return Keys(wrapping.decrypt(nonce, wrapped, bound_to + slot.bound), vault_id)
    except InvalidTag:
        return None


def _wrapped(bound_to: bytes, keys: Keys, secret: Secret, bound: bytes) -> Slot:
    slot = Slot.parse(bound + bytes(_NONCE_BYTES + _WRAPPED_BYTES))
    nonce = os.urandom(_NONCE_BYTES)
    wrapping = AESGCM(secret.derive(slot))
    return Slot.parse(bound + nonce + wrapping.encrypt(nonce, keys.data_key, bound_to + bound))
