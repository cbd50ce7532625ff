"""Who can open the vault: its passphrase, a recovery key, this device."""

from app.recovery_words import words_of
from app.session.unlocked import Unlocked


class KeyVerbs:
    """The vault's keys. Verbs block for up to two seconds; call them in a thread of their own.

    ``recovered_with`` is the recovery key that this session was opened with, if it was.
    """

    def __init__(self, unlocked: Unlocked, recovered_with: bytes | None) -> None:
        self._slots = unlocked.vault.key_slots
        self._turn = unlocked.turn
        self._recovered_with = recovered_with
        self._drawn: bytes | None = None

    @property
    def was_recovered(self) -> bool:
        """Whether the passphrase of now need not be known: the recovery key has opened the vault."""
        return self._recovered_with is not None

    @property
    def has_recovery_key(self) -> bool:
        """Whether there is a recovery key."""
        return self._slots.has_recovery_key

    @property
    def has_device_key(self) -> bool:
        """Whether a device's key opens the vault."""
        return self._slots.has_device_key

    def prove(self, passphrase: str) -> None:
        """Ask again who this is, before something that cannot be taken back. WrongPassphrase; errors as of the slots.

        After a recovery it is not asked for: the words from paper have just proven it.
        """
        if self._recovered_with is None:
            with self._turn.taken():
                self._slots.prove(passphrase)

    def change_passphrase(self, now: str, new: str) -> None:
        """Let a new passphrase open the vault. After a recovery ``now`` is not asked for. Errors as of the slots."""
        with self._turn.taken():
            if self._recovered_with is None:
                self._slots.change_passphrase(now, new)
            else:
                self._slots.reset_passphrase(self._recovered_with, new)

    def draw_recovery_words(self) -> tuple[str, ...]:
        """Return the words of a new recovery key. Nothing opens with it until it is kept."""
        self._drawn = self._slots.draw_recovery_key()
        return words_of(self._drawn)

    def keep_recovery_key(self) -> bool:
        """Let the words that were drawn last open the vault, and no earlier ones. Errors as of the slots."""
        if self._drawn is None:
            return False
        with self._turn.taken():
            self._slots.add_recovery_key(self._drawn)
        self._drawn = None
        return True

    def remove_recovery_key(self) -> bool:
        """Let no recovery key open the vault any more. Errors as of the slots."""
        with self._turn.taken():
            self._slots.remove_recovery_key()
        return True

    def draw_device_key(self) -> bytes:
        """Return the 32 bytes of a new key for this device. Nothing opens with it until it is added."""
        return self._slots.draw_device_key()

    def add_device_key(self, key: bytes) -> None:
        """Let what this device keeps open the vault, and no other device's key. Errors as of the slots."""
        with self._turn.taken():
            self._slots.add_device_key(key)

    def remove_device_key(self) -> bool:
        """Let no device open the vault by itself any more. Errors as of the slots."""
        with self._turn.taken():
            self._slots.remove_device_key()
        return True
