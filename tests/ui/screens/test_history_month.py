"""A month and a year: what is heard of each day and month, where it leads, and where it ends."""

from datetime import date

import pytest

from app import words
from app.domain.check_in import CheckIn
from app.session import Session
from app.store.check_in import CheckIns
from app.ui.screens import history_year
from app.ui.screens.history_month import month
from app.ui.screens.history_year import year
from app.ui.widgets.year import HEIGHT
from tests.domain.sample import stamp
from tests.headless.client_tree import Node, nodes_within
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, House, unlock
from tests.ui.screens.test_every_screen import name_of, pressables
from tests.ui.screens.test_history import DAY, write

NOVEMBER, YEAR = "/history/month/2026-11", "/history/year/2026"


@pytest.fixture
def some(house: House) -> House:
    """A vault with check-ins on three days of this month, one last month and one three years ago."""
    write(
        house,
        {"ago": 0, "mood": 4},
        {"ago": 2, "mood": 2},
        {"ago": 2, "mood": 5},
        *({"ago": 5, "mood": None} for _ in range(5)),
        {"ago": 30, "mood": 1},
        {"ago": 1000, "mood": 3},
    )
    return house


def names(screen: Headless) -> list[str]:
    return [name_of(one) for one in pressables(screen)]


def dots(screen: Headless) -> list[list[Node]]:
    """The points of each line of marks, the outlines among them."""
    drawn = [node for node in nodes_within(screen.client.tree.page["views"][-1]) if node["_c"] == "Canvas"]
    return [list(node["shapes"]) for node in drawn]


async def test_each_day_with_a_check_in_is_named_and_the_others_are_one_sentence(some: House) -> None:
    async with some.window() as screen:
        await unlock(screen)
        await screen.go(NOVEMBER)
        days = [name for name in names(screen) if "check-in" in name]
        assert days == [
            "Monday, 16 November 2026, 5 check-ins: 5 No mood",
            "Thursday, 19 November 2026, 2 check-ins: 1 Very good, 1 Hard",
            "Saturday, 21 November 2026, today, one check-in: Good",
        ]
        assert screen.says("8 check-ins on 3 days. The other days have none.")
        assert screen.says("+2")


async def test_a_day_leads_to_its_check_ins_and_back(some: House) -> None:
    async with some.window() as screen:
        await unlock(screen)
        await screen.go(NOVEMBER)
        await screen.tap("Thursday, 19 November 2026, 2 check-ins: 1 Very good, 1 Hard")
        assert screen.route == "/history/day/2026-11-19"
        await screen.tap("Hard, 19 November 2026, 09:30, 2 days ago")
        await screen.tap("In between")
        await screen.back()
        await screen.back()
        assert screen.can_tap("Thursday, 19 November 2026, 2 check-ins: 1 Very good, 1 In between")


async def test_months_and_years_lie_side_by_side_from_the_first_to_today(some: House) -> None:
    async with some.window() as screen:
        await unlock(screen)
        await screen.go(NOVEMBER)
        assert "December 2026" not in names(screen)
        await screen.tap("October 2026")
        assert screen.says("One check-in on one day.")
        await screen.tap("September 2026")
        assert screen.says("No check-ins.")
        await screen.tap("October 2026")
        await screen.tap("November 2026")
        await screen.go("/history/month/2024-02")
        assert not {"January 2024", "2023"} & set(names(screen))
        await screen.tap("Year")
        assert screen.route == "/history/year/2024"
        await screen.tap("2025")
        assert screen.says("No check-ins.")
        await screen.tap("2026")
        assert not {"2027"} & set(names(screen))


async def test_a_check_in_of_a_day_still_to_come_here_can_be_reached(house: House) -> None:
    write(house, {"ago": -40, "mood": 4})
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(NOVEMBER)
        await screen.tap("December 2026")
        assert screen.can_tap("Thursday, 31 December 2026, one check-in: Good")


async def test_a_year_tells_each_month_and_leads_to_it(some: House) -> None:
    async with some.window() as screen:
        await unlock(screen)
        await screen.go(YEAR)
        months = [name for name in names(screen) if "check-in" in name]
        assert months == ["October: one check-in on one day", "November: 8 check-ins on 3 days"]
        await screen.tap(months[1])
        assert screen.route == NOVEMBER
        await screen.tap(words.history.tabs["year"])
        assert screen.route == YEAR


@pytest.mark.parametrize("path", ["/patterns", "/history", NOVEMBER, YEAR])
async def test_no_view_of_check_ins_lies_on_another_so_none_has_a_way_back(some: House, path: str) -> None:
    async with some.window() as screen:
        await unlock(screen)
        for before in ("/patterns", "/history", YEAR):
            await screen.go(before)
            await screen.go(path)
            assert not screen.can_tap(words.shell.back)


async def test_the_usual_answer_is_told_once_there_is_enough_to_tell(house: House) -> None:
    write(house, *({"ago": ago, "mood": mood} for ago, mood in enumerate((4, 4, 2, 2, 3))))
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(YEAR)
        assert screen.can_tap("November: 5 check-ins on 5 days; most often Good or Hard")


async def test_each_level_of_a_day_is_one_dot_the_higher_the_better(some: House) -> None:
    async with some.window() as screen:
        await unlock(screen)
        await screen.go(YEAR)
        october, november = dots(screen)
        outline, *fills = november
        assert len(outline["points"]) == 4  # 16, 19 twice, 21
        heights = [shape["points"][0][1] for shape in fills]
        assert heights == sorted(heights, reverse=True)
        assert all(0 < y < HEIGHT for y in heights)
        assert len(october) == 2


@pytest.mark.parametrize("language", ["en", "ar-XB"])
async def test_the_month_is_drawn_for_the_room_there_is(some: House, language: str) -> None:
    (some.folder / "settings.json").write_text(f'{{"language": "{language}"}}', encoding="utf-8")
    async with some.window(width=390) as screen:
        await unlock(screen)
        await screen.go(YEAR)
        canvas = [
            node for node in nodes_within(screen.client.tree.page["views"][-1]) if node["_c"] == "Canvas"
        ][-1]
        screen.client.tell(canvas, "resize", {"w": 620.0, "h": HEIGHT})
        await screen.settle()
        [x] = (
            {x for x, y in dots(screen)[-1][-2]["points"]}
            if language == "en"
            else {620 - x for x, y in dots(screen)[-1][-2]["points"]}
        )
        assert x == 20.5 * 20


@pytest.mark.parametrize(("region", "first"), [("US", "Su"), ("GB", "Mo"), ("EG", "Sa"), ("", "Mo")])
async def test_weeks_begin_as_they_do_in_the_region(some: House, region: str, first: str) -> None:
    (some.folder / "settings.json").write_text(f'{{"region": "{region}"}}', encoding="utf-8")
    async with some.window() as screen:
        await unlock(screen)
        await screen.go(NOVEMBER)
        assert next(text for text in screen.texts() if text in {"Mo", "Sa", "Su"}) == first


@pytest.mark.parametrize("weekday", range(7))
def test_every_day_of_a_month_stands_once_under_its_weekday(some: House, weekday: int) -> None:
    with some.session() as session:
        shown = month(session, date(2024, 2, 1), weekday)
    days = [(place, day.number) for week in shown.weeks for place, day in enumerate(week) if day]
    assert [number for _, number in days] == list(range(1, 30))
    assert all((date(2024, 2, number).weekday() - weekday) % 7 == place for place, number in days)


def test_a_year_is_what_its_check_ins_say(house: House) -> None:
    with house.session() as session:
        kept = CheckIns(session._unlocked.vault)
        moods = [1, 5, 3, None, 2, 5, 4]
        for number in range(200):
            when = MORNING - number * DAY * 1.5
            kept.put(CheckIn(**stamp(), when=when, mood=moods[number % 7]))
        told = {
            (index, day): set(levels)
            for index, line in enumerate(year(session, 2026), start=1)
            for day, levels in line.marks.items()
        }
        slow: dict[tuple[int, int], set[int]] = {}
        for one in kept.latest():
            if one.when.year == 2026:
                slow.setdefault((one.when.month, one.when.day), set()).add(one.mood or 0)
        assert told == slow


async def test_what_takes_long_to_count_follows_while_the_page_stands(
    some: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_year, "AT_ONCE_SECONDS", -1.0)
    async with some.window() as screen:
        await unlock(screen)
        await screen.go(YEAR)
        assert screen.can_tap("November: 8 check-ins on 3 days")
        await screen.go("/history/year/2025")
        assert screen.says("No check-ins.")


async def test_a_lock_while_a_year_is_counted_ends_it(some: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_year, "AT_ONCE_SECONDS", -1.0)
    counted = 0
    line = history_year._line

    def watched(session: Session, first: date) -> history_year.MonthLine:
        nonlocal counted
        counted += 1
        if counted == 2:
            screen.client.tell(
                screen.client.tree.page,
                "keyboard_event",
                {"key": "H", "ctrl": True, "shift": True, "alt": False, "meta": False},
            )
        return line(session, first)

    async with some.window() as screen:
        await unlock(screen)
        monkeypatch.setattr(history_year, "_line", watched)
        await screen.go(YEAR)
        assert screen.texts() == ["Nothing is open here.", "Continue"]
    assert 2 <= counted < 11
