"""Growing, by keyboard and pointer: one line, small steps, an ending, a win noted from it, and all of it there the next day."""

from tests.browser.heard import faults
from tests.browser.kit import Window
from tests.browser.steps import begin, has, unlock

SING = "Singen mit anderen 🎵"


async def test_what_is_moved_towards_ends_well_and_is_there_the_next_day(window: Window) -> None:
    await begin(window)
    await window.tap("Growing")
    await window.says("One line is a start.")
    await window.toggle("Moving towards it")
    await window.submit("Add something", SING)
    await has(window, "heading", "Used lately")
    await window.tap(f"Open {SING}, Something I’m moving towards")
    await has(window, "heading", "Small steps")
    for step in ("Ask when", "Go once"):
        await window.submit("A small step", step)
        await has(window, "checkbox", step, chosen=False)
    await window.tap("Move or delete steps")
    await window.tap("Move up: Go once")
    await window.tap("Leave the steps as they are")
    await has(window, "button", "Move or delete steps")
    await window.page.get_by_role("checkbox", name="Go once", exact=True).focus()
    await window.press_key("Space")
    await has(window, "checkbox", "Go once", chosen=True)
    await window.toggle("I’m done with it")
    await window.says("You are done with this.")
    await window.tap("Note something that went well")
    await has(window, "button", "Who would be glad to hear it?")
    await window.restart()
    await unlock(window)
    await window.tap("Growing")
    await has(window, "button", f"Open {SING}, Something that went well")
    assert await faults(window) == []
