"""Ctrl-C at the terminal: calm words, exit code 2, and nothing changed."""

import getpass
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app import command_line
from app.command_line import verbs
from app.command_line.stopping import stoppable
from app.store import backup as backups
from app.vault import Vault
from app.words import command_line as words
from tests.command_line.conftest import NOW, Run
from tests.vault.disks import fresh_vault

STOPPED = (2, f"{words.problems['stopped']}\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    vault = fresh_vault(tmp_path / "vault")
    vault.collection("supports").table("supports").insert({"id": "x"})
    vault.close()
    return tmp_path / "vault"


@pytest.fixture(autouse=True)
def heeds_ctrl_c() -> Iterator[None]:
    """As at a terminal: a shell that runs the tests in the background has them ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.parent.rglob("*") if path.is_file()}


def _press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def _press_first(step: Callable[..., Any]) -> Callable[..., Any]:
    def pressed(*args: Any, **how: Any) -> Any:
        _press()
        return step(*args, **how)

    return pressed


def _press_last(step: Callable[..., Any]) -> Callable[..., Any]:
    def pressed(*args: Any, **how: Any) -> Any:
        done = step(*args, **how)
        _press()
        return done

    return pressed


@pytest.mark.skipif(os.name == "nt", reason="a signal to itself ends a process there")
@pytest.mark.parametrize("verb", ["export", "backup", "restore", "merge"])
def test_it_stops_and_nothing_is_changed(
    run: Run, folder: Path, tmp_path: Path, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", folder, tmp_path / "copy")
    places = {
        "export": (folder, tmp_path / "new"),
        "backup": (folder, tmp_path / "new"),
        "restore": (tmp_path / "copy", tmp_path / "new"),
        "merge": (folder, tmp_path / "copy"),
    }
    before = _files(folder)
    if verb == "backup":
        monkeypatch.setattr(Vault, "back_up", _press_first(Vault.back_up))
    else:
        monkeypatch.setattr(verbs, verb, _press_first(getattr(verbs, verb)))
    assert run(verb, *places[verb]) == STOPPED
    assert _files(folder) == before
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.skipif(os.name == "nt", reason="a signal to itself ends a process there")
@pytest.mark.parametrize("what", ["vault", "backup"])
def test_a_check_stops(
    run: Run, folder: Path, tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", folder, tmp_path / "copy")
    before = _files(folder)
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "check", _press_first(Vault.check))
        patch.setattr(backups, "contents", _press_first(backups.contents))
        assert run("check", folder if what == "vault" else tmp_path / "copy") == STOPPED
    assert _files(folder) == before


@pytest.mark.skipif(os.name == "nt", reason="a signal to itself ends a process there")
@pytest.mark.parametrize("verb", ["export", "merge"])
def test_once_it_is_done_nothing_says_that_it_was_stopped(
    run: Run, folder: Path, tmp_path: Path, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", folder, tmp_path / "copy")
    monkeypatch.setattr(verbs, verb, _press_last(getattr(verbs, verb)))
    code, said = run(verb, folder, tmp_path / ("new" if verb == "export" else "copy"))
    assert code == 0
    assert words.problems["stopped"] not in said


def test_at_the_question_for_the_passphrase_it_stops_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def pressed(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(getpass, "getpass", pressed)
    assert command_line.run_verb(["check", str(folder)], clock=lambda: NOW) == 2
    assert capsys.readouterr() == ("", STOPPED[1])


@pytest.mark.skipif(os.name == "nt", reason="a signal to itself ends a process there")
def test_what_asks_no_more_is_done_to_its_end() -> None:
    with stoppable() as stop:
        assert not stop()
        _press()
        _press()
        assert stop()
