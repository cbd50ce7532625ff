"""Vaults with something of every kind, as they were once written, are read for ever: every field says what it said."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import session as sessions
from app.session import Session
from app.store.stem import STEMS
from tests.session.house import MORNING, House
from tests.vault.disks import CheapDisk, seeded
from tests.years.every_field import Heard, heard
from tests.years.goldens import RECORDS, copied, passphrase_of, said_beside
from tests.years.make_records import make, told


def _unlocked(name: str, to: Path) -> Session:
    return sessions.unlock(
        copied(name, to),
        passphrase_of(name),
        clock=lambda: MORNING,
        chance=seeded(3).randbytes,
        disk=CheapDisk(),
    )


@pytest.fixture(params=RECORDS)
def name(request: pytest.FixtureRequest) -> str:
    """The name of a golden vault with records."""
    return str(request.param)


@pytest.fixture
def golden(name: str, tmp_path: Path) -> Iterator[Session]:
    """A copy of it, unlocked."""
    session = _unlocked(name, tmp_path)
    yield session
    session.lock()


def test_every_field_of_every_kind_says_what_it_said(golden: Session, name: str) -> None:
    assert (len(golden.left_out), len(golden.notices)) == (0, 0)
    now, then = told(golden), said_beside(name)
    assert now["unreadable"] == now["other"] == []
    for stem in STEMS:
        known = {_name(record): record for record in now[stem.name]}
        assert len(known) == len(then.get(stem.name, [])), stem.name
        for record in then.get(stem.name, []):
            assert _still_says(known[_name(record)], record)


def _still_says(now: Any, then: Any) -> bool:
    """Whether each field has its value; fields may have come since, at any depth."""
    if isinstance(then, dict):
        return all(name in now and _still_says(now[name], value) for name, value in then.items())
    if isinstance(then, list):
        return len(now) == len(then) and all(map(_still_says, now, then))
    return bool(now == then)


def _name(record: dict[str, Any]) -> str:
    return str(record.get("id", record.get("key")))


def test_it_can_be_lived_in_again(golden: Session, name: str, tmp_path: Path) -> None:
    golden.check_ins.change(golden.check_ins.recent[0], note="later")
    for support in golden.supports.all:
        golden.supports.change(support, note="later")
    golden.safety_plan.change(one_line="later")
    golden.remove_support(golden.supports.all[0])
    assert len(golden.left_out) == 0
    golden.lock()
    again = House(tmp_path / name)
    assert (len(again.session.left_out), len(again.session.notices)) == (0, 0)
    assert again.session.safety_plan.plan.one_line == "later"
    assert {one.note for one in again.session.supports.all} == {"later"}
    again.session.lock()


def test_a_photo_in_it_opens(tmp_path: Path) -> None:
    session = _unlocked("records-2", tmp_path)
    (kept,) = (one for one in session.keep_items.all if one.file is not None)
    assert kept.file is not None
    assert len(session.keep_items.content(kept.file)) == kept.file.size
    session.lock()


def test_every_kind_is_in_a_golden_vault_with_every_field_it_has(tmp_path: Path) -> None:
    """What fails here is new: ``python -m tests.years.make_records`` makes another golden vault (changing-formats.md)."""
    there = [said_beside(name) for name in RECORDS]
    assert {stem.name for stem in STEMS if not any(one.get(stem.name) for one in there)} == set()
    fields: Heard = {}
    for name in RECORDS:
        session = _unlocked(name, tmp_path)
        for field, said in heard(session._unlocked.vault).items():
            fields[field] = fields.get(field, False) or said
        session.lock()
    assert {field for field, said in fields.items() if not said} == set()


def test_the_next_golden_vault_would_have_every_field_of_every_kind(tmp_path: Path) -> None:
    said = make(tmp_path / "vault", tmp_path / "copy")
    assert {stem.name for stem in STEMS if not said[stem.name]} == set()
    session = House(tmp_path / "vault").session
    assert all(heard(session._unlocked.vault).values())
    session.lock()


def test_what_golden_records_say_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = (make(tmp_path / one, tmp_path / f"{one}.sealed") for one in ("a", "b"))
    for said in (first, second):
        for record in said["keep_item"]:
            record.pop("file", None)  # named and sealed by chance
    assert first == second
