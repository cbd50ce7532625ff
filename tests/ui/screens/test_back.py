"""The way back by the system's gesture: one screen, a dialog before it, out of the app from the lowest, and no word lost."""

import pytest

from app import words
from app.domain.support import WayKind
from tests.ui.screens.house import House, unlock
from tests.ui.test_at_work import Work, start, turns

PHONES = pytest.mark.parametrize("platform", ["android", "ios"])


@PHONES
async def test_it_closes_a_dialog_before_the_screen_beneath_it(house: House, platform: str) -> None:
    with house.session() as session:
        line = session.supports.add("Line", ways=(session.supports.way(WayKind.CALL, "112"),))
        session.safety_net.add(line.id)
    async with house.window(platform=platform) as screen:
        await unlock(screen)
        await screen.go("/plan")
        await screen.go("/hard")
        await screen.tap("Call Line")
        assert len(screen.dialogs) == 1
        await screen.back()
        assert (screen.dialogs, screen.route) == ([], "/hard")
        await screen.back()
        assert screen.route == "/plan"


@PHONES
@pytest.mark.parametrize("route", ["/", "/supports", "/plan", "/patterns", "/growing"])
async def test_from_the_lowest_screen_it_leaves_the_app_which_locks(
    house: House, platform: str, route: str
) -> None:
    async with house.window(platform=platform) as screen:
        await unlock(screen)
        await screen.go(route)
        await screen.back()
        assert screen.left
        assert screen.says("Welcome back")


@PHONES
async def test_at_the_door_it_leaves_the_app_too(house: House, platform: str) -> None:
    async with house.window(platform=platform) as screen:
        await screen.tap("When it’s hard")
        await screen.back()
        assert not screen.left
        await screen.back()
        assert screen.left


async def test_what_was_typed_is_there_when_one_comes_again(house: House) -> None:
    async with house.window(platform="android") as screen:
        await unlock(screen)
        await screen.go("/support/new")
        await screen.type("Name", "An")
        await screen.back()
        assert screen.route == "/supports"
        await screen.back()
        assert screen.left
        await screen.show()
        await unlock(screen)
        await screen.go("/support/new")
        assert screen.value("Name") == "An"


async def test_it_leaves_no_screen_that_is_at_work_and_the_client_goes_on_showing_that(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(monkeypatch)
    async with house.window(platform="linux") as screen:
        await unlock(screen)

        async def look() -> None:
            await turns(screen, seconds=1)
            for _ in range(2):  # a view of the same route would be taken for the one that went
                popped = screen.client.tree.page["views"][-1]["route"]
                screen.client.tell(screen.client.tree.page, "view_pop", {"route": popped}, always=True)
                await turns(screen)
                assert popped not in [view["route"] for view in screen.client.tree.page["views"]]
                assert screen.says(words.shell.still_working)
                assert screen.says(words.everything.writing)

        work.meanwhile = look
        await start(screen)
        assert screen.says(words.everything.written.format(name="file"))
        await screen.back()
        assert screen.route == "/"
