"""Check-ins, kept by month, so that no cost grows with the years."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple, cast

from app.domain.check_in import CheckIn
from app.store.left_out import LeftOut
from app.store.record import NewerRecord, UnreadableRecord, row_of, words_in
from app.store.shelf import DELETED_AT, Shelf
from app.vault import SealedTable, Vault

PREFIX = "check_ins/"

_TABLE = "check_ins"
_HELPERS = ("with_supports", "what_helped")
"""The fields that name supports and coping tools."""


class CheckIns:
    """All check-ins of a vault. A month is opened when something in it is wanted."""

    def __init__(self, vault: Vault, left_out: LeftOut | None = None) -> None:
        self._vault = vault
        self._left_out = left_out or LeftOut()
        self._unread: dict[str, dict[int, bool]] = {}

    def put(self, check_in: CheckIn, *, was: CheckIn | None = None) -> None:
        """Keep a check-in. ``was`` is the same one before a change, which may have been in another month."""
        with self._vault.change():
            if was is not None and _month(was.when) != _month(check_in.when):
                self._shelf(_month(was.when)).remove(was.id, check_in.changed_at)
            self._shelf(_month(check_in.when)).put(check_in)

    def remove(self, check_in: CheckIn, at: datetime) -> None:
        """Forget a check-in but for its id and the time."""
        self._shelf(_month(check_in.when)).remove(check_in.id, at)

    def again(self, check_in: CheckIn) -> CheckIn | None:
        """Read a check-in again where it was; None if it is not there, or, which is noted, cannot be read."""
        with self._vault.visit():
            return self._read(_month(check_in.when), row_of(check_in.id))

    def latest(self, before: datetime | None = None) -> Iterator[CheckIn]:
        """Check-ins, newest first; with ``before`` only earlier ones. Opens one month after the other.

        Of a month's records it makes only what is asked for. The first day of a month waits for the month before: a day
        begins and ends elsewhere at other moments.
        """
        waiting: list[_Placed] = []
        for name in reversed(self._vault.collections(PREFIX)):
            if before is not None and _surely_not_before(name) >= before:
                continue
            known = sorted([*self._placed(name), *waiting], key=_by_time)
            if before is not None:
                known = [placed for placed in known if placed.when < before]
            sure = _surely_within(name)
            waiting = [placed for placed in known if placed.when < sure]
            yield from self._read_all(known[len(waiting) :])
        yield from self._read_all(waiting)

    def of_month(self, month: str, until: date | None = None) -> Iterator[CheckIn]:
        """Check-ins of a month such as ``2026-11``, newest first; with ``until`` only those of that day and before it.

        Each belongs to the day that its own clock showed. It makes of the records only what is asked for.
        """
        placed = [one for one in self._placed(PREFIX + month) if until is None or one.when.date() <= until]
        return self._read_all(sorted(placed, key=_by_day))

    def _placed(self, name: str) -> Iterator["_Placed"]:
        """Where each check-in of a month belongs. One whose record does not tell is read whole, or noted if it cannot be."""
        for row, moment in self._table(name).gleaned(_moment):
            if moment:
                yield _Placed(moment[0], moment[1], name, row)
            elif check_in := self._read(name, row):
                yield _Placed(check_in.when, check_in.created_at, name, row)

    def _read_all(self, placed: "list[_Placed]") -> Iterator[CheckIn]:
        for one in reversed(placed):
            check_in = self._read(one.name, one.row)
            if check_in is not None:
                yield check_in

    def _read(self, name: str, row: int) -> CheckIn | None:
        """The check-in of a row; None, and noted, if it cannot be read."""
        unread = self._unread.setdefault(name, {})
        try:
            check_in = self._shelf(name).in_row(row)
        except UnreadableRecord as error:
            unread[row] = isinstance(error, NewerRecord)
            self._left_out.of("check_in", name)(unread)
            return None
        if unread.pop(row, None) is not None:
            self._left_out.of("check_in", name)(unread)
        return check_in

    def _shelf(self, name: str) -> Shelf[CheckIn]:
        return Shelf(self._table(name), CheckIn)

    def _table(self, name: str) -> SealedTable:
        return cast("SealedTable", self._vault.collection(name).table(_TABLE))


class _Placed(NamedTuple):
    """A row of the month ``name`` and the moment where its check-in belongs."""

    when: datetime
    created_at: datetime
    name: str
    row: int


def helpers_named(vault: Vault, month: str) -> set[str]:
    """The ids of all supports and coping tools that check-ins in a collection name, also where one cannot be read."""
    return {
        thing
        for record in vault.tables(month).get(_TABLE, {}).values()
        for field in _HELPERS
        for thing in words_in(record, field)
    }


def _moment(record: Mapping[str, Any]) -> tuple[datetime, datetime] | tuple[()] | None:
    """When a check-in was, and when it was made, by its record; () if that does not tell, None if it was removed."""
    if DELETED_AT in record:
        return None
    try:
        when = datetime.fromisoformat(record["when"])
        created_at = datetime.fromisoformat(record["created_at"])
    except (KeyError, TypeError, ValueError):
        return ()
    return () if when.utcoffset() is None or created_at.utcoffset() is None else (when, created_at)


def _month(when: datetime) -> str:
    return f"{PREFIX}{when.year:04}-{when.month:02}"  # %Y has no leading zeros everywhere


def _surely_within(name: str) -> datetime:
    """From when on no check-in of an earlier month can be, whatever its offset: less than a day, as Python has it."""
    return datetime.fromisoformat(name.removeprefix(PREFIX) + "-01").replace(tzinfo=UTC) + timedelta(days=1)


def _surely_not_before(name: str) -> datetime:
    """Before when no check-in of a month can be, whatever its offset."""
    return datetime.fromisoformat(name.removeprefix(PREFIX) + "-01").replace(tzinfo=UTC) - timedelta(days=1)


def _by_day(placed: _Placed) -> tuple[date, datetime, datetime]:
    return placed.when.date(), placed.when, placed.created_at


def _by_time(placed: _Placed) -> tuple[datetime, datetime]:
    return placed.when, placed.created_at
