"""Today: one tap is a saved check-in, and what was noticed about the files is told calmly."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.vault import Vault
from tests.headless.kit import Headless
from tests.ui.screens.house import PASSPHRASE, House, spoken, unlock
from tests.ui.screens.lived_in import live_in
from tests.vault.disks import CheapDisk

NET, PLAN = "My safety net", "My plan"


@pytest.mark.parametrize("mood", ["Very good", "Good", "In between", "Hard", "Very hard", "I can’t name it"])
async def test_one_tap_saves_how_it_is(house: House, mood: str) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap(mood)
        assert "Saved. Add more, or leave it there." in spoken(screen)
    with house.session() as session:
        kept = session.check_ins.recent
        levels = {"Very good": 5, "Good": 4, "In between": 3, "Hard": 2, "Very hard": 1}
        assert [(one.mood, one.cannot_name) for one in kept] == [
            (levels.get(mood), mood == "I can’t name it")
        ]


async def test_undo_takes_it_back_and_asks_again(house: House, screen: Headless) -> None:
    await screen.tap("Hard")
    await screen.tap("Undo")
    assert "Taken back." in spoken(screen)
    assert screen.says("Your check-ins will be listed here.")
    assert screen.can_tap("Very good")
    assert screen.page.route == "/"


async def test_a_window_that_grows_wide_still_offers_to_take_back_what_was_saved(screen: Headless) -> None:
    await screen.tap("Hard")
    await screen.resize(1280, 800)
    assert screen.says("Saved. Add more, or leave it there.")
    await screen.tap("Undo")
    assert screen.says("Taken back.")
    await screen.resize(390, 844)
    assert screen.can_tap("Very good")


async def test_whoever_comes_back_to_today_is_asked_again(screen: Headless) -> None:
    await screen.tap("Hard")
    await screen.tap("Supports")
    await screen.tap("Today")
    await screen.resize(1280, 800)
    assert screen.can_tap("Very good")


async def test_add_more_opens_this_check_in(screen: Headless) -> None:
    await screen.tap("Hard")
    await screen.tap("Add more")
    assert screen.route.startswith("/check-in/")
    await screen.back()
    await screen.tap("Hard, 09:30")
    assert screen.route.startswith("/check-in/")


async def test_the_first_of_a_month_is_listed_at_once(screen: Headless) -> None:
    await screen.tap("Good")
    assert screen.can_tap("Good, 09:30")


async def test_another_can_follow(screen: Headless) -> None:
    await screen.tap("Good")
    await screen.tap("Check in again")
    await screen.tap("Very good")
    assert [text for text in screen.texts() if text.endswith(", 09:30")] == [
        "Very good, 09:30",
        "Good, 09:30",
    ]


async def test_after_a_low_one_help_is_offered_and_never_opened(house: House) -> None:
    live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Very hard", within="I can’t name it")
        assert screen.route == "/"
        assert screen.says("That sounds hard. Would any of these help?")
        await screen.tap(NET)
        assert screen.route == "/safety-net"
        await screen.go("/")
        await screen.tap("Very hard", within="I can’t name it")
        await screen.tap(PLAN, within="Nothing for now")
        assert screen.route == "/plan/read"
        await screen.go("/")
        await screen.tap("Very hard", within="I can’t name it")
        await screen.tap("Nothing for now")
        assert not screen.says("That sounds hard.")


async def test_what_is_at_hand_is_offered_first_by_its_name(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Very hard", within="I can’t name it")
        offers = [text for text in screen.texts() if text in {"Try: Mint tea", NET, PLAN}]
        assert offers == ["Try: Mint tea", NET, PLAN], "no more than three"
        await screen.tap("Try: Mint tea")
        assert screen.route == written.tea
        await screen.go("/")
        await screen.tap("In between", within="I can’t name it")
        assert not screen.says("Try:")


async def test_nothing_is_offered_that_is_not_there(screen: Headless) -> None:
    await screen.tap("Very hard")
    assert not screen.says("That sounds hard.")


async def test_the_last_five_are_listed_and_no_gap_is_counted(house: House) -> None:
    for mood in range(1, 7):
        with house.session() as session:
            session.check_ins.record(mood=(mood - 1) % 5 + 1)
        house.clock.now += timedelta(days=40)
    async with house.window() as screen:
        await unlock(screen)
        moments = [text for text in screen.texts() if ", 09:30" in text and text.count(",") > 1]
        assert len(moments) == 5
        assert not screen.says("days")


async def test_a_full_disk_is_told_and_the_question_stays(house: House, screen: Headless) -> None:
    with house.full():
        await screen.tap("Good")
    assert screen.says("There is no room left on this device, so this was not saved.")
    assert screen.says("Your check-ins will be listed here.")
    await screen.tap("Good")
    assert screen.says("Saved.")


async def test_a_failing_disk_is_told(house: House, screen: Headless) -> None:
    with house.broken():
        await screen.tap("Good")
    assert screen.says("This could not be saved.")
    assert not screen.says("Saved.")


# ---------------------------------------------------------------- what was noticed about the files


def log_of(house: House, collection: str) -> Path:
    vault = Vault.unlock(house.folder, PASSPHRASE, disk=CheapDisk())
    try:
        return vault._folder.log_path(collection)
    finally:
        vault.close()


def _flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))


@pytest.mark.parametrize(
    ("collection", "said"),
    [
        ("supports", "your supports"),
        ("safety_net", "your safety net"),
        ("safety_plan", "your plan"),
        ("check_ins/2026-11", "the check-ins of November 2026"),
    ],
)
async def test_a_damaged_file_is_told_by_what_it_held(house: House, collection: str, said: str) -> None:
    live_in(house)
    _flip(log_of(house, collection))
    async with house.window() as screen:
        await unlock(screen)
        assert screen.says(f"Part of {said} can’t be read any more.")
        assert screen.says("Everything else is as it was. Nothing was erased.")
        await screen.tap("Close")
        assert not screen.says("can’t be read")
        await screen.tap("Plan")
        await screen.tap("Today")
        assert not screen.says("can’t be read")


async def test_a_missing_file_is_told_by_what_it_held(house: House) -> None:
    live_in(house)
    log_of(house, "safety_plan").unlink()
    async with house.window() as screen:
        await unlock(screen)
        assert screen.says("A file is missing. It held your plan.")


async def test_an_older_file_is_told_by_what_it_held(house: House) -> None:
    live_in(house)
    path = log_of(house, "supports")
    older = path.read_bytes()
    with house.session() as session:
        session.supports.add("Ben")
    path.write_bytes(older)
    async with house.window() as screen:
        await unlock(screen)
        assert screen.says("Something is older than when you last locked: your supports.")


async def test_a_write_that_was_cut_short_is_told_and_nothing_saved_is_gone(house: House) -> None:
    live_in(house)
    path = log_of(house, "supports")
    before = {one: one.read_bytes() for one in house.folder.iterdir()}
    with house.session() as session:
        session.supports.add("Ben")
    after = path.read_bytes()
    for one, content in before.items():
        one.write_bytes(content)
    path.write_bytes(after[: len(before[path]) + 30])
    async with house.window() as screen:
        await unlock(screen)
        assert screen.says(
            "An unfinished change was set aside for 30 days: your supports. What you saved before it is here."
        )
        await screen.tap("Supports")
        assert screen.can_tap("Open Ana, Person · number 1 in my safety net")


async def test_nothing_is_told_where_all_was_healed(house: House) -> None:
    (house.folder / "vault.key").write_bytes(b"")
    async with house.window() as screen:
        await unlock(screen)
        assert screen.says("How is it right now?")
        assert not screen.says("About what is kept here")
