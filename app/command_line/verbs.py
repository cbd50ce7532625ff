"""What each verb does."""

from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from typing import TypeVar

from app import example
from app.command_line import findings
from app.command_line.progress import told
from app.command_line.secret import Secret, secret
from app.command_line.spoken import speak_as_chosen
from app.command_line.stopping import stoppable
from app.command_line.terminal import passphrase, refuse, tell
from app.command_line.verb import DAMAGED, NOT_DONE, SOUND, Asked
from app.store import backup as backups
from app.store import settings
from app.store.everything import export
from app.store.merge import merge, preview
from app.vault import (
    Backup,
    Check,
    Stopped,
    TooLittleMemory,
    Vault,
    VaultDamaged,
    VaultError,
    VaultExists,
    WrongKey,
    WrongPassphrase,
    finish_erasing,
    restore,
    whole_or_gone,
)
from app.words import command_line as words

BESIDE = frozenset({settings.FILE_NAME})
"""The small files that lie unsealed beside a vault."""

Clock = Callable[[], datetime]
T = TypeVar("T")


def run(asked: Asked, clock: Clock) -> int:
    """Do it. Returns the exit code; errors of the vault become a sentence."""
    speak_as_chosen(asked.places[0])
    try:
        return _VERBS[asked.verb](asked, clock)
    except KeyboardInterrupt:  # while it asks, or opens: nothing was begun
        tell(words.problems["stopped"])
    except MemoryError:
        tell(findings.problem(TooLittleMemory()))
    except VaultError as error:
        tell(findings.problem(error))
        return DAMAGED if isinstance(error, VaultDamaged) else NOT_DONE
    except OSError:  # a place that cannot even be looked at
        tell(words.problems["other"])
    return NOT_DONE


def _check(asked: Asked, _: Clock) -> int:
    if asked.places[0].is_file():
        return _test(asked)
    with closing(_unlocked(asked)) as vault, told() as progress, stoppable() as stop:
        check = vault.check(progress=progress, stop=stop)
    return _judged(check, words.sound)


def _test(asked: Asked) -> int:
    with closing(secret(asked).backup(asked.places[0])) as backup, told() as progress, stoppable() as stop:
        contents = backups.contents(backup, progress=progress, stop=stop)
    for sentence in findings.amount(contents):
        tell(sentence)
    return _judged(contents.check, words.backup_sound)


def _back_up(asked: Asked, clock: Clock) -> int:
    with closing(_unlocked(asked)) as vault, told() as progress, stoppable() as stop:
        about = backups.about(clock())
        check = vault.back_up(
            asked.places[1], about=about, replace=asked.replace, progress=progress, stop=stop
        )
    tell(words.backed_up if check.sound else words.backed_up_with_damage)
    return _judged(check)


def _restore(asked: Asked, _: Clock) -> int:
    with (
        closing(secret(asked).backup(asked.places[0])) as backup,
        told() as progress,
        stoppable() as stop,
    ):
        done = restore(
            backup, asked.places[1], replace=asked.replace, beside=BESIDE, progress=progress, stop=stop
        )
    tell(words.restored)
    if done.kept is not None:
        tell(words.kept_beside.format(ending=done.kept.name.removeprefix(asked.places[1].name)))
    return _judged(done.checked)


def _export(asked: Asked, clock: Clock) -> int:
    folder, file = asked.places
    with closing(_unlocked(asked)) as vault, stoppable() as stop:
        check = vault.check(stop=stop)  # first: what is newer is told before anything is written
        with told() as progress:
            export(
                vault,
                settings.load(folder),
                clock(),
                file,
                folder=folder,
                replace=asked.replace,
                progress=progress,
                stop=stop,
            )
        tell(words.exported)
        return _judged(check)


def _merge(asked: Asked, _: Clock) -> int:
    ours = secret(asked)
    with (
        closing(ours.vault(asked.places[0])) as vault,
        closing(_other(asked, ours)) as backup,
        stoppable() as stop,
    ):
        with told() as progress:
            check = _of_the_backup(lambda: backup.look_through(lambda *_: None, stop=stop))
            counts = (preview if asked.preview else merge)(vault, backup, progress=progress, stop=stop)
        for sentence in findings.merged(counts, only_preview=asked.preview):
            tell(sentence)
        here = _judged(vault.check())
    if not check.sound:
        tell(words.about_the_backup)
    return max(here, _judged(check))


def _other(asked: Asked, ours: Secret) -> Backup:
    """Open the backup: with its own passphrase if one is given, else with what opened the vault."""
    file = asked.places[1]
    if asked.other_passphrase_file is not None:
        other = passphrase(asked.other_passphrase_file, "")
        return _of_the_backup(lambda: Backup.open(file, other))
    with suppress(WrongPassphrase, WrongKey):
        try:
            return ours.backup(file)
        except VaultError as error:
            if not isinstance(error, WrongPassphrase | WrongKey):
                tell(words.about_the_backup)
            raise
    if asked.passphrase_file is not None or asked.recovery_key_file is not None:
        refuse(words.other_passphrase_needed)
    return _of_the_backup(lambda: Backup.open(file, passphrase(None, words.ask_other_passphrase)))


def _of_the_backup(step: Callable[[], T]) -> T:
    """Do a step that looks at the backup; where it fails, say first that it is not about the vault."""
    try:
        return step()
    except Stopped:
        raise
    except VaultError:
        tell(words.about_the_backup)
        raise


def _example(asked: Asked, clock: Clock) -> int:
    if not (1 <= asked.years <= example.MOST_YEARS and 1 <= asked.per_day <= example.MOST_A_DAY):
        refuse(words.example_amount.format(years=example.MOST_YEARS, per_day=example.MOST_A_DAY))
    folder = asked.places[0]
    finish_erasing(folder)  # what is left of an example whose making was killed
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise VaultExists("there is something in this folder")
    typed = passphrase(asked.passphrase_file, words.ask_example_passphrase)
    with whole_or_gone(folder), closing(Vault.create(folder, typed)) as vault, told() as progress:
        written = example.write(vault, clock(), years=asked.years, per_day=asked.per_day, progress=progress)
    tell(words.example_written(written))
    return SOUND


def _unlocked(asked: Asked) -> Vault:
    """Open the vault of a verb that changes nothing in it, also where nothing can be changed."""
    return secret(asked).vault(asked.places[0], to_read=True)


def _judged(check: Check, if_sound: str = "") -> int:
    """Say what a check noticed. Returns the exit code."""
    for sentence in findings.damage(check):
        tell(sentence)
    if check.sound and if_sound:
        tell(if_sound)
    return SOUND if check.sound else DAMAGED


_VERBS: dict[str, Callable[[Asked, Clock], int]] = {
    "check": _check,
    "backup": _back_up,
    "restore": _restore,
    "export": _export,
    "merge": _merge,
    "example": _example,
}
