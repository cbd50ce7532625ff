"""Less movement and low stimulus: set by the person, heard of the system, kept, and there at the door."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import flet as ft
import pytest
from flet.controls.services.semantics_service import AccessibilityFeatures

from app.store import settings as settings_file
from app.store.settings import Settings
from app.ui import stimulus
from app.ui.palette import CALM_LIGHT, LIGHT
from app.ui.theme import CALM_MOOD_FILLS, MOOD_FILLS, mood_fills
from app.ui.widgets.waiting import waiting
from tests.headless.kit import Headless
from tests.ui.screens.house import House, is_on, unlock

NOTHING_ASKED = dict.fromkeys(
    [field.name for field in fields(AccessibilityFeatures)],
    False,
)


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Leave nothing set for the next test."""
    yield
    stimulus.keep_to(Settings())
    stimulus.system_asks(stillness=False, contrast=False)


def moves(control: ft.Control) -> bool:
    """Whether something in it turns."""
    assert isinstance(control, ft.Row)
    return any(isinstance(one, ft.ProgressRing) for one in control.controls)


def paper(screen: Headless) -> Any:
    return screen.page.theme.scaffold_bgcolor if screen.page.theme else None


def test_the_words_for_waiting_stand_beside_a_ring_only_where_things_may_move() -> None:
    assert moves(waiting("Opening."))
    for still in (Settings(less_movement=True), Settings(low_stimulus=True)):
        stimulus.keep_to(still)
        assert not moves(waiting("Opening."))
    stimulus.keep_to(Settings())
    stimulus.system_asks(stillness=True, contrast=False)
    assert not moves(waiting("Opening."))


async def test_both_are_kept_and_the_door_obeys(house: House) -> None:
    async with house.window() as screen:
        assert (stimulus.is_still(), paper(screen)) == (False, LIGHT.paper)
        await unlock(screen)
        await screen.tap("Settings")
        await screen.tap("Less movement")
        assert (stimulus.is_still(), stimulus.is_low()) == (True, False)
        await screen.tap("Less movement")
        await screen.tap("Low stimulus")
        assert (stimulus.is_still(), stimulus.is_low(), paper(screen)) == (True, True, CALM_LIGHT.paper)
    stimulus.keep_to(Settings())
    async with house.window() as screen:
        assert (stimulus.is_still(), stimulus.is_low(), paper(screen)) == (True, True, CALM_LIGHT.paper)
        assert mood_fills() is CALM_MOOD_FILLS
        await unlock(screen)
        await screen.tap("Settings")
        assert is_on(screen, "Low stimulus")
        assert not is_on(screen, "Less movement")
        await screen.tap("Low stimulus")
        assert (stimulus.is_still(), paper(screen), mood_fills() is MOOD_FILLS) == (False, LIGHT.paper, True)


async def test_words_come_before_pictures_in_low_stimulus_unless_the_person_says_otherwise(
    house: House,
) -> None:
    settings_file.save(house.folder, Settings(low_stimulus=True))
    with house.session() as session:
        for _ in range(12):
            session.check_ins.record(mood=4)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/patterns")
        assert is_on(screen, "As text")
        await screen.tap("As text")
        await screen.go("/settings")
        await screen.go("/patterns")
        assert not is_on(screen, "As text")


async def test_the_system_is_asked_and_heard(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def asked(_: object) -> Any:
        return AccessibilityFeatures(**{**NOTHING_ASKED, "reduce_motion": True})

    monkeypatch.setattr(ft.SemanticsService, "get_accessibility_features", asked)
    async with house.window() as screen:
        assert screen.says("Welcome back")
        assert (stimulus.is_still(), stimulus.is_low()) == (True, False)


async def test_the_contrast_that_the_system_asks_for_is_there_once_the_door_is_open(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def asked(_: object) -> Any:
        return AccessibilityFeatures(**{**NOTHING_ASKED, "high_contrast": True})

    monkeypatch.setattr(ft.SemanticsService, "get_accessibility_features", asked)
    async with house.window() as screen:
        assert quiet_text(screen) == LIGHT.stone  # a field has the keyboard, and would lose what is typed
        await unlock(screen)
        assert quiet_text(screen) == LIGHT.ink
        await screen.go("/settings")
        await screen.tap("Low stimulus")
        assert quiet_text(screen) == CALM_LIGHT.ink


def quiet_text(screen: Headless) -> Any:
    theme = screen.page.theme
    return theme.color_scheme.on_surface_variant if theme and theme.color_scheme else None
