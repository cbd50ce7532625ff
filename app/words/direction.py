"""Which way a page is read, and what stays left to right on any page."""

_LEFT_TO_RIGHT_ISOLATE, _END_OF_ISOLATE = "\u2066", "\u2069"

_right_to_left = False


def use_right_to_left(on: bool) -> None:  # a switch
    """From now on pages are read from right to left, or not."""
    global _right_to_left  # noqa: PLW0603  # one person reads one language at a time
    _right_to_left = on


def is_right_to_left() -> bool:
    """Whether pages are read from right to left."""
    return _right_to_left


def left_to_right(text: str) -> str:
    """Return a number or an address so that it is read from left to right on any page.

    On a page read from right to left it is wrapped in the two invisible signs that Unicode has for this (UAX #9);
    elsewhere it stays as it is, so that a copied number is clean.
    """
    return f"{_LEFT_TO_RIGHT_ISOLATE}{text}{_END_OF_ISOLATE}" if _right_to_left else text


def reading_direction() -> str:
    """Return ``rtl`` where pages are read from right to left, else ``ltr``."""
    return "rtl" if _right_to_left else "ltr"
