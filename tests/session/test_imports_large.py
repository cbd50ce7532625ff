"""Large files come in as a whole or not at all, whatever goes wrong on the way."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.domain.import_record import ImportState
from app.domain.own_word import WordKind
from app.imports.read import Refusal, Refused
from app.session import Session, import_looking
from app.session.import_rows import Choices
from app.session.import_writing import ImportWriting
from app.store import import_record as kept
from app.vault import DiskFull, Stopped
from tests.session.bringing import TABLE, all_rows, years
from tests.session.house import House, every_check_in
from tests.session.lived_in import move_in
from tests.vault.disks import ModelDisk


@pytest.fixture
def small_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_IN_ONE_CHANGE_BYTES", 20_000)
    monkeypatch.setattr(kept, "MOST_TAKEN_BACK_IN_ONE_CHANGE", 40)


def test_a_file_that_is_changed_while_it_comes_in_brings_nothing(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file.csv"
    file.write_bytes(years(3))
    parts: Callable[..., object] = kept.parts

    def meanwhile(check_ins: object) -> object:
        file.write_bytes(years(4))
        return parts(check_ins)

    before = house.session._unlocked.vault.state()
    monkeypatch.setattr(kept, "parts", meanwhile)
    with pytest.raises(ValueError, match="changed"):
        house.session.imports.bring(file, "x", Choices(columns=TABLE))
    assert house.session._unlocked.vault.state() == before


def test_looking_at_a_file_that_seems_to_have_no_end_can_be_stopped(session: Session) -> None:
    asked = iter((False, True))
    with pytest.raises(Stopped):
        session.imports.preview(b"[" + b'{"date":"x"},' * 100_000, stop=lambda: next(asked))


def test_what_is_spread_over_many_months_is_brought_month_by_month(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST_MONTHS_IN_ONE_CHANGE", 2)
    states: list[ImportState] = []
    add: Callable[..., None] = kept.add

    def watched(*given: object) -> None:
        states.append(house.session.imports._kept.all()[0].state)
        add(*given)

    monkeypatch.setattr(kept, "add", watched)
    record = house.session.imports.bring(years(90), "x", Choices(columns=TABLE))
    assert (record.added, record.state) == (90, ImportState.BROUGHT)
    assert states == [ImportState.BRINGING] * 4
    house.clock.turn(minutes=1)
    house.session.imports.undo(record)
    assert all_rows(house.session._unlocked.vault) == {}


def test_a_file_may_have_only_so_many_check_ins(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_looking, "MOST_ROWS", 2)
    assert session.imports.preview(years(2), Choices(columns=TABLE)).check_ins == 2
    with pytest.raises(Refused) as refused:
        session.imports.bring(years(3), "x", Choices(columns=TABLE))
    assert refused.value.why is Refusal.TOO_LARGE


def test_rows_about_too_many_other_things_are_refused(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_looking, "MOST_WORDS", 1)
    head = b"date,weekday,time of day,category,rating/amount,detail,notes\n"
    with pytest.raises(Refused) as refused:
        session.imports.preview(head + b"8th Dec 2021,x,mid,Sleep,1,,\n8th Dec 2021,x,mid,Step,1,,\n")
    assert refused.value.why is Refusal.TOO_MANY_WORDS


@pytest.mark.usefixtures("small_changes")
def test_what_one_change_cannot_hold_is_brought_and_taken_back_in_several(house: House) -> None:
    told: list[tuple[int, int]] = []
    record = house.session.imports.bring(
        years(200), "x", Choices(columns=TABLE), progress=lambda done, total: told.append((done, total))
    )
    assert (record.added, record.state, len(record.words)) == (200, ImportState.BROUGHT, 7)
    assert len(every_check_in(house.session)) == 200
    assert told == sorted(told)
    assert told[-1] == (199, 200)
    house.clock.turn(minutes=1)
    house.session.imports.undo(record)
    assert all_rows(house.session._unlocked.vault) == {}


@pytest.mark.usefixtures("small_changes")
@pytest.mark.parametrize("at", [1, 150, 201, 250, 300, 399])
def test_stopping_leaves_everything_as_it_was(house: House, at: int) -> None:
    steps = iter(range(10_000))
    with pytest.raises(Stopped):
        house.session.imports.bring(years(200), "x", Choices(columns=TABLE), stop=lambda: next(steps) == at)
    assert all_rows(house.session._unlocked.vault) == {}
    assert every_check_in(house.session) == house.session.own_words.all == ()


@pytest.mark.usefixtures("small_changes")
def test_an_undo_that_is_stopped_has_taken_nothing_back(house: House) -> None:
    record = house.session.imports.bring(years(100), "x", Choices(columns=TABLE))
    with pytest.raises(Stopped):
        house.session.imports.undo(record, stop=lambda: True)
    assert len(every_check_in(house.session)) == 100
    assert house.session.imports.all == (record,)


class _Killed(BaseException):
    pass


@pytest.mark.usefixtures("small_changes")
@pytest.mark.parametrize("part", range(6))
def test_what_a_kill_cut_off_is_taken_back_at_the_next_unlock(
    house: House, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    move_in(house.session)
    before = all_rows(house.session._unlocked.vault)
    add: Callable[..., None] = kept.add
    left = iter(range(part))

    def killed(*given: object) -> None:
        if next(left, None) is None:
            monkeypatch.setattr(ImportWriting, "take_back", killed)
            raise _Killed
        add(*given)

    monkeypatch.setattr(kept, "add", killed)
    with pytest.raises(_Killed):
        house.session.imports.bring(years(200), "x", Choices(columns=TABLE))
    monkeypatch.undo()
    house.clock.turn(days=40)
    session = house.come_back()
    assert all_rows(session._unlocked.vault) == before
    assert {one.state for one in session.imports.all} <= {ImportState.TAKEN_BACK, ImportState.BROUGHT}


@pytest.mark.usefixtures("small_changes")
def test_an_undo_that_a_kill_cut_off_goes_on_at_the_next_unlock(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = house.session.imports.bring(years(200), "x", Choices(columns=TABLE))
    house.clock.turn(minutes=1)
    take_back: Callable[..., None] = kept.take_back
    left = iter(range(2))

    def killed(*given: object) -> None:
        if next(left, None) is None:
            raise _Killed
        take_back(*given)

    monkeypatch.setattr(kept, "take_back", killed)
    with pytest.raises(_Killed):
        house.session.imports.undo(record)
    monkeypatch.undo()
    assert 0 < len(every_check_in(house.session)) < 200
    house.clock.turn(minutes=1)
    session = house.come_back()
    assert all_rows(session._unlocked.vault) == {}
    assert session.imports.bring(years(200), "x", Choices(columns=TABLE)).added == 200


@pytest.mark.usefixtures("small_changes")
@pytest.mark.parametrize("after", range(0, 33, 4))
def test_a_disk_that_fills_up_leaves_everything_as_it_was(after: int) -> None:
    disk = ModelDisk()
    house = House(Path("/modelled"), disk)
    house.session.own_words.add(kind=WordKind.DOING, word="before")
    before = all_rows(house.session._unlocked.vault)
    write, left = disk.write_at, iter(range(after))

    def full(*given: object, **named: object) -> object:
        if next(left, None) is None:
            raise OSError(28, "full")
        return write(*given, **named)  # type: ignore[arg-type]  # passed on

    disk.write_at = full  # type: ignore[method-assign,assignment]  # for this test
    with suppress(DiskFull):
        house.session.imports.bring(years(200), "x", Choices(columns=TABLE))
        pytest.fail("it was not full")
    disk.write_at = write  # type: ignore[method-assign]  # there is room again
    session = house.come_back()
    assert all_rows(session._unlocked.vault) == before


@pytest.mark.usefixtures("small_changes")
@pytest.mark.parametrize("free", [0, 1 << 20, None])
def test_what_surely_finds_no_room_is_not_begun(
    house: House, monkeypatch: pytest.MonkeyPatch, free: int | None
) -> None:
    def disk_usage(_: Path) -> SimpleNamespace:
        if free is None:
            raise OSError
        return SimpleNamespace(free=free)

    monkeypatch.setattr(shutil, "disk_usage", disk_usage)
    before = house.session._unlocked.vault.state()
    if free is None:
        assert house.session.imports.bring(years(200), "x", Choices(columns=TABLE)).added == 200
        return
    with pytest.raises(DiskFull):
        house.session.imports.bring(years(200), "x", Choices(columns=TABLE))
    assert house.session._unlocked.vault.state() == before
    assert house.session.imports.bring(years(5), "x", Choices(columns=TABLE)).added == 5, (
        "one change is tried"
    )


@pytest.mark.usefixtures("small_changes")
def test_taking_back_a_large_import_makes_room_month_by_month(house: House) -> None:
    record = house.session.imports.bring(years(200), "x", Choices(columns=TABLE))
    vault, folder = house.session._unlocked.vault, house.folder
    full = sum(file.stat().st_size for file in folder.iterdir())
    house.clock.turn(minutes=1)
    house.session.imports.undo(record)
    assert sum(file.stat().st_size for file in folder.iterdir()) < full
    assert all(vault.folded(month) for month in kept.months(vault))
