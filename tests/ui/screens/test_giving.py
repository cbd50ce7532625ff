"""Giving and receiving on screen: a picture and the same as text, from a stated number on, and off when not wanted."""

from datetime import timedelta

import pytest
from flet import canvas as cv

from app.domain.agreement import Agreement
from app.domain.exchange import Exchange, ExchangeWay, Given
from app.domain.giving import passed_over
from app.domain.ids import Id
from app.domain.someone import Someone
from app.ui.widgets.picture_giving import ROW, _shapes
from tests.domain.sample import meeting
from tests.headless.client_tree import nodes_within
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, House, is_on, lock, unlock

SUMMED_UP = "In these 12 months you noted 6 meetings. In 6 you received something, in 3 you gave something."


@pytest.fixture
def ana(house: House) -> Id:
    """Six meetings with Ana, and four long ago."""
    with house.session() as session:
        ana = session.supports.add("Ana")
        session.supports.add("Ben")
        for place in range(6):
            session.meetings.add(
                when=MORNING - timedelta(days=place * 40),
                with_whom=(Someone(support=ana.id),),
                received="Soup",
                gave="A song" if place % 2 else "",
            )
        for place in range(4):
            session.meetings.add(when=MORNING - timedelta(days=800 + place), gave="A song")
        session.supports.change(
            ana,
            exchanges=(
                Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LISTENING),
                Exchange(way=ExchangeWay.I_GIVE, what=Given.OTHER, example="lifts home"),
            ),
            agreement=Agreement(my_limits="I can come on Sundays."),
        )
        return ana.id


def drawn(screen: Headless) -> list[str]:
    """What each picture says to a screen reader."""
    return [
        str(node.get("label"))
        for node in nodes_within(screen.client.tree.page)
        if node["_c"] == "Semantics" and node.get("image") and node.get("label")
    ]


async def test_the_picture_says_its_facts_and_the_same_stand_there_as_text(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/patterns")
        await screen.tap("Giving and receiving")
        assert screen.says(SUMMED_UP)
        (told,) = drawn(screen)
        facts = told.split("\n")
        assert "November 2026: 1 meeting. In 1 you received something." in facts
        assert not [fact for fact in facts if fact in screen.texts()]
        await screen.tap("As text")
        assert drawn(screen) == []
        assert [fact for fact in facts if fact not in screen.texts()] == []
        await screen.tap("Everything")
        assert screen.says("Since 9 September 2024 you noted 10 meetings.")
        await screen.go("/")
        await screen.go("/patterns/giving")
        assert is_on(screen, "As text")
        assert screen.says("Since 9 September 2024")


async def test_with_one_support_it_says_what_was_noted_and_what_goes_each_way(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/patterns/giving")
        assert not screen.can_tap("Open Ben"), "nothing is known of Ben"
        await screen.tap("Open Ana What comes to me: Being listened to. What I give: lifts home.")
        assert screen.route == f"/patterns/giving/{ana}"
        assert screen.says("In these 12 months you noted 6 meetings with Ana.")
        assert screen.says("What comes to me: Being listened to.")
        await screen.tap("With Ana: I can come on Sundays.")
        assert screen.value("My limits") == "I can come on Sundays."
        await screen.go("/patterns/giving/gone")
        assert screen.says("This is no longer here.")


async def test_below_the_stated_number_it_says_from_when_on_there_is_something(house: House) -> None:
    with house.session() as session:
        for _ in range(4):
            session.meetings.add(gave="A song")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/patterns/giving")
        assert screen.says("This is shown once there are 5 meetings.")
        assert screen.says("There are 4 in this time so far.")
        assert not screen.says("In 4 you gave something.")
        await screen.tap("Meetings")
        assert screen.route == "/meetings"


async def test_without_a_meeting_it_says_so(screen: Headless) -> None:
    await screen.go("/patterns/giving")
    assert screen.says("There are none in this time yet.")
    assert screen.says("You can write down your limits with each support.")


async def test_switched_off_nothing_is_counted_anywhere_and_limits_stay(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/patterns/giving")
        await screen.tap("Show giving and receiving")
        assert screen.says("This is off, so nothing is counted.")
        assert not screen.says(SUMMED_UP)
        assert screen.says("I can come on Sundays.")
        await screen.go(f"/support/came/{ana}")
        assert not screen.says("you noted")
        await screen.go("/patterns")
        assert is_on(screen, "Show pictures of my check-ins"), "that is another choice"
        await lock(screen)
    with house.session() as session:
        assert not session.preferences.now.giving
        assert session.preferences.now.patterns
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/patterns/giving")
        with house.full():
            await screen.tap("Show giving and receiving")
            assert screen.says("There is no room left on this device")
        assert not is_on(screen, "Show giving and receiving")
        await screen.tap("Show giving and receiving")
        assert screen.says(SUMMED_UP)


@pytest.mark.parametrize("mirrored", [False, True])
def test_marks_stand_where_something_was_noted_and_gaps_stay_open(*, mirrored: bool) -> None:
    today = MORNING.date()
    first = today.replace(year=2025, month=12, day=1)
    meetings = [
        meeting(when=MORNING, received="Soup"),
        meeting(when=MORNING, received="Soup", gave="A song"),
        meeting(when=MORNING - timedelta(days=335), gave="A song"),
    ]
    over = passed_over(meetings, first, today)

    def marks(way: str) -> dict[int, float]:
        """How tall the mark of each month is, by the place of the month from the left."""
        shapes = _shapes(over, lambda one: getattr(one, way), 2, 360.0, filled=False, mirrored=mirrored)
        rects = [one for one in shapes if isinstance(one, cv.Rect)]
        return {int((rect.x + rect.width / 2) // 30): rect.height for rect in rects}

    last, early = (0, 11) if mirrored else (11, 0)
    received, gave = marks("received"), marks("gave")
    assert set(received) == {last}
    assert set(gave) == {last, early}
    assert gave[last] == gave[early] < received[last] < ROW
