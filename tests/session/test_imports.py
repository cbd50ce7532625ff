"""Bringing check-ins in: looked at first, all or nothing, never twice, and taken back for 30 days."""

from collections.abc import Callable
from datetime import date, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.check_in import CheckIn, Source
from app.domain.errors import DomainError
from app.domain.feeling import Family
from app.domain.ids import Id
from app.domain.import_record import FileKind, ImportState, Mapped
from app.domain.own_word import WordKind
from app.imports.any_csv import Columns
from app.imports.mapping import Scale, Target
from app.imports.read import Problem, Reason, Refusal, Refused, WordList
from app.imports.zone import Turned
from app.session import Session, import_looking
from app.session.import_rows import Choices
from tests.canary import Canary
from tests.imports.files import backup, content
from tests.session.bringing import LABELS, TABLE, all_rows, said, table
from tests.session.house import Clock, House, every_check_in, remembered
from tests.session.lived_in import move_in
from tests.vault.disks import ModelDisk

DAYLIO = content("daylio-9.csv")
BERLIN = timezone(timedelta(hours=1))


def by_hand(rows: dict[str, int | None]) -> Choices:
    return Choices(levels=rows, columns=TABLE, zone=BERLIN)


def named(session: Session, check_in: CheckIn) -> list[str]:
    return [session.vocabulary.word(WordKind.DOING, key) for key in check_in.doing]


# ------------------------------------------------------------ looking


def test_looking_tells_what_there_is_and_changes_nothing(session: Session) -> None:
    before = session._unlocked.vault.state()
    told = session.imports.preview(DAYLIO)
    assert (told.kind, told.check_ins, told.here) == (FileKind.DAYLIO_CSV, 3, 0)
    assert (told.first, told.last) == (date(2026, 3, 1), date(2026, 3, 2))
    assert told.problems == (Problem(6, Reason.TIME), Problem(7, Reason.DATE))
    assert told.problem_count == 2
    assert {one.name: (one.count, one.level, one.known) for one in told.labels} == {
        "Rad": (1, 5, True),
        "good": (1, 4, True),
        "fantastic": (1, None, False),
    }
    assert told.to_map == ("fantastic",)
    assert {one.name: one.target for one in told.names} == {
        "walk": Target(kind=WordKind.DOING),
        "tea / cake": Target(kind=WordKind.DOING),
        "friends": Target(kind=WordKind.DOING),
        "calm": Target(kind=WordKind.FEELING, key="calm"),
        "tired": Target(kind=WordKind.FEELING, key="tired"),
    }
    assert told.without_zone
    assert session._unlocked.vault.state() == before
    assert session.imports.all == ()


def test_a_scale_is_shown_to_be_confirmed_and_never_taken_for_granted(session: Session) -> None:
    told = session.imports.preview(content("bearable.csv"))
    assert told.scale == Scale(hardest=Fraction(1), best=Fraction(10))
    assert told.left_out == (("Sleep", 1), ("Symptom", 1))
    with pytest.raises(DomainError, match="scale: unmapped"):
        session.imports.bring(content("bearable.csv"), "b")
    session.imports.bring(content("bearable.csv"), "b", Choices(scale=told.scale, zone=BERLIN))
    assert [(one.mood, one.time_known, one.when.hour) for one in every_check_in(session)] == [
        (4, False, 12),
        (2, True, 9),
    ]


def test_a_table_of_no_known_kind_tells_its_columns_first(session: Session) -> None:
    raw = content("exist.csv")
    assert session.imports.preview(raw).columns == ("Day", "Rating", "Words", "Remark")
    columns = Columns(date="Day", order=Columns(date="x").order.DAY_FIRST, mood="Rating", mood_is_number=True)
    told = session.imports.preview(raw, Choices(columns=columns))
    assert (told.check_ins, told.scale) == (2, Scale(hardest=Fraction(1), best=Fraction(10)))


def test_a_row_off_the_chosen_scale_or_still_to_come_is_a_problem(session: Session) -> None:
    columns = Columns(date="day", mood="mood", mood_is_number=True)
    raw = table("2026-11-20,7,,", "2026-11-20,2,,", "2026-11-29,2,,")
    scale = Scale(hardest=Fraction(1), best=Fraction(5))
    record = session.imports.bring(raw, "x", Choices(columns=columns, scale=scale))
    assert (record.added, record.problems) == (1, 2)
    told = session.imports.preview(raw, Choices(columns=columns, scale=scale))
    assert told.problems == (Problem(2, Reason.OFF_SCALE), Problem(4, Reason.IN_FUTURE))


def test_a_path_is_read_and_one_that_leads_nowhere_is_said_to(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(DAYLIO)
    assert session.imports.preview(path).check_ins == 3
    for nowhere in (tmp_path, tmp_path / "y.csv", Path("\0")):
        with pytest.raises(Refused) as caught:
            session.imports.preview(nowhere)
        assert caught.value.why is Refusal.NOT_THERE


def test_thousands_of_different_names_are_refused(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_looking, "MOST_WORDS", 3)
    with pytest.raises(Refused) as caught:
        session.imports.preview(table("2026-01-01,,,a;b;c;d"), Choices(columns=TABLE))
    assert caught.value.why is Refusal.TOO_MANY_WORDS


# ------------------------------------------------------------ bringing


def test_a_word_for_a_mood_that_nobody_knows_is_never_guessed(session: Session) -> None:
    with pytest.raises(DomainError, match="levels: unmapped"):
        session.imports.bring(DAYLIO, "mine.csv")
    assert session.imports.all == every_check_in(session) == ()


def test_what_is_brought_is_here_as_the_file_tells_it(house: House) -> None:
    session = house.session
    record = session.imports.bring(DAYLIO, "mine.csv", Choices(levels={"Fantastic": 5}, zone=BERLIN))
    assert (record.added, record.here, record.problems, record.file_name) == (3, 0, 2, "mine.csv")
    assert record.mapped == (
        Mapped(name="Rad", level=5),
        Mapped(name="good", level=4),
        Mapped(name="fantastic", level=5),
    )
    first, second, third = every_check_in(session)
    assert first.when.isoformat() == "2026-03-02T20:30:00+01:00"
    assert (first.mood, first.label, first.feelings) == (5, None, ("calm",))
    assert named(session, first) == ["walk", "tea / cake"]
    assert (first.source, first.brought_by) == (Source.DAYLIO_CSV, record.id)
    assert second.note == 'He said "hello", twice\nand left'
    assert session.vocabulary.mood(third) == "fantastic"
    assert third.mood == 5
    assert session.vocabulary.level(5) == "Very good"
    assert session.imports.all == (record,)
    before = remembered(session)
    assert remembered(house.come_back()) == before


def test_names_go_where_the_person_says(session: Session) -> None:
    pier = session.own_words.add(kind=WordKind.WHERE, word="The Pier")
    targets = {
        (WordList.ACTIVITY, "Walk"): Target(kind=WordKind.FEELING),
        (WordList.ACTIVITY, "calm"): Target(kind=None),
        (WordList.ACTIVITY, "tea / cake"): Target(kind=WordKind.WHERE, key=pier.id),
    }
    session.imports.bring(DAYLIO, "x", Choices(levels={"fantastic": None}, targets=targets))
    first, _, third = every_check_in(session)
    (walk,) = [one for one in session.own_words.all if one.word == "walk"]
    assert (walk.kind, walk.family, first.feelings) == (WordKind.FEELING, Family.MIXED, (walk.id,))
    assert (first.where, first.doing) == ((pier.id,), ())
    assert (third.mood, third.label) == (None, None)


def test_a_name_equal_to_a_word_of_the_persons_own_is_that_word(session: Session) -> None:
    friends = session.own_words.add(kind=WordKind.FEELING, word="Friends", family=Family.BRIGHT)
    session.imports.bring(DAYLIO, "x", LABELS)
    assert friends.id in every_check_in(session)[-1].feelings


def test_what_was_said_of_a_word_before_is_known_the_next_time(house: House) -> None:
    house.session.imports.bring(table("2026-01-01,sunny,,"), "x", by_hand({"sunny": 4}))
    told = house.session.imports.preview(table("2026-01-02,Sunny,,"), Choices(columns=TABLE))
    assert [(one.level, one.known) for one in told.labels] == [(4, True)]


@pytest.mark.parametrize("zone", [BERLIN, timezone(timedelta(hours=-11))])
def test_the_same_file_twice_adds_nothing_whatever_is_chosen(house: House, zone: timezone) -> None:
    session = house.session
    session.imports.bring(DAYLIO, "x", Choices(levels={"fantastic": 5}, zone=BERLIN))
    before = all_rows(session._unlocked.vault)
    house.clock.turn(minutes=1)
    told = session.imports.preview(DAYLIO)
    again = session.imports.bring(DAYLIO, "y", Choices(levels={"fantastic": 1, "good": 1}, zone=zone))
    assert (told.here, again.added, again.here) == (3, 0, 3)
    assert all_rows(session._unlocked.vault) == before
    assert len(session.imports.all) == 1


def test_a_later_file_of_the_same_app_adds_what_is_new_alone(house: House) -> None:
    session = house.session
    session.imports.bring(table("2026-01-02,rad,,", "2026-01-01,rad,same,"), "x", Choices(columns=TABLE))
    house.clock.turn(days=1)
    later = table("2026-01-03,rad,,", "2026-01-02,rad,,", "2026-01-01,rad,same,", "2026-01-01,bad,same,")
    record = session.imports.bring(later, "y", Choices(columns=TABLE))
    assert (record.added, record.here) == (2, 2)
    assert [(one.when.day, one.mood) for one in every_check_in(session)] == [
        (3, 5),
        (2, 5),
        (1, 2),
        (1, 5),
    ]


def test_the_table_and_the_backup_of_daylio_tell_of_the_same_check_ins(session: Session) -> None:
    session.imports.bring(DAYLIO, "x", LABELS)
    record = session.imports.bring(backup(), "y", LABELS)
    assert (record.added, record.here) == (1, 1)


def test_what_was_changed_moved_or_deleted_since_stays_as_it_is(house: House) -> None:
    session = house.session
    session.imports.bring(DAYLIO, "x", LABELS)
    house.clock.turn(hours=1)
    newest, middle, oldest = every_check_in(session)
    session.check_ins.change(newest, mood=1)
    session.check_ins.change(middle, when=middle.when - timedelta(days=60))
    session.check_ins.remove(oldest)
    before = all_rows(session._unlocked.vault)
    house.clock.turn(hours=1)
    assert session.imports.bring(DAYLIO, "x", LABELS).added == 0
    assert all_rows(session._unlocked.vault) == before


def test_files_that_are_refused_change_nothing(house: House) -> None:
    move_in(house.session)
    before = house.session._unlocked.vault.state()
    for raw in (b"", b"\xff\xfe\x00", DAYLIO + b"2026-01-01,x", b"[" * 9_999, backup()[:-30], b"PK\x03\x04"):
        with pytest.raises(Refused):
            house.session.imports.bring(raw, "x", LABELS)
    assert house.session._unlocked.vault.state() == before


# ------------------------------------------------------------ taking back


def test_undo_leaves_everything_as_it_was(house: House) -> None:
    move_in(house.session)
    vault = house.session._unlocked.vault
    before, seen = all_rows(vault), remembered(house.session)
    house.clock.turn(minutes=1)
    record = house.session.imports.bring(DAYLIO, "x", LABELS)
    assert all_rows(vault) != before
    house.clock.turn(days=29)
    gone = house.session.imports.undo(record)
    assert gone.state is ImportState.TAKEN_BACK
    assert all_rows(vault) == before
    assert {**remembered(house.session), "imports": ()} == {**seen, "imports": ()}
    with pytest.raises(DomainError, match="over"):
        house.session.imports.undo(record)


def test_after_an_undo_the_same_file_can_be_brought_again(house: House) -> None:
    session = house.session
    first = session.imports.bring(DAYLIO, "x", LABELS)
    before = said(session)
    gone = session.imports.undo(first)
    again = session.imports.bring(DAYLIO, "x", LABELS)
    assert (again.added, again.here) == (3, 0)
    assert gone.taken_back_at is not None
    assert again.created_at > gone.taken_back_at, "a merge would take the deletion for the later one"
    assert said(session) == before
    assert said(house.come_back()) == before


def test_what_was_changed_since_stays_with_the_words_it_uses(house: House) -> None:
    session = house.session
    record = session.imports.bring(DAYLIO, "x", LABELS)
    house.clock.turn(minutes=1)
    newest = every_check_in(session)[0]
    session.check_ins.change(newest, note="mine now")
    (friends,) = [one for one in session.own_words.all if one.word == "friends"]
    session.own_words.change(friends, word="old friends")
    session.imports.undo(record)
    (left,) = every_check_in(session)
    assert (left.note, named(session, left)) == ("mine now", ["walk", "tea / cake"])
    assert sorted(one.word for one in session.own_words.all) == ["old friends", "tea / cake", "walk"]
    assert session.mood_labels.all == ()


def test_a_word_that_another_check_in_uses_stays(house: House) -> None:
    session = house.session
    record = session.imports.bring(DAYLIO, "x", LABELS)
    house.clock.turn(minutes=1)
    (walk,) = [one for one in session.own_words.all if one.word == "walk"]
    session.check_ins.change(session.check_ins.record(mood=3), doing=(walk.id,))
    session.imports.undo(record)
    assert session.own_words.all == (walk,)


NAMING: dict[str, Callable[[Session, Id], object]] = {
    "a support": lambda session, topic: session.supports.add("Ana", topics=(topic,)),
    "a learning": lambda session, topic: session.learnings.add(text="A", topics=(topic,)),
    "a reflection": lambda session, topic: session.reflections.add(text="A", topics=(topic,)),
    "a win": lambda session, topic: session.wins.add(text="A", topics=(topic,)),
    "a goal": lambda session, topic: session.goals.add(text="A", topics=(topic,)),
    "a meeting": lambda session, topic: session.meetings.add(gave="A", topics=(topic,)),
    "a coping tool": lambda session, topic: session.coping_tools.add(name="A", topics=(topic,)),
    "a thing in the keep box": lambda session, topic: session.keep_items.add(name="A", topics=(topic,)),
    "a helpful thing": lambda session, topic: session.helpful_things.add(text="A", topics=(topic,)),
    "a referral": lambda session, topic: session.referrals.add(service="A", topics=(topic,)),
}


@pytest.mark.parametrize("name", NAMING.values(), ids=NAMING)
def test_a_topic_that_anything_is_about_stays(
    house: House, tmp_path: Path, name: Callable[[Session, Id], object]
) -> None:
    other = House(tmp_path / "other", seed=2).session
    about = tuple(other.topics.add(name=one).id for one in ("Grief", "A new job"))
    other.check_ins.change(other.check_ins.record(mood=3), topics=about)
    record = house.session.imports.bring(other.tables.whole(), "x")
    _, grief = house.session.topics.all
    name(house.session, grief.id)
    house.session.imports.undo(record)
    assert house.session.topics.all == (grief,)


def test_a_feeling_that_a_coping_tool_is_good_for_stays(house: House) -> None:
    session = house.session
    record = session.imports.bring(DAYLIO, "x", LABELS)
    word = session.own_words.all[0]
    session.coping_tools.add(name="Tea", good_for=(word.id,))
    session.imports.undo(record)
    assert session.own_words.all == (word,)


def test_after_thirty_days_it_is_theirs(house: House) -> None:
    record = house.session.imports.bring(DAYLIO, "x", LABELS)
    house.clock.turn(days=30, seconds=1)
    assert not house.session.imports.can_undo(record)
    with pytest.raises(DomainError, match="over"):
        house.session.imports.undo(record)
    assert len(every_check_in(house.session)) == 3


@settings(max_examples=15, deadline=None)
@given(
    rows=st.lists(
        st.tuples(
            st.dates(date(2000, 1, 1), date(2026, 11, 1)),
            st.sampled_from(["rad", "sunny", ""]),
            st.sampled_from(["a", "b", '"c, d"']),
            st.sampled_from(["", "x", "x;calm", "y"]),
        ),
        max_size=8,
    ),
    split=st.integers(0, 8),
)
def test_undoing_each_of_two_imports_in_any_order_restores_what_was(
    rows: list[tuple[date, str, str, str]], split: int
) -> None:
    house = House(Path("/modelled"), ModelDisk())
    house.session.own_words.add(kind=WordKind.DOING, word="Y")
    before = all_rows(house.session._unlocked.vault)
    lines = [",".join(map(str, row)) for row in rows]
    records = []
    for part in (lines[:split], lines):
        house.clock.turn(minutes=1)
        records.append(house.session.imports.bring(table(*part), "x", by_hand({"sunny": 4})))
    assert sum(one.added for one in records) == len(rows)
    for record in reversed(records):
        house.clock.turn(minutes=1)
        if record.added:
            house.session.imports.undo(record)
    assert all_rows(house.session._unlocked.vault) == before


def test_no_word_of_a_file_or_its_name_or_its_pin_can_be_read_anywhere(canary: Canary, house: House) -> None:
    bird = str(canary)
    imports = house.session.imports
    raw = table(f"2026-01-01,{bird},{bird},{bird}", f"{bird},rad,,")
    told = imports.preview(raw, Choices(columns=TABLE))
    record = imports.bring(raw, bird, by_hand({bird: 4}))
    pinned = imports.preview(backup(pin=bird))
    imports.bring(backup(pin=bird, metadata={"pin": bird}), bird, Choices(levels={"sparkling": 4}))
    assert pinned.has_pin
    assert bird not in repr([told, record, told.labels, told.names, told.problems, record.mapped])
    for wrong in (b"\xff" + raw, raw + b'"', f'{{"{bird}'.encode()):
        with pytest.raises(Refused) as caught:
            imports.bring(wrong, bird, Choices(columns=TABLE))
        assert bird not in str(caught.value)
    with pytest.raises(DomainError) as unmapped:
        imports.bring(table(f"2026-01-01,x{bird},,"), bird, Choices(columns=TABLE))
    assert bird not in str(unmapped.value)


def test_the_pin_of_a_backup_is_kept_nowhere_not_even_sealed(house: House) -> None:
    house.session.imports.bring(backup(pin="7391"), "x", Choices(levels={"sparkling": 4}))
    vault = house.session._unlocked.vault
    assert "7391" not in str([vault.tables(name) for name in vault.collections()])


def test_times_without_an_offset_are_those_of_this_device(session: Session, clock: Clock) -> None:
    session.imports.bring(DAYLIO, "x", LABELS)
    newest = every_check_in(session)[0]
    assert newest.when.replace(tzinfo=None).astimezone().utcoffset() == newest.when.utcoffset()


def test_times_without_an_offset_are_those_of_the_zone_that_was_chosen(session: Session) -> None:
    days = [("2026-03-29", "02:30"), ("2026-10-25", "02:30"), ("2026-10-25", "09:00"), ("2026-10-24", "")]
    raw = "\n".join(["day,at,mood", *(f"{day},{at},good" for day, at in days)]).encode()
    columns = Columns(date="day", time="at", mood="mood")
    berlin, utc = (Choices(columns=columns, zone=ZoneInfo(name)) for name in ("Europe/Berlin", "UTC"))
    told = session.imports.preview(raw, berlin)
    assert told.without_zone
    assert told.turned == {Turned.SKIPPED: 1, Turned.TWICE: 1}
    assert session.imports.preview(raw, utc).turned == {}
    session.imports.bring(raw, "x", berlin)
    assert [one.when.isoformat() for one in every_check_in(session)] == [
        "2026-10-25T09:00:00+01:00",
        "2026-10-25T02:30:00+02:00",
        "2026-10-24T12:00:00+02:00",
        "2026-03-29T02:30:00+01:00",
    ]
    assert session.imports.bring(raw, "x", utc).added == 0


def test_of_a_file_without_times_no_zone_is_asked(session: Session) -> None:
    assert not session.imports.preview(content("pixels.json")).without_zone


def test_a_check_in_that_was_open_is_no_longer_there_once_its_import_is_taken_back(session: Session) -> None:
    mine = session.check_ins.record(mood=3)
    record = session.imports.bring(DAYLIO, "x", LABELS)
    theirs = next(one for one in every_check_in(session) if one.brought_by == record.id)
    for one in (mine, theirs):
        assert session.check_ins.hold(one) == one
    session.imports.undo(record)
    assert session.check_ins.one(theirs.id) is None
    assert session.check_ins.one(mine.id) == mine
