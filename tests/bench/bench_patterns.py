"""What the pictures cost after years: the first picture, which may not grow with them, and all of everything, which may.

Run ``python tests/bench/bench_patterns.py [folder]``, on a quiet machine, with a folder on a real disk. All vaults have
20 check-ins a day, so that more check-ins are more years. Everything is timed once as it is after an import, when
digests of closed months are missing, and then as it is ever after.
"""

import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from app.domain.digest import together  # the path comes first
from app.session import Session
from app.session.patterns import Period, since
from app.session.pictures import pictures
from app.ui.screens.patterns import FIRST_MONTHS
from tests.bench.long_life import lived
from tests.bench.measure import SMALL, Size, bench, race, ranged, say, timed

STORED = (1_000, 22_000, 150_000)
TODAY = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)


def main(arguments: list[str]) -> int:
    """Print the table."""
    with bench((__doc__ or "").splitlines()[0], arguments) as (folder, size):
        measured(folder, size)
    return 0


def measured(folder: Path, size: Size) -> None:
    """Race the same looks over vaults of several sizes."""
    few = STORED[0]
    sizes = STORED[:1] if size == SMALL else STORED
    houses = {stored: lived(folder / str(stored), stored, TODAY) for stored in sizes}
    sessions = {stored: house.reopen() for stored, house in houses.items()}
    cold = {stored: timed(partial(look, one, Period.EVERYTHING)) for stored, one in sessions.items()}
    say(f"Pictures of check-ins; ratios are over {few:,} stored.")
    say("  stored   what                           ms   times")
    for what, months, period in (
        ("first picture of everything", FIRST_MONTHS, Period.EVERYTHING),
        ("last 4 weeks", None, Period.WEEKS),
        ("last 12 months", None, Period.YEAR),
        ("everything", None, Period.EVERYTHING),
    ):
        tries = {str(stored): partial(look, one, period, months) for stored, one in sessions.items()}
        raced = race({**tries}, size._replace(times=min(size.times, 20)))
        for stored in sizes:
            took = raced.milliseconds(str(stored)).middle
            say(f"{stored:>8,}   {what:27} {took:8.1f}   {ranged(raced.times(str(stored), str(few)))}")
    for stored in sizes:
        say(f"{stored:>8,}   everything, counted anew    {cold[stored] * 1000:8.1f}")
    for session in sessions.values():
        session.lock()


def look(session: Session, period: Period, months: int | None = None) -> None:
    """Count and word what the screen shows of a period, or of so many of its newest months."""
    verbs, today = session.patterns, TODAY.date()
    digests = []
    for month in verbs.look(period):
        assert month.digest is not None  # every month of the bench can be read
        digests.append(month.digest)
        if month.done == months:
            break
    pictures(together(digests), since(period, today), today, name=verbs.name, level=verbs.level)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
