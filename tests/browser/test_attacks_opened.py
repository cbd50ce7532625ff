"""The app opens a browser by itself, as a person starts it; what can others of this computer see, and when does it end?"""

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page, expect

from app.words import browser_window as words
from tests.browser.conftest import ARGUMENTS, needed_chromium
from tests.browser.kit import Window
from tests.browser.opened import Opened, in_chromium, of_a_person

NOBODY = 65534
IMPATIENT = str(Path(__file__).with_name("impatient_app.py"))

SPY = """
import http.client, os, pathlib, sys
folder, port, *paths = sys.argv[1:]
seen = []
for top, folders, files in os.walk(folder):
    seen += [os.path.join(top, name) for name in files]
for process in pathlib.Path("/proc").glob("[0-9]*"):
    for name in ("cmdline", "environ"):
        try: seen.append(f"{name} {(process / name).read_bytes()!r}")
        except OSError: pass
for path in paths:
    try: seen.append(pathlib.Path(path).read_bytes().decode("latin-1"))
    except OSError: pass
    try: seen += os.listdir(path)
    except OSError: pass
for path in ("/", "/index.html", "/ws", "/" + "x" * 32):
    asked = http.client.HTTPConnection("127.0.0.1", int(port), timeout=20)
    asked.request("GET", path)
    answer = asked.getresponse()
    seen.append(f"{answer.status} {answer.read()!r}")
print("\\n".join(seen))
"""
"""What another person of this computer runs: looks into each file, each process, and asks the port."""


@pytest.fixture
def command(opened: Opened) -> list[str]:
    return [needed_chromium(), *ARGUMENTS, *of_a_person(opened.profile)]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process can be looked at in /proc")
async def test_no_process_can_be_read_for_the_address_and_another_person_gets_nothing(
    opened: Opened, command: list[str]
) -> None:
    await opened.start(command, hold=True)
    assert opened.arguments.startswith("file:///")
    link = opened.arguments.removeprefix("file://")
    assert is_there(link), "the link is there while it is looked for"
    port = opened.entry.split(":")[2].partition("/")[0]
    entry = opened.entry.rpartition("/")[2]
    seen = [*of_every_process(), told_to_another(opened, port, link)]
    opened.go_on()
    async with in_chromium(opened) as (_, page):
        window, tab = await page.evaluate("[location.pathname.split('/')[1], sessionStorage.holdfast]")
        seen += [*of_every_process(), told_to_another(opened, port, link)]
        assert not is_there(link)
    told = "\n".join(seen)
    assert "holdfast" in told.casefold() or "main.py" in told, "nothing was read"
    for key in (entry, window, tab):
        assert len(key) == 32
        assert key not in told


def is_there(path: str) -> bool:
    return Path(path).exists()


def of_every_process() -> list[str]:
    """The arguments of each process; of ours, too, since whoever may read those need not be us."""
    read = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            read.append((process / "cmdline").read_text(encoding="utf-8", errors="replace"))
        except OSError:  # it has ended meanwhile
            continue
    return read


def told_to_another(opened: Opened, port: str, link: str) -> str:
    """What somebody else finds out, where this test may act as somebody else."""
    python = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    if os.geteuid() != 0 or python is None:
        return ""
    spied = subprocess.run(
        [
            *("/usr/bin/env", "-i", python, "-I", "-c", SPY),
            str(opened.folder),
            port,
            link,
            *in_vault(opened),
        ],
        user=NOBODY,
        group=NOBODY,
        extra_groups=[],
        cwd="/",
        capture_output=True,
        check=False,
    )
    told = spied.stdout.decode()
    assert told.count("\n403 b'") == 4, spied.stderr.decode()
    assert f"'{link}'" not in told
    return told


def in_vault(opened: Opened) -> list[str]:
    return [
        str(opened.vault),
        str(opened.vault / "vault.key"),
        str(Path(opened.vault).parent / "profile" / "Default"),
    ]


async def test_a_second_tab_of_any_kind_says_where_the_app_is_open_and_the_end_says_that_it_ended(
    opened: Opened, command: list[str]
) -> None:
    await opened.start(command)
    async with in_chromium(opened) as (browser, page):
        window = Window(page, opened)  # type: ignore[arg-type]  # only its log is read
        await window._listen()
        await window.tap("Choose a passphrase")
        address, key = await page.evaluate("[document.baseURI, sessionStorage.holdfast]")
        second = await browser.contexts[0].new_page()
        await second.goto(opened.entry)
        await calm(second, words.already_opened)
        await second.goto(address)
        await calm(second, words.elsewhere)
        await second.evaluate("key => sessionStorage.setItem('holdfast', key)", key)
        await second.goto(address)
        await calm(second, words.elsewhere)
        await second.close()
        await window.says("Type it once more")
        await opened.end_app()
        await calm(page, words.ended)
        with suppress(PlaywrightError):  # the browser's own page says that nobody answers
            await page.go_back(wait_until="commit")
        await expect(page.locator("body")).not_to_contain_text("Type it once more")


async def calm(page: Page, sentence: str) -> None:
    """Wait for a page that says one sentence, and is named and in a language for a screen reader."""
    await expect(page.get_by_role("main")).to_have_text(sentence)
    assert await page.title() == "Holdfast"
    assert await page.evaluate("document.documentElement.lang") == "en"


async def test_the_app_ends_once_its_tab_is_closed(opened: Opened, command: list[str]) -> None:
    opened.starts(IMPATIENT)
    await opened.start(command)
    async with in_chromium(opened) as (browser, page):
        other = await browser.contexts[0].new_page()
        await Window(page, opened)._listen()  # type: ignore[arg-type]  # only its log is read
        await page.close()
        assert await opened.ended() == 0
        assert not other.is_closed()
    assert "Traceback" not in opened.log
