"""By keyboard alone: the first minute, a check-in, the page for hard times and back."""

from tests.browser.kit import Window
from tests.browser.steps import PASSPHRASE, has, press, to


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
