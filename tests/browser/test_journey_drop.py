"""A file is dragged into the page: a sentence while it is held there, then what is in it, and no leaving of the page."""

from tests.browser.kit import Window
from tests.browser.steps import begin, has
from tests.browser.test_journey_import import TABLE

DRAG = """([kinds, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], 'days of March.csv', { type: 'text/csv' }));
  return kinds.map(kind => {
    const event = new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
}"""
HELD = "Let go to look at this file."


async def drag(window: Window, *kinds: str) -> None:
    """Drag over the page, and let go where that is asked. The browser leaves every event to the page."""
    assert await window.page.evaluate(DRAG, [list(kinds), TABLE]) == [True] * len(kinds)


async def test_a_file_that_is_dragged_in_is_looked_at(window: Window) -> None:
    await drag(window, "dragenter", "dragover", "drop")
    await begin(window)
    held = window.page.get_by_role("status").get_by_text(HELD)
    await drag(window, "dragenter", "dragover")
    await held.wait_for()
    await window.look("file-held-over-it")
    await held.wait_for(state="detached")
    await drag(window, "dragover", "drop")
    await has(window, "heading", "Which mood is which?")
    await held.wait_for(state="detached")
    await window.look("file-dropped")
