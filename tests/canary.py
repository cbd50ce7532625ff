"""The canary: a phrase to type everywhere, that may afterwards stand nowhere but under seal.

The one exception is the emergency card, for a test that says that it was put there.
"""

import base64
import json
import logging
from pathlib import Path

import pytest

from app.store.settings import FILE_NAME

CARD = "emergency_card"


class CanaryFound(AssertionError):  # noqa: N818  # it says what happened
    """The phrase stands where everyone can read it. Says where."""


class Canary:
    """A phrase of one test, and the places where it must not be. Typed text is ``str(canary)``."""

    def __init__(
        self, phrase: str, folder: Path, logs: pytest.LogCaptureFixture, output: pytest.CaptureFixture[str]
    ) -> None:
        self._phrase, self._folder, self._logs, self._output = phrase, folder, logs, output
        self._written, self._on_card = "", False

    def __str__(self) -> str:
        return self._phrase

    def was_put_on_the_card(self) -> None:
        """From now on the phrase may stand on the emergency card in the settings, and still nowhere else."""
        self._on_card = True

    def was_taken_off_the_card(self) -> None:
        """From now on it may stand nowhere again."""
        self._on_card = False

    def written(self) -> str:
        """What has come out on standard output and standard error so far, subprocesses included."""
        self._written += "".join(self._output.readouterr())
        return self._written

    def check(self) -> None:
        """Raise CanaryFound if the phrase is in a log record, in the output, or in a file or file name of the test."""
        found = [*self._in_logs(), *self._in_output(), *self._in_files()]
        if found:
            raise CanaryFound("what was typed can be read in " + ", ".join(found))

    def _in_logs(self) -> list[str]:
        form = logging.Formatter("%(message)s")
        records = [
            record for phase in ("setup", "call", "teardown") for record in self._logs.get_records(phase)
        ]
        return [
            f"a log record of {record.name}"
            for record in records
            if self._phrase in form.format(record) or self._phrase in repr(vars(record))
        ]

    def _in_output(self) -> list[str]:
        return ["the output"] if self._phrase in self.written() else []

    def _in_files(self) -> list[str]:
        paths = sorted(self._folder.rglob("*"))
        names = [f"the name of {path.parent.name}/…" for path in paths if self._phrase in path.name]
        files = [path for path in paths if path.is_file() and not path.is_symlink()]
        return names + [f"the file {path.name}" for path in files if self._holds(self._read(path))]

    def _read(self, path: Path) -> bytes:
        content = path.read_bytes()
        if not self._on_card or path.name != FILE_NAME:
            return content
        return json.dumps({key: kept for key, kept in json.loads(content).items() if key != CARD}).encode()

    def _holds(self, content: bytes) -> bool:
        return any(form in content for form in _forms(self._phrase))


def _forms(phrase: str) -> list[bytes]:
    """The phrase as it would stand in text files of any kind, in hexadecimal and in base64 at any offset."""
    plain = phrase.encode()
    encoded = [base64.b64encode(b"." * offset + plain)[4 if offset else 0 : -4] for offset in range(3)]
    return [plain, phrase.encode("utf-16-le"), phrase.encode("utf-16-be"), plain.hex().encode(), *encoded]
