"""The browser kit against a small app: what it drives, and that it fails where it must."""

from pathlib import Path

import pytest
from playwright.async_api import Error

from tests.browser import kit
from tests.browser.frame import DESKTOP, PHONE_DARK_LARGE
from tests.browser.kit import Window
from tests.browser.process import AppProcess

SAMPLE = Path(__file__).with_name("sample_app.py")


@pytest.fixture
def app_process(tmp_path: Path) -> AppProcess:
    return AppProcess(tmp_path, [str(SAMPLE)])


async def test_it_presses_types_and_reads(window: Window) -> None:
    await window.says("Nothing yet")
    await window.type("Name", "Zoë")
    await window.tap("Greet")
    await window.says("Hello Zoë")
    await window.says_no_more("Nothing yet")
    await window.submit("Name", "Ana")
    await window.says("Sent Ana")
    await window.toggle("May be shared")
    await window.says("shared True")
    await window.tap("Ana")
    await window.says("Ana was pressed")
    await window.type("Passphrase", "four quiet words")
    assert "four quiet words" not in await window.texts()
    saved = await window.download("Save copy")
    assert (saved.name, saved.content) == ("plan.txt", b"words")


async def test_what_was_kept_outlives_a_reload_a_restart_and_a_power_cut(window: Window) -> None:
    await window.tap("Count")
    await window.says("Counted 1")
    await window.reload()
    await window.says("Counted 1")
    await window.restart()
    await window.says("Counted 1")
    await window.kill()
    await window.restart()
    await window.tap("Count")
    await window.says("Counted 2")


async def test_pictures_have_the_size_of_their_frame(
    window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kit, "PICTURES", tmp_path / "pictures")
    await window.says("Nothing yet")
    for frame in (DESKTOP, PHONE_DARK_LARGE):
        await window.frame(frame)
        picture = await window.picture("first")
        assert picture.parent.name == frame.name
        size = picture.read_bytes()[16:24]  # width and height in the first chunk of a PNG file
        assert (int.from_bytes(size[:4]), int.from_bytes(size[4:])) == (frame.width, frame.height)


async def test_what_is_not_there_fails_with_the_tree(window: Window) -> None:
    await window.says("Nothing yet")
    window.page.set_default_timeout(200)
    with pytest.raises(AssertionError, match=r'(?s)thing to press .Cuont.*button "Count"'):
        await window.tap("Cuont")
    with pytest.raises(AssertionError, match=r"(?s)'Everything' is not said.*Nothing yet"):
        await window.says("Everything")
    with pytest.raises(AssertionError, match="is still said"):
        await window.says_no_more("Nothing yet")


async def test_a_name_that_several_have_fails(window: Window) -> None:
    await window.says("Nothing yet")
    with pytest.raises(AssertionError, match="2 of them"):
        await window.tap("Call")


async def test_a_request_that_the_policy_holds_back_is_listed_and_does_not_fail(window: Window) -> None:
    await window.says("Nothing yet")
    await window.page.evaluate("url => fetch(url).catch(() => null)", "https://elsewhere.example/words")
    await window.page.evaluate(
        "url => new Promise(done => { const one = new Image(); one.onerror = () => done(1); one.src = url })",
        "https://elsewhere.example/dot.png",
    )
    assert set(window.watch.held_back) == {
        "https://elsewhere.example/words",
        "https://elsewhere.example/dot.png",
    }
    assert window.watch.left == []


async def test_a_request_that_nothing_holds_back_is_known(window: Window) -> None:
    await window.says("Nothing yet")
    with pytest.raises(Error, match="ERR_"):
        await window.page.goto("https://elsewhere.example/")
    assert window.watch.left == ["https://elsewhere.example/"]
    window.watch.origins.add("elsewhere.example")


async def test_a_complaint_of_the_app_is_known(window: Window) -> None:
    await window.tap("Complain")
    await window.tap("Count")
    await window.says("Counted 1")
    assert window.app.complaints == ["ERROR sample on purpose"]
    window.app._log.unlink()
