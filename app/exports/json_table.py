"""Check-ins as JSON for other programs: one object each, with the columns of our own table, lists as lists."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.check_in import CheckIn
from app.exports.tables import Named

_LISTS = (
    *("feelings", "a_little", "a_lot", "body_signals"),
    *("with_supports", "where", "doing", "topics", "what_helped"),
)


def json_table(check_ins: Iterable[CheckIn], named: Named) -> Iterator[bytes]:
    """One JSON array in UTF-8, check-in by check-in, each on a line of its own. Moments carry their offset."""
    between = b"[\n"
    for one in check_ins:
        yield between + json.dumps(_told(one, named), ensure_ascii=False).encode("utf-8", "replace")
        between = b",\n"
    yield (b"[" if between.startswith(b"[") else b"\n") + b"]\n"


def _told(one: CheckIn, named: Named) -> dict[str, Any]:
    lists = {
        field: [name for key in getattr(one, field) if (name := named.key(field, key))] for field in _LISTS
    }
    return {
        "id": one.id,
        "when": one.when.isoformat(),
        "time_known": one.time_known,
        "mood": one.mood,
        "label": named.label(one),
        "cannot_name": one.cannot_name,
        **lists,
        "energy": one.energy,
        "felt_connected": one.felt_connected,
        "note": one.note,
        "source": one.source,
        "source_text": one.source_text,
    }
