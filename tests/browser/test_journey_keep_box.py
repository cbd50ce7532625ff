"""A photo is put into the keep box, outlives a kill, is seen only when asked for, and can be taken out as it was."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.browser.heard import faults
from tests.browser.kit import Window
from tests.browser.steps import begin, has, unlock

NAME = "The sea on a grey morning"


def photo() -> bytes:
    """A photo as a phone may send it on: some hundred thousand bytes."""
    written = BytesIO()
    Image.effect_noise((900, 600), 60).save(written, "JPEG", quality=90)
    return written.getvalue()


async def test_a_photo_is_kept_shown_on_request_and_taken_out_again(window: Window, tmp_path: Path) -> None:
    chosen = tmp_path / "sea.jpg"
    chosen.write_bytes(photo())
    await begin(window)
    await to_box(window)
    await window.tap("Put something in")
    await has(window, "heading", "Photo or sound")
    await window.type("What it is, in one line", NAME)
    await window.submit("Photo or sound to keep", str(chosen))
    await has(window, "button", "Show the photo")
    await window.kill()
    await window.restart()
    await unlock(window)
    await to_box(window)
    assert await window.page.get_by_role("img", name=NAME).count() == 0
    await window.tap(f"{NAME}, Photo")
    await window.tap("Show the photo")
    await has(window, "img", NAME)
    assert await faults(window) == []
    saved = await window.download("Take out a copy")
    await window.says("A copy is out. It is not locked.")
    assert (saved.name, saved.content) == ("photo.jpg", chosen.read_bytes())


async def to_box(window: Window) -> None:
    """To the list, by the way that is there."""
    await window.tap("Growing")
    await has(window, "heading", "Look through")
    await window.page.get_by_role("button", name="Keep box", exact=True).focus()
    await window.press_key("Enter")
    await has(window, "heading", "Keep box")
