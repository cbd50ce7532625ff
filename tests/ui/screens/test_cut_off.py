"""A line that was cut: the foot of the page is swept where something stood there, and nowhere else."""

from tests.headless.kit import Headless


async def come_back(screen: Headless) -> list[str]:
    """What lies above the page once the line is there again."""
    await screen.disconnect()
    await screen.reconnect()
    await screen.settle()
    return screen.dialogs


async def test_what_stood_at_the_foot_gives_way_to_nothing(screen: Headless) -> None:
    await screen.tap("Supports")
    await screen.tap("Add a support")
    await screen.type("Name", "Ελένη")
    await screen.tap("Save support")
    await screen.tap("Delete support")
    assert screen.dialogs
    assert await come_back(screen) == [""]


async def test_where_nothing_stood_nothing_is_shown(screen: Headless) -> None:
    assert await come_back(screen) == []
