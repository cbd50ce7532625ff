"""Attacks on the open window by another page of the same browser, which may know the port, the path, and even the keys."""

import asyncio
import json
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.async_api import Page

from app.words import browser_window as words
from tests.browser.firefox import firefox, in_the_window, page_in_firefox
from tests.browser.kit import PATIENCE_SECONDS, Window
from tests.browser.opened import POLL_SECONDS
from tests.browser.process import AppProcess
from tests.browser.steps import begin, check_in, unlock
from tests.browser.strangers import Stranger

KEYS = "[document.baseURI, sessionStorage.holdfast]"
ATTACK = """async ([origin, addresses, sockets]) => {
  const got = [];
  const gives = (name, what) => what.then(value => { if (value) got.push([name, String(value)]); }, () => {});
  const loads = (name, address, more = {}) => new Promise(over => {
    const one = Object.assign(document.createElement(name), more);
    one.onload = one.oncanplay = () => { got.push([name, address]); over(); };
    one.onerror = over;
    one[name === 'link' ? 'href' : name === 'object' ? 'data' : 'src'] = address;
    document.body.append(one);
  });
  const framed = address => new Promise(over => {
    const frame = document.createElement('iframe');
    frame.onload = () => {
      try { if (frame.contentWindow.length || frame.contentWindow.document.body) got.push(['iframe', address]); } catch {}
      over();
    };
    frame.src = address;
    document.body.append(frame);
  });
  const opens = (name, one, event) => new Promise(over => {
    one.addEventListener(event, () => { got.push([name, one.url]); over(); });
    one.addEventListener('error', over);
  }).finally(() => one.close());
  const doing = [];
  const fails = one => doing.push(new Promise(over => { one.onerror = over; }));  // else it waits for ever
  for (const address of addresses) {
    for (const mode of ['cors', 'no-cors', 'same-origin'])
      for (const more of [{}, {credentials: 'include'}, {method: 'POST', body: 'x'}, {cache: 'force-cache'}, {keepalive: true}])
        doing.push(gives('fetch', fetch(address, {mode, ...more}).then(answer => `${mode} ${answer.status} ${address}`)));
    doing.push(gives('import', import(address)));
    for (const name of ['img', 'script', 'video', 'audio', 'embed']) doing.push(name === 'embed' ? framed(address) : loads(name, address));
    doing.push(loads('link', address, {rel: 'stylesheet'}), opens('EventSource', new EventSource(address), 'open'));
    for (const Kind of [Worker, SharedWorker]) try { fails(new Kind(address)); } catch {}
    doing.push(gives('worker', navigator.serviceWorker?.register(address) ?? Promise.resolve()));
    navigator.sendBeacon(address, 'x');
    const form = Object.assign(document.createElement('form'), {method: 'post', action: address, target: 'sink'});
    document.body.append(Object.assign(document.createElement('iframe'), {name: 'sink'}), form);
    form.submit();
  }
  for (const address of sockets) doing.push(opens('WebSocket', new WebSocket(address), 'open'));
  await Promise.all(doing);
  for (const store of [localStorage, sessionStorage]) if (store.length) got.push(['storage', JSON.stringify(store)]);
  for (const lock of (await navigator.locks?.query())?.held ?? []) got.push(['lock', lock.name]);
  return got;
}"""

OPEN = """async address => {
  const opened = open(address);
  const got = [];
  for (let turn = 0; turn < 200 && opened && !opened.closed; turn++) {
    opened.postMessage('x', '*');
    try { got.push(opened.document.body.innerText); } catch {}
    if (opened.length) got.push('frames');
    await new Promise(requestAnimationFrame);
  }
  return [got.filter(Boolean), opened?.closed];
}"""

FILL_COOKIES = """() => {
  for (let n = 0; n < 100; n++) document.cookie = `stranger${n}=${'x'.repeat(3900)}; path=/`;
  return document.cookie.length;
}"""


def targets(entry: str, base: str, key: str) -> list[object]:
    """What a page could ask of the window that knows its port, its path, and both keys."""
    origin = base.removesuffix(urlsplit(base).path)
    socket, inner = (address.replace("http", "ws", 1) for address in (origin, base))
    addresses = [
        *(origin, f"{origin}/index.html", f"{origin}/main.dart.js", entry),
        *(base, f"{base}main.dart.js", f"{base}favicon.png", f"{base}_elsewhere", f"{base}supports"),
    ]
    return [origin, addresses, [f"{socket}/ws", f"{inner}ws/{'x' * 32}", f"{inner}ws/{key}"]]


async def test_another_page_gets_nothing_and_disturbs_nothing(window: Window) -> None:
    await begin(window)
    base, key = await window.page.evaluate(KEYS)
    before = len([url for url in window.watch._asked if url.startswith("ws")])
    with Stranger() as stranger:
        for home in (stranger.origin, f"http://rebound.test:{stranger.port}"):
            page = await window.page.context.new_page()
            await page.goto(home)
            assert await page.evaluate(ATTACK, targets(window.app.address, base, key)) == []
            for address in (window.app.address, base):
                assert await page.evaluate(OPEN, address) == [[], True], "it holds on to what it opened"
            await page.close()
    assert len([url for url in window.watch._asked if url.startswith("ws")]) == before
    await check_in(window, "Good")


async def test_no_page_but_its_own_takes_the_place_of_a_tab_that_is_gone(window: Window) -> None:
    base, key = await window.page.evaluate(KEYS)
    await window.page.goto("about:blank")
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (await window.page.context.request.get(f"{base}_elsewhere", max_redirects=0)).status != 303:  # noqa: ASYNC110  # nobody else tells
            await asyncio.sleep(POLL_SECONDS)
    with Stranger() as stranger:
        page = await window.page.context.new_page()
        await page.goto(stranger.origin)
        assert await _opens_no_socket(page, f"{base.replace('http', 'ws', 1)}ws/{key}")


@pytest.mark.skipif(firefox() is None, reason="no Firefox here: name one in HOLDFAST_FIREFOX")
@pytest.mark.skipif(os.name == "nt", reason="its launcher there does not say where it listens")
async def test_another_page_in_firefox_gets_nothing(app_process: AppProcess, tmp_path: Path) -> None:
    found = firefox()
    assert found is not None
    await app_process.start()
    try:
        with Stranger() as stranger:
            async with page_in_firefox(found, tmp_path) as page:
                await page.open(app_process.address)
                await in_the_window(page)
                base, key = json.loads(await page.evaluate(f"JSON.stringify({KEYS})"))
                other = await page.another()
                await other.open(stranger.origin)
                given = json.dumps(targets(app_process.address, base, key))
                assert await other.evaluate(f"({ATTACK})({given}).then(JSON.stringify)") == "[]"
    finally:
        await app_process.end()


async def test_cookies_of_another_page_do_not_keep_the_person_out(window: Window) -> None:
    await begin(window)
    with Stranger() as stranger:
        page = await window.page.context.new_page()
        await page.goto(stranger.origin)
        assert await page.evaluate(FILL_COOKIES) > 100_000
        await page.close()
    await window.reload()
    await unlock(window)


async def test_a_name_that_was_bound_anew_gets_nothing(window: Window) -> None:
    await begin(window)
    base, key = await window.page.evaluate(KEYS)
    bound = base.replace("127.0.0.1", "rebound.test")
    page = await window.page.context.new_page()
    answer = await page.goto(bound)
    assert answer is not None
    assert answer.status == 403
    assert await page.inner_text("body") == words.nothing_here
    for path in (bound, f"{bound}main.dart.js", window.app.address.replace("127.0.0.1", "rebound.test")):
        assert (
            await page.evaluate("path => fetch(path).then(answer => answer.status, () => 403)", path) == 403
        )
    assert await _opens_no_socket(page, f"{bound.replace('http', 'ws', 1)}ws/{key}")
    assert await page.evaluate("localStorage.length + sessionStorage.length") == 0
    await page.close()
    await check_in(window, "Good")


async def _opens_no_socket(page: Page, address: str) -> bool:
    return await page.evaluate(  # type: ignore[no-any-return]
        """address => new Promise(over => {
          const one = new WebSocket(address);
          one.onopen = () => over(false);
          one.onerror = () => over(true);
        })""",
        address,
    )


REACH = """async elsewhere => {
  const tries = [
    () => fetch(elsewhere), () => fetch(elsewhere, {mode: 'no-cors'}), () => navigator.sendBeacon(elsewhere, 'x'),
    () => new WebSocket(elsewhere.replace('http', 'ws')), () => new EventSource(elsewhere), () => import(elsewhere),
    () => { new Image().src = elsewhere; }, () => new Audio(elsewhere).play(), () => new Worker(elsewhere),
    () => WebAssembly.instantiateStreaming(fetch(elsewhere)), () => new FontFace('far', `url(${elsewhere})`).load(),
    () => new Worker(URL.createObjectURL(new Blob([`fetch('${elsewhere}'); importScripts('${elsewhere}')`]))),
    () => { const asked = new XMLHttpRequest(); asked.open('GET', elsewhere); asked.send(); },
    () => { document.body.style.backgroundImage = `url(${elsewhere})`; },
    () => { const frame = document.createElement('iframe'); frame.src = elsewhere; document.body.append(frame); },
    () => { const one = document.createElement('object'); one.data = elsewhere; document.body.append(one); },
    ...['stylesheet', 'icon', 'manifest', 'preload', 'modulepreload', 'prefetch', 'prerender'].map(rel => () => {
      const link = Object.assign(document.createElement('link'), {rel, as: 'script', href: `${elsewhere}/${rel}`});
      document.head.append(link);
    }),
    () => { const map = document.createElement('script'); map.textContent = `//# sourceMappingURL=${elsewhere}`; document.body.append(map); },
    () => { const rules = document.createElement('script'); rules.type = 'speculationrules';
            rules.textContent = JSON.stringify({prefetch: [{urls: [elsewhere]}]}); document.head.append(rules); },
  ];
  for (const one of tries) try { Promise.resolve(one()).catch(() => {}); } catch {}
  const worker = new Worker(URL.createObjectURL(new Blob(['fetch(location.origin).finally(() => postMessage(0))'])));
  await new Promise(over => { worker.onmessage = worker.onerror = over; });
  await fetch(document.baseURI);
  return tries.length;
}"""


async def test_whatever_runs_in_the_window_reaches_nothing_outside_it(window: Window) -> None:
    """Seen where it would arrive, since a page is not told of all that is asked in its name."""
    await begin(window)
    with Stranger() as stranger:
        assert await window.page.evaluate(REACH, stranger.origin) > 20
        control = await window.page.context.new_page()
        await control.goto(f"{stranger.origin}/control")
        assert {asked.split()[0] for asked in stranger.asked} <= {"/control", "/favicon.ico"}
        await control.close()
    assert window.watch.held_back
    assert window.watch.left == []
