"""A record that cannot be read keeps nothing shut: it is left out, told of, and stays as it is whatever is done."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tinydb.table import Table

from app.session import Session
from app.store.record import row_of
from app.store.shelf import put_in_row
from app.store.stem import STEMS, Stem
from app.vault import Vault
from tests.canary import Canary
from tests.session.house import House, every_check_in, remembered
from tests.session.lived_in import FIRST, move_in
from tests.vault.disks import ModelDisk, unlocked

FOLDER = Path("/modelled")
Place = tuple[str, str, int]

BY_NAME = {stem.name: stem for stem in STEMS}


def _collection(stem: Stem) -> str:
    return f"{stem.collection}2026-11" if stem.collection.endswith("/") else stem.collection


def _table(vault: Vault, stem: Stem) -> Table:
    return vault.collection(_collection(stem)).table(stem.table)


def _unreadable(vault: Vault) -> Iterator[tuple[Place, dict[str, Any]]]:
    for stem in STEMS:
        for collection in filter(stem.holds, vault.collections()):
            for document in vault.collection(collection).table(stem.table):
                if not stem.can_read(document.doc_id, document):
                    yield (collection, stem.table, document.doc_id), dict(document)


def _told(session: Session) -> set[Place]:
    list(session.check_ins._kept.latest())  # an older check-in is told of when it is reached
    remembered(session)  # and whatever stands in a list when that is
    return {(one.collection, BY_NAME[one.stem].table, one.row) for one in session.left_out}


def _live_on(session: Session) -> None:
    """Use a session: everything that can be begun, and a change of whatever is there."""
    for act in FIRST.values():
        act(session)()
    session.check_ins.change(session.check_ins.recent[0], note="later")
    for support in session.supports.all[:2]:
        session.supports.change(support, note="later")
    for entry in session.safety_net.entries[:2]:
        session.safety_net.move(entry, 1)
    for part in session.safety_plan.plan.parts:
        session.safety_plan.change_part(part, hidden=True)
        session.safety_plan.add_item(part, text="later")
        session.safety_plan.move_part(part, 1)
    for part in session.safety_plan.plan.parts[:2]:
        session.safety_plan.remove_part(part)()
    session.safety_plan.remove_part(session.safety_plan.plan.parts[-1])
    session.remove_support(session.supports.all[-1])()
    session.remove_support(session.supports.all[-1])


def _tell_and_keep(house: House) -> None:
    """Whatever lies there: it opens, what is left out is told, life goes on, and all of that is as it was."""
    session = house.come_back()
    before = dict(_unreadable(session._unlocked.vault))
    tuple(session.check_ins._kept.latest())  # a check-in is told of once it is asked for
    assert _told(session) == before.keys()
    _live_on(session)
    after = dict(_unreadable(house.come_back()._unlocked.vault))
    assert after == before
    assert len(every_check_in(house.session)) > 0


@pytest.mark.parametrize("shape", [None, 99], ids=["spoilt", "newer"])
@pytest.mark.parametrize("stem", STEMS, ids=lambda stem: stem.name)
def test_every_kind_can_be_unreadable_and_everything_else_works(stem: Stem, shape: int | None) -> None:
    house = House(FOLDER, ModelDisk())
    move_in(house.session)
    table = _table(house.session._unlocked.vault, stem)
    rows = [row.doc_id for row in table]
    assert rows, "nothing of this kind was lived in"
    table.update({"shape": shape} if shape else {"changed_at": 7}, doc_ids=rows[:1])
    session = house.come_back()
    assert _told(session) == {(_collection(stem), stem.table, rows[0])}
    (left_out,) = session.left_out
    assert (left_out.stem, left_out.row) == (stem.name, rows[0])
    assert left_out.newer == (shape is not None and stem.kind is not None)
    _tell_and_keep(house)


def test_all_of_a_kind_can_be_unreadable_at_once() -> None:
    for stem in STEMS:
        house = House(FOLDER, ModelDisk())
        move_in(house.session)
        _table(house.session._unlocked.vault, stem).update({"id": 7, "key": 7})
        _tell_and_keep(house)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5)
    | st.sampled_from(["2026-11-21T06:34:00+00:00", "person", "close", "calm", "signs", "a" * 26]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
FIELDS = sorted(
    {field for stem in STEMS if stem.kind for field in stem.kind.__dataclass_fields__}
    | {"in", "order", "key", "text", "shape", "deleted_at"}
)
DOCUMENTS = st.dictionaries(st.sampled_from(FIELDS) | st.text(max_size=3), VALUES, max_size=8)
PLANTED = st.lists(
    st.tuples(st.sampled_from(STEMS), st.integers(0, 2**128 - 1) | st.integers(1, 9), DOCUMENTS), max_size=8
)
CHANGED = st.lists(st.tuples(st.sampled_from(STEMS), st.integers(0, 20), DOCUMENTS), max_size=8)


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(planted=PLANTED, changed=CHANGED)
def test_whatever_lies_in_the_tables_it_opens_and_stays_as_it_is(
    planted: list[tuple[Stem, int, dict[str, Any]]], changed: list[tuple[Stem, int, dict[str, Any]]]
) -> None:
    house = House(FOLDER, ModelDisk())
    move_in(house.session)
    vault = house.session._unlocked.vault
    for stem, row, document in planted:
        put_in_row(_table(vault, stem), row, document)
    for stem, number, fields in changed:
        table = _table(vault, stem)
        rows = [row.doc_id for row in table]
        table.update(fields, doc_ids=[rows[number % len(rows)]])
    _tell_and_keep(house)


def test_what_was_left_out_is_there_again_when_it_can_be_read(tmp_path: Path) -> None:
    house = House(tmp_path / "vault")
    ana = house.session.supports.add("Ana")

    def make_ring(ring: str) -> None:
        house.session.lock()
        vault = unlocked(house.folder)
        vault.collection("supports").table("supports").update({"ring": ring}, doc_ids=[row_of(ana.id)])
        vault.close()
        house.session = House(house.folder).session

    make_ring("the outermost")
    assert list(house.session.supports.all) == []
    assert len(house.session.left_out) == 1
    make_ring("close")
    assert [one.name for one in house.session.supports.all] == ["Ana"]
    assert list(house.session.left_out) == []
    house.session.lock()


def test_an_older_check_in_is_told_of_when_it_is_reached(house: House) -> None:
    old = house.session.check_ins.record(mood=4)
    house.clock.turn(days=40)
    for _ in range(6):
        house.session.check_ins.record(mood=3)
        house.clock.turn(minutes=5)
    table = house.session._unlocked.vault.collection("check_ins/2026-11").table("check_ins")
    table.update({"mood": 9}, doc_ids=[row_of(old.id)])
    session = house.come_back()
    assert list(session.left_out) == []
    for check_in in session.check_ins.recent[:3]:
        session.check_ins.remove(check_in)
    assert [one.collection for one in session.left_out] == ["check_ins/2026-11"]


def test_what_was_put_aside_is_told_again_after_the_next_unlocking(house: House) -> None:
    vault = house.session._unlocked.vault
    vault.collection("supports").table("supports").insert({"name": "Ana"})
    session = house.come_back()
    session.put_left_out_aside()
    assert list(session.left_out) == []
    session._unlocked.vault.collection("supports").table("supports").insert({"name": "Ben"})
    session.supports.look()
    assert [one.row for one in session.left_out] == [2]
    assert len(house.come_back().left_out) == 2


def test_what_was_left_out_is_told_without_a_word_of_it(canary: Canary, house: House) -> None:
    vault = house.session._unlocked.vault
    for stem in STEMS:
        _table(vault, stem).insert({str(canary): str(canary)})
    session = house.come_back()
    _told(session)
    told = session.left_out
    assert {one.stem for one in told} == set(BY_NAME)
    assert str(canary) not in repr(told)
