"""What was suggested: added by its name, reached by a press, and made a support of by another."""

from datetime import timedelta

import pytest

from app.domain.ids import Id
from app.domain.referral import Cost, Referral, ReferralState
from app.domain.someone import Someone
from app.domain.support import SupportState, WayKind
from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, House, error_of, is_chosen, lock, unlock

TODAY = MORNING.date()


@pytest.fixture
def drop_in(house: House) -> Id:
    with house.session() as session:
        return session.referrals.add(service="The drop-in").id


def kept(house: House) -> Referral:
    with house.session() as session:
        return session.referrals.all[0]


async def opened(screen: Headless, referral: Id) -> None:
    await unlock(screen)
    await screen.go(f"/referral/{referral}")


async def test_a_name_is_enough(house: House, screen: Headless) -> None:
    await screen.go("/referrals")
    await screen.tap("Add what was suggested")
    await screen.tap("Save")
    assert error_of(screen, "What was suggested").startswith("Please write what was suggested.")
    await screen.submit("What was suggested", " The drop-in ")
    assert screen.route.startswith("/referral/")
    await lock(screen)
    assert kept(house).service == "The drop-in"


async def test_all_of_it_is_saved_as_one_goes(house: House, drop_in: Id) -> None:
    async with house.window() as screen:
        await opened(screen, drop_in)
        await screen.tap("I’m waiting")
        await screen.tap("It costs little")
        await screen.type("Phone number", "01632 960123")
        await screen.submit("Who suggested it", "Noor")
        assert screen.says("Suggested by Noor")
        await screen.submit("Another topic", "grief")
        await screen.type("Note", "Ask for Mei")
        await screen.tap("Done")
        assert screen.can_tap("Open The drop-in, I’m waiting · It costs little")
    one = kept(house)
    assert (one.state, one.cost, one.note) == (ReferralState.WAITING, Cost.LOW, "Ask for Mei")
    assert one.suggested_by == Someone(name="Noor")
    assert one.way is not None
    assert (one.way.kind, one.way.value, len(one.topics)) == (WayKind.CALL, "01632 960123", 1)


async def test_its_number_is_called_by_a_press(house: House, drop_in: Id) -> None:
    async with house.window() as screen:
        await opened(screen, drop_in)
        assert not screen.can_tap("Call The drop-in")
        await screen.type("Phone number", "01632 960123")
        await screen.leave()
        await screen.tap("Call The drop-in")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:01632960123"]


async def test_a_way_that_cannot_be_of_its_kind_is_told_and_nothing_is_lost(
    house: House, drop_in: Id
) -> None:
    async with house.window() as screen:
        await opened(screen, drop_in)
        await screen.type("Phone number", "01632 960123")
        await screen.leave()
        await screen.tap("Email")
        assert error_of(screen, "Email address").startswith("This does not look like an email address.")
        assert screen.value("Email address") == "01632 960123"
        await screen.type("Email address", "hello@harbour.example")
        await screen.leave()
        assert screen.can_tap("Email The drop-in")
        await screen.type("Email address", "")
        await screen.leave()
        assert not screen.can_tap("Email The drop-in")
        await screen.tap("Message app")
        await screen.type("App and name there, or a link", "https://harbour.example/here")
        await screen.tap("Done")
        assert screen.route == "/referrals"
    way = kept(house).way
    assert way is not None
    assert (way.kind, way.link) == (WayKind.MESSAGE_APP, "https://harbour.example/here")


async def test_who_suggested_it_is_found_among_supports_and_can_be_taken_out(
    house: House, drop_in: Id
) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana")
        session.supports.add("Ben")
    async with house.window() as screen:
        await opened(screen, drop_in)
        await screen.type("Who suggested it", "an")
        assert not screen.can_tap("It is from Ben")
        await screen.tap("It is from Ana")
        assert screen.says("Suggested by Ana")
        await lock(screen)
        assert kept(house).suggested_by == Someone(support=ana.id)
        await opened(screen, drop_in)
        await screen.tap("Take out who suggested it")
        assert screen.can_tap("It is from Ben")
    assert kept(house).suggested_by is None


async def test_a_name_that_stands_in_the_field_is_not_lost(house: House, drop_in: Id) -> None:
    async with house.window() as screen:
        await opened(screen, drop_in)
        await screen.type("Who suggested it", "Noor")
        await screen.tap("Today")
    assert kept(house).suggested_by == Someone(name="Noor")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "next date 22 November 2026"),
        (0, "The day you noted is here: 21 November 2026"),
        (-9, "The day you noted is here: 12 November 2026"),
    ],
)
async def test_a_day_that_has_come_is_said_quietly(house: House, drop_in: Id, days: int, said: str) -> None:
    with house.session() as session:
        session.referrals.change(session.referrals.all[0], next_day=TODAY + timedelta(days=days))
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/referrals")
        await screen.tap(f"Open The drop-in, I’m thinking about it, {said}")
        await screen.tap("Forget the day")
        assert screen.says("Next date: not said")
    assert kept(house).next_day is None


async def test_no_state_is_worded_as_a_failure_and_each_can_be_chosen(house: House, drop_in: Id) -> None:
    async with house.window() as screen:
        await opened(screen, drop_in)
        for said in ("I have asked", "I’m waiting", "I’m going", "It’s not for me", "I’m thinking about it"):
            await screen.tap(said)
            assert is_chosen(screen, said)


async def test_it_becomes_a_support_on_the_map_by_one_press_and_back(house: House, drop_in: Id) -> None:
    async with house.window() as screen:
        await opened(screen, drop_in)
        await screen.tap("I’m going")
        await screen.type("Phone number", "01632 960123")
        await screen.tap("Make it one of my supports")
        assert screen.route.startswith("/support/")
        assert screen.says("The drop-in is one of your supports now.")
        await screen.go(f"/referral/{drop_in}")
        assert screen.says("It is one of your supports.")
        await screen.tap("Open it in my supports")
        assert screen.route.startswith("/support/")
        await lock(screen)
        with house.session() as session:
            (support,) = session.supports.all
            assert (support.name, support.kind, support.state) == (
                "The drop-in",
                "service",
                SupportState.HERE_NOW,
            )
            assert [way.value for way in support.ways] == ["01632 960123"]


async def test_making_it_a_support_is_taken_back(house: House, drop_in: Id) -> None:
    async with house.window() as screen:
        await opened(screen, drop_in)
        await screen.tap("Make it one of my supports")
        await screen.tap("Undo")
        await screen.go(f"/referral/{drop_in}")
        assert screen.can_tap("Make it one of my supports")
    with house.session() as session:
        assert session.supports.all == ()


async def test_it_is_deleted_with_a_way_back(house: House, drop_in: Id) -> None:
    async with house.window() as screen:
        await opened(screen, drop_in)
        await screen.tap("Delete this")
        assert screen.says("Has someone told you about a service or a group?")
        await screen.tap("Undo")
        await screen.tap("Open The drop-in, I’m thinking about it")
        await screen.go("/referral/gone")
        assert screen.says("This is no longer here.")


async def test_nothing_of_it_is_told_to_anybody(screen: Headless, canary: Canary) -> None:
    await screen.go("/referral/new")
    await screen.submit("What was suggested", str(canary))
    await screen.tap("In person")
    for field in ("Where and when", "Note", "Who suggested it"):
        await screen.type(field, str(canary))
    await screen.tap("Make it one of my supports")
    assert screen.says(f"{canary} is one of your supports now.")
