"""Malformed files make a notice or one of our errors, in bounded time and memory, whoever wrote them."""

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.vault import VaultError
from app.vault.frames import Kind, Sealer, dumps, folded, read_headers
from tests.faults.amount import amount, tried
from tests.faults.history import FOLDER
from tests.faults.locked import LOGS, MARKS, PASSPHRASE, disk_with, file_of, newest, seen, whole
from tests.faults.malformed import KINDS, judge
from tests.vault.disks import unlocked

EXAMPLES = amount(100, 500, 3_000)
SECONDS = amount(0, 8, 60)
RUNS = amount(300, 2_000, 40_000)

patches = st.lists(
    st.tuples(st.integers(0, 0xFFFF), st.integers(0, 255), st.binary(max_size=40)).map(
        lambda patch: patch[0].to_bytes(2, "little") + bytes([patch[1], len(patch[2])]) + patch[2]
    ),
    max_size=6,
).map(b"".join)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=4)
    | st.sampled_from(["p", "d", "c", "x", "marks"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@pytest.mark.parametrize("repaired", [False, True], ids=["as it is", "checksums made good"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_malformed_file_makes_a_notice_or_an_error_of_ours(kind: str, repaired: bool) -> None:
    first = bytes([KINDS.index(kind) + 128 * repaired])

    @settings(max_examples=EXAMPLES, deadline=None, database=None)
    @given(patches)
    def each(data: bytes) -> None:
        assert judge(first + data) == kind
        tried["malformed files"] += 1

    each()


@cache
def _sealer(name: str) -> tuple[Sealer, int, bytes]:
    """What seals another frame to the end of a collection's file; that frame's number, and what it links to."""
    vault = unlocked(FOLDER, PASSPHRASE, disk_with(newest()))
    raw = newest()[file_of(name)]
    header = read_headers(raw, vault._folder.keys.vault_id)[0]
    log, _ = vault._open.look(name)
    return Sealer(vault._folder.keys, name, header), log.last + 1, log.tag


@settings(max_examples=EXAMPLES, deadline=None, database=None)
@given(st.sampled_from(Kind), values)
def test_a_frame_that_was_sealed_with_anything_in_it_makes_a_notice_or_an_error_of_ours(
    kind: Kind, value: object
) -> None:
    """As a newer version may, or one with a fault: the key is right, and what is sealed is not."""
    sealer, number, link = _sealer("frames")
    name = file_of("frames")
    frame = sealer.seal(kind, number, link, dumps(value))
    try:
        shown, told = seen(newest() | {name: newest()[name] + frame})
    except VaultError:
        return
    assert {other: shown[other] for other in LOGS if other != "frames"} == {
        other: whole()[other] for other in LOGS if other != "frames"
    }
    assert told.keys() <= {"frames"}
    tried["frames sealed with anything in them"] += 1


@settings(max_examples=EXAMPLES, deadline=None, database=None)
@given(st.sampled_from(["frames", MARKS]), values)
def test_a_state_of_anything_makes_a_notice_or_an_error_of_ours(name: str, value: object) -> None:
    keys = unlocked(FOLDER, PASSPHRASE, disk_with(newest()))._folder.keys
    _, _, raw = folded(keys, name, 99, value)
    try:
        shown, _ = seen(newest() | {file_of(name): raw})
    except VaultError:
        return
    assert shown["folded"] == whole()["folded"]
    tried["states of anything"] += 1


def test_malformed_files_take_bounded_time_and_memory() -> None:
    """In a process of its own, which the system ends if it takes more (fuzz.py says how much)."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.fuzz", str(SECONDS), str(RUNS)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    runs = re.search(r"number_of_executed_units: (\d+)|Done (\d+) runs at random", done.stderr)
    assert runs is not None
    guided, at_random = runs.groups()
    tried["malformed files, guided by coverage (atheris)" if guided else "malformed files at random"] += int(
        guided or at_random
    )
