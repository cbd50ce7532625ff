"""Whether looking back costs more after years: python tests/bench/bench_history.py [folder], on a quiet machine.

Each step is what the screen does up to the controls it hands to Flet, without a window. Months are read from the disk
each time; what was counted for a year is kept, and the first time, when it is not, is told by itself.
"""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from app import session as sessions  # the path comes first
from app.domain.history import Wanted
from app.session import Session
from app.ui.screens.history_month import month
from app.ui.screens.history_reading import PAGE, Reading, Start
from app.ui.screens.history_rows import rows
from app.ui.screens.history_year import year
from app.ui.widgets.year import month_line
from tests.bench.long_life import lived
from tests.bench.measure import SMALL, Size, bench, race, ranged, say, timed
from tests.session.house import House

SIZES = {"100": (100, 20), "1,000": (1_000, 20), "22,000": (22_000, 20), "150,000": (150_000, 20)}
YEARS = {
    "1,000, 3 a day": (1_000, 3),
    "22,000, 3 a day": (22_000, 3),
    "7,000, 20 a day": (7_000, 20),
    "150,000, 20 a day": (150_000, 20),
}
"""Two by two with the same rate: a year of 20 a day has more marks than one of 3, however many years came before."""

AGAINST = "1,000"
TODAY = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
WIDTH = 358.0


class Life:
    """One house with so many check-ins, so many a day, and the steps that are measured in it."""

    def __init__(self, house: House, days: float) -> None:
        self._house, self._days = house, days
        house.session = house._enter(sessions.unlock)

    @property
    def session(self) -> Session:
        """The unlocked vault."""
        return self._house.session

    @property
    def middle(self) -> date:
        """The day in the middle of all of it."""
        return (TODAY - timedelta(days=self._days / 2)).date()

    def _page(self, start: Start, wanted: Wanted | None = None) -> None:
        reading = Reading(self.session, wanted or Wanted(), start)
        while not reading.over:
            reading.step()
        found = reading.taken()
        if len(found) != PAGE:
            raise AssertionError("a page has less to show than it should")
        rows(self.session, found, None, lambda _: None)

    def days(self) -> None:
        """Open the days."""
        self._page(Start())

    def jump(self) -> None:
        """Jump to the day in the middle."""
        self._page(Start(day=self.middle))

    def search(self) -> None:
        """Find the first page of what is said in every note."""
        self._page(Start(), Wanted(words="most the day"))

    def month(self) -> None:
        """Open the month in the middle."""
        month(self.session, self.middle.replace(day=1), 0)

    def year(self) -> None:
        """Open this year and draw its lines."""
        for line in year(self.session, TODAY.year):
            month_line(line.marks, WIDTH, mirrored=False)


def compare(lives: dict[str, Life], step: str, what: str, against: str, size: Size) -> None:
    """Print what a step costs in each life, and how many times that is what it costs in one of them."""
    contenders: dict[str, Callable[[], object]] = {name: getattr(life, step) for name, life in lives.items()}
    raced = race(contenders, size)
    say()
    say(f"{what:<40}{'ms':>8}   times as long as {against}")
    for name in lives:
        say(f"{name:<40}{raced.milliseconds(name).middle:8.2f}   {ranged(raced.times(name, against))}")


def main(arguments: list[str]) -> int:
    """Print all tables."""
    with bench("Looking back.", arguments) as (folder, size):
        few = size == SMALL
        sizes = {name: (min(n, 1_000), a_day) for name, (n, a_day) in SIZES.items()} if few else SIZES
        years = {name: (min(n, 1_000), a_day) for name, (n, a_day) in YEARS.items()} if few else YEARS
        lives = {
            name: Life(lived(folder / name, n, TODAY, a_day), n / a_day) for name, (n, a_day) in sizes.items()
        }
        say("20 check-ins a day; what matters is how many there are before.")
        for step, what in (
            ("days", "opening the days"),
            ("jump", "jumping to the day in the middle"),
            ("search", "first page of a search"),
            ("month", "opening the month in the middle"),
        ):
            compare(lives, step, what, AGAINST, size)
        in_years = {
            name: Life(lived(folder / f"y {name}", n, TODAY, a_day), n / a_day)
            for name, (n, a_day) in years.items()
        }
        say()
        for name, life in in_years.items():
            say(f"the first look at a year, counted anew, {name}: {timed(life.year) * 1000:.1f} ms")
        names = list(in_years)
        for pair in (names[:2], names[2:]):
            compare({name: in_years[name] for name in pair}, "year", "opening a year", pair[0], size)
        for life in (*lives.values(), *in_years.values()):
            life.session.lock()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
