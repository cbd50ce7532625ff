"""Narrowing down: the list and the map show the same, what is hidden is said, and one press shows all."""

from app.domain.exchange import Direction, Exchange, ExchangeWay, Given
from app.domain.support import SupportState
from app.session import Session
from tests.ui.screens.house import House, unlock
from tests.ui.screens.test_support_map import marks


def fill(session: Session) -> None:
    art = session.topics.add(name="Art")
    session.topics.add(name="Nobody’s topic")
    listens = (Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LISTENING),)
    session.supports.add("Ana", topics=(art.id,), exchanges=listens)
    session.supports.add("Ben", set_direction=Direction.BOTH)
    session.supports.add("Cem", exchanges=listens, state=SupportState.RESTING)


async def test_what_is_chosen_narrows_the_list_and_the_map_until_all_is_shown(house: House) -> None:
    with house.session() as session:
        fill(session)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Supports")
        await screen.tap("Narrow down")
        assert not screen.says("Nobody’s topic")
        await screen.toggle("Being listened to")
        assert screen.says("Only: Being listened to. 1 support is hidden.")
        assert screen.can_tap("Open Ana, Person · mostly to me")
        assert not screen.can_tap("Open Ben, Person · we both give and receive")
        await screen.tap("Map")
        assert screen.says("Only: Being listened to. 1 support is hidden.")
        assert len(marks(screen)) == 1
        assert screen.can_tap("Open Cem, Person · resting · mostly to me")
        await screen.tap("Narrow down")
        await screen.toggle("Art")
        assert not screen.can_tap("Open Cem, Person · resting · mostly to me")
        await screen.tap("Show all")
        assert not screen.says("hidden")
        assert len(marks(screen)) == 2
        await screen.tap("My supports")
        assert screen.can_tap("Open Ben, Person · we both give and receive")


async def test_where_nothing_is_left_it_says_so(house: House) -> None:
    with house.session() as session:
        fill(session)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/supports/map")
        await screen.tap("Narrow down")
        await screen.toggle("Laughter")
        assert screen.says("Only: Laughter. 3 supports are hidden.")
        assert screen.says("None of your supports has all of this. Choose less, or show all.")
        assert screen.says("A map with 0 marks around you.")
        await screen.go("/supports")
        assert screen.says("None of your supports has all of this. Choose less, or show all.")


async def test_a_lock_shows_all_again(house: House) -> None:
    with house.session() as session:
        fill(session)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/supports")
        await screen.tap("Narrow down")
        await screen.toggle("Laughter")
        await screen.tap("Hide now")
        await screen.tap("Continue")
        await unlock(screen)
        await screen.tap("Supports")
        assert not screen.says("hidden")
