"""Our own table of check-ins: its columns, and how a cell is written so that it comes back as it was."""

import re

COLUMNS = (
    "id",
    "when",
    "time_known",
    "mood",
    "label",
    "cannot_name",
    "feelings",
    "a_little",
    "a_lot",
    "body_signals",
    "energy",
    "with",
    "where",
    "doing",
    "topics",
    "felt_connected",
    "what_helped",
    "note",
    "source",
    "source_text",
)

BETWEEN = " | "
"""Stands between several words in one cell, as in Daylio's files."""

_FORMULA = re.compile(r"['=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_WORD = re.compile(r"(?:\\.|[^|\\])+", re.DOTALL)


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe before it if it begins like one.

    One that begins with an apostrophe gets another, so that ``unguarded`` always gives back what there was. The signs
    are those that OWASP lists for CSV injection.
    """
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Return the cell that ``guarded`` was given. Any other cell is returned as it is."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell


def joined(words: tuple[str, ...]) -> str:
    """Several words as one cell."""
    return BETWEEN.join(re.sub(r"([\\|])", r"\\\1", word) for word in words)


def parted(cell: str) -> tuple[str, ...]:
    """The words that ``joined`` was given, none of which was empty."""
    found = _WORD.findall(cell)
    last = len(found) - 1
    trimmed = [
        (word if place == 0 else word.removeprefix(" "))
        if place == last
        else _between(word, first=place == 0)
        for place, word in enumerate(found)
    ]
    return tuple(re.sub(r"\\(.)", r"\1", word, flags=re.DOTALL) for word in trimmed)


def _between(word: str, *, first: bool) -> str:
    return (word if first else word.removeprefix(" ")).removesuffix(" ")
