"""Housekeeping: deleted words leave the files by themselves, in short steps, whenever the power goes."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from app.session.housekeeping import PRESENT_MONTH_FRAMES
from app.vault import Notice, NoticeKind, ReadOnly, Vault
from tests.session.house import House, every_check_in
from tests.vault.disks import CheapDisk, ModelDisk, PowerCut, seeded

FOLDER = Path("/modelled")


def vault_of(house: House) -> Vault:
    return house.session._unlocked.vault


def one_pass(house: House) -> int:
    return len(list(house.session.housekeeping.steps()))


def size_of(house: House, collection: str) -> int:
    vault = vault_of(house)
    return vault._folder.disk.size(vault._folder.log_path(collection))


def lived(house: House, *, months: int = 3) -> None:
    """Four check-ins in each month, the last of which is the present one."""
    house.clock.turn(days=-31 * (months - 1))
    for month in range(months):
        for mood in range(1, 5):
            saved = house.session.check_ins.record(mood=mood)
            house.session.check_ins.change(saved, note="words that go " * 20)
            house.session.check_ins.change(saved, note="")
        if month < months - 1:
            house.clock.turn(days=31)


def months_of(house: House) -> tuple[str, ...]:
    return vault_of(house).collections("check_ins/")


def test_closed_months_are_folded_and_the_present_one_is_not(house: House) -> None:
    lived(house)
    *closed, present = months_of(house)
    before = {name: size_of(house, name) for name in (*closed, present)}
    kept = every_check_in(house.session)
    one_pass(house)
    assert all(vault_of(house).folded(name) for name in closed)
    assert not vault_of(house).folded(present)
    assert all(size_of(house, name) < before[name] / 3 for name in closed)
    assert size_of(house, present) == before[present]
    house.come_back()
    assert every_check_in(house.session) == kept
    assert house.session.notices == ()


def test_the_present_month_is_folded_once_it_has_grown_long(house: House) -> None:
    for _ in range(PRESENT_MONTH_FRAMES):
        house.session.check_ins.record(mood=3)
    (month,) = months_of(house)
    one_pass(house)
    assert not vault_of(house).folded(month), "it may still grow by that much"
    house.session.check_ins.record(mood=3)
    one_pass(house)
    assert vault_of(house).folded(month)
    house.session.check_ins.record(mood=3)
    one_pass(house)
    assert not vault_of(house).folded(month), "and again"
    kept = every_check_in(house.session)
    house.come_back()
    assert every_check_in(house.session) == kept


def test_a_month_that_ends_is_folded_then(house: House) -> None:
    lived(house, months=1)
    (month,) = months_of(house)
    house.clock.turn(days=9)
    one_pass(house)
    assert not vault_of(house).folded(month), "the thirtieth is of the same month"
    house.clock.turn(days=1)
    one_pass(house)
    assert vault_of(house).folded(month)


def test_drafts_that_are_gone_leave_the_file(house: House) -> None:
    for n in range(50):
        house.session.drafts.keep("note", "typed " * n)
        house.session.drafts.seal()
    house.session.drafts.drop("note")
    house.session.drafts.seal()
    assert size_of(house, "drafts") > 20_000
    one_pass(house)
    assert size_of(house, "drafts") == 3 * 512


def _without_room(files: dict[str, bytes]) -> dict[str, bytes]:
    """Files without what a log has grown ahead, which a lock takes away."""
    return {name: raw.rstrip(b"\0") for name, raw in files.items()}


def test_a_second_pass_writes_nothing(house: House) -> None:
    lived(house)
    house.session.supports.add("Ana")
    one_pass(house)
    before = {path.name: path.read_bytes() for path in house.folder.iterdir()}
    one_pass(house)
    house.come_back()
    unopened = {path.name: path.read_bytes() for path in house.folder.iterdir()}
    one_pass(house)
    assert {path.name: path.read_bytes() for path in house.folder.iterdir()} == unopened
    marks = vault_of(house)._folder.log_path(".marks").name
    assert _without_room({**before, marks: b""}) == _without_room({**unopened, marks: b""})


def test_a_step_folds_one_collection_at_most(house: House) -> None:
    lived(house, months=5)
    names = months_of(house)[:-1]
    folded = 0
    for _ in house.session.housekeeping.steps():
        now = sum(vault_of(house).folded(name) for name in names)
        assert now <= folded + 1
        folded = now
    assert folded == len(names)


def come_back_to(house: House, files: dict[Path, bytes]) -> None:
    """Lock, put these bytes in the place of files, and unlock."""
    house.session.lock()
    for path, content in files.items():
        path.write_bytes(content)
    house.session = House(house.folder, house.disk).session


def test_a_damaged_month_stays_as_it_is_and_the_others_have_their_turn(house: House) -> None:
    lived(house)
    now = house.clock.moment
    damaged, other, _ = months_of(house)
    path = vault_of(house)._folder.log_path(damaged)
    raw = bytearray(path.read_bytes())
    raw[1100] ^= 1
    come_back_to(house, {path: bytes(raw)})
    assert house.session.now() <= now
    one_pass(house)
    assert path.read_bytes() == raw
    assert house.session.salvage.damaged == (damaged,)
    assert vault_of(house).folded(other)


def test_a_file_that_is_older_than_it_was_stays_as_it_is_and_goes_on_being_named(house: House) -> None:
    house.session.supports.add("Ana")
    house.session.supports.add("Ben")
    path = vault_of(house)._folder.log_path("supports")
    older = path.read_bytes()
    house.session.supports.add("Cleo")
    come_back_to(house, {path: older})
    one_pass(house)
    assert path.read_bytes() == older
    come_back_to(house, {})
    assert Notice(NoticeKind.ROLLED_BACK, "supports") in house.session.notices


@pytest.mark.parametrize(("days", "stays"), [(29, True), (31, False)])
def test_what_a_cut_off_write_left_goes_after_thirty_days(house: House, days: int, stays: bool) -> None:
    class Dated(CheapDisk):
        def changed_at(self, path: Path) -> float:
            return (house.clock() - timedelta(days=days)).timestamp()

    torn, kept = house.folder / "x.torn", house.folder / "x.kept"
    torn.write_bytes(b"torn")
    kept.write_bytes(b"kept")
    vault_of(house)._folder.disk = Dated()
    one_pass(house)
    assert torn.exists() == stays
    assert kept.exists()


def test_a_disk_that_takes_no_writes_ends_the_pass(house: House) -> None:
    lived(house)
    vault_of(house)._folder.read_only = True
    with pytest.raises(ReadOnly):
        one_pass(house)


def _lived_on_a_model() -> tuple[ModelDisk, House]:
    disk = ModelDisk()
    house = House(FOLDER, disk)
    lived(house)
    house.session.drafts.keep("note", "begun")
    house.session.drafts.seal()
    return disk, house


def _after(disk: ModelDisk, chance: Random) -> list[ModelDisk]:
    return [*(disk.after_power_cut(chance) for _ in range(3)), disk.after_kill()]


def test_whenever_the_power_goes_in_a_pass_nothing_is_lost() -> None:
    chance, cut = seeded(4), 0
    while True:
        cut += 1
        disk, house = _lived_on_a_model()
        kept = every_check_in(house.session)
        disk.cut_at = disk.calls + cut
        with suppress(PowerCut):
            one_pass(house)
            break
        for left in _after(disk, chance):
            again = House(FOLDER, left)
            assert every_check_in(again.session) == kept
            assert again.session.drafts.read("note") == "begun"
            assert again.session.salvage.damaged == ()
            again.session.lock()
    assert cut > 15
