"""Check-ins, kept by month, so that no cost grows with the years."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from app.domain.check_in import CheckIn
from app.store.left_out import LeftOut
from app.store.shelf import Shelf
from app.vault import Vault

PREFIX = "check_ins/"


class CheckIns:
    """All check-ins of a vault. A month is opened when something in it is wanted."""

    def __init__(self, vault: Vault, left_out: LeftOut | None = None) -> None:
        self._vault = vault
        self._left_out = left_out or LeftOut()

    def put(self, check_in: CheckIn, *, was: CheckIn | None = None) -> None:
        """Keep a check-in. ``was`` is the same one before a change, which may have been in another month."""
        with self._vault.change():
            if was is not None and _month(was.when) != _month(check_in.when):
                self._shelf(_month(was.when)).remove(was.id, check_in.changed_at)
            self._shelf(_month(check_in.when)).put(check_in)

    def remove(self, check_in: CheckIn, at: datetime) -> None:
        """Forget a check-in but for its id and the time."""
        self._shelf(_month(check_in.when)).remove(check_in.id, at)

    def latest(self) -> Iterator[CheckIn]:
        """Check-ins, newest first. Opens one month after the other, and only as far as it is read.

        The first day of a month waits for the month before: a day begins and ends elsewhere at other moments.
        """
        waiting: list[CheckIn] = []
        for name in reversed(self._vault.collections(PREFIX)):
            known = sorted([*self._shelf(name).all(), *waiting], key=_by_time)
            waiting = [check_in for check_in in known if check_in.when < _surely_within(name)]
            yield from reversed(known[len(waiting) :])
        yield from reversed(waiting)

    def _shelf(self, name: str) -> Shelf[CheckIn]:
        note = self._left_out.of("check_in", name)
        return Shelf(self._vault.collection(name).table("check_ins"), CheckIn, note=note)


def _month(when: datetime) -> str:
    return f"{PREFIX}{when:%Y-%m}"


def _surely_within(name: str) -> datetime:
    """From when on no check-in of an earlier month can be, whatever its offset: less than a day, as Python has it."""
    return datetime.fromisoformat(name.removeprefix(PREFIX) + "-01").replace(tzinfo=UTC) + timedelta(days=1)


def _by_time(check_in: CheckIn) -> tuple[datetime, datetime]:
    return check_in.when, check_in.created_at
