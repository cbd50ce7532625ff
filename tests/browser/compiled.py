"""Flet's client, compiled once for all windows of a run: otherwise every test would have Chromium do it again."""

from pathlib import Path

from flet_web import get_package_web_dir
from playwright.async_api import BrowserContext, Page, Route

_FILES = {file.name: file for file in Path(get_package_web_dir()).rglob("*.wasm")}
_PAGE = "http://127.0.0.1/compiled"
"""Of the same site as the windows, so that it lives in their process (``--process-per-site``). Nothing answers there."""
_COMPILE = """async () => {
  const compiled = (name, builtins) => WebAssembly.compileStreaming(fetch(name), builtins && { builtins });
  window.heldFastCompiled = await Promise.all([compiled('main.dart.wasm', ['js-string']), compiled('skwasm.wasm')]);
}"""


async def keep_compiled(context: BrowserContext) -> Page:
    """Open a page that does nothing but hold the client. While it is open, pages of this context find it there."""
    page = await context.new_page()
    await page.route("**/*", _answer)
    await page.goto(_PAGE)
    await page.evaluate(_COMPILE)
    return page


async def _answer(route: Route) -> None:
    name = route.request.url.rpartition("/")[2]
    if name.endswith(".wasm"):
        await route.fulfill(path=_FILES[name], content_type="application/wasm")
    else:
        await route.fulfill(body="<!doctype html>", content_type="text/html")
