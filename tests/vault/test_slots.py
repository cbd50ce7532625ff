"""Who can open a vault: passphrase, recovery key, device; what the file tells of them; and no crash leaves neither or both."""

import errno
import os
import traceback
from collections.abc import Callable
from copy import deepcopy
from itertools import product
from pathlib import Path

import pytest

from app.recovery_words import word_list, words_of
from app.vault import (
    Cost,
    DiskFull,
    Notice,
    NoticeKind,
    ReadOnly,
    Vault,
    VaultDamaged,
    VaultError,
    VaultUnsupported,
    WrongKey,
    WrongPassphrase,
)
from app.vault.key_file import KeyFile
from app.vault.key_slot import Slot
from tests.vault import open_by_the_book
from tests.vault.disks import CheapDisk, ModelDisk, PowerCut, fresh_vault, seeded, unlocked

FOLDER = Path("/modelled")
PAPER, OTHER_PAPER = bytes(range(16)), bytes(range(1, 17))
DEVICE, OTHER_DEVICE = bytes(range(32)), bytes(range(1, 33))

Verb = Callable[[Vault], None]
Opens = tuple[str, ...]
"""Which of the known secrets open a vault."""

TRIED: dict[str, Callable[[ModelDisk], Vault]] = {
    "passphrase": lambda disk: unlocked(FOLDER, "passphrase", disk),
    "new": lambda disk: unlocked(FOLDER, "new", disk),
    "paper": lambda disk: Vault.unlock_with_recovery_key(FOLDER, PAPER, disk=disk),
    "other paper": lambda disk: Vault.unlock_with_recovery_key(FOLDER, OTHER_PAPER, disk=disk),
    "device": lambda disk: Vault.unlock_with_device_key(FOLDER, DEVICE, disk=disk),
    "other device": lambda disk: Vault.unlock_with_device_key(FOLDER, OTHER_DEVICE, disk=disk),
}

VERBS: dict[str, Verb] = {
    "change": lambda vault: vault.change_passphrase("passphrase", "new"),
    "reset": lambda vault: vault.key_slots.reset_passphrase(PAPER, "new"),
    "other paper": lambda vault: vault.key_slots.add_recovery_key(OTHER_PAPER),
    "no paper": lambda vault: vault.key_slots.remove_recovery_key(),
    "other device": lambda vault: vault.key_slots.add_device_key(OTHER_DEVICE),
    "no device": lambda vault: vault.key_slots.remove_device_key(),
}
AFTER: dict[str, Opens] = {
    "change": ("new", "paper", "device"),
    "reset": ("new", "paper", "device"),
    "other paper": ("passphrase", "other paper", "device"),
    "no paper": ("passphrase", "device"),
    "other device": ("passphrase", "paper", "other device"),
    "no device": ("passphrase", "paper"),
}
BEFORE: Opens = ("passphrase", "paper", "device")


def _made() -> tuple[ModelDisk, Vault]:
    """A vault with one document that a passphrase, a paper and a device open."""
    disk = ModelDisk()
    vault = fresh_vault(FOLDER, "passphrase", disk)
    vault.collection("a").insert({"kept": True})
    vault.key_slots.add_recovery_key(PAPER)
    vault.key_slots.add_device_key(DEVICE)
    return disk, vault


def _opens(disk: ModelDisk) -> Opens:
    """Try every secret. Whichever opens shows all there is; whichever does not is named as wrong."""
    found = []
    for name, unlock in TRIED.items():
        try:
            vault = unlock(disk)
        except (WrongPassphrase, WrongKey) as error:
            assert type(error) is (WrongPassphrase if name in {"passphrase", "new"} else WrongKey)  # noqa: PT017  # the others open
            continue
        assert vault.collection("a").all() == [{"kept": True}]
        assert not vault.read_only
        vault.close()
        found.append(name)
    return tuple(found)


def _slots(disk: ModelDisk) -> list[bytes]:
    return [slot.raw for slot in KeyFile.parse(disk.files()["vault.key"]).slots]


def test_each_of_the_three_opens_and_nothing_else_does() -> None:
    disk, vault = _made()
    vault.close()
    assert _opens(disk) == BEFORE


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_changes_who_can_open_it(verb: str) -> None:
    disk, vault = _made()
    epoch = KeyFile.parse(disk.files()["vault.key"]).epoch
    VERBS[verb](vault)
    vault.close()
    assert _opens(disk) == AFTER[verb]
    assert KeyFile.parse(disk.files()["vault.key"]).epoch == epoch + 1
    assert disk.files()["vault.key"] == disk.files()["vault.key.bak"]


def test_a_forgotten_passphrase_is_reset_after_unlocking_with_the_recovery_key() -> None:
    disk, vault = _made()
    vault.close()
    again = Vault.unlock_with_recovery_key(FOLDER, PAPER, disk=disk)
    for wrong in (OTHER_PAPER, os.urandom(16)):
        with pytest.raises(WrongKey):
            again.key_slots.reset_passphrase(wrong, "new")
    again.key_slots.reset_passphrase(PAPER, "new")
    again.close()
    assert _opens(disk) == ("new", "paper", "device")


def test_a_passphrase_is_only_changed_by_who_knows_it() -> None:
    disk, vault = _made()
    before = disk.files()
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase("not it", "new")
    assert disk.files() == before


def test_a_new_passphrase_costs_as_much_to_guess_as_the_one_before(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path, "passphrase", cost=Cost(15, 8, 3))
    vault.key_slots.add_recovery_key(PAPER)
    vault.key_slots.reset_passphrase(PAPER, "new")
    vault.close()
    slot = KeyFile.parse((tmp_path / "vault.key").read_bytes()).slots[0]
    assert slot.cost == Cost(15, 8, 3)


def test_a_drawn_recovery_key_is_of_128_random_bits_and_changes_nothing_yet() -> None:
    disk, vault = _made()
    before = disk.files()
    drawn = {vault.key_slots.draw_recovery_key() for _ in range(50)}
    assert len(drawn) == 50
    assert {len(key) for key in drawn} == {16}
    assert disk.files() == before


@pytest.mark.parametrize("key", [b"", bytes(15), bytes(17), bytes(32)])
def test_a_recovery_key_of_another_length_is_refused(key: bytes) -> None:
    disk, vault = _made()
    before = disk.files()
    with pytest.raises(ValueError, match="length"):
        vault.key_slots.add_recovery_key(key)
    with pytest.raises(ValueError, match="length"):
        vault.key_slots.add_device_key(key[:31])
    with pytest.raises(ValueError, match="length"):
        Vault.unlock_with_recovery_key(FOLDER, key, disk=disk)
    assert disk.files() == before


def test_no_order_of_verbs_leaves_a_vault_without_its_passphrase_or_with_a_fifth_slot() -> None:
    for steps in product(("other paper", "no paper", "other device", "no device"), repeat=4):
        disk = ModelDisk()
        vault = fresh_vault(FOLDER, "passphrase", disk)
        vault.collection("a").insert({"kept": True})
        expected = {"passphrase"}
        for step in steps:
            VERBS[step](vault)
            added = step.replace("no", "other")
            expected = expected | {step} if step == added else expected - {added}
            assert vault.key_slots.has_recovery_key == ("other paper" in expected)
            assert vault.key_slots.has_device_key == ("other device" in expected)
        vault.close()
        assert set(_opens(disk)) == expected, steps
        kinds = sorted(slot[0] for slot in _slots(disk))
        assert kinds == ([1, 2, 2, 3] if "other device" in expected else [1, 2, 2, 2])


# ------------------------------------------------------------------ what the file tells


def test_a_recovery_slot_cannot_be_told_from_one_nobody_can_open() -> None:
    real: list[bytes] = []
    decoys: list[bytes] = []
    for _ in range(400):
        disk = ModelDisk()
        vault = fresh_vault(FOLDER, "passphrase", disk)
        decoys += _slots(disk)[1:]
        vault.key_slots.add_recovery_key(os.urandom(16))
        keys = vault._folder.keys
        real += [slot for slot in _slots(disk) if Slot.parse(slot).holds_recovery_key(keys)]
    assert len(real) == 400
    for kind in (real, decoys):
        assert {slot[:16] for slot in kind} == {b"\x02" + bytes(15)}
        assert len({slot[start : start + 8] for slot in kind for start in range(16, 104, 8)}) == 11 * len(
            kind
        )
        ones = sum(byte.bit_count() for slot in kind for byte in slot[16:])
        bits = len(kind) * 92 * 8
        assert abs(ones - bits / 2) < 6 * (bits / 4) ** 0.5, "not as even as chance"


def test_adding_and_removing_a_recovery_key_look_alike_between_two_copies() -> None:
    disk, vault = _made()
    start = _slots(disk)
    vault.key_slots.remove_recovery_key()
    removed = _slots(disk)
    vault.key_slots.add_recovery_key(PAPER)
    added = _slots(disk)
    for before, after in ((start, removed), (removed, added)):
        changed = [slot for slot in range(4) if before[slot] != after[slot]]
        assert changed == [slot for slot in range(4) if before[slot][0] == 2]


def test_a_changed_passphrase_and_a_device_leave_all_other_slots_alone() -> None:
    for verb in ("change", "reset", "other device", "no device"):
        disk, vault = _made()
        before = _slots(disk)
        VERBS[verb](vault)
        assert sum(one != other for one, other in zip(before, _slots(disk), strict=True)) == 1


def test_only_who_has_the_data_key_can_ask_for_a_recovery_key() -> None:
    _, vault = _made()
    slots = vault.key_slots
    told = [(slots.has_recovery_key, slots.has_device_key)]
    slots.remove_recovery_key()
    told.append((slots.has_recovery_key, slots.has_device_key))
    assert told == [(True, True), (False, True)]
    vault.close()
    for use in (lambda: slots.has_recovery_key, slots.remove_recovery_key, lambda: vault.key_slots):
        with pytest.raises(VaultError, match=r"^locked$"):
            use()


# ------------------------------------------------------------------ by the book


def test_each_of_the_three_opens_by_the_book(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    vault.collection("a").insert({"n": 1})
    vault.key_slots.add_device_key(DEVICE)
    assert not open_by_the_book.has_recovery_key(tmp_path, "passphrase")
    vault.key_slots.add_recovery_key(PAPER)
    vault.close()
    expected = {"a": {"_default": {"1": {"n": 1}}}}
    paper = open_by_the_book.recovery_key(" ".join(words_of(PAPER)), list(word_list()))
    assert open_by_the_book.open_vault(tmp_path, "passphrase") == expected
    assert open_by_the_book.open_vault(tmp_path, recovery_key=paper) == expected
    assert open_by_the_book.open_vault(tmp_path, device_key=DEVICE) == expected
    assert open_by_the_book.has_recovery_key(tmp_path, "passphrase")
    for wrong in ({"recovery_key": OTHER_PAPER}, {"device_key": OTHER_DEVICE}):
        with pytest.raises(ValueError, match="no slot opens"):
            open_by_the_book.open_vault(tmp_path, "not it", **wrong)


# ------------------------------------------------------------------ what does not open


def test_a_key_that_was_replaced_still_opens_an_older_key_file() -> None:
    disk, vault = _made()
    old = disk.files()["vault.key"]
    vault.key_slots.add_recovery_key(OTHER_PAPER)
    vault.close()
    assert "paper" not in _opens(disk)
    for name in ("vault.key", "vault.key.bak"):
        disk.put(name, old)
    assert "paper" in _opens(disk)


@pytest.mark.parametrize("offset", [1, 2, 4, 8, 12])
def test_a_recovery_or_device_slot_of_a_newer_kind_is_unsupported(offset: int) -> None:
    disk, vault = _made()
    file = KeyFile.parse(disk.files()["vault.key"])
    odd = [
        slot.raw if slot.kind == 1 else slot.raw[:offset] + b"\x01" + slot.raw[offset + 1 :]
        for slot in file.slots
    ]
    changed = KeyFile._written(vault._folder.keys, 9, tuple(map(Slot.parse, odd)))
    vault.close()
    for name in ("vault.key", "vault.key.bak"):
        disk.put(name, changed.raw)
    before = disk.files()
    for unlock in (TRIED["paper"], TRIED["device"]):
        with pytest.raises(VaultUnsupported):
            unlock(disk)
    assert disk.files() == before
    TRIED["passphrase"](disk).close()
    with pytest.raises(WrongPassphrase):
        TRIED["new"](disk)


def test_a_device_takes_no_slot_that_a_recovery_key_has() -> None:
    disk, vault = _made()
    vault.key_slots.remove_device_key()
    passphrase, paper, *rest = KeyFile.parse(disk.files()["vault.key"]).slots
    for order in ((passphrase, *rest, paper), (passphrase, rest[0], paper, rest[1])):
        for name in ("vault.key", "vault.key.bak"):
            disk.put(name, KeyFile._written(vault._folder.keys, 9, order).raw)
        vault.key_slots.add_device_key(DEVICE)
        left = deepcopy(disk)
        assert _opens(left) == BEFORE


def test_an_altered_slot_does_not_open_and_is_noticed() -> None:
    disk, vault = _made()
    vault.close()
    good = disk.files()["vault.key"]
    for place in range(37, 37 + 4 * 108, 13):
        bad = good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :]
        disk.put("vault.key", bad)
        disk.put("vault.key.bak", bad)
        for unlock in TRIED.values():
            with pytest.raises(VaultDamaged):
                unlock(disk)
        disk.put("vault.key.bak", good)
        again = TRIED["paper"](disk)
        assert Notice(NoticeKind.HEALED, "") in again.notices
        again.close()


def test_a_changed_key_file_is_not_taken_for_ours() -> None:
    disk, vault = _made()
    other = ModelDisk()
    fresh_vault(FOLDER, "passphrase", other).close()
    for name in ("vault.key", "vault.key.bak"):
        disk.put(name, other.files()[name])
    before = disk.files()
    for verb in VERBS.values():
        with pytest.raises(VaultDamaged):
            verb(vault)
    assert disk.files() == before


def test_no_error_and_no_repr_holds_a_key(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    key = b"CANARYCANARYCANA"
    vault.key_slots.add_recovery_key(key)
    slots = vault.key_slots
    told = [repr(slots), repr(vars(slots)), repr(KeyFile.parse((tmp_path / "vault.key").read_bytes()))]
    failing: tuple[Callable[[], object], ...] = (
        lambda: slots.reset_passphrase(key[::-1], "CANARY"),
        lambda: slots.add_recovery_key(key + b"!"),
        lambda: slots.add_device_key(key),
    )
    for call in failing:
        with pytest.raises((VaultError, ValueError)) as caught:
            call()
        told.append("".join(traceback.format_exception(caught.value)))
    vault.close()
    assert "CANA" not in "".join(told).replace("CANARY", "", 1)
    assert all(key not in path.read_bytes() for path in tmp_path.iterdir())


# ------------------------------------------------------------------ crashes and refusing disks


@pytest.mark.parametrize("verb", VERBS)
def test_a_cut_at_every_call_leaves_the_old_or_the_new_and_never_both(verb: str) -> None:
    chance = seeded(3)
    seen, cut = set(), 0
    while True:
        cut += 1
        disk, vault = _made()
        disk.cut_at = disk.calls + cut
        try:
            VERBS[verb](vault)
        except PowerCut:
            pass
        else:
            break
        for left in (*(disk.after_power_cut(chance) for _ in range(8)), disk.after_kill()):
            found = _opens(left)
            assert found in (BEFORE, AFTER[verb])
            assert _opens(left.after_power_cut(chance)) == found, "what opened once did not open again"
            seen.add(found)
    assert seen == {BEFORE, AFTER[verb]}
    assert cut > 8


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO], ids=errno.errorcode.get)
@pytest.mark.parametrize("broken", [False, True], ids=["once", "for good"])
def test_a_call_that_fails_leaves_the_old_or_the_new_and_says_which_it_may_be(
    verb: str, number: int, broken: bool
) -> None:
    call = 0
    while True:
        call += 1
        disk, vault = _made()
        disk.errno, disk.fail_at, disk.broken = number, disk.calls + call, broken
        try:
            VERBS[verb](vault)
        except DiskFull:
            expected = {BEFORE}
            assert not vault.read_only
        except ReadOnly:
            expected = {BEFORE, AFTER[verb]}
            assert vault.read_only
            with pytest.raises(ReadOnly):
                VERBS[verb](vault)
        else:
            break
        disk.fail_at, disk.broken = 0, False
        vault.close()
        assert _opens(disk) in expected
    assert call > 8


def test_a_real_disk_keeps_them_too(tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path)
    vault.key_slots.add_recovery_key(PAPER)
    vault.key_slots.add_device_key(DEVICE)
    vault.close()
    disk = CheapDisk()
    Vault.unlock_with_recovery_key(tmp_path, PAPER, disk=disk).close()
    Vault.unlock_with_device_key(tmp_path, DEVICE, disk=disk).close()
    unlocked(tmp_path).close()
