"""From the keys for *Hide now* to the empty page, in Chromium with a full screen: python -m tests.bench.bench_hide."""

import asyncio
import statistics
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

from tests.browser.conftest import ARGUMENTS, chromium
from tests.browser.kit import HEARD_FROM_THE_START, Window
from tests.browser.process import AppProcess
from tests.browser.seeding import seed_full
from tests.browser.steps import has, unlock

TIMES = 7
AIM_MS = 300

_WATCH = """() => {
  const empty = () => [...document.querySelectorAll("flt-semantics, flt-semantics *")].some(one =>
    (one.getAttribute("aria-label") ?? one.textContent ?? "").includes("Nothing is open here."));
  const pressed = event => {  // Control and Shift come first
    if (event.key.toUpperCase() !== "H") return;
    removeEventListener("keydown", pressed, true);
    const begun = event.timeStamp;
    const look = () => {
      if (!empty()) return requestAnimationFrame(look);
      requestAnimationFrame(() => { window.hiddenAfter = performance.now() - begun; });
    };
    look();
  };
  addEventListener("keydown", pressed, true);
}"""


async def hidden_after_ms(page: Page) -> float:
    """Press the keys and return the milliseconds until the empty page is there and painted."""
    await page.evaluate("() => { window.hiddenAfter = null }")
    await page.evaluate(_WATCH)
    await page.keyboard.press("Control+Shift+H")
    handle = await page.wait_for_function("() => window.hiddenAfter")
    return float(await handle.json_value())


async def measured(folder: Path) -> list[float]:
    """One figure for each time that My supports, with all of a full vault on it, was hidden."""
    app, found = AppProcess(folder), []
    seed_full(app.vault)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        context = await browser.new_context(reduced_motion="reduce", service_workers="block")
        await context.add_init_script(HEARD_FROM_THE_START)
        window = Window(await context.new_page(), app)
        try:
            await window.open()
            for _ in range(TIMES):
                await unlock(window)
                await window.tap("Supports")
                await has(window, "heading", "My supports")
                found.append(await hidden_after_ms(window.page))
                await window.tap("Continue")
        finally:
            await browser.close()
            await app.end()
    return found


def main() -> None:
    """Print the figures; nothing here passes or fails."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measured(Path(folder)))
    print(f"hide now, ms: {', '.join(f'{one:.0f}' for one in found)}")  # noqa: T201  # a script
    print(f"median {statistics.median(found):.0f}, most {max(found):.0f}, aim {AIM_MS}")  # noqa: T201  # a script


if __name__ == "__main__":
    main()
