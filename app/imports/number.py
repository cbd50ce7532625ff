"""Numbers in cells."""

import re
from fractions import Fraction

_NUMBER = re.compile(r"([+-]?\d{1,9})(?:[.,](\d{1,18}))?")


def number(text: str) -> Fraction | None:
    """The number in a cell, with a point or a comma; None if there is none."""
    found = _NUMBER.fullmatch(text.strip())
    return None if found is None else Fraction(f"{found[1]}.{found[2] or 0}")
