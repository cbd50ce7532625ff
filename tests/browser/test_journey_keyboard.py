"""By keyboard alone: the first minute, a check-in, the page for hard times and back."""

from tests.browser.kit import Window
from tests.browser.steps import PASSPHRASE, has

MOST_STEPS = 60
TWO_PAINTS = "() => new Promise(seen => requestAnimationFrame(() => requestAnimationFrame(seen)))"


async def test_the_first_minute_needs_no_pointer(window: Window) -> None:
    await press(window, "Choose a passphrase", "Enter")
    await window.says("Type it once more")
    assert await window.focused() == "Passphrase"
    await window.page.keyboard.type(PASSPHRASE)
    await to(window, "Type it once more")
    await window.page.keyboard.type(PASSPHRASE)
    await press(window, "Lock it and begin", "Enter")
    await window.says("How is it right now?")

    await press(window, "In between", "Space")
    await window.says("Saved. Add more, or leave it there.")
    await press(window, "Undo", "Enter")
    await window.says("Taken back.")
    await press(window, "Hard", "Enter")
    await window.says("Saved. Add more, or leave it there.")

    await press(window, "Add more", "Space")
    await window.says("Everything here is saved as you go.")
    await press(window, "Feelings", "Enter")
    await has(window, "heading", "Feelings")
    await press(window, "tired", "Space")
    await has(window, "checkbox", "tired", chosen=True)
    await window.press_key("Escape")
    await has(window, "button", "Feelings: tired")
    await to(window, "Not said")
    await window.press_key("ArrowUp")
    await has(window, "radio", "High", chosen=True)
    await press(window, "When it’s hard", "Enter", back=True)
    await has(window, "heading", "When it’s hard")
    await window.press_key("Escape")
    await has(window, "heading", "Check-in")
    await has(window, "radio", "High", chosen=True)
    await window.press_key("Escape")
    await has(window, "heading", "How is it right now?")

    await press(window, "Plan", "Enter")
    await has(window, "heading", "My plan")
    await press(window, "When it’s hard", "Space")
    await has(window, "heading", "When it’s hard")
    await press(window, "Back", "Enter")
    await has(window, "heading", "My plan")


async def press(window: Window, name: str, key: str, *, back: bool = False) -> None:
    """Go to what has that name and press a key on it."""
    await to(window, name, back=back)
    await window.press_key(key)


async def to(window: Window, name: str, *, back: bool = False) -> None:
    """Press Tab, or Shift and Tab, until what has that name has the keyboard.

    At least once: where a screen begins, the browser has the keyboard on its first button, Flutter not yet.
    """
    passed: list[str] = []
    while not passed or passed[-1] != name:
        assert len(passed) < MOST_STEPS, f"{name!r} was not reached, but {passed}"
        await window.press_key("Shift+Tab" if back else "Tab")
        await window.page.evaluate(TWO_PAINTS)
        passed.append(await window.focused())
