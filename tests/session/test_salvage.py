"""Damage in a session: one can go on at once, and what a backup has comes back."""

import asyncio
import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.domain.safety_plan import PartType
from app.session import Session
from app.session.salvage import Brought, Searched
from app.store.salvage import every_name, joined
from app.store.stem import COPIES, STEMS
from app.vault import NoBackup, NoticeKind, ReadOnly, Stopped, VaultDamaged
from app.vault.kept_backups import backup_name
from tests.session.house import House, every_check_in
from tests.vault.disks import CheapDisk, fresh_vault

NOVEMBER = "check_ins/2026-11"


def never() -> bool:
    return False


def untold(done: int, total: int) -> None:
    assert done < total


def log_of(house: House, collection: str) -> Path:
    return house.session._unlocked.vault._folder.log_path(collection)


def damage(house: House, collection: str, *, at: int = 1100) -> bytes:
    """Lock, damage the second frame of a collection, and come back. Returns the bytes that are left."""
    path = log_of(house, collection)
    house.session.lock()
    raw = bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)
    house.session = house._enter(_unlock())
    return bytes(raw)


def lose(house: House, collection: str) -> None:
    path = log_of(house, collection)
    house.session.lock()
    path.unlink()
    house.session = house._enter(_unlock())


def _unlock() -> Callable[..., Session]:
    from app import session as sessions  # noqa: PLC0415  # the one name that is wanted of it

    return sessions.unlock


def back_up(house: House, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / backup_name(house.clock.moment)
    house.session._unlocked.vault.back_up(path)
    return path


def moods(session: Session) -> list[Any]:
    return sorted(one.mood for one in every_check_in(session))


def aside(house: House) -> list[bytes]:
    return [path.read_bytes() for path in house.folder.glob("*.kept")]


def lived(house: House) -> None:
    """Three check-ins, a minute apart."""
    for mood in (1, 2, 3):
        house.session.check_ins.record(mood=mood)
        house.clock.turn(minutes=1)


def test_a_damaged_month_keeps_nothing_else_from_being_written(house: House) -> None:
    lived(house)
    house.session.supports.add("Ana")
    damage(house, NOVEMBER)
    session = house.session
    assert session.salvage.damaged == (NOVEMBER,)
    assert moods(session) == [1, 3]
    session.supports.add("Ben")
    assert [one.name for one in session.supports.all] == ["Ana", "Ben"]


def test_a_check_in_is_saved_into_a_damaged_month_and_every_byte_is_kept(house: House) -> None:
    lived(house)
    bad = damage(house, NOVEMBER)
    session, told = house.session, []
    with pytest.raises(VaultDamaged):
        session.check_ins.record(mood=4)
    session.salvage.saving(lambda: session.check_ins.record(mood=4), lambda: told.append(1))
    assert told == [1]
    assert moods(session) == [1, 3, 4]
    assert aside(house) == [bad]
    assert [one.mood for one in session.check_ins.recent] == [4, 3, 1]
    assert [one.kind for one in session.notices] == [NoticeKind.REBUILT]
    again = house.come_back()
    assert moods(again) == [1, 3, 4]
    assert again.notices == ()
    again.check_ins.record(mood=5)


def test_a_check_in_is_saved_into_a_missing_month(house: House) -> None:
    lived(house)
    lose(house, NOVEMBER)
    house.session.salvage.saving(lambda: house.session.check_ins.record(mood=4), lambda: None)
    assert moods(house.come_back()) == [4]
    (one,) = house.session.salvage.set_aside()
    assert (one.collection, one.size) == (NOVEMBER, 0)


def test_nothing_is_carried_on_where_nothing_is_damaged(house: House) -> None:
    tried = []

    def refused() -> None:
        tried.append(1)
        raise VaultDamaged("for another reason")

    with pytest.raises(VaultDamaged):
        house.session.salvage.saving(refused, lambda: pytest.fail("it was told"))
    assert tried == [1], "it was tried again for nothing"


def test_a_disk_that_refuses_leaves_a_damaged_month_as_it_was(tmp_path: Path) -> None:
    class Sick(CheapDisk):
        sick = False

        def create(self, path: Path) -> int:
            if self.sick:
                raise OSError(errno.EIO, "refused")
            return super().create(path)

    disk = Sick()
    house = House(tmp_path / "vault", disk)
    lived(house)
    damage(house, NOVEMBER)
    disk.sick = True
    with pytest.raises(ReadOnly):
        house.session.salvage.carry_on()
    assert house.session.salvage.damaged == (NOVEMBER,)
    assert moods(house.session) == [1, 3]
    house.session.lock()


def test_what_is_typed_can_be_sealed_whatever_happened_to_the_drafts(house: House) -> None:
    for text in ("one", "one and two", "one and two and three"):
        house.session.drafts.keep("note", text)
        house.session.drafts.seal()
    bad = damage(house, "drafts", at=600)
    assert aside(house) == [bad]
    house.session.drafts.keep("other", "words")
    house.session.drafts.seal()
    assert [(one.kind, one.collection) for one in house.session.notices] == [(NoticeKind.REBUILT, "drafts")]
    assert house.come_back().drafts.read("other") == "words"


@pytest.mark.parametrize("gone", [False, True], ids=["damaged", "gone"])
def test_months_are_found_again_where_the_list_of_them_is_lost(house: House, gone: bool) -> None:
    lived(house)
    house.clock.turn(days=-70)
    house.session.check_ins.record(mood=5)
    if gone:
        lose(house, ".marks")
    else:
        damage(house, ".marks", at=300)  # both headers must go
        house.session.lock()
        path = log_of_locked(house, ".marks")
        path.write_bytes(bytes(512) + path.read_bytes()[512:])
        house.session = house._enter(_unlock())
    assert moods(house.session) == [1, 2, 3, 5]
    house.session.check_ins.record(mood=4)
    assert moods(house.come_back()) == [1, 2, 3, 4, 5]


def log_of_locked(house: House, collection: str) -> Path:
    from app.vault import Vault  # noqa: PLC0415  # the one name that is wanted of it

    vault = Vault.unlock(house.folder, "passphrase", disk=CheapDisk())
    try:
        return vault._folder.log_path(collection)
    finally:
        vault.close()


def test_every_name_that_a_collection_may_have_is_tried() -> None:
    names = set(every_name())
    assert NOVEMBER in names
    assert COPIES in names
    assert {stem.collection for stem in STEMS if not stem.collection.endswith("/")} <= names


# ---------------------------------------------------------------- from a backup


@pytest.mark.parametrize("carried_on", [False, True])
def test_what_the_newest_backup_has_comes_back(house: House, tmp_path: Path, carried_on: bool) -> None:
    lived(house)
    made = house.clock.moment
    back_up(house, tmp_path / "copies")
    house.clock.turn(days=1)
    house.session.check_ins.record(mood=4)
    bad = damage(house, NOVEMBER)
    if carried_on:
        house.session.salvage.carry_on()
        house.clock.turn(days=1)
        back_up(house, tmp_path / "copies")  # whole, and with no more than is here
    found = house.session.salvage.bring_back(tmp_path / "copies", untold, never)
    assert found.brought == (Brought(collection=NOVEMBER, things=1, made_at=made),)
    assert moods(house.session) == [1, 2, 3, 4]
    assert aside(house) == [bad]
    assert house.session.salvage.damaged == ()
    house.session.check_ins.record(mood=5)
    assert moods(house.come_back()) == [1, 2, 3, 4, 5]


def test_nothing_here_is_replaced_by_something_older(house: House, tmp_path: Path) -> None:
    kept = house.session.check_ins.record(mood=1)
    house.session.check_ins.record(mood=2)
    gone = house.session.check_ins.record(mood=3)
    copy = back_up(house, tmp_path / "copies")
    house.clock.turn(minutes=5)
    house.session.check_ins.change(kept, note="later")
    house.session.check_ins.remove(gone)
    damage(house, NOVEMBER)
    house.session.salvage.bring_back(copy, untold, never)
    assert [
        (one.mood, one.note) for one in sorted(every_check_in(house.session), key=lambda one: one.mood or 0)
    ] == [
        (1, "later"),
        (2, ""),
    ]


def test_a_backup_that_is_damaged_itself_helps_only_where_no_other_does(house: House, tmp_path: Path) -> None:
    lived(house)
    back_up(house, tmp_path / "copies")
    damage(house, NOVEMBER)
    house.clock.turn(days=1)
    back_up(house, tmp_path / "copies")
    lose(house, NOVEMBER)
    found = house.session.salvage.bring_back(tmp_path / "copies", untold, never)
    assert [one.things for one in found.brought] == [3]
    assert moods(house.session) == [1, 2, 3]


def test_a_backup_that_is_damaged_itself_is_better_than_none(house: House, tmp_path: Path) -> None:
    lived(house)
    damage(house, NOVEMBER)
    copy = back_up(house, tmp_path / "copies")
    lose(house, NOVEMBER)
    found = house.session.salvage.bring_back(copy, untold, never)
    assert [one.things for one in found.brought] == [2]
    assert moods(house.session) == [1, 3]


def test_a_plan_comes_back_and_is_shown(house: House, tmp_path: Path) -> None:
    plan = house.session.safety_plan
    part = next(part for part in plan.plan.parts if part.type is PartType.SIGNS)
    plan.add_item(part, text="I stop cooking")
    copy = back_up(house, tmp_path / "copies")
    lose(house, "safety_plan")
    assert house.session.safety_plan.plan.is_empty
    house.session.salvage.bring_back(copy, untold, never)
    assert not house.session.safety_plan.plan.is_empty


def test_copies_of_other_vaults_are_counted_and_left_alone(house: House, tmp_path: Path) -> None:
    lived(house)
    copies = tmp_path / "copies"
    copies.mkdir()
    other = fresh_vault(tmp_path / "other")
    other.collection(NOVEMBER).table("check_ins").insert({"id": "x"})
    other.back_up(copies / "theirs.sealed")
    other.close()
    (copies / "no.sealed").write_bytes(b"no copy at all")
    damage(house, NOVEMBER)
    found = house.session.salvage.bring_back(copies, untold, never)
    assert found == Searched(copies=2, foreign=2, brought=())
    assert house.session.salvage.damaged == (NOVEMBER,)


def test_a_place_without_copies_is_named_as_such(house: House, tmp_path: Path) -> None:
    for place in (tmp_path / "nothing", tmp_path):
        with pytest.raises(NoBackup):
            house.session.salvage.bring_back(place, untold, never)


def test_a_search_can_be_stopped_and_changes_nothing_then(house: House, tmp_path: Path) -> None:
    lived(house)
    copy = back_up(house, tmp_path / "copies")
    damage(house, NOVEMBER)
    with pytest.raises(Stopped):
        house.session.salvage.bring_back(copy, untold, lambda: True)
    assert moods(house.session) == [1, 3]
    assert aside(house) == []


@pytest.mark.parametrize("set_aside", [False, True])
def test_no_older_backup_goes_by_itself_while_something_is_set_aside(
    house: House, tmp_path: Path, set_aside: bool
) -> None:
    lived(house)
    copies = tmp_path / "copies"
    copies.mkdir()
    house.session.backups.make_automatic(copies)
    if set_aside:
        damage(house, NOVEMBER)
        house.session.salvage.carry_on()
    for _ in range(5):
        house.clock.turn(hours=1)
        house.session.check_ins.record(mood=4)
        assert asyncio.run(house.session.backups.keep_up()) is None
    assert len(list(copies.iterdir())) == (5 if set_aside else 1)


def test_what_was_set_aside_can_be_let_go(house: House) -> None:
    lived(house)
    damage(house, NOVEMBER)
    house.session.salvage.carry_on()
    (one,) = house.session.salvage.set_aside()
    assert house.session.salvage.let_go(one)
    assert house.session.salvage.set_aside() == ()
    assert aside(house) == []


def test_of_two_records_the_later_is_taken_and_of_two_alike_the_one_that_is_here() -> None:
    early, late = "2026-11-21T06:00:00+00:00", "2026-11-21T07:00:00+02:00"
    here = {"t": {"1": {"changed_at": early, "of": "here"}, "2": {"changed_at": late, "of": "here"}}}
    theirs = {
        "t": {
            "1": {"changed_at": late, "of": "there"},
            "2": {"changed_at": early, "of": "there"},
            "3": {"deleted_at": early},
        },
        "drafts": {"1": {"key": "note", "text": "old"}},
    }
    both, came = joined(here, theirs)
    assert both["t"]["1"]["of"] == "here", "offsets count: 07:00 two hours east is earlier than 06:00"
    assert both["t"]["2"]["of"] == "there"
    assert both["t"]["3"] == {"deleted_at": early}
    assert both["drafts"] == theirs["drafts"]
    assert came == 2
    assert here["t"]["2"]["of"] == "here"
