"""The verbs without a window: what was asked for, and what it ends with."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.command_line.options import CalmParser
from app.command_line.terminal import STANDARD_INPUT, refuse, show
from app.words import command_line as words

SOUND = 0
DAMAGED = 1
NOT_DONE = 2

PLACES = {"check": 1, "backup": 2, "restore": 2, "export": 2, "merge": 2, "example": 1}
"""The verbs, with how many places each is given."""

_WRITING = frozenset({"backup", "restore", "export"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A verb with its places. Files are None where a passphrase or recovery key is to be asked for."""

    verb: str
    places: tuple[Path, ...]
    replace: bool
    passphrase_file: str | None
    recovery_key: bool
    recovery_key_file: str | None
    other_passphrase_file: str | None
    preview: bool
    years: int = 0
    per_day: int = 0


def is_verb(arguments: Sequence[str]) -> bool:
    """Whether these arguments ask for a verb, and not for the window."""
    return bool(arguments) and arguments[0] in PLACES


def run_verb(arguments: Sequence[str], *, clock: Callable[[], datetime]) -> int:
    """Do what these arguments ask for. Words go to standard error.

    Returns 0 if all is sound, 1 if damage was found and named, 2 if it was not done. SystemExit with 2 for options
    that make no sense, with 0 after the help.
    """
    asked = read_verb(arguments)
    from app.command_line.verbs import run  # noqa: PLC0415  # help and refusals open no vault

    return run(asked, clock)


def read_verb(arguments: Sequence[str]) -> Asked:
    """What these arguments ask for. SystemExit as of run_verb."""
    verb = arguments[0]
    parser = CalmParser(add_help=False, allow_abbrev=False)
    parser.add_argument("places", nargs="*")
    parser.add_argument("--help", "-h", action="store_true")
    parser.add_argument("--passphrase-file")
    parser.add_argument("--recovery-key", action="store_true")
    parser.add_argument("--recovery-key-file")
    if verb in _WRITING:
        parser.add_argument("--replace", action="store_true")
    if verb == "merge":
        parser.add_argument("--other-passphrase-file")
        parser.add_argument("--preview", action="store_true")
    if verb == "example":
        parser.add_argument("--years", type=int, default=1)
        parser.add_argument("--per-day", type=int, default=2)
    said = parser.parse_args(arguments[1:])
    if said.help:
        show(words.usage)
        raise SystemExit(SOUND)
    if len(said.places) != PLACES[verb] or "" in said.places:
        refuse(words.wrong_places[verb])
    recovery = said.recovery_key or said.recovery_key_file is not None
    if recovery and verb == "example":
        refuse(words.not_understood)
    if recovery and said.passphrase_file is not None:
        refuse(words.one_way_in)
    other = getattr(said, "other_passphrase_file", None)
    if other == STANDARD_INPUT and STANDARD_INPUT in {said.passphrase_file, said.recovery_key_file}:
        refuse(words.one_standard_input)
    return Asked(
        verb=verb,
        places=tuple(Path(place).expanduser().absolute() for place in said.places),
        replace=getattr(said, "replace", False),
        passphrase_file=said.passphrase_file,
        recovery_key=recovery,
        recovery_key_file=said.recovery_key_file,
        other_passphrase_file=other,
        preview=getattr(said, "preview", False),
        years=getattr(said, "years", 0),
        per_day=getattr(said, "per_day", 0),
    )
