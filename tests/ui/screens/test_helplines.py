"""Helplines on screen: honest about what is known, the person's own first, and there before unlocking."""

from datetime import timedelta

from app import words
from app.store.helpline import READ_ON, helplines
from app.store.settings import Settings, save
from tests.headless.kit import Headless
from tests.ui.screens.house import House, everything, unlock

said = words.helplines
NEW_ZEALAND = helplines()["NZ"][0]


def live_in_region(house: House, region: str) -> None:
    save(house.folder, Settings(region=region))


async def at_lines(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/helplines")


async def test_before_unlocking_the_lines_of_the_region_are_there(house: House) -> None:
    live_in_region(house, "GB")
    async with house.window(route="/hard") as screen:
        assert screen.says(said.here)
        assert not screen.can_tap(said.way_in)
        await screen.tap("Call Samaritans")
        await screen.tap("Text Shout")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:116123", "sms:85258"]


async def test_a_number_of_the_list_stands_as_it_is_written_there(house: House) -> None:
    live_in_region(house, "AU")
    async with house.window(route="/hard") as screen:
        assert screen.says("0477 13 11 14")
        await screen.tap("Text Lifeline")
        assert [one["url"] for one in screen.called("launch_url")] == ["sms:0477131114"]


async def test_what_is_said_about_a_line_stays_sealed(house: House) -> None:
    live_in_region(house, "GB")
    with house.session() as session:
        session.helplines.hide(helplines()["GB"][0])
        session.helplines.make_own(helplines()["GB"][1], "a note of mine")
    async with house.window(route="/hard") as screen:
        assert screen.can_tap("Call Samaritans")
        assert not screen.says(said.mine)
        assert "a note of mine" not in everything(screen)


async def test_without_a_region_there_are_none_and_with_it_they_come_at_once(house: House) -> None:
    async with house.window(route="/hard") as screen:
        assert not screen.says(said.here)
        await screen.type("Country or region", "new z")
        await screen.tap("New Zealand")
        assert screen.can_tap("Text 1737, Need to talk?")
        await screen.tap("Change where I am")
        assert not screen.says(said.here)


async def test_pairs_stand_together(house: House) -> None:
    live_in_region(house, "AU")
    async with house.window(route="/hard") as screen:
        assert screen.can_tap("Call Lifeline")
        assert screen.can_tap("Call Kids Helpline")
        assert screen.says(said.for_whom["young"] + " · " + said.hours["always"])


async def test_a_line_says_when_it_was_read_of_and_that_it_is_old_when_it_is(house: House) -> None:
    live_in_region(house, "NZ")
    house.clock.now = house.clock.now.replace(year=2026, month=11, day=28)
    read = said.named.format(month=words.moment.month(NEW_ZEALAND.named_on), day=words.moment.day(READ_ON))
    async with house.window(route="/hard") as screen:
        assert screen.says(read)
        assert not screen.says(said.old)
    house.clock.now += timedelta(days=60)
    async with house.window(route="/hard") as screen:
        assert screen.says(read)
        assert screen.says(said.old)


async def test_what_is_not_known_is_said(house: House) -> None:
    live_in_region(house, "US")
    async with house.window() as screen:
        await at_lines(screen)
        assert screen.says(said.unknown.format(things=said.things["emergency"]))
        assert screen.says("Speaks: English, Spanish")
        assert screen.says(said.is_free)
        assert screen.says("samhsa.gov (2023)")


async def test_that_the_person_checked_a_number_takes_the_place_of_ours(house: House) -> None:
    live_in_region(house, "US")
    async with house.window() as screen:
        await at_lines(screen)
        assert screen.says(said.old)
        await screen.tap("I checked 988 Suicide & Crisis Lifeline today")
        assert screen.says("You checked this on November 21, 2026.")
        assert not screen.says(said.old)


async def test_a_line_is_hidden_with_undo_and_shown_again(house: House) -> None:
    live_in_region(house, "GB")
    async with house.window() as screen:
        await at_lines(screen)
        await screen.tap("Hide Samaritans")
        assert not screen.can_tap("Call Samaritans")
        await screen.tap("Undo")
        assert screen.can_tap("Call Samaritans")
        await screen.tap("Hide Samaritans")
        await screen.tap("Show Samaritans again")
        assert screen.can_tap("Call Samaritans")


async def test_a_pinned_line_stands_first_on_the_page_for_hard_times(house: House) -> None:
    live_in_region(house, "GB")
    async with house.window() as screen:
        await at_lines(screen)
        await screen.tap("Pin Childline")
        assert screen.says(said.pinned)
        await screen.tap("When it’s hard")
        texts = screen.texts()
        assert texts.index("Childline") < texts.index("Samaritans")
        await screen.tap(said.way_in)
        await screen.tap("Unpin Childline")
        assert not screen.says(said.pinned)


async def test_a_corrected_line_is_the_persons_own_and_comes_first(house: House) -> None:
    live_in_region(house, "GB")
    async with house.window() as screen:
        await at_lines(screen)
        await screen.tap("Correct Shout")
        assert screen.route.startswith("/support/")
        await screen.type("Name", "Shout by text")
        await screen.leave()
        await screen.go("/hard")
        assert screen.says(said.mine)
        texts = screen.texts()
        assert texts.index("Shout by text") < texts.index("Samaritans")
        await screen.tap(said.way_in)
        await screen.tap("Open Shout by text")
        assert screen.route.startswith("/support/")


async def test_where_we_know_no_line_that_is_said(house: House) -> None:
    live_in_region(house, "IS")
    async with house.window() as screen:
        await at_lines(screen)
        assert screen.says(said.none_here.format(region="Iceland"))
        await screen.tap(said.add_own)
        assert screen.route == "/support/new"


async def test_the_region_is_asked_here_too(screen: Headless) -> None:
    await screen.go("/helplines")
    assert screen.says(said.no_region)
    await screen.type("Country or region", "irel")
    await screen.tap("Ireland")
    assert screen.can_tap("Call Samaritans")


async def test_two_numbers_of_one_line_are_told_apart(house: House) -> None:
    live_in_region(house, "DE")
    async with house.window(route="/hard") as screen:
        await screen.tap("Call TelefonSeelsorge, 0800 1110222")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:08001110222"]
