"""Damage to sealed logs: always noticed, never shown as data, and what is undamaged stays readable."""

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.vault import Notice, NoticeKind, Vault, VaultDamaged, VaultUnsupported
from tests.faults.amount import amount
from tests.vault.disks import ModelDisk, fresh_vault, unlocked

FOLDER = Path("/modelled")
ROWS = 5
STRIDE = amount(7, 2, 1)


def _name(disk: ModelDisk, collection: str) -> str:
    """The file of a collection."""
    return unlocked(FOLDER, "passphrase", disk.after_kill())._folder.log_path(collection).name


def _written(
    *, folded: bool = False, locked: bool = True, room: bool = False
) -> tuple[ModelDisk, dict[str, bytes]]:
    """A vault whose collection "a" has five frames, or a folded state and one more; with the room that a kill leaves, or not."""
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    for row in range(ROWS):
        if folded and row == ROWS - 1:
            vault.fold("a")
        vault.collection("a").insert({"row": row})
    vault.collection("b").insert({"row": "b"})
    if locked:
        vault.close()
    files = disk.files()
    return disk, files if room else {name: _without_room(content) for name, content in files.items()}


def _without_room(raw: bytes) -> bytes:
    """The frames of a log, without what it has grown ahead; a key file as it is."""
    used = len(raw.rstrip(b"\0"))
    return raw[: -(-used // 512) * 512]


def _with(files: Mapping[str, bytes | None]) -> ModelDisk:
    disk = ModelDisk()
    for name, content in files.items():
        if content is not None:
            disk.put(name, content)
    return disk


def _seen(disk: ModelDisk) -> tuple[list[Any], set[NoticeKind], Vault]:
    vault = unlocked(FOLDER, "passphrase", disk)
    rows = [document["row"] for document in vault.collection("a")]
    assert vault.collection("b").all() == [{"row": "b"}]
    return rows, {notice.kind for notice in vault.notices if notice.collection == "a"}, vault


def _rejects_writes(vault: Vault, disk: ModelDisk) -> None:
    before = disk.files()
    with pytest.raises(VaultDamaged):
        vault.collection("a").insert({"row": 99})
    with pytest.raises(VaultDamaged), vault.change():  # noqa: PT012  # the block is what is tried
        vault.collection("b").insert({"row": 99})
        vault.collection("a").insert({"row": 99})
    with pytest.raises(VaultDamaged):
        vault.fold("a")
    assert {name: content for name, content in disk.files().items() if name in before} == before
    vault.close()


@pytest.mark.parametrize("folded", [False, True], ids=["frames", "folded"])
def test_no_flipped_bit_is_shown_as_data_or_goes_unnoticed(folded: bool) -> None:
    disk, files = _written(folded=folded)
    name = _name(disk, "a")
    raw = files[name]
    for at in range(secrets.randbelow(STRIDE), len(raw), STRIDE):
        bad = raw[:at] + bytes([raw[at] ^ 1 << at % 8]) + raw[at + 1 :]
        rows, found, _ = _seen(_with(files | {name: bad}))
        assert found, at
        if found == {NoticeKind.HEALED}:
            assert rows == list(range(ROWS))
        else:
            assert found == {NoticeKind.DAMAGED}
            assert set(rows) <= set(range(ROWS))
            assert len(rows) >= ROWS - 1, "more than one frame is lost to one bit"


def test_a_damaged_collection_takes_no_changes_and_keeps_every_byte() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    bad = files[name][:1100] + b"!!" + files[name][1102:]
    disk = _with(files | {name: bad})
    rows, found, vault = _seen(disk)
    assert rows == [0, 2, 3, 4]
    assert found == {NoticeKind.DAMAGED}
    assert not vault.read_only
    vault.collection("b").insert({"row": "still"})
    _rejects_writes(vault, disk)
    assert disk.files()[name] == bad


def test_damage_is_noticed_again_at_the_next_opening() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    disk = _with(files | {name: files[name][:1100] + b"!!" + files[name][1102:]})
    for _ in range(2):
        _, found, vault = _seen(disk)
        assert found == {NoticeKind.DAMAGED}
        vault.close()


def test_a_file_cut_anywhere_since_the_last_lock_shows_a_prefix_and_says_so() -> None:
    disk, files = _written(locked=False)
    name = _name(disk, "a")
    raw = files[name]
    for size in range(0, len(raw), 3):
        rows, found, _ = _seen(_with(files | {name: raw[:size]}))
        assert rows == list(range(len(rows)))
        assert len(rows) == max(0, size // 512 - 1)
        if size >= 1024 and size % 512 == 0:
            assert found == set(), "frames cut off whole since the last lock cannot be noticed"
        elif size >= 1024:
            assert found == {NoticeKind.TORN_TAIL}
        else:
            assert found == {NoticeKind.DAMAGED}


def test_a_file_cut_anywhere_after_a_lock_is_never_taken_for_a_torn_write() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    raw = files[name]
    for size in range(0, len(raw), 5):
        rows, found, _ = _seen(_with(files | {name: raw[:size]}))
        assert rows == list(range(len(rows)))
        whole = size >= 1024 and size % 512 == 0
        assert found == {NoticeKind.ROLLED_BACK if whole else NoticeKind.DAMAGED}


def test_a_folded_file_loses_nothing_where_only_one_copy_is_hit() -> None:
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    for row in range(ROWS):
        vault.collection("a").insert({"row": row})
    vault.collection("b").insert({"row": "b"})
    vault.fold("a")
    vault.close()
    files = disk.files()
    name = _name(disk, "a")
    raw = files[name]
    assert len(raw) == 512 * 3
    for size in range(1024, len(raw)):
        changed = _with(files | {name: raw[:size]})
        rows, found, vault = _seen(changed)
        assert rows == list(range(ROWS))
        assert found == {NoticeKind.HEALED}
        if size % 64 == 0:
            vault.collection("a").insert({"row": ROWS})
            assert _seen(changed.after_kill())[0] == list(range(ROWS + 1))


def test_a_torn_tail_is_set_aside_cut_off_and_written_on_after() -> None:
    disk, files = _written(locked=False)
    name = _name(disk, "a")
    disk = _with(files | {name: files[name] + b"half a frame" * 60})
    rows, found, vault = _seen(disk)
    assert rows == list(range(ROWS))
    assert found == {NoticeKind.TORN_TAIL}
    assert disk.files()[name] == files[name]
    aside = {name: content for name, content in disk.files().items() if name.endswith(".torn")}
    assert list(aside.values()) == [b"half a frame" * 60]
    vault.collection("a").insert({"row": ROWS})
    vault.close()
    rows, found, _ = _seen(disk)
    assert rows == list(range(ROWS + 1))
    assert found == set()


def test_two_torn_tails_are_both_kept() -> None:
    disk, files = _written(locked=False)
    name = _name(disk, "a")
    for tail in (b"one", b"two"):
        disk = _with(disk.after_kill().files() | {name: files[name] + tail})
        _seen(disk)
    kept = sorted(content for name, content in disk.files().items() if name.endswith(".torn"))
    assert kept == [b"one", b"two"]


def test_more_than_one_unfinished_frame_is_damage() -> None:
    disk, files = _written(locked=False)
    name = _name(disk, "a")
    raw = bytearray(files[name])
    for frame in (4, 5):
        raw[frame * 512 + 100] ^= 1
    disk = _with(files | {name: bytes(raw)})
    rows, found, vault = _seen(disk)
    assert rows == [0, 1, 2]
    assert found == {NoticeKind.DAMAGED}
    _rejects_writes(vault, disk)


def test_a_tail_that_one_unfinished_frame_does_not_explain_is_damage() -> None:
    disk, files = _written(locked=False)
    name = _name(disk, "a")
    raw = files[name]
    spoilt_last = raw[:-100] + bytes([raw[-100] ^ 1]) + raw[-99:]
    spoilt_first = raw[512:900] + bytes([raw[900] ^ 1]) + raw[901:1024]
    for longer in (spoilt_last + b"more", raw + spoilt_first):
        _, found, _ = _seen(_with(files | {name: longer}))
        assert found == {NoticeKind.DAMAGED}
    _, found, _ = _seen(_with(files | {name: spoilt_last}))
    assert found == {NoticeKind.TORN_TAIL}, "the one case that looks alike"


def test_frames_moved_doubled_or_left_out_are_damage() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    raw = files[name]
    head, frames = raw[:512], [raw[at : at + 512] for at in range(512, len(raw), 512)]
    for order in ([0, 2, 1, 3, 4], [0, 1, 1, 2, 3, 4], [0, 1, 3, 4], [1, 2, 3, 4], [0, 1, 2, 3, 4, 0]):
        _, found, _ = _seen(_with(files | {name: head + b"".join(frames[place] for place in order)}))
        assert found == {NoticeKind.DAMAGED}, order


def test_a_block_between_frames_that_nobody_wrote_is_damage() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    raw = files[name]
    for block in (bytes(512), b"?" * 512):
        rows, found, _ = _seen(_with(files | {name: raw[:1024] + block + raw[1024:]}))
        assert found == {NoticeKind.DAMAGED}
        assert rows == list(range(ROWS))


def test_an_old_frame_put_in_again_brings_nothing_back() -> None:
    disk, _ = _written()
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.collection("a").update({"row": "newest"}, doc_ids=[1])
    vault.close()
    name = _name(disk, "a")
    raw = disk.files()[name]
    rows, found, _ = _seen(_with(disk.files() | {name: raw + raw[512:1024]}))
    assert found == {NoticeKind.DAMAGED}
    assert rows == ["newest", 1, 2, 3, 4]


def test_swapped_files_open_nothing_and_are_kept() -> None:
    disk, files = _written()
    a, b = _name(disk, "a"), _name(disk, "b")
    disk = _with(files | {a: files[b], b: files[a]})
    vault = unlocked(FOLDER, "passphrase", disk)
    for collection in ("a", "b"):
        assert vault.collection(collection).all() == []
        assert Notice(NoticeKind.DAMAGED, collection) in vault.notices
    vault.close()
    assert disk.files()[a] == files[b]


def test_a_file_of_another_vault_opens_nothing() -> None:
    disk, files = _written()
    other, others = _written()
    disk = _with(files | {_name(disk, "a"): others[_name(other, "a")]})
    rows, found, _ = _seen(disk)
    assert (rows, found) == ([], {NoticeKind.DAMAGED})


def test_two_histories_of_one_file_are_not_spliced() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.collection("a").insert({"row": "one"})
    vault.collection("a").insert({"row": "two"})
    one = _without_room(disk.files()[name])
    other = _with(files)
    vault = unlocked(FOLDER, "passphrase", other)
    vault.collection("a").insert({"row": "other"})
    spliced = _without_room(other.files()[name]) + one[-512:]
    _, found, _ = _seen(_with(files | {name: spliced}))
    assert found == {NoticeKind.DAMAGED}


def test_a_missing_file_is_named_and_not_begun_anew() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    disk = _with({**files, name: None})
    vault = unlocked(FOLDER, "passphrase", disk)
    assert vault.notices == (Notice(NoticeKind.MISSING, "a"),)
    assert vault.collections() == ("a", "b")
    assert vault.collection("a").all() == []
    with pytest.raises(VaultDamaged):
        vault.collection("a").insert({})


@pytest.mark.parametrize("how", ["missing", "damaged"])
def test_without_marks_what_is_known_by_name_stays_readable(how: str) -> None:
    disk, files = _written()
    name = _name(disk, ".marks")
    disk = _with({**files, name: None if how == "missing" else files[name][:600] + b"!" * 3000})
    rows, _, vault = _seen(disk)
    kind = NoticeKind.MISSING if how == "missing" else NoticeKind.DAMAGED
    assert Notice(kind, ".marks") in vault.notices
    assert rows == list(range(ROWS))
    vault.collection("a").insert({"row": ROWS})
    with pytest.raises(VaultDamaged):
        vault.collection("new").insert({})


def test_an_older_copy_of_a_file_is_noticed_until_something_is_written_to_it() -> None:
    disk, old = _written()
    name = _name(disk, "a")
    vault = unlocked(FOLDER, "passphrase", disk)
    vault.collection("a").insert({"row": ROWS})
    vault.close()
    disk = _with(disk.files() | {name: old[name]})
    for _ in range(2):
        rows, found, vault = _seen(disk)
        assert rows == list(range(ROWS))
        assert found == {NoticeKind.ROLLED_BACK}
        vault.close()
    _, _, vault = _seen(disk)
    vault.collection("a").insert({"row": "on"})
    vault.close()
    assert _seen(disk)[1] == set()


def test_another_history_of_a_file_is_noticed() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    other = _with(files)
    for place in (disk, other):
        vault = unlocked(FOLDER, "passphrase", place)
        vault.collection("a").insert({"row": ROWS})
        vault.close()
    _, found, _ = _seen(_with(disk.files() | {name: other.files()[name]}))
    assert found == {NoticeKind.ROLLED_BACK}


def test_a_newer_log_is_unsupported_and_left_alone() -> None:
    disk, files = _written()
    name = _name(disk, "a")
    head = bytearray(files[name][:256])
    head[7] = 4
    head[68:72] = _crc(bytes(head[:68]))
    disk = _with(files | {name: bytes(head) * 2 + files[name][512:]})
    vault = unlocked(FOLDER, "passphrase", disk)
    with pytest.raises(VaultUnsupported):
        vault.collection("a")
    assert vault.collection("b").all() == [{"row": "b"}]
    vault.close()
    assert disk.files()[name] == bytes(head) * 2 + files[name][512:]


def _crc(data: bytes) -> bytes:
    return crc32(data).to_bytes(4, "little")


_WRITTEN: list[tuple[dict[str, bytes], str]] = []


def _once() -> tuple[dict[str, bytes], str]:
    if not _WRITTEN:
        disk, files = _written(folded=True)
        _WRITTEN.append((files, _name(disk, "a")))
    return _WRITTEN[0]


@settings(max_examples=300, deadline=None)
@given(
    at=st.integers(0, 3000),
    gone=st.integers(0, 1500),
    put=st.binary(max_size=1100),
)
def test_no_cut_or_patch_of_any_kind_shows_what_was_never_written(at: int, gone: int, put: bytes) -> None:
    files, name = _once()
    raw = files[name]
    changed = raw[:at] + put + raw[at + gone :]
    rows, found, _ = _seen(_with(files | {name: changed}))
    assert set(rows) <= set(range(ROWS))
    assert len(rows) == len(set(rows))
    if changed != raw:
        assert found
    else:
        assert rows == list(range(ROWS))
