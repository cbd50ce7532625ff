"""A meeting, as it happens: noted at one press, filled in, come back to another day, and there again."""

from tests.browser.kit import Window
from tests.browser.steps import add_more, add_support, begin, check_in, has, holds, in_list, unlock


async def test_a_meeting_is_noted_from_a_support_and_from_a_check_in(window: Window) -> None:
    await begin(window)
    await window.tap("Supports")
    await add_support(window, "Ñandú", "+36 30 123 4567")
    await window.page.get_by_role("button", name="Open Ñandú").first.click()
    await window.tap("Note a meeting with Ñandú")
    await has(window, "heading", "To come back to")
    await window.type("What I received", "Ζεστή σούπα")
    await window.type("What to come back to", "Ask about the flat")
    await window.tap("Done")
    await has(window, "button", "Note a meeting with Ñandú")
    await window.tap("Today")
    await check_in(window, "Good")
    await add_more(window)
    await in_list(window, "Who with", "Ñandú")
    await window.tap("Note this as a meeting")
    await has(window, "heading", "To come back to")
    await window.type("What I gave", "An ear")
    await window.tap("Done")
    await has(window, "button", "Note this as a meeting")
    await window.restart()
    await unlock(window)
    await window.tap("Supports")
    await window.page.get_by_role("button", name="Open Ñandú").first.click()
    await window.tap("What came of it")
    await has(window, "heading", "Meetings with Ñandú")
    await window.says("An ear")
    await window.page.get_by_role("button", name="Open Ζεστή σούπα").click()
    await has(window, "heading", "To come back to")
    await holds(window, "What to come back to", "Ask about the flat")
