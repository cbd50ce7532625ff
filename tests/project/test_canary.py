"""The canary is found wherever it can be read, and nowhere else."""

import base64
import json
import logging
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.canary import Canary, CanaryFound


def _forget(path: Path) -> None:
    path.unlink() if path.is_file() else path.rmdir()


def test_a_phrase_that_is_nowhere_is_not_found(canary: Canary, tmp_path: Path) -> None:
    (tmp_path / "sealed").write_bytes(os.urandom(64))
    logging.getLogger("app.store").info("saved")
    print("calm")  # noqa: T201
    canary.check()


@pytest.mark.parametrize(
    "write",
    [
        lambda words: words.encode(),
        lambda words: b"\0" + words.encode() + b"\0",
        lambda words: words.encode("utf-16-le"),
        lambda words: words.encode("utf-16-be"),
        lambda words: words.encode().hex().encode(),
        lambda words: base64.b64encode(words.encode()),
        lambda words: base64.b64encode(b"x" + words.encode()),
        lambda words: base64.b64encode(b"xy" + words.encode() + b"z"),
    ],
)
def test_a_file_that_holds_it_is_caught(
    canary: Canary, tmp_path: Path, write: Callable[[str], bytes]
) -> None:
    leak = tmp_path / "record.json"
    leak.write_bytes(write(str(canary)))
    with pytest.raises(CanaryFound, match=r"the file record\.json"):
        canary.check()
    _forget(leak)


def test_on_the_card_it_may_stand_where_the_test_says_so_and_nowhere_else(
    canary: Canary, tmp_path: Path
) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps({"region": "GB", "emergency_card": [str(canary)]}))
    with pytest.raises(CanaryFound, match=r"the file settings\.json"):
        canary.check()
    canary.was_put_on_the_card()
    canary.check()
    settings.write_text(json.dumps({"region": str(canary), "emergency_card": []}))
    with pytest.raises(CanaryFound, match=r"the file settings\.json"):
        canary.check()
    _forget(settings)
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"emergency_card": [str(canary)]}))
    with pytest.raises(CanaryFound, match=r"the file other\.json"):
        canary.check()
    _forget(other)


def test_a_file_name_that_holds_it_is_caught(canary: Canary, tmp_path: Path) -> None:
    leak = tmp_path / f"plan-{canary}"
    leak.mkdir()
    with pytest.raises(CanaryFound, match="the name of") as caught:
        canary.check()
    assert str(canary) not in str(caught.value)
    _forget(leak)


def test_a_temporary_file_that_holds_it_is_caught(canary: Canary) -> None:
    with tempfile.NamedTemporaryFile() as leak:
        leak.write(str(canary).encode())
        leak.flush()
        with pytest.raises(CanaryFound, match="the file"):
            canary.check()


def test_a_log_record_that_quotes_it_is_caught(canary: Canary, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("app.session").debug("typed %s", canary)
    with pytest.raises(CanaryFound, match=r"a log record of app\.session"):
        canary.check()
    caplog.clear()


def test_a_logged_exception_that_quotes_it_is_caught(
    canary: Canary, caplog: pytest.LogCaptureFixture
) -> None:
    try:
        int(str(canary))
    except ValueError:
        logging.getLogger("elsewhere").exception("it failed")
    with pytest.raises(CanaryFound, match="a log record of elsewhere"):
        canary.check()
    caplog.clear()


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_output_that_quotes_it_is_caught(canary: Canary, stream: str) -> None:
    print(canary, file=getattr(sys, stream))
    with pytest.raises(CanaryFound, match="the output"):
        canary.check()
    canary._written = ""


def test_a_traceback_on_standard_error_is_caught(canary: Canary) -> None:
    try:
        int(str(canary))
    except ValueError:
        traceback.print_exc()
    with pytest.raises(CanaryFound, match="the output"):
        canary.check()
    canary._written = ""


def test_output_of_another_process_is_caught(canary: Canary) -> None:
    subprocess.run(
        [sys.executable, "-c", "import sys; sys.stderr.write(sys.argv[1])", str(canary)], check=True
    )
    with pytest.raises(CanaryFound, match="the output"):
        canary.check()
    canary._written = ""


def test_a_leak_fails_the_test_that_only_asked_for_a_canary(pytester: pytest.Pytester) -> None:
    root = Path(__file__).parents[2]
    pytester.makeconftest("from tests.conftest import *")
    pytester.makepyfile("def test_leak(canary, tmp_path): (tmp_path / 'leak').write_text(str(canary))")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-o", f"pythonpath={root}")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*what was typed can be read in the file leak*"])
