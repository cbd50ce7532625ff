"""The log filter: what went wrong and where, and never what anyone wrote.

Values reach logs in three ways: in the message, in the text of an exception, and in the source lines of a
traceback. In built apps standard error ends in the system's log, readable by others. So a record loses all three
when it is made, before any handler of any library can see it; what stays is the level, the logger, the type of the
exception and the place in the code.
"""

import logging
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

_APP_FOLDER = Path(__file__).resolve().parents[1]
_FRONT_DOOR = _APP_FOLDER.parent / "main.py"

_log = logging.getLogger(__name__)


class BareRecord(logging.LogRecord):
    """A log record that forgets its message and its traceback. Its message is a type and a place, or a place."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind, trace = _kind_and_trace(self.exc_info)
        place = f"({place_of(trace) or f'{self.filename}:{self.lineno}'})"
        self.msg = f"{kind.__name__} {place}" if kind else place
        self.args = None
        self.exc_info = self.exc_text = self.stack_info = None


def place_of(trace: TracebackType | None) -> str:
    """The innermost place in our own code, as file name and line; in any code where ours is not on the way.

    Empty where there is no traceback.
    """
    place, ours = "", False
    while trace is not None:
        path = Path(trace.tb_frame.f_code.co_filename)
        is_ours = path == _FRONT_DOOR or path.is_relative_to(_APP_FOLDER)
        if is_ours or not ours:
            place, ours = f"{path.name}:{trace.tb_lineno}", is_ours
        trace = trace.tb_next
    return place


def quiet_logs() -> Callable[[], None]:
    """From now on nothing but levels, loggers, types and places reaches standard error, by whichever way it comes.

    That is: records of every logger, among them asyncio's "exception was never retrieved"; uncaught exceptions of
    the main thread, of other threads and of finalizers; and warnings. Warnings and worse are written, the rest is
    not. Returns a function that puts everything back as it was.
    """
    root = logging.getLogger()
    before = (root.handlers[:], root.level, logging.getLogRecordFactory(), logging.raiseExceptions)
    hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning)
    root.handlers[:] = [_ToStandardError()]
    root.setLevel(logging.WARNING)
    logging.setLogRecordFactory(BareRecord)
    logging.raiseExceptions = False  # a failing handler would print the record's arguments
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_a_thread
    sys.unraisablehook = _unraisable
    warnings.showwarning = _warned

    def put_back() -> None:
        root.handlers[:], level, factory, logging.raiseExceptions = before
        root.setLevel(level)
        logging.setLogRecordFactory(factory)
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = hooks

    return put_back


def _kind_and_trace(exc_info: object) -> tuple[type[BaseException] | None, TracebackType | None]:
    match exc_info:
        case (type() as kind, _, trace):
            return kind, trace if isinstance(trace, TracebackType) else None
        case BaseException() as failure:
            return type(failure), failure.__traceback__
        case _:
            return None, None


class _ToStandardError(logging.Handler):
    """Writes to what is standard error at that moment; there is none where Windows starts us without a terminal."""

    def emit(self, record: logging.LogRecord) -> None:
        with suppress(OSError, ValueError):  # closed: then nobody reads it
            if sys.stderr is not None:
                sys.stderr.write(f"{record.levelname} {record.name} {record.getMessage()}\n")
                sys.stderr.flush()


def _uncaught(kind: type[BaseException], failure: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("uncaught", exc_info=(kind, failure, trace))


def _uncaught_in_a_thread(uncaught: threading.ExceptHookArgs) -> None:
    if not issubclass(uncaught.exc_type, SystemExit):
        _write(logging.ERROR, uncaught.exc_type, uncaught.exc_traceback)


def _unraisable(raised: "sys.UnraisableHookArgs") -> None:
    _write(logging.ERROR, raised.exc_type, raised.exc_traceback)


def _warned(  # noqa: PLR0917  # the interpreter calls it by position
    message: Warning | str,  # noqa: ARG001  # it may hold anything
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,  # noqa: ARG001  # part of the interpreter's signature
    line: str | None = None,  # noqa: ARG001  # part of the interpreter's signature
) -> None:
    _write(logging.WARNING, category, None, filename, lineno)


def _write(
    level: int, kind: type[BaseException], trace: TracebackType | None, path: str = __file__, line: int = 0
) -> None:
    _log.handle(BareRecord(_log.name, level, path, line, "", None, (kind, None, trace)))
