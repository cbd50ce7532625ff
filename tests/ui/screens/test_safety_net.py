"""The safety net: an order, and one press to call, text or write."""

from dataclasses import replace

import pytest

from app.domain.agreement import Agreement, Consent
from app.domain.support import WayKind
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock
from tests.ui.screens.lived_in import EVENINGS, live_in


@pytest.fixture
async def net(house: House) -> House:
    live_in(house)
    return house


async def at_the_net(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/safety-net")


async def test_an_empty_net_offers_a_first_support(screen: Headless) -> None:
    await screen.go("/safety-net")
    await screen.tap("Add a support")
    assert screen.route == "/support/new"


@pytest.mark.parametrize(
    ("press", "link"),
    [
        ("Call Ana", "tel:+447700900123"),
        ("Text Ana", "sms:07700900123?body=Can%20you%20talk%3F"),
        ("Email Ana", "mailto:ana@example.org?body=Can%20you%20talk%3F"),
    ],
)
async def test_one_press_opens_the_right_link_with_the_ready_words_where_they_have_a_place(
    net: House, press: str, link: str
) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        assert screen.says("Your words will be in the message.")
        await screen.tap(press)
        assert [one["url"] for one in screen.called("launch_url")] == [link]


async def test_a_link_of_a_message_app_is_opened_with_one_press(net: House) -> None:
    with net.session() as session:
        way = session.supports.way(WayKind.MESSAGE_APP, "https://signal.me/#eu/abc")
        session.supports.change(session.supports.all[0], ways=(way,))
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Message Ana")
        assert [one["url"] for one in screen.called("launch_url")] == ["https://signal.me/#eu/abc"]
        assert not screen.says("Your words will be in the message.")


async def test_two_numbers_have_a_name_of_their_own(net: House) -> None:
    with net.session() as session:
        ways = [session.supports.way(WayKind.CALL, number) for number in ("116 123", "116 124")]
        session.supports.change(session.supports.all[0], ways=tuple(ways))
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Call Ana: 116 124")
        assert [one["url"] for one in screen.called("launch_url")] == ["tel:116124"]


async def test_who_wants_a_text_first_is_offered_a_text_before_a_call_and_it_is_said(net: House) -> None:
    with net.session() as session:
        way = session.supports.way(WayKind.CALL, "07700 900123", text_first=True)
        session.supports.change(session.supports.all[0], ways=(way,))
    async with net.window() as screen:
        await at_the_net(screen)
        texts = screen.texts()
        places = [texts.index(one) for one in ("Text first, then call.", "Text Ana", "Call Ana")]
        assert places == sorted(places)
        await screen.tap("Text Ana")
        assert screen.called("launch_url")[0]["url"].startswith("sms:07700900123?")


@pytest.mark.parametrize("texts", [0, 1])
async def test_what_to_expect_is_said_also_where_there_is_nothing_to_call(net: House, texts: int) -> None:
    with net.session() as session:
        entry = session.safety_net.entries[0]
        session.safety_net.change(entry, what_may_happen="She may be at work")
        text = session.supports.way(WayKind.TEXT, "116 123", text_first=True)
        session.supports.change(session.supports.all[0], ways=(text,) * texts)
    async with net.window() as screen:
        await at_the_net(screen)
        assert screen.says("What may happen: She may be at work")
        assert not screen.says("then call")


async def test_hours_are_told_on_my_clock_and_whether_that_is_now(net: House) -> None:
    async with net.window() as screen:  # it is half past nine, an hour ahead of London
        await at_the_net(screen)
        texts = screen.texts()
        told = [
            "Next from 19:00.",
            "On your clock: Every day 19:00–23:00",
            "Every day 18:00–22:00, by the clock in London",
        ]
        assert [one for one in texts if one in told] == told
        net.clock.now = net.clock.now.replace(hour=19)
        await screen.go("/supports")
        await screen.go("/safety-net")
        assert screen.says("It’s within these hours right now, until 23:00.")


async def test_of_hours_without_a_place_nothing_is_claimed_about_now(net: House) -> None:
    with net.session() as session:
        hours = replace(EVENINGS, zone="")
        session.supports.change(
            session.supports.all[0], ways=(session.supports.way(WayKind.CALL, "116 123", hours=hours),)
        )
    async with net.window() as screen:
        await at_the_net(screen)
        assert screen.says("Every day 18:00–22:00")
        for claim in ("Next from", "right now", "On your clock", "by the clock"):
            assert not screen.says(claim)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (None, "You have not asked Ana yet"),
        (Consent.YES, "Ana agreed to be reached in a hard time"),
        (Consent.ASKED, "You asked Ana, with no answer yet"),
        (Consent.NO, "Ana would rather not be reached in a hard time"),
    ],
)
async def test_consent_is_said_on_the_card_and_one_press_leads_to_where_it_changes(
    net: House, answer: Consent | None, said: str
) -> None:
    with net.session() as session:
        ana = session.supports.all[0]
        session.supports.change(ana, agreement=Agreement(may_contact=answer))
    async with net.window() as screen:
        await at_the_net(screen)
        assert screen.can_tap("Call Ana")
        await screen.tap(said)
        assert screen.route == f"/support/agreed/{ana.id}"


async def test_a_place_is_not_said_to_be_asked(net: House) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Add The park")
        assert screen.says("2. The park")
        assert not screen.says("You have not asked The park yet")


@pytest.mark.parametrize("reply", [False, OSError("no such app")])
async def test_where_nothing_opens_it_the_number_is_given_to_use_by_hand(net: House, reply: object) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        screen.replies["can_launch_url"] = reply
        if reply is False:
            await screen.tap("Call Ana")
        else:
            with screen.expecting_failure():
                await screen.tap("Call Ana")
        assert screen.says("No app here can open this. You can use it by hand: +44 7700 900123")
        assert screen.called("launch_url") == []


async def test_who_has_no_way_to_be_reached_leads_to_where_one_is_added(net: House) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        await screen.tap("Add The park")
        assert screen.says("No way to reach is noted yet.")
        assert screen.says("All your supports are in your safety net.")
        await screen.tap("Add a way to reach The park")
        assert screen.says("Add a way to reach")
        assert screen.route.startswith("/support/")


async def test_who_is_only_hoped_for_is_not_offered(net: House) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        assert screen.can_tap("Add The park")
        assert not screen.can_tap("Add Writers nearby")


async def test_one_alone_has_no_order(net: House) -> None:
    async with net.window() as screen:
        await at_the_net(screen)
        assert not screen.can_tap("Change the order")
        await screen.tap("Add The park")
        await screen.tap("Change the order")
        assert screen.route == "/safety-net/order"
