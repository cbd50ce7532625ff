"""A learning: a text is enough, and someone's own words go no further without their yes."""

from typing import Any

import pytest

from app.domain.errors import DomainError
from app.domain.kept import LONGEST_TEXT
from app.domain.learning import Learning, TheirYes
from tests.domain.sample import new_id, stamp

TOPIC = new_id()


def learned(**fields: Any) -> Learning:
    return Learning(**(stamp() | {"text": "Ask first"} | fields))  # type: ignore[arg-type]  # as a record may say


@pytest.mark.parametrize(
    ("their_words", "answer", "may"),
    [
        (False, None, True),
        (False, TheirYes.NO, True),
        (True, None, False),
        (True, TheirYes.ASKED, False),
        (True, TheirYes.NO, False),
        (True, TheirYes.YES, True),
    ],
)
def test_their_own_words_wait_for_their_yes(their_words: bool, answer: TheirYes | None, may: bool) -> None:
    assert learned(their_words=their_words, their_yes=answer).may_pass_on is may


@pytest.mark.parametrize(
    ("fields", "field", "rule"),
    [
        ({"text": " \n"}, "text", "blank"),
        ({"text": "x" * (LONGEST_TEXT + 1)}, "text", "too_long"),
        ({"before": "x" * (LONGEST_TEXT + 1)}, "before", "too_long"),
        ({"now": "x" * (LONGEST_TEXT + 1)}, "now", "too_long"),
        ({"topics": (TOPIC, TOPIC)}, "topics", "twice"),
    ],
)
def test_an_impossible_one_is_refused_by_field_and_rule(
    fields: dict[str, Any], field: str, rule: str
) -> None:
    with pytest.raises(DomainError) as refused:
        learned(**fields)
    assert (refused.value.field, refused.value.rule) == (field, rule)


def test_no_repr_quotes_what_was_typed() -> None:
    assert repr(learned(before="was", now="is")) == "<Learning>"
