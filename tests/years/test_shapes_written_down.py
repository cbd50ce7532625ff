"""What records are made of is written down, so that no change of it goes unseen (docs/changing-formats.md)."""

import json
from dataclasses import dataclass, make_dataclass
from enum import StrEnum
from typing import Any

import pytest

from app.domain.kept import Kept
from app.domain.support import Support
from app.store import shape, stem
from tests.years import shapes

WRITTEN: dict[str, Any] = json.loads(shapes.WRITTEN.read_text("utf-8"))


def test_what_is_written_down_is_what_there_is() -> None:
    """What differs here was changed. Read docs/changing-formats.md first; then ``python -m tests.years.shapes``."""
    now = shapes.now()
    changed = {
        f"{section}: {name}"
        for section in now
        for name in now[section].keys() | WRITTEN[section].keys()
        if now[section].get(name) != WRITTEN[section].get(name)
    }
    assert changed == set()
    assert shapes.WRITTEN.read_text("utf-8") == shapes.laid_out(now) + "\n"


class Loud(StrEnum):
    """A list with one name."""

    YES = "yes"


class Louder(StrEnum):
    """The same with one more."""

    YES = "yes"
    VERY = "very"


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part of a kind."""

    loud: Loud = Loud.YES


def _kind(*fields: Any) -> type[Any]:
    return make_dataclass("Kind", fields, bases=(Kept,), frozen=True, kw_only=True)


FIRST = (("text", str), ("loud", Loud, Loud.YES), ("parts", tuple[Part, ...], ()))


@pytest.mark.parametrize(
    "fields",
    [
        FIRST[1:],
        (*FIRST, ("more", str)),
        (*FIRST, ("more", str, "")),
        (("text", str, ""), *FIRST[1:]),
        (("text", str | None), *FIRST[1:]),
        (FIRST[0], ("loud", Louder, Louder.YES), FIRST[2]),
        (FIRST[0], ("loud", Loud), FIRST[2]),
        (*FIRST[:2], ("parts", tuple[Kept, ...], ())),
    ],
    ids=[
        "dropped",
        "added",
        "added with a default",
        "with a default",
        "none",
        "another name in a list",
        "without its default",
        "another part",
    ],
)
def test_any_change_of_a_kind_is_seen(fields: tuple[Any, ...]) -> None:
    assert shapes._of(_kind(*fields)) != shapes._of(_kind(*FIRST))


def test_every_kind_of_a_stem_is_written_down_with_the_number_of_its_shape(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert {one.name for one in stem.STEMS if one.kind} < shapes.kinds().keys() == WRITTEN["records"].keys()
    monkeypatch.setitem(shape.STEPS, Support, (dict,))
    assert shapes.now()["records"]["support"]["shape"] == WRITTEN["records"]["support"]["shape"] + 1
