"""Days: a page at a time, found by words, narrowed down, jumped to, and right again after a change."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app import words
from app.domain.check_in import CheckIn
from app.store.check_in import CheckIns
from app.ui.screens import history, history_reading
from app.ui.screens.history_reading import PAGE
from app.ui.screens.history_rows import line
from app.vault import VaultUnsupported
from tests.domain.sample import stamp
from tests.headless.kit import Headless
from tests.session.house import every_check_in
from tests.ui.screens.house import MANY_SCRIPTS, MORNING, House, lock, unlock

FIND = "Find words in all years"
DAY = timedelta(days=1)


def write(house: House, *check_ins: dict[str, Any]) -> None:
    """Keep check-ins that lie so many days back; noted ``n days ago`` where nothing else is said."""
    with house.session() as session, session._unlocked.vault.change():
        kept = CheckIns(session._unlocked.vault)
        for fields in check_ins:
            ago = fields.pop("ago")
            given = {"mood": 3, "note": f"{ago} days ago", **fields}
            kept.put(CheckIn(**stamp(), when=MORNING - ago * DAY, **given))


def every_day(house: House, days: int) -> None:
    write(house, *({"ago": ago} for ago in range(days)))


def notes(screen: Headless) -> list[str]:
    return [text for text in screen.texts() if re.fullmatch(r"\d+ days ago", text)]


def rows(screen: Headless) -> int:
    return len(notes(screen))


async def pick_day(screen: Headless, button: str, when: datetime) -> None:
    await screen.tap(button)
    picker = screen.client.dialogs[-1]
    screen.client.tell(picker, "change", when, value=when)
    await screen.settle()
    screen.client.close_dialog(picker)
    await screen.settle()


async def scroll_to_end(screen: Headless) -> None:
    [column] = [
        seen.node for seen in screen._in_reach() if seen.kind == "Column" and seen.node.get("on_scroll")
    ]
    end = {
        "event_type": "update",
        "pixels": 5000.0,
        "min_scroll_extent": 0.0,
        "max_scroll_extent": 5100.0,
        "viewport_dimension": 800.0,
    }
    screen.client.tell(column, "scroll", end)
    await screen.settle()


async def in_history(screen: Headless) -> Headless:
    await unlock(screen)
    await screen.tap("Patterns")
    await screen.tap("Days")
    return screen


@pytest.fixture
async def long(house: House) -> AsyncIterator[Headless]:
    """A phone at the days of a vault with a check-in on each of a hundred days."""
    every_day(house, 100)
    async with house.window() as screen:
        yield await in_history(screen)


@pytest.mark.parametrize("path", ["/history", "/history/month/2026-11", "/history/year/2026"])
async def test_without_a_check_in_it_says_what_will_be_here(screen: Headless, path: str) -> None:
    await screen.go(path)
    assert screen.says("Your check-ins will be here, day by day.")
    await screen.tap("Go to Today")
    assert screen.says("How is it right now?")


async def test_days_stand_under_their_names_newest_first(house: House) -> None:
    write(
        house, {"ago": 0, "mood": 4, "note": "first\nsecond", "feelings": ("calm",)}, {"ago": 3, "mood": None}
    )
    async with house.window() as screen:
        await in_history(screen)
        texts = screen.texts()
        assert texts.index("Today") < texts.index("Wednesday, 18 November 2026")
        assert screen.can_tap("Good, 21 November 2026, 09:30, calm, first")
        assert screen.can_tap("No mood, 18 November 2026, 09:30, 3 days ago")
        assert not screen.says("second")
        assert screen.says("There is nothing before this.")


async def test_a_day_belongs_to_its_own_clock_and_has_one_heading(house: House) -> None:
    with house.session() as session:
        kept = CheckIns(session._unlocked.vault)
        for hour in (1, 23):
            kept.put(CheckIn(**stamp(), when=datetime(2026, 11, 1, hour, tzinfo=UTC), mood=hour % 5 + 1))
    async with house.window() as screen:
        await in_history(screen)
        assert screen.texts().count("Sunday, 1 November 2026") == 1


async def test_a_page_at_a_time_by_a_button_and_by_scrolling(long: Headless) -> None:
    assert rows(long) == PAGE
    await long.tap("Show older")
    assert rows(long) == 2 * PAGE
    await scroll_to_end(long)
    assert rows(long) == 100
    assert notes(long)[-1] == "99 days ago"
    assert long.says("There is nothing before this.")
    await scroll_to_end(long)
    assert rows(long) == 100


async def test_after_many_rows_it_goes_on_at_the_top_of_a_fresh_page_and_back(
    long: Headless, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MOST_ROWS", 60)
    await scroll_to_end(long)
    assert rows(long) == 60
    await scroll_to_end(long)
    assert rows(long) == 60
    await long.tap("Show older")
    assert (rows(long), notes(long)[0]) == (40, "60 days ago")
    assert long.called("scroll_to")[-1]["offset"] == 0
    await long.tap("Newer")
    assert notes(long)[0] == "0 days ago"
    assert not long.can_tap("Newer")


async def test_an_old_check_in_is_opened_changed_and_seen_changed(house: House, long: Headless) -> None:
    await long.tap("Show older")
    await long.tap("In between, 17 September 2026, 09:30, 65 days ago")
    await long.tap("Very good")
    await long.type("Note", "Now another")
    await long.back()
    assert long.route == "/history"
    assert long.can_tap("Very good, 17 September 2026, 09:30, Now another")
    assert rows(long) == 79


async def test_an_old_check_in_is_moved_and_stands_under_its_other_day(long: Headless) -> None:
    await long.tap("In between, 23 October 2026, 09:30, 29 days ago")
    await pick_day(long, "Date: 23 October 2026", datetime(2026, 11, 20, 12, tzinfo=UTC))
    await long.back()
    assert long.can_tap("In between, 20 November 2026, 09:30, 29 days ago")
    assert not long.can_tap("In between, 23 October 2026, 09:30, 29 days ago")
    assert rows(long) == PAGE


async def test_an_old_check_in_is_deleted_and_brought_back(long: Headless) -> None:
    row = "In between, 1 November 2026, 09:30, 20 days ago"
    await long.tap(row)
    await long.tap("Delete")
    assert not long.can_tap(row)
    await long.tap("Undo")
    assert long.can_tap(row)
    assert notes(long).count("20 days ago") == 1


async def test_what_is_gone_is_told_when_its_row_is_pressed(
    long: Headless, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CheckIns, "again", lambda *_: None)
    await long.tap("In between, 1 November 2026, 09:30, 20 days ago")
    assert long.says("This is no longer here.")
    assert long.route == "/history"


async def test_words_are_found_in_all_years_once_typing_rests(house: House) -> None:
    write(
        house,
        {"ago": 1},
        {"ago": 900, "note": f"by the sea {MANY_SCRIPTS}"},
        {"ago": 2000, "feelings": ("lonely",)},
    )
    async with house.window() as screen:
        await in_history(screen)
        await screen.type(FIND, "zoe SEA")
        assert rows(screen) == 2
        await screen.later(1)
        assert rows(screen) == 0
        assert screen.can_tap(f"In between, 4 June 2024, 09:30, by the sea {MANY_SCRIPTS}")
        assert screen.says("One check-in found.")
        await screen.submit(FIND, "lonely")
        assert rows(screen) == 1
        await screen.submit(FIND, "xyz")
        assert screen.says("Nothing here matches.")
        await screen.submit(FIND, "")
        assert rows(screen) == 2
        assert screen.says("There is nothing before this.")


async def test_a_row_that_was_found_shows_where_the_word_stands(house: House) -> None:
    far = f"{'a long way to go ' * 4}to the harbour at last"
    write(
        house,
        {"ago": 1, "note": "first line\nthen the Harbour", "mood": 4},
        {"ago": 2, "note": "", "doing": ("moving",)},
        {"ago": 3, "note": far},
        {"ago": 4, "note": "the harbour", "source_text": "2020,harbour"},
        {"ago": 5, "note": "", "source_text": "2020,the harbour"},
    )
    with house.session() as session:
        found = [line(session, one, "harbour") for one in every_check_in(session)]
        moving = line(session, every_check_in(session)[1], words.check_in.deed["moving"].upper())
    excerpt = "… long way to go to the harbour at last"
    assert [one.found for one in found] == ["then the Harbour", "", excerpt, "", "2020,the harbour"]
    assert found[0].name.endswith(", first line, then the Harbour")
    assert moving.found == words.check_in.deed["moving"]


async def test_what_was_typed_to_search_is_forgotten_on_leaving(house: House, long: Headless) -> None:
    await long.submit(FIND, "1 days")
    await long.tap("Today")
    await long.go("/history")
    assert long.value(FIND) == ""
    await lock(long)
    with house.session() as session:
        assert session.drafts._now == {}


async def test_it_is_narrowed_down_and_says_in_how_many_ways(house: House) -> None:
    write(
        house,
        {"ago": 1, "mood": 5, "feelings": ("calm",)},
        {"ago": 2, "mood": 5, "feelings": ("sad",)},
        {"ago": 3, "mood": 1, "feelings": ("calm",)},
        {"ago": 4, "mood": None, "time_known": False},
    )
    async with house.window() as screen:
        await in_history(screen)
        await screen.tap("Narrow down")
        await screen.toggle("Very good")
        assert notes(screen) == ["1 days ago", "2 days ago"]
        await screen.tap("Feelings")
        await screen.toggle("calm")
        assert screen.can_tap("Narrowed down in 2 ways")
        assert notes(screen) == ["1 days ago"]
        await screen.tap("Clear")
        assert rows(screen) == 4
        await screen.toggle("No mood")
        assert notes(screen) == ["4 days ago"]
        await screen.toggle("No mood")
        await screen.toggle("Night")
        assert rows(screen) == 0
        await screen.toggle("Morning")
        assert rows(screen) == 3
        await screen.tap("Show what matches")
        assert not screen.says("Time of day")
        assert screen.can_tap("Narrowed down in one way")


async def test_it_is_narrowed_to_supports_topics_and_dates(house: House) -> None:
    with house.session() as session:
        ana, job = session.supports.add("Ana"), session.topics.add(name="a new job")
    write(
        house,
        {"ago": 1, "with_supports": (ana.id,)},
        {"ago": 2, "what_helped": (ana.id,), "topics": (job.id,)},
        {"ago": 3, "topics": (job.id,)},
    )
    async with house.window() as screen:
        await in_history(screen)
        await screen.tap("Narrow down")
        await screen.toggle("Ana")
        assert notes(screen) == ["1 days ago", "2 days ago"]
        await screen.toggle("a new job")
        assert notes(screen) == ["2 days ago"]
        await screen.tap("Clear")
        await pick_day(screen, "From: any day", datetime(2026, 11, 19, 12, tzinfo=UTC))
        await pick_day(screen, "To: any day", datetime(2026, 11, 19, 12, tzinfo=UTC))
        assert notes(screen) == ["2 days ago"]
        assert screen.can_tap("From: 19 November 2026")
        await screen.tap("Any dates")
        assert rows(screen) == 3
        assert screen.can_tap("Narrow down")


async def test_in_a_narrowed_list_a_changed_check_in_leaves_and_a_deleted_one_comes_back(
    house: House,
) -> None:
    write(house, {"ago": 1, "mood": 5}, {"ago": 70, "mood": 5}, {"ago": 140, "mood": 5})
    async with house.window() as screen:
        await in_history(screen)
        await screen.tap("Narrow down")
        await screen.toggle("Very good")
        await screen.tap("Very good, 12 September 2026, 09:30, 70 days ago")
        await screen.tap("Hard", within="How it is")
        await screen.back()
        assert notes(screen) == ["1 days ago", "140 days ago"]
        await screen.tap("Very good, 4 July 2026, 09:30, 140 days ago")
        await screen.tap("Delete")
        assert notes(screen) == ["1 days ago"]
        await screen.tap("Undo")
        assert notes(screen) == ["1 days ago", "140 days ago"]
        assert screen.can_tap("Narrowed down in one way")


async def test_in_a_narrowed_list_what_moved_behind_its_end_comes_once_with_the_older(long: Headless) -> None:
    await long.tap("Narrow down")
    await long.toggle("In between")
    await long.tap("In between, 20 November 2026, 09:30, 1 days ago")
    await pick_day(long, "Date: 20 November 2026", MORNING - 70 * DAY)
    await long.back()
    assert rows(long) == PAGE - 1
    await long.tap("Show older")
    assert rows(long) == 2 * PAGE - 1
    assert notes(long).count("1 days ago") == 1


async def test_a_jump_lands_on_the_day_or_on_what_came_before(house: House) -> None:
    write(house, {"ago": 1}, {"ago": 100}, {"ago": 101})
    async with house.window() as screen:
        await in_history(screen)
        await pick_day(screen, "Jump to a date", datetime(2026, 8, 13, 12, tzinfo=UTC))
        assert notes(screen) == ["100 days ago", "101 days ago"]
        assert not screen.says("Nothing on")
        await pick_day(screen, "Jump to a date", datetime(2026, 9, 1, 12, tzinfo=UTC))
        assert notes(screen) == ["100 days ago", "101 days ago"]
        assert screen.says("Nothing on 1 September 2026. Here is what came before.")
        await pick_day(screen, "Jump to a date", datetime(2025, 9, 1, 12, tzinfo=UTC))
        assert screen.says("Nothing on 1 September 2025, and nothing before it.")
        await screen.tap("Newer")
        assert rows(screen) == 3


async def test_newer_goes_about_one_page_up_from_a_day(long: Headless) -> None:
    await pick_day(long, "Jump to a date", MORNING - 90 * DAY)
    assert notes(long)[0] == "90 days ago"
    await long.tap("Newer")
    assert notes(long)[0] == "50 days ago"
    await long.tap("Newer")
    assert notes(long)[0] == "10 days ago"
    await long.tap("Newer")
    assert notes(long)[0] == "0 days ago"
    assert not long.can_tap("Newer")


async def test_a_day_can_be_linked_to_and_lies_above_its_month(long: Headless) -> None:
    await long.go("/history/day/2026-10-01")
    assert notes(long)[0] == "51 days ago"
    await long.back()
    assert long.route == "/history/month/2026-10"


@pytest.mark.parametrize(
    "path", ["/history/day/never", "/history/month/2026-13", "/history/year/x", "/history/month/0"]
)
async def test_a_day_a_month_or_a_year_that_is_none_is_told(screen: Headless, path: str) -> None:
    await screen.go(path)
    assert screen.says("This is no longer here.")
    assert screen.can_tap("Days")


async def test_a_long_search_says_how_far_it_is_stops_and_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(
        house,
        {"ago": 1, "note": "found"},
        *({"ago": ago} for ago in range(40, 2000, 30)),
        {"ago": 2001, "note": "found"},
    )
    monkeypatch.setattr(history, "SHOW_AFTER_SECONDS", 0.0)
    step = history_reading.Reading.step

    def watched(reading: history_reading.Reading) -> None:
        if screen.can_tap("Stop"):
            stop = next(one for one in screen._in_reach() if one.node.get("content") == "Stop")
            screen.client.tell(stop.node, "click")
        step(reading)

    async with house.window() as screen:
        await in_history(screen)
        monkeypatch.setattr(history_reading.Reading, "step", watched)
        await screen.submit(FIND, "found")
        assert screen.says("Looked back to")
        assert screen.can_tap("In between, 20 November 2026, 09:30, found")
        assert not screen.can_tap("Stop")
        monkeypatch.setattr(history_reading.Reading, "step", step)
        await screen.tap("Look further")
        assert screen.says("2 check-ins found.")
        assert screen.can_tap("In between, 30 May 2021, 09:30, found")


async def test_a_search_goes_on_when_the_window_grows_wide(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(house, *({"ago": ago, "note": "found"} for ago in (1, 500, 900)))
    async with house.window() as screen:
        await in_history(screen)
        await screen.submit(FIND, "found")
        await screen.tap("Narrow down")
        await screen.resize(1280, 800)
        assert screen.value(FIND) == "found"
        assert screen.says("Time of day")
        assert screen.says("3 check-ins found.")


async def test_a_lock_in_the_middle_of_a_search_ends_it(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(house, *({"ago": ago} for ago in range(1, 2000, 30)))
    steps = 0
    step = history_reading.Reading.step

    def counted(reading: history_reading.Reading) -> None:
        nonlocal steps
        steps += 1
        if steps == 3:
            screen.client.tell(
                screen.client.tree.page,
                "keyboard_event",
                {"key": "H", "ctrl": True, "shift": True, "alt": False, "meta": False},
            )
        step(reading)

    async with house.window() as screen:
        await in_history(screen)
        monkeypatch.setattr(history_reading.Reading, "step", counted)
        await screen.submit(FIND, "nowhere")
        assert screen.texts() == ["Nothing is open here.", "Continue"]
    assert 3 <= steps < 20


async def test_a_month_that_cannot_be_read_is_told_calmly(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    every_day(house, 60)

    def refuse(*_: object, **__: object) -> Any:
        raise VaultUnsupported("newer")

    async with house.window() as screen:
        await unlock(screen)
        monkeypatch.setattr(CheckIns, "of_month", refuse)
        for path in ("/history", "/history/month/2026-11", "/history/year/2026"):
            await screen.go(path)
            assert screen.says("Older check-ins could not be read. Nothing was changed.")
