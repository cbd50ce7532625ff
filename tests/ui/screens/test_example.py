"""An example says on every screen that it is one; nobody else's screens do."""

import pytest

from app.ui.routes import paths_to
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock

BANNER = "This is an example. Nothing in it is real."
PLACES = ("/", "/supports", "/plan", "/safety-net", "/settings", "/hard", "/support/new")


@pytest.mark.parametrize("example", [True, False])
async def test_every_screen_of_an_example_says_so(house: House, *, example: bool) -> None:
    with house.session() as session:
        session.preferences.change(example=example)
    async with house.window() as screen:
        assert not screen.says(BANNER)
        await unlock(screen)
        for place in PLACES:
            await screen.go(place)
            assert screen.page.route == place
            assert screen.says(BANNER) is example, place


async def test_there_is_a_screen_at_each_of_these_places(screen: Headless) -> None:
    assert all(paths_to(place, (), unlocked=True)[-1] == place for place in PLACES)
