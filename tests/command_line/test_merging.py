"""Merging at the terminal: whose passphrase, what came in, and which of the two is damaged."""

import getpass
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app import command_line
from app.domain.ids import id_from
from app.domain.support import Support
from app.store.stem import STEMS
from app.store.support import supports
from app.words import command_line as words
from tests.command_line.conftest import NOW, Run
from tests.vault.disks import fresh_vault, unlocked

THEN = datetime(2026, 10, 3, 9, 0, tzinfo=UTC)
ANA = Support(id=id_from(b"a" * 16), created_at=THEN, changed_at=THEN, name="Ana")
BO = Support(id=id_from(b"b" * 16), created_at=THEN, changed_at=THEN, name="Bo")


def _device(folder: Path, passphrase: str, *known: Support) -> Path:
    vault = fresh_vault(folder, passphrase)
    for support in known:
        supports(vault).put(support)
    vault.close()
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return _device(tmp_path / "vault", "passphrase", ANA)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A backup of another device, which has another passphrase, knows one support more and one better."""
    later = replace(ANA, name="Ana K", changed_at=THEN + timedelta(days=1))
    theirs = unlocked(_device(tmp_path / "theirs", "other", later, BO), "other")
    theirs.back_up(tmp_path / "copy")
    theirs.close()
    return tmp_path / "copy"


def _names(folder: Path) -> list[str]:
    vault = unlocked(folder)
    names = sorted(support.name for support in supports(vault).all())
    vault.close()
    return names


def test_a_merge_brings_in_what_is_later_and_says_so(
    run: Run, folder: Path, copy: Path, passphrase_file: Path
) -> None:
    other = ("--other-passphrase-file", passphrase_file.with_name("wrong"))
    code, said = run("merge", folder, copy, *other, "--preview")
    assert (code, said.splitlines()) == (0, [words.would_come_in, "My supports: 1 new, 1 changed"])
    assert _names(folder) == ["Ana"]
    code, said = run("merge", folder, copy, *other)
    assert (code, said.splitlines()) == (0, [words.came_in, "My supports: 1 new, 1 changed"])
    assert _names(folder) == ["Ana K", "Bo"]
    code, said = run("merge", folder, copy, *other)
    assert (code, said.splitlines()) == (0, [words.came_in, words.nothing_newer])


def test_one_passphrase_is_enough_where_it_opens_both(run: Run, folder: Path, tmp_path: Path) -> None:
    run("backup", folder, tmp_path / "mine")
    assert run("merge", folder, tmp_path / "mine")[0] == 0


def test_whose_passphrase_is_wrong_is_said(run: Run, folder: Path, copy: Path, passphrase_file: Path) -> None:
    assert run("merge", folder, copy) == (2, f"{words.other_passphrase_needed}\n")
    assert run("merge", folder, copy, "--other-passphrase-file", passphrase_file) == (
        2,
        f"{words.about_the_backup}\n{words.problems['wrong_passphrase']}\n",
    )
    wrong = passphrase_file.with_name("wrong")
    assert run("merge", folder, copy, passphrase=wrong) == (2, f"{words.problems['wrong_passphrase']}\n")
    assert _names(folder) == ["Ana"]


def test_the_other_passphrase_is_asked_for_only_if_it_is_another(
    folder: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    answers = {words.ask_passphrase: "passphrase", words.ask_other_passphrase: "other"}

    def answer(question: str) -> str:
        asked.append(question.strip())
        return answers[question.strip()]

    monkeypatch.setattr(getpass, "getpass", answer)
    assert command_line.run_verb(["merge", str(folder), str(copy)], clock=lambda: NOW) == 0
    assert asked == [words.ask_passphrase, words.ask_other_passphrase]
    assert _names(folder) == ["Ana K", "Bo"]


def test_two_passphrases_cannot_both_come_from_standard_input(
    folder: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.run_verb(
            ["merge", str(folder), str(copy), "--passphrase-file", "-", "--other-passphrase-file", "-"],
            clock=lambda: NOW,
        )
    assert ended.value.code == 2
    assert capsys.readouterr() == ("", f"{words.one_standard_input}\n")


def test_a_damaged_backup_is_told_from_a_damaged_folder(
    run: Run, folder: Path, copy: Path, passphrase_file: Path
) -> None:
    other = ("--other-passphrase-file", passphrase_file.with_name("wrong"))
    whole = copy.read_bytes()
    copy.write_bytes(whole[:-5])
    assert run("merge", folder, copy, *other) == (
        1,
        f"{words.about_the_backup}\n{words.problems['cut_short']}\n",
    )
    copy.write_bytes(whole)
    vault = unlocked(folder)
    path = vault._folder.log_path("supports")
    vault.close()
    path.write_bytes(path.read_bytes()[:600] + b"x" * 500)
    assert run("merge", folder, copy, *other) == (1, f"{words.problems['damaged']}\n")


def test_what_was_damaged_when_the_backup_was_made_is_named(
    run: Run, folder: Path, tmp_path: Path, passphrase_file: Path
) -> None:
    theirs = unlocked(_device(tmp_path / "theirs", "other", BO), "other")
    theirs.collection("check_ins/2026-10").insert({"id": "x"})
    path = theirs._folder.log_path("check_ins/2026-10")
    path.write_bytes(path.read_bytes()[:600] + b"x" * 500)
    theirs.back_up(tmp_path / "copy")
    theirs.close()
    other = ("--other-passphrase-file", passphrase_file.with_name("wrong"))
    code, said = run("merge", folder, tmp_path / "copy", *other)
    assert code == 1
    assert said.splitlines() == [
        words.came_in,
        "My supports: 1 new",
        words.about_the_backup,
        "Check-ins of October 2026: damaged. What is left of it can be read.",
        words.some_is_lost,
    ]
    assert _names(folder) == ["Ana", "Bo"]


def test_every_kind_that_is_merged_has_a_name() -> None:
    assert {stem.name for stem in STEMS if stem.kind} == words.kinds.keys()
