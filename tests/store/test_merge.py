"""Merging: of each thing the later version, in whatever order devices meet, and all of it or nothing."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinydb.table import Document

from app.domain.check_in import CheckIn
from app.domain.ids import id_from
from app.domain.safety_plan import PartType, PlanItem, PlanPart, SafetyPlan
from app.domain.support import Support
from app.store import merge as merging
from app.store.check_in import CheckIns
from app.store.draft import Drafts
from app.store.merge import Counts, merge, preview
from app.store.record import row_of
from app.store.safety_plan import SafetyPlans
from app.store.shelf import put_in_row
from app.store.support import supports
from app.vault import Backup, Stopped, Vault, VaultDamaged
from app.words import safety_plan as words
from tests.vault.disks import ModelDisk, PowerCut, fresh_vault, seeded, unlocked

FOLDER = Path("/modelled")
COPY = Path("/elsewhere/copy")
T0 = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
IDS = [id_from(bytes([number]) * 16) for number in range(1, 4)]


def device() -> Vault:
    """A new vault on a disk of its own."""
    return fresh_vault(FOLDER, disk=ModelDisk())


def backup_of(vault: Vault) -> Backup:
    """What another device would get of it."""
    vault.back_up(COPY, replace=True)
    return Backup.open(COPY, "passphrase", disk=vault._folder.disk)


def take(ours: Vault, theirs: Vault) -> dict[str, Counts]:
    """Merge another device's backup. What was previewed is what happens."""
    backup = backup_of(theirs)
    told = preview(ours, backup)
    assert merge(ours, backup) == told
    return told


def rows(vault: Vault) -> dict[tuple[str, str, int], Any]:
    """Every row as it lies."""
    return {
        (name, table, document.doc_id): dict(document)
        for name in vault.collections()
        for table in vault.collection(name).tables()
        for document in vault.collection(name).table(table)
    }


def outcome(vault: Vault) -> dict[tuple[str, str], Any]:
    """What a person has: each thing that is there, with its month; of each deleted one its time."""
    live: dict[tuple[str, str], Any] = {}
    gone: dict[tuple[str, str], Any] = {}
    for (name, table, _), record in rows(vault).items():
        known = (table, record["id"])
        if "deleted_at" in record:
            gone[known] = max(gone.get(known, T0), datetime.fromisoformat(record["deleted_at"]))
        else:
            assert known not in live, "it is there twice"
            live[known] = name, record
    return {known: when for known, when in gone.items() if known not in live} | live


# ------------------------------------------------------------------ the three laws


@dataclass(frozen=True)
class Row:
    """A row of some device, as wild as a clock that is wrong can make it."""

    thing: int
    month: int
    minute: int
    east: bool
    deleted: bool
    note: str


ROWS = st.lists(
    st.builds(
        Row,
        thing=st.integers(0, 2),
        month=st.integers(0, 2),
        minute=st.integers(0, 3),
        east=st.booleans(),
        deleted=st.booleans(),
        note=st.sampled_from(["", "one", "two"]),
    ),
    max_size=5,
)


def _put(vault: Vault, row: Row) -> None:
    at = T0 + timedelta(minutes=row.minute)
    when = at.astimezone(timezone(timedelta(hours=5))) if row.east else at
    record: dict[str, Any] = {"id": IDS[row.thing]}
    record |= (
        {"deleted_at": when.isoformat()}
        if row.deleted
        else {"changed_at": when.isoformat(), "note": row.note}
    )
    begun = {} if row.deleted else {"created_at": T0.isoformat()}
    for name, table, more in (
        (f"check_ins/2026-{row.month + 9:02}", "check_ins", {"when": T0.isoformat()}),
        ("supports", "supports", {"name": "Ana"}),
    ):
        whole = record | begun | (more if begun else {})
        put_in_row(vault.collection(name).table(table), row_of(IDS[row.thing]), whole)


def _with(rows_of_one: Sequence[Row]) -> Vault:
    """A device whose check-ins are each there once at most, as the app keeps them."""
    vault = device()
    placed: dict[int, int] = {}
    for row in rows_of_one:
        month = placed.get(row.thing)
        if month is not None and month != row.month:
            _put(vault, replace(row, month=month, deleted=True))
        _put(vault, row)
        if not row.deleted:
            placed[row.thing] = row.month
    return vault


@given(ROWS, ROWS)
@settings(max_examples=150, deadline=None)
def test_it_does_not_matter_who_merges_with_whom(one: list[Row], two: list[Row]) -> None:
    ours, theirs = _with(one), _with(two)
    take(ours, _with(two))
    take(theirs, _with(one))
    assert outcome(ours) == outcome(theirs)


@given(ROWS, ROWS, ROWS)
@settings(max_examples=100, deadline=None)
def test_it_does_not_matter_in_which_order(one: list[Row], two: list[Row], three: list[Row]) -> None:
    left = _with(one)
    take(left, _with(two))
    take(left, _with(three))
    inner, right = _with(two), _with(one)
    take(inner, _with(three))
    take(right, inner)
    assert outcome(left) == outcome(right)


@given(ROWS, ROWS)
@settings(max_examples=100, deadline=None)
def test_the_same_backup_twice_changes_nothing(one: list[Row], two: list[Row]) -> None:
    ours, theirs = _with(one), _with(two)
    take(ours, theirs)
    before = rows(ours)
    again = take(ours, theirs)
    assert rows(ours) == before
    assert not any(counts.changes for counts in again.values())
    mine = _with(one)
    kept = rows(mine)
    assert all(counts == Counts() for counts in take(mine, _with(one)).values())
    assert rows(mine) == kept


@given(ROWS, ROWS)
@settings(max_examples=100, deadline=None)
def test_nothing_is_lost_but_to_something_later(one: list[Row], two: list[Row]) -> None:
    ours, theirs = _with(one), _with(two)
    before = [outcome(ours), outcome(theirs)]
    take(ours, theirs)
    after = outcome(ours)
    assert after.keys() == before[0].keys() | before[1].keys()
    for known, kept in after.items():
        versions = [had[known] for had in before if known in had]
        assert kept in versions
        assert _time(kept) == max(map(_time, versions))


def _time(kept: Any) -> datetime:
    return kept if isinstance(kept, datetime) else datetime.fromisoformat(kept[1]["changed_at"])


def test_a_deletion_counts_alike_where_a_clock_went_back() -> None:
    """Ours moved at minute 3, was changed at minute 1 after the clock was set back, and theirs was deleted between."""
    plain = Row(thing=0, month=0, minute=0, east=False, deleted=False, note="")
    one = [plain, replace(plain, month=1, minute=3), replace(plain, month=1, minute=1)]
    two = [replace(plain, minute=2, deleted=True)]
    ours, theirs = _with(one), _with(two)
    take(ours, _with(two))
    take(theirs, _with(one))
    assert outcome(ours) == outcome(theirs)


# ------------------------------------------------------------------ as a person meets it


def _check_in(number: int, day: int = 1, month: int = 10, **fields: Any) -> CheckIn:
    when = datetime(2026, month, day, 12, 0, tzinfo=UTC)
    return CheckIn(id=IDS[number], created_at=T0, changed_at=fields.pop("at", T0), when=when, **fields)


def _later(minutes: int) -> datetime:
    return T0 + timedelta(minutes=minutes)


def test_a_preview_counts_by_stem_and_changes_nothing() -> None:
    ours, theirs = device(), device()
    new, newer, older = (_check_in(number, note="first") for number in range(3))
    for vault in (ours, theirs):
        for check_in in (newer, older):
            CheckIns(vault).put(check_in)
        supports(vault).put(Support(id=IDS[0], created_at=T0, changed_at=T0, name="Ana"))
    CheckIns(theirs).put(new)
    CheckIns(theirs).put(replace(newer, note="second", changed_at=_later(1)))
    CheckIns(ours).put(replace(older, note="second", changed_at=_later(1)))
    supports(theirs).remove(IDS[0], _later(2))
    before = rows(ours)
    told = preview(ours, backup_of(theirs))
    assert rows(ours) == before
    assert told == {"check_in": Counts(new=1, newer=1, older=1), "support": Counts(deleted=1)}
    take(ours, theirs)
    assert {one.id: one.note for one in CheckIns(ours).latest()} == {
        IDS[0]: "first",
        IDS[1]: "second",
        IDS[2]: "second",
    }
    assert supports(ours).all() == ()


@pytest.mark.parametrize("turned", [False, True])
def test_a_check_in_that_moved_to_another_month_ends_in_one(turned: bool) -> None:
    ours, theirs = device(), device()
    first = _check_in(0)
    november = _check_in(0, month=11, at=_later(1))
    december = _check_in(0, month=12, at=_later(2))
    for vault, moved in ((ours, november), (theirs, december)):
        CheckIns(vault).put(first)
        CheckIns(vault).put(moved, was=first)
    if turned:
        ours, theirs = theirs, ours
    take(ours, theirs)
    assert tuple(CheckIns(ours).latest()) == (december,)
    take(theirs, ours)
    assert tuple(CheckIns(theirs).latest()) == (december,)


def test_a_move_reaches_a_device_that_knew_the_old_month() -> None:
    ours, theirs = device(), device()
    first, moved = _check_in(0), _check_in(0, month=11, at=_later(1))
    for vault in (ours, theirs):
        CheckIns(vault).put(first)
    CheckIns(theirs).put(moved, was=first)
    take(ours, theirs)
    assert tuple(CheckIns(ours).latest()) == (moved,)


def test_a_deletion_reaches_a_thing_that_moved_before() -> None:
    ours, theirs = device(), device()
    first, moved = _check_in(0), _check_in(0, month=11, at=_later(1))
    for vault in (ours, theirs):
        CheckIns(vault).put(first)
    CheckIns(ours).put(moved, was=first)
    CheckIns(theirs).remove(first, _later(2))
    take(ours, theirs)
    assert tuple(CheckIns(ours).latest()) == ()
    take(theirs, ours)
    assert tuple(CheckIns(theirs).latest()) == ()


def test_a_deleted_thing_leaves_no_words_and_does_not_come_back() -> None:
    ours, theirs, third = device(), device(), device()
    for vault in (ours, theirs, third):
        CheckIns(vault).put(_check_in(0, note="words"))
    CheckIns(theirs).remove(_check_in(0), _later(1))
    take(ours, theirs)
    take(ours, third)
    (record,) = rows(ours).values()
    assert record.keys() == {"id", "deleted_at"}


@pytest.mark.parametrize("turned", [False, True])
def test_of_a_change_and_a_deletion_at_one_moment_the_deletion_counts(turned: bool) -> None:
    ours, theirs = device(), device()
    for vault in (ours, theirs):
        CheckIns(vault).put(_check_in(0))
    CheckIns(ours).put(_check_in(0, note="words", at=_later(1)))
    CheckIns(theirs).remove(_check_in(0), _later(1))
    if turned:
        ours, theirs = theirs, ours
    take(ours, theirs)
    assert tuple(CheckIns(ours).latest()) == ()


def test_what_was_written_after_a_deletion_elsewhere_comes_back() -> None:
    ours, theirs = device(), device()
    for vault in (ours, theirs):
        CheckIns(vault).put(_check_in(0))
    CheckIns(ours).remove(_check_in(0), _later(1))
    CheckIns(theirs).put(_check_in(0, note="more", at=_later(2)))
    assert take(ours, theirs) == {"check_in": Counts(new=1)}
    assert [one.note for one in CheckIns(ours).latest()] == ["more"]


def test_fields_of_an_older_version_do_not_shine_through() -> None:
    ours, theirs = device(), device()
    CheckIns(ours).put(_check_in(0, note="old words", mood=1))
    CheckIns(theirs).put(_check_in(0, at=_later(1)))
    take(ours, theirs)
    (kept,) = CheckIns(ours).latest()
    assert (kept.note, kept.mood) == ("", None)


def _plan(number: int, *lines: int, one_line: str = "") -> SafetyPlan:
    """A plan with one part, whose lines have these numbers."""
    stamp: Any = {"created_at": T0, "changed_at": T0}
    items = tuple(PlanItem(id=id_from(bytes([line]) * 16), text=f"line {line}", **stamp) for line in lines)
    part = PlanPart(id=id_from(bytes([100 + number]) * 16), type=PartType.SIGNS, items=items, **stamp)
    return SafetyPlan(id=id_from(bytes([number]) * 16), parts=(part,), one_line=one_line, **stamp)


def _with_item(plan: SafetyPlan, place: int, text: str) -> SafetyPlan:
    (part,) = plan.parts
    items = list(part.items)
    items[place] = replace(items[place], text=text, changed_at=_later(1))
    return replace(plan, parts=(replace(part, items=tuple(items)),))


def _texts(vault: Vault) -> list[list[str]]:
    plan = SafetyPlans(vault).load()
    assert plan is not None
    return [[item.text for item in part.items] for part in plan.parts]


def test_lines_changed_on_two_devices_are_both_in_the_plan() -> None:
    plan = _plan(1, 10, 11)
    ours, theirs = device(), device()
    for place, vault in enumerate((ours, theirs)):
        SafetyPlans(vault).save(plan, was=None, at=T0)
        SafetyPlans(vault).save(_with_item(plan, place, f"changed {place}"), was=plan, at=_later(1))
    assert take(ours, theirs)["safety_plan_item"] == Counts(newer=1, older=1)
    assert _texts(ours) == [["changed 0", "changed 1"]]


def test_two_plans_begun_apart_are_read_as_one() -> None:
    ours, theirs = device(), device()
    SafetyPlans(ours).save(_plan(1, 10, one_line="Breathe"), was=None, at=T0)
    SafetyPlans(theirs).save(_plan(2, 11), was=None, at=T0)
    take(ours, theirs)
    take(theirs, ours)
    assert _texts(ours) == _texts(theirs) == [["line 11"], ["line 10"]]
    whole = SafetyPlans(ours).load()
    assert whole is not None
    assert whole.one_line == "Breathe"
    before = rows(ours)
    SafetyPlans(ours).save(whole, was=whole, at=_later(9))
    assert rows(ours) == before
    SafetyPlans(ours).save(replace(whole, parts=whole.parts[:1]), was=whole, at=_later(9))
    assert _texts(ours) == [["line 11"]]


def test_an_empty_part_of_another_plan_is_not_shown_twice() -> None:
    ours, theirs = device(), device()
    SafetyPlans(ours).save(_plan(1), was=None, at=T0)
    SafetyPlans(theirs).save(_plan(2, 11), was=None, at=T0)
    take(ours, theirs)
    assert _texts(ours) == [["line 11"]]


def test_a_line_changed_while_its_part_was_deleted_elsewhere_is_still_shown() -> None:
    plan = _plan(1, 10, 11)
    ours, theirs = device(), device()
    for vault in (ours, theirs):
        SafetyPlans(vault).save(plan, was=None, at=T0)
    SafetyPlans(ours).save(replace(plan, parts=()), was=plan, at=T0)
    SafetyPlans(theirs).save(_with_item(plan, 1, "changed"), was=plan, at=_later(1))
    take(ours, theirs)
    assert _texts(ours) == [["changed"]]
    whole = SafetyPlans(ours).load()
    assert whole is not None
    assert whole.parts[0].title == words.from_another_device
    renamed = replace(whole, parts=(replace(whole.parts[0], title="Mine", changed_at=_later(2)),))
    SafetyPlans(ours).save(renamed, was=whole, at=_later(2))
    assert SafetyPlans(ours).load() == renamed


def test_drafts_stay_where_they_were_typed() -> None:
    ours, theirs = device(), device()
    Drafts(ours).save({"a": "mine"}, was={})
    Drafts(theirs).save({"a": "theirs", "b": "more"}, was={})
    assert take(ours, theirs) == {}
    assert Drafts(ours).load() == {"a": "mine"}


def test_a_kind_that_this_version_does_not_know_is_merged_too() -> None:
    ours, theirs = device(), device()
    record = {"id": IDS[0], "changed_at": T0.isoformat(), "words": "new"}
    theirs.collection("songs").table("songs").insert(Document(record, doc_id=row_of(IDS[0])))
    assert take(ours, theirs) == {"songs/songs": Counts(new=1)}
    assert list(rows(ours).values()) == [record]


def test_a_record_without_a_readable_time_comes_in_but_replaces_nothing() -> None:
    ours, theirs = device(), device()
    for number, changed in ((0, "yesterday"), (1, None)):
        record = {"id": IDS[number], "changed_at": changed, "words": "theirs"}
        theirs.collection("songs").table("songs").insert(Document(record, doc_id=row_of(IDS[number])))
    mine = {"id": IDS[0], "changed_at": T0.isoformat()}
    ours.collection("songs").table("songs").insert(Document(mine, doc_id=row_of(IDS[0])))
    assert take(ours, theirs) == {"songs/songs": Counts(new=1, older=1)}


def test_times_are_compared_as_moments_and_not_as_text() -> None:
    ours, theirs = device(), device()
    east = timezone(timedelta(hours=10))
    CheckIns(ours).put(_check_in(0, note="earlier", at=T0.astimezone(east)))
    CheckIns(theirs).put(_check_in(0, note="later", at=_later(5)))
    assert T0.astimezone(east).isoformat() > _later(5).isoformat()
    take(ours, theirs)
    assert [one.note for one in CheckIns(ours).latest()] == ["later"]


# ------------------------------------------------------------------ all or nothing


def _two_devices() -> tuple[Vault, Vault]:
    ours, theirs = device(), device()
    first = _check_in(0)
    for vault in (ours, theirs):
        CheckIns(vault).put(first)
        supports(vault).put(Support(id=IDS[1], created_at=T0, changed_at=T0, name="Ana"))
    CheckIns(theirs).put(_check_in(0, month=11, at=_later(1)), was=first)
    CheckIns(theirs).put(_check_in(2, month=12))
    supports(theirs).remove(IDS[1], _later(1))
    return ours, theirs


def test_a_merge_cut_at_any_call_is_whole_or_not_there() -> None:
    chance = seeded(7)
    ours, theirs = _two_devices()
    before = outcome(ours)
    take(ours, theirs)
    after = outcome(ours)
    seen = []
    cut = 0
    while True:
        cut += 1
        ours, theirs = _two_devices()
        backup = backup_of(theirs)
        disk = ours._folder.disk
        assert isinstance(disk, ModelDisk)
        disk.cut_at = disk.calls + cut
        try:
            merge(ours, backup)
        except PowerCut:
            pass
        else:
            break
        for left in (*(disk.after_power_cut(chance) for _ in range(4)), disk.after_kill()):
            again = unlocked(FOLDER, disk=left)
            found = outcome(again)
            assert found in (before, after)
            seen.append(found == after)
            take(again, theirs)
            assert outcome(again) == after
    assert cut > 10
    assert set(seen) == {True, False}


def test_a_merge_into_a_damaged_month_changes_nothing_at_all() -> None:
    ours, theirs = _two_devices()
    ours.close()
    disk = ours._folder.disk
    assert isinstance(disk, ModelDisk)
    ours = unlocked(FOLDER, disk=disk)
    path = ours._folder.log_path("check_ins/2026-10")
    disk.put(path.name, disk.files()[path.name][:600] + b"x" * 600)
    CheckIns(theirs).put(replace(_check_in(2), id=IDS[1]))
    with pytest.raises(VaultDamaged):
        merge(ours, backup_of(theirs))
    assert [support.name for support in supports(ours).all()] == ["Ana"]
    assert "check_ins/2026-12" not in ours.collections()


def test_a_damaged_month_that_a_merge_does_not_touch_is_no_hindrance() -> None:
    ours, theirs = _two_devices()
    CheckIns(ours).put(replace(_check_in(0), id=id_from(b"f" * 16), when=T0.replace(month=2)))
    ours.close()
    disk = ours._folder.disk
    assert isinstance(disk, ModelDisk)
    ours = unlocked(FOLDER, disk=disk)
    path = ours._folder.log_path("check_ins/2026-02")
    disk.put(path.name, b"x" * 2000)
    assert merge(ours, backup_of(theirs))["check_in"] == Counts(new=1, newer=1)


def test_one_merge_is_one_intent_and_not_a_frame_a_thing() -> None:
    ours, theirs = device(), device()
    for number in range(50):
        check_in = replace(_check_in(0), id=id_from(bytes([number]) * 16))
        CheckIns(theirs).put(check_in)
    merge(ours, backup_of(theirs))
    assert ours.check().frames == 4  # of the marks three, of the month one
    assert len(tuple(CheckIns(ours).latest())) == 50
    assert json.dumps(rows(ours) == rows(theirs)) == "true"


def _many(number: int) -> Vault:
    """A device with so many check-ins, in several months."""
    vault = device()
    for one in range(number):
        day = _check_in(0, day=one % 28 + 1, month=one % 12 + 1, note=f"note {one}")
        CheckIns(vault).put(replace(day, id=id_from(bytes([one]) * 16)))
    return vault


@pytest.fixture
def small_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is written as one change holds two or three check-ins."""
    monkeypatch.setattr(merging, "MOST_IN_ONE_CHANGE_BYTES", 600)


def test_what_is_more_than_one_change_holds_comes_in_whole(small_changes: None) -> None:
    ours, theirs = device(), _many(30)
    CheckIns(ours).put(_check_in(0, at=_later(-1)))
    assert take(ours, theirs) == {"check_in": Counts(new=29, newer=1)}
    assert outcome(ours).keys() >= outcome(theirs).keys()
    assert not take(ours, theirs)["check_in"].changes


def test_months_that_a_merge_opened_are_not_kept_in_memory(small_changes: None) -> None:
    ours, theirs = device(), _many(30)
    mine = ours.collection("supports")
    merge(ours, backup_of(theirs))
    assert ours._open.opened() == {"supports"}
    assert ours.collection("supports") is mine
    assert len(tuple(CheckIns(ours).latest())) == 30
    assert ours.check().sound


def test_a_merge_that_was_cut_off_between_its_changes_is_finished_by_the_next(
    small_changes: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = device(), _many(30)
    written: list[Any] = []
    write = merging._write

    def twice(*args: Any) -> None:
        if len(written) == 2:
            raise PowerCut
        write(*args)
        written.append(args)

    monkeypatch.setattr(merging, "_write", twice)
    backup = backup_of(theirs)
    with pytest.raises(PowerCut):
        merge(ours, backup)
    assert 0 < len(outcome(ours)) < 30
    monkeypatch.setattr(merging, "_write", write)
    assert merge(ours, backup)["check_in"].new == 30 - sum(len(part) for *_, part in written)
    assert outcome(ours) == outcome(theirs)


def test_a_merge_can_be_stopped_until_it_writes_and_says_how_far_it_is() -> None:
    ours, theirs = _many(5), _many(30)
    before, backup = rows(ours), backup_of(theirs)
    told: list[tuple[int, int]] = []
    counts = merge(ours, backup, progress=lambda *far: told.append(far))
    assert counts["check_in"].new == 25
    assert told == sorted(told)
    assert {total for _, total in told} == {3000}
    assert told[-1] == (3000, 3000)
    for asked in range(len(_many(5).collections()) + 1):
        again, left = _many(5), iter([False] * asked)
        with pytest.raises(Stopped):
            merge(again, backup, stop=lambda left=left: next(left, True))  # type: ignore[misc]
        assert rows(again) == before


def test_a_deletion_is_the_same_in_whatever_month_it_lies() -> None:
    gone = Row(thing=0, month=0, minute=1, east=False, deleted=True, note="")
    ours, theirs = _with([gone]), _with([replace(gone, month=1)])
    for one, other in ((ours, theirs), (theirs, ours)):
        before = rows(one)
        assert all(counts == Counts() for counts in take(one, other).values())
        assert rows(one) == before
