"""Damage to a vault that was locked cleanly: any byte, any length, any swap, any older file is noticed and named, or healed."""

import hashlib
from itertools import combinations

import pytest

from app.vault import NoticeKind, VaultDamaged
from tests.faults.amount import amount, tried
from tests.faults.locked import (
    KEY_FILES,
    LOGS,
    MARKS,
    collections,
    file_of,
    locked,
    newest,
    noticed,
    seen,
    whole,
)

STRIDE = amount(17, 3, 1)
BLOCK, FRAMES_FROM = 512, 1024
FILES = (*LOGS, MARKS, *KEY_FILES)


def _file(which: str) -> str:
    return which if which in KEY_FILES else file_of(which)


@pytest.mark.parametrize("which", FILES)
def test_any_flipped_byte_of_any_file_is_noticed_and_named_or_healed(which: str) -> None:
    name = _file(which)
    raw = newest()[name]
    for at in range(len(raw) % STRIDE, len(raw), STRIDE):
        for flip in (1 << at % 8, 0xFF):
            bad = raw[:at] + bytes([raw[at] ^ flip]) + raw[at + 1 :]
            noticed(newest() | {name: bad}, name)
            tried["locked vault: flipped bytes"] += 1


@pytest.mark.parametrize("which", FILES)
def test_any_length_of_any_file_is_noticed_and_named_or_healed(which: str) -> None:
    name = _file(which)
    raw = newest()[name]
    for size in sorted({*range(len(raw) % STRIDE, len(raw), STRIDE), *range(0, len(raw), 256)}):
        cut = newest() | {name: raw[:size]}
        if which == MARKS and size >= FRAMES_FROM and seen(cut)[1] == {}:
            assert size % BLOCK == 0, "only whole frames; see test_unnoticed.py"
            assert seen(cut)[0] == whole()
        else:
            noticed(cut, name)
        tried["locked vault: files cut to a length"] += 1


@pytest.mark.parametrize("which", FILES)
def test_any_missing_file_is_noticed_and_named_or_healed(which: str) -> None:
    name = _file(which)
    gone = {other: raw for other, raw in newest().items() if other != name}
    if which == KEY_FILES[1]:
        assert seen(gone) == (whole(), {}), (
            "a second copy that is not there yet is what a cut-off write leaves"
        )
    else:
        noticed(gone, name)
    tried["locked vault: files taken away"] += 1


@pytest.mark.parametrize("pair", list(combinations(FILES, 2)), ids=" and ".join)
def test_any_two_files_that_changed_places_are_noticed_and_named_or_healed(pair: tuple[str, str]) -> None:
    one, two = map(_file, pair)
    swapped = newest() | {one: newest()[two], two: newest()[one]}
    if swapped == newest():
        assert pair == KEY_FILES, "two copies of the same bytes"
        return
    noticed(swapped, one, two)
    tried["locked vault: files that changed places"] += 1


@pytest.mark.parametrize("age", [0, 1], ids=["two locks old", "one lock old"])
@pytest.mark.parametrize("which", FILES)
def test_any_older_file_put_back_is_noticed_and_named_or_loses_nothing(which: str, age: int) -> None:
    name = _file(which)
    older = locked()[age][name]
    if older == newest()[name]:
        return
    changed = newest() | {name: older}
    shown, told = seen(changed)
    if which in LOGS:
        noticed(changed, name)
        assert told == {which: {NoticeKind.ROLLED_BACK}}
    else:
        assert shown == whole(), "keys and marks of an older lock take nothing away"
        assert told.keys() <= {collections()[name]}
    tried["locked vault: files replaced by their older selves"] += 1


def test_a_key_file_that_was_altered_with_a_good_checksum_is_not_taken_for_ours() -> None:
    """Whoever has no data key cannot make the code of the key file, and so can change none of its slots."""
    raw = newest()[KEY_FILES[0]]
    length = int.from_bytes(raw[8:12], "little")
    body = raw[: length - 1] + bytes([raw[length - 1] ^ 1])
    altered = body + hashlib.sha256(body).digest() + raw[length + 32 :]
    noticed(newest() | {KEY_FILES[0]: altered}, KEY_FILES[0])
    with pytest.raises(VaultDamaged):
        seen(newest() | dict.fromkeys(KEY_FILES, altered))
