"""What a browser is told of where the person is: numbers, which it may write into its history."""

from pathlib import Path

from app import words
from tests.headless.kit import Headless
from tests.ui.test_ending import Process
from tests.ui.test_idle import unlocked


async def test_no_address_in_a_browser_says_which_screen_it_is(tmp_path: Path) -> None:
    async with Headless(Process(tmp_path)._show, web=True) as screen:
        await unlocked(screen)
        addresses = []
        for place in (words.shell.places["supports"], words.shell.places["plan"], words.shell.hard):
            await screen.tap(place)
            addresses.append(screen.route)
        assert len(set(addresses)) == len(addresses)
        assert all(address[1:].isdecimal() for address in addresses)
        await screen.go(addresses[0])
        assert screen.says(words.support.title)


async def test_elsewhere_a_path_is_its_own_address(tmp_path: Path) -> None:
    async with Headless(Process(tmp_path)._show) as screen:
        await unlocked(screen)
        await screen.tap(words.shell.hard)
        assert screen.route == "/hard"


async def test_an_address_of_before_leads_home(tmp_path: Path) -> None:
    async with Headless(Process(tmp_path)._show, web=True, route="/7") as screen:
        await unlocked(screen)
        assert screen.says(words.check_in.question)
