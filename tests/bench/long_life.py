"""A vault that somebody has used for years, made quickly: one change for each month."""

from datetime import datetime, timedelta
from pathlib import Path

from app.domain.check_in import CheckIn
from app.store.check_in import CheckIns
from app.vault import Disk
from tests.domain.sample import stamp
from tests.session.house import PASSPHRASE, House

A_DAY = 20
"""Check-ins of one day."""

NOTE = "a few words about the day, as long as most are"


def lived(
    folder: Path,
    check_ins: int,
    today: datetime,
    a_day: int = A_DAY,
    *,
    disk: Disk | None = None,
    passphrase: str = PASSPHRASE,
) -> House:
    """Return a house whose last so many check-ins were made up to today, so many a day, and which was kept in order and left.

    Months before this one were one change each; in this one each check-in was saved by itself, as a person does.
    """
    house = House(folder, disk, passphrase=passphrase)
    moment = today - timedelta(days=check_ins / a_day)
    vault = house.session._unlocked.vault
    kept = CheckIns(vault)
    step = timedelta(days=1) / a_day
    while moment < today and not _same_month(moment, today):
        begun = moment
        with vault.change():
            while moment < today and _same_month(moment, begun):
                kept.put(_one(moment))
                moment += step
    while moment < today:
        kept.put(_one(moment))
        moment += step
    house.clock.moment = today
    for _ in house.session.housekeeping.steps():
        pass
    house.session.lock()
    return house


def _one(moment: datetime) -> CheckIn:
    return CheckIn(**stamp(), when=moment, mood=moment.hour % 5 + 1, feelings=("calm", "tired"), note=NOTE)


def _same_month(one: datetime, other: datetime) -> bool:
    return (one.year, one.month) == (other.year, other.month)
