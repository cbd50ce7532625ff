"""Which of the backups in a folder are kept: the newest, and one for each of the last days, weeks and months."""

import re
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from app.vault.backup_frames import is_newer
from app.vault.disk import Disk

DAYS = 7
WEEKS = 4
MONTHS = 12

_NAME = re.compile(r"copy-(\d{8}-\d{6})Z\.sealed", re.ASCII)
_MOMENT = "%Y%m%d-%H%M%S"

_PERIODS: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
    (DAYS, lambda day: day),
    (WEEKS, lambda day: day.isocalendar()[:2]),
    (MONTHS, lambda day: (day.year, day.month)),
)


def backup_name(moment: datetime) -> str:
    """Return the name of a backup made at a moment that carries its offset. It tells the time, in UTC, and nothing else."""
    return f"copy-{moment.astimezone(UTC):{_MOMENT}}Z.sealed"


def made_at(name: str) -> datetime | None:
    """Return when a backup of that name was made, or None for any other name."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        return datetime.strptime(f"{match[1]} +0000", f"{_MOMENT} %z")
    except ValueError:
        return None


def superseded(names: Iterable[str]) -> tuple[str, ...]:
    """Return those names that can go, sorted. Names that are not of our making are never among them.

    Kept are the newest of each of the last 7 days, 4 ISO weeks and 12 months that have one; days are those of UTC.
    Gaps do not count: whoever makes one a month has twelve months of them.
    """
    made = {name: moment for name in names if (moment := made_at(name)) is not None}
    newest_first = sorted(made, key=lambda name: made[name], reverse=True)
    kept: set[str] = set()
    for most, period in _PERIODS:
        newest_of: dict[Hashable, str] = {}
        for name in newest_first:
            newest_of.setdefault(period(made[name].date()), name)
        kept.update(list(newest_of.values())[:most])
    return tuple(sorted(made.keys() - kept))


def thin_out(folder: Path, made: Iterable[str], *, disk: Disk | None = None) -> tuple[str, ...]:
    """Remove the superseded ones of the backups that were ``made`` here; returns the names of those that are gone.

    Others in the folder do not count: another device may keep its own there. To be called only after a newer one was
    made of a vault that was sound. One of a newer version stays: what is in it cannot be told. So does one that cannot
    be removed; a folder that cannot be read is left alone.
    """
    disk = disk or Disk()
    gone = []
    with suppress(OSError):
        there = set(disk.names(folder))
        for name in superseded(there.intersection(made)):
            if is_newer(disk, folder / name):
                continue
            disk.remove(folder / name)
            gone.append(name)
    return tuple(gone)
