"""What opens a vault or a backup at the terminal: its passphrase, or the words of its recovery key."""

from dataclasses import dataclass
from pathlib import Path

from app.command_line.terminal import passphrase, recovery_words, refuse
from app.command_line.verb import Asked
from app.recovery_words import WORDS, RecoveryWordsError, key_of
from app.vault import Backup, Vault
from app.words import command_line as words


@dataclass(frozen=True, slots=True, repr=False)
class Secret:
    """A passphrase, or the 16 bytes of a recovery key."""

    typed: str | bytes

    def vault(self, folder: Path, *, to_read: bool = False) -> Vault:
        """Unlock a vault. Errors as of Vault.unlock and Vault.unlock_with_recovery_key."""
        if isinstance(self.typed, str):
            return Vault.unlock(folder, self.typed, to_read=to_read)
        return Vault.unlock_with_recovery_key(folder, self.typed, to_read=to_read)

    def backup(self, file: Path) -> Backup:
        """Open a backup. Errors as of Backup.open and Backup.open_with_recovery_key."""
        if isinstance(self.typed, str):
            return Backup.open(file, self.typed)
        return Backup.open_with_recovery_key(file, self.typed)


def secret(asked: Asked) -> Secret:
    """Return what the person has: asked for, or read from a file. SystemExit with 2 after one sentence where there is none."""
    if not asked.recovery_key:
        return Secret(passphrase(asked.passphrase_file, words.ask_passphrase))
    typed = recovery_words(asked.recovery_key_file, words.ask_recovery_key)
    try:
        key = key_of(typed)
    except RecoveryWordsError as error:
        refuse(_what_is_wrong(error))
    return Secret(key)


def _what_is_wrong(error: RecoveryWordsError) -> str:
    """The sentence for words that cannot be those of a recovery key. It names places, never words."""
    places = ", ".join(map(str, error.places))
    return words.recovery_key_wrong[error.rule].format(places=places, count=error.count, wanted=WORDS)
