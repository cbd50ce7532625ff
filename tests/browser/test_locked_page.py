"""The locked page in a real browser: opened from a file, offline, it shows every word of the copy or refuses."""

import re
from base64 import b64encode
from collections.abc import AsyncIterator
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, Page, expect

from app import words
from app.domain.kept import Share
from app.domain.safety_plan import Link, PartType, Sign, items
from app.domain.someone import Someone
from app.domain.support import WayKind
from app.exports.locked_page import folded, locked_page
from app.vault import locked_line
from tests.browser.frame import FRAMES
from tests.browser.kit import PICTURES
from tests.domain.sample import item, part, plan, support, tool, way
from tests.exports.sample import copy_for_a_peer, copy_of, copy_of_lines, usual_copy, words_of

PASSPHRASE = "ember lantern plural orbit velvet gosling"
SAID = words.locked_page
PATIENCE_MS = 20_000


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A browser without a network."""
    context = await browser.new_context(offline=True, reduced_motion="reduce")
    yield context
    await context.close()


@pytest.fixture
def whole(usual: Path) -> bytes:
    return usual.read_bytes()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("page"), locked_page(usual_copy(), PASSPHRASE, locked_line))


def written(folder: Path, content: bytes) -> Path:
    path = folder / "locked.html"
    path.write_bytes(content)
    return path


async def at(context: BrowserContext, path: Path) -> Page:
    page = await context.new_page()
    await page.goto(path.as_uri())
    return page


async def try_words(page: Page, typed: str) -> None:
    await page.get_by_label(SAID.passphrase, exact=True).fill(typed)
    await page.get_by_role("button", name=SAID.open).click()


async def open_with(page: Page, typed: str = PASSPHRASE) -> None:
    await try_words(page, typed)
    await expect(page.get_by_role("button", name=SAID.lock)).to_be_visible(timeout=PATIENCE_MS)


def spaced(text: str) -> str:
    return " ".join(text.split())


async def test_it_opens_offline_with_the_words_and_shows_every_word_of_the_copy(
    context: BrowserContext, usual: Path
) -> None:
    page = await context.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(usual.as_uri())
    assert await page.title() == SAID.title
    await open_with(page, "  Ember LANTERN plural-orbit  velvet gosling")
    shown = spaced(await page.inner_text("main"))
    assert [word for word in words_of(usual_copy()) if spaced(word) not in shown] == []
    assert await page.title() == SAID.title
    assert asked == [usual.as_uri()]
    assert complaints == []
    assert await page.evaluate("Object.keys(localStorage).length + document.cookie.length") == 0


async def test_of_a_plan_with_a_word_in_every_field_it_shows_the_chosen_ones_and_no_other(
    context: BrowserContext, tmp_path: Path
) -> None:
    number, keep = (f"qx{n}z" for n in count()), Share.ONLY_ME

    def word() -> str:
        return next(number)

    ways = (way(WayKind.EMAIL, f"{word()}@example.org", word()), way(WayKind.ADDRESS, word(), word()))
    mei = support(word(), *ways, note=word())
    signs = tuple(item(word(), sign=sign) for sign in (None, *Sign))
    tea = tool(word(), steps=(word(), word()), taught_by=(Someone(name=word()),))
    seen = item(word(), Link(support=mei.id, ways=(ways[0].id,)), tools=(tea.id,))
    whole = plan(
        part(PartType.SIGNS, *signs, title=word()),
        part(PartType.PEOPLE_TO_ASK, seen, item(word(), share=keep), item(word()), title=word()),
        part(PartType.SERVICES, item(word()), title=word(), hidden=True),
        part(PartType.OWN, item(word(), share=keep), title=word()),
        one_line=word(),
        made_with=(word(),),
    )
    chosen = {whole.id, *(one.id for one in items(whole))} - {whole.parts[1].items[2].id}
    copy = copy_of(whole, mei, chosen=chosen, called=word(), tools={tea.id: tea})
    shown = {one.text for one in (*signs, seen)} | {mei.name, ways[0].value.partition("@")[0], whole.one_line}
    shown |= {part.title for part in whole.parts[:2]} | {copy.made_by.split()[-1], tea.name, *tea.steps}

    page = await at(context, written(tmp_path, locked_page(copy, PASSPHRASE, locked_line)))
    await open_with(page)
    assert set(re.findall(r"qx\d+z", await page.content())) == shown
    assert int(word()[2:-1]) > len(shown) + 9


async def test_what_speaks_to_the_peer_stands_last_and_every_word_of_it_is_shown(
    context: BrowserContext, tmp_path: Path
) -> None:
    copy = copy_for_a_peer()
    page = await at(context, written(tmp_path, locked_page(copy, PASSPHRASE, locked_line)))
    await open_with(page)
    shown = await page.inner_text("main")
    assert [word for word in words_of(copy) if spaced(word) not in spaced(shown)] == []
    headings = await page.get_by_role("heading", level=2).all_inner_texts()
    assert headings[:3] == ["Signs it’s getting harder", "How we do this together", "What we agreed"]
    assert "canary" not in await page.content()
    await page.set_viewport_size({"width": FRAMES[0].width, "height": FRAMES[0].height})
    await page.screenshot(path=PICTURES / FRAMES[0].name / "locked-page-for-a-peer.png", full_page=True)


async def test_one_press_reaches_someone_and_says_whom(context: BrowserContext, usual: Path) -> None:
    page = await at(context, usual)
    await open_with(page)
    call = page.get_by_role("link", name="Call Łukasz Wiśniewski: +44 (0)20 7946 0958")
    assert await call.get_attribute("href") == "tel:+442079460958"
    text = page.get_by_role("link", name="Text Mei: 07700 900456")
    assert await text.get_attribute("href") == "sms:07700900456"


async def test_wrong_words_are_told_as_honestly_as_can_be_and_can_be_tried_again(
    context: BrowserContext, usual: Path
) -> None:
    page = await at(context, usual)
    await try_words(page, " ")
    await expect(page.get_by_role("status")).to_have_text(SAID.empty)
    await try_words(page, "ember lantern plural orbit velvet goose")
    await expect(page.get_by_role("status")).to_have_text(SAID.not_opened, timeout=PATIENCE_MS)
    await expect(page.get_by_label(SAID.passphrase, exact=True)).to_be_focused()
    await open_with(page)


async def test_the_page_folds_what_is_typed_as_we_did(context: BrowserContext, usual: Path) -> None:
    page = await at(context, usual)
    for typed in (
        " Ember  LANTERN-plural\u2011orbit\u2014velvet\u00a0gosling\n",
        "\u2018a\u2019 \u201cb\u201d",
        "\u0130stanbul \u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3 \ufb01n \u01c4 \u00df \uff21 o\u0308 \U0001f375",
        "- -",
    ):
        assert await page.evaluate("folded", typed) == folded(typed)


async def test_it_works_by_keyboard_alone_and_locks_again(context: BrowserContext, usual: Path) -> None:
    page = await at(context, usual)
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press("Enter")
    lock = page.get_by_role("button", name=SAID.lock)
    await expect(lock).to_be_visible(timeout=PATIENCE_MS)
    await expect(page.get_by_role("heading", level=1)).to_be_focused()
    await lock.press("Enter")
    await expect(page.get_by_label(SAID.passphrase, exact=True)).to_have_value("")
    assert "Łukasz" not in await page.content()


async def test_what_was_typed_is_text_and_never_markup(context: BrowserContext, tmp_path: Path) -> None:
    typed = '<img src=x onerror="document.title=1"></script><b>tea</b> & \u2028 {{x}} $y \\u003c'
    page = await at(context, written(tmp_path, locked_page(copy_of_lines(typed), "two words", locked_line)))
    await open_with(page, "two words")
    assert spaced(typed) in spaced(await page.inner_text("main"))
    assert await page.locator("main img, main b").count() == 0
    assert await page.title() == SAID.title


async def test_nothing_in_it_can_ask_for_anything(context: BrowserContext, usual: Path) -> None:
    page = await at(context, usual)
    await open_with(page)
    refused = await page.evaluate(
        """async () => {
          const refused = [];
          await fetch("data:text/plain,x").catch(() => refused.push("fetch"));
          document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
          document.body.append(Object.assign(document.createElement("script"), { textContent: "document.title = 1" }));
          document.body.append(Object.assign(document.createElement("img"), { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=" }));
          await new Promise((done) => setTimeout(done, 0));
          await new Promise(requestAnimationFrame);
          return refused.sort();
        }"""
    )
    assert refused == ["connect-src", "fetch", "img-src", "script-src-elem"]
    assert await page.title() == SAID.title


async def test_a_changed_byte_of_what_is_locked_is_called_damage_before_any_words(
    context: BrowserContext, usual: Path, whole: bytes, tmp_path: Path
) -> None:
    start = whole.index(b'<pre id="sealed" hidden>') + len(b'<pre id="sealed" hidden>')
    end = whole.index(b"</pre>")
    page = await context.new_page()
    for place in [*range(start, start + 75), *range(start + 75, end, (end - start) // 40), end - 1]:
        changed = bytearray(whole)
        changed[place] = ord("A") if changed[place] != ord("A") else ord("B")
        await page.goto(written(tmp_path, bytes(changed)).as_uri())
        await expect(page.get_by_role("status")).to_have_text(SAID.damaged, timeout=PATIENCE_MS)
        assert await page.locator("form").count() == 0


@pytest.mark.parametrize("field", [2, 4, 5, 6])
async def test_a_change_by_someone_who_mends_the_sum_does_not_open(
    context: BrowserContext, whole: bytes, tmp_path: Path, field: int
) -> None:
    page = await at(context, written(tmp_path, _mended(whole.decode(), field)))
    await try_words(page, PASSPHRASE)
    await expect(page.get_by_role("status")).to_have_text(SAID.not_opened, timeout=PATIENCE_MS)


@pytest.mark.parametrize("field", [0, 1, 3])
async def test_another_kind_of_lock_is_told_as_newer(
    context: BrowserContext, whole: bytes, tmp_path: Path, field: int
) -> None:
    page = await at(context, written(tmp_path, _mended(whole.decode(), field)))
    await expect(page.get_by_role("status")).to_have_text(SAID.unknown, timeout=PATIENCE_MS)


def _mended(page: str, field: int) -> bytes:
    """The page with one field of its line changed and a sum that fits."""
    found = re.search(r"hidden>(.*)</pre>", page)
    assert found
    fields = found[1].split("|")[:-1]
    last = fields[field][0]
    fields[field] = ("2" if last == "1" else "1" if last == "2" else "B" if last == "A" else "A") + fields[
        field
    ][1:]
    line = "|".join(fields)
    line += "|" + b64encode(sha256(line.encode()).digest()).decode()
    return page.replace(found[1], line).encode()


@pytest.mark.slow
async def test_whatever_byte_is_changed_it_shows_the_true_copy_or_refuses(
    context: BrowserContext, usual: Path, whole: bytes, tmp_path: Path
) -> None:
    page = await at(context, usual)
    await open_with(page)
    true = spaced(await page.inner_text("main"))
    outside = [*range(whole.index(b"<pre")), *range(whole.index(b"</pre>"), len(whole))]
    for place in outside[::331]:
        changed = bytearray(whole)
        changed[place] ^= 1
        await page.goto(written(tmp_path, bytes(changed)).as_uri())
        field = page.locator("#typed")
        if await field.count():
            await field.fill(PASSPHRASE)
            await field.press("Enter")
            said = page.locator("[role=status], h2").first
            await expect(said).not_to_have_text(SAID.opening, timeout=PATIENCE_MS)
            shown = spaced(await page.inner_text("main"))
            assert shown == true or SAID.not_opened in shown, f"byte {place}"


@pytest.mark.parametrize("missing", ["javascript", "subtle", "script"])
async def test_where_it_cannot_be_opened_it_says_so_and_what_to_do(
    browser: Browser, usual: Path, whole: bytes, tmp_path: Path, missing: str
) -> None:
    context = await browser.new_context(offline=True, java_script_enabled=missing != "javascript")
    if missing == "subtle":
        await context.add_init_script("Object.defineProperty(crypto, 'subtle', { value: undefined })")
    changed = whole.replace(b"window.scrollTo(0, 0)", b"window.scrollTo(0, 1)")
    page = await at(context, written(tmp_path, changed) if missing == "script" else usual)
    told = SAID.no_crypto if missing == "subtle" else SAID.no_script
    await expect(page.locator("main p")).to_have_text(told)
    assert await page.locator("form").count() == 0
    await context.close()


async def test_pictures_of_it_and_nothing_sticks_out(context: BrowserContext, usual: Path) -> None:
    for frame in FRAMES:
        page = await at(context, usual)
        await page.set_viewport_size({"width": frame.width, "height": frame.height})
        await page.emulate_media(color_scheme="dark" if frame.dark else "light")
        if frame.text_percent != 100:
            await page.evaluate("document.documentElement.style.fontSize = '200%'")
        if frame.right_to_left:
            await page.evaluate("document.documentElement.dir = 'rtl'")
        for name in ("asking", "refusing", "open"):
            if name == "refusing":
                await try_words(page, "tea")
                await expect(page.get_by_role("status")).to_have_text(SAID.not_opened, timeout=PATIENCE_MS)
            if name == "open":
                await open_with(page)
            await page.screenshot(path=PICTURES / frame.name / f"locked-page-{name}.png", full_page=True)
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        await page.close()


async def test_it_prints_black_on_white_whatever_the_screen(context: BrowserContext, usual: Path) -> None:
    page = await at(context, usual)
    await open_with(page)
    await page.emulate_media(media="print", color_scheme="dark")
    colours = await page.evaluate(
        "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    assert not await page.get_by_role("button", name=SAID.lock).is_visible()
