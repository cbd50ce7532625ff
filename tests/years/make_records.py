"""Another golden vault: ``python -m tests.years.make_records`` makes the next of ``tests/golden/records-*``.

Beside it come to lie what is in it, as JSON, and a backup of it. The content is the same each time: times, ids and words
are fixed. Keys and salts are new, as in any vault. What is there already is never written again: ``SHA256SUMS`` holds the sums.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.session import Session
from app.store.everything import everything
from app.store.record import to_whole_record
from app.store.settings import Settings
from app.store.stem import STEMS
from tests.session.house import MORNING, House
from tests.years.every_field import fill, kept
from tests.years.goldens import FOLDER, RECORDS, write_sums


def told(session: Session) -> dict[str, Any]:
    """Everything in a session as an export says it, and what no export has."""
    vault = session._unlocked.vault
    said: dict[str, Any] = json.loads(b"".join(everything(vault, Settings(), MORNING)))
    for stem in STEMS:
        if not stem.exported:
            said[stem.name] = [to_whole_record(value) for _, _, value, _ in kept(vault, stem)]
    return said


def make(folder: Path, backup: Path) -> dict[str, Any]:
    """Make a vault with every field of every kind in a folder, and a backup of it. Returns what is in it."""
    house = House(folder)
    with TemporaryDirectory() as beside:
        fill(house.session, Path(beside))
    session = house.come_back()
    said = told(session)
    session.backups.make(backup)
    session.lock()
    (folder / "lock").unlink()
    return said


if __name__ == "__main__":
    number = 1 + max(int(name.removeprefix("records-")) for name in RECORDS)
    vault = FOLDER / f"records-{number}"
    said = make(vault, FOLDER / f"backup-{number}.sealed")
    with vault.with_suffix(".json").open("x", encoding="utf-8") as file:
        file.write(json.dumps(said, indent=1, sort_keys=True) + "\n")
    write_sums()
    sys.stdout.write(f"{vault.name}\n")
