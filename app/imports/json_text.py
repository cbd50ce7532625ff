"""JSON of other apps, read with limits."""

import json
from collections.abc import Callable
from typing import Any

from app.imports.read import Refusal, Refused

MOST_PARTS = 6_000_000
"""The most values that are made of a file: each takes many times its own bytes of memory."""

Pairs = Callable[[list[tuple[str, Any]]], Any]
"""Makes an object of its pairs."""


def parsed(raw: bytes, pairs: Pairs | None = None) -> Any:
    """Return what a JSON text in UTF-8 holds; Refused if it is none, breaks off, is too deep or holds too much."""
    if raw.count(b",") + raw.count(b"[") + raw.count(b"{") > MOST_PARTS:
        raise Refused(Refusal.TOO_LARGE)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise Refused(Refusal.NOT_TEXT)
    refusal = Refusal.BROKEN
    try:
        return json.loads(text, object_pairs_hook=pairs)
    except json.JSONDecodeError as error:
        if error.msg.startswith("Unterminated") or error.pos >= len(text.rstrip()):
            refusal = Refusal.CUT_OFF
    except (ValueError, RecursionError):  # a number of thousands of digits; too deep
        pass
    raise Refused(refusal)


def compact(value: Any) -> str:
    """Return a JSON value as one line of text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
