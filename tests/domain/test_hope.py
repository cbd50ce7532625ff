"""How things stand with a hope: said by the person, and never against the state of its support."""

import pytest

from app.domain.hope import Hope, HopeState
from app.domain.support import OF_HOPE, SupportState
from tests.domain.sample import support

S, H = SupportState, HopeState


@pytest.mark.parametrize(
    ("state", "said", "stands"),
    [
        (S.HOPED_FOR, H.HOPING, H.HOPING),
        (S.HOPED_FOR, H.LOOKING, H.LOOKING),
        (S.HOPED_FOR, H.NOT_NOW, H.HOPING),
        (S.HOPED_FOR, H.FOUND, H.HOPING),
        (S.HERE_NOW, H.HOPING, None),
        (S.HERE_NOW, H.FOUND, H.FOUND),
        (S.GROWING, H.LOOKING, H.FOUND),
        (S.RESTING, H.NOT_NOW, H.NOT_NOW),
        (S.RESTING, H.HOPING, None),
        (S.ENDED, H.FOUND, None),
    ],
)
def test_what_was_said_counts_as_far_as_the_support_still_says_so(
    state: SupportState, said: HopeState, stands: HopeState | None
) -> None:
    assert support("A mentor", state=state, hope=Hope(stands=said)).hoping is stands


@pytest.mark.parametrize("said", HopeState)
def test_what_is_said_is_what_then_stands(said: HopeState) -> None:
    assert support("A mentor", state=OF_HOPE[said], hope=Hope(stands=said)).hoping is said
