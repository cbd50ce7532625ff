"""Check-ins as JSON: whatever they hold, other programs can read all of it back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from app.exports.json_table import json_table
from app.exports.tables import Named
from tests.exports.test_report import FULL, NAMES, check_in

NAMED = Named(key=lambda _, key: NAMES.get(key, ""), word=lambda _, key: "", label=lambda _: "sunny")


def test_it_is_one_list_of_objects_with_the_columns_of_our_own_table() -> None:
    (told,) = json.loads(b"".join(json_table([FULL], NAMED)))
    assert told == {
        "id": FULL.id,
        "when": "2026-11-02T09:30:00+00:00",
        "time_known": True,
        "mood": 2,
        "label": "sunny",
        "cannot_name": False,
        "feelings": ["sad"],
        "a_little": [],
        "a_lot": [],
        "body_signals": ["heavy"],
        "with_supports": ["Ana Canary"],
        "where": ["at home"],
        "doing": [],
        "topics": ["the new job"],
        "what_helped": ["Mint tea", "Ana Canary"],
        "energy": None,
        "felt_connected": "a_little",
        "note": "By the sea",
        "source": "app",
        "source_text": "2019-01-02,rad,secret",
    }


@given(notes=st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=4))
def test_every_note_comes_back(notes: list[str]) -> None:
    written = b"".join(json_table([check_in(1, note=note) for note in notes], NAMED))
    assert [one["note"] for one in json.loads(written)] == notes
