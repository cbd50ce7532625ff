"""Wrong tries are counted beside the vault and outlive a restart; clocks neither skip the wait nor stretch it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.wrong_tries import LONGEST_WAIT_SECONDS, WrongTries
from app.session.tries import TooSoonError, Tries
from app.store import settings
from app.store.settings import FILE_NAME, Settings, ThemeChoice

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


class Times:
    """A wall clock that can be set, and ticks that only grow."""

    def __init__(self) -> None:
        self.wall, self.ticks = NOW, 1000.0

    def pass_by(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.ticks += seconds

    def tries(self, folder: Path) -> Tries:
        return Tries(folder, clock=lambda: self.wall, ticks=lambda: self.ticks)


def wrong(tries: Tries, times: int) -> None:
    for _ in range(times):
        tries.was_wrong()


def test_the_fifth_wrong_try_makes_the_next_one_wait(tmp_path: Path) -> None:
    times = Times()
    tries = times.tries(tmp_path)
    wrong(tries, 4)
    tries.refuse_early()
    wrong(tries, 1)
    with pytest.raises(TooSoonError) as refused:
        tries.refuse_early()
    assert refused.value.seconds == 5
    times.pass_by(5)
    tries.refuse_early()


def test_the_count_and_the_wait_outlive_a_restart(tmp_path: Path) -> None:
    times = Times()
    wrong(times.tries(tmp_path), 8)
    times.pass_by(10)
    again = times.tries(tmp_path)
    assert again.wait_seconds == 50
    wrong(again, 1)
    assert times.tries(tmp_path).wait_seconds == 120


def test_opening_it_forgets_the_wrong_tries(tmp_path: Path) -> None:
    times = Times()
    tries = times.tries(tmp_path)
    wrong(tries, 9)
    tries.was_right()
    assert tries.wait_seconds == 0
    wrong(tries, 1)
    assert times.tries(tmp_path).wait_seconds == 0


def test_a_wall_clock_that_is_set_while_it_runs_changes_nothing(tmp_path: Path) -> None:
    times = Times()
    tries = times.tries(tmp_path)
    wrong(tries, 10)
    for by in (timedelta(days=1), timedelta(days=-900)):
        times.wall += by
        assert tries.wait_seconds == LONGEST_WAIT_SECONDS
    times.ticks += LONGEST_WAIT_SECONDS
    assert tries.wait_seconds == 0


def test_after_a_restart_a_clock_that_was_set_back_costs_one_wait_and_no_more(tmp_path: Path) -> None:
    times = Times()
    wrong(times.tries(tmp_path), 10)
    times.wall -= timedelta(days=3650)
    again = times.tries(tmp_path)
    assert again.wait_seconds == LONGEST_WAIT_SECONDS
    times.pass_by(LONGEST_WAIT_SECONDS)
    assert again.wait_seconds == 0


def test_another_window_counts_too(tmp_path: Path) -> None:
    times = Times()
    one, other = times.tries(tmp_path), times.tries(tmp_path)
    wrong(one, 6)
    assert other.wait_seconds == 15


def test_what_cannot_be_written_is_still_counted(tmp_path: Path) -> None:
    (tmp_path / "vault").write_text("a file where the folder should be")
    tries = Times().tries(tmp_path / "vault")
    wrong(tries, 5)
    assert tries.wait_seconds == 5


def test_settings_and_wrong_tries_leave_each_other_alone(tmp_path: Path) -> None:
    settings.save(tmp_path, Settings(theme=ThemeChoice.DARK, region="PT"))
    wrong(Times().tries(tmp_path), 5)
    assert settings.load(tmp_path) == Settings(theme=ThemeChoice.DARK, region="PT")
    settings.save(tmp_path, Settings(region="FR"))
    assert settings.load_tries(tmp_path) == WrongTries(count=5, last=NOW)


@pytest.mark.parametrize(
    ("count", "at"),
    [(-1, 5), (100, 5), (True, 5), ("5", 5), (5, "5"), (5, -1), (5, 2**40), (5.0, 5), (None, None), ([], {})],
)
def test_an_impossible_count_is_none(tmp_path: Path, count: object, at: object) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"wrong_tries": count, "wrong_try_at": at}), "utf-8")
    assert settings.load_tries(tmp_path) == WrongTries()
