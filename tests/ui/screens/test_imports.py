"""Bringing in check-ins from another app: asked only what nobody can know, shown first, then done, and taken back."""

import gc
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app import words
from app.domain.import_record import ImportState
from app.imports.read import Refusal
from app.session.imports import ImportVerbs
from app.ui.screens.imports_answers import Answers
from app.ui.widgets.in_parts import PART
from app.vault import Stopped
from tests.headless.kit import Headless
from tests.imports.files import backup, content, zipped
from tests.session.house import every_check_in
from tests.ui.screens.house import House, is_chosen, lock, spoken, unlock

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


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A table from Daylio with two words for moods that nobody knows."""
    return written(tmp_path, TWO_UNKNOWN)


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


# ------------------------------------------------------------ the way there


async def test_settings_lead_there(screen: Headless) -> None:
    await screen.go("/settings")
    await screen.tap(said.way_in)
    assert screen.can_tap(said.look)


async def test_what_was_mapped_comes_in_as_it_was_said(house: House, screen: Headless, file: Path) -> None:
    await look(screen, file)
    assert screen.says(said.moods)
    assert screen.says(said.times(2))
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    assert screen.says(said.kinds["daylio_csv"])
    assert screen.says(said.check_ins(4))
    assert screen.says(said.from_to.format(first="2 March 2026", last="5 March 2026"))
    assert screen.says(said.none_here)
    assert screen.says("fantastic: Very good")
    assert screen.says("Doing: walk, tea")
    assert screen.says("Feelings: calm")
    await screen.tap(said.bring)
    assert said.done(4) in spoken(screen)
    await screen.tap(words.shell.done)
    assert await leave_and_read(house, screen) == [
        (4, "fourth"),
        (2, "third"),
        (5, "second"),
        (5, "first"),
    ]


async def test_no_mood_is_guessed_and_every_word_must_be_answered(screen: Headless, file: Path) -> None:
    await look(screen, file)
    for label in ("fantastic", "blergh"):
        for level in (*(MOODS[key] for key in "12345"), said.no_mood):
            assert not is_chosen(screen, named(label, level))
    await screen.tap(said.go_on)
    assert said.moods_open(2) in spoken(screen)
    await map_moods(screen, fantastic=MOODS["5"])
    assert said.moods_open(1) in spoken(screen)
    assert not screen.can_tap(said.bring)


async def test_a_word_may_say_no_mood_and_a_known_one_may_mean_something_else(
    house: House, screen: Headless, file: Path
) -> None:
    await look(screen, file)
    await screen.tap(named("good", MOODS["4"]))
    await screen.tap(named("good", MOODS["3"]))
    await map_moods(screen, fantastic=MOODS["5"], blergh=said.no_mood)
    assert screen.says("blergh: No mood")
    await screen.tap(said.bring)
    assert [mood for mood, _ in await leave_and_read(house, screen)] == [3, None, 5, 5]


async def test_until_it_is_wanted_nothing_has_come_in(house: House, screen: Headless, file: Path) -> None:
    await look(screen, file)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    await screen.tap(said.not_now)
    assert await leave_and_read(house, screen) == []


async def test_what_was_said_before_can_be_changed_and_stands_where_it_was(
    screen: Headless, file: Path
) -> None:
    await look(screen, file)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    await screen.tap(said.moods_change)
    assert is_chosen(screen, named("fantastic", MOODS["5"]))
    await map_moods(screen, fantastic=MOODS["4"])
    assert screen.says("fantastic: Good")


async def test_the_same_file_twice_is_nothing_new(screen: Headless, file: Path) -> None:
    await bring(screen, file)
    await screen.tap(words.shell.done)
    await look(screen, file)
    assert said.nothing_new in spoken(screen)
    assert screen.says(said.here(4))
    assert not screen.can_tap(said.bring)


# ------------------------------------------------------------ files of each kind


async def test_numbers_wait_for_their_scale_to_be_confirmed(
    house: House, screen: Headless, tmp_path: Path
) -> None:
    await look(screen, written(tmp_path, content("bearable.csv")))
    assert screen.says(said.scale)
    assert (screen.value(said.hardest), screen.value(said.best)) == ("1", "10")
    await screen.type(said.best, "1")
    await screen.tap(said.go_on)
    assert said.scale_open in spoken(screen)
    await screen.type(said.best, "7")
    for line in ("1: Very hard", "4: In between", "7: Very good"):
        assert screen.says(line)
    await screen.tap(said.go_on)
    assert screen.says(said.left_out.format(names="Sleep (1), Symptom (1)"))
    await screen.tap(said.bring)
    assert [mood for mood, _ in await leave_and_read(house, screen)] == [5, 2]


async def test_a_row_off_the_scale_is_told_by_its_line(screen: Headless, tmp_path: Path) -> None:
    await look(screen, written(tmp_path, content("bearable.csv")))
    await screen.type(said.best, "5")
    await screen.tap(said.go_on)
    assert screen.says(said.line.format(n=2, reason=said.reasons["off_scale"]))
    await screen.tap(said.scale_change)
    await screen.type(said.best, "10")
    await screen.tap(said.go_on)
    assert not screen.says(said.line.format(n=2, reason=said.reasons["off_scale"]))


async def choose_columns(screen: Headless, **columns: str) -> None:
    for role, heading in columns.items():
        label = said.roles[role]
        if not screen.can_tap(named(label, heading)):
            await screen.tap(named(label, said.no_column))
        await screen.tap(named(label, heading))


async def test_of_a_table_of_no_known_kind_the_columns_are_asked(
    house: House, screen: Headless, tmp_path: Path
) -> None:
    await look(screen, written(tmp_path, content("exist.csv")))
    await screen.tap(said.go_on)
    assert said.columns_open in spoken(screen)
    await choose_columns(screen, date="Day", mood="Rating", note="Remark", names="Words")
    await screen.tap(said.go_on)
    assert said.columns_open in spoken(screen)  # of 3/4/2021 nobody can guess the order
    await screen.tap(said.orders["day_first"])
    await screen.tap(said.mood_kinds["numbers"])
    await screen.type(said.between, ",")
    await screen.tap(said.go_on)
    await screen.tap(said.go_on)
    assert screen.says(said.from_to.format(first="3 April 2021", last="13 April 2021"))
    assert screen.says("Doing: tea, walk")
    await screen.tap(said.columns_change)
    assert is_chosen(screen, said.orders["day_first"])
    assert screen.value(said.between) == ","
    await screen.tap(said.go_on)
    await screen.tap(said.bring)
    assert await leave_and_read(house, screen) == [(2, ""), (4, "fine")]


@pytest.mark.parametrize(
    ("name", "kind", "count"), [("pixels.json", "pixels", 3), ("state_of_mind.csv", "state_of_mind", 2)]
)
async def test_a_file_whose_moods_are_known_is_asked_nothing(
    screen: Headless, tmp_path: Path, name: str, kind: str, count: int
) -> None:
    await look(screen, written(tmp_path, content(name)))
    assert screen.says(said.kinds[kind])
    assert screen.says(said.check_ins(count))
    await screen.tap(said.bring)
    assert said.done(count) in spoken(screen)


async def test_rows_of_a_list_are_told_by_their_place_in_it(screen: Headless, tmp_path: Path) -> None:
    await look(screen, written(tmp_path, content("pixels.json")))
    assert screen.says(said.place_in_list.format(n=4, reason=said.reasons["mood"]))


async def test_a_pin_in_a_backup_is_not_read_and_that_is_said(screen: Headless, tmp_path: Path) -> None:
    await look(screen, written(tmp_path, backup(pin="2468")))
    assert screen.says(said.pin)
    await screen.tap(said.another)
    await look(screen, written(tmp_path, backup()))
    assert not screen.says(said.pin)


async def test_problem_rows_are_told_by_line_and_reason_and_then_counted(
    screen: Headless, tmp_path: Path
) -> None:
    bad = b"2026-03-06,March 6,Friday,25:10,good,,\n" * 23
    await look(screen, written(tmp_path, TWO_UNKNOWN + bad))
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    assert screen.says(said.line.format(n=6, reason=said.reasons["time"]))
    assert screen.says(said.line.format(n=25, reason=said.reasons["time"]))
    assert not screen.says(said.line.format(n=26, reason=said.reasons["time"]))
    assert screen.says(said.and_more(3))
    await screen.tap(said.bring)
    assert screen.says(said.done_problems(23))


# ------------------------------------------------------------ where words go


async def test_a_word_can_be_sent_elsewhere_or_left_out(house: House, screen: Headless, file: Path) -> None:
    await look(screen, file)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    await screen.tap(said.names_change)
    for name, times, place in (("walk", 2, "out"), ("tea", 1, "feeling")):
        await screen.tap(said.name_row.format(name=name, times=said.times(times), place=said.places["doing"]))
        await screen.tap(named(name, said.places[place]))
        assert screen.can_tap(
            said.name_row.format(name=name, times=said.times(times), place=said.places[place])
        )
    await screen.tap(said.go_on)
    assert screen.says("Left out: walk")
    assert screen.says("Feelings: tea, calm")
    await screen.tap(said.bring)
    await lock(screen)
    with house.session() as session:
        assert [(word.kind.value, word.word) for word in session.own_words.all] == [("feeling", "tea")]


async def test_sixty_words_stand_in_parts_and_in_the_preview_in_one_line(
    screen: Headless, tmp_path: Path
) -> None:
    names = " | ".join(f"thing {n:02}" for n in range(60))
    row = f"2026-03-02,March 2,Monday,20:30,good,{names},\n".encode()
    await look(screen, written(tmp_path, TWO_UNKNOWN.splitlines(keepends=True)[0] + row))
    assert screen.says(
        "Doing: " + said.in_list.format(names=", ".join(f"thing {n:02}" for n in range(8)), n=52)
    )
    await screen.tap(said.names_change)
    assert screen.says("thing 29")
    assert not screen.says("thing 30")
    await screen.tap(said.show_more(PART))
    assert screen.says("thing 59")
    assert not screen.can_tap(said.show_more(PART))


# ------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", Refusal.EMPTY),
        (b"\xff\x00\x01 no text", Refusal.NOT_TEXT),
        (b'day,mood\n"2026-03-01,good', Refusal.CUT_OFF),
        (b"[{", Refusal.CUT_OFF),
        (zipped({"backup.daylio": b"?"}), Refusal.BROKEN),
        (b"nothing of that kind", Refusal.UNKNOWN),
        (None, Refusal.NOT_THERE),
    ],
)
async def test_a_file_that_cannot_be_read_changes_nothing_and_says_why(
    screen: Headless, tmp_path: Path, raw: bytes | None, why: Refusal
) -> None:
    await look(screen, tmp_path / "none.csv" if raw is None else written(tmp_path, raw))
    if screen.says(said.columns):
        await choose_columns(screen, date="day")
        await screen.tap(said.orders["year_first"])
        await screen.tap(said.go_on)
    assert any(said.refusals[why] in one for one in spoken(screen))


async def test_without_a_path_it_is_asked_for(screen: Headless) -> None:
    await screen.go("/settings/import")
    await screen.tap(said.look)
    assert said.file_empty in spoken(screen)


async def test_a_full_disk_brings_in_nothing_and_it_can_be_tried_again(
    house: House, screen: Headless, file: Path
) -> None:
    await look(screen, file)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    with house.full():
        await screen.tap(said.bring)
    assert said.too_little_room in spoken(screen)
    await screen.tap(said.bring)
    assert said.done(4) in spoken(screen)


async def test_a_file_that_has_become_another_one_is_looked_at_again(screen: Headless, file: Path) -> None:
    await look(screen, file)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    written(file.parent, TWO_UNKNOWN.replace(b"blergh", b"sparkly"))
    await screen.tap(said.bring)
    assert said.changed_meanwhile in spoken(screen)


async def test_stopping_changes_nothing_and_says_so(
    house: House, screen: Headless, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise Stopped("it was stopped")

    await look(screen, file)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    with monkeypatch.context() as patched:
        patched.setattr(ImportVerbs, "bring", stopped)
        await screen.tap(said.bring)
    assert said.stopped in spoken(screen)
    assert await leave_and_read(house, screen) == []


async def test_a_file_is_named_by_what_can_be_kept(screen: Headless, tmp_path: Path) -> None:
    await bring(screen, written(tmp_path, TWO_UNKNOWN, b"a\xe4.csv".decode("utf-8", "surrogateescape")))
    assert said.done(4) in spoken(screen)
    assert screen.says("a?.csv")


# ------------------------------------------------------------ what was said outlives a rebuilt window


async def test_every_answer_outlives_a_window_that_grows_wide(screen: Headless, file: Path) -> None:
    await screen.go("/settings/import")
    await screen.type(said.file, str(file))
    await screen.resize(1280, 800)
    assert screen.value(said.file) == str(file)
    await screen.tap(said.look)
    await screen.tap(named("fantastic", MOODS["5"]))
    await screen.resize(390, 844)
    assert is_chosen(screen, named("fantastic", MOODS["5"]))
    await map_moods(screen, blergh=MOODS["2"])
    await screen.resize(1280, 800)
    await screen.tap(said.names_change)
    await screen.resize(390, 844)
    await screen.tap(said.go_on)
    await screen.tap(said.bring)
    assert said.done(4) in spoken(screen)


async def test_help_and_back_leave_every_answer_where_it_was(screen: Headless, file: Path) -> None:
    await look(screen, file)
    await screen.tap(named("fantastic", MOODS["5"]))
    await screen.tap("When it’s hard")
    await screen.back()
    assert is_chosen(screen, named("fantastic", MOODS["5"]))


async def test_after_the_screen_is_left_nothing_of_the_file_is_held(screen: Headless, file: Path) -> None:
    await look(screen, file)
    assert _answers_held()
    await screen.resize(1280, 800)
    await screen.go("/")
    assert not _answers_held()


def _answers_held() -> bool:
    gc.collect()
    return any(isinstance(one, Answers) for one in gc.get_objects())


# ------------------------------------------------------------ taking back


async def test_an_import_is_taken_back_where_it_was_done(house: House, screen: Headless, file: Path) -> None:
    await bring(screen, file)
    await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undone in spoken(screen)
    assert not screen.can_tap(said.undo_of.format(moment="09:30"))
    assert await leave_and_read(house, screen) == []


async def test_past_imports_are_listed_and_taken_back_from_there(
    house: House, screen: Headless, file: Path
) -> None:
    await bring(screen, file)
    await screen.tap(words.shell.done)
    house.clock.now += timedelta(days=29)
    await screen.go("/settings/import")
    assert screen.says("daylio.csv")
    assert screen.says(said.can_undo.format(day="21 December 2026"))
    await screen.tap(said.undo_of.format(moment="Saturday 21 Nov, 09:30"))
    assert said.undone in spoken(screen)
    await screen.go("/")
    await screen.go("/settings/import")
    assert screen.says(said.was_undone.format(day="20 December 2026"))


async def test_after_thirty_days_an_import_stays(house: House, screen: Headless, file: Path) -> None:
    await bring(screen, file)
    house.clock.now += timedelta(days=31)
    await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undo_over in spoken(screen)
    await screen.go("/")
    await screen.go("/settings/import")
    assert screen.says(said.undo_over)


async def test_where_it_cannot_be_taken_back_that_is_said_and_it_can_be_tried_again(
    house: House, screen: Headless, file: Path
) -> None:
    await bring(screen, file)
    with house.broken():
        await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undo_cannot in spoken(screen)


async def test_one_stopped_halfway_says_when_the_rest_goes(
    screen: Headless, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def halfway(verbs: ImportVerbs, record: object, **_: object) -> None:
        (one,) = verbs.all
        at = one.created_at
        verbs.all = (replace(one, state=ImportState.TAKING_BACK, taken_back_at=at),)
        raise Stopped("it was stopped")

    await bring(screen, file)
    monkeypatch.setattr(ImportVerbs, "undo", halfway)
    await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undo_rests in spoken(screen)


async def test_today_shows_what_came_and_no_longer_what_was_taken_back(screen: Headless, file: Path) -> None:
    await bring(screen, file)
    await screen.go("/")
    assert screen.says("blergh")
    await screen.go("/settings/import")
    await screen.tap(said.undo_of.format(moment="09:30"))
    await screen.go("/")
    assert not screen.says("blergh")
    assert screen.says(words.check_in.none_yet)


async def test_a_check_in_that_was_taken_back_can_no_longer_be_opened(
    house: House, screen: Headless, file: Path
) -> None:
    await bring(screen, file)
    await lock(screen)
    with house.session() as session:
        one = next(iter(every_check_in(session)))
    await unlock(screen)
    await screen.go(f"/check-in/{one.id}")
    assert not screen.says(words.shell.not_found)
    await screen.go("/settings/import")
    await screen.tap(said.undo_of.format(moment="09:30"))
    await screen.back()
    assert screen.says(words.shell.not_found)
