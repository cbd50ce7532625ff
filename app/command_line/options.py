"""The options with which the window is started."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from app import VERSION
from app.command_line.terminal import WRONG_OPTIONS, refuse, show
from app.words import command_line as words
from app.words.guide import guide

__all__ = ["HIGHEST_PORT", "WRONG_OPTIONS", "CalmParser", "Options", "read_options"]

HIGHEST_PORT = 65_535


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What was asked for at the start.

    ``port`` is 0 where any free one will do. ``vault`` is None where the usual folder is meant.
    """

    browser: bool
    port: int
    vault: Path | None
    print_address: bool


def read_options(arguments: Sequence[str]) -> Options:
    """What these arguments ask for.

    Raises SystemExit: with 0 after showing the help or the version, with 2 after one calm sentence about what cannot be. A port
    and a printed address only make sense in the browser, so both imply it.
    """
    said = _parser().parse_args(arguments)
    if said.help:
        show(words.usage)
        raise SystemExit(0)
    if said.version:
        show(guide.this_is.format(version=VERSION))
        raise SystemExit(0)
    port = _port(said.port)
    vault = None if said.vault is None else Path(said.vault).expanduser().absolute()
    if vault is not None and vault.exists() and not vault.is_dir():
        refuse(words.vault_is_a_file)
    browser = said.browser or said.print_address or port > 0
    return Options(browser=browser, port=port, vault=vault, print_address=said.print_address)


def _port(typed: str | None) -> int:
    if typed is None:
        return 0
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 5 and 0 < int(typed) <= HIGHEST_PORT):  # noqa: PLR2004  # 5 digits: 65535
        refuse(words.port_range)
    return int(typed)


class CalmParser(argparse.ArgumentParser):
    """A parser whose errors are one sentence that repeats nothing, and the exit code 2."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002  # it repeats what was typed
        """End with the sentence."""
        refuse(words.not_understood)


def _parser() -> argparse.ArgumentParser:
    parser = CalmParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--help", "-h", action="store_true")
    parser.add_argument("--version", action="store_true")
    parser.add_argument("--browser", action="store_true")
    parser.add_argument("--port")
    parser.add_argument("--vault")
    parser.add_argument("--print-address", action="store_true")
    return parser
