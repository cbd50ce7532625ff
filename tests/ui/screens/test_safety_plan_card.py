"""A wallet card and codes of the plan: the lines are picked anew, nothing is cut short, and what is saved was shown."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from app.domain.kept import Share
from app.domain.plan_copy import Form
from app.domain.safety_plan import PartType
from app.exports.text import plan_text
from app.words import export, plan_copy, qr
from tests.exports.scanned import together
from tests.headless.kit import Headless
from tests.ui.screens.house import House, is_on, unlock
from tests.ui.screens.lived_in import LivedIn, live_in
from tests.ui.screens.scanning import codes_on

FULL = tuple(f"Line {n}: " + "put the kettle on, and wait until it sings. " * 6 for n in range(20))


@pytest.fixture
def written(house: House) -> LivedIn:
    return live_in(house)


async def at(screen: Headless, written: LivedIn, page: str, *lines: str) -> None:
    """Choose lines for Ana and come to a page of how to give them."""
    await unlock(screen)
    await screen.go(written.shown_to)
    for line in lines or ("Take everything that may be shared",):
        await screen.tap(line)
    await screen.go(written.shown_to.replace("share/", "share/copy/"))
    await screen.tap(plan_copy.forms[Form.CARD if page == "card" else Form.CODES])
    await screen.tap(plan_copy.card_choose if page == "card" else qr.series_show)


def saved(screen: Headless) -> str:
    asked = screen.called("save_file")[-1]
    return "".join(page.extract_text() for page in PdfReader(BytesIO(asked["src_bytes"])).pages)


async def test_a_card_starts_empty_and_offers_only_what_the_peer_may_see(
    house: House, written: LivedIn
) -> None:
    async with house.window() as screen:
        await at(screen, written, "card", "I stop cooking", "Walk to the pier")
        assert screen.says(plan_copy.card_empty)
        assert not is_on(screen, "I stop cooking")
        assert not screen.can_tap("I hide the post")
        assert not screen.can_tap("Soup at noon")
        assert not screen.can_tap(export.save)


async def test_the_plain_sentence_stands_before_the_lines(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written, "card")
        texts = screen.texts()
        assert texts.index(export.not_locked[0]) < texts.index(plan_copy.card_intro)


async def test_what_is_picked_stands_on_the_card_and_nothing_else(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written, "card")
        await screen.tap("I stop cooking")
        assert screen.says(plan_copy.card_fits)
        await screen.tap(export.save)
        asked = screen.called("save_file")[0]
        assert asked["file_name"] == "card-2026-11.pdf"
        assert "I stop cooking" in saved(screen)
        for kept in ("hide the post", "Walk to the pier", "Soup at noon", "+44 7700"):
            assert kept not in saved(screen)
        assert screen.says("This app sends nothing: give it to Ana yourself.")
        await screen.tap("Done")
        assert screen.says("Wallet card, not locked, 21 November 2026, version 2")
    with house.session() as session:
        assert {copy.form for copy in session.plan_copies.all} == {Form.CARD, Form.PDF}


async def test_the_emergency_number_stands_on_it_only_where_it_is_asked_for(
    house: House, written: LivedIn
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/hard")
        await screen.type("Country or region", "Austral")
        await screen.tap("Australia")
        await screen.back()
        await screen.go(written.shown_to)
        await screen.tap("I stop cooking")
        await screen.go(written.shown_to.replace("share/", "share/card/"))
        await screen.tap("I stop cooking")
        await screen.tap(export.save)
        assert "000" not in saved(screen)
        await screen.go("/plan")
        await screen.go(written.shown_to.replace("share/", "share/card/"))
        await screen.tap("Put this on it too: Emergency: call 000")
        await screen.tap(export.save)
        assert "Emergency: call 000" in saved(screen)


async def test_a_full_card_names_what_has_no_room_and_is_not_made(house: House, written: LivedIn) -> None:
    with house.session() as session:
        plan = session.safety_plan
        for text in FULL:
            part = next(one for one in plan.plan.parts if one.type is PartType.SERVICES)
            plan.add_item(part, text=text, share=Share.MAY_BE_SHARED)
        peer = session.plan_copies.peers[0]
        session.plan_copies.choose(peer, session.plan_copies.offered(peer), on=True)
        session.plan_copies.put_on_card(peer, session.plan_copies.offered(peer), on=True)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.shown_to.replace("share/", "share/card/"))
        assert screen.says(plan_copy.card_full)
        assert screen.says(plan_copy.card_full_help)
        assert not screen.can_tap(export.save)
        for text in FULL[2:]:
            await screen.tap(text.strip())
        assert screen.says(plan_copy.card_fits)
        assert screen.can_tap(export.save)


async def test_what_was_picked_is_kept_for_the_next_card(house: House, written: LivedIn) -> None:
    async with house.window() as screen:
        await at(screen, written, "card")
        await screen.tap("Walk to the pier")
        await screen.go("/plan")
        await screen.go(written.shown_to.replace("share/", "share/card/"))
        assert is_on(screen, "Walk to the pier")
        assert not is_on(screen, "I stop cooking")


async def test_the_codes_on_the_screen_are_the_plan_one_after_the_other(
    house: House, written: LivedIn
) -> None:
    async with house.window() as screen:
        await at(screen, written, "codes")
        codes = codes_on(screen)
        while screen.can_tap(qr.moves["after"]):
            await screen.tap(qr.moves["after"])
            codes += codes_on(screen)
            assert screen.says(codes[-1].partition("\n")[0])
        assert len(codes) > 1
        with_peer = "".join(together(codes))
        await screen.tap(qr.moves["before"])
        assert codes_on(screen) == [codes[-2]]
    with house.session() as session:
        document = session.plan_copies.document(session.plan_copies.peers[0])
        assert with_peer == plan_text(document).decode()
        assert "hide the post" not in with_peer


async def test_a_plan_that_is_too_long_for_codes_is_said_to_be(house: House, written: LivedIn) -> None:
    with house.session() as session:
        plan = session.safety_plan
        for text in FULL:
            plan.add_item(plan.plan.parts[0], text=text, share=Share.MAY_BE_SHARED)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.shown_to)
        await screen.tap("Take everything that may be shared")
        await screen.go(written.shown_to.replace("share/", "share/copy/"))
        await screen.tap(plan_copy.forms[Form.CODES])
        assert screen.says("More than 8 are hard to scan.")
        assert not screen.can_tap(export.save)
        assert not screen.can_tap(qr.series_show)
        await screen.go(written.shown_to.replace("share/", "share/codes/"))
        assert screen.says("More than 8 are hard to scan.")
        assert codes_on(screen) == []


async def test_what_was_agreed_is_offered_once_it_may_be_seen_and_is_in_the_preview(
    house: House, written: LivedIn
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.ana.replace("/support/", "/support/agreed/"))
        await screen.type("My limits", "Not at night")
        await screen.go(written.shown_to)
        assert not screen.can_tap("What they asked of me, and my limits")
        await screen.go(written.ana.replace("/support/", "/support/agreed/"))
        await screen.tap("They may see what they asked of me, and my limits")
        await screen.go(written.shown_to)
        await screen.tap("What they asked of me, and my limits")
        await screen.tap("See what they will see")
        assert screen.says("How we do this together")
        assert screen.says("Not at night")
