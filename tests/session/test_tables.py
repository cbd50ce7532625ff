"""Check-ins as tables, and back: nothing is lost on the way, and no cell is a formula."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.check_in import CheckIn, Energy, FeltConnected
from app.domain.feeling import Family
from app.domain.own_word import WordKind
from app.imports.any_csv import Columns
from app.imports.read import WordList
from app.session import Session
from app.session.import_rows import Choices
from app.session.tables import TableKind
from app.store.check_in import CheckIns
from app.vault import NotWritten, Stopped, VaultExists
from tests.canary import Canary
from tests.imports.files import content
from tests.session.bringing import LABELS, said
from tests.session.house import House, every_check_in
from tests.store import things
from tests.vault.disks import ModelDisk

FORMULAS = ("=1+1", "+1", "-1", "@a", "\t=1", "'=1", "-- x", "=cmd|' /C calc'!A0")
OFFSETS = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
SENSIBLE = st.datetimes(datetime(1980, 1, 1), datetime(2026, 11, 20), timezones=OFFSETS)  # noqa: DTZ001  # as hypothesis wants them
WORDS = things.words.filter(lambda text: text == text.strip() and "\0" not in text)


def fresh(seed: int = 2) -> Session:
    return House(Path(f"/modelled-{seed}"), ModelDisk(), seed=seed).session


def cells(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def lived(session: Session, text: str = "what was said") -> None:
    """A check-in with something in every field."""
    ana = session.supports.add(f"Ana {text}")
    topic = session.topics.add(name=text)
    fizzy = session.own_words.add(kind=WordKind.FEELING, word=f"f {text}"[:60], family=Family.MIXED)
    pier = session.own_words.add(kind=WordKind.WHERE, word=f"p {text}"[:60])
    sunny = session.mood_labels.add(level=4, words=f"s {text}"[:40], order=0)
    session.check_ins.change(
        session.check_ins.record(mood=4),
        label=sunny.id,
        feelings=("calm", fizzy.id, "sad"),
        a_little=("sad",),
        a_lot=(fizzy.id,),
        body_signals=("light",),
        energy=Energy.HIGH,
        with_supports=(ana.id,),
        what_helped=(ana.id,),
        where=(pier.id, "home"),
        doing=("nothing",),
        topics=(topic.id,),
        felt_connected=FeltConnected.A_LITTLE,
        note=text,
        time_known=False,
    )
    unnamed = session.check_ins.record(cannot_name=True)
    session.check_ins.change(unnamed, when=unnamed.when - timedelta(minutes=1))


@pytest.mark.parametrize(
    "text", ["what was said", *FORMULAS, 'a "b"; c, d', "a | b \\ c", "one\ntwo\r\nthree"]
)
def test_our_own_table_comes_back_whole_in_another_vault(house: House, text: str) -> None:
    lived(house.session, text)
    other = fresh()
    ana = other.supports.add(f"Ana {text}")
    record = other.imports.bring(house.session.tables.whole(), "x")
    assert (record.added, record.problems) == (2, 0)
    assert said(other) == [replace_supports(one, ana.id) for one in said(house.session)]
    assert [one.id for one in every_check_in(other)] == [one.id for one in every_check_in(house.session)]
    assert other.tables.whole() == house.session.tables.whole()


def test_columns_that_only_a_newer_version_knows_are_passed_over(house: House) -> None:
    lived(house.session)
    rows = cells(house.session.tables.whole())
    more = io.StringIO(newline="")
    csv.writer(more).writerows([[*rows[0], "weather"], *([*row, "rain"] for row in rows[1:])])
    other = fresh()
    record = other.imports.bring(more.getvalue().encode(), "x")
    assert (record.added, record.problems) == (2, 0)
    assert [one.id for one in every_check_in(other)] == [one.id for one in every_check_in(house.session)]


def replace_supports(one: dict[str, object], support: str) -> dict[str, object]:
    both = one["supports"]
    assert isinstance(both, tuple)
    return {**one, "supports": tuple(tuple(support for _ in some) for some in both)}


def test_in_the_same_vault_our_own_table_adds_nothing_wherever_a_check_in_went(house: House) -> None:
    lived(house.session)
    raw = house.session.tables.whole()
    newest = house.session.check_ins.recent[0]
    house.session.check_ins.change(newest, when=newest.when - timedelta(days=70))
    record = house.session.imports.bring(raw, "x")
    assert (record.added, record.here) == (0, 2)
    moved = house.session.tables.whole()
    assert house.session.imports.bring(moved, "x").added == 0
    other = fresh(3)
    assert [other.imports.bring(one, "x").added for one in (moved, raw)] == [2, 0]
    assert fresh().imports.bring(raw + raw.partition(b"\n")[2], "x").added == 2


def test_a_support_that_is_not_here_is_told_of_and_never_made(house: House) -> None:
    lived(house.session)
    other = fresh()
    told = other.imports.preview(house.session.tables.whole())
    assert [(one.of, one.missing) for one in told.names if one.missing] == [
        (WordList.WITH, True),
        (WordList.HELPED, True),
    ]
    other.imports.bring(house.session.tables.whole(), "x")
    assert other.supports.all == ()
    assert all(one.with_supports == one.what_helped == () for one in every_check_in(other))


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    check_ins=st.lists(
        st.tuples(things.check_ins, SENSIBLE),
        max_size=4,
        unique_by=(lambda one: one[0].id, lambda one: one[1]),
    ),
    word=WORDS,
)
def test_import_export_import_is_the_identity(check_ins: list[tuple[CheckIn, datetime]], word: str) -> None:
    house = House(Path("/modelled"), ModelDisk())
    own = house.session.own_words.add(kind=WordKind.DOING, word=word)
    kept = CheckIns(house.session._unlocked.vault)
    for one, when in check_ins:
        plain = replace(
            one,
            when=when,
            note=one.note.replace("\0", ""),
            source_text=one.source_text.replace("\0", ""),
            label=None,
            with_supports=(),
            what_helped=(),
            topics=(),
            brought_by=None,
        )
        lists = {
            name: tuple(key for key in getattr(plain, name) if len(key) != 26)
            for name in ("feelings", "a_little", "a_lot", "body_signals", "where")
        }
        kept.put(replace(plain, **lists, doing=(own.id,)))  # type: ignore[arg-type]  # of their types
    house.session.look()
    raw = house.session.tables.whole()
    first, second = fresh(2), fresh(3)
    assert first.imports.bring(raw, "x").added == len(check_ins)
    assert second.imports.bring(first.tables.whole(), "x").added == len(check_ins)
    assert said(first) == said(second) == said(house.session)
    assert first.tables.whole() == second.tables.whole() == raw


@pytest.mark.parametrize("name", ["daylio-9.csv", "daylio-8.csv", "daylio-7-german.csv"])
def test_a_file_of_daylio_goes_out_as_one_and_comes_back_the_same(house: House, name: str) -> None:
    house.session.imports.bring(content(name), "x", replace(LABELS, zone=UTC))
    raw = house.session.tables.whole(TableKind.DAYLIO)
    assert cells(raw)[0] == [
        *("full_date", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note")
    ]
    other = fresh()
    other.imports.bring(raw, "x", replace(LABELS, zone=UTC))
    unsourced = [{**one, "rest": one["rest"][2]} for one in said(other)]
    assert unsourced == [{**one, "rest": one["rest"][2]} for one in said(house.session)]
    assert other.tables.whole(TableKind.DAYLIO) == raw


@settings(max_examples=20, deadline=None)
@given(notes=st.lists(things.texts.map(str.strip).filter(lambda text: "\0" not in text), max_size=4))
def test_notes_go_through_the_columns_of_daylio_and_come_back(notes: list[str]) -> None:
    house = House(Path("/modelled"), ModelDisk())
    for note in notes:
        house.session.check_ins.change(house.session.check_ins.record(mood=3), note=note)
        house.clock.turn(minutes=1)
    other = fresh()
    other.imports.bring(house.session.tables.whole(TableKind.DAYLIO), "x", Choices(zone=UTC))
    told = [one.note for one in every_check_in(other)]
    assert told == [_plain(one.note) for one in every_check_in(house.session)]


def _plain(note: str) -> str:
    return note.replace("\r\n", "\n").replace("\r", "\n").strip()


@pytest.mark.parametrize("kind", TableKind)
def test_no_cell_is_a_formula(house: House, kind: TableKind) -> None:
    for text in FORMULAS:
        lived(house.session, text)
    for row in cells(house.session.tables.whole(kind)):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_table_of_some_days_has_these_days_alone(house: House) -> None:
    days = [date(2026, 11, 21) - timedelta(days=back) for back in (0, 3, 25, 60)]
    for day in days:
        record = house.session.check_ins.record(mood=3)
        house.session.check_ins.change(record, when=datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    raw = house.session.tables.whole(first=days[2], last=days[1])
    assert [row[1][:10] for row in cells(raw)[1:]] == [str(days[1]), str(days[2])]
    assert len(cells(house.session.tables.whole())) == 5


def test_a_table_is_written_for_its_owner_alone_and_replaces_nothing(house: House, tmp_path: Path) -> None:
    lived(house.session)
    path = house.session.tables.write(tmp_path)
    assert path.name == "notes-2026-11-21.csv"
    assert path.read_bytes() == house.session.tables.whole()
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(VaultExists):
        house.session.tables.write(tmp_path)
    with pytest.raises(NotWritten):
        house.session.tables.write(house.folder)
    with pytest.raises(Stopped):
        house.session.tables.write(tmp_path, replace=True, stop=lambda: True)
    assert path.read_bytes() == house.session.tables.whole()


def test_names_of_columns_come_back_as_any_table_too(house: House) -> None:
    lived(house.session, "=1")
    raw = house.session.tables.whole().replace(b'"source_text"', b'"else"', 1)
    columns = Columns(date="when", mood="mood", mood_is_number=True, note="note")
    told = house.session.imports.preview(raw, Choices(columns=columns))
    assert (told.check_ins, told.problem_count) == (1, 1)


def test_a_table_says_nothing_of_what_it_holds_elsewhere(canary: Canary, house: House) -> None:
    lived(house.session, str(canary))
    assert str(canary).encode() in house.session.tables.whole()
    assert str(canary) not in repr(house.session.tables)
