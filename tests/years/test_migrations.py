"""Records of older shapes, through all that a vault goes through, and an update that is cut off or taken back.

No kind has had a second shape yet. So supports get two more here: in the first a name stood in ``called``, up to the
second a note was a list of lines.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.support import Support
from app.session import Session
from app.session.one_change import one_change
from app.store import shape
from app.store.backup import contents
from app.store.everything import everything
from app.store.merge import Counts, merge
from app.store.record import from_record, row_of, to_record
from app.store.settings import Settings
from app.store.shelf import put_in_row
from app.vault import Backup, NoticeKind, Vault, restore
from tests.domain.sample import LATER, support
from tests.session.house import MORNING, PASSPHRASE, House
from tests.vault.disks import ModelDisk, PowerCut, fresh_vault, seeded

FOLDER, COPY = Path("/modelled"), Path("/elsewhere/copy")

Record = dict[str, Any]

ANA, BEN, CLEO, DAN = (support(name, note=f"about\n{name}") for name in ("Ana", "Ben", "Cleo", "Dan"))
SHAPED = {ANA: 1, BEN: 2, CLEO: 3}
"""Three that are whole, each in another shape. Of Dan a step can make nothing."""

HARMLESS = {NoticeKind.TORN_TAIL, NoticeKind.HEALED}


def _was_called(record: Record) -> Record:
    return {key: content for key, content in record.items() if key != "called"} | {"name": record["called"]}


def _had_lines(record: Record) -> Record:
    return record | {"note": "\n".join(record["note"])} if "note" in record else record


STEPS = (_was_called, _had_lines)


def _in_shape(thing: Support, number: int) -> Record:
    """A record as a version wrote it that knew this shape as the newest."""
    record = {key: content for key, content in to_record(thing).items() if key != "shape"}
    if number < 3:  # the newest
        record["note"] = thing.note.split("\n")
    if number < 2:  # the first
        record["called"] = record.pop("name")
    return record if number == 1 else record | {"shape": number}


def _fails_on_dan(record: Record) -> Record:
    """A step with a fault of its own."""
    return {"note": 1 // 0} if record["id"] == DAN.id else dict(record)


SPOILT = _in_shape(DAN, 1) | {"called": 7}


@contextmanager
def _version(*steps: shape.Step) -> Iterator[None]:
    """Within, the app knows these steps of supports."""
    before = shape.STEPS.get(Support)
    shape.STEPS[Support] = steps
    try:
        yield
    finally:
        if before is None:
            del shape.STEPS[Support]
        else:
            shape.STEPS[Support] = before


@pytest.fixture(autouse=True)
def updated() -> Iterator[None]:
    """The app as it is after the update."""
    with _version(*STEPS):
        yield


def _table(vault: Vault) -> Any:
    return vault.collection("supports").table("supports")


def _rows(vault: Vault) -> dict[int, Record]:
    return {document.doc_id: dict(document) for document in _table(vault)}


@pytest.fixture
def house() -> House:
    """A vault with supports of every shape, and one of which nothing can be made."""
    vault = fresh_vault(FOLDER, disk=ModelDisk())
    for thing, number in SHAPED.items():
        put_in_row(_table(vault), row_of(thing.id), _in_shape(thing, number))
    put_in_row(_table(vault), row_of(DAN.id), SPOILT)
    vault.close()
    return House(FOLDER, vault.disk)


def _left_out(session: Session) -> list[tuple[str, int, bool]]:
    return [(one.stem, one.row, one.newer) for one in session.left_out]


def test_the_records_of_the_three_shapes_differ_and_say_the_same() -> None:
    for thing in SHAPED:
        records = [_in_shape(thing, number) for number in (1, 2, 3)]
        assert len({json.dumps(record, sort_keys=True) for record in records}) == 3
        assert [from_record(Support, record) for record in records] == [thing] * 3


def test_all_that_can_be_are_read_and_the_one_that_cannot_is_named_and_stays(house: House) -> None:
    before = _rows(house.session._unlocked.vault)
    assert set(house.session.supports.all) == set(SHAPED)
    assert _left_out(house.session) == [("support", row_of(DAN.id), False)]
    session = house.come_back()
    assert _rows(session._unlocked.vault) == before
    assert before[row_of(DAN.id)] == SPOILT


def test_a_step_with_a_fault_leaves_out_the_one_record_it_fails_on(house: House) -> None:
    with _version(_was_called, _had_lines, _fails_on_dan):
        table = _table(house.session._unlocked.vault)
        put_in_row(table, row_of(DAN.id), _in_shape(DAN, 1))
        session = house.come_back()
        assert set(session.supports.all) == set(SHAPED)
        assert _left_out(session) == [("support", row_of(DAN.id), False)]
        assert _rows(session._unlocked.vault)[row_of(DAN.id)] == _in_shape(DAN, 1)


def test_a_change_writes_the_newest_shape_and_touches_no_other(house: House) -> None:
    house.clock.turn(days=1)
    changed = house.session.supports.change(ANA, name="Anna")
    session = house.come_back()
    rows = _rows(session._unlocked.vault)
    assert rows[row_of(ANA.id)] == _in_shape(changed, 3)
    assert rows[row_of(BEN.id)] == _in_shape(BEN, 2)
    assert rows[row_of(DAN.id)] == SPOILT
    assert set(session.supports.all) == {changed, BEN, CLEO}


def test_a_backup_has_each_as_it_lies_and_restores_it(house: House) -> None:
    vault = house.session._unlocked.vault
    rows = _rows(vault)
    vault.back_up(COPY)
    house.session.lock()
    backup = Backup.open(COPY, PASSPHRASE, disk=vault.disk)
    assert contents(backup).counts == {"support": 4}
    assert dict(backup.collections())["supports"]["supports"] == {str(row): rows[row] for row in rows}
    backup.close()


def test_a_restored_backup_is_read_through_every_step(tmp_path: Path) -> None:
    house = House(tmp_path / "vault")
    table = _table(house.session._unlocked.vault)
    for thing, number in SHAPED.items():
        put_in_row(table, row_of(thing.id), _in_shape(thing, number))
    house.session.backups.make(tmp_path / "copy")
    house.session.lock()
    backup = Backup.open(tmp_path / "copy", PASSPHRASE, disk=house.disk)
    restore(backup, tmp_path / "restored")
    backup.close()
    restored = House(tmp_path / "restored")
    assert set(restored.session.supports.all) == set(SHAPED)
    restored.session.lock()


def test_an_export_says_all_in_the_newest_shape_and_the_one_as_it_was_found(house: House) -> None:
    vault = house.session._unlocked.vault
    said = json.loads(b"".join(everything(vault, Settings(), MORNING)))
    assert {(one["name"], one["note"]) for one in said["support"]} == {(one.name, one.note) for one in SHAPED}
    assert not [one for one in said["support"] if one.keys() & {"called", "shape"}]
    assert said["unreadable"] == [{"kind": "support", "record": SPOILT}]


# ------------------------------------------------------------------ between devices


def _device(*records: Record) -> Vault:
    vault = fresh_vault(FOLDER, disk=ModelDisk())
    for record in records:
        put_in_row(_table(vault), row_of(record["id"]), record)
    return vault


def _take(ours: Vault, theirs: Vault) -> dict[str, Counts]:
    theirs.back_up(COPY, replace=True)
    backup = Backup.open(COPY, "passphrase", disk=theirs.disk)
    told = merge(ours, backup)
    backup.close()
    return told


NOTHING = {"support": Counts()}
LATER_ANA = replace(ANA, name="Anna", changed_at=LATER)


@pytest.mark.parametrize("old", [1, 2])
def test_the_later_version_wins_whatever_shape_each_is_in(old: int) -> None:
    for ours, theirs in ((old, 3), (3, old)):
        here = _device(_in_shape(ANA, ours))
        there = _device(_in_shape(LATER_ANA, theirs))
        assert _take(here, there) == {"support": Counts(newer=1)}
        assert _take(there, here) == NOTHING
        assert _rows(here) == _rows(there) == {row_of(ANA.id): _in_shape(LATER_ANA, theirs)}
        assert from_record(Support, _in_shape(LATER_ANA, theirs)) == LATER_ANA


def test_one_moment_in_two_shapes_comes_to_the_same_on_both_devices() -> None:
    here, there = _device(_in_shape(ANA, 1)), _device(_in_shape(ANA, 3))
    _take(here, there)
    _take(there, here)
    assert _rows(here) == _rows(there)
    assert from_record(Support, _rows(here)[row_of(ANA.id)]) == ANA
    assert _take(here, there) == NOTHING


def test_what_no_step_can_read_is_replaced_by_no_merge_and_comes_in_as_it_is() -> None:
    later_dan = replace(DAN, name="Daniel", changed_at=LATER)
    here, there, new = _device(SPOILT), _device(_in_shape(later_dan, 3), _in_shape(ANA, 1)), _device()
    _take(here, there)
    assert _rows(here) == {row_of(DAN.id): SPOILT, row_of(ANA.id): _in_shape(ANA, 1)}
    _take(new, here)
    assert _rows(new) == _rows(here)


# ------------------------------------------------------------------ an update that is taken back


def _says_the_same(record: Record) -> Record:
    """A step to a shape that only its number tells from the one before: so this code can play the version before it, too."""
    return dict(record)


def _old_house(disk: ModelDisk) -> House:
    """What the version before has left: Ana and Ben in the first shape."""
    with _version():
        house = House(FOLDER, disk)
        for thing in (ANA, BEN):
            house.session.supports.keep(thing)
        house.session.lock()
    return house


def _migrate(session: Session) -> None:
    """Everything of an older shape changed as one, with something in another collection: as an update might."""
    with one_change(session._unlocked, session.look):
        for thing in (ANA, BEN):
            session.supports.change(thing, name=f"{thing.name} anew")
        session.safety_net.add(ANA.id)


def test_an_older_version_leaves_alone_what_the_newer_one_changed_and_nothing_is_lost() -> None:
    house = _old_house(ModelDisk())
    with _version(_says_the_same):
        house.reopen()
        house.clock.turn(days=1)
        changed = house.session.supports.change(ANA, name="Anna")
        newest = to_record(changed)
        house.session.lock()
    with _version():
        older = house.reopen()
        assert _left_out(older) == [("support", row_of(ANA.id), True)]
        assert older.supports.all == (BEN,)
        eve = older.supports.add("Eve")
        ben = older.supports.change(BEN, note="changed by the older one")
        older.lock()
    with _version(_says_the_same):
        session = house.reopen()
        assert _rows(session._unlocked.vault)[row_of(ANA.id)] == newest
        assert newest["shape"] == 2  # the second
        assert set(session.supports.all) == {changed, eve, ben}
        assert session.left_out == ()


Found = Callable[[ModelDisk, int], ModelDisk]

AFTER: dict[str, Found] = {
    "kill": lambda disk, _: disk.after_kill(),
    "power cut": lambda disk, seed: disk.after_power_cut(seeded(seed)),
}


def _cut_off(call: int) -> tuple[ModelDisk, bool, int]:
    """A migration that is cut off at a call to the disk, 0 for none: the disk, whether it had returned, and how many calls it takes."""
    disk = ModelDisk()
    house = _old_house(disk)
    with _version(_says_the_same):
        house.reopen()
        before, done = disk.calls, False
        disk.cut_at = before + call if call else 0
        try:
            _migrate(house.session)
            done = True
            house.session.lock()
        except PowerCut:
            pass
    return disk, done, disk.calls - before


@pytest.mark.parametrize("after", AFTER)
def test_a_migration_cut_off_at_any_call_is_whole_or_not_there_for_the_older_version_and_the_newer(
    after: str,
) -> None:
    *_, calls = _cut_off(0)
    assert calls > 10, "there is something to cut off"  # several files
    outcomes = set()
    for call in range(1, calls + 1):
        disk, done, _ = _cut_off(call)
        disk = AFTER[after](disk, call)
        with _version():  # the older version is put back first, and used
            older = House(FOLDER, disk)
            assert {one.kind for one in older.session.notices} <= HARMLESS
            anew = {row for row, record in _rows(older.session._unlocked.vault).items() if "shape" in record}
            assert anew in (set(), {row_of(ANA.id), row_of(BEN.id)}), "both or none"
            assert set(_left_out(older.session)) == {("support", row, True) for row in anew}
            assert len(older.session.safety_net.entries) == bool(anew), "and what else belongs to it"
            assert anew or not done, "what returned is on disk"
            older.session.supports.add("Eve")
            older.session.lock()
        with _version(_says_the_same):
            newer = House(FOLDER, disk)
            names = {one.name for one in newer.session.supports.all}
            assert names == ({"Ana anew", "Ben anew", "Eve"} if anew else {"Ana", "Ben", "Eve"})
            assert newer.session.left_out == ()
            assert {one.kind for one in newer.session.notices} <= HARMLESS
            newer.session.lock()
        outcomes.add(bool(anew))
    assert outcomes == {True, False}
