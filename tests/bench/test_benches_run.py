"""The benches run. What they measure is for people to read on a quiet machine, and nothing here looks at a time."""

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.bench import (
    bench_history,
    bench_import,
    bench_keep_box,
    bench_map,
    bench_memory,
    bench_patterns,
    bench_peers,
    bench_start,
    bench_vault,
    measure,
)
from tests.bench.measure import Race, Size, figure, race
from tests.browser.conftest import NO_BROWSER, chromium


def test_the_bench_of_the_vault_prints_its_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_vault.main(["--small", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for line in ("One durable insert", "A day with", "unlock to Today", "on the first of a month"):
        assert line in said
    assert list(tmp_path.iterdir()) == []


def test_the_bench_of_pictures_prints_its_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_patterns.main(["--small", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for line in ("first picture of everything", "last 12 months", "everything, counted anew"):
        assert line in said
    assert list(tmp_path.iterdir()) == []


def test_the_bench_of_looking_back_prints_its_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench_history.main(["--small", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for line in ("opening the days", "jumping to the day", "first page of a search", "opening a year"):
        assert line in said
    assert list(tmp_path.iterdir()) == []


def test_the_bench_of_imports_prints_its_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_import.main(["--small", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for line in ("An import of 60 rows", "look", "bring", "take back", "The most memory"):
        assert line in said
    assert list(tmp_path.iterdir()) == []


def test_the_bench_of_the_keep_box_prints_its_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench_keep_box.main(["--small", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for line in ("With 2 photos of 1 MiB", "save a check-in", "lock and unlock", "keep it", "open it"):
        assert line in said
    assert list(tmp_path.iterdir()) == []


def test_the_bench_of_the_map_prints_its_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_map.main(["--small", "--no-browser", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for line in ("arranging 60", "drawing 60", "a move of a drag"):
        assert line in said
    assert list(tmp_path.iterdir()) == []


def test_the_bench_of_the_start_prints_what_is_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench_start.main(["--small", "--no-browser", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for line in ("until the server answers", "empty app, plain Flet", "unlock screen", "first screen"):
        assert line in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(chromium() is None, reason=NO_BROWSER)
def test_the_benches_of_the_start_and_of_the_memory_print_what_is_seen_in_a_browser(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench_start.main(["--small", str(tmp_path)]) == 0
    assert bench_memory.main(["--small", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for line in ("first paint, cold cache", "first paint, warm cache", "unlocked, at Today", "locked again"):
        assert line in said
    assert list(tmp_path.iterdir()) == []


def test_the_bench_of_peers_names_those_that_are_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(folder: Path, stored: int, open_until: ExitStack) -> measure.Step:
        raise ImportError

    monkeypatch.setitem(bench_peers.PEERS, "SQLCipher, WAL", gone)
    assert bench_peers.main(["--small", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for peer in ("Holdfast", "SQLite, WAL", "TinyDB", "absent: SQLCipher, WAL"):
        assert f"{peer}" in said


def test_a_disk_that_is_only_memory_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measure, "in_memory", lambda _: True)
    with pytest.raises(SystemExit):
        bench_vault.main([str(tmp_path)])
    assert "only memory" in capsys.readouterr().err


def test_all_try_in_turn_and_a_slow_one_has_fewer_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def half_of_the_budget(step: measure.Step) -> float:
        step()
        return measure.BUDGET_SECONDS / 2

    monkeypatch.setattr(measure, "timed", half_of_the_budget)
    race({"one": lambda: tried.append("one"), "other": lambda: tried.append("other")}, Size(2, 9))
    assert tried == ["one", "other", "other", "one"] * 2


def test_a_ratio_is_of_rounds_and_has_its_spread() -> None:
    raced = Race({"one": [2.0, 9.0, 4.0], "other": [1.0, 3.0, 4.0]})
    assert raced.times("one", "other") == (2.0, 1.0, 3.0)
    assert figure([5.0]) == (5.0, 5.0, 5.0)
