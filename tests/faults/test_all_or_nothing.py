"""What touches several files is there whole or not at all, at whichever call to the disk it is cut off."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from app.imports.any_csv import Columns
from app.session.import_rows import Choices
from app.store.merge import merge
from app.vault import Backup, Vault, WrongPassphrase
from tests.faults.amount import amount, tried
from tests.faults.history import FOLDER, harmless
from tests.session.house import MORNING, PASSPHRASE, House, every_check_in, remembered
from tests.session.lived_in import move_in
from tests.vault.disks import ModelDisk, PowerCut, seeded, unlocked

OTHER = "another passphrase"
THEIRS = Path("/elsewhere/theirs.sealed")
POWER_CUTS = amount(1, 1, 6)

Outcome = tuple[str, dict[str, Any], tuple[Any, ...]]
"""The passphrase that opens, what is remembered, all check-ins."""


def _vault(house: House) -> Vault:
    return house.session._unlocked.vault


def _move(house: House) -> None:
    check_ins = house.session.check_ins
    check_ins.change(check_ins.recent[0], when=house.session.now() - timedelta(days=40))


def _import(house: House) -> None:
    days = (MORNING - timedelta(days=10 * number) for number in range(9))
    rows = "\n".join(f"{day:%Y-%m-%d},rad,calm;a word of their own" for day in days)
    choices = Choices(columns=Columns(date="day", mood="mood", names="names", between=";"), zone=UTC)
    assert house.session.imports.bring(f"day,mood,names\n{rows}\n".encode(), "their.csv", choices).added == 9


def _merge(house: House) -> None:
    backup = Backup.open(THEIRS, PASSPHRASE, disk=house.disk)
    merge(_vault(house), backup)


def _remove(house: House) -> None:
    house.session.remove_support(house.session.supports.all[0])


CASES: dict[str, tuple[Callable[[House], None], int]] = {
    "a check-in moved to another month": (_move, 2),
    "an import over three months": (_import, 5),
    "a merge": (_merge, 5),
    "the removal of a support that is linked from everywhere": (_remove, 4),
    "a change of the passphrase": (lambda house: _vault(house).change_passphrase(PASSPHRASE, OTHER), 2),
    "a rotation of the data key": (lambda house: _vault(house).rotate(PASSPHRASE, OTHER), 8),
}
"""What is done, and how many files of the vault it changes at least."""


@cache
def _lived_in() -> dict[str, bytes]:
    """A vault that is lived in, and a backup of another device's that has gone on from there."""
    disk = ModelDisk()
    house = House(FOLDER, disk)
    move_in(house.session)
    house.session.lock()
    theirs = ModelDisk()
    for name, content in disk.files().items():
        theirs.put(name, content)
    other = House(FOLDER, theirs, seed=2)
    other.clock.turn(hours=2)
    _remove(other)
    _move(other)
    _import(other)
    _vault(other).back_up(THEIRS)
    return disk.files() | {THEIRS.name: theirs.files()[THEIRS.name]}


def _entered() -> House:
    disk = ModelDisk()
    for name, content in _lived_in().items():
        disk.put(name, content)
    house = House(FOLDER, disk, seed=3)
    house.clock.turn(hours=3)
    return house


def _found(disk: ModelDisk) -> Outcome:
    """What is there now, by whichever of the two passphrases opens; not both may."""
    opening = []
    for passphrase in (PASSPHRASE, OTHER):
        with suppress(WrongPassphrase):
            unlocked(FOLDER, passphrase, disk).close()
            opening.append(passphrase)
    (passphrase,) = opening
    session = House(FOLDER, disk, seed=4, passphrase=passphrase).session
    found = passphrase, remembered(session), every_check_in(session)
    assert harmless(session.notices), session.notices
    assert _unaccounted_for(session._unlocked.vault) == 0
    return found


def _unaccounted_for(vault: Vault) -> int:
    return vault.check().unknown


@pytest.mark.parametrize("case", CASES)
def test_it_is_there_whole_or_not_at_all(case: str) -> None:
    act, files = CASES[case]
    chance = seeded(11)
    house = _entered()
    assert isinstance(house.disk, ModelDisk)
    before, at_first = _found(house.disk.after_power_cut(chance)), house.disk.files()
    act(house)
    changed = set(house.disk.files().items()) - set(at_first.items())
    assert len(changed) >= files
    after = _found(house.disk)
    assert before != after
    seen = []
    for cut in count(1):
        house = _entered()
        disk = house.disk
        assert isinstance(disk, ModelDisk)
        disk.cut_at = disk.calls + cut
        try:
            act(house)
        except PowerCut:
            pass
        else:
            break
        for left in (*(disk.after_power_cut(chance) for _ in range(POWER_CUTS)), disk.after_kill()):
            found = _found(left)
            assert found in (before, after), f"half of it, cut at call {cut}"
            assert _found(left.after_power_cut(chance)) == found, "what was shown did not survive"
            seen.append(found == after)
            tried[f"cut at every call: {case}"] += 1
    assert set(seen) == {True, False}
