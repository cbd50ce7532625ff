"""A photo and a sound are put into the keep box, and are seen and heard only when asked for.

A photo outlives a kill and can be taken out as it was; a sound really plays, from memory, and ends with *Hide now*.
"""

import re
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.async_api import expect

from tests.browser.heard import faults
from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.sample_sound import hum
from tests.browser.steps import begin, has, unlock

NAME = "The sea on a grey morning"

_LISTEN = """() => {
  window.played = [];
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () { played.push(this); return play.call(this); };
}"""
_PLAYED = "() => played.map(one => [one.src.split(':')[0], one.paused, one.currentTime > 0])"
_SILENT = "() => played.length && played.every(one => one.paused && !one.src.startsWith('blob:'))"


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


async def keep(window: Window, name: str, chosen: Path) -> None:
    """Put a file into the box, and see its page."""
    await window.tap("Put something in")
    await has(window, "heading", "Photo or sound")
    await window.type("What it is, in one line", name)
    await window.submit("Photo or sound to keep", str(chosen))
    await has(window, "button", "Delete this")


async def test_a_sound_plays_on_request_and_ends_with_hide_now(window: Window, tmp_path: Path) -> None:
    whole, broken = tmp_path / "hum.wav", tmp_path / "broken.wav"
    whole.write_bytes(hum(60))
    broken.write_bytes(hum(1)[:12] + bytes(range(7, 207)) * 20)
    await begin(window)
    await window.page.evaluate(_LISTEN)
    await to_box(window)
    await keep(window, "A voice that broke off", broken)
    await window.tap("Play the sound")
    await window.says("This sound can’t be played here.")
    await window.press_key("Escape")
    await keep(window, "Humming in the kitchen", whole)
    await has(window, "button", "Play the sound")
    assert not any(went for _, _, went in await window.page.evaluate(_PLAYED))
    await window.tap("Play the sound")
    await expect(window.page.get_by_text(re.compile(r"^[1-9]\d* seconds? of 1 minute$"))).to_be_visible(
        timeout=PATIENCE_SECONDS * 1000
    )
    assert (await window.page.evaluate(_PLAYED))[-1] == ["blob", False, True]
    assert await faults(window) == []
    await window.tap("Pause")
    await has(window, "button", "Go on")
    assert (await window.page.evaluate(_PLAYED))[-1] == ["blob", True, True]
    await window.tap("Start again")
    await has(window, "button", "Pause")
    await window.tap("Hide now")
    await window.says("Nothing is open here.")
    await window.page.wait_for_function(_SILENT)


async def to_box(window: Window) -> None:
    """To the list, by the way that is there."""
    await window.tap("Growing")
    await has(window, "heading", "Look through")
    await window.page.get_by_role("button", name="Keep box", exact=True).focus()
    await window.press_key("Enter")
    await has(window, "heading", "Keep box")
