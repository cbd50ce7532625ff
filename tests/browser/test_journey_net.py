"""A safety net from nothing: hours by another clock, a text first, words in Greek shown alone, and an order by keys and drag."""

import re

from tests.browser.kit import Window
from tests.browser.steps import add_support, begin, has

WORDS = "Γεια σου. Έχεις δέκα λεπτά;"  # noqa: RUF001  # Greek
TWO_PAINTS = "() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))"
STEPS = 20


async def test_a_net_of_three_is_built_ordered_and_shown(window: Window) -> None:
    await begin(window)
    await window.tap("Supports")
    for name, number in (("Ana", "+43 1 9609601"), ("Ben", "01632 960102"), ("Cleo", "01632 960103")):
        await add_support(window, name, number)
    await window.tap("Safety net")
    for place, name in enumerate(("Ana", "Ben", "Cleo"), start=1):
        await window.tap(f"Add {name}")
        await has(window, "heading", f"{place}. {name}")
    await its_hours_and_a_text_first(window)
    await ready_words(window)
    await window.tap("Change the order")
    await has(window, "heading", "The order of my safety net")
    await by_keys_alone(window)
    await by_dragging(window)


async def its_hours_and_a_text_first(window: Window) -> None:
    await window.tap("Change for Ana")
    await window.tap("Ways to reach")
    await window.tap("Change Call: +43 1 9609601")
    await window.toggle("Text first, before a call")
    await window.type("From", "9")
    await window.type("Until", "17")
    await window.tap("Add these hours")
    await window.type("City or country", "auck")
    await window.tap("Auckland, New Zealand")
    await window.says("On your clock: ")
    await window.tap("Done")
    await window.says("Mon–Fri 09:00–17:00, by the clock in Auckland")
    await window.tap("Supports")
    await window.tap("Safety net")
    await window.says("Text first, then call.")


async def ready_words(window: Window) -> None:
    await window.tap("Change for Ana")
    await window.type("What I could say", WORDS)
    await window.tap("Done")
    await window.tap("Show my words to Ana")
    await has(window, "button", "Close")
    await window.says(WORDS)
    await window.says_no_more("Safety net")
    await window.press_key("Escape")
    await has(window, "heading", "Safety net")


async def order(window: Window) -> list[str]:
    return re.findall(r"^\d\. (\w+)$", "\n".join(await window.texts()), re.MULTILINE)


async def by_keys_alone(window: Window) -> None:
    while await window.focused() != "Move up Cleo":
        await window.press_key("Tab")
        await window.page.evaluate(TWO_PAINTS)
    for place in (2, 1):
        await window.press_key("Enter")
        await window.says(f"Cleo is now number {place}.")
    assert await order(window) == ["Cleo", "Ana", "Ben"]
    await has(window, "button", "Move down Cleo")
    await window.page.wait_for_function(
        "() => document.activeElement?.getAttribute('aria-label') === 'Move down Cleo'"
        " || document.activeElement?.innerText === 'Move down Cleo'"
    )
    await window.press_key("Enter")
    await window.says("Cleo is now number 2.")


async def by_dragging(window: Window) -> None:
    """From the grip at the head of the first row down to the last."""
    first, last = [
        await window.page.get_by_role("button", name=f"Move down {name}").bounding_box()
        for name in ("Ana", "Ben")
    ]
    assert first is not None
    assert last is not None
    mouse, x, y = window.page.mouse, 45, first["y"] + first["height"] / 2
    below = last["y"] + last["height"]
    await mouse.move(x, y)
    await mouse.down()
    for step in range(1, STEPS + 1):
        await mouse.move(x, y + (below - y) * step / STEPS)
        await window.page.evaluate(TWO_PAINTS)
    await mouse.up()
    await window.says("Ana is now number 3.")
    assert await order(window) == ["Cleo", "Ben", "Ana"]
    await window.tap("Undo")
    await window.says("1. Ana")
    assert await order(window) == ["Ana", "Cleo", "Ben"]
