"""The first screens in the four frames: what can be read before a passphrase is chosen, the example, the look around."""

from playwright.async_api import expect

from app import words
from app.ui.screen import GUIDE
from app.ui.screens.guide import name_of
from tests.browser.kit import Window
from tests.browser.steps import at, begin
from tests.browser.test_gallery import Album, album, app_process, both_ways

__all__ = ["album", "app_process"]


@both_ways("empty")
async def test_what_can_be_read_and_tried_before_a_passphrase_is_chosen(window: Window, album: Album) -> None:
    await album.look("first-run")
    for path in GUIDE:
        await album.tap(name_of(path), then=name_of(path))
        await album.look(f"guide-{path.rpartition('/')[2]}")
        await window.press_key("Escape")
        await window.says(words.first_run.title)
    await window.tap(words.example.look)
    await window.says(words.example.banner)
    await album.look("example-today")
    await album.tap("Supports", then="My supports")
    await album.look("example-supports")
    await album.tap("When it’s hard", then="When it’s hard")
    await album.tap("One step at a time", then="Next", role="button")
    await album.look("example-steps")
    await window.tap(words.example.leave)
    await window.says(words.first_run.title)
    await expect(window.page.get_by_text(words.example.banner)).to_have_count(0)


@both_ways("empty")
async def test_the_look_around_and_where_to_find_it_again(window: Window, album: Album) -> None:
    await begin(window)
    for number in range(len(words.tour.steps)):
        await window.says(words.tour.at.format(step=number + 1, steps=len(words.tour.steps)))
        await album.look(f"tour-{number + 1}")
        await window.tap("Next" if number < len(words.tour.steps) - 1 else "Done")
    await window.says_no_more(words.tour.title)
    await at(window, "/settings", "Settings")
    await album.look("settings-new")
    await album.tap("How this works", then="How this works")
    await album.look("guide-how-open")
