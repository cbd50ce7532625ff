"""Out of sight on a phone: locked at once, but for a while not behind the window in which a file is chosen."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from app import words
from app.domain.support import WayKind
from app.ui.hiding import CHOOSING_SECONDS
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock

CHOSEN = [{"id": 0, "name": "days.csv", "size": 4, "path": "/cache/days.csv"}]


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = House(tmp_path / "vault")
    house.begin()
    return house


@pytest.fixture(params=["android", "ios"])
async def phone(house: House, request: pytest.FixtureRequest) -> AsyncIterator[Headless]:
    async with house.window(platform=request.param) as phone:
        await unlock(phone)
        yield phone


async def state(phone: Headless, name: str) -> None:
    """Tell of one state, as the system does."""
    await phone._do(phone.client.tree.page, "app_lifecycle_state_change", {"state": name}, always=True)


@pytest.mark.parametrize(
    ("name", "locks"),
    [("inactive", False), ("hide", True), ("pause", True), ("show", False), ("resume", False)],
)
async def test_what_is_hidden_locks_and_what_is_only_covered_does_not(
    phone: Headless, name: str, locks: bool
) -> None:
    await state(phone, name)
    assert phone.says("Welcome back") is locks


async def test_what_was_begun_before_a_call_is_there_after_it(phone: Headless) -> None:
    await phone.go("/support/new")
    await phone.type("Name", "An")
    await phone.hide()
    await phone.show()
    await unlock(phone)
    await phone.go("/support/new")
    assert phone.value("Name") == "An"


async def choose(phone: Headless, meanwhile: list[str]) -> None:
    """Choose a file to import while the system's own window hides the app, which is told so before the answer comes."""

    def hidden(_: Any) -> Any:
        for name in meanwhile:
            node = phone.client.tree.page
            phone.client.tell(node, "app_lifecycle_state_change", {"state": name}, always=True)
        return CHOSEN

    await phone.go("/settings/import")
    phone.replies["pick_files"] = hidden
    await phone.tap(words.backups.choose_file)


async def test_a_file_that_is_chosen_meanwhile_is_taken(phone: Headless) -> None:
    await choose(phone, ["inactive", "hide", "pause"])
    await phone.show()
    assert phone.value(words.imports.file) == "/cache/days.csv"
    await phone.later(CHOOSING_SECONDS + 1)
    assert phone.says(words.imports.title)
    await phone.hide()
    assert phone.says("Welcome back")


async def test_who_does_not_come_back_in_a_while_finds_it_locked(phone: Headless) -> None:
    await choose(phone, ["inactive", "hide", "pause"])
    await phone.later(CHOOSING_SECONDS - 1)
    assert phone.says(words.imports.title)
    await phone.later(2)
    assert phone.says("Welcome back")


async def test_a_choice_that_fails_or_is_over_gives_no_more_time(phone: Headless) -> None:
    phone.replies["pick_files"] = RuntimeError("no such window")
    await phone.go("/settings/import")
    await phone.tap(words.backups.choose_file)
    await phone.hide()
    assert phone.says("Welcome back")


async def test_a_call_that_was_asked_for_locks_behind_it(house: House) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana", ways=(session.supports.way(WayKind.CALL, "07700 900123"),))
        session.safety_net.add(ana.id)
    async with house.window(platform="android") as phone:
        await unlock(phone)
        await phone.go("/safety-net")
        await phone.tap("Call Ana")
        assert len(phone.called("launch_url")) == 1
        await phone.hide()
        assert phone.says("Welcome back")
