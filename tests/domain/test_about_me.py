"""What is said about oneself: each part with its own mark, and what others may be shown of it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from app.domain.about_me import FIELDS, AboutMe, AboutPart, Sense, WayToTalk, shown_of, together
from app.domain.errors import DomainError
from tests.domain.sample import LATER, NOW, stamp
from tests.store.things import about_mes

WHOLE = AboutMe(
    **stamp(),
    called="Noor",
    pronouns="they",
    ways_to_talk=(WayToTalk.SLOW,),
    how_to_talk="Ask twice",
    senses=(Sense.NOISE,),
    about_senses="Soft light",
    access="A ramp",
)


def test_every_field_belongs_to_a_part_that_is_marked() -> None:
    own = set(AboutMe.__dataclass_fields__) - {"id", "created_at", "changed_at", "shared"}
    assert sorted(name for names in FIELDS.values() for name in names) == sorted(own)
    assert FIELDS.keys() == set(AboutPart)


def test_nothing_is_shown_at_first() -> None:
    assert not any(value for part in AboutPart for value in shown_of(WHOLE).of(part).values())


@pytest.mark.parametrize("part", AboutPart)
def test_what_may_be_shared_is_shown_and_nothing_else(part: AboutPart) -> None:
    shown = shown_of(replace(WHOLE, shared=(part,)))
    for one in AboutPart:
        assert shown.of(one) == (WHOLE.of(one) if one is part else AboutMe(**stamp()).of(one))


@settings(max_examples=60, deadline=None)
@given(about_mes)
def test_showing_twice_shows_the_same_and_never_more(about: AboutMe) -> None:
    shown = shown_of(about)
    assert shown_of(shown) == shown
    assert all(not any(shown.of(part).values()) for part in AboutPart if part not in about.shared)


def test_of_two_devices_each_part_is_as_it_was_written_last_with_the_mark_it_had_there() -> None:
    older = replace(WHOLE, shared=(AboutPart.CALLED, AboutPart.ACCESS))
    newer = AboutMe(**stamp() | {"changed_at": LATER}, called="Nur")
    both = together([newer, older])
    assert (both.called, both.access, both.id) == ("Nur", "A ramp", newer.id)
    assert both.shared == (AboutPart.ACCESS,), "the new name was never marked"
    assert together([older]) == replace(older, changed_at=NOW)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"called": "x" * 201}, "too_long"),
        ({"pronouns": "x" * 201}, "too_long"),
        ({"how_to_talk": "x" * 1_001}, "too_long"),
        ({"access": "x" * 1_001}, "too_long"),
        ({"shared": (AboutPart.CALLED, AboutPart.CALLED)}, "twice"),
        ({"senses": (Sense.NOISE, Sense.NOISE)}, "twice"),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any], rule: str) -> None:
    with pytest.raises(DomainError) as refused:
        AboutMe(**stamp(), **fields)
    assert refused.value.rule == rule
