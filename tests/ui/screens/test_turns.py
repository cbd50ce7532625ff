"""Taking turns: by the clock, without seconds, said to who cannot see it, and nothing kept that is not wanted."""

from datetime import timedelta

from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import House, Listener, lock, spoken, unlock


async def begun(screen: Headless, *names: str) -> None:
    await unlock(screen)
    await screen.go("/turns")
    for field, name in zip(("Who begins", "Who is next"), names, strict=False):
        await screen.type(field, name)
    await screen.tap(f"Begin with {names[0]}" if names else "Begin")


async def pass_time(house: House, screen: Headless, **by: float) -> None:
    house.clock.now += timedelta(**by)
    await screen.later(1)


async def test_a_turn_is_counted_in_minutes_and_its_end_is_said(house: House) -> None:
    async with house.window() as screen:
        await begun(screen, "Mei", "Ben")
        assert "Mei talks" in spoken(screen)
        assert screen.says("5")
        assert screen.says("minutes left")
        await pass_time(house, screen, minutes=1)
        assert screen.says("4")
        await pass_time(house, screen, minutes=3)
        assert screen.says("The last minute")
        await pass_time(house, screen, minutes=1)
        assert "Mei has had this turn. There is no hurry." in spoken(screen)
        await pass_time(house, screen, minutes=5)
        assert "Mei has had this turn. There is no hurry." in spoken(screen), "it waits for a press"
        await screen.tap("Ben begins")
        assert "Ben talks" in spoken(screen)
        assert screen.says("5")


async def test_nothing_is_sent_but_when_a_minute_has_passed(house: House, listener: Listener) -> None:
    async with house.window() as screen:
        await begun(screen)
        heard = len(listener.heard)
        for _ in range(59):
            await pass_time(house, screen, seconds=1)
        assert len(listener.heard) == heard
        await pass_time(house, screen, seconds=1)
        assert len(listener.heard) > heard
        assert not [said for said in spoken(screen) if "left" in said], (
            "a number that goes down is not read out"
        )


async def test_it_is_swapped_and_rests(house: House) -> None:
    async with house.window() as screen:
        await begun(screen)
        assert "One of you talks" in spoken(screen)
        await pass_time(house, screen, minutes=2)
        await screen.tap("Swap now")
        assert "The other talks" in spoken(screen)
        await pass_time(house, screen, minutes=1)
        await screen.tap("Pause")
        assert screen.says("The time is paused.")
        await pass_time(house, screen, minutes=40)
        assert screen.says("4")
        await screen.tap("Go on")
        await pass_time(house, screen, minutes=4)
        assert "This turn is over. There is no hurry." in spoken(screen)
        await screen.tap("The next one begins")
        assert "One of you talks" in spoken(screen)


async def test_the_minutes_are_chosen(house: House, screen: Headless) -> None:
    await screen.go("/turns")
    await screen.tap("10 minutes")
    await screen.tap("Begin")
    assert screen.says("10")


async def test_it_goes_on_elsewhere_and_while_it_is_locked_and_names_are_forgotten(house: House) -> None:
    async with house.window() as screen:
        await begun(screen, "Mei", "Ben")
        await screen.tap("Today")
        house.clock.now += timedelta(minutes=2)
        await screen.go("/turns")
        assert screen.says("Mei talks")
        assert screen.says("3")
        await screen.resize(1280, 800)
        await pass_time(house, screen, minutes=1)
        assert screen.says("2"), "a window that grows wide goes on telling"
        await lock(screen)
        await unlock(screen)
        await screen.go("/turns")
        assert screen.says("One of you talks")
        assert screen.says("2")


async def test_names_are_kept_for_the_next_time_where_that_is_wanted(house: House) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/turns")
        await screen.type("Who begins", "Mei")
        await screen.tap("Keep these names for next time")
        await screen.type("Who is next", "Ben")
        await screen.tap("Begin with Mei")
        await screen.tap("End this")
        assert (screen.value("Who begins"), screen.value("Who is next")) == ("Mei", "Ben")
        await lock(screen)
        await unlock(screen)
        await screen.go("/turns")
        assert screen.value("Who begins") == "Mei"
        await screen.tap("Keep these names for next time")
        await lock(screen)
    with house.session() as session:
        assert dict(session.drafts._now) == {}


async def test_ending_it_leaves_nothing_in_the_vault(house: House) -> None:
    async with house.window() as screen:
        await begun(screen, "Mei", "Ben")
        await screen.tap("End this")
        assert screen.value("Who begins") == ""
        await lock(screen)
    with house.session() as session:
        assert dict(session.drafts._now) == {}


async def test_names_are_told_to_nobody(house: House, canary: Canary) -> None:
    async with house.window() as screen:
        await begun(screen, str(canary))
        await pass_time(house, screen, minutes=5)
        assert f"{canary} has had this turn. There is no hurry." in spoken(screen)
