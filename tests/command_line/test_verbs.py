"""Check, backup and restore at the terminal: the exit code says how it went, and a sentence says what."""

import errno
import json
import os
import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.domain.check_in import CheckIn
from app.domain.ids import id_from
from app.domain.support import Support
from app.store.check_in import CheckIns
from app.store.draft import Drafts
from app.store.support import supports
from app.vault import Cost, Disk, Vault
from app.words import command_line as words
from tests.command_line.conftest import NOW, Run
from tests.vault.disks import fresh_vault, unlocked
from tests.vault.unwritable import unwritable

MADE = datetime(2026, 10, 3, 9, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with two check-ins, of which one was deleted, a support and a draft."""
    vault = fresh_vault(tmp_path / "vault")
    for number, month in enumerate((9, 10, 10)):
        when = MADE.replace(month=month)
        check_in = CheckIn(id=id_from(bytes([number]) * 16), created_at=when, changed_at=when, when=when)
        CheckIns(vault).put(check_in)
    CheckIns(vault).remove(check_in, MADE.replace(month=11))
    supports(vault).put(
        Support(id=id_from(b"s" * 16), created_at=MADE, changed_at=MADE.replace(day=5), name="Ana")
    )
    Drafts(vault).save({"check_in/note": "begun"}, was={})
    vault.close()
    return tmp_path / "vault"


def _harm(folder: Path, collection: str) -> None:
    vault = unlocked(folder)
    path = vault._folder.log_path(collection)
    vault.close()
    path.write_bytes(path.read_bytes()[:600] + b"x" * 500)


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_sound_vault_is_said_to_be(run: Run, folder: Path) -> None:
    assert run("check", folder) == (0, f"{words.sound}\n")


def test_damage_is_named_by_what_a_person_calls_it(run: Run, folder: Path) -> None:
    _harm(folder, "check_ins/2026-10")
    _harm(folder, "supports")
    code, said = run("check", folder)
    assert code == 1
    assert said.splitlines() == [
        "Check-ins of October 2026: damaged. What is left of it can be read.",
        "My supports: damaged. What is left of it can be read.",
        words.some_is_lost,
    ]


def test_what_was_mended_is_told_and_is_no_damage(run: Run, folder: Path) -> None:
    (folder / "vault.key").write_bytes(b"x")
    code, said = run("check", folder)
    assert (code, said.splitlines()) == (
        0,
        ["The key file: one of two copies was damaged. Nothing is lost.", words.sound],
    )


@pytest.mark.parametrize("verb", ["check", "backup"])
def test_what_keeps_a_vault_closed_has_a_sentence_of_its_own(
    verb: str, run: Run, folder: Path, passphrase_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path = folder.parent
    more = [tmp_path / "copy"] if verb == "backup" else []
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    wrong = passphrase_file.with_name("wrong")
    assert run(verb, folder, *more, passphrase=wrong) == (2, f"{words.problems['wrong_passphrase']}\n")
    assert run(verb, tmp_path / "none", *more) == (2, f"{words.problems['no_vault']}\n")
    vault = unlocked(folder)
    assert run(verb, folder, *more) == (2, f"{words.problems['in_use']}\n")
    vault.close()
    with monkeypatch.context() as patch:
        patch.setattr(Disk, "least_cost", Cost())
        assert run(verb, folder, *more) == (2, f"{words.problems['unsupported']}\n")
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "unlock", _out_of_memory)
        assert run(verb, folder, *more) == (2, f"{words.problems['too_little_memory']}\n")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    for name in ("vault.key", "vault.key.bak"):
        (folder / name).write_bytes(b"x" * 533)
    assert run(verb, folder, *more) == (1, f"{words.problems['damaged']}\n")
    assert not (tmp_path / "copy").exists()


def _out_of_memory(*_: object, **__: object) -> None:
    raise MemoryError


def test_every_problem_has_another_sentence() -> None:
    sentences = [words.problems[key] for key in words.problems.keys()]  # noqa: SIM118  # it is no dictionary
    assert len(set(sentences)) == len(sentences)


def test_a_backup_is_made_tested_and_restored(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("backup", folder, tmp_path / "copy") == (0, f"{words.backed_up}\n")
    assert sys.platform == "win32" or (tmp_path / "copy").stat().st_mode & 0o777 == 0o600
    code, said = run("check", tmp_path / "copy")
    assert code == 0
    assert said.splitlines() == [
        "It holds 2 check-ins.",
        "It holds 1 support.",
        "It holds 1 unfinished text.",
        "It was made on 21 November 2026, 08:30.",
        "The newest change in it is from 5 October 2026, 09:00.",
        words.backup_sound,
    ]
    assert run("restore", tmp_path / "copy", tmp_path / "new") == (0, f"{words.restored}\n")
    assert run("check", tmp_path / "new") == (0, f"{words.sound}\n")
    vault = unlocked(tmp_path / "new")
    assert [support.name for support in supports(vault).all()] == ["Ana"]
    vault.close()


def test_an_empty_backup_says_so(run: Run, tmp_path: Path) -> None:
    fresh_vault(tmp_path / "vault").close()
    run("backup", tmp_path / "vault", tmp_path / "copy")
    assert run("check", tmp_path / "copy")[1].startswith(words.holds_nothing)


def test_an_export_says_that_it_is_not_locked(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "settings.json").write_text('{"region": "DE"}')
    assert run("export", folder, tmp_path / "file") == (0, f"{words.exported}\n")
    assert "not locked" in words.exported
    told = json.loads((tmp_path / "file").read_text("utf-8"))
    assert told["exported_at"] == NOW.isoformat()
    assert told["settings"]["region"] == "DE"
    assert [support["name"] for support in told["support"]] == ["Ana"]
    assert len(told["check_in"]) == 2
    assert run("export", folder, tmp_path / "file") == (2, f"{words.problems['exists']}\n")
    _harm(folder, "supports")
    code, said = run("export", folder, tmp_path / "file", "--replace")
    assert (code, said.splitlines()[:2]) == (
        1,
        [words.exported, "My supports: damaged. What is left of it can be read."],
    )


def test_nothing_is_overwritten_unless_asked(run: Run, folder: Path, tmp_path: Path) -> None:
    run("backup", folder, tmp_path / "copy")
    first = (tmp_path / "copy").read_bytes()
    exists = (2, f"{words.problems['exists']}\n")
    assert run("backup", folder, tmp_path / "copy") == exists
    assert run("restore", tmp_path / "copy", folder) == exists
    assert (tmp_path / "copy").read_bytes() == first
    assert run("backup", folder, tmp_path / "copy", "--replace")[0] == 0
    assert (tmp_path / "copy").read_bytes() != first


def test_a_replaced_folder_is_kept_beside_with_its_settings(run: Run, folder: Path, tmp_path: Path) -> None:
    run("backup", folder, tmp_path / "copy")
    (folder / "settings.json").write_text('{"theme": "dark"}')
    before = _names(folder)
    code, said = run("restore", tmp_path / "copy", folder, "--replace")
    assert (code, said.splitlines()) == (
        0,
        [words.restored, words.kept_beside.format(ending=".before-restore")],
    )
    assert _names(tmp_path / "vault.before-restore") == before
    assert (folder / "settings.json").read_text() == '{"theme": "dark"}'


def test_damage_in_the_vault_is_named_at_backup_test_and_restore(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    _harm(folder, "check_ins/2026-10")
    for verb, places in (
        ("backup", (folder, tmp_path / "copy")),
        ("check", (tmp_path / "copy",)),
        ("restore", (tmp_path / "copy", tmp_path / "new")),
        ("check", (tmp_path / "new",)),
    ):
        code, said = run(verb, *places)
        assert code == 1, verb
        assert "Check-ins of October 2026: damaged." in said, verb
        assert words.some_is_lost in said, verb


@pytest.mark.parametrize("verb", ["check", "restore"])
def test_what_is_wrong_with_a_backup_has_a_sentence_of_its_own(
    verb: str, run: Run, folder: Path, passphrase_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    more = [tmp_path / "new"] if verb == "restore" else []
    run("backup", folder, copy)
    whole = copy.read_bytes()
    wrong = passphrase_file.with_name("wrong")
    assert run(verb, copy, *more, passphrase=wrong) == (2, f"{words.problems['wrong_passphrase']}\n")
    for content, code, key in (
        (whole[:-100], 1, "cut_short"),
        (whole[:9000] + b"x" + whole[9001:], 1, "damaged"),
        (b"a letter", 2, "no_backup"),
    ):
        copy.write_bytes(content)
        assert run(verb, copy, *more) == (code, f"{words.problems[key]}\n")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("verb", ["check", "restore"])
def test_what_is_no_file_is_no_backup_and_keeps_nobody_waiting(verb: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    names = ["folder"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        names.append("pipe")
    for name in names:
        more = [tmp_path / "new"] if verb == "restore" else []
        key = "no_backup" if verb == "restore" else "no_vault"  # a check takes it for a vault
        assert run(verb, tmp_path / name, *more) == (2, f"{words.problems[key]}\n")


def test_what_may_not_be_read_is_not_called_damaged(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "refused")

    for step in ("read", "exists"):
        with monkeypatch.context() as patch:
            patch.setattr(Disk, step, refuse)
            assert run("check", folder) == (2, f"{words.problems['other']}\n")


def test_a_place_that_may_not_be_looked_at_is_named_as_such(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "is_dir", refuse)
    assert run("example", tmp_path / "new") == (2, f"{words.problems['other']}\n")


def test_no_room_and_no_way_to_write_are_told_apart(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("backup", folder, tmp_path / "none" / "copy") == (2, f"{words.problems['not_written']}\n")
    assert run("backup", folder, folder / "copy") == (2, f"{words.problems['not_written']}\n")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(Disk, "write_at", full)
    assert run("backup", folder, tmp_path / "copy") == (2, f"{words.problems['disk_full']}\n")


def test_sentences_are_short_and_calm() -> None:
    for key in words.problems.keys():  # noqa: SIM118  # it is no dictionary
        sentence = words.problems[key]
        assert "!" not in sentence
        assert all(len(part.split()) <= 20 for part in re.split(r"(?<=\.)\s", sentence))


@pytest.mark.skipif(sys.platform == "win32", reason="there are no locks to read by")
def test_where_nothing_can_be_written_the_verbs_that_write_nothing_work_and_the_others_say_so(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with unwritable(folder):
        assert run("check", folder)[0] == 0
        assert run("backup", folder, tmp_path / "copy")[0] == 0
        assert run("export", folder, tmp_path / "all.json")[0] == 0
        assert run("merge", folder, tmp_path / "copy") == (2, words.problems["other"] + "\n")
        assert run("backup", folder, folder / "copy") == (2, words.problems["not_written"] + "\n")
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert (tmp_path / "all.json").read_bytes().startswith(b"{")
