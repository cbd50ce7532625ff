"""An example: of the size that was asked for, the same each time, of every kind, marked, and whole or not there."""

import json
import os
import signal
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app import session as sessions
from app.command_line import is_verb, run_verb
from app.command_line.progress import TELL_AFTER_SECONDS, told
from app.domain.kept import Share
from app.domain.safety_plan import may_be_chosen
from app.example import MOST_A_DAY, MOST_YEARS, writing
from app.store.check_in import CheckIns
from app.store.stem import STEMS
from app.vault import Cost, Disk, DiskFull
from app.words import command_line as words
from app.words import example as example_words
from tests.command_line.conftest import NOW, Run
from tests.faults.amount import amount
from tests.faults.stepping import EVERY_CALL, stepping
from tests.vault.disks import CHEAP, seeded, unlocked

STRIDE = amount(61, 23, 5)

Content = dict[tuple[str, str], dict[int, dict[str, Any]]]


@pytest.fixture(autouse=True)
def cheap_to_make(monkeypatch: pytest.MonkeyPatch) -> None:
    def usual_cost(_: Disk) -> Cost:
        return CHEAP

    monkeypatch.setattr(Disk, "usual_cost", usual_cost)


def _content(folder: Path) -> Content:
    vault = unlocked(folder)
    content = {
        (name, table): {row.doc_id: dict(row) for row in vault.collection(name).table(table)}
        for name in vault.collections()
        for table in vault.collection(name).tables()
    }
    vault.close()
    return content


def test_the_same_arguments_give_the_same_content(run: Run, tmp_path: Path) -> None:
    for name in ("one", "other"):
        code, said = run("example", tmp_path / name, "--years", "1", "--per-day", "1")
        assert code == 0
        assert "Nothing in it is real." in said
    assert _content(tmp_path / "one") == _content(tmp_path / "other")
    assert (tmp_path / "one" / "vault.key").read_bytes() != (tmp_path / "other" / "vault.key").read_bytes()


def test_there_is_something_of_every_kind_and_all_of_it_can_be_read(run: Run, tmp_path: Path) -> None:
    run("example", tmp_path / "vault", "--per-day", "1")
    content = _content(tmp_path / "vault")
    for stem in STEMS:
        rows = {
            row: record
            for (name, table), rows in content.items()
            if stem.holds(name) and table == stem.table
            for row, record in rows.items()
        }
        assert rows or stem.name in LEFT_OUT, stem.name
        assert all(stem.can_read(row, record) for row, record in rows.items())


LEFT_OUT = {"import_record", "held_plan", "peer_page", "page_copy", "trusted_peer", "plan_copy", "gone_name"}
"""Kinds that an example has none of: nothing was brought in or deleted, and nobody gave or was given a copy."""


def test_there_are_as_many_check_ins_as_were_asked_for_and_none_is_yet_to_come(
    run: Run, tmp_path: Path
) -> None:
    code, said = run("example", tmp_path / "vault", "--years", "2", "--per-day", "3")
    vault = unlocked(tmp_path / "vault")
    whens = [one.when for one in CheckIns(vault).latest()]
    vault.close()
    assert code == 0
    assert said == words.example_written(len(whens)) + "\n"
    days = {when.date() for when in whens}
    assert NOW.date() - max(days) <= timedelta(days=1)
    assert min(days) == NOW.date() - timedelta(days=2 * 365 - 1)
    assert 3 * (2 * 365 - 1) <= len(whens) <= 3 * 2 * 365
    assert max(whens) <= NOW


def test_its_check_ins_are_varied(run: Run, tmp_path: Path) -> None:
    run("example", tmp_path / "vault", "--per-day", "4")
    vault = unlocked(tmp_path / "vault")
    check_ins = list(CheckIns(vault).latest())
    vault.close()
    assert {one.mood for one in check_ins} == {None, 1, 2, 3, 4, 5}
    notes = [one.note for one in check_ins if one.note]
    assert len(set(notes)) > len(notes) / 2
    assert {key for one in check_ins for key in one.feelings}.isdisjoint({"hopeless", "ashamed", "scared"})


def test_it_can_be_lived_in_and_says_that_it_is_an_example(run: Run, tmp_path: Path) -> None:
    run("example", tmp_path / "vault", "--per-day", "2")
    session = sessions.unlock(tmp_path / "vault", "passphrase", clock=lambda: NOW, chance=seeded(1).randbytes)
    assert (len(session.left_out), len(session.notices)) == (0, 0)
    assert len(session.check_ins.recent) == 5
    assert [session.supports.one(entry.support) is not None for entry in session.safety_net.entries] == [
        True
    ] * 3
    assert session.preferences.now.example
    peer = session.plan_copies.add_support(session.supports.all[0])
    session.plan_copies.choose(peer, may_be_chosen(session.safety_plan.plan), on=True)
    document = session.plan_copies.document(peer)
    assert document.title.startswith("Example, nothing in it is real")
    session.safety_plan.mark_all(session.safety_plan.plan.parts[0], Share.ONLY_ME)
    session.check_ins.remove(session.check_ins.recent[0])
    session.remove_support(session.supports.all[0])
    session.preferences.change(lock_after_minutes=1)
    assert session.preferences.now.example
    session.lock()


def test_an_export_of_it_says_so(run: Run, tmp_path: Path) -> None:
    run("example", tmp_path / "vault", "--per-day", "1")
    run("export", tmp_path / "vault", tmp_path / "file")
    told = json.loads((tmp_path / "file").read_text(encoding="utf-8"))
    assert [one["example"] for one in told["preferences"]] == [True]
    assert told["unreadable"] == told["other"] == []


@pytest.mark.parametrize(
    "amount",
    [
        ("--years", "0"),
        ("--years", str(MOST_YEARS + 1)),
        ("--per-day", "0"),
        ("--per-day", str(MOST_A_DAY + 1)),
    ],
)
def test_an_amount_that_cannot_be_is_refused(run: Run, tmp_path: Path, amount: tuple[str, str]) -> None:
    code, said = run("example", tmp_path / "vault", *amount)
    assert (code, said) == (
        2,
        words.example_amount.format(years=MOST_YEARS, per_day=MOST_A_DAY) + "\n",
    )
    assert not (tmp_path / "vault").exists()


@pytest.mark.parametrize("more", [("--years", "many"), ("--replace",), ("--recovery-key",)])
def test_options_that_make_no_sense_are_refused(run: Run, tmp_path: Path, more: tuple[str, ...]) -> None:
    assert run("example", tmp_path / "vault", *more) == (2, words.not_understood + "\n")


def test_what_is_in_a_folder_is_left_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "mine", tmp_path / "file"):
        assert run("example", place) == (2, words.problems["exists"] + "\n")
    assert os.listdir(tmp_path / "mine") == ["letter"]  # noqa: PTH208
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("end", [KeyboardInterrupt, DiskFull, MemoryError])
@pytest.mark.parametrize("there", [False, True])
def test_what_was_cut_short_is_gone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: type[BaseException], *, there: bool
) -> None:
    folder = tmp_path / "vault"
    months: list[int] = []
    write_month = writing._write_month

    def cut_short(*arguments: Any) -> int:
        if months:
            assert len(list(folder.iterdir())) > 3
            raise end
        months.append(1)
        return write_month(*arguments)

    monkeypatch.setattr(writing, "_write_month", cut_short)
    if there:
        folder.mkdir()
    assert run("example", folder)[0] == 2
    assert months
    assert folder.exists() is there
    assert not there or list(folder.iterdir()) == []


def _killed(folder: Path, passphrase_file: Path, at: int) -> int:
    """Make an example in a process of its own that is killed before a call to the disk. Returns how it ended."""
    child = os.fork()
    if not child:
        left = at

        def before(_: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        for name in EVERY_CALL:
            setattr(Disk, name, getattr(stepping(Disk, before), name))
        asked = ["example", str(folder), "--per-day", "1", "--passphrase-file", str(passphrase_file)]
        os._exit(run_verb(asked, clock=lambda: NOW))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes that were forked")
def test_what_a_kill_left_is_no_vault_and_in_nobodys_way(
    run: Run, tmp_path: Path, passphrase_file: Path
) -> None:
    folder, at, left = tmp_path / "vault", 1, 0
    while _killed(folder, passphrase_file, at) == -signal.SIGKILL:
        code, said = run("check", folder)
        if code == 0:
            break  # killed once it was whole
        assert (code, said) == (2, words.problems["no_vault"] + "\n")
        left += folder.exists() and any(folder.iterdir())
        at += STRIDE
    assert left > 2
    run("example", tmp_path / "other", "--per-day", "1")
    assert _content(folder) == _content(tmp_path / "other")
    assert run("example", folder) == (2, words.problems["exists"] + "\n")


def test_no_more_than_a_month_of_check_ins_is_open_at_once(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[int] = []
    write_month = writing._write_month

    def watched(vault: Any, month: Any) -> int:
        written = write_month(vault, month)
        opened.append(sum(name.startswith("check_ins/") for name in vault._open.opened()))
        return written

    monkeypatch.setattr(writing, "_write_month", watched)
    run("example", tmp_path / "vault", "--per-day", "1")
    assert len(opened) in {12, 13}
    assert max(opened) <= 1


class _Watched:
    """A terminal that remembers."""

    def __init__(self, *, tty: bool) -> None:
        self.tty, self.said = tty, ""

    def isatty(self) -> bool:
        return self.tty

    def write(self, text: str) -> None:
        self.said += text

    def flush(self) -> None:
        """Nothing is held back."""


@pytest.mark.parametrize("tty", [True, False])
def test_how_far_it_is_is_said_on_a_terminal_once_it_took_a_while(
    monkeypatch: pytest.MonkeyPatch, *, tty: bool
) -> None:
    terminal, moments = _Watched(tty=tty), [0.0]
    monkeypatch.setattr("sys.stderr", terminal)
    with told(now=lambda: moments[0]) as progress:
        progress(1, 4)
        assert terminal.said == ""
        moments[0] = TELL_AFTER_SECONDS + 1
        progress(2, 4)
        progress(3, 4)
        assert terminal.said == ("\r50 %" if tty else "")
    assert terminal.said == ("\r50 %\r    \r" if tty else "")


def test_it_is_a_verb_and_its_banner_stands_in_the_words() -> None:
    assert is_verb(["example"])
    assert example_words.banner == "This is an example. Nothing in it is real."
    with pytest.raises(SystemExit):
        run_verb(["example"], clock=lambda: datetime.now(UTC))
