"""A disk that refuses: each call of each verb fails once, and where the verb raises nothing has changed."""

import errno
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.vault import DiskFull, ReadOnly, VaultError
from tests.session.house import House, every_check_in, remembered, sealed
from tests.session.lived_in import FIRST, LATER, Act, move_in
from tests.vault.disks import ModelDisk

FOLDER = Path("/modelled")
VERBS = FIRST | LATER


@cache
def _files(*, lived_in: bool) -> dict[str, bytes]:
    disk = ModelDisk()
    house = House(FOLDER, disk)
    if lived_in:
        move_in(house.session)
    house.session.lock()
    return disk.files()


class _Try:
    """A verb about to be done in a session on a disk of its own, and all that was there before."""

    def __init__(self, verb: str, *, lived_in: bool) -> None:
        self.disk = ModelDisk()
        for name, content in _files(lived_in=lived_in).items():
            self.disk.put(name, content)
        self.house = House(FOLDER, self.disk, seed=2)
        self.house.clock.turn(hours=1)
        self.act: Act = VERBS[verb](self.house.session)
        self.before = self._all()

    def done_with(self, *, call: int, number: int) -> VaultError | None:
        """Do it while one call to the disk fails. Returns what was raised."""
        self.disk.errno, self.disk.fail_at = number, self.disk.calls + call
        try:
            self.act()
        except VaultError as error:
            return error
        finally:
            self.disk.fail_at = 0
        return None

    def nothing_has_changed(self) -> None:
        assert self._all() == self.before

    def next_save_works(self) -> None:
        check_in = self.house.session.check_ins.record(mood=3)
        expected = remembered(self.house.session)
        assert expected["check_ins"][0] == check_in
        assert {**expected, "check_ins": ()} == {**self.before[0], "check_ins": ()}
        assert remembered(self.house.come_back()) == expected

    def nothing_is_saved_until_reopened(self) -> None:
        with pytest.raises(ReadOnly):
            self.house.session.check_ins.record(mood=3)
        self.nothing_has_changed()
        with suppress(ReadOnly):  # what was being typed cannot be sealed any more
            self.house.session.lock()
        again = House(FOLDER, self.disk, seed=3).session
        assert (remembered(again), every_check_in(again)) == self.before[1:]
        again.check_ins.record(mood=3)
        again.lock()

    def stays_done(self) -> None:
        expected = remembered(self.house.session)
        assert remembered(self.house.come_back()) == expected

    def _all(self) -> tuple[dict[str, Any], dict[str, Any], tuple[Any, ...]]:
        session = self.house.session
        return remembered(session), sealed(session), every_check_in(session)


def _calls(verb: str, *, lived_in: bool) -> int:
    tried = _Try(verb, lived_in=lived_in)
    calls = tried.disk.calls
    tried.act()
    assert tried._all() != tried.before
    return tried.disk.calls - calls


def _refused(
    verb: str, number: int, kind: type[VaultError], afterwards: Callable[[_Try], None], *, lived_in: bool
) -> None:
    raised = 0
    for call in range(1, _calls(verb, lived_in=lived_in) + 1):
        tried = _Try(verb, lived_in=lived_in)
        error = tried.done_with(call=call, number=number)
        if error is None:
            tried.stays_done()
            continue
        raised += 1
        assert isinstance(error, kind)
        tried.nothing_has_changed()
        afterwards(tried)
    assert raised >= 2, "a write and a sync at least"


@pytest.mark.parametrize("verb", VERBS)
def test_a_full_disk_changes_nothing_and_the_next_save_works(verb: str) -> None:
    _refused(verb, errno.ENOSPC, DiskFull, _Try.next_save_works, lived_in=True)


@pytest.mark.parametrize("verb", VERBS)
def test_a_disk_that_fails_changes_nothing_and_nothing_is_saved_until_reopened(verb: str) -> None:
    _refused(verb, errno.EIO, ReadOnly, _Try.nothing_is_saved_until_reopened, lived_in=True)


@pytest.mark.parametrize("verb", FIRST)
def test_nor_does_it_when_the_verb_is_the_first_of_its_kind(verb: str) -> None:
    _refused(verb, errno.ENOSPC, DiskFull, _Try.next_save_works, lived_in=False)
    _refused(verb, errno.EIO, ReadOnly, _Try.nothing_is_saved_until_reopened, lived_in=False)
