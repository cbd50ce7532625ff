"""What helps, as someone new finds it: added, kept at hand, offered after a hard check-in, used when it’s hard, and there again."""

from tests.browser.heard import faults
from tests.browser.kit import Window
from tests.browser.steps import add_more, begin, check_in, has, in_list, to_tools, unlock

TEA, WALK, SONG, SOUP = "Ζεστό τσάι", "Bis zur Ecke und zurück", "One song, all of it", "Soup"


async def test_what_helps_is_at_hand_when_it_is_hard_and_the_next_day(window: Window) -> None:
    await begin(window)
    await add_four(window)
    await keep_three_at_hand_and_try_a_fourth(window)
    await follow_an_offer(window)
    await go_through_a_hard_moment(window)
    await delete_and_put_back(window)
    await window.restart()
    await unlock(window)
    await to_tools(window)
    await has(window, "heading", "At hand")
    await has(window, "button", f"Open {TEA}, 5 minutes")


async def add_four(window: Window) -> None:
    await to_tools(window)
    await window.says("One is enough to start.")
    for name in (TEA, WALK, SONG, SOUP):
        await window.tap("Add something that helps")
        await window.says("A few words are enough.")
        await window.submit("What it is", name)
        await has(window, "heading", "Did it help?")
        await to_tools(window)
        await has(window, "button", f"Open {name}")
    await opened(window, TEA)
    await window.tap("Change")
    await has(window, "heading", "How long it takes")
    await window.type("Steps", "Fill the kettle\nChoose a cup")
    await window.toggle("5 minutes")
    await window.tap("Done")
    await window.says("2. Choose a cup")
    assert await faults(window) == []


async def opened(window: Window, name: str, about: str = "") -> None:
    """Open one from the list."""
    await to_tools(window)
    await window.tap(f"Open {name}{about}")
    await has(window, "heading", "Did it help?")


async def keep_three_at_hand_and_try_a_fourth(window: Window) -> None:
    for name, about in ((TEA, ", 5 minutes"), (WALK, ""), (SONG, "")):
        await opened(window, name, about)
        await window.tap("Keep at hand")
        await window.says(f"{name} is at hand.")
    await opened(window, SOUP)
    await window.tap("Keep at hand")
    await window.says("Three are at hand already. Which one should make room?")
    await window.tap(f"In place of {SONG}")
    await window.says(f"{SOUP} is at hand.")
    await window.tap("Undo")
    await has(window, "button", "Keep at hand")


async def follow_an_offer(window: Window) -> None:
    await window.tap("Today")
    await check_in(window, "Very hard")
    await window.says("That sounds hard. Would any of these help?")
    await window.tap(f"Try: {TEA}")
    await has(window, "heading", "Did it help?")
    await window.tap("One step at a time")
    await window.says("Step 1 of 2")
    await window.tap("Start 5 minutes")
    await window.says("About 5 minutes left.")
    await window.tap("A bit")
    await window.says("A bit.")
    await window.tap("Today")
    await has(window, "heading", "Lately")
    await check_in(window, "Hard")
    await add_more(window)
    await in_list(window, "What helped", TEA)
    await has(window, "button", f"What helped: {TEA}")


async def go_through_a_hard_moment(window: Window) -> None:
    await window.tap("When it’s hard")
    await has(window, "heading", "Reach someone")
    await window.tap(f"Open {TEA}")
    await window.says("Fill the kettle")
    for name in (WALK, SONG):
        await window.tap("Try the next one")
        await window.says(name)
    await window.press_key("Escape")
    await has(window, "heading", "Reach someone")
    await window.press_key("Escape")
    await has(window, "heading", "Check-in")


async def delete_and_put_back(window: Window) -> None:
    await opened(window, TEA, ", 5 minutes")
    await window.says("About 5 minutes left.")
    await window.tap("Delete this")
    await window.says(f"{TEA} was deleted.")
    await window.tap("Undo")
    await has(window, "button", f"Open {TEA}, 5 minutes")
