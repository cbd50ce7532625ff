"""The key file: four slots, each of which may wrap the data key (docs/vault-format.md, "vault.key")."""

import hashlib
import hmac
import os
import struct
from dataclasses import dataclass
from typing import Self

from app.vault.cost import KEY_BYTES, Cost
from app.vault.errors import VaultDamaged, VaultUnsupported
from app.vault.key_slot import (
    SLOT_BYTES,
    DeviceKey,
    Passphrase,
    RecoveryKey,
    Secret,
    Slot,
    SlotKind,
    device_slot,
    passphrase_slot,
    recovery_slot,
    unwrapped,
)
from app.vault.keys import VAULT_ID_BYTES, Keys

SLOTS = 4

_NAME = b"SEALKEY"
_MAGIC = _NAME + b"\x01"
_HEAD = struct.Struct("<8sI16sQB")
_DIGEST_BYTES = 32
_KINDS = frozenset(SlotKind)


@dataclass(frozen=True, slots=True, repr=False)
class KeyFile:
    """A key file whose checksum holds. ``epoch`` grows by one with each rewrite."""

    vault_id: bytes
    epoch: int
    slots: tuple[Slot, ...]
    raw: bytes

    @classmethod
    def parse(cls, raw: bytes) -> Self:
        """Return the key file in these bytes.

        VaultDamaged if the checksum does not hold, VaultUnsupported if it does and the version is not ours, or has more
        slots than ours ever have: each may cost a key derivation.
        """
        length = _checked_length(raw)
        if raw[: len(_MAGIC)] != _MAGIC:
            raise VaultUnsupported("the key file is of a newer version")
        _, _, vault_id, epoch, count = _HEAD.unpack_from(raw)
        if length != _HEAD.size + SLOT_BYTES * count or len(raw) != length + 2 * _DIGEST_BYTES:
            raise VaultDamaged("the key file is damaged")
        if count > SLOTS:
            raise VaultUnsupported("the key file has more slots than this version reads")
        starts = range(_HEAD.size, length, SLOT_BYTES)
        return cls(
            vault_id, epoch, tuple(Slot.parse(raw[start : start + SLOT_BYTES]) for start in starts), raw
        )

    @classmethod
    def fresh(cls, passphrase: str, cost: Cost) -> tuple[Self, Keys]:
        """Make new keys, and the key file of a new vault: one passphrase, and three slots nobody can open."""
        keys = Keys(os.urandom(KEY_BYTES), os.urandom(VAULT_ID_BYTES))
        return cls._alone(keys, 1, passphrase, cost), keys

    def unlock(self, passphrase: str, least: Cost) -> Keys:
        """Return the keys; blocks for one key derivation per passphrase slot.

        WrongPassphrase if no slot opens, VaultUnsupported if the reason may be a slot that this version cannot try,
        VaultDamaged if one opens and the file was altered by someone without the data key, TooLittleMemory.
        """
        return self.unlock_with(Passphrase(passphrase, least))

    def unlock_with(self, secret: Secret) -> Keys:
        """Return the keys. Errors as of unlock; WrongKey where the secret is no passphrase."""
        cannot_try = False
        for slot in self.slots:
            if slot.kind != secret.kind:
                cannot_try |= slot.kind not in _KINDS
            elif not secret.can_try(slot):
                cannot_try = True
            elif keys := unwrapped(self._bound_to(self.vault_id), slot, secret, self.vault_id):
                if not self.proven(keys):
                    raise VaultDamaged("the key file was altered")
                return keys
        if cannot_try:
            raise VaultUnsupported("the key file has a slot that this version cannot try")
        raise secret.refused()

    def with_passphrase(self, keys: Keys, new: str, least: Cost) -> Self:
        """Return the key file in which ``new`` is the only passphrase, at the cost of the one before if that is allowed."""
        first, *others = self._room(SlotKind.PASSPHRASE)
        slot = passphrase_slot(self._bound_to(keys.vault_id), keys, new, self._cost(least))
        return self._with(keys, {first: slot, **{place: Slot.decoy() for place in others}})

    def with_recovery_key(self, keys: Keys, key: RecoveryKey | None) -> Self:
        """Return the key file with this recovery key and no other, or without one.

        Every slot that might hold one is made anew, so that two copies of the file do not tell which one does.
        """
        places = self._room(SlotKind.RECOVERY)
        slots = {place: Slot.decoy() for place in places}
        if key is not None:
            slots[places[0]] = recovery_slot(self._bound_to(keys.vault_id), keys, key)
        return self._with(keys, slots)

    def with_device_key(self, keys: Keys, key: DeviceKey | None) -> Self:
        """Return the key file with this device's key and no other, or without one."""
        slots = {place: Slot.decoy() for place in self._places(SlotKind.DEVICE)}
        if key is not None:
            free = [*slots] or [
                place for place in self._room(SlotKind.RECOVERY) if place not in self._recovery(keys)
            ]
            slots[free[-1]] = device_slot(self._bound_to(keys.vault_id), keys, key)
        return self._with(keys, slots)

    def with_new_data_key(self, keys: Keys, passphrase: str, least: Cost) -> tuple[Self, Keys]:
        """Make a new data key for the vault of ``keys``, and the next key file: this passphrase, and nothing else opens it."""
        new = Keys(os.urandom(KEY_BYTES), keys.vault_id)
        return self._alone(new, self.epoch + 1, passphrase, self._cost(least)), new

    def has_recovery_key(self, keys: Keys) -> bool:
        """Whether one of the slots was made with a recovery key. Without the data key nobody can tell."""
        return bool(self._recovery(keys))

    def has_device_key(self) -> bool:
        """Whether one of the slots is a device's."""
        return bool(self._places(SlotKind.DEVICE))

    def without_device(self, keys: Keys) -> Self:
        """Return the key file for a copy that leaves this device: a device slot gives way to one nobody can open."""
        slots = tuple(Slot.decoy() if slot.kind == SlotKind.DEVICE else slot for slot in self.slots)
        return self if slots == self.slots else self._written(keys, self.epoch, slots)

    @classmethod
    def _alone(cls, keys: Keys, epoch: int, passphrase: str, cost: Cost) -> Self:
        first = passphrase_slot(cls._bound_to(keys.vault_id), keys, passphrase, cost)
        return cls._written(keys, epoch, (first, *(Slot.decoy() for _ in range(SLOTS - 1))))

    def _with(self, keys: Keys, changed: dict[int, Slot]) -> Self:
        slots = tuple(changed.get(place, slot) for place, slot in enumerate(self.slots))
        return self._written(keys, self.epoch + 1, slots)

    def _places(self, kind: SlotKind) -> list[int]:
        return [place for place, slot in enumerate(self.slots) if slot.kind == kind]

    def _room(self, kind: SlotKind) -> list[int]:
        places = self._places(kind)
        if not places:
            raise VaultUnsupported("the key file has other slots than this version writes")
        return places

    def _cost(self, least: Cost) -> Cost:
        """What the next passphrase costs: as much as the one before, if this version can tell and allows it."""
        slot = self.slots[self._room(SlotKind.PASSPHRASE)[0]]
        return slot.cost if Passphrase("", least).can_try(slot) else Cost()

    def _recovery(self, keys: Keys) -> list[int]:
        return [place for place, slot in enumerate(self.slots) if slot.holds_recovery_key(keys)]

    @staticmethod
    def _bound_to(vault_id: bytes) -> bytes:
        return _MAGIC + vault_id

    @classmethod
    def _written(cls, keys: Keys, epoch: int, slots: tuple[Slot, ...]) -> Self:
        length = _HEAD.size + SLOT_BYTES * len(slots)
        body = _HEAD.pack(_MAGIC, length, keys.vault_id, epoch, len(slots)) + b"".join(
            slot.raw for slot in slots
        )
        return cls(keys.vault_id, epoch, slots, body + hashlib.sha256(body).digest() + keys.mac(body))

    def proven(self, keys: Keys) -> bool:
        """Whether this was written by someone who had the data key."""
        body, mac = self.raw[: -2 * _DIGEST_BYTES], self.raw[-_DIGEST_BYTES:]
        return hmac.compare_digest(keys.mac(body), mac)


def claims_newer(raw: bytes) -> bool:
    """Whether these bytes begin as a key file of another version, checksum or not."""
    return raw.startswith(_NAME) and not raw.startswith(_MAGIC) and len(raw) >= len(_MAGIC)


def _checked_length(raw: bytes) -> int:
    if len(raw) < _HEAD.size or not raw.startswith(_NAME):
        raise VaultDamaged("the key file is damaged")
    length = int.from_bytes(raw[8:12], "little")
    digest = raw[length : length + _DIGEST_BYTES]
    if len(digest) < _DIGEST_BYTES or hashlib.sha256(raw[:length]).digest() != digest:
        raise VaultDamaged("the key file is damaged")
    return length
