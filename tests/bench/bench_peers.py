"""What one durable insert costs here and with what others use, in one run: TinyDB as it is, sealed TinyDB, SQLite, SQLCipher.

Run ``python tests/bench/bench_peers.py [folder]``, on a quiet machine, with a folder on a real disk, after
``pip install -e '.[bench]'``. A peer that is not installed is named as absent. Each insert is a commit of its own and
is synced: SQLite and SQLCipher with ``journal_mode=WAL`` and ``synchronous=FULL``.
"""

import importlib
import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from tinydb import TinyDB  # the path comes first

from tests.bench.bench_vault import DOCUMENT, STORED
from tests.bench.measure import SMALL, Size, Step, bench, floor, race, ranged, say
from tests.vault.disks import fresh_vault

Peer = Callable[[Path, int, ExitStack], Step]
"""Makes a store with so many documents in an empty folder; returns one durable insert. ImportError if it is absent."""


def ours(folder: Path, stored: int, open_until: ExitStack) -> Step:
    """The vault: sealed, durable at each insert."""
    vault = open_until.enter_context(closing(fresh_vault(folder / "vault")))
    return _filled(vault.collection("check_ins"), stored)


def plain_tinydb(folder: Path, stored: int, open_until: ExitStack) -> Step:
    """TinyDB as it comes: one JSON file, not sealed, written whole and synced at each insert."""
    return _filled(open_until.enter_context(TinyDB(folder / "plain.json")), stored)


def sealed_tinydb(folder: Path, stored: int, open_until: ExitStack) -> Step:
    """The sealed TinyDB storage of the package index: one file, sealed whole, written whole and synced at each insert."""
    kind = importlib.import_module("tinydb_encrypted_jsonstorage").EncryptedJSONStorage
    database = TinyDB("passphrase", str(folder / "sealed.db"), storage=kind)
    return _filled(open_until.enter_context(database), stored)


def sqlite(folder: Path, stored: int, open_until: ExitStack) -> Step:
    """SQLite, not sealed."""
    connection = sqlite3.connect(folder / "plain.sqlite", isolation_level=None)
    return _in_sql(open_until.enter_context(closing(connection)), stored)


def sqlcipher(folder: Path, stored: int, open_until: ExitStack) -> Step:
    """SQLCipher, sealed, with a key that needs no derivation."""
    connection = importlib.import_module("sqlcipher3").connect(
        str(folder / "sealed.sqlite"), isolation_level=None
    )
    connection.execute(f"PRAGMA key = \"x'{'5a' * 32}'\"")
    return _in_sql(open_until.enter_context(closing(connection)), stored)


PEERS: dict[str, Peer] = {
    "floor": lambda folder, _stored, open_until: floor(folder, open_until),
    "Holdfast": ours,
    "SQLite, WAL": sqlite,
    "SQLCipher, WAL": sqlcipher,
    "TinyDB": plain_tinydb,
    "tinydb-encrypted-jsonstorage": sealed_tinydb,
}


def _filled(database: TinyDB, stored: int) -> Step:
    table = database.table("check_ins")
    table.insert_multiple(DOCUMENT | {"n": n} for n in range(stored))
    return lambda: table.insert(DOCUMENT)


def _in_sql(connection: Any, stored: int) -> Step:
    for setting in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("CREATE TABLE check_ins (id INTEGER PRIMARY KEY, document TEXT NOT NULL)")
    put = "INSERT INTO check_ins (document) VALUES (?)"
    connection.execute("BEGIN")
    connection.executemany(put, ((json.dumps(DOCUMENT | {"n": n}),) for n in range(stored)))
    connection.execute("COMMIT")
    return lambda: connection.execute(put, (json.dumps(DOCUMENT),))


def compare(folder: Path, stored: int, size: Size) -> list[str]:
    """Print the table for so many stored documents. Returns the names of the peers that are absent."""
    steps: dict[str, Step] = {}
    absent = []
    with ExitStack() as open_until:
        for number, (name, peer) in enumerate(PEERS.items()):
            place = folder / str(number)
            place.mkdir(parents=True)
            try:
                steps[name] = peer(place, stored, open_until)
            except ImportError:
                absent.append(name)
        raced = race(steps, size)
    say(f"{stored:>10,} stored {'':<15}      ms   times the floor       times Holdfast")
    for name in steps:
        times, ahead = ranged(raced.times(name, "floor")), ranged(raced.times(name, "Holdfast"))
        say(f"  {name:<30}{raced.milliseconds(name).middle:8.3f}   {times:<22}{ahead}")
    return absent


def main(arguments: list[str]) -> int:
    """Print all tables."""
    absent: list[str] = []
    with bench("One durable insert, here and elsewhere.", arguments) as (folder, size):
        for stored in STORED if size != SMALL else STORED[:1]:
            absent = compare(folder / str(stored), stored, size)
    for name in absent:
        say(f"absent: {name} (pip install -e '.[bench]')")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
