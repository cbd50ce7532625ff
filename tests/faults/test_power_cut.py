"""Power cuts and kills on a modelled disk: what was acknowledged is there, what was cut off is there whole or not."""

import secrets
from contextlib import suppress

import pytest

from app.vault import Vault, VaultError
from tests.faults.history import FOLDER, Held, History, harmless, held, only
from tests.vault.disks import ModelDisk, PowerCut, fresh_vault, seeded, unlocked

POINTS = 700
MANY_POINTS = 10_000
ROUNDS = 3


def _found(disk: ModelDisk, history: History) -> tuple[Held, str]:
    """Open what is left. Shows that it is one of two states; that it is durable; and returns it."""
    passphrase = _opens(disk, history)
    vault = unlocked(FOLDER, passphrase, disk)
    names = vault.collections()
    found = held(vault)
    assert set(found) <= set(names), "a collection is not listed"
    assert harmless(vault.notices), vault.notices
    assert not vault.read_only
    assert found in (only(history.kept), only(history.tried))
    shown = unlocked(FOLDER, passphrase, disk.after_power_cut(history.chance))
    assert held(shown) == found, "what was shown did not survive the next power cut"
    return found, passphrase


def _opens(disk: ModelDisk, history: History) -> str:
    """Exactly one of the two passphrases opens."""
    opening = []
    for passphrase in sorted({history.passphrase, history.passphrase_tried}):
        try:
            unlocked(FOLDER, passphrase, disk).close()
        except VaultError:
            continue
        opening.append(passphrase)
    (only_one,) = opening
    return only_one


def _point(seed: int) -> int:
    """One history, interrupted in each of its rounds. Returns how many acknowledged steps were checked."""
    chance = seeded(seed)
    disk = ModelDisk()
    fresh_vault(FOLDER, "passphrase", disk).close()
    content: Held = {}
    passphrase = "passphrase"
    steps = 0
    for _ in range(ROUNDS):
        disk.calls, disk.cut_at = 0, 0
        history = History(disk, chance, content, passphrase)
        disk.cut_at = disk.calls + chance.randint(1, 60)
        with suppress(PowerCut):
            history.run(12)
        steps += history.steps
        disk = disk.after_power_cut(chance) if chance.random() < 0.7 else disk.after_kill()
        disk.cut_at = 0
        content, passphrase = _found(disk, history)
    return steps


def test_no_power_cut_and_no_kill_loses_or_halves_a_change() -> None:
    first = secrets.randbits(40)
    for seed in range(first, first + POINTS // ROUNDS + 1):
        _run(seed)


@pytest.mark.slow
def test_nor_do_ten_thousand() -> None:
    first = secrets.randbits(40)
    for seed in range(first, first + MANY_POINTS // ROUNDS + 1):
        _run(seed)


def _run(seed: int) -> None:
    try:
        _point(seed)
    except Exception as error:
        raise AssertionError(f"power cut of seed {seed}") from error


def test_a_vault_is_made_whole_or_not_at_all() -> None:
    chance = seeded(1)
    cut = 0
    while True:
        cut += 1
        disk = ModelDisk()
        disk.cut_at = cut
        try:
            fresh_vault(FOLDER, "passphrase", disk)
        except PowerCut:
            pass
        else:
            break
        for _ in range(5):
            left = disk.after_power_cut(chance)
            if Vault.exists(FOLDER, disk=left):
                vault = unlocked(FOLDER, "passphrase", left)
                assert vault.collections() == ()
                vault.collection("a").insert({})
            else:
                fresh_vault(FOLDER, "passphrase", left)
    assert cut > 8


def test_a_change_of_three_logs_is_whole_at_every_cut() -> None:
    chance = seeded(2)
    cut = 0
    outcomes = set()
    while True:
        cut += 1
        disk = ModelDisk()
        vault = fresh_vault(FOLDER, "passphrase", disk)
        vault.collection("a").insert({"before": 1})
        disk.cut_at = disk.calls + cut
        try:
            with vault.change():
                for name in ("a", "b", "c/2026-11"):
                    vault.collection(name).insert({"in": name})
        except PowerCut:
            pass
        else:
            break
        for left in (*(disk.after_power_cut(chance) for _ in range(6)), disk.after_kill()):
            again = unlocked(FOLDER, "passphrase", left)
            there = [len(again.collection(name)) for name in ("a", "b", "c/2026-11")]
            assert there in ([1, 0, 0], [2, 1, 1])
            outcomes.add(tuple(there))
            assert harmless(again.notices)
    assert outcomes == {(1, 0, 0), (2, 1, 1)}
