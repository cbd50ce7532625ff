"""What one durable insert costs over its physical floor, and whether saving, unlocking and locking cost more after years.

Run ``python tests/bench/bench_vault.py [folder]``, on a quiet machine, with a folder on a real disk. No key derivation
is in any of the figures: it costs what it is meant to cost.
"""

import statistics
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from app import session as sessions  # the path comes first
from app.session.check_in import RECENT
from tests.bench.long_life import lived
from tests.bench.measure import SMALL, Race, Size, bench, floor, race, ranged, say, timed
from tests.session.house import House
from tests.vault.disks import fresh_vault

STORED = (100, 1_000, 10_000, 150_000)
DOCUMENT = {
    "when": "2026-11-21T07:00:00+01:00",
    "mood": 3,
    "feelings": ["calm", "tired"],
    "note": "a few words",
}
FEW, MANY = 100, 150_000
TODAY = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
FIRST_DAY = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
STEPS = {"unlock": "unlock to Today", "save": "5 check-ins", "tidy": "keep in order", "lock": "lock"}
SAVES, DAYS = 5, 5
"""Check-ins in one try, and tries in one round: few enough that 100 do not become many."""


def insert(folder: Path, stored: int, size: Size) -> Race:
    """Race an insert into a table with so many documents against its floor."""
    folder.mkdir()
    vault = fresh_vault(folder / "vault")
    table = vault.collection("check_ins").table("check_ins")
    for start in range(0, stored, 10_000):
        table.insert_multiple(DOCUMENT | {"n": n} for n in range(start, min(stored, start + 10_000)))
    with ExitStack() as open_until:
        open_until.callback(vault.close)
        return race({"insert": lambda: table.insert(DOCUMENT), "floor": floor(folder, open_until)}, size)


def inserts(folder: Path, size: Size) -> None:
    """Print what an insert costs over its floor, by how much is stored."""
    say("One durable insert; its floor is one seal, one append of 512 bytes and one fsync.")
    say("  stored   insert ms   floor ms   times the floor")
    for stored in STORED if size != SMALL else STORED[:1]:
        raced = insert(folder / str(stored), stored, size)
        times = ranged(raced.times("insert", "floor"))
        mine, theirs = raced.milliseconds("insert").middle, raced.milliseconds("floor").middle
        say(f"{stored:>8,}   {mine:9.3f}   {theirs:8.3f}   {times}")


class Life:
    """One house, and the steps of a day in it that are measured."""

    def __init__(self, house: House) -> None:
        self._house = house

    def unlock(self) -> None:
        """Unlock, up to all that Today shows."""
        self._house.session = self._house._enter(sessions.unlock)
        if len(self._house.session.check_ins.recent) != RECENT:
            raise AssertionError("Today has less to show than it should")

    def save(self) -> None:
        """Save five check-ins."""
        for _ in range(SAVES):
            self._house.clock.turn(minutes=1)
            self._house.session.check_ins.record(mood=3)

    def tidy(self) -> None:
        """Do what the app does by itself while nobody waits: without it the present month would grow and grow."""
        for _ in self._house.session.housekeeping.steps():
            pass

    def lock(self) -> None:
        """Lock."""
        self._house.session.lock()

    def on(self, moment: datetime) -> "Life":
        """Go on at another moment."""
        self._house.clock.moment = moment
        return self


def day(few: Life, many: Life, size: Size) -> dict[str, Race]:
    """Race the steps of some days after few and after many check-ins."""
    found = {name: Race({"few": [], "many": []}) for name in STEPS}
    for _ in range(size.rounds):
        tries: dict[tuple[str, str], list[float]] = {}
        for turn in range(min(size.times, DAYS)):
            lives = [("few", few), ("many", many)]
            for name in STEPS:
                for who, life in lives if turn % 2 else reversed(lives):
                    tries.setdefault((name, who), []).append(timed(getattr(life, name)))
        for (name, who), seconds in tries.items():
            found[name].seconds[who].append(statistics.median(seconds))
    return found


def days(folder: Path, size: Size) -> None:
    """Print what a day costs after years, by what it costs after a few days."""
    stored = MANY if size != SMALL else FEW * 4
    few, many = (Life(lived(folder / name, n, TODAY)) for name, n in (("few", FEW), ("many", stored)))
    say()
    say(
        f"A day with {stored:,} check-ins, in {len(list((folder / 'many').iterdir()))} files, and with {FEW}."
    )
    say(f"{'':<40}{FEW:>6,}: ms   {stored:>8,}: ms   times as long")
    for when, moment in (("", TODAY), (", on the first of a month", FIRST_DAY)):
        raced = day(few.on(moment), many.on(moment), size)
        for name, what in STEPS.items():
            one = raced[name]
            little, much = one.milliseconds("few").middle, one.milliseconds("many").middle
            say(f"{what + when:<40}{little:10.2f}   {much:12.2f}   {ranged(one.times('many', 'few'))}")


def main(arguments: list[str]) -> int:
    """Print all tables."""
    with bench("The vault's own cost.", arguments) as (folder, size):
        inserts(folder, size)
        days(folder, size)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
