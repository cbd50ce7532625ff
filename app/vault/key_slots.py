"""Who can open an open vault: its passphrase, a recovery key, this device. Each change is one write of the key file."""

import os

from app.vault import key_copies
from app.vault.folder import Folder
from app.vault.key_file import KeyFile
from app.vault.key_slot import DEVICE_KEY_BYTES, RECOVERY_KEY_BYTES, DeviceKey, Passphrase, RecoveryKey


class KeySlots:
    """The slots of an open vault. There is always a passphrase, at most one recovery key, and at most one device key.

    Nothing takes the passphrase away: a device loses its keys, and paper gets lost. What a verb here replaces or
    removes still opens an older copy of the key file, and with it the vault, until the data key is changed
    (Vault.rotate). DiskFull: nothing has changed. After ReadOnly exactly one of the two, old or new, opens.
    VaultDamaged if neither copy of the key file is the one that was unlocked.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder

    @property
    def has_recovery_key(self) -> bool:
        """Whether there is a recovery key. The key file does not tell anyone who has not unlocked it."""
        return self._key_file().has_recovery_key(self._folder.keys)

    def prove(self, passphrase: str) -> None:
        """WrongPassphrase if this is not the passphrase. Blocks for one key derivation; writes nothing."""
        self._key_file().unlock_with(Passphrase(passphrase, self._folder.disk.least_cost)).forget()

    @property
    def has_device_key(self) -> bool:
        """Whether a device's key opens this vault. This can be seen from outside."""
        return self._key_file().has_device_key()

    def change_passphrase(self, old: str, new: str) -> None:
        """Put a passphrase in the place of another, at the same cost. Blocks for two key derivations. WrongPassphrase."""
        self._prove_and_set(Passphrase(old, self._folder.disk.least_cost), new)

    def reset_passphrase(self, recovery_key: bytes, new: str) -> None:
        """Put a passphrase in the place of one that was forgotten. Blocks for one key derivation.

        WrongKey if this is not the recovery key; ValueError if it has not 16 bytes. It stays the recovery key.
        """
        self._prove_and_set(RecoveryKey(recovery_key), new)

    @staticmethod
    def draw_recovery_key() -> bytes:
        """Return 16 random bytes for add_recovery_key(). Nothing changes until then: first they belong on paper."""
        return os.urandom(RECOVERY_KEY_BYTES)

    def add_recovery_key(self, key: bytes) -> None:
        """Let what draw_recovery_key() returned open this vault, and no earlier recovery key. ValueError for another length."""
        self._write(self._to_change().with_recovery_key(self._folder.keys, RecoveryKey(key)))

    def remove_recovery_key(self) -> None:
        """Let no recovery key open this vault any more."""
        self._write(self._to_change().with_recovery_key(self._folder.keys, None))

    @staticmethod
    def draw_device_key() -> bytes:
        """Return 32 random bytes for add_device_key(). Nothing changes until then: first the device must keep them."""
        return os.urandom(DEVICE_KEY_BYTES)

    def add_device_key(self, key: bytes) -> None:
        """Let the 32 random bytes that this device keeps open the vault, and no other device's. ValueError for another length."""
        self._write(self._to_change().with_device_key(self._folder.keys, DeviceKey(key)))

    def remove_device_key(self) -> None:
        """Let no device open this vault by itself any more."""
        self._write(self._to_change().with_device_key(self._folder.keys, None))

    def _prove_and_set(self, proof: Passphrase | RecoveryKey, new: str) -> None:
        key_file = self._to_change()
        key_file.unlock_with(proof)
        self._write(key_file.with_passphrase(self._folder.keys, new, self._folder.disk.least_cost))

    def _key_file(self) -> KeyFile:
        return key_copies.read(self._folder.disk, self._folder.path).proven(self._folder.keys)

    def _to_change(self) -> KeyFile:
        self._folder.check()  # first: after a failed write it is open which of two key files counts
        return self._key_file()

    def _write(self, key_file: KeyFile) -> None:
        key_copies.write(self._folder, key_file)
