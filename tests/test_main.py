"""The front door, opened as a person opens it: in a process of its own."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest

import main
from app.ui.one_window import OneWindow
from app.words import command_line as words
from app.words.language import speak

pytestmark = pytest.mark.usefixtures("own_folder")

ROOT = Path(__file__).resolve().parents[1]

# The app itself has tests of its own: here one sentence stands for it.
FRONT_DOOR = """
import os, sys, types
import flet as ft

def application(folder, *, clock, chance, end, dropped=None):
    unwanted = os.environ.get("FRONT_DOOR_SEES")
    assert not unwanted or not [name for name in os.environ if name.startswith(unwanted)]
    assert clock().utcoffset() is not None and len(chance(3)) == 3 and callable(end)
    async def show(page):
        page.add(ft.Text("Hello"))
    return show

stand_in = types.ModuleType("app.ui.app")
stand_in.application = application
sys.modules["app.ui.app"] = stand_in
import main
sys.exit(main.main())
"""

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def own_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has the usual vault to itself, whatever else runs on this computer."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("own")))


@contextmanager
def _started(*options: str, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    usual = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    process = subprocess.Popen(
        [sys.executable, "-c", FRONT_DOOR, *options],
        cwd=ROOT,
        env={**usual, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def _status(address: str) -> int:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    try:
        connection.request("GET", parts.path)
        return connection.getresponse().status
    finally:
        connection.close()


def _first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_address_is_the_only_line_and_a_signal_ends_it_quietly(ending: signal.Signals) -> None:
    with _started("--print-address") as process:
        address = _first_line(process).rstrip("\n")
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}", address)
        assert _status(address) == 200
        assert _status(address) == 410
        process.send_signal(ending)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out == ""
    assert err == ""


@only_linux
def test_the_address_stands_in_no_process_and_the_port_is_open_to_this_computer_alone() -> None:
    with _started("--print-address") as process:
        address = _first_line(process).strip()
        key = urlsplit(address).path[1:]
        for arguments in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                said = arguments.read_bytes()
            except OSError:
                continue  # it ended meanwhile
            assert key.encode() not in said
        assert _listening(process.pid) == {f"0100007F:{urlsplit(address).port:04X}"}


def _listening(pid: int) -> set[str]:
    """Local addresses, in the kernel's hexadecimal, on which this process waits for connections."""
    mine = {str(file.readlink()) for file in Path(f"/proc/{pid}/fd").iterdir() if file.is_symlink()}
    found = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text(encoding="ascii").splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and f"socket:[{fields[9]}]" in mine:
                found.add(fields[1])
    return found


@only_linux
def test_settings_of_flet_from_outside_open_nothing_to_the_network() -> None:
    with _started(
        "--print-address",
        FLET_FORCE_WEB_SERVER="true",
        FLET_SERVER_IP="0.0.0.0",  # noqa: S104  # what must not happen
        FLET_SERVER_PORT="8000",
        FLET_SESSION_TIMEOUT="99999",
        FRONT_DOOR_SEES="FLET_",
    ) as process:
        address = _first_line(process).strip()
        assert _listening(process.pid) == {f"0100007F:{urlsplit(address).port:04X}"}


@only_linux
def test_the_browser_is_shown_the_way_without_the_address_in_its_arguments(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "asked")
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s\\n" "$*" > "{tmp_path}/asked"\n', encoding="utf-8")
    browser.chmod(0o700)
    with _started("--browser", BROWSER=str(browser), TMPDIR=str(tmp_path), HOME=str(tmp_path)) as process:
        uri = (tmp_path / "asked").read_text(encoding="utf-8").strip()
        assert uri.startswith("file:///")
        page = Path(url2pathname(urlsplit(uri).path)).read_text(encoding="utf-8")
        [address] = re.findall(r"url=(http://[^\"]+)", page)
        assert urlsplit(address).path[1:] not in uri
        assert _status(address) == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out == ""
    assert err == f"{words.in_the_browser}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["asked", "browser"]


@only_linux
def test_without_a_display_the_browser_is_used_and_without_a_browser_it_says_so() -> None:
    with _started(BROWSER="") as process:
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0
    assert out == ""
    assert err.splitlines() == [words.no_desktop_window, words.in_the_browser, words.no_browser]


@only_linux
def test_the_terminal_speaks_the_language_that_was_chosen_for_the_vault(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"language": "de"}', encoding="utf-8")
    with _started("--vault", str(tmp_path), BROWSER="", PYTHONIOENCODING="utf-8") as process:
        _, err = process.communicate(timeout=20)
    english = [words.no_desktop_window, words.in_the_browser, words.no_browser]
    speak("de")
    assert err.splitlines() == [words.no_desktop_window, words.in_the_browser, words.no_browser]
    assert set(english).isdisjoint(err.splitlines())


def test_a_start_that_fails_says_where_and_not_what() -> None:
    failing = "main.command_line.speak_as_chosen = lambda folder: int('canary')\nsys.exit("
    code = FRONT_DOOR.replace("sys.exit(", failing)
    ran = subprocess.run(
        [sys.executable, "-c", code, "--browser"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert re.fullmatch(r"CRITICAL app\.ui\.logs ValueError \(main\.py:\d+\)\n", ran.stderr)


def test_a_port_that_is_taken_ends_the_start_with_a_sentence(tmp_path: Path) -> None:
    with _started("--print-address") as first:
        port = urlsplit(_first_line(first).strip()).port
        with _started("--print-address", "--port", str(port), "--vault", str(tmp_path)) as second:
            out, err = second.communicate(timeout=20)
    assert second.returncode == 2
    assert (out, err) == ("", f"{words.port_taken}\n")


def test_a_second_start_over_a_vault_says_where_the_first_is_and_ends_at_once(tmp_path: Path) -> None:
    with _started("--print-address", "--vault", str(tmp_path)) as first:
        assert _first_line(first).startswith("http://")
        with _started("--browser", "--vault", str(tmp_path), BROWSER="") as second:
            out, err = second.communicate(timeout=20)
        assert (second.returncode, out, err) == (0, "", f"{words.already_open['browser']}\n")
        first.kill()
        first.wait()
    with _started("--print-address", "--vault", str(tmp_path)) as third:
        assert _first_line(third).startswith("http://")


def test_the_vault_of_a_built_app_lies_in_the_apps_own_storage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FLET_APP_STORAGE_DATA", str(tmp_path))
    monkeypatch.setenv("FLET_PLATFORM", "android")
    assert main.vault_folder() == tmp_path / "vault"
    monkeypatch.delenv("FLET_PLATFORM")
    assert main.vault_folder() != tmp_path / "vault"


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", "data/holdfast/vault"),
        ("darwin", "home/Library/Application Support/Holdfast/vault"),
        ("win32", "local/Holdfast/vault"),
    ],
)
def test_the_vault_has_its_place_by_the_rules_of_the_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, expected: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    assert main.vault_folder() == tmp_path / expected
    assert list(tmp_path.iterdir()) == []


def test_a_relative_data_home_is_not_followed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")
    assert main.vault_folder() == tmp_path / ".local/share/holdfast/vault"


def test_a_built_app_reads_no_options_and_serves_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = FRONT_DOOR.replace("import main\n", "ft.run = lambda show: print('shown')\nimport main\n")
    environment = {**os.environ, "FLET_PLATFORM": "android", "FLET_APP_STORAGE_DATA": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", code, "--nonsense"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == ("shown\n", "")


@pytest.mark.parametrize(("platform", "shown"), [("linux", "already_open"), ("android", "show")])
def test_a_built_app_over_a_vault_that_has_a_window_says_so_in_its_own_on_a_desktop(
    tmp_path: Path, platform: str, shown: str
) -> None:
    code = FRONT_DOOR.replace(
        "import main\n",
        "ft.run = lambda shown: print(shown.__closure__[0].cell_contents.__name__)\nimport main\n",
    )
    environment = {**os.environ, "FLET_PLATFORM": platform, "FLET_APP_STORAGE_DATA": str(tmp_path)}
    one = OneWindow(tmp_path / "vault")
    assert one.take()
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    one.let_go()
    assert (ran.stdout, ran.stderr) == (f"{shown}\n", "")
