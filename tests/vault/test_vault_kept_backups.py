"""Which backups are kept: pinned by properties, over any history of backups."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.vault.kept_backups import DAYS, MONTHS, WEEKS, backup_name, made_at, superseded, thin_out

START = datetime(2026, 1, 1, tzinfo=UTC)
MOMENTS = st.lists(
    st.integers(0, 900 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes)), unique=True
)


def _kept(names: set[str]) -> set[str]:
    return names - set(superseded(names))


def _month(name: str) -> str:
    return name[5:11]


@given(MOMENTS)
def test_the_newest_is_kept_and_one_for_each_of_the_last_periods(moments: list[datetime]) -> None:
    names = {backup_name(moment) for moment in moments}
    kept = _kept(names)
    assert len(kept) <= DAYS + WEEKS + MONTHS
    by_day = {name[5:13]: name for name in sorted(names)}
    by_month = {_month(name): name for name in sorted(names)}
    by_week = {moment.date().isocalendar()[:2]: backup_name(moment) for moment in sorted(moments)}
    due = {
        *list(by_day.values())[-DAYS:],
        *list(by_week.values())[-WEEKS:],
        *list(by_month.values())[-MONTHS:],
    }
    assert kept == due
    assert not names or max(names) in kept


@given(MOMENTS)
def test_thinning_twice_removes_no_more(moments: list[datetime]) -> None:
    kept = _kept({backup_name(moment) for moment in moments})
    assert superseded(kept) == ()


@given(MOMENTS)
def test_thinning_after_each_backup_keeps_what_thinning_at_the_end_keeps(moments: list[datetime]) -> None:
    there: set[str] = set()
    for moment in sorted(moments):
        there = _kept(there | {backup_name(moment)})
    assert there == _kept({backup_name(moment) for moment in moments})


@given(st.lists(st.text(), unique=True))
def test_names_of_others_are_never_removed(names: list[str]) -> None:
    ours = [backup_name(START + timedelta(minutes=minute)) for minute in range(50)]
    assert set(superseded(names + ours)) == set(superseded(ours))


def test_a_name_looks_like_ours_only_if_it_is() -> None:
    name = backup_name(START)
    assert name == "copy-20260101-000000Z.sealed"
    assert made_at(name) == START
    for other in (
        name + ".new",
        name + " (1)",
        "copy-20261301-000000Z.sealed",
        "copy-٢٠٢٦٠١٠١-000000Z.sealed",  # Arabic digits are what is tried
        f"my {name}",
        "",
    ):
        assert made_at(other) is None


def test_a_name_tells_the_same_moment_wherever_it_was_made() -> None:
    elsewhere = START.astimezone(timezone(timedelta(hours=-9)))
    assert backup_name(elsewhere) == backup_name(START)


def test_a_folder_is_thinned_out_and_what_was_not_made_here_stays(tmp_path: Path) -> None:
    names = [backup_name(START + timedelta(hours=hour)) for hour in range(0, 24 * 60, 6)]
    of_another_device = [backup_name(START + timedelta(hours=hour)) for hour in range(1, 24 * 60, 6)]
    others = ["notes.txt", *of_another_device]
    for name in [*names, *others]:
        (tmp_path / name).touch()
    gone = thin_out(tmp_path, [*names, "never there"])
    assert gone == superseded(names)
    assert {path.name for path in tmp_path.iterdir()} == {*others, *names} - set(gone)
    assert thin_out(tmp_path, names) == ()
    assert thin_out(tmp_path / "not there", names) == ()
