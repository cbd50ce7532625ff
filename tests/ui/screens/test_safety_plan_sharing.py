"""Showing the plan: first to whom, then what; what is only me is never offered, and the copy is what was shown."""

import asyncio
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from app.domain.plan_copy import Form
from app.exports import form as forms
from app.words import export, locked_page, plan_copy
from tests.headless.kit import Headless
from tests.ui.screens.house import House, is_on, lock, unlock
from tests.ui.screens.lived_in import live_in

PDF, LOCKED_PDF = plan_copy.forms[Form.PDF], plan_copy.forms[Form.LOCKED_PDF]


@pytest.fixture
def written(house: House) -> House:
    live_in(house)
    house.clock.now += timedelta(minutes=1)
    return house


async def at_the_choice(screen: Headless) -> None:
    """Where what Ana is shown is chosen."""
    await unlock(screen)
    await screen.go("/plan/share")
    await screen.tap("Ana, PDF, not locked, 21 November 2026, version 2. Made, not marked as given")


async def at_the_copy(screen: Headless, *lines: str) -> None:
    await at_the_choice(screen)
    for line in lines:
        await screen.tap(line)
    await screen.tap("See what they will see")


async def at_the_forms(screen: Headless, *lines: str, form: str = PDF) -> None:
    await at_the_copy(screen, *lines)
    await screen.tap("Choose how to give it")
    await screen.tap(form)


def printed(content: bytes, passphrase: str | None = None) -> str:
    pages = PdfReader(BytesIO(content), password=passphrase).pages
    return "".join(page.extract_text() for page in pages)


async def test_nothing_is_chosen_at_first_and_only_what_may_be_shared_is_offered(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        assert screen.says("Choose what they will see. Nothing is chosen at first.")
        boxes = [seen for seen in screen._in_reach() if seen.kind == "Checkbox"]
        assert boxes
        assert not any(seen.node.get("value") for seen in boxes)
        assert not screen.says("I hide the post")
        assert screen.says("1 line stays with you. It is marked “Only me”.")
        await screen.tap("See what they will see")
        assert screen.says("Choose at least one line first.")
        assert screen.route.startswith("/plan/share/")
        assert "preview" not in screen.route


async def test_the_copy_holds_exactly_the_chosen_words(written: House) -> None:
    async with written.window() as screen:
        await at_the_copy(screen, "I stop cooking", "Ana")
        assert screen.says("I stop cooking")
        assert screen.says("+44 7700 900123")
        for kept in (
            "I hide the post",
            "Walk to the pier",
            "Soup at noon",
            "It has passed",
            "07700 900123",
            "after six",
        ):
            assert not any(kept == text for text in screen.texts())
        await screen.tap("Choose how to give it")
        await screen.tap(PDF)
        await screen.tap("Save the copy")
        assert screen.says("The copy is saved.")
        asked = screen.called("save_file")[0]
        assert asked["file_name"] == "plan-2026-11.pdf"
        words = printed(asked["src_bytes"])
        assert "I stop cooking" in words
        assert "+44 7700 900123" in words
        for kept in (
            "hide the post",
            "pier",
            "Soup",
            "passed",
            "07700 900123",
            "after six",
            "example.org",
            "Choir",
        ):
            assert kept not in words
            assert kept.encode() not in asked["src_bytes"]


async def test_what_stays_is_counted_with_its_reason(written: House) -> None:
    async with written.window() as screen:
        await at_the_copy(screen, "I stop cooking")
        assert screen.says("1 line · Marked “Only me”")
        assert screen.says("1 line · Not chosen")


async def test_before_a_copy_that_is_not_locked_it_is_said_that_anyone_can_read_it(written: House) -> None:
    async with written.window() as screen:
        await at_the_forms(screen, "I stop cooking")
        for form in Form:
            await screen.tap(plan_copy.forms[form])
            assert screen.says(plan_copy.form_help[form])
            assert screen.says(export.not_locked[0]) is (form.is_file and not form.is_locked)
            assert screen.says(plan_copy.for_ever) is form.is_locked


async def test_what_cannot_be_printed_is_told_before_saving_with_the_form_that_keeps_it(
    written: House,
) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.tap("I stop cooking")
        await screen.type("The name on the copy", "\ue000")
        await screen.tap("See what they will see")
        await screen.tap("Choose how to give it")
        await screen.tap(PDF)
        assert screen.says("These signs can’t be printed: \ue000. The copy names each of them instead.")
        assert screen.says("As text, each stays as you typed it.")
        await screen.tap(plan_copy.forms[Form.TEXT])
        assert not screen.says("As text, each stays as you typed it.")


async def test_the_name_on_the_copy_is_what_was_typed(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.type("The name on the copy", "Zoë")
        await screen.tap("Take everything that may be shared")
        assert screen.value("The name on the copy") == "Zoë"
        await screen.tap("See what they will see")
        assert screen.says("Made by Zoë")


async def test_everything_and_nothing_are_one_press_and_ticks_survive_another_place(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.tap("Take everything that may be shared")
        await screen.tap("Walk to the pier")
        here = screen.route
        await screen.tap("Today")
        await screen.go(here)
        assert not is_on(screen, "Walk to the pier")
        assert is_on(screen, "I stop cooking")
        await screen.tap("Take everything that may be shared")
        await screen.tap("Take nothing")
        assert not is_on(screen, "I stop cooking")


async def test_what_becomes_only_me_is_no_longer_chosen(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.tap("I stop cooking")
        here = screen.route
        await screen.tap("Plan")
        await screen.tap("Signs it’s getting harder, 2 lines")
        await screen.tap("May be shared: I stop cooking")
        await screen.go(here.replace("share/", "share/preview/"))
        assert screen.says("Nothing is chosen yet, so there is nothing to show.")


async def test_what_is_chosen_is_kept_for_that_person_alone_and_a_new_line_is_off(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.tap("I stop cooking")
        await lock(screen)
    with written.session() as session:
        plan = session.safety_plan
        plan.add_item(plan.plan.parts[0], text="I sleep late", share="may_be_shared")
    async with written.window() as screen:
        await unlock(screen)
        await screen.go("/plan/share")
        await screen.submit("Another name", "Ben")
        assert not is_on(screen, "I stop cooking")
        await screen.go("/plan/share")
        await screen.tap("Ana, PDF, not locked, 21 November 2026, version 2. Changed since then")
        assert is_on(screen, "I stop cooking")
        assert not is_on(screen, "I sleep late")


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (None, "No copy was saved. Your choice is still here."),
        (OSError("no room"), "The copy could not be saved. Choose another place, then try again."),
    ],
)
async def test_a_copy_that_was_not_saved_is_told_and_can_be_tried_again(
    written: House, reply: object, told: str
) -> None:
    async with written.window() as screen:
        await at_the_forms(screen, "I stop cooking")
        screen.replies["save_file"] = reply
        await screen.tap("Save the copy")
        assert screen.says(told)
        del screen.replies["save_file"]
        await screen.tap("Save the copy")
        assert screen.says("The copy is saved.")


async def test_a_copy_is_not_offered_once_it_is_locked(
    written: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = forms.plan_copy

    async with written.window() as screen:
        await at_the_forms(screen, "I stop cooking")
        loop = asyncio.get_running_loop()
        standing: Any = screen.page.on_keyboard_event
        app = standing.__self__._window

        def made_while_hiding(*what: Any, **how: Any) -> bytes:
            asyncio.run_coroutine_threadsafe(_call(app.hide), loop).result(5)
            return made(*what, **how)

        monkeypatch.setattr("app.session.plan_copy.plan_copy", made_while_hiding)
        await screen.tap("Save the copy")
        assert screen.called("save_file") == []
        assert screen.texts() == ["Nothing is open here.", "Continue"]


async def _call(function: Any) -> None:
    function()


async def test_a_locked_copy_opens_with_the_words_that_were_shown(written: House) -> None:
    async with written.window() as screen:
        await at_the_forms(screen, "I stop cooking", form=LOCKED_PDF)
        words = words_shown(screen)
        assert len(words.split()) == 6
        await screen.tap("Other words")
        assert words_shown(screen) != words
        words = words_shown(screen)
        await screen.tap("Save the copy")
        asked = screen.called("save_file")[0]
        assert asked["file_name"] == "locked-2026-11.pdf"
        assert "I stop cooking" in printed(asked["src_bytes"], words)
        assert words_shown(screen) == words
        assert screen.says("Tell them in person or by phone")


async def test_a_locked_page_is_made_with_them_too(written: House, monkeypatch: pytest.MonkeyPatch) -> None:
    locked: list[tuple[bytes, str]] = []

    def lock_plainly(content: bytes, passphrase: str) -> str:
        locked.append((content, passphrase))
        return "line"

    monkeypatch.setattr("app.session.plan_copy.locked_line", lock_plainly)
    async with written.window() as screen:
        await at_the_forms(screen, "I stop cooking", form=plan_copy.forms[Form.LOCKED_PAGE])
        words = words_shown(screen)
        await screen.tap("Save the copy")
        asked = screen.called("save_file")[0]
        assert asked["file_name"] == "locked-2026-11.html"
        assert [passphrase for _, passphrase in locked] == [words]
        assert b"I stop cooking" in locked[0][0]
        assert b"hide the post" not in locked[0][0]
        assert locked_page.passphrase.encode() in asked["src_bytes"]


async def test_words_of_ones_own_must_be_hard_to_guess(written: House) -> None:
    async with written.window() as screen:
        await at_the_forms(screen, "I stop cooking", form=LOCKED_PDF)
        await screen.tap("Use my own words")
        await screen.tap("Save the copy")
        assert screen.says("Type a passphrase first.")
        await screen.type("My own passphrase", "kettle")
        await screen.tap("Save the copy")
        assert screen.says("Whoever has the file can keep trying words.")
        assert screen.called("save_file") == []
        await screen.type("My own passphrase", "tea and kettle")
        await screen.tap("Save the copy")
        assert screen.called("save_file") == []
        await screen.type("My own passphrase", "a kettle sings in \x07 Győr")
        await screen.tap("Save the copy")
        assert screen.says("A PDF can’t be locked with these signs.")
        await screen.type("My own passphrase", "a kettle sings in Győr")
        await screen.tap("Save the copy")
        asked = screen.called("save_file")[0]
        assert "I stop cooking" in printed(asked["src_bytes"], "a kettle sings in Győr")


async def test_the_words_outlive_a_window_that_grows_wide(written: House) -> None:
    async with written.window() as screen:
        await at_the_forms(screen, "I stop cooking", form=LOCKED_PDF)
        words = words_shown(screen)
        await screen.resize(1200, 800)
        assert words_shown(screen) == words


def words_shown(screen: Headless) -> str:
    """Six words that stand together on the screen."""
    (found,) = [text for text in screen.texts() if len(text.split()) == 6 and text.replace(" ", "").islower()]
    return found


async def test_who_has_which_copy_is_remembered_and_a_change_is_told_quietly(written: House) -> None:
    async with written.window() as screen:
        await at_the_forms(screen, "I stop cooking")
        await screen.tap("Save the copy")
        assert screen.says("This app sends nothing: give it to Ana yourself.")
        await screen.tap("Ana has this copy")
        await screen.tap("Done")
        assert screen.says("What Ana has")
        assert is_on(screen, "Ana has this copy")
        assert screen.says("One older copy")
        assert not screen.says(plan_copy.changed_help)
        await screen.tap("Walk to the pier")
        assert screen.says(plan_copy.changed_help)
        await screen.tap("Walk to the pier")
        assert not screen.says(plan_copy.changed_help)
        await screen.go("/plan/share")
        assert screen.says("Given on 21 November 2026")


async def test_the_new_one_is_offered_once_what_it_says_has_changed(written: House) -> None:
    async with written.window() as screen:
        await at_the_forms(screen, "Ana")
        await screen.tap("Save the copy")
        await screen.tap("Done")
        await lock(screen)
    with written.session() as session:
        (ana,) = [one for one in session.supports.all if one.name == "Ana"]
        call, *others = ana.ways
        new = session.supports.way(call.kind, "+44 7700 900999")
        session.supports.change(ana, ways=(type(call)(id=call.id, kind=call.kind, value=new.value), *others))
    async with written.window() as screen:
        await unlock(screen)
        await screen.go("/plan/share")
        await screen.tap("Ana, PDF, not locked, 21 November 2026, version 2. Changed since then")
        assert screen.says("New: Ana · Call: +44 7700 900999")
        assert screen.says("Gone: Ana · Call: +44 7700 900123")
        await screen.tap("Make the new one")
        assert screen.says("+44 7700 900999")


async def test_someone_can_be_removed_and_put_back_with_what_they_have(written: House) -> None:
    async with written.window() as screen:
        await at_the_choice(screen)
        await screen.tap("I stop cooking")
        await screen.tap("Remove Ana from this list")
        assert screen.says("Ana was removed. Copies they have stay with them.")
        assert screen.can_tap("Show it to Ana")
        await screen.tap("Undo")
        await screen.tap("Ana, PDF, not locked, 21 November 2026, version 2. Changed since then")
        assert is_on(screen, "I stop cooking")


async def test_a_support_is_added_with_one_press_and_anyone_by_name(written: House) -> None:
    with written.session() as session:
        session.supports.add("Ben")
    async with written.window() as screen:
        await unlock(screen)
        await screen.go("/plan/share")
        assert not screen.can_tap("Show it to The park")
        await screen.tap("Show it to Ben")
        assert screen.says("Choose what they will see.")
        await screen.go("/plan/share")
        assert not screen.can_tap("Show it to Ben")
        await screen.tap("Add this name")
        assert screen.says("Please write a name first.")
        await screen.submit("Another name", "x" * 201)
        assert screen.says("This is too long to save.")
        await screen.submit("Another name", "My sister")
        assert screen.says("Choose what they will see.")
        await screen.go("/plan/share")
        assert screen.can_tap("My sister, No copy made yet")
        assert screen.value("Another name") == ""


async def test_where_nothing_may_be_shared_it_leads_to_the_parts(house: House, screen: Headless) -> None:
    await screen.go("/plan/share")
    assert screen.says("Nothing is written yet.")
    await screen.go("/plan")
    await screen.tap("What I can do on my own, Nothing yet")
    await screen.submit("Add a line", "Tea")
    await screen.go("/plan/share")
    await screen.submit("Another name", "Ben")
    assert screen.says("Every line is marked “Only me”")
    await screen.tap("Open What I can do on my own")
    assert screen.says("Tea")
    await lock(screen)
