"""What tests of the verbs stand on: vaults whose passphrase need not be hard to guess, and a way to run a verb."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app import command_line
from app.vault import Disk
from tests.vault.disks import CHEAP

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)

Run = Callable[..., tuple[int, str]]


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The verbs take the real disk: let it open cheap vaults."""
    monkeypatch.setattr(Disk, "least_cost", CHEAP)


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    folder = tmp_path / "passphrases"
    folder.mkdir()
    (folder / "right").write_text("passphrase\n", encoding="utf-8")
    (folder / "wrong").write_text("other\n", encoding="utf-8")
    return folder / "right"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], passphrase_file: Path) -> Run:
    """Run a verb with the right passphrase. Returns the exit code and what was said; nothing may go to standard output."""

    def running(verb: str, *arguments: str | Path, passphrase: Path = passphrase_file) -> tuple[int, str]:
        capsys.readouterr()
        said = [verb, *map(str, arguments), "--passphrase-file", str(passphrase)]
        try:
            code = command_line.run_verb(said, clock=lambda: NOW)
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        assert out == ""
        return code, err

    return running
