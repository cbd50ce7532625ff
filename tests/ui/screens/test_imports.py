"""Bringing in check-ins from another app: asked only what nobody can know, shown first, then done, and taken back."""

import gc
from pathlib import Path
from typing import cast

import pytest

from app import words
from app.domain.import_record import FileKind
from app.imports.read import WordList
from app.session.import_looking import NameFound, Preview
from app.session.vocabulary import Vocabulary
from app.ui.brought_file import BroughtFile
from app.ui.screens.imports_answers import Answers
from app.ui.screens.imports_telling import told
from app.ui.widgets.in_parts import PART
from tests.headless.kit import Headless
from tests.imports.files import backup, content
from tests.session.house import every_check_in
from tests.ui.screens.bringing import (
    MOODS,
    TWO_UNKNOWN,
    bring,
    choose_columns,
    leave_and_read,
    look,
    map_moods,
    named,
    said,
    written,
)
from tests.ui.screens.house import House, is_chosen, lock, spoken

# ------------------------------------------------------------ the way there


async def test_settings_lead_there(screen: Headless) -> None:
    await screen.go("/settings")
    await screen.tap(said.way_in)
    assert screen.can_tap(said.look)


async def test_what_was_mapped_comes_in_as_it_was_said(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
    assert screen.says(said.moods)
    assert screen.says(said.found.format(kind=said.kinds["daylio_csv"], check_ins=said.check_ins(4)))
    assert screen.says(said.times(2))
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    assert screen.says(said.kinds["daylio_csv"])
    assert screen.says(said.check_ins(4))
    assert screen.says(said.from_to.format(first="2 March 2026", last="5 March 2026"))
    assert screen.says(said.none_here)
    assert screen.says(said.device_time)
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


async def test_the_time_zone_of_a_file_that_names_none_is_found_by_typing(
    house: House, screen: Headless, tmp_path: Path
) -> None:
    head = b"full_date,date,weekday,time,mood,activities,note\n"
    rows = b"2026-03-29,x,x,02:30,good,,skipped\n2026-10-25,x,x,02:30,good,,twice\n"
    await look(screen, written(tmp_path, head + rows))
    assert screen.says(said.device_time)
    await screen.tap(said.zone_change)
    await screen.type(said.zone_find, "berl")
    await screen.tap("Berlin, Germany")
    assert screen.says(said.zone_time.format(place="Berlin"))
    assert screen.says(said.skipped(1))
    assert screen.says(said.twice(1))
    await screen.tap(said.bring)
    await screen.tap(words.shell.done)
    await lock(screen)
    with house.session() as session:
        assert [f"{one.when:%H:%M%z}" for one in every_check_in(session)] == ["02:30+0200", "02:30+0100"]


async def test_another_time_zone_can_be_left_for_that_of_this_device(
    screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    await screen.tap(said.zone_change)
    await screen.type(said.zone_find, "New York")
    await screen.tap("New York, United States")
    assert screen.says(said.zone_time.format(place="New York"))
    await screen.tap(said.zone_change)
    await screen.tap(said.zone_device)
    assert screen.says(said.device_time)
    await screen.tap(said.zone_change)
    await screen.tap(said.go_on)
    assert screen.says(said.device_time)


async def test_no_mood_is_guessed_and_every_word_must_be_answered(
    screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
    for label in ("fantastic", "blergh"):
        for level in (*(MOODS[key] for key in "12345"), said.no_mood):
            assert not is_chosen(screen, named(label, level))
    await screen.tap(said.go_on)
    assert said.moods_open(2) in spoken(screen)
    await map_moods(screen, fantastic=MOODS["5"])
    assert said.moods_open(1) in spoken(screen)
    assert not screen.can_tap(said.bring)


async def test_a_word_may_say_no_mood_and_a_known_one_may_mean_something_else(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
    await screen.tap(named("good", MOODS["4"]))
    await screen.tap(named("good", MOODS["3"]))
    await map_moods(screen, fantastic=MOODS["5"], blergh=said.no_mood)
    assert screen.says("blergh: No mood")
    await screen.tap(said.bring)
    assert [mood for mood, _ in await leave_and_read(house, screen)] == [3, None, 5, 5]


async def test_until_it_is_wanted_nothing_has_come_in(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    await screen.tap(said.not_now)
    assert await leave_and_read(house, screen) == []


async def test_what_was_said_before_can_be_changed_and_stands_where_it_was(
    screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    await screen.tap(said.moods_change)
    assert is_chosen(screen, named("fantastic", MOODS["5"]))
    await map_moods(screen, fantastic=MOODS["4"])
    assert screen.says("fantastic: Good")


async def test_the_same_file_twice_is_nothing_new(screen: Headless, two_unknown: Path) -> None:
    await bring(screen, two_unknown)
    await screen.tap(words.shell.done)
    await look(screen, two_unknown)
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


async def test_a_word_can_be_sent_elsewhere_or_left_out(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
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


def test_a_support_that_is_not_among_mine_is_said_to_be_left_out() -> None:
    absent = NameFound(of=WordList.WITH, name="Ana", count=2, target=None, missing=True)
    preview = Preview(kind=FileKind.OWN_CSV, check_ins=2, names=(absent,))
    shown = told(Answers(file=BroughtFile("x", b""), preview=preview), cast("Vocabulary", None))
    assert shown.remarks == (said.missing(1),)
    assert shown.names == ()


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


# ------------------------------------------------------------ what was said outlives a rebuilt window


async def test_every_answer_outlives_a_window_that_grows_wide(screen: Headless, two_unknown: Path) -> None:
    await screen.go("/settings/import")
    await screen.type(said.file, str(two_unknown))
    await screen.resize(1280, 800)
    assert screen.value(said.file) == str(two_unknown)
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


async def test_help_and_back_leave_every_answer_where_it_was(screen: Headless, two_unknown: Path) -> None:
    await look(screen, two_unknown)
    await screen.tap(named("fantastic", MOODS["5"]))
    await screen.tap("When it’s hard")
    await screen.back()
    assert is_chosen(screen, named("fantastic", MOODS["5"]))


async def test_after_the_screen_is_left_nothing_of_the_file_is_held(
    screen: Headless, two_unknown: Path
) -> None:
    before = _answers_held()
    await look(screen, two_unknown)
    assert _answers_held() > before
    await screen.resize(1280, 800)
    await screen.go("/")
    assert _answers_held() == before


def _answers_held() -> int:
    gc.collect()
    return sum(isinstance(one, Answers) for one in gc.get_objects())
