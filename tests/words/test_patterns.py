"""The words around pictures: counts and the usual answer, no cause, no share, no judgement."""

import re

import pytest

from tests.words.test_every_sentence import EVERY

ROOM = [(name, text) for room, name, text in EVERY if room == "patterns"]
CAUSE = re.compile(
    r"%|\b(?:because|due to|causes?|caused|leads?|led|makes?|made you|improves?|worsens?|affects?|effects?|impact"
    r"|thanks to|results?|therefore|so that|percent|per cent|scores?|better|worse|average|mean|median|trends?"
    r"|correlat\w*|influence\w*|boosts?|lifts?|lowers?|great|well done|congratulations|streak\w*|keep it up)\b",
    re.IGNORECASE,
)


def test_the_room_is_read_at_all() -> None:
    assert len(ROOM) > 50


@pytest.mark.parametrize(("name", "text"), ROOM)
def test_no_word_names_a_cause_a_share_a_score_or_a_praise(name: str, text: str) -> None:
    assert not CAUSE.search(text)


def test_what_is_looked_for_would_be_found() -> None:
    assert CAUSE.search("You feel better because of Ana")
    assert CAUSE.search("calm: 40 %")
