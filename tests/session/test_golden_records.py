"""A vault with something of every kind, as it was once written, is read for ever: every field says what it said."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import session as sessions
from app.session import Session
from app.store.everything import everything
from app.store.settings import Settings
from app.store.stem import STEMS
from tests.session.house import MORNING, PASSPHRASE, House
from tests.session.lived_in import move_in
from tests.vault.disks import CheapDisk, seeded

GOLDEN = Path(__file__).parent.parent / "golden"
VAULT = GOLDEN / "records-1"
CONTENT = GOLDEN / "records-1.json"
"""What an export said on the day when the vault was made."""

SINCE = {
    "about_me",
    "coping_tool",
    "goal",
    "gone_name",
    "held_plan",
    "helpful_thing",
    "helpline_mark",
    "keep_item",
    "learning",
    "meeting",
    "page_copy",
    "peer_page",
    "plan_copy",
    "plan_version",
    "referral",
    "reflection",
    "support_state",
    "trusted_peer",
    "win",
}
"""Kinds that came later than this vault."""


@pytest.fixture
def golden(tmp_path: Path) -> Iterator[Session]:
    shutil.copytree(VAULT, tmp_path / "vault")
    session = sessions.unlock(
        tmp_path / "vault", PASSPHRASE, clock=lambda: MORNING, chance=seeded(3).randbytes, disk=CheapDisk()
    )
    yield session
    session.lock()


def _exported(session: Session) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(b"".join(everything(session._unlocked.vault, Settings(), MORNING)))
    return told


def test_every_field_of_every_kind_says_what_it_said(golden: Session) -> None:
    assert (len(golden.left_out), len(golden.notices)) == (0, 0)
    now, then = _exported(golden), json.loads(CONTENT.read_text(encoding="utf-8"))
    assert now["unreadable"] == []
    for stem in (one for one in STEMS if one.exported):
        assert then.get(stem.name) or stem.name in SINCE, stem.name
        known = {_name(record): record for record in now[stem.name]}
        assert len(known) == len(then.get(stem.name, []))
        for record in then.get(stem.name, []):
            assert _still_says(known[_name(record)], record)


def _still_says(now: Any, then: Any) -> bool:
    """Whether each field has its value; fields may have come since, at any depth."""
    if isinstance(then, dict):
        return all(name in now and _still_says(now[name], value) for name, value in then.items())
    if isinstance(then, list):
        return len(now) == len(then) and all(map(_still_says, now, then))
    return bool(now == then)


def _name(record: dict[str, Any]) -> str:
    return str(record.get("id", record.get("key")))


def test_it_can_be_lived_in_again(golden: Session) -> None:
    golden.check_ins.change(golden.check_ins.recent[0], note="later")
    for support in golden.supports.all:
        golden.supports.change(support, note="later")
    golden.safety_plan.change(one_line="later")
    golden.remove_support(golden.supports.all[0])
    assert len(golden.left_out) == 0


if (
    __name__ == "__main__"
):  # how the golden records were made; another shape of a record gets a vault of its own
    house = House(VAULT)
    move_in(house.session)
    CONTENT.write_text(
        json.dumps(_exported(house.session), indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )
    house.session.lock()
    (VAULT / "lock").unlink()
