"""Power cuts and kills on a modelled disk: what was acknowledged is there, what was cut off is there whole or not."""

import secrets
from contextlib import suppress

from app.vault import Vault
from tests.faults.amount import amount, tried
from tests.faults.history import FOLDER, Copy, Held, History, copy_found, harmless, held, only, opens
from tests.vault.disks import ModelDisk, PowerCut, fresh_vault, seeded, unlocked

CRASHES = amount(400, 1_500, 10_500)
ROUNDS = 3


def found_after(history: History, disk: ModelDisk) -> tuple[Held, str, Copy | None]:
    """Open what is left. Shows that it is one of two states; that it is durable; and returns it."""
    passphrase = opens(history, disk)
    vault = unlocked(FOLDER, passphrase, disk)
    names = vault.collections()
    found = held(vault)
    assert set(found) <= set(names), "a collection is not listed"
    assert harmless(vault.notices), vault.notices
    assert not vault.read_only
    assert found in (only(history.kept), only(history.tried))
    copy = copy_found(history, disk)
    shown = unlocked(FOLDER, passphrase, disk.after_power_cut(history.chance))
    assert held(shown) == found, "what was shown did not survive the next power cut"
    return found, passphrase, copy


def one_life(seed: int, kind: type[ModelDisk] = ModelDisk) -> None:
    """One history, interrupted in each of its rounds."""
    chance = seeded(seed)
    disk = kind()
    fresh_vault(FOLDER, "passphrase", disk).close()
    content: Held = {}
    passphrase, copy = "passphrase", None
    for _ in range(ROUNDS):
        disk.calls, disk.cut_at = 0, 0
        history = History(disk, chance, content, passphrase)
        history.copy = history.copy_tried = copy
        disk.cut_at = disk.calls + chance.randint(1, 70)
        with suppress(PowerCut):
            history.run(12)
        disk = disk.after_power_cut(chance) if chance.random() < 0.7 else disk.after_kill()
        disk.cut_at = 0
        content, passphrase, copy = found_after(history, disk)
        tried["simulated crashes"] += 1
        tried["simulated crashes: changes acknowledged before them, none lost"] += history.steps - 1
        tried[f"simulated crashes: during {history.doing or 'nothing'}"] += 1


def test_no_power_cut_and_no_kill_loses_or_halves_a_change() -> None:
    first = secrets.randbits(40)
    for seed in range(first, first + CRASHES // ROUNDS + 1):
        try:
            one_life(seed)
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
