"""A report for someone: what was chosen is shown first, and the file holds just that."""

import asyncio
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app import words
from app.session.report import ReportVerbs
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, House, is_on, unlock

said = words.report


@pytest.fixture
def written(house: House) -> House:
    """A check-in with everything today, and one of two months ago."""
    with house.session() as session:
        ana = session.supports.add("Ana Canary")
        made = session.check_ins.record(mood=2)
        session.check_ins.change(made, feelings=("sad",), with_supports=(ana.id,), note="By the sea")
        old = session.check_ins.record(mood=5)
        session.check_ins.change(old, when=MORNING - timedelta(days=60), note="Long ago")
    return house


async def at_the_preview(screen: Headless, *taps: str) -> None:
    await unlock(screen)
    await screen.go("/patterns/report")
    for name in taps:
        await screen.tap(name)
    await screen.tap(said.see)
    assert screen.says(words.export.not_locked[0]) or screen.says(said.nothing)


def printed(screen: Headless) -> str:
    """What stands in the file that was given to the system last."""
    content = screen.called("save_file")[-1]["src_bytes"]
    return " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


async def test_notes_and_names_stay_out_unless_they_are_chosen(written: House) -> None:
    async with written.window() as screen:
        await unlock(screen)
        await screen.go("/patterns/report")
        assert not is_on(screen, said.notes)
        assert not is_on(screen, said.names)
        await screen.tap(said.circumstances)
        await screen.tap(said.see)
        assert screen.says("Hard · sad · Who with: a support")
        await screen.tap(said.save)
        assert screen.says(said.saved)
        for kept in ("Canary", "By the sea", "Long ago"):
            assert not screen.says(kept)
            assert kept not in printed(screen)
        assert "Who with: a support" in printed(screen)
        assert screen.called("save_file")[-1]["file_name"] == "report-2026-11.pdf"


async def test_what_is_chosen_is_shown_and_saved(written: House) -> None:
    async with written.window() as screen:
        await at_the_preview(screen, said.circumstances, said.notes, said.names, said.periods["months"])
        assert screen.says("Who with: Ana Canary")
        assert screen.says("By the sea")
        await screen.tap(said.save)
        for told in ("Ana Canary", "By the sea", "Long ago", "No check-in"):
            assert told in printed(screen)


async def test_the_choice_is_still_there_when_one_comes_back(written: House) -> None:
    async with written.window() as screen:
        await at_the_preview(screen, said.notes, said.feelings)
        await screen.back()
        assert is_on(screen, said.notes)
        assert not is_on(screen, said.feelings)
        await screen.tap(said.notes)
        await screen.tap(said.see)
        assert not screen.says("By the sea")
        assert not screen.says("sad")


async def test_where_there_is_nothing_it_says_so_and_offers_no_file(house: House) -> None:
    async with house.window() as screen:
        await at_the_preview(screen)
        assert screen.says(said.nothing)
        assert not screen.can_tap(said.save)


async def test_a_long_report_is_shown_some_days_at_a_time(house: House) -> None:
    with house.session() as session:
        for day in range(60):
            made = session.check_ins.record(mood=3)
            session.check_ins.change(made, when=MORNING - timedelta(days=day))
    async with house.window() as screen:
        await at_the_preview(screen, said.periods["months"])
        assert not screen.says("Sat 21 Nov")
        await screen.tap(said.more)
        assert screen.says("Sat 21 Nov")


@pytest.mark.parametrize(("reply", "told"), [(None, said.not_given), (OSError("no"), said.not_saved)])
async def test_a_report_that_was_not_saved_is_said_and_can_be_saved_again(
    written: House, reply: Any, told: str
) -> None:
    async with written.window(platform="android") as screen:
        await at_the_preview(screen)
        screen.replies["save_file"] = reply
        await screen.tap(said.save)
        assert screen.says(told)
        screen.replies["save_file"] = "/somewhere"
        await screen.tap(said.save)
        assert screen.says(said.saved)


async def test_a_report_is_not_offered_once_it_is_locked(
    written: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = ReportVerbs.pdf
    async with written.window() as screen:
        await at_the_preview(screen)
        loop = asyncio.get_running_loop()

        def made_while_hiding(verbs: ReportVerbs, document: Any) -> bytes:
            hide = asyncio.run_coroutine_threadsafe(_pressed(screen), loop)
            hide.result()
            return made(verbs, document)

        monkeypatch.setattr(ReportVerbs, "pdf", made_while_hiding)
        await screen.tap(said.save)
        assert screen.called("save_file") == []
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def _pressed(screen: Headless) -> None:
    hide = screen.one("Hide now", lambda seen: seen.pressable, "thing to press")
    screen.client.tell(hide.node, "click")
