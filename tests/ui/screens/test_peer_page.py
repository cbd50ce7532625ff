"""The peer support page: chosen one by one or by heading, seen word for word, then saved."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from app import words
from app.domain.about_me import AboutPart, WayToTalk
from app.domain.exchange import Exchange, ExchangeWay, Given
from app.domain.kept import Share
from app.domain.support import SupportState
from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import House, is_on, unlock
from tests.ui.screens.test_every_screen import name_of, pressables

OPEN = Share.MAY_BE_SHARED
said = words.peer_page


@pytest.fixture
def written(house: House) -> House:
    """Something under each heading, some of it only me."""
    with house.session() as session:
        session.topics.add(name="art")
        session.topics.add(name="grief")
        given = (Exchange(way=ExchangeWay.I_RECEIVE, what=Given.LAUGHTER),)
        session.supports.add("Ana", share=OPEN, exchanges=given)
        session.supports.add("Ben Secret")
        session.supports.add("A mentor", share=OPEN, state=SupportState.HOPED_FOR)
        session.helpful_things.add(text="Being asked", share=OPEN)
        session.helpful_things.add(text="Secret silence")
        about = session.about_me
        about.change(about.now, ways_to_talk=(WayToTalk.SLOW,), access="Secret", shared=(AboutPart.TALKING,))
    return house


async def at_the_page(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/peer-page")


async def at_the_copy(screen: Headless) -> None:
    await at_the_page(screen)
    await screen.tap("Ana")
    await screen.tap(said.see)
    await screen.tap(said.continue_)


def printed(screen: Headless) -> str:
    content = screen.called("save_file")[-1]["src_bytes"]
    return " ".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


async def test_what_is_only_me_is_counted_and_never_offered(written: House) -> None:
    async with written.window() as screen:
        await at_the_page(screen)
        assert not screen.says("Secret")
        assert screen.says(said.stay_back(1))
        assert screen.says(said.stay_back(2))
        assert screen.can_tap(said.open_list.format(name="My supports"))
        assert screen.can_tap(said.open_list.format(name="About me"))
        assert not screen.can_tap(said.open_list.format(name="What helps me"))
        for name in ("art", "Ana", "A mentor", "Being asked", "How to talk with me"):
            assert not is_on(screen, name)


async def test_the_preview_is_what_is_in_the_file(written: House) -> None:
    async with written.window() as screen:
        await at_the_page(screen)
        await screen.tap(said.whole.format(heading=said.headings["helpful"]))
        await screen.tap("Ana")
        await screen.tap("art")
        await screen.tap(said.see)
        shown = ("Ana", "What comes to me: Laughter", "Being asked", "Please speak slowly.", "art")
        hidden = ("Secret", "grief", "A mentor")
        assert all(map(screen.says, shown))
        assert not any(map(screen.says, hidden))
        assert screen.says(said.not_chosen(1))
        assert screen.says(said.not_open(2))
        await screen.tap(said.continue_)
        assert screen.says(words.export.not_locked[0])
        await screen.tap(words.export.save)
        assert screen.says(said.saved)
        assert screen.called("save_file")[-1]["file_name"] == "page-2026-11.pdf"
        assert all(one in printed(screen) for one in shown)
        assert not any(one in printed(screen) for one in hidden)


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md")])
async def test_a_copy_can_be_text_too(written: House, form: str, ending: str) -> None:
    async with written.window() as screen:
        await at_the_copy(screen)
        await screen.tap(words.plan_copy.forms[form])
        await screen.tap(words.export.save)
        (asked,) = screen.called("save_file")
        assert asked["file_name"] == f"page-2026-11.{ending}"
        assert "Ana" in asked["src_bytes"].decode("utf-8")


async def test_it_can_be_shown_on_this_screen_with_the_vault_locked_behind_it(written: House) -> None:
    async with written.window() as screen:
        await at_the_copy(screen)
        await screen.type(said.given_to, "x" * 201)
        await screen.tap(words.plan_copy.forms["screen"])
        assert screen.says(words.plan_copy.screen_before)
        assert not screen.can_tap(words.export.save)
        await screen.tap(words.plan_copy.screen_begin)
        assert screen.says(words.shell.too_long)
        await screen.type(said.given_to, "Noor")
        await screen.tap(words.plan_copy.screen_begin)
        assert screen.says(said.screen_title)
        assert screen.says("Ana")
        assert not screen.says("Secret")
        assert [name_of(one) for one in pressables(screen)] == ["Close"]
        await screen.go("/peer-page")
        assert screen.says(said.screen_title)
        await screen.tap("Close")
        assert not screen.says("Ana")
        await unlock(screen)
        await screen.go("/peer-page")
        assert screen.says("On this screen, 21 November 2026")
        assert screen.says("For Noor")


async def test_nothing_is_shown_before_something_is_chosen(written: House) -> None:
    async with written.window() as screen:
        await at_the_page(screen)
        await screen.tap(said.see)
        assert screen.says(said.choose_first)
        await screen.go("/peer-page/preview")
        assert screen.says(words.export.nothing_chosen)


async def test_a_whole_heading_is_taken_and_put_back_with_one_press(written: House) -> None:
    whole = said.whole.format(heading=said.headings["topics"])
    async with written.window() as screen:
        await at_the_page(screen)
        await screen.tap(whole)
        assert is_on(screen, "art")
        assert is_on(screen, "grief")
        await screen.tap(whole)
        assert not is_on(screen, "art")


async def test_who_has_a_copy_is_remembered_and_whether_the_page_has_changed(written: House) -> None:
    async with written.window() as screen:
        await at_the_copy(screen)
        await screen.type(said.given_to, "Noor")
        await screen.tap(words.export.save)
        await screen.tap(said.done)
        assert screen.says("For Noor")
        assert screen.says(said.current)
        await screen.tap("art")
        assert screen.says(said.changed)
        await screen.tap("Take this out: PDF, not locked, 21 November 2026")
        assert not screen.says("For Noor")
        await screen.tap("Undo")
        assert screen.says("For Noor")


async def test_a_dialog_that_is_left_saves_and_remembers_nothing(written: House) -> None:
    async with written.window() as screen:
        screen.replies["save_file"] = None
        await at_the_copy(screen)
        await screen.tap(words.export.save)
        assert screen.says(words.export.not_given)
    with written.session() as session:
        assert session.peer_page.copies == ()


async def test_a_name_that_is_too_long_is_told_before_anything_is_saved(written: House) -> None:
    async with written.window() as screen:
        await at_the_copy(screen)
        await screen.type(said.given_to, "x" * 201)
        await screen.tap(words.export.save)
        assert screen.says(words.shell.too_long)
        assert screen.called("save_file") == []


async def test_the_name_on_the_page_is_kept_and_an_empty_page_says_so_calmly(
    house: House, canary: Canary
) -> None:
    async with house.window() as screen:
        await at_the_page(screen)
        assert screen.says(said.empty)
        await screen.type(words.export.called, str(canary))
        await screen.leave()
        await screen.go("/growing")
    with house.session() as session:
        assert session.peer_page.called == str(canary)
