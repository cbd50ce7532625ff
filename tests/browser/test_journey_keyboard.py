"""By keyboard alone: the first minute, a check-in, the page for hard times and back; and what is done every day."""

from tests.browser.focus import is_seen
from tests.browser.kit import Window
from tests.browser.steps import PASSPHRASE, has, press, to


async def first_minute(window: Window) -> None:
    await press(window, "Choose a passphrase", "Enter")
    await window.says("Type it once more")
    assert await window.focused() == "Passphrase"
    await window.page.keyboard.type(PASSPHRASE)
    await to(window, "Type it once more")
    await window.page.keyboard.type(PASSPHRASE)
    await press(window, "Lock it and begin", "Enter")
    await window.says("How is it right now?")


async def test_the_first_minute_needs_no_pointer(window: Window) -> None:
    await first_minute(window)
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


async def test_a_day_needs_no_pointer_and_shows_where_the_keyboard_is(window: Window) -> None:
    await first_minute(window)
    await a_check_in_with_feelings_and_a_note(window)
    await found_again(window)
    await a_support(window)
    await a_line_of_the_plan(window)
    await by_the_menu(window)
    await window.press_key("Control+Shift+H")
    await window.says("Nothing is open here.")


async def seen(window: Window, name: str, key: str) -> None:
    """Go to what has that name, see that it shows it, and press a key there."""
    await to(window, name)
    await is_seen(window)
    await window.press_key(key)


async def by_the_menu(window: Window) -> None:
    await window.page.evaluate(
        "addEventListener('keydown', pressed => { window.kept = pressed.defaultPrevented })"
    )
    await window.press_key("F10")
    await has(window, "button", "Lock now")
    assert await window.page.evaluate("window.kept")  # else the browser opens a menu of its own
    await window.press_key("End")
    await window.press_key("ArrowDown")
    await window.press_key("g")
    await window.press_key("ArrowDown")
    await window.press_key("ArrowUp")
    await to(window, "Growing")
    await is_seen(window)
    await window.press_key("Enter")
    await has(window, "heading", "Growing")


async def a_check_in_with_feelings_and_a_note(window: Window) -> None:
    await window.press_key("F2")
    await seen(window, "Hard", "Enter")
    await window.says("Saved. Add more, or leave it there.")
    await seen(window, "Add more", "Enter")
    await window.says("Everything here is saved as you go.")
    await seen(window, "Feelings", "Enter")
    await has(window, "heading", "Feelings")
    await press(window, "tired", "Space")
    await has(window, "checkbox", "tired", chosen=True)
    await window.press_key("Escape")
    await has(window, "button", "Feelings: tired")
    await to(window, "Note")
    await window.page.keyboard.type("rain on the roof")
    await window.press_key("Escape")
    await has(window, "heading", "How is it right now?")


async def found_again(window: Window) -> None:
    await window.press_key("F9")
    await has(window, "heading", "My check-ins")
    await window.page.wait_for_function(
        "() => document.activeElement?.getAttribute('aria-label') === 'Find words in all years'"
    )
    await window.page.keyboard.type("roof")
    await window.says("One check-in found.")
    await window.press_key("F2")
    await has(window, "heading", "How is it right now?")


async def a_support(window: Window) -> None:
    await seen(window, "Supports", "Enter")
    await has(window, "heading", "My supports")
    await seen(window, "Add a support", "Enter")
    await has(window, "heading", "Add a support")
    await to(window, "Name")
    await window.page.keyboard.type("Ana")
    await seen(window, "Save support", "Enter")
    await window.says("No way to reach is noted yet.")
    await window.press_key("Escape")
    await has(window, "heading", "My supports")
    await window.says("Ana")


async def a_line_of_the_plan(window: Window) -> None:
    await press(window, "Plan", "Enter")
    await has(window, "heading", "My plan")
    await seen(window, "People I can ask for help, Nothing yet", "Enter")
    await has(window, "heading", "People I can ask for help")
    await to(window, "Add a line")
    await window.page.keyboard.type("Ana, in the evening")
    await window.press_key("Enter")
    await has(window, "button", "Delete: Ana, in the evening")
    await window.press_key("Escape")
    await has(window, "heading", "My plan")
