"""Files of another app that cannot come in, work that is stopped or broken off, and imports that are taken back."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app import words
from app.domain.import_record import ImportState
from app.imports.read import Refusal
from app.session.import_writing import ImportWriting
from app.session.imports import ImportVerbs
from app.store import import_record as kept
from app.store.record import UnreadableRecord
from app.vault import DiskFull, Stopped, VaultDamaged
from tests.canary import Canary
from tests.headless import press
from tests.headless.kit import Headless
from tests.imports.files import content, zipped
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
from tests.ui.screens.house import House, lock, spoken, unlock

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


async def test_neither_path_nor_answer_is_told_to_anyone(
    screen: Headless, two_unknown: Path, canary: Canary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise VaultDamaged("no such file")

    await look(screen, Path("/") / str(canary))
    assert said.refusals["not_there"] in spoken(screen)
    with monkeypatch.context() as patched:
        patched.setattr(ImportVerbs, "preview", fail)
        await screen.tap(said.look)
    await look(screen, written(two_unknown.parent, content("bearable.csv")))
    await screen.type(said.best, str(canary))
    await screen.tap(said.go_on)
    assert said.scale_open in spoken(screen)


async def test_a_full_disk_brings_in_nothing_and_it_can_be_tried_again(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    with house.full():
        await screen.tap(said.bring)
    assert said.too_little_room in spoken(screen)
    await screen.tap(said.bring)
    assert said.done(4) in spoken(screen)


async def test_what_could_not_be_taken_back_at_once_is_said_to_go_later(
    screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("no room")

    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    monkeypatch.setattr(kept, "MOST_MONTHS_IN_ONE_CHANGE", 0)
    monkeypatch.setattr(kept, "add", full)
    monkeypatch.setattr(ImportWriting, "take_back", full)
    await screen.tap(said.bring)
    assert said.rests in spoken(screen)


async def test_a_file_that_has_become_another_one_is_looked_at_again(
    screen: Headless, two_unknown: Path
) -> None:
    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    written(two_unknown.parent, TWO_UNKNOWN.replace(b"blergh", b"sparkly"))
    await screen.tap(said.bring)
    assert said.changed_meanwhile in spoken(screen)


def during(monkeypatch: pytest.MonkeyPatch, verb: str, meanwhile: Callable[[], Awaitable[None]]) -> None:
    """Let something happen in the window while the verb is at work in its thread, when it first says how far it is."""
    real, loop, told = getattr(ImportVerbs, verb), asyncio.get_running_loop(), list[int]()

    def slow(verbs: ImportVerbs, *given: Any, progress: Any, stop: Any) -> Any:
        def tell(done: int, total: int) -> None:
            progress(done, total)
            if not told:
                told.append(done)
                asyncio.run_coroutine_threadsafe(awaited(meanwhile), loop).result(10)

        return real(verbs, *given, progress=tell, stop=stop)

    monkeypatch.setattr(ImportVerbs, verb, slow)


async def awaited(meanwhile: Callable[[], Awaitable[None]]) -> None:
    await meanwhile()


async def turns(screen: Headless) -> None:
    """Let the loop go round while a thread is at work, a second later."""
    screen.client.work._ahead_seconds += 1
    for _ in range(60):
        await asyncio.sleep(0)


async def tap_at_work(screen: Headless, name: str) -> None:
    await turns(screen)
    press.press(screen.client, screen.one(name, lambda seen: seen.pressable, "thing to press", None))
    await turns(screen)


async def test_bringing_in_says_how_far_it_is_and_once_stopped_has_changed_nothing(
    house: House, screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stop() -> None:
        await turns(screen)
        assert screen.says(said.bringing)
        assert screen.says(words.at_work.done_of.format(done=16, total=200))
        await tap_at_work(screen, words.at_work.stop)

    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    during(monkeypatch, "bring", stop)
    await screen.tap(said.bring)
    assert said.stopped in spoken(screen)
    assert screen.can_tap(said.bring)
    assert await leave_and_read(house, screen) == []


async def test_while_they_come_in_nothing_else_on_the_page_takes_the_place_of_that(
    screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def wander() -> None:
        for name in (said.moods_change, said.names_change, said.another):
            await tap_at_work(screen, name)
            assert screen.says(said.bringing)

    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    during(monkeypatch, "bring", wander)
    await screen.tap(said.bring)
    assert said.done(4) in spoken(screen)


async def test_no_file_is_looked_at_while_an_import_is_taken_back(
    screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def wander() -> None:
        await tap_at_work(screen, said.look)
        assert screen.says(said.undoing)
        assert not screen.says(said.looking)

    await bring(screen, two_unknown)
    await screen.tap(words.shell.done)
    await screen.go("/settings/import")
    await screen.type(said.file, str(two_unknown))
    during(monkeypatch, "undo", wander)
    await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undone in spoken(screen)


async def test_looking_can_be_stopped(
    screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    during(monkeypatch, "preview", lambda: tap_at_work(screen, words.at_work.stop))
    await look(screen, two_unknown)
    assert said.stopped in spoken(screen)
    await screen.tap(said.look)
    assert screen.says(said.moods)


async def test_hiding_while_they_come_in_leaves_nothing_of_them(
    house: House, screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await look(screen, two_unknown)
    await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
    during(monkeypatch, "bring", lambda: tap_at_work(screen, words.shell.hide))
    await screen.tap(said.bring)
    assert screen.says(words.shell.hidden)
    with house.session() as session:
        assert list(every_check_in(session)) == []
        assert session.imports.all == ()


@pytest.mark.parametrize("verb", ["preview", "bring"])
@pytest.mark.parametrize("failure", [VaultDamaged("no such file"), MemoryError(), UnreadableRecord("word")])
async def test_what_fails_is_said_calmly_and_can_be_tried_again(
    screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch, verb: str, failure: Exception
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise failure

    why = said.cannot_look if verb == "preview" else said.cannot
    with monkeypatch.context() as patched:
        patched.setattr(ImportVerbs, verb, fail)
        await look(screen, two_unknown)
        if verb == "bring":
            await map_moods(screen, fantastic=MOODS["5"], blergh=MOODS["2"])
            await screen.tap(said.bring)
        assert why in spoken(screen)
    await screen.tap(said.look if verb == "preview" else said.bring)
    assert not screen.says(why)


async def test_a_table_that_has_other_columns_by_now_is_looked_at_again(
    screen: Headless, tmp_path: Path
) -> None:
    await look(screen, written(tmp_path, b"day,note\n2026-03-01,a\n"))
    await choose_columns(screen, date="day")
    await screen.tap(said.orders["year_first"])
    written(tmp_path, b"when,note\n2026-03-01,a\n")
    await screen.tap(said.go_on)
    assert said.changed_meanwhile in spoken(screen)


async def test_where_no_row_is_on_the_scale_that_is_said_with_the_way_back(
    screen: Headless, tmp_path: Path
) -> None:
    await look(screen, written(tmp_path, content("bearable.csv")))
    await screen.type(said.hardest, "50")
    await screen.type(said.best, "60")
    await screen.tap(said.go_on)
    assert said.nothing_read in spoken(screen)
    await screen.tap(said.scale_change)
    assert screen.value(said.hardest) == "50"


async def test_other_columns_ask_for_the_numbers_anew(screen: Headless, tmp_path: Path) -> None:
    await look(screen, written(tmp_path, b"day,a,b\n2026-03-01,5,100\n"))
    await choose_columns(screen, date="day", mood="a")
    await screen.tap(said.orders["year_first"])
    await screen.tap(said.mood_kinds["numbers"])
    await screen.tap(said.go_on)
    assert screen.value(said.best) == "5"
    await screen.tap(said.go_on)
    await screen.tap(said.columns_change)
    await screen.tap(named(said.roles["mood"], "a"))
    await screen.tap(named(said.roles["mood"], "b"))
    await screen.tap(said.go_on)
    assert screen.value(said.best) == "100"
    assert not screen.can_tap(said.bring)


async def test_a_file_is_named_by_what_can_be_kept(screen: Headless, tmp_path: Path) -> None:
    await bring(screen, written(tmp_path, TWO_UNKNOWN, b"a\xe4.csv".decode("utf-8", "surrogateescape")))
    assert said.done(4) in spoken(screen)
    assert screen.says("a?.csv")


# ------------------------------------------------------------ taking back


async def test_an_import_is_taken_back_where_it_was_done(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await bring(screen, two_unknown)
    await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undone in spoken(screen)
    assert not screen.can_tap(said.undo_of.format(moment="09:30"))
    assert await leave_and_read(house, screen) == []


async def test_past_imports_are_listed_and_taken_back_from_there(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await bring(screen, two_unknown)
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


async def test_after_thirty_days_an_import_stays(house: House, screen: Headless, two_unknown: Path) -> None:
    await bring(screen, two_unknown)
    house.clock.now += timedelta(days=31)
    await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undo_over in spoken(screen)
    await screen.go("/")
    await screen.go("/settings/import")
    assert screen.says(said.undo_over)


async def test_where_it_cannot_be_taken_back_that_is_said_and_it_can_be_tried_again(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await bring(screen, two_unknown)
    with house.broken():
        await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undo_cannot in spoken(screen)


async def test_one_stopped_halfway_says_when_the_rest_goes(
    screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def halfway(verbs: ImportVerbs, record: object, **_: object) -> None:
        (one,) = verbs.all
        at = one.created_at
        verbs.all = (replace(one, state=ImportState.TAKING_BACK, taken_back_at=at),)
        raise Stopped("it was stopped")

    await bring(screen, two_unknown)
    monkeypatch.setattr(ImportVerbs, "undo", halfway)
    await screen.tap(said.undo_of.format(moment="09:30"))
    assert said.undo_rests in spoken(screen)


async def test_today_shows_what_came_and_no_longer_what_was_taken_back(
    screen: Headless, two_unknown: Path
) -> None:
    await bring(screen, two_unknown)
    await screen.go("/")
    assert screen.says("blergh")
    await screen.go("/settings/import")
    await screen.tap(said.undo_of.format(moment="09:30"))
    await screen.go("/")
    assert not screen.says("blergh")
    assert screen.says(words.check_in.none_yet)


async def test_a_check_in_that_was_taken_back_can_no_longer_be_opened(
    house: House, screen: Headless, two_unknown: Path
) -> None:
    await bring(screen, two_unknown)
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


async def test_hiding_while_an_import_is_taken_back_shows_nothing_more_of_it(
    screen: Headless, two_unknown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await bring(screen, two_unknown)
    during(monkeypatch, "undo", lambda: tap_at_work(screen, words.shell.hide))
    await screen.tap(said.undo_of.format(moment="09:30"))
    assert screen.says(words.shell.hidden)
