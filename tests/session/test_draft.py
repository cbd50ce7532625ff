"""Drafts: words that are being typed survive a lock, and go when they were saved or given up."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from app.session import Session
from app.vault import DiskFull, ReadOnly, VaultError
from tests.session.house import House
from tests.vault.disks import ModelDisk


def test_a_draft_survives_a_lock_without_being_sealed_before(house: House) -> None:
    house.session.drafts.keep("support/new/name", "An")
    house.session.drafts.keep("support/new/name", "Ana")
    assert house.come_back().drafts.read("support/new/name") == "Ana"


def test_where_there_is_no_draft_the_saved_words_stand(session: Session) -> None:
    assert session.drafts.read("plan/line") == ""
    assert session.drafts.read("plan/line", "saved") == "saved"


def test_an_emptied_field_stays_empty(house: House) -> None:
    house.session.drafts.keep("plan/line", "It passes")
    house.session.drafts.seal()
    house.session.drafts.keep("plan/line", "")
    assert house.session.drafts.read("plan/line", "saved") == ""
    assert house.come_back().drafts.read("plan/line", "saved") == ""


def test_a_dropped_draft_stays_gone(house: House) -> None:
    for key in ("support/a/name", "support/a/note", "support/ab/name", "plan/line"):
        house.session.drafts.keep(key, key)
    house.come_back().drafts.drop("support/a/", "plan/line", "never there")
    drafts = house.come_back().drafts
    kept = {
        key: drafts.read(key) for key in ("support/a/name", "support/a/note", "support/ab/name", "plan/line")
    }
    assert kept == {
        "support/a/name": "",
        "support/a/note": "",
        "support/ab/name": "support/ab/name",
        "plan/line": "",
    }


def test_a_key_without_a_stroke_stands_for_itself_alone(session: Session) -> None:
    session.drafts.keep("plan/line", "one")
    session.drafts.keep("plan/line/2", "two")
    session.drafts.drop("plan/line")
    assert session.drafts.read("plan/line/2") == "two"


def test_whether_anything_is_unsealed_is_known(session: Session) -> None:
    drafts = session.drafts
    steps: tuple[tuple[Callable[[], None], bool], ...] = (
        (lambda: drafts.keep("plan/line", "It passes"), True),
        (drafts.seal, False),
        (lambda: drafts.keep("plan/line", "It passes"), False),
        (lambda: drafts.drop("plan/line"), True),
        (drafts.seal, False),
    )
    for step, unsealed in steps:
        step()
        assert drafts.unsealed is unsealed


def test_of_a_dropped_draft_nothing_is_left_in_its_table(session: Session) -> None:
    session.drafts.keep("plan/line", "It passes")
    session.drafts.seal()
    session.drafts.drop("plan/line")
    session.drafts.seal()
    assert session._unlocked.vault.collection("drafts").table("drafts").all() == []


@pytest.mark.parametrize(
    ("number", "broken", "kind"), [(errno.ENOSPC, False, DiskFull), (errno.EIO, True, ReadOnly)]
)
def test_a_lock_that_cannot_seal_says_so_and_locks_all_the_same(
    number: int, broken: bool, kind: type[VaultError]
) -> None:
    disk = ModelDisk()
    house = House(Path("/modelled"), disk)
    house.session.drafts.keep("plan/line", "sealed")
    house.session.drafts.seal()
    house.session.drafts.keep("plan/line", "not sealed")
    disk.errno, disk.fail_at, disk.broken = number, disk.calls + 1, broken
    with pytest.raises(kind):
        house.session.lock()
    disk.broken, disk.fail_at = False, 0
    with pytest.raises(VaultError, match="locked"):
        house.session.check_ins.record(mood=3)
    assert House(Path("/modelled"), disk).session.drafts.read("plan/line") == "sealed"
