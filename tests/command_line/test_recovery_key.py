"""Opening with a recovery key at the terminal: asked for without echo or read from a file, and never repeated."""

import getpass
from pathlib import Path

import pytest

from app import command_line
from app.command_line.verb import read_verb
from app.recovery_words import words_of
from app.vault import Vault
from app.words import command_line as words
from tests.canary import Canary
from tests.command_line.conftest import NOW
from tests.vault.disks import fresh_vault

KEY = bytes(range(16))
TYPED = "  ".join(f"{n}) {word[:3].upper()}" for n, word in enumerate(words_of(KEY), start=1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with a recovery key."""
    vault = fresh_vault(tmp_path / "mine")
    vault.key_slots.add_recovery_key(KEY)
    vault.collection("supports").table("supports").insert({"id": "a"})
    vault.close()
    return tmp_path / "mine"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "paper"
    file.write_text(f"{TYPED}\n", encoding="utf-8")
    return file


def ran(arguments: list[str | Path], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    try:
        code = command_line.run_verb([str(one) for one in arguments], clock=lambda: NOW)
    except SystemExit as ended:
        code = int(ended.code or 0)
    out, err = capsys.readouterr()
    assert out == ""
    return code, err


def test_a_file_with_its_words_opens_a_vault_and_its_backup(
    folder: Path, paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy"
    key: list[str | Path] = ["--recovery-key-file", paper]
    assert ran(["check", folder, *key], capsys) == (0, f"{words.sound}\n")
    assert ran(["backup", folder, copy, *key], capsys)[0] == 0
    assert ran(["check", copy, *key], capsys)[0] == 0
    assert ran(["merge", folder, copy, *key], capsys)[0] == 0
    assert ran(["restore", copy, tmp_path / "again", *key], capsys)[0] == 0
    Vault.unlock_with_recovery_key(tmp_path / "again", KEY).close()


def test_it_is_asked_for_without_echo(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return TYPED

    monkeypatch.setattr(getpass, "getpass", answer)
    assert ran(["check", folder, "--recovery-key"], capsys)[0] == 0
    assert asked == [f"{words.ask_recovery_key} "]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", words.recovery_key_empty),
        (" \n", words.recovery_key_empty),
        ("tiger qqqq tiger", words.recovery_key_wrong["word"].format(places="2")),
        ("tiger", words.recovery_key_wrong["count"].format(count=1, wanted=14)),
        (" ".join([*words_of(KEY)[1::-1], *words_of(KEY)[2:]]), words.recovery_key_wrong["checksum"]),
        (" ".join(words_of(bytes(16))), words.problems["wrong_key"]),
    ],
)
def test_what_is_wrong_with_its_words_is_said_by_their_places(
    folder: Path, paper: Path, typed: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.write_text(typed, encoding="utf-8")
    assert ran(["check", folder, "--recovery-key-file", paper], capsys) == (2, f"{said}\n")


def test_it_stands_in_for_the_passphrase_and_not_beside_it(
    folder: Path, paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ways: list[list[str | Path]] = [["--recovery-key"], ["--recovery-key-file", paper]]
    for recovery in ways:
        both: list[str | Path] = ["check", folder, "--passphrase-file", paper, *recovery]
        assert ran(both, capsys) == (2, f"{words.one_way_in}\n")
    from_one: list[str | Path] = [
        "merge",
        folder,
        "b",
        "--recovery-key-file",
        "-",
        "--other-passphrase-file",
        "-",
    ]
    assert ran(from_one, capsys) == (2, f"{words.one_standard_input}\n")


def test_a_file_means_a_recovery_key_without_saying_so_again() -> None:
    assert read_verb(["check", "a", "--recovery-key-file", "b"]).recovery_key
    assert not read_verb(["check", "a"]).recovery_key


def test_no_word_that_was_typed_is_repeated(
    folder: Path, paper: Path, canary: Canary, tmp_path: Path
) -> None:
    words_with_canary = " ".join([str(canary), *words_of(KEY)[1:]])
    file = tmp_path.parent / f"{tmp_path.name}-paper"
    file.write_text(words_with_canary, encoding="utf-8")
    with pytest.raises(SystemExit):
        command_line.run_verb(["check", str(folder), "--recovery-key-file", str(file)], clock=lambda: NOW)
    file.unlink()
