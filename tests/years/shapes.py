"""What records of each kind are made of, written down: ``python -m tests.years.shapes`` writes tests/golden/shapes.json.

A record is read strictly. So a field, a value of a list or a length that comes, goes or changes makes records that an
older version cannot read. Here it stands what there is, so that any change of it is seen, and is a decision
(docs/changing-formats.md).
"""

import inspect
import json
import sys
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any, get_args, get_type_hints

from app.domain.circumstance import DOING, WHERE
from app.domain.feeling import BODY_SIGNALS, FEELING_KEYS
from app.domain.mood_label import FACES
from app.domain.preferences import LOCK_AFTER_MINUTES
from app.store.copies import Copies
from app.store.record import _converter
from app.store.settings import VERSION, Settings
from app.store.shape import newest
from app.store.stem import STEMS
from app.words.language import SPOKEN
from tests.years.goldens import FOLDER

WRITTEN = FOLDER / "shapes.json"

Shape = dict[str, Any]


def kinds() -> dict[str, type[Any]]:
    """Every kind that is written as a record, by the name of its stem, and what this device remembers."""
    return {stem.name: stem.kind for stem in STEMS if stem.kind} | {"copies": Copies}


def shapes() -> dict[str, Shape]:
    """What a record of each kind is made of now: by field its type and its default, at any depth; and its number."""
    stems = {stem.name: stem for stem in STEMS}
    told: dict[str, Shape] = {}
    for name, kind in kinds().items():
        stem = stems.get(name)
        made = _of(kind)
        for field in stem.elsewhere if stem else ():
            made.pop(field)
        besides = {field: of.__name__ for field, of in stem.besides.items()} if stem else {}
        told[name] = {"shape": newest(kind), "fields": made | besides}
    return told


def _of(kind: type[Any]) -> Shape:
    hints = get_type_hints(kind)
    return {field.name: [_type(hints[field.name]), *_default(field)] for field in fields(kind)}


def _type(kind: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [one.value for one in kind]
    if is_dataclass(kind) and isinstance(kind, type):
        return _of(kind)
    if parts := get_args(kind):
        origin = getattr(kind, "__origin__", None)
        return {origin.__name__ if origin is not None else "any of": [_type(part) for part in parts]}
    return getattr(kind, "__name__", str(kind))


def _default(field: Any) -> tuple[Any, ...]:
    if field.default_factory is not MISSING:
        return (_converter(whole=True).unstructure(field.default_factory()),)
    if field.default is MISSING:
        return ()
    return (_converter(whole=True).unstructure(field.default),)


def lists() -> dict[str, list[Any]]:
    """The names that records take from lists in our code."""
    return {
        "feelings": sorted(FEELING_KEYS),
        "body_signals": sorted(BODY_SIGNALS),
        "where": sorted(WHERE),
        "doing": sorted(DOING),
        "faces": sorted(FACES),
        "lock_after_minutes": sorted(LOCK_AFTER_MINUTES),
    }


def limits() -> dict[str, int]:
    """How long and how many: every such number where a kind, or a part of one, is defined."""
    modules = {one.__module__ for kind in kinds().values() for one in _parts(kind)}
    return {
        f"{module.removeprefix('app.domain.')}.{name}": value
        for module in sorted(modules)
        for name, value in vars(sys.modules[module]).items()
        if name.startswith(("LONGEST_", "MOST")) and f"\n{name} = " in inspect.getsource(sys.modules[module])
    }


def _parts(kind: Any) -> Iterator[type[Any]]:
    """A kind, the kinds before it, and those of its fields."""
    if is_dataclass(kind) and isinstance(kind, type):
        yield from (one for one in kind.__mro__ if one is not object)
        for of_field in get_type_hints(kind).values():
            yield from _parts(of_field)
    for part in get_args(kind):
        yield from _parts(part)


def unsealed() -> Shape:
    """What may stand in settings.json."""
    return {"version": VERSION, "fields": _of(Settings), "languages": sorted(SPOKEN)}


def now() -> dict[str, Any]:
    """All of it, as it is now, in values of JSON."""
    told = {"records": shapes(), "lists": lists(), "limits": limits(), "settings": unsealed()}
    plain: dict[str, Any] = json.loads(json.dumps(told))
    return plain


def laid_out(told: Any, deep: int = 4) -> str:
    """The same as text, a field on a line of its own."""
    if not deep or not isinstance(told, dict):
        return json.dumps(told, sort_keys=True)
    lines = (f"{json.dumps(name)}: {laid_out(value, deep - 1)}" for name, value in sorted(told.items()))
    return "{\n" + ",\n".join(lines) + "\n}"


if __name__ == "__main__":
    WRITTEN.write_text(laid_out(now()) + "\n", encoding="utf-8")
    sys.stdout.write(f"{WRITTEN.name}\n")
