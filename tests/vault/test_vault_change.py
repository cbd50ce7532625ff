"""Changes of one and of several collections, collections by name, folding and summaries."""

from pathlib import Path

import pytest
from tinydb import Query, TinyDB, where
from tinydb.table import Document, Table

from app.vault import Vault, VaultError
from tests.vault.disks import ModelDisk, fresh_vault, unlocked

FOLDER = Path("/modelled")


class Stop(Exception):  # noqa: N818  # it stops
    """Ends a change."""


@pytest.fixture
def disk() -> ModelDisk:
    return ModelDisk()


@pytest.fixture
def vault(disk: ModelDisk) -> Vault:
    return fresh_vault(FOLDER, "passphrase", disk)


def test_a_change_is_seen_within_and_kept_after(vault: Vault, disk: ModelDisk) -> None:
    table = vault.collection("a").table("things")
    with vault.change():
        table.insert({"word": "new"})
        assert table.search(where("word") == "new") == [{"word": "new"}]
        vault.collection("b").table("others").insert({"n": 1})
    again = unlocked(FOLDER, "passphrase", disk.after_kill())
    assert again.collection("a").table("things").all() == [{"word": "new"}]
    assert again.collection("b").table("others").all() == [{"n": 1}]


def test_a_change_that_raises_changes_nothing_in_memory_and_on_disk(vault: Vault, disk: ModelDisk) -> None:
    table, other = vault.collection("a").table("things"), vault.collection("b")
    for number in range(4):
        table.insert({"n": number})
    table.update({"seen": [1]}, doc_ids=[2])
    before, calls = disk.files(), disk.calls
    rows = [(row.doc_id, dict(row)) for row in table]
    with pytest.raises(Stop), vault.change():  # noqa: PT012  # the block is what is tried
        table.remove(where("n") == 1)
        table.update({"seen": 2})
        table.insert_multiple([{"n": 9}, {"n": 10}])
        table.search(where("n") == 9)
        other.insert({"x": 1})
        table.truncate()
        vault.collection("a").drop_tables()
        raise Stop
    assert [(row.doc_id, dict(row)) for row in table] == rows
    assert vault.collection("a").table("things").search(where("n") == 9) == []
    assert vault.collection("a").tables() == {"things"}
    assert other.all() == []
    assert (disk.files(), disk.calls) == (before, calls)
    assert vault.collection("a").table("things").insert({"n": 4}) == 5


def test_a_change_of_one_collection_is_one_frame_and_one_sync(vault: Vault, disk: ModelDisk) -> None:
    table = vault.collection("a").table("things")
    table.insert_multiple([{"n": 0}])
    for _ in range(2):
        table.insert({"n": 0})
    size, calls = sum(map(len, disk.files().values())), disk.calls
    with vault.change():
        for number in range(10):
            table.insert({"n": number})
        vault.collection("a").table("more").insert({})
    assert sum(map(len, disk.files().values())) == size, "it goes where there is room"
    assert disk.calls == calls + 2, "one write and one sync"


def test_an_empty_change_touches_nothing(vault: Vault, disk: ModelDisk) -> None:
    calls = disk.calls
    with vault.change():
        vault.collection("a").table("things").all()
    assert disk.calls == calls


def test_an_inner_change_that_raises_takes_back_its_own_writes_alone(vault: Vault, disk: ModelDisk) -> None:
    table = vault.collection("a").table("things")
    with vault.change():
        table.insert({"n": "outer"})
        with pytest.raises(Stop), vault.change():  # noqa: PT012  # the block is what is tried
            table.insert({"n": "inner"})
            vault.collection("b").insert({})
            raise Stop
        with vault.change():
            table.insert({"n": "second"})
    expected = [{"n": "outer"}, {"n": "second"}]
    assert table.all() == expected
    again = unlocked(FOLDER, "passphrase", disk.after_kill())
    assert again.collection("a").table("things").all() == expected
    assert again.collections() == ("a",)


def test_nothing_is_kept_of_an_outer_change_that_raises_after_an_inner_one(vault: Vault) -> None:
    with pytest.raises(Stop), vault.change():  # noqa: PT012  # the block is what is tried
        with vault.change():
            vault.collection("a").insert({})
        raise Stop
    assert vault.collection("a").all() == []
    assert vault.collections() == ()


def test_a_write_that_tinydb_refuses_changes_nothing(vault: Vault) -> None:
    table = vault.collection("a").table("things")
    table.insert(Document({"n": 1}, doc_id=7))
    with pytest.raises(ValueError):
        table.insert_multiple([{"n": 2}, Document({"n": 3}, doc_id=7)])
    assert table.all() == [{"n": 1}]


@pytest.mark.parametrize("value", [{1, 2}, object(), float("nan"), b"bytes"])
def test_what_is_not_json_is_refused_and_changes_nothing(
    vault: Vault, disk: ModelDisk, value: object
) -> None:
    table = vault.collection("a").table("things")
    table.insert({"n": 1})
    before = disk.files()
    with pytest.raises((TypeError, ValueError)):
        table.insert({"value": value})
    with pytest.raises((TypeError, ValueError)), vault.change():  # noqa: PT012  # the block is what is tried
        table.insert({"n": 2})
        table.insert({"value": value})
    assert table.all() == [{"n": 1}]
    assert disk.files() == before


def test_only_whole_numbers_are_document_ids_and_only_text_names_a_table(
    vault: Vault, disk: ModelDisk
) -> None:
    database = vault.collection("a")
    database.insert({})
    before = disk.files()
    for odd in ("1", 1.5, True, None):
        with pytest.raises(ValueError):
            database.insert(Document({}, doc_id=odd))  # type: ignore[arg-type]  # that is the point
    with pytest.raises(ValueError):
        database.table(5).insert({})  # type: ignore[arg-type]  # that is the point
    assert disk.files() == before


def test_document_ids_of_128_bits_are_kept(vault: Vault, disk: ModelDisk) -> None:
    vault.collection("a").insert(Document({"n": 1}, doc_id=2**128 - 1))
    again = unlocked(FOLDER, "passphrase", disk.after_kill())
    found = again.collection("a").get(doc_id=2**128 - 1)
    assert isinstance(found, Document)
    assert found.doc_id == 2**128 - 1


def test_memory_holds_what_a_later_opening_reads(vault: Vault, disk: ModelDisk) -> None:
    table = vault.collection("a").table("things")
    table.insert({"tuple": (1, 2), "deep": {3: "x"}})
    table.update({"flag": 1})
    table.update({"flag": True})
    now = table.all()
    again = unlocked(FOLDER, "passphrase", disk.after_kill())
    assert repr(again.collection("a").table("things").all()) == repr(now)
    assert repr(now) == "[{'tuple': [1, 2], 'deep': {'3': 'x'}, 'flag': True}]"


def test_changing_what_was_read_changes_nothing_kept(vault: Vault) -> None:
    table = vault.collection("a").table("things")
    given = {"list": [1]}
    table.insert(given)
    given["list"].append(0)
    always = where("list").exists()
    for read in (
        table.all,
        lambda: table.search(always),
        lambda: [table.get(doc_id=1)],
        lambda: [table.get(always)],
    ):
        read()[0]["list"].append(2)  # type: ignore[index]  # there is one
        assert table.all() == table.search(always) == [{"list": [1]}]


def test_a_stock_table_works_on_a_sealed_collection(vault: Vault, disk: ModelDisk) -> None:
    storage = vault.collection("a").storage
    stock = Table(storage, "things")
    stock.insert_multiple({"n": number} for number in range(5))
    stock.update({"changed": True}, where("n") == 2)
    stock.remove(where("n") == 3)
    again = unlocked(FOLDER, "passphrase", disk.after_kill())
    assert [row["n"] for row in again.collection("a").table("things")] == [0, 1, 2, 4]
    assert again.collection("a").table("things").count(Query().changed == True) == 1  # noqa: E712  # a query


def test_a_collection_is_the_same_object_each_time_and_a_tinydb(vault: Vault) -> None:
    assert vault.collection("a") is vault.collection("a")
    assert isinstance(vault.collection("a"), TinyDB)
    with vault.collection("a") as database:
        database.insert({})
    assert len(vault.collection("a")) == 1


def test_collections_are_listed_by_prefix_without_being_opened(vault: Vault, disk: ModelDisk) -> None:
    for name in ("plan", "check_ins/2026-11", "check_ins/2025-01"):
        vault.collection(name).insert({})
    vault.collection("looked at")
    vault.close()
    again = unlocked(FOLDER, "passphrase", disk)
    calls = disk.calls
    assert again.collections("check_ins/") == ("check_ins/2025-01", "check_ins/2026-11")
    assert again.collections() == ("check_ins/2025-01", "check_ins/2026-11", "plan")
    assert disk.calls == calls


@pytest.mark.parametrize("name", ["", ".marks", ".intent", "x" * 201])
def test_some_names_are_no_names(vault: Vault, name: str) -> None:
    with pytest.raises(ValueError):
        vault.collection(name)


def test_a_fold_keeps_everything_and_writes_it_twice_under_a_new_key(vault: Vault, disk: ModelDisk) -> None:
    table = vault.collection("a").table("things")
    for number in range(40):
        table.insert({"n": number, "text": "words " * 20})
    table.remove(where("n") < 10)
    expected = table.all()
    before = disk.files()
    vault.fold("a")
    (name,) = (name for name, content in disk.files().items() if before[name] != content)
    assert len(disk.files()[name]) < len(before[name]) / 3
    assert disk.files()[name][24:56] != before[name][24:56]
    assert table.all() == expected
    table.insert({"n": 99})
    vault.close()
    again = unlocked(FOLDER, "passphrase", disk)
    assert again.collection("a").table("things").all() == [*expected, {"n": 99}]
    assert again.notices == ()


def test_folding_within_a_change_is_refused_and_of_nothing_does_nothing(
    vault: Vault, disk: ModelDisk
) -> None:
    before = disk.files()
    vault.fold("a")
    assert disk.files() == before
    with pytest.raises(VaultError), vault.change():
        vault.fold("a")


def test_a_summary_is_kept_until_its_collection_changes(vault: Vault, disk: ModelDisk) -> None:
    vault.collection("a").insert({"n": 1})
    assert vault.summary("a") is None
    vault.summarise("a", {"count": 1})
    vault.fold("a")
    assert vault.summary("a") == {"count": 1}
    vault.close()
    again = unlocked(FOLDER, "passphrase", disk)
    assert again.summary("a") == {"count": 1}
    again.summary("a")["count"] = 5
    assert again.summary("a") == {"count": 1}
    again.collection("a").insert({"n": 2})
    assert again.summary("a") is None
    again.summarise("a", {"count": 2})
    again.close()
    assert unlocked(FOLDER, "passphrase", disk).summary("a") == {"count": 2}


def test_a_summary_made_in_a_change_speaks_of_its_outcome(vault: Vault) -> None:
    with vault.change():
        vault.summarise("a", {"count": 1})
        vault.collection("a").insert({})
    assert vault.summary("a") == {"count": 1}
    with pytest.raises(Stop), vault.change():  # noqa: PT012  # the block is what is tried
        vault.collection("a").insert({})
        vault.summarise("a", {"count": 2})
        raise Stop
    assert vault.summary("a") == {"count": 1}


def test_a_summary_is_not_believed_after_a_kill(vault: Vault, disk: ModelDisk) -> None:
    vault.collection("a").insert({})
    vault.summarise("a", {"count": 1})
    vault.close()
    again = unlocked(FOLDER, "passphrase", disk)
    again.collection("a").insert({})
    again.summarise("a", {"count": 2})
    killed = unlocked(FOLDER, "passphrase", disk.after_kill())
    assert killed.summary("a") is None


def test_marks_stay_small_over_many_locks(vault: Vault, disk: ModelDisk) -> None:
    for number in range(300):
        vault.collection("a").insert({"n": number})
        vault.close()
        vault = unlocked(FOLDER, "passphrase", disk)
    assert len(vault.collection("a")) == 300
    marks = disk.files()[vault._folder.log_path(".marks").name]
    assert len(marks) < 150 * 512
    assert vault.notices == ()
