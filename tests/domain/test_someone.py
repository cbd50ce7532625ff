"""Somebody who is named: by a support or by words, never both, and freed of a support that goes."""

from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.someone import Someone, freed
from tests.domain.sample import new_id


@pytest.mark.parametrize(
    ("fields", "rule"),
    [({}, "blank"), ({"name": " "}, "blank"), ({"name": "x" * 201}, "too_long")],
)
def test_someone_has_a_name_or_is_a_support(fields: dict[str, Any], rule: str) -> None:
    with pytest.raises(DomainError) as told:
        Someone(**fields)
    assert (told.value.field, told.value.rule) == ("someone", rule)


def test_someone_is_not_both() -> None:
    with pytest.raises(DomainError) as told:
        Someone(support=new_id(), name="Ana")
    assert told.value.rule == "named_twice"


def test_who_was_the_support_keeps_the_name_and_nobody_is_named_twice() -> None:
    ana, ben = new_id(), new_id()
    people = (Someone(support=ana), Someone(support=ben), Someone(name="Ana"))
    assert freed(people, ana, "Ana") == (Someone(name="Ana"), Someone(support=ben))
    assert freed(people, new_id(), "Cleo") == people


def test_someone_says_nothing_of_who_it_is() -> None:
    assert repr(Someone(name="Ana")) == "<Someone>"
