"""Whatever goes wrong, and whoever tells of it: the log says what kind and where, and quotes nobody."""

import asyncio
import gc
import logging
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.safety_net import in_order
from app.ui.logs import quiet_logs

ROOT = Path(__file__).resolve().parents[2]
CANARY = "canary-otter"


def _fail(*_: object) -> None:
    raise ValueError(CANARY)


async def _fail_later(*_: object) -> None:
    await asyncio.sleep(0)
    raise LookupError(CANARY)


def test_every_logger_writes_only_what_and_where(quiet: Callable[[], str]) -> None:
    for name in ("flet", "uvicorn.error", "app.ui.screen", "asyncio", "elsewhere"):
        log = logging.getLogger(name)
        log.error("words %s", CANARY)
        log.warning(f"words {CANARY}", extra={"more": CANARY}, stack_info=True)  # noqa: G004  # as libraries do
        try:
            _fail()
        except ValueError:
            log.exception(CANARY)
        lines = quiet().splitlines()
        assert [line.partition("(")[0] for line in lines] == [
            f"ERROR {name} ",
            f"WARNING {name} ",
            f"ERROR {name} ValueError ",
        ]
        assert all("(test_logs.py:" in line for line in lines)


def test_a_handler_that_someone_else_adds_gets_no_more(quiet: Callable[[], str]) -> None:
    seen: list[str] = []

    class Curious(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            seen.append(repr(vars(record)) + logging.Formatter().format(record))

    log = logging.getLogger("curious")
    handler = Curious()
    log.addHandler(handler)
    try:
        try:
            _fail()
        except ValueError:
            log.exception("canary-otter", stack_info=True)  # in a stack the source line itself tells
    finally:
        log.removeHandler(handler)
    assert len(seen) == 1
    assert CANARY not in seen[0] + quiet()


def test_the_place_is_the_innermost_one_of_our_own(quiet: Callable[[], str]) -> None:
    class Falls:
        @property
        def order(self) -> int:
            raise ValueError(CANARY)

    try:
        in_order([Falls()])  # type: ignore[list-item]  # it falls, as a library might, below our own code
    except ValueError:
        logging.getLogger("flet").exception(CANARY)
    assert quiet().startswith("ERROR flet ValueError (safety_net.py:")


async def test_a_task_whose_failure_nobody_asked_for_is_logged_bare(quiet: Callable[[], str]) -> None:
    task = asyncio.ensure_future(_fail_later())
    await asyncio.wait({task})
    del task
    gc.collect()
    assert quiet().startswith("ERROR asyncio LookupError (test_logs.py:")


def test_a_failing_thread_is_logged_bare(quiet: Callable[[], str]) -> None:
    thread = threading.Thread(target=_fail, name=CANARY)
    thread.start()
    thread.join()
    assert quiet().startswith("ERROR app.ui.logs ValueError (test_logs.py:")


def test_a_failing_finalizer_is_logged_bare(quiet: Callable[[], str]) -> None:
    class Falls:
        def __del__(self) -> None:
            _fail()

    Falls()
    gc.collect()
    assert quiet().startswith("ERROR app.ui.logs ValueError (test_logs.py:")


def test_a_warning_is_logged_bare(quiet: Callable[[], str]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        put_back = quiet_logs()  # the block above has its own way of showing warnings
        warnings.warn(CANARY, UserWarning, stacklevel=1)
        put_back()
    log = quiet()
    assert log.startswith("WARNING app.ui.logs UserWarning (test_logs.py:")
    assert CANARY not in log


def test_everything_is_put_back_as_it_was() -> None:
    root = logging.getLogger()
    handlers, hooks = root.handlers[:], (sys.excepthook, threading.excepthook, sys.unraisablehook)
    quiet_logs()()
    assert root.handlers == handlers
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == hooks
    assert logging.getLogRecordFactory() is logging.LogRecord


@pytest.mark.parametrize(
    ("fall", "said"),
    [
        ("raise ValueError('canary')", "CRITICAL app.ui.logs ValueError (<string>:2)\n"),
        ("raise KeyboardInterrupt('canary')", ""),
        (
            "raise ExceptionGroup('canary', [ValueError('canary')])",
            "CRITICAL app.ui.logs ExceptionGroup (<string>:2)\n",
        ),
        ("import logging; logging.getLogger('x').error('%d canary', 'canary')", "ERROR x (<string>:2)\n"),
    ],
)
def test_an_uncaught_exception_ends_the_process_without_its_text(fall: str, said: str) -> None:
    code = f"from app.ui.logs import quiet_logs; quiet_logs()\n{fall}"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.stdout, ran.stderr) == ("", said)
