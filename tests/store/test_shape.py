"""Shapes of records: an older one is read by its steps and written anew at the next change, a newer one is known as such."""

from typing import Any

import pytest

from app.domain.support import Support
from app.store import shape
from app.store.left_out import LeftOut
from app.store.record import NewerRecord, UnreadableRecord, from_record, row_of, to_record, to_whole_record
from app.store.shelf import put_in_row
from app.store.support import supports
from app.vault import Vault
from tests.domain.sample import LATER, support

ANA = support("Ana", note="plays the cello")


def _was_called(record: dict[str, Any]) -> dict[str, Any]:
    """A step as there might have been one: in shape 1 a name stood in a field ``called``."""
    return {key: content for key, content in record.items() if key != "called"} | {"name": record["called"]}


def _had_remarks(record: dict[str, Any]) -> dict[str, Any]:
    """A second one: in shape 2 a note was a list of lines."""
    lines = record.get("remarks", [])
    rest = {key: content for key, content in record.items() if key != "remarks"}
    return rest | {"note": "\n".join(lines)}


@pytest.fixture
def third_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on supports have their third shape."""
    monkeypatch.setitem(shape.STEPS, Support, (_was_called, _had_remarks))


def _first(**fields: Any) -> dict[str, Any]:
    stamp = {"id": ANA.id, "created_at": ANA.created_at.isoformat(), "changed_at": ANA.changed_at.isoformat()}
    return stamp | {"called": "Ana", "remarks": ["plays the cello"]} | fields


def _second(**fields: Any) -> dict[str, Any]:
    return _was_called(_first()) | {"shape": 2} | fields


def test_a_record_of_the_first_shape_says_none() -> None:
    assert "shape" not in to_record(ANA)
    assert from_record(Support, to_record(ANA) | {"shape": 1}) == ANA


@pytest.mark.usefixtures("third_shape")
@pytest.mark.parametrize("record", [_first(), _first(shape=1), _second()], ids=["none", "first", "second"])
def test_an_older_record_is_read_through_every_step_that_came_since(record: dict[str, Any]) -> None:
    before = dict(record)
    assert from_record(Support, record) == ANA
    assert record == before


@pytest.mark.usefixtures("third_shape")
def test_a_record_is_written_in_the_newest_shape_and_says_so() -> None:
    record = to_record(ANA)
    assert record["shape"] == 3
    assert from_record(Support, record) == ANA
    assert "shape" not in to_whole_record(ANA)


@pytest.mark.usefixtures("third_shape")
@pytest.mark.parametrize(
    "record",
    [
        _first(shape=2),
        _second(shape=3),
        _first(called=7),
        _first(remarks=[7]),
        _first(shape="1"),
        _first(shape=True),
    ],
)
def test_what_a_step_cannot_make_a_thing_of_is_unreadable_and_not_newer(record: dict[str, Any]) -> None:
    with pytest.raises(UnreadableRecord) as refused:
        from_record(Support, record)
    assert not isinstance(refused.value, NewerRecord)
    assert refused.value.__context__ is None


@pytest.mark.parametrize("number", [2, 3, 1_000])
def test_a_shape_that_is_not_known_yet_is_newer_whatever_is_in_it(number: int) -> None:
    for record in ({**to_record(ANA), "shape": number}, {"shape": number}):
        with pytest.raises(NewerRecord, match=r"^Support$"):
            from_record(Support, record)


@pytest.mark.usefixtures("third_shape")
def test_reading_writes_nothing_and_the_next_change_writes_the_newest_shape(vault: Vault) -> None:
    table, row = vault.collection("supports").table("supports"), row_of(ANA.id)
    put_in_row(table, row, _first())
    found = LeftOut()
    shelf = supports(vault, found)
    assert shelf.all() == (ANA,)
    assert found.all == ()
    assert table.get(doc_id=row) == _first()
    shelf.put(ANA)
    assert table.get(doc_id=row) == to_record(ANA)
    put_in_row(table, row, _first())
    shelf.remove(ANA.id, LATER)
    assert table.get(doc_id=row) == {"id": ANA.id, "deleted_at": LATER.isoformat()}
