"""The tests of faults can fail: each safeguard is taken out, one by one, and a chosen test of them sees it."""

import errno
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

from app.vault import VaultError
from app.vault import keys as vault_keys
from app.vault import replay as vault_replay
from app.vault.key_file import KeyFile
from app.vault.sealed_log import SealedLog
from tests.faults import test_locked_damage, test_log_damage, test_room
from tests.faults.amount import tried
from tests.faults.test_power_cut import one_life
from tests.faults.test_refusing_disk import Refusing
from tests.vault.disks import ModelDisk

LIVES = 400


class NoSync(ModelDisk):
    """What was written is not waited for."""

    def sync(self, file: int) -> None:
        return


class NoDataSync(ModelDisk):
    """What was written where there was room is not waited for."""

    def sync_data(self, file: int) -> None:
        return


class OnlyDataSync(ModelDisk):
    """What a file has grown by is not waited for."""

    def sync(self, file: int) -> None:
        self.sync_data(file)


class NoRoomSync(ModelDisk):
    """Room that a file has grown ahead is not waited for."""

    _room = False

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        self._room = not data.strip(b"\0")
        super().write_at(file, data, offset)

    def sync(self, file: int) -> None:
        if not self._room:
            super().sync(file)


class NoFolderSync(ModelDisk):
    """New names are not waited for."""

    def sync_folder(self, folder: Path) -> None:
        return


class NoReplace(ModelDisk):
    """A file takes the place of another by being copied over it."""

    def replace(self, old: Path, new: Path) -> None:
        content = self.read(old)
        file = self.open(new) if self.exists(new) else self.create(new)
        self.truncate(file, 0)
        self.write_at(file, content, 0)
        self.sync(file)
        self.close(file)
        self.remove(old)


class NoTruncate(ModelDisk):
    """What was written by a change that failed is not cut off."""

    def truncate(self, file: int, size: int) -> None:
        return


class Unproven:
    """AES-GCM without its tag: opens whatever it is given."""

    def __init__(self, key: bytes) -> None:
        self._key, self._sound = key, AESGCM(key)

    def encrypt(self, nonce: bytes, data: bytes, bound: bytes) -> bytes:
        return self._sound.encrypt(nonce, data, bound)

    def decrypt(self, nonce: bytes, data: bytes, _: bytes) -> bytes:
        counted = nonce + (2).to_bytes(4, "big")
        return Cipher(AES(self._key), CTR(counted)).decryptor().update(bytes(data[:-16]))


def _lives(kind: type[ModelDisk] = ModelDisk) -> None:
    for seed in range(LIVES):
        one_life(seed, kind)


def _refusals(kind: type[ModelDisk]) -> None:
    for at in count(1):
        refusing = Refusing(at, errno.EIO, for_good=False, kind=kind)
        refusing.run()
        if refusing.calls < at:
            return


def _without_sequence(monkeypatch: pytest.MonkeyPatch) -> None:
    real = vault_replay._read_changes

    def read(told: vault_replay.Replay, frame: Any) -> None:
        told.last, told.link = frame.number - 1, frame.link
        real(told, frame)

    monkeypatch.setattr(vault_replay, "_read_changes", read)


def _without_zeros(monkeypatch: pytest.MonkeyPatch) -> None:
    real = vault_replay._judge_blocks

    def judge(told: vault_replay.Replay, seen: Any, raw: bytes, states_end: int, known_to: int) -> None:
        behind = max(states_end, *(frame.end for frame in seen.frames)) + 512
        real(told, seen, raw[:behind].ljust(len(raw), b"\0"), states_end, known_to)

    monkeypatch.setattr(vault_replay, "_judge_blocks", judge)


def _nothing(_: pytest.MonkeyPatch) -> None:
    return


MUTATIONS: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], Callable[[], None]]] = {
    "fsync": (_nothing, lambda: _lives(NoSync)),
    "fdatasync": (_nothing, lambda: _lives(NoDataSync)),
    "fsync of what has grown": (_nothing, lambda: _lives(OnlyDataSync)),
    "fsync of room before it is used": (_nothing, lambda: _lives(NoRoomSync)),
    "zeros alone behind a torn frame": (
        _without_zeros,
        test_room.test_what_one_torn_frame_among_zeros_does_not_explain_is_damage,
    ),
    "fsync of the folder": (_nothing, lambda: _lives(NoFolderSync)),
    "fsync of what is found, before it is shown": (
        lambda patch: patch.setattr(SealedLog, "_make_durable", lambda *_: None),
        _lives,
    ),
    "atomic replace": (_nothing, lambda: _lives(NoReplace)),
    "truncate": (_nothing, lambda: _refusals(NoTruncate)),
    "code of the key file": (
        lambda patch: patch.setattr(KeyFile, "proven", lambda *_: True),
        test_locked_damage.test_a_key_file_that_was_altered_with_a_good_checksum_is_not_taken_for_ours,
    ),
    "tag of a frame": (
        lambda patch: patch.setattr(vault_keys, "AESGCM", Unproven),
        lambda: test_locked_damage.test_any_flipped_byte_of_any_file_is_noticed_and_named_or_healed("frames"),
    ),
    "number and link of a frame": (
        _without_sequence,
        test_log_damage.test_frames_moved_doubled_or_left_out_are_damage,
    ),
}
"""How each safeguard is taken out, and the test that is to see it."""


@pytest.mark.parametrize("safeguard", MUTATIONS)
def test_a_safeguard_that_is_taken_out_is_missed(safeguard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    take_out, chosen = MUTATIONS[safeguard]
    so_far = tried.copy()
    take_out(monkeypatch)
    with pytest.raises((AssertionError, VaultError, ValueError, pytest.fail.Exception)):
        chosen()
    tried.clear()
    tried.update(so_far)  # what a broken vault went through does not count
    tried["safeguards taken out, each missed"] += 1
