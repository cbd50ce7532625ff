"""The terminal. The one place that writes to standard output, and that asks for a passphrase there."""

import getpass
import sys
import warnings
from pathlib import Path
from typing import NoReturn

from app.words import command_line as words

WRONG_OPTIONS = 2
"""The exit code for options that make no sense."""

STANDARD_INPUT = "-"

MOST_BYTES = 1 << 20
"""More than this is no passphrase, and might have no end."""


def show(text: str) -> None:
    """Write a text and a line end on standard output, at once."""
    print(text, flush=True)  # noqa: T201  # this module is where printing lives


def show_address(address: str) -> None:
    """Write the address as a line of its own on standard output, at once."""
    show(address)


def tell(sentence: str) -> None:
    """Say something to whoever sits at the terminal, on standard error."""
    if sys.stderr is not None:  # there is none where Windows starts the app without a terminal
        print(sentence, file=sys.stderr, flush=True)  # noqa: T201  # this module is where printing lives


def tell_over(text: str) -> None:
    """Write a text over the last line of the terminal, on standard error."""
    print(f"\r{text}", end="", file=sys.stderr, flush=True)  # noqa: T201  # this module is where printing lives


def is_watched() -> bool:
    """Whether somebody may be looking at standard error."""
    return sys.stderr is not None and sys.stderr.isatty()


def refuse(sentence: str) -> NoReturn:
    """Say why this cannot be started and end with 2."""
    tell(sentence)
    raise SystemExit(WRONG_OPTIONS)


def passphrase(file: str | None, question: str) -> str:
    """Return a passphrase: asked for without echo, or read from a file, ``-`` being standard input.

    One line end at the end is dropped, nothing else. SystemExit with 2 after one sentence where there is none.
    """
    typed = _asked(question) if file is None else _read(file)
    if not typed:
        refuse(words.passphrase_empty)
    return typed


def recovery_words(file: str | None, question: str) -> str:
    """Return the words of a recovery key: asked for without echo, or read from a file. As of ``passphrase``."""
    typed = _asked(question) if file is None else _read(file)
    if not typed.strip():
        refuse(words.recovery_key_empty)
    return typed


def _asked(question: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("error", getpass.GetPassWarning)  # it would go on and show what is typed
        try:
            return getpass.getpass(f"{question} ")
        except (EOFError, OSError, getpass.GetPassWarning):
            pass
    refuse(words.cannot_ask)


def _read(file: str) -> str:
    try:
        raw = _beginning(file)
    except (OSError, AttributeError):  # there is no standard input where Windows starts without a terminal
        refuse(words.no_passphrase_file)
    if len(raw) > MOST_BYTES:
        refuse(words.no_passphrase_file)
    try:
        typed = raw.decode("utf-8")
    except UnicodeDecodeError:
        typed = None
    if typed is None:  # outside the handler: the error holds what was read
        refuse(words.passphrase_not_text)
    end = "\r\n" if typed.endswith("\r\n") else "\n"
    return typed.removesuffix(end)


def _beginning(file: str) -> bytes:
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(file).expanduser().open("rb") as opened:
        return opened.read(MOST_BYTES + 1)
