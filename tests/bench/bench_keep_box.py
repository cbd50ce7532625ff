"""Whether unlocking, saving a check-in and locking cost more where things in the keep box have photos, and what a photo costs.

Run ``python tests/bench/bench_keep_box.py [folder]``, on a quiet machine, with a folder on a real disk. No key derivation
is in any of the figures.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from app import session as sessions  # the path comes first
from app.domain.keep_item import Medium
from app.store.keep_item import kept_file
from tests.bench.measure import SMALL, Race, Size, bench, race, ranged, say
from tests.session.house import House
from tests.session.lived_in import move_in

MANY, FEW = 200, 2
PHOTO_BYTES = 1 << 20
_PIECE = bytes(1 << 16)


def lived(folder: Path, things: int, *, photos: bool) -> House:
    """A house that is lived in, with so many things in the keep box, each with a photo of one MiB or each without."""
    house = House(folder)
    move_in(house.session)
    for number in range(things):
        if photos:
            put_in(house, f"Photo {number}")
        else:
            house.session.keep_items.add(name=f"Photo {number}")
    for _ in house.session.housekeeping.steps():
        pass
    house.come_back()
    return house


def put_in(house: House, name: str) -> None:
    """Keep one photo of one MiB."""
    pieces = (_PIECE for _ in range(PHOTO_BYTES // len(_PIECE)))
    sealed = house.session._unlocked.vault.files.keep(pieces)
    house.session.keep_items.add(name=name, file=kept_file(sealed, Medium.PNG))


def unlock(house: House) -> Callable[[], None]:
    """Lock, then unlock up to all that is remembered: the time of both."""

    def once() -> None:
        house.session.lock()
        house.session = house._enter(sessions.unlock)

    return once


def save(house: House) -> Callable[[], None]:
    """Save one check-in."""

    def once() -> None:
        house.clock.turn(minutes=1)
        house.session.check_ins.record(mood=3)

    return once


STEPS: dict[str, Callable[[House], Callable[[], None]]] = {"save a check-in": save, "lock and unlock": unlock}


def _show(name: str, raced: Race) -> None:
    with_them, without = raced.milliseconds("with").middle, raced.milliseconds("without").middle
    say(f"{name:<18}   {without:10.3f}   {with_them:10.3f}   {ranged(raced.times('with', 'without'))}")


def compared(folder: Path, size: Size) -> tuple[House, House]:
    """Print what each step costs with and without photos."""
    things = FEW if size == SMALL else MANY
    with_them, without = (lived(folder / str(photos), things, photos=photos) for photos in (True, False))
    say(f"With {things} photos of {PHOTO_BYTES >> 20} MiB, against as many things in words; aim: 1.1 times.")
    say("step                 without ms      with ms   times")
    tries = size if size == SMALL else Size(size.rounds, 15)
    for name, step in STEPS.items():
        _show(name, race({"with": step(with_them), "without": step(without)}, tries))
    return with_them, without


def of_a_photo(house: House, folder: Path, size: Size) -> None:
    """Print what keeping a photo costs over writing as many bytes, and what showing it does over reading them."""
    plain = folder / "plain"

    def write() -> None:
        with plain.open("wb") as file:
            for _ in range(PHOTO_BYTES // len(_PIECE)):
                file.write(_PIECE)
            file.flush()
            os.fsync(file.fileno())

    write()
    kept = next(one.file for one in house.session.keep_items.all if one.file is not None)
    tries = size if size == SMALL else Size(size.rounds, 10)
    keep = race({"with": lambda: put_in(house, "One more"), "without": write}, tries)
    show = race({"with": lambda: house.session.keep_items.content(kept), "without": plain.read_bytes}, tries)
    say()
    say(f"One photo of {PHOTO_BYTES >> 20} MiB, sealed, against the same bytes as they are.")
    say("step                   plain ms    sealed ms   times")
    _show("keep it", keep)
    _show("open it", show)


def main(arguments: Sequence[str]) -> int:
    """Print the tables."""
    with bench(__doc__ or "", arguments) as (folder, size):
        with_them, without = compared(folder, size)
        of_a_photo(with_them, folder, size)
        for house in (with_them, without):
            house.session.lock()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
