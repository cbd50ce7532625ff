"""What can be asked of a verb, what is said about the rest, and where a passphrase comes from."""

import getpass
import io
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from app import command_line
from app.command_line.terminal import MOST_BYTES, passphrase
from app.command_line.verb import PLACES, read_verb
from app.words import command_line as words
from tests.canary import Canary
from tests.command_line.conftest import NOW
from tests.vault.disks import fresh_vault

ROOT = Path(__file__).resolve().parents[2]


def _refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        command_line.run_verb(arguments, clock=lambda: NOW)
    assert ended.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err.removesuffix("\n")


@pytest.mark.parametrize("arguments", [[], ["--vault", "check"], ["checks", "a"], ["Check", "a"]])
def test_everything_else_is_for_the_window(arguments: list[str]) -> None:
    assert not command_line.is_verb(arguments)


@pytest.mark.parametrize("verb", PLACES)
def test_a_verb_needs_its_places(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.is_verb([verb])
    for places in ([], ["a"] * (PLACES[verb] + 1), [""] * PLACES[verb]):
        assert _refused([verb, *places], capsys) == words.wrong_places[verb]


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "a", "--canary"],
        ["check", "a", "--replace"],
        ["check", "a", "--pass", "b"],
        ["check", "a", "--passphrase-file"],
        ["check", "a", "--other-passphrase-file", "b"],
    ],
)
def test_options_that_make_no_sense_get_one_calm_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert _refused(arguments, capsys) == words.not_understood


def test_places_are_taken_from_where_the_person_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = read_verb(["backup", "mine", "copy", "--replace", "--passphrase-file", "-"])
    assert asked.places == (tmp_path / "mine", tmp_path / "copy")
    assert asked.replace
    assert asked.passphrase_file == "-"
    assert not read_verb(["backup", "mine", "copy"]).replace


@pytest.mark.parametrize("arguments", [["check", "--help"], ["backup", "-h", "a"]])
def test_help_names_every_verb(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.run_verb(arguments, clock=lambda: NOW)
    assert ended.value.code == 0
    out, err = capsys.readouterr()
    assert err == ""
    for verb in PLACES:
        assert f"\n  {verb} " in out


# ------------------------------------------------------------------ the passphrase


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        (b"word", "word"),
        (b"word\n", "word"),
        (b"word\r\n", "word"),
        (b"word\n\n", "word\n"),
        (b" word \n", " word "),
        ("Grün\n".encode(), "Grün"),
        (b"word\r", "word\r"),
    ],
)
def test_one_line_end_is_dropped_and_nothing_else(
    kept: bytes, typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(kept)
    assert passphrase(str(tmp_path / "file"), "?") == typed
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(kept)))
    assert passphrase("-", "?") == typed


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        (b"", words.passphrase_empty),
        (b"\n", words.passphrase_empty),
        (b"\xff\xfe", words.passphrase_not_text),
        (None, words.no_passphrase_file),
        (b"x" * (MOST_BYTES + 1), words.no_passphrase_file),
    ],
)
def test_a_file_without_a_passphrase_is_named_as_such(
    kept: bytes | None, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "file"
    if kept is not None:
        path.write_bytes(kept)
    assert _refused(["check", str(tmp_path), "--passphrase-file", str(path)], capsys) == sentence


def test_a_passphrase_is_asked_for_without_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getpass", lambda question: f"typed after {question}")
    assert passphrase(None, words.ask_passphrase) == f"typed after {words.ask_passphrase} "


def test_a_passphrase_is_never_shown_where_echo_cannot_be_turned_off(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def echoing(_: str) -> str:
        warnings.warn("it may be echoed", getpass.GetPassWarning, stacklevel=1)
        pytest.fail("it was asked for with echo")

    monkeypatch.setattr(getpass, "getpass", echoing)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # as it is outside the tests
        assert _refused(["check", "."], capsys) == words.cannot_ask


def test_there_may_be_no_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert _refused(["check", ".", "--passphrase-file", "-"], capsys) == words.no_passphrase_file


# ------------------------------------------------------------------ the front door


def _through_the_front_door(*arguments: str | Path, typed: str = "") -> "subprocess.CompletedProcess[str]":
    code = (
        "import sys, main\n"
        "from app.vault import Cost, Disk\n"
        "Disk.least_cost = Cost(log2_n=1, r=8, p=1)\n"
        "code = main.main()\n"
        "assert not [name for name in sys.modules if name.startswith(('flet', 'uvicorn'))]\n"
        "sys.exit(code)"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )


def test_a_verb_runs_through_the_front_door_without_flet(canary: Canary, tmp_path: Path) -> None:
    vault = fresh_vault(tmp_path / "vault", str(canary))
    vault.collection("supports").insert({"text": str(canary)})
    vault.close()
    ran = _through_the_front_door("check", tmp_path / "vault", "--passphrase-file", "-", typed=f"{canary}\n")
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"{words.sound}\n")
    ran = _through_the_front_door(
        "check", tmp_path / "vault", "--passphrase-file", "-", typed=f"not {canary}"
    )
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == f"{words.problems['wrong_passphrase']}\n"


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    ran = _through_the_front_door("check", tmp_path)
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", f"{words.cannot_ask}\n")


def test_the_verbs_are_in_the_readme_of_the_terminal() -> None:
    assert all(f"  {verb} " in words.usage for verb in PLACES)
