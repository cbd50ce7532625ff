"""Every screen in the four frames: a picture to look at, and what a screen reader and a thumb need of it."""

import json
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.async_api import expect

from app.store.settings import FILE_NAME
from app.ui.screen import ERASE, EXPORT, MERGE, SEEN
from app.ui.shell import RAIL_FROM
from app.words.pseudo import MIRRORED
from tests.browser.frame import DESKTOP, PHONE, PHONE_DARK_LARGE, SMALL_RTL, Frame
from tests.browser.heard import TALL, faults
from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.process import AppProcess
from tests.browser.seeding import seed_full, seed_usual
from tests.browser.steps import PASSPHRASE, has, to_tools, unlock
from tests.imports.files import content

SEED: dict[str, Callable[[Path], None]] = {"usual": seed_usual, "full": seed_full}
LEFT_TO_RIGHT = (PHONE_DARK_LARGE, DESKTOP, PHONE)
RIGHT_TO_LEFT = (SMALL_RTL,)
_IN_THE_MIDDLE = """width => [...document.querySelectorAll('flt-semantics[role=button]')].some(one => {
  const box = one.getBoundingClientRect();
  return one.textContent.includes('Close') && Math.abs(box.left + box.width / 2 - width / 2) < 2; })"""
PART = "People I can ask for help"
LOCKED_PAGE = Path(__file__).parents[1] / "golden" / "locked-page-1.html"
BOX = "Keep box"


@dataclass
class Album:
    """Looks at one screen after the other and remembers what is wrong with each."""

    window: Window
    state: str
    frames: tuple[Frame, ...]
    wrong: list[str] = field(default_factory=list)

    async def look(self, name: str) -> None:
        """Take the picture of what stands there now in each frame, and check it there, and what was said on the way.

        A page that is laid out anew is read out anew: each change of the frame is an act of its own.
        """
        await self._heard_once(f"{self.state}-{name}: before it")
        for frame in self.frames:
            await self.window.frame(frame)
            await self._laid_out_for(frame)
            await self.window.look(f"{self.state}-{name}")
            found = await faults(self.window)
            self.wrong += [f"{frame.name} {self.state}-{name}: {fault}" for fault in found]
            await self._heard_once(f"{self.state}-{name}: laid out for {frame.name}")
        await self._as_high_as_ever()

    async def _heard_once(self, act: str) -> None:
        twice = await self.window.announced_twice()
        self.wrong += [f"{act}: said twice: {words!r}" for words in twice]

    async def _as_high_as_ever(self) -> None:
        """Go on in a window of one height: the tree of a page that one comes back to has its bar where it was when one left."""
        await self.window.page.set_viewport_size({"width": self.frames[-1].width, "height": TALL})

    async def _laid_out_for(self, frame: Frame) -> None:
        """Wait until the places stand below in a narrow window and beside in a wide one, and the pointer is out of the way."""
        page = self.window.page
        await page.mouse.move(0, frame.height / 2)
        below, beside = page.get_by_role("tab"), page.get_by_role("button", name=re.compile(r"Tab \d of \d"))
        gone = below if frame.width >= RAIL_FROM else beside
        await expect(gone).to_have_count(0, timeout=PATIENCE_SECONDS * 1000)
        if await page.get_by_role(
            "button", name="Close", exact=True
        ).count():  # a page that stands alone has no places
            await page.wait_for_function(_IN_THE_MIDDLE, arg=frame.width)

    async def tap(self, name: str, *, then: str, role: str = "heading") -> None:
        """Go on, and wait for what stands there then."""
        await self.window.tap(name)
        await has(self.window, role, then)


@pytest.fixture
def app_process(tmp_path: Path, request: pytest.FixtureRequest) -> AppProcess:
    state, frames = request.param
    app = AppProcess(tmp_path)
    if state in SEED:
        SEED[state](app.vault)
    if frames is RIGHT_TO_LEFT:
        app.vault.mkdir(exist_ok=True)
        (app.vault / FILE_NAME).write_text(json.dumps({"language": MIRRORED}), encoding="utf-8")
    return app


def both_ways(*states: str) -> pytest.MarkDecorator:
    """Once from left to right and once from right to left, for each state of the vault."""
    ways = {"ltr": LEFT_TO_RIGHT, "rtl": RIGHT_TO_LEFT}
    cases = [
        pytest.param(
            (state, frames), id=f"{state}-{name}", marks=[pytest.mark.slow] if state == "full" else []
        )
        for state in states
        for name, frames in ways.items()
    ]
    return pytest.mark.parametrize("app_process", cases, indirect=True)


@pytest.fixture
async def album(window: Window, request: pytest.FixtureRequest) -> AsyncIterator[Album]:
    state, frames = request.node.callspec.params["app_process"]
    album = Album(window, state, frames)
    yield album
    assert not album.wrong, "\n".join(album.wrong)


@both_ways("empty")
async def test_the_first_minute_and_every_empty_screen(window: Window, album: Album) -> None:
    await album.look("first-run")
    await album.tap("When it’s hard", then="When it’s hard")
    await album.look("hard-locked")
    await window.press_key("Escape")
    await has(window, "heading", "A place to hold on to")
    await album.tap("Choose a passphrase", then="Choose a passphrase")
    await album.look("passphrase")
    await window.type("Passphrase", "password1")
    await album.tap("Lock it and begin", then="How hard to guess 20", role="progressbar")
    await window.says("This one is too easy to guess.")
    await album.tap("Suggest one for me", then="Suggest another", role="button")
    await album.look("passphrase-refused-and-suggested")
    await window.type("Passphrase", PASSPHRASE)
    await window.type("Type it once more", PASSPHRASE)
    await album.tap("Lock it and begin", then="How is it right now?")
    await album.look("today")
    await album.tap("Supports", then="My supports")
    await album.look("supports")
    await album.tap("Add a support", then="Add a support")
    await window.tap("Save support")
    await (
        window.page.get_by_role("textbox", name="Name")
        .and_(window.page.locator("[aria-description*='Please write a name']"))
        .wait_for()
    )
    await album.look("new-support-refused")
    await window.tap("Supports")
    await album.tap("Safety net", then="Safety net")
    await album.look("safety-net")
    await window.tap("Patterns")
    await album.tap("Days", then="My check-ins")
    await album.look("days")
    await album.tap("Plan", then="My plan")
    await album.look("plan")
    await album.tap(f"{PART}, Nothing yet", then=PART)
    await album.tap("Show examples", then="Examples")
    await album.look("part-with-examples")
    await album.tap("Growing", then="Look through")
    await album.look("growing")
    await album.tap("What helps me", then="What helps me")
    await album.look("tools")
    await album.tap("Add something that helps", then="Add something that helps")
    await album.tap("Show examples", then="Examples")
    await window.tap("Save")
    await window.page.locator("[aria-description*='Please write what it is.']").wait_for()
    await album.look("new-tool-refused")
    await album.tap("When it’s hard", then="When it’s hard")
    await album.look("hard")


@both_ways("usual", "full")
async def test_every_screen_that_holds_something(window: Window, album: Album) -> None:
    await wrong_passphrase(window)
    await album.look("unlock-refused")
    await unlock(window)
    await album.look("today")
    await album.tap("Very hard", then="Add more", role="button")
    await album.look("today-saved-low")
    await window.page.get_by_role("button", name=re.compile("^Very hard, ")).first.click()
    await has(window, "heading", "Check-in")
    await album.look("check-in")
    await album.tap("Supports", then="My supports")
    await album.look("supports")
    await the_map(window, album)
    await window.page.get_by_role("button", name=re.compile("^Open ")).first.click()
    await has(window, "heading", "Ways to reach")
    await album.look("support")
    await album.tap("Add a way to reach", then="Phone number", role="textbox")
    await window.tap("Add a way to reach")
    await window.page.locator("[aria-description*='Please write it here first.']").wait_for()
    await album.look("support-refused")
    await album.tap("What I receive and give", then="What comes to me")
    await album.look("support-between")
    await window.press_key("Escape")
    await has(window, "heading", "Ways to reach")
    await album.tap("What we agreed", then="In our words")
    await album.look("support-agreed")
    await the_net(window, album)
    await the_history(window, album)
    await the_plan(window, album)
    await album.tap("When it’s hard", then="When it’s hard")
    await album.look("hard")
    await window.press_key("Escape")
    await has(window, "heading", "What Mei has")
    await album.tap("Today", then="How is it right now?")
    await album.tap("Settings", then="Settings")
    await album.look("settings")
    await album.tap("Hide now", then="Nothing is open here.")
    await album.look("hidden")
    await window.tap("Continue")
    await unlock(window)
    await the_plan_handed_over(window, album)


async def wrong_passphrase(window: Window) -> None:
    await window.submit("Passphrase", "not this one")
    await window.says("This passphrase does not open it.")


@both_ways("usual")
async def test_people_from_a_phone(window: Window, album: Album, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_bytes(content("ios.vcf") + content("android.vcf") + content("ios.vcf"))
    (tmp_path / "Letters").mkdir()
    await unlock(window)
    await album.tap("Supports", then="My supports")
    await album.tap("Bring in people from a phone", then="People from a phone")
    await window.tap("Look at this file")
    await window.says("First say where the file is.")
    await album.look("contacts")
    await window.type("File from the address book", str(tmp_path))
    await window.tap("Choose a file")
    await has(window, "button", "Letters")
    await album.look("contacts-finding")
    await window.tap("people.vcf")
    await album.tap("Look at this file", then="6 names in this file")
    await window.tap("Bo")
    await window.says("1 chosen")
    await album.look("contacts-choosing")
    await album.tap("Save as my supports", then="My supports")
    await window.says("1 support is saved.")
    await window.says("Open Bo, Person")
    await window.tap("Undo")
    await window.says_no_more("Open Bo, Person")
    await album.tap("Copy people to a file for a phone", then="A copy for a phone")
    await window.tap("Save the copy")
    await window.says("Choose somebody first.")
    await album.look("contacts-copy")


@both_ways("usual")
async def test_plans_held_for_others(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("Plan", then="My plan")
    await album.tap("Plans I hold for others, 1 plan", then="Plans I hold for others")
    await album.look("held-plans")
    await album.tap("Zoë, Version 3, 3 November 2026", then="How to be with them")
    await album.look("held-plan")
    await album.tap("Open a newer copy", then="Open a plan for someone")
    await window.tap("Open it")
    await window.says("First say which file it is.")
    await album.look("held-plan-opening")
    await window.type("The locked page", str(LOCKED_PAGE))
    await window.submit("The words you were told", "ember lantern plural orbit velvet gosling")
    await window.says("You do not hold this plan yet.")
    await album.look("held-plan-opened")
    await window.type("Whose plan is it?", "Zoë from choir")
    await album.tap("Keep it for them", then="Zoë from choir")
    await window.says("The plan is kept.")


@both_ways("usual")
async def test_helplines(window: Window, album: Album) -> None:
    await window.tap("When it’s hard")
    await window.type("Country or region", "Austral")
    await window.tap("Australia")
    await window.says("Lines you can call or text")
    await album.look("hard-locked-lines")
    await window.tap("Emergency: call 000")
    await window.says("This is an emergency number.")
    await album.look("emergency-asks-first")
    await window.tap("Not now")
    await window.press_key("Escape")
    await unlock(window)
    await window.tap("When it’s hard")
    await window.says("About these lines")
    await album.look("hard-lines")
    await album.tap("About these lines", then="Helplines")
    await window.tap("Pin Kids Helpline")
    await window.says("Pinned: it comes first.")
    await window.tap("I checked Kids Helpline today")
    await window.says("You checked this on")
    await album.look("helplines")


@both_ways("usual")
async def test_the_emergency_card(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("Settings", then="Settings")
    await album.tap("My emergency card", then="My emergency card")
    await window.type("Line 1", "Ana +36 30 123 4567")
    await window.type("Line 2", "Hold the warm cup. It passes.")
    await window.tap("Show them before I unlock")
    await window.says("Anyone who holds this device can read it.")
    await album.look("emergency-card")
    await window.press_key("Escape")
    await has(window, "heading", "Settings")
    await album.tap("Lock now", then="Welcome back")
    await album.tap("When it’s hard", then="When it’s hard")
    await window.says("Hold the warm cup. It passes.")
    await album.look("hard-locked-card")


@both_ways("usual")
async def test_a_card_and_codes(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("Supports", then="My supports")
    await window.page.get_by_role("button", name=re.compile("^Open .*Ana")).first.click()
    await album.tap("Show as a code to scan", then="What goes into the code")
    await window.page.get_by_role("checkbox", name=re.compile("^Call: ")).click()
    await has(window, "heading", "The code holds this")
    await album.look("support-code")
    await window.tap("Plan")
    await album.tap("Show it to someone", then="Show my plan to someone")
    await window.submit("Another name", "Mei")
    await has(window, "heading", "Mei")
    await album.tap("Take everything that may be shared", then="Take nothing", role="button")
    await album.tap("See what they will see", then="This is what they will see")
    await album.tap("Choose how to give it", then="How to give it")
    await album.tap("Codes to scan, not locked", then="Show them on this screen", role="button")
    await album.look("copy-codes")
    await album.tap("Show them on this screen", then="This code holds")
    await album.look("copy-codes-shown")
    await window.press_key("Escape")
    await album.tap("Wallet card, not locked", then="Choose the lines for the card", role="button")
    await album.tap("Choose the lines for the card", then="This goes on the card")
    await window.toggle("Make tea and hold the warm cup. (services)")
    await window.says("All of it fits on the card.")
    await album.look("copy-card")


async def the_map(window: Window, album: Album) -> None:
    await album.tap("Map", then="Map")
    await album.look("map")
    await album.tap("What the marks mean", then="Hide what the marks mean", role="button")
    await album.look("map-legend")
    await album.tap("Move one with buttons", then="Hide the buttons that move", role="button")
    await album.tap("Which one: Nobody chosen yet", then="Which one", role="group")
    await album.look("map-moving")
    await album.tap("Narrow down", then="Hide what can be chosen", role="button")
    await window.toggle("Mostly to me")
    await window.says("hidden")
    await album.look("map-narrowed")
    await album.tap("Show all", then="Show it to someone", role="button")
    await album.tap("Show it to someone", then="Show my map to someone")
    await album.tap("Say who may be shared", then="Hide who may be shared", role="button")
    offered = window.page.get_by_role("checkbox")
    before = await offered.count()
    await window.page.get_by_role("switch", name=re.compile("^May be shared: ")).first.click()
    await expect(offered).not_to_have_count(before, timeout=PATIENCE_SECONDS * 1000)
    await album.tap("Take all that may be shared", then="Take nobody", role="button")
    await album.look("map-sharing")
    await album.tap("See what they will see", then="This is what they will see")
    await window.says("marked “Only me”")
    await window.says("around a person")
    await album.look("map-preview")
    await window.tap("Supports")
    await album.tap("What further support I’d like", then="What further support I’d like")
    await album.look("support-hope")
    await window.tap("Supports")
    await has(window, "heading", "My supports")


@both_ways("usual", "full")
async def test_what_helps(window: Window, album: Album) -> None:
    await unlock(window)
    await to_tools(window)
    await album.look("tools")
    if album.state == "full":
        await album.tap("What fits now", then="The time I have")
        await window.toggle("A minute")
        await album.look("tools-fitting")
    await window.page.get_by_role("button", name=re.compile("^Open ")).first.click()
    await has(window, "heading", "Did it help?")
    await album.look("tool")
    await album.tap("One step at a time", then="Next step", role="button")
    await window.tap("Start 15 minutes")
    await has(window, "button", "Stop the timer")
    await album.look("tool-in-use")
    await album.tap("Change", then="How long it takes")
    await album.look("tool-change")
    await window.press_key("Escape")
    await has(window, "heading", "Did it help?")
    await album.tap("Pass it on", then="May it be passed on?")
    await album.look("tool-passing")
    await to_tools(window)
    await window.page.get_by_role("button", name=re.compile("^Open ")).last.click()
    await has(window, "heading", "Did it help?")
    if album.state == "full":
        await window.tap("Keep at hand")
        await window.says("Three are at hand already.")
    await album.look("tool-at-hand")
    await album.tap("When it’s hard", then="When it’s hard")
    await album.look("hard-with-tools")
    await window.page.get_by_role("button", name=re.compile("^Open ")).first.click()
    await has(window, "button", "Try the next one")
    await album.look("hard-step")


@both_ways("usual")
async def test_what_is_practised(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("Growing", then="Used lately")
    await album.look("growing")
    for door, row, there, name in (
        ("What I learned", "Noor says no", "Who it came from", "learning"),
        ("What went well", "Opened the three", "Who would be glad to hear it?", "win"),
        ("Moving towards", "Singing with", "Who could support me", "goal"),
        ("Reflections", "We were quiet", "Who with", "reflection"),
    ):
        await window.tap("Growing")
        await has(window, "heading", "Look through")
        await album.tap(door, then=door)
        await album.look(f"{name}s")
        await window.page.get_by_role("button", name=re.compile(f"^Open {row}")).click()
        await window.page.get_by_role("button", name=re.compile(f"^{re.escape(there)}")).first.wait_for()
        await album.look(name)
    await album.tap("What it is about: A new job", then="What it is about")
    await album.look("practice-topics")
    await window.page.get_by_role("button", name=re.compile("^Who with")).click()
    await has(window, "heading", "Who with")
    await album.look("practice-people")


@both_ways("usual")
async def test_meetings_and_giving(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("Supports", then="My supports")
    await window.page.get_by_role("button", name=re.compile("^Open Ana")).first.click()
    await has(window, "heading", "Ways to reach")
    await album.tap("What came of it", then="What I learned from Ana")
    await album.look("support-came")
    await album.tap("Note a meeting with Ana", then="To come back to")
    await album.look("meeting")
    await album.tap("Patterns", then="Pictures")
    await album.tap("Giving and receiving", then="What I can and can’t do")
    await album.tap("Everything", then="Over time", role="heading")
    await album.look("giving")
    await album.tap("As text", then="Over time")
    await album.look("giving-as-text")
    await album.tap("Meetings", then="Time to come back to")
    await album.look("meetings")
    await album.tap("Note a meeting", then="Who with")
    await album.look("new-meeting")


@both_ways("usual")
async def test_the_keep_box(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("Growing", then="Look through")
    await album.tap(BOX, then="Keep box")
    await album.look("keep-box")
    await window.page.get_by_role("button", name=re.compile("^The sea")).click()
    await album.tap("Show the photo", then="Put the photo away", role="button")
    await has(window, "img", "The sea on a grey morning, waves up to the rail")
    await album.look("keep-photo")
    await window.press_key("Escape")
    await has(window, "heading", BOX)
    await window.page.get_by_role("button", name=re.compile("^Humming")).click()
    await has(window, "button", "Play the sound")
    await album.look("keep-sound")
    await album.tap("Play the sound", then="Pause", role="button")
    await album.tap("Pause", then="Go on", role="button")
    await album.look("keep-sound-heard")
    await album.tap("Growing", then="Look through")
    await album.tap(BOX, then="Keep box")
    await album.tap("Put something in", then="Photo or sound")
    await album.look("keep-new")


async def the_net(window: Window, album: Album) -> None:
    await window.tap("Supports")
    await album.tap("Safety net", then="Safety net")
    await album.look("safety-net")
    await album.tap("Change the order", then="The order of my safety net")
    await album.look("safety-net-order")
    await album.tap("Done", then="Safety net")
    await window.page.get_by_role("button", name=re.compile("^Show my words to ")).first.click()
    await has(window, "button", "Close")
    await album.look("safety-net-words")
    await album.tap("Close", then="Safety net")
    await window.page.get_by_role("button", name=re.compile("^Change for ")).first.click()
    await has(window, "heading", "What I could say")
    await album.look("safety-net-entry")
    await album.tap("Ways to reach", then="Ways to reach")
    await window.page.get_by_role("button", name=re.compile("^Change (Call|Email): ")).first.click()
    await has(window, "heading", "Hours")
    await album.look("support-way")


async def the_history(window: Window, album: Album) -> None:
    await window.tap("Patterns")
    await album.tap("Days", then="My check-ins")
    await album.look("days")
    await album.tap("Narrow down", then="Show what matches", role="button")
    await album.look("days-narrowing")
    await album.tap("Month", then=f"{datetime.now(UTC):%B %Y}")
    await album.look("month")
    await album.tap("Year", then=str(datetime.now(UTC).year))
    await album.look("year")


async def the_plan(window: Window, album: Album) -> None:
    await album.tap("Plan", then="My plan")
    await album.look("plan")
    await window.page.get_by_role("button", name=re.compile(f"^{PART}, ")).click()
    await has(window, "heading", PART)
    await album.look("part")
    await window.tap("Plan")
    await album.tap("Read my plan", then=PART)
    await album.look("plan-read")
    await window.tap("Plan")
    await window.page.get_by_role("button", name=re.compile("^About this plan")).click()
    await has(window, "heading", "About this plan")
    await album.look("plan-about")
    await window.page.get_by_role("button", name=re.compile("^Version 1")).click()
    await has(window, "heading", "Version 1")
    await album.look("plan-version")
    await window.tap("Plan")
    await album.tap("Show it to someone", then="Show my plan to someone")
    await album.look("share-peers")
    await window.submit("Another name", "Mei")
    await has(window, "heading", "Mei")
    await album.tap("Take everything that may be shared", then="Take nothing", role="button")
    await album.look("share")
    await album.tap("See what they will see", then="This is what they will see")
    await album.look("preview")
    await album.tap("Choose how to give it", then="How to give it")
    await album.look("copy-locked")
    await album.tap("PDF, not locked", then="PDF, not locked", role="radio")
    await album.look("copy")
    await window.download("Save the copy")
    await has(window, "switch", "Mei has this copy")
    await album.look("copy-saved")
    await album.tap("Done", then="What Mei has")
    await album.look("share-has")


async def the_plan_handed_over(window: Window, album: Album) -> None:
    await album.tap("Plan", then="My plan")
    await album.tap("Show it to someone", then="Show my plan to someone")
    await window.page.get_by_role("button", name=re.compile("^Mei, ")).click()
    await has(window, "heading", "What Mei has")
    await album.tap("See what they will see", then="This is what they will see")
    await album.tap("Choose how to give it", then="How to give it")
    await album.tap("On this screen", then="Lock and show", role="button")
    await album.look("copy-screen")
    await album.tap("Lock and show", then="Close", role="button")
    await album.look("plan-shown")


@both_ways("usual")
async def test_what_is_rarely_done(window: Window, album: Album) -> None:
    await unlock(window)
    for path, heading, press, refused in (
        (MERGE, "Bring in from another device", "See what would come in", "First say where"),
        (EXPORT, "Export everything", "Write the file", "First say where the file should go."),
        (SEEN, "If my passphrase was seen", "Lock everything again", "Type your current passphrase first."),
        (ERASE, "Erase everything on this device", "Erase everything now", "These are not the words yet."),
    ):
        await window.tap("Settings")
        await has(window, "heading", "Settings")
        await album.tap(heading, then=heading)
        await window.tap(press)
        await window.says(refused)
        await album.look(path.rpartition("/")[2])
        await window.tap("Today")
        await has(window, "heading", "How is it right now?")


@both_ways("usual")
async def test_a_check_in_and_its_lists(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("I can’t name it", then="What does my body tell me?", role="button")
    await album.look("today-saved-unnamed")
    await album.tap("Add more", then="Check-in")
    await album.look("check-in-unnamed")
    await album.tap("Feelings", then="Feelings")
    await window.toggle("sad")
    await has(window, "checkbox", "sad", chosen=True)
    await album.look("check-in-list")
    await window.type("Find a word, or write your own", "fizzy")
    await has(window, "button", "Add “fizzy”")
    await album.look("check-in-list-adding")
    await album.tap("Add “fizzy”", then="fizzy", role="checkbox")
    await album.tap("Change this list", then="Words for feelings")
    await album.look("own-words")
    await window.press_key("Escape")
    await has(window, "heading", "Feelings")
    await album.tap("Done", then="Check-in")
    await album.tap("Change these words", then="My words for how it is")
    await album.look("moods")
    await album.tap("Level 4 of 5: Good", then="Good")
    await window.type("Word", "Sunny")
    await album.tap("Save", then="Remove “Sunny”", role="button")
    await album.look("mood-level")


@both_ways("usual")
async def test_backups_and_keys(window: Window, album: Album) -> None:
    await unlock(window)
    await album.tap("Settings", then="Settings")
    await album.tap("Who can open it", then="Who can open it")
    await album.look("keys")
    await window.press_key("Escape")
    await has(window, "heading", "Settings")
    await album.tap("Backups", then="Backups")
    await album.look("backups")
    await album.tap("Test my backup", then="Test my backup")
    await album.look("backup-test")


_TABLE = (
    "full_date,date,weekday,time,mood,activities,note\n"
    + "".join(
        f"2026-03-{n:02},x,x,{8 + n % 12:02}:30,{('fantastic', 'blergh', 'good', 'meh')[n % 4]},"
        f"{' | '.join(('walk', 'a long evening at the harbour', 'calm', 'tea')[: n % 5])},a note\n"
        for n in range(1, 29)
    )
    + "2026-03-29,x,x,02:30,good,,skipped\n2026-03-30,x,x,25:10,good,,\nyesterday,x,x,10:00,good,,\n"
)


@both_ways("usual")
async def test_bringing_in_check_ins(window: Window, album: Album, tmp_path: Path) -> None:
    daylio, other = tmp_path / "daylio_export_2026_11_20.csv", tmp_path / "other.csv"
    daylio.write_text(_TABLE, encoding="utf-8")
    other.write_text("Day;Rating;Words;Remark\n03/04/2021;8;tea,walk;fine\n", encoding="utf-8")
    await unlock(window)
    await album.tap("Settings", then="Settings")
    way_in, title = "Bring in check-ins from another app", "Bring in check-ins"
    await album.tap(way_in, then=title)
    await window.type("File from the other app", str(tmp_path / "none.csv"))
    await window.tap("Look at this file")
    await window.says("There is no such file")
    await album.look("import")
    await window.type("File from the other app", str(other))
    await album.tap("Look at this file", then="Which column is which?")
    await window.tap("Column with the day: Day")
    await window.page.get_by_role("radio", name="31/3/2026, the day first", exact=True).click()
    await album.look("import-columns")
    await album.tap("Column with the mood: No column", then="Column with the mood: Rating", role="radio")
    await window.tap("Column with the mood: Rating")
    await window.tap("Numbers")
    await album.tap("Go on", then="Which number is which mood?")
    await album.look("import-scale")
    await album.tap("Choose another file", then="Look at this file", role="button")
    await window.type("File from the other app", str(daylio))
    await album.tap("Look at this file", then="Which mood is which?")
    await window.tap("fantastic: Very good")
    await window.tap("Go on")
    await window.says("1 word is still open.")
    await album.look("import-moods")
    await window.tap("blergh: Hard")
    await album.tap("Go on", then="What would come in")
    await album.look("import-preview")
    await album.tap("Choose another time zone", then="Which time zone?")
    await window.type("City or country", "ber")
    await has(window, "button", "Berlin, Germany")
    await album.look("import-zone")
    await album.tap("Berlin, Germany", then="What would come in")
    await window.says("Its times are taken as times in Berlin.")
    await album.tap("Choose where each word goes", then="Where does each word go?")
    await window.page.get_by_role("button", name=re.compile("^walk, ")).click()
    await has(window, "radio", "walk: Left out")
    await album.look("import-words")
    await album.tap("Go on", then="What would come in")
    await window.tap("Bring them in")
    await window.says("29 check-ins are here now.")
    await album.look("import-done")
    await album.tap("Done", then="Settings")
    await album.tap(way_in, then="Brought in before")
    await album.look("import-past")
