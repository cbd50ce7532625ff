"""A domain value as a record: plain JSON values that a sealed table can hold, and back."""

from base64 import b32decode
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.store.shape import SHAPE, in_newest, is_newer, newest

Record = dict[str, Any]
V = TypeVar("V")


class UnreadableRecord(Exception):  # noqa: N818  # named for what happened, as all our errors are
    """A record that was sealed by us and yet is no value of its kind. Says which kind, nothing of its content."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class NewerRecord(UnreadableRecord):
    """A record in a shape that only a newer version knows."""


@cache
def _converter(*, whole: bool = False) -> Converter:
    converter = Converter(detailed_validation=False, forbid_extra_keys=True)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(time, lambda moment: moment.isoformat(timespec="minutes"))
    for plain in (str, int, bool):
        converter.register_structure_hook(plain, _as_it_is)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _each(converter, get_args(kind)[0]))
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    converter.register_unstructure_hook_factory(
        is_dataclass,
        lambda kind: make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=not whole),
    )
    converter.register_structure_hook_factory(
        is_dataclass, lambda kind: make_dict_structure_fn(kind, converter)
    )
    return converter


def _as_it_is(content: object, kind: Any) -> object:
    """The content, where it is of its kind already: cattrs would make "None" of a missing word, and 1 of a yes."""
    if issubclass(kind, Enum):
        return kind(content)
    if type(content) is not kind:
        raise TypeError
    return content


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _each(converter: Converter, kind: Any) -> Callable[[Any, Any], tuple[Any, ...]]:
    """A hook for tuples of one kind. Letters of a word are no tuple of words."""
    one = converter.get_structure_hook(kind)

    def each(content: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(content, list | tuple):
            raise TypeError
        return tuple(one(thing, kind) for thing in content)

    return each


_NO_SUCH_VALUE = (
    DomainError,
    BaseValidationError,
    ForbiddenExtraKeysError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
)


def to_record(value: object, *, without: tuple[str, ...] = ()) -> Record:
    """Return the record of a frozen value. Fields that hold their default, and those named in ``without``, stay out."""
    record: Record = _converter().unstructure(value)
    shape = newest(type(value))
    if shape > 1:
        record[SHAPE] = shape
    return {key: content for key, content in record.items() if key not in without} if without else record


def to_whole_record(value: object) -> Record:
    """Return the record of a frozen value with every field it has: for readers that do not know our defaults."""
    record: Record = _converter(whole=True).unstructure(value)
    return record


def from_record(kind: type[V], record: Record) -> V:
    """Return the value of ``kind`` that a record of any shape so far stands for.

    UnreadableRecord if it stands for none, NewerRecord if that is because of its shape. A field that the kind does not
    have makes it unreadable, too: saving the value again would lose it.
    """
    with suppress(*_NO_SUCH_VALUE):
        return _converter().structure(in_newest(kind, record), kind)
    if is_newer(kind, record):
        raise NewerRecord(kind.__name__)
    raise UnreadableRecord(kind.__name__)  # not from what was caught, which may quote the record


def from_row(
    kind: type[V],
    row: int,
    record: Record,
    *,
    elsewhere: tuple[str, ...] = (),
    besides: Mapping[str, type] | None = None,
) -> tuple[V, Record]:
    """Return the value that a row of a table stands for, and its fields that the kind does not have, by their types.

    UnreadableRecord as of from_record; also for a row that is not the value's own, for a field that is kept
    ``elsewhere``, and where one of ``besides`` is not there.
    """
    placed = {key: record[key] for key in besides or {} if key in record}
    value = from_record(kind, {key: content for key, content in record.items() if key not in placed})
    if (
        any(type(placed.get(key)) is not of for key, of in (besides or {}).items())
        or not record.keys().isdisjoint(elsewhere)
        or not _is_row_of(row, record.get("id"))
    ):
        raise UnreadableRecord(kind.__name__)
    return value, placed


def _is_row_of(row: int, thing: Any) -> bool:
    with suppress(*_NO_SUCH_VALUE):
        return row_of(thing) == row
    return False


def words_in(record: Mapping[str, Any], field: str) -> tuple[str, ...]:
    """The words in a list of a record as it was found, be it readable or not; none where there is no list."""
    found = record.get(field)
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def row_of(thing: Id) -> int:
    """The row that a thing has in its table, for ever: its id, read as a number of 128 bits.

    So a thing is found without a search, and two devices that hold the same thing give it the same row.
    """
    padding = "=" * (-len(thing) % 8)
    return int.from_bytes(b32decode(thing.upper() + padding), "big")
