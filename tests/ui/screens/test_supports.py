"""The list of supports: by how close they are, each one press away."""

from app.domain.support import Ring, SupportKind
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock


async def test_an_empty_list_offers_the_smallest_first_step(screen: Headless) -> None:
    await screen.tap("Supports")
    assert screen.says("You can start with a place or an activity. Or with one person.")
    await screen.tap("Add a support")
    assert screen.route == "/support/new"


async def test_supports_stand_by_ring_and_say_what_they_are(house: House) -> None:
    with house.session() as session:
        for name, ring in (("Far", Ring.FURTHER_OUT), ("Near", Ring.CLOSE), ("Mid", Ring.AROUND_ME)):
            session.supports.add(name, ring=ring, kind=SupportKind.PLACE)
        session.safety_net.add(session.supports.all[0].id)
    async with house.window() as screen:
        await unlock(screen)
        await screen.tap("Supports")
        shown = [text for text in screen.texts() if text in {"Far", "Near", "Mid", *_RINGS}]
        assert shown == ["Close", "Near", "Around me", "Mid", "Further out", "Far"]
        await screen.tap("Open Near, Place · number 1 in my safety net")
        assert screen.says("Near")
        await screen.back()
        await screen.tap("Safety net")
        assert screen.route == "/safety-net"
        await screen.tap("My supports")
        assert screen.route == "/supports"


_RINGS = {"Close", "Around me", "Further out"}
