"""What cannot be read is told calmly on Today, by kind and number; everything else can be used."""

import pytest

from app.store.left_out import Unread
from app.store.stem import STEMS
from app.ui.widgets.left_out import told
from tests.headless.kit import Headless
from tests.ui.screens.house import House, spoken, unlock


def _unread(stem: str, collection: str, row: int = 1, *, newer: bool = False) -> Unread:
    return Unread(stem=stem, collection=collection, row=row, newer=newer)


def test_it_is_told_by_kind_and_number_and_month() -> None:
    left_out = (
        _unread("support", "supports", 1),
        _unread("support", "supports", 2),
        _unread("check_in", "check_ins/2024-03"),
        _unread("safety_plan_item", "safety_plan", newer=True),
    )
    assert told(left_out) == (
        "This can’t be read: 1 check-in of March 2024, 2 supports.",
        "A newer Holdfast wrote this: 1 line of your plan. Update the app to see it.",
    )
    assert told(()) == ()


@pytest.mark.parametrize("stem", STEMS, ids=lambda stem: stem.name)
def test_every_kind_has_its_words(stem: object) -> None:
    name = getattr(stem, "name", "")
    (line,) = told([_unread(name, "a")])
    assert line != told([_unread("nothing that is", "a")])[0]


async def test_it_is_on_today_and_can_be_put_aside_and_life_goes_on(house: House) -> None:
    with house.session() as session:
        session.supports.add("Ben")
        table = session._unlocked.vault.collection("supports").table("supports")
        table.insert({"name": "Ana"})
    async with house.window() as screen:
        await unlock(screen)
        assert "This can’t be read: 1 support." in spoken(screen)
        assert screen.says("It stays here as it is, and in every backup. Everything else works.")
        await screen.tap("Close")
        assert not screen.says("This can’t be read: 1 support.")
        await screen.tap("Good")
        await screen.tap("Supports")
        assert screen.says("Ben")
    with house.session() as session:
        rows = session._unlocked.vault.collection("supports").table("supports").all()
        assert {"name": "Ana"} in [dict(row) for row in rows]


async def test_where_everything_can_be_read_nothing_is_told(screen: Headless) -> None:
    assert not screen.says("Some of what is kept here can’t be shown")
