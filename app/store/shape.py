"""The shapes that records of a kind have had: a number in the record, and the steps from one shape to the next."""

from collections.abc import Callable
from typing import Any

SHAPE = "shape"
"""The field of a record that numbers its shape. The first shape has none."""

Step = Callable[[dict[str, Any]], dict[str, Any]]
"""Returns a record of one shape in the next, and leaves the given one as it is. Whatever it raises means that this is no
record of its shape: that one is left out, and no other."""

STEPS: dict[type[Any], tuple[Step, ...]] = {}
"""By kind: the first step leads from shape 1 to shape 2. A step stays for ever, because old records do."""


def newest(kind: type[Any]) -> int:
    """The number of the shape in which records of a kind are written."""
    return len(STEPS.get(kind, ())) + 1


def in_newest(kind: type[Any], record: dict[str, Any]) -> dict[str, Any]:
    """Return a record, without its number, in the newest shape of its kind; the given one stays as it is.

    Nothing is written: the record itself gets its new shape when the thing is next changed. ValueError for a number
    that no version writes or that is_newer() holds of, and for what a step can make nothing of.
    """
    number = record.get(SHAPE, 1)
    if type(number) is not int or not 1 <= number <= newest(kind):
        raise ValueError("no shape of this kind")
    shaped = {key: content for key, content in record.items() if key != SHAPE}
    for step in STEPS.get(kind, ())[number - 1 :]:
        try:
            shaped = step(shaped)
        except Exception:  # noqa: BLE001  # a step that fails on one record must not keep the others from being read
            raise ValueError("no record of this shape") from None
    return shaped


def is_newer(kind: type[Any], record: Any) -> bool:
    """Whether a newer version wrote the record, in a shape that this one does not know."""
    number = record.get(SHAPE, 1) if isinstance(record, dict) else 1  # what comes from a disk may be anything
    return type(number) is int and number > newest(kind)
