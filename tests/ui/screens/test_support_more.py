"""The sheet of a support: where it stands, what passes to and fro, what was agreed. All of it as one goes."""

import pytest

from app.domain.agreement import Answer, Consent
from app.domain.exchange import Direction, Exchange, ExchangeWay, Given
from app.domain.ids import Id
from app.domain.support import Ring, Strain, Strength, Support, SupportForm, SupportState
from tests.headless.kit import Headless
from tests.ui.screens.house import House, error_of, is_chosen, lock, unlock


@pytest.fixture
def ana(house: House) -> Id:
    with house.session() as session:
        return session.supports.add("Ana").id


async def opened(screen: Headless, ana: Id) -> None:
    await unlock(screen)
    await screen.go(f"/support/{ana}")


def kept(house: House) -> Support:
    with house.session() as session:
        return session.supports.all[0]


async def test_closer_and_further_move_it_by_a_ring_and_undo_moves_it_back(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await opened(screen, ana)
        await screen.tap("Closer")
        assert is_chosen(screen, "Close")
        await screen.tap("Closer")
        assert is_chosen(screen, "Close")
        await screen.tap("Undo")
        await screen.tap("Further")
        await screen.tap("Further")
        assert is_chosen(screen, "Further out")
        await screen.tap("Undo")
        assert is_chosen(screen, "Around me")
        await lock(screen)
    assert kept(house).ring is Ring.AROUND_ME


async def test_turning_moves_it_round_the_map_says_where_and_undo_turns_it_back(
    house: House, ana: Id
) -> None:
    async with house.window() as screen:
        await opened(screen, ana)
        before = [text for text in screen.texts() if "of the map" in text]
        for _ in range(6):
            await screen.tap("Turn left")
        assert [text for text in screen.texts() if "of the map" in text][:1] != before[:1]
        await lock(screen)
        turned = kept(house).angle
        assert turned is not None
        await opened(screen, ana)
        await screen.tap("Turn right")
        await screen.tap("Undo")
        await lock(screen)
        assert kept(house).angle == turned


async def test_state_and_form_are_saved_as_one_goes(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await opened(screen, ana)
        await screen.tap("Growing", within="Hoped for")
        await screen.tap("Mentoring")
        await lock(screen)
        assert (kept(house).state, kept(house).form) == (SupportState.GROWING, SupportForm.MENTORING)
        await opened(screen, ana)
        assert is_chosen(screen, "Mentoring")
        await screen.tap("Not said")
        await lock(screen)
    assert kept(house).form is None


async def test_what_comes_and_what_is_given_is_picked_with_examples(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await opened(screen, ana)
        await screen.tap("What I receive and give")
        await screen.toggle("Being listened to")
        await screen.type("Being listened to: for example", "on the walk home")
        await screen.type("Something else I give", "tomatoes")
        await screen.tap("Strong")
        await screen.tap("Some")
        await screen.tap("Done")
        assert screen.route == f"/support/{ana}"
        await lock(screen)
    one = kept(house)
    assert set(one.exchanges) == {
        Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LISTENING, example="on the walk home"),
        Exchange(way=ExchangeWay.I_GIVE, what=Given.OTHER, example="tomatoes"),
    }
    assert (one.direction, one.strength, one.strain) == (Direction.BOTH, Strength.STRONG, Strain.SOME)


async def test_what_is_put_down_again_takes_its_example_along(house: House, ana: Id) -> None:
    with house.session() as session:
        one = session.supports.all[0]
        given = (
            Exchange(way=ExchangeWay.I_GIVE, what=Given.LAUGHTER, example="cards"),
            Exchange(way=ExchangeWay.I_GIVE, what=Given.OTHER, example="tomatoes"),
        )
        session.supports.change(one, exchanges=given, set_direction=Direction.TO_ME)
    async with house.window() as screen:
        await opened(screen, ana)
        await screen.tap("What I receive and give")
        assert screen.value("I bring laughter: for example") == "cards"
        await screen.toggle("I bring laughter")
        assert not screen.says("I bring laughter: for example")
        await screen.type("Something else I give", " ")
        await screen.tap("As said above")
        await lock(screen)
    assert (kept(house).exchanges, kept(house).direction) == ((), None)


async def test_an_example_still_being_typed_goes_with_what_is_put_down_again(house: House, ana: Id) -> None:
    async with house.window(platform="android") as screen:
        await opened(screen, ana)
        await screen.tap("What I receive and give")
        for _ in range(2):
            await screen.toggle("I bring laughter")
            assert screen.value("I bring laughter: for example") == ""
            await screen.type("I bring laughter: for example", "cards")
            await screen.toggle("I bring laughter")


async def test_an_example_too_long_is_told_beside_it_and_stays(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await opened(screen, ana)
        await screen.tap("What I receive and give")
        await screen.type("Something else I give", "x" * 501)
        await screen.leave()
        assert error_of(screen, "Something else I give").startswith("This is too long to save.")
        assert screen.value("Something else I give") == "x" * 501


async def test_what_was_agreed_is_kept(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await opened(screen, ana)
        await screen.tap("What we agreed")
        await screen.tap("Yes, they know")
        await screen.tap("No, please not")
        await screen.type("My limits", "not at night")
        await screen.tap("Done")
        await lock(screen)
        agreed = kept(house).agreement
        assert (agreed.knows, agreed.may_contact) == (Answer.YES, Consent.NO)
        assert agreed.my_limits == "not at night"
        await opened(screen, ana)
        await screen.tap("What we agreed")
        await screen.tap("Not told yet")
        await lock(screen)
    assert kept(house).agreement.knows is None


async def test_topics_are_picked_and_a_new_one_is_there_for_everything_else(house: House, ana: Id) -> None:
    with house.session() as session:
        session.topics.add(name="grief")
    async with house.window() as screen:
        await opened(screen, ana)
        await screen.toggle("grief")
        await screen.submit("Another topic", "a new job")
        await screen.submit("Another topic", "Grief")
        await lock(screen)
    with house.session() as session:
        topics = {topic.id: topic.name for topic in session.topics.all}
        assert {topics[one] for one in session.supports.all[0].topics} == {"grief", "a new job"}
        assert len(topics) == 2


@pytest.mark.parametrize("page", ["between", "agreed"])
async def test_a_page_of_one_that_is_gone_says_so(screen: Headless, page: str) -> None:
    await screen.go(f"/support/{page}/gone")
    assert screen.says("This is no longer here.")


@pytest.mark.parametrize(
    ("page", "label"), [("between", "Something else I give"), ("agreed", "Please don’t")]
)
async def test_what_is_typed_on_a_page_outlives_leaving_it(
    house: House, ana: Id, page: str, label: str
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/support/{page}/{ana}")
        await screen.type(label, "half a thou")
        await screen.resize(1200, 800)
        assert screen.value(label) == "half a thou"
        await screen.tap("Today")
        await screen.go(f"/support/{page}/{ana}")
        assert screen.value(label) == "half a thou"


async def test_a_disk_that_refuses_a_move_is_told_and_nothing_moves(house: House, ana: Id) -> None:
    async with house.window() as screen:
        await opened(screen, ana)
        with house.full():
            await screen.tap("Closer")
            assert screen.says("There is no room left on this device")
        assert is_chosen(screen, "Around me")
