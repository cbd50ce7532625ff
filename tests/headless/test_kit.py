"""The kit against a small app: what it drives, and that it fails where it must."""

import asyncio
import time
from collections.abc import AsyncIterator

import flet as ft
import pytest

from tests.headless.kit import Headless
from tests.headless.sample import Sample


@pytest.fixture
async def screen() -> AsyncIterator[Headless]:
    async with Headless(Sample()) as screen:
        yield screen


async def test_a_press_changes_what_the_screen_says(screen: Headless) -> None:
    await screen.tap("Count")
    assert screen.says("Counted 1")
    assert not screen.says("Nothing yet")


async def test_what_was_never_sent_is_not_seen(screen: Headless) -> None:
    await screen.tap("Forget to send")
    assert not screen.says("Changed and never sent")
    assert screen.says("Shown")


async def test_typed_words_reach_the_app_and_stay_in_the_field(screen: Headless) -> None:
    await screen.type("Name", "Ana")
    assert screen.says("Hello Ana")
    assert screen.value("Name") == "Ana"


async def test_a_field_takes_no_more_than_fits(screen: Headless) -> None:
    await screen.type("Name", "a" * 30)
    assert screen.value("Name") == "a" * 20


async def test_a_single_line_takes_no_second_line(screen: Headless) -> None:
    with pytest.raises(AssertionError, match="single line"):
        await screen.type("Name", "two\nlines")


async def test_enter_submits(screen: Headless) -> None:
    await screen.submit("Name", "Ana")
    assert screen.says("Sent Ana")


async def test_enter_where_it_does_nothing_is_a_failure(screen: Headless) -> None:
    with pytest.raises(AssertionError, match="Enter does nothing"):
        await screen.submit("Passphrase", "x")


async def test_a_passphrase_is_in_no_text_and_no_picture(screen: Headless) -> None:
    await screen.type("Passphrase", "canary words")
    assert not screen.says("canary")
    assert "canary" not in screen.picture()
    assert screen.value("Passphrase") == "canary words"


async def test_a_name_that_is_not_there_fails_with_a_picture(screen: Headless) -> None:
    with pytest.raises(AssertionError, match=r"(?s)none is in reach.*FilledButton “Count” \(click\)"):
        await screen.tap("Cuont")


async def test_a_name_that_several_have_fails_until_it_is_said_which() -> None:
    async with Headless(Sample(), route="/more") as screen:
        with pytest.raises(AssertionError, match="2 of them"):
            await screen.tap("Call")
        await screen.tap("Call", within="Ben")
        assert screen.called("launch_url")[0]["url"] == "tel:Ben"


async def test_what_is_disabled_or_hidden_takes_no_press(screen: Headless) -> None:
    with pytest.raises(AssertionError, match="takes no press"):
        await screen.tap("Not now")
    assert not screen.can_tap("Not now")
    with pytest.raises(AssertionError, match="none is in reach"):
        await screen.tap("Hidden")
    assert not screen.says("Hidden")


async def test_an_icon_button_is_found_by_its_tooltip(screen: Headless) -> None:
    await screen.tap("Edit the plan")
    assert screen.says("Counted 1")


async def test_switches_radios_dropdowns_and_chips_are_chosen_by_their_words(screen: Headless) -> None:
    await screen.toggle("May be shared")
    assert screen.says("shared True")
    assert screen.is_on("May be shared")
    await screen.choose("Kind", "Place")
    assert screen.says("kind l")
    assert screen.chosen("Kind") == "Place"
    await screen.choose("Ring", "Far")
    assert screen.says("ring 2")
    assert screen.chosen("Ring") == "Far"
    await screen.tap("Tired")
    assert screen.says("tired True")


async def test_an_option_that_is_not_offered_is_a_failure(screen: Headless) -> None:
    with pytest.raises(AssertionError, match="choice of 'Planet'"):
        await screen.choose("Kind", "Planet")


async def test_work_in_a_thread_is_waited_for(screen: Headless) -> None:
    await screen.tap("Slow")
    assert screen.says("Done in a thread")
    await screen.tap("Background")
    assert screen.says("Done in the background")


async def test_a_timer_is_not_waited_for_and_time_can_be_let_pass(screen: Headless) -> None:
    began = time.perf_counter()
    await screen.tap("Later")
    assert not screen.says("A minute later")
    await screen.later(59)
    assert not screen.says("A minute later")
    await screen.later(2)
    assert screen.says("A minute later")
    assert time.perf_counter() - began < 5


async def test_an_app_that_never_rests_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.headless.work.LONGEST_WORK_SECONDS", 0.05)

    async def restless(_: ft.Page) -> None:
        async def spin() -> None:
            while True:  # noqa: ASYNC110  # it is to be restless
                await asyncio.sleep(0)

        spinning.append(asyncio.get_running_loop().create_task(spin()))

    spinning: list[asyncio.Task[None]] = []
    with pytest.raises(AssertionError, match=r"still at work.*spin"):
        async with Headless(restless):
            pass
    spinning[0].cancel()


@pytest.mark.parametrize(
    ("press", "said"),
    [("Break", "on_click"), ("Break in a task", "exception"), ("Break unseen", "broken in a task")],
)
async def test_whatever_breaks_fails_the_test_that_did_not_expect_it(
    screen: Headless, press: str, said: str
) -> None:
    with pytest.raises(AssertionError, match=f"(?s)the app failed.*{said}"):
        await screen.tap(press)


async def test_a_failure_that_is_expected_is_told_and_does_not_fail(screen: Headless) -> None:
    with screen.expecting_failure() as failures:
        await screen.tap("Break")
    assert any("broken on purpose" in failure for failure in failures)


async def test_an_expected_failure_that_does_not_come_is_a_failure(screen: Headless) -> None:
    with pytest.raises(AssertionError, match="nothing failed"), screen.expecting_failure():
        await screen.tap("Count")


async def test_an_app_that_cannot_start_is_a_failure() -> None:
    def broken(_: ft.Page) -> None:
        raise ValueError("no start")

    with pytest.raises(ValueError, match="no start"):
        async with Headless(broken):
            pass


async def test_a_route_is_answered_as_a_browser_answers_it(screen: Headless) -> None:
    await screen.tap("More")
    assert screen.route == "/more"
    assert screen.says("Ana")
    assert not screen.says("Nothing yet")
    await screen.back()
    assert screen.route == "/"
    assert screen.says("Nothing yet")
    await screen.go("/more")
    await screen.tap("Back")
    assert screen.route == "/"


async def test_going_where_one_is_already_tells_the_app_nothing() -> None:
    told: list[str] = []

    async def listening(page: ft.Page) -> None:
        page.on_route_change = lambda event: told.append(event.route)

    async with Headless(listening) as screen:
        await screen.go("/")
        assert told == []
        await screen.go("/more")
        assert told == ["/more"]


async def test_there_is_no_way_back_from_the_first_view(screen: Headless) -> None:
    with pytest.raises(AssertionError, match="nothing to go back to"):
        await screen.back()


async def test_a_dialog_holds_the_screen_until_it_is_gone() -> None:
    app = Sample()
    async with Headless(app) as screen:
        await screen.tap("Ask")
        assert screen.dialogs == ["Erase it? Keep"]
        with pytest.raises(AssertionError, match="none is in reach"):
            await screen.tap("Count")
        await screen.tap("Keep")
        assert screen.dialogs == []
        assert app.heard == ["dialog gone"]
        await screen.tap("Ask")
        await screen.dismiss()
        assert screen.dialogs == []
        assert app.heard == ["dialog gone"] * 2


async def test_a_snack_bar_passes_by_and_its_action_works(screen: Headless) -> None:
    await screen.tap("Tell")
    assert screen.says("Saved")
    await screen.tap("Undo")
    assert screen.says("Undone")
    assert screen.dialogs == []
    await screen.tap("Tell")
    await screen.tap("Count")
    await screen.later(4.9)
    assert screen.says("Saved")
    await screen.later(0.2)
    assert not screen.says("Saved")


async def test_a_second_snack_bar_takes_the_place_of_the_first(screen: Headless) -> None:
    await screen.tap("Tell")
    await screen.tap("Tell")
    assert len(screen.dialogs) == 1


async def test_what_is_asked_of_the_client_is_kept_and_answered(screen: Headless) -> None:
    await screen.tap("Save copy")
    assert screen.called("save_file")[0]["src_bytes"] == b"%PDF"
    assert screen.says("Saved as /chosen/plan.pdf")
    screen.replies["save_file"] = None
    await screen.tap("Save copy")
    assert screen.says("Saved as None")
    await screen.tap("Copy")
    assert screen.says("Copied words")
    assert screen.calls[-1].asked == "Clipboard"


async def test_a_prepared_failure_reaches_the_app(screen: Headless) -> None:
    screen.replies["save_file"] = OSError("disk full")
    with screen.expecting_failure() as failures:
        await screen.tap("Save copy")
    assert any("disk full" in failure for failure in failures)


async def test_a_call_that_nobody_answers_fails_the_test() -> None:
    async def nosy(page: ft.Page) -> None:
        async def ask() -> None:
            await ft.StoragePaths().get_application_cache_directory()

        page.add(ft.TextButton("Where", on_click=ask))

    with pytest.raises(AssertionError, match="no reply is prepared"):
        async with Headless(nosy) as screen:
            await screen.tap("Where")


async def test_the_app_hears_of_size_background_and_loss() -> None:
    app = Sample()
    async with Headless(app, platform="android") as screen:
        await screen.resize(1280, 800)
        await screen.hide()
        await screen.show()
        await screen.disconnect()
        await screen.reconnect()
        await screen.tap("Count")
        assert screen.says("Counted 1")
    assert app.heard[:2] == ["resized to 1280", "inactive"]
    assert app.heard[2:4] == ["hide", "pause"]
    assert app.heard[-3:] == ["disconnected", "counted", "closed"]


@pytest.mark.parametrize(
    ("platform", "heard"), [("linux", ["left Name", "counted"]), ("android", ["counted"])]
)
async def test_a_press_leaves_a_field_where_there_is_a_mouse_and_not_on_touch(
    platform: str, heard: list[str]
) -> None:
    app = Sample()
    async with Headless(app, platform=platform) as screen:
        await screen.type("Name", "Ana")
        await screen.tap("Count")
        assert app.heard == heard


async def test_nothing_is_left_on_the_loop() -> None:
    loop = asyncio.get_running_loop()
    before = (loop.time, loop.run_in_executor, loop.get_task_factory(), len(asyncio.all_tasks()))
    async with Headless(Sample()) as screen:
        await screen.tap("Slow")
    assert (loop.time, loop.run_in_executor, loop.get_task_factory(), len(asyncio.all_tasks())) == before
