"""What can be asked for at the start, and what is said about it."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import VERSION, command_line
from app.words import command_line as words

ROOT = Path(__file__).resolve().parents[2]


def test_without_options_everything_is_as_usual() -> None:
    assert command_line.read_options([]) == command_line.Options(
        browser=False, port=0, vault=None, print_address=False
    )


@pytest.mark.parametrize("arguments", [["--browser"], ["--port", "8551"], ["--print-address"]])
def test_a_port_and_a_printed_address_mean_the_browser(arguments: list[str]) -> None:
    assert command_line.read_options(arguments).browser


def test_the_vault_folder_is_taken_from_where_the_person_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command_line.read_options(["--vault", "mine"]).vault == tmp_path / "mine"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert command_line.read_options(["--vault", "~/mine"]).vault == tmp_path / "mine"


@pytest.mark.parametrize(
    "port", ["canary", "0", "-1", "65536", "1e3", "٣", "9" * 5000, "", "8 0"]
)  # an Arabic digit
def test_a_port_that_cannot_be_is_named_as_such(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.read_options([f"--port={port}"])
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", f"{words.port_range}\n")


@pytest.mark.parametrize(
    "arguments", [["--canary"], ["canary"], ["--vault"], ["--bro"], ["--browser=canary"]]
)
def test_options_that_make_no_sense_get_one_calm_sentence(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.read_options(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", f"{words.not_understood}\n")


def test_a_vault_that_is_a_file_is_named_as_such(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "canary").touch()
    with pytest.raises(SystemExit) as ended:
        command_line.read_options(["--vault", str(tmp_path / "canary")])
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", f"{words.vault_is_a_file}\n")


def test_it_says_which_holdfast_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.read_options(["--version"])
    assert ended.value.code == 0
    assert VERSION in "".join(capsys.readouterr())


@pytest.mark.parametrize("asked", ["--help", "-h"])
def test_help_names_every_option(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.read_options([asked])
    out, err = capsys.readouterr()
    assert ended.value.code == 0
    assert err == ""
    for option in ("--browser", "--port", "--vault", "--print-address", "--version", "--help"):
        assert option in out


def test_help_loads_no_flet() -> None:
    code = (
        "import sys, main\n"
        "try: main.main()\n"
        "except SystemExit: pass\n"
        "print(sorted(name for name in sys.modules if name.startswith(('flet', 'uvicorn', 'cryptography'))))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.endswith("\n[]\n")


def test_there_may_be_no_standard_error_to_speak_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    command_line.tell("Nobody hears this.")
