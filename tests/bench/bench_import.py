"""Whether a large import takes longer for each row than a small one, and how much memory it takes: python
tests/bench/bench_import.py [folder], on a quiet machine.

Each try is a process of its own over a vault of its own, with all of the app loaded, as it is when a person imports. Its
memory is the most it ever had in use, which Linux alone tells.
"""

import statistics
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from app.imports.read import MOST_BYTES  # the path comes first
from app.session.import_rows import Choices
from app.ui.app import application
from tests.bench.measure import SMALL, Size, bench, figure, ranged, say, timed
from tests.session.house import House

FEW, MANY = 1_500, 150_000
A_DAY = 20
TODAY = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
MOODS = ("rad", "good", "meh", "bad", "fizzy")
LEVELS = Choices(levels={"fizzy": 4})
NAMES = tuple(f"thing {n}" for n in range(60))
HEAD = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
STEPS = ("look", "bring", "take back")


class Told(NamedTuple):
    """What one try took: the most memory in MiB, and seconds for each of STEPS."""

    memory: float
    seconds: tuple[float, ...]


def write_table(file: Path, rows: int) -> None:
    """Write a table as Daylio does, with so many check-ins up to today."""
    step = timedelta(days=1) / A_DAY
    with file.open("w", encoding="utf-8") as out:
        out.write(HEAD)
        for n in range(rows, 0, -1):
            when = TODAY - n * step
            names = " | ".join(NAMES[(n * k) % len(NAMES)] for k in (1, 7, 11))
            day = f"{when:%Y-%m-%d},{when:%B} {when.day},{when:%A},{when:%H:%M}"
            out.write(f'{day},{MOODS[n % 5]},{names},,,"a few words about the day, number {n}"\n')
    if file.stat().st_size > MOST_BYTES:
        raise AssertionError("the table is larger than what is read")


def one_try(folder: Path, file: Path) -> Told:
    """Bring a table in, in this process, and take it back; without rows, do nothing but be there."""
    application(folder / "none", clock=lambda: TODAY, chance=bytes)  # all of it is loaded
    house = House(folder)
    house.clock.moment = TODAY
    imports = house.session.imports
    if not file.stat().st_size:
        return Told(_most_memory(), ())
    look = timed(lambda: imports.preview(file, LEVELS))
    bring = timed(lambda: imports.bring(file, file.name, LEVELS))
    most = _most_memory()
    take_back = timed(lambda: imports.undo(imports.all[0]))
    house.session.lock()
    return Told(most, (look, bring, take_back))


def _most_memory() -> float:
    """The most memory this process had in use, in MiB; 0 where nobody tells."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:"))


def in_a_process(folder: Path, file: Path) -> Told:
    """One try in a process of its own."""
    told = subprocess.run(
        [sys.executable, __file__, "--one", str(folder), str(file)],
        capture_output=True,
        check=True,
        text=True,
    )
    memory, *seconds = map(float, told.stdout.split())
    return Told(memory, tuple(seconds))


def compare(folder: Path, few: int, many: int, size: Size) -> None:
    """Print what both sizes cost, round by round, in turns."""
    tries: dict[int, list[Told]] = {0: [], few: [], many: []}
    for rows in tries:
        file = folder / f"{rows}.csv"
        file.touch() if not rows else write_table(file, rows)
    for turn in range(size.rounds):
        for rows, told in tries.items():
            told.append(in_a_process(folder / f"vault-{rows}-{turn}", folder / f"{rows}.csv"))
    times = many / few
    say(f"An import of {many:,} rows, by one of {few:,} rows {times:,.0f} times.")
    say(f"{'':<12}{few:>8,}: s   {many:>9,}: s   times as long for each row")
    for place, step in enumerate(STEPS):
        little, much = ([one.seconds[place] for one in tries[rows]] for rows in (few, many))
        ratio = figure([more / (less * times) for less, more in zip(little, much, strict=True)])
        say(
            f"{step:<12}{statistics.median(little):>11.2f}   {statistics.median(much):>12.2f}   {ranged(ratio)}"
        )
    say()
    empty = [one.memory for one in tries[0]]
    say(f"The most memory, by that of the app over an empty vault ({statistics.median(empty):.0f} MiB).")
    for rows in (few, many):
        mine = [one.memory for one in tries[rows]]
        ratio = figure([more / less if less else 0.0 for less, more in zip(empty, mine, strict=True)])
        say(f"{rows:>12,} rows  {statistics.median(mine):>6.0f} MiB   {ranged(ratio)}")


def main(arguments: list[str]) -> int:
    """Print all tables; with ``--one`` do one try and print its figures."""
    if arguments[:1] == ["--one"]:
        told = one_try(Path(arguments[1]), Path(arguments[2]))
        say(" ".join(map(str, (told.memory, *told.seconds))))
        return 0
    with bench("What an import costs.", arguments) as (folder, size):
        few, many = (15, 60) if size == SMALL else (FEW, MANY)
        compare(folder, few, many, size)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
