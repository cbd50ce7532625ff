"""Files of another app, and what a person does with them on the way in."""

from pathlib import Path

from app import words
from tests.headless.kit import Headless
from tests.session.house import every_check_in
from tests.ui.screens.house import House, lock

said = words.imports
MOODS = words.check_in.moods

TWO_UNKNOWN = (
    b"full_date,date,weekday,time,mood,activities,note\n"
    b"2026-03-02,March 2,Monday,20:30,fantastic,walk | tea,first\n"
    b"2026-03-03,March 3,Tuesday,20:30,fantastic,walk,second\n"
    b"2026-03-04,March 4,Wednesday,20:30,blergh,,third\n"
    b"2026-03-05,March 5,Thursday,20:30,good,calm,fourth\n"
)


def named(name: str, thing: str) -> str:
    return said.means.format(name=name, level=thing)


def written(folder: Path, raw: bytes, name: str = "daylio.csv") -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


async def look(screen: Headless, file: Path) -> None:
    await screen.go("/settings/import")
    await screen.type(said.file, str(file))
    await screen.tap(said.look)


async def map_moods(screen: Headless, **levels: str) -> None:
    for label, level in levels.items():
        await screen.tap(named(label, level))
    await screen.tap(said.go_on)


async def bring(screen: Headless, file: Path) -> None:
    await look(screen, file)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    await screen.tap(said.bring)


async def leave_and_read(house: House, screen: Headless) -> list[tuple[int | None, str]]:
    """Every check-in, newest first, once the window has let go of the vault."""
    await lock(screen)
    with house.session() as session:
        return [(one.mood, one.note) for one in every_check_in(session)]


async def choose_columns(screen: Headless, **columns: str) -> None:
    for role, heading in columns.items():
        label = said.roles[role]
        if not screen.can_tap(named(label, heading)):
            await screen.tap(named(label, said.no_column))
        await screen.tap(named(label, heading))
