"""Plans held for others: what was shared is held, a newer copy takes the place of an older, nothing of it mixes."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

import pytest

from app.domain.errors import DomainError
from app.domain.held_plan import HeldCopy, HeldPlan, Standing
from app.domain.kept import Share
from app.domain.plan_copy import Form, TrustedPeer
from app.domain.safety_plan import Link, PartType, may_be_chosen
from app.domain.support import WayKind
from app.imports.held_plan import NotHeld, Why
from app.session import Session
from app.session.backup_file import restored
from app.session.held_plan import Opened
from app.store.everything import everything
from app.store.record import row_of
from app.store.settings import Settings
from app.vault import VaultDamaged, WrongPassphrase
from tests.faults.history import FOLDER
from tests.session.house import MORNING, PASSPHRASE, Clock, House, remembered
from tests.session.lived_in import of_someone
from tests.session.two_devices import take
from tests.vault.disks import ModelDisk, PowerCut, seeded

TOLD = "ember lantern plural orbit velvet gosling"


class Giver:
    """Another person with a vault of their own, and every field of their plan filled with a word of its own."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._numbers = count(1)
        self.shared: set[str] = set()
        self.secret: set[str] = set()
        self.peer = self._written()

    def _word(self, *, shared: bool) -> str:
        word = f"qx{next(self._numbers):04d}z"
        (self.shared if shared else self.secret).add(word)
        return word

    def _written(self) -> TrustedPeer:
        session, plan = self.session, self.session.safety_plan
        kinds = (WayKind.IN_PERSON, WayKind.ADDRESS, WayKind.MESSAGE_APP)
        ways = tuple(
            session.supports.way(kind, self._word(shared=kind is kinds[0]), self._word(shared=False))
            for kind in kinds
        )
        friend = session.supports.add(self._word(shared=True), ways=ways, note=self._word(shared=False))
        plan.change(
            one_line=self._word(shared=True),
            one_line_share=Share.MAY_BE_SHARED,
            made_with=(self._word(shared=False),),
        )
        missing = {part.type for part in plan.plan.parts} ^ set(PartType)
        for kind in sorted(missing):
            plan.add_part(kind, self._word(shared=True) if kind is PartType.OWN else "")
        for known in plan.plan.parts:
            for share in Share:
                part = plan.part(known.id)
                assert part is not None
                shown = share is Share.MAY_BE_SHARED
                plan.add_item(part, text=self._word(shared=shown), share=share)
        part = plan.plan.parts[0]
        plan.add_item(part, links=(Link(support=friend.id, ways=(ways[0].id,)),), share=Share.MAY_BE_SHARED)
        hidden = plan.add_part(PartType.OWN, self._word(shared=False))
        plan.add_item(hidden, text=self._word(shared=False), share=Share.MAY_BE_SHARED)
        plan.change_part(plan.part(hidden.id) or hidden, hidden=True)
        peer = session.plan_copies.add(self._word(shared=False))
        session.plan_copies.choose(peer, may_be_chosen(plan.plan), on=True)
        return session.plan_copies.change(peer, called=self._word(shared=True))

    def page(self) -> bytes:
        """The locked page for the peer, as the plan is now."""
        copies = self.session.plan_copies
        return copies.made(copies.document(self.peer), Form.LOCKED_PAGE, TOLD)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["app.vault.locked_line"], "ROUNDS", 10)


@pytest.fixture
def giver_house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path / "giver", seed=7)
    yield made
    made.session.lock()


@pytest.fixture
def giver(giver_house: House) -> Giver:
    return Giver(giver_house.session)


def text_of(copy: HeldCopy) -> str:
    """All that a copy says."""
    return json.dumps(asdict(copy), default=str, ensure_ascii=False)


def held(session: Session) -> list[HeldCopy]:
    return [one.copy for one in session.held_plans.all]


def exported(session: Session) -> str:
    return b"".join(everything(session._unlocked.vault, Settings(), MORNING)).decode()


def test_each_shared_word_of_someones_plan_is_held_and_none_of_the_others(
    session: Session, giver: Giver
) -> None:
    opened = session.held_plans.open(giver.page(), f" {TOLD.upper()} ")
    plan, _ = session.held_plans.hold(opened, "Zoë")
    text = text_of(plan.copy)
    assert len(giver.shared) > 15
    assert [word for word in giver.shared if word not in text] == []
    assert [word for word in giver.secret if word in text] == []


def test_how_to_be_with_them_stands_first(session: Session, giver: Giver) -> None:
    copy = session.held_plans.open(giver.page(), TOLD).copy
    assert [part.about for part in copy.first] == [
        PartType.HOW_TO_TALK,
        PartType.HELPS_FROM_OTHERS,
        PartType.PLEASE_DO_AND_DONT,
        PartType.DOES_NOT_HELP,
    ]
    assert {*copy.first, *copy.rest} == {*copy.parts}
    assert len(copy.first) + len(copy.rest) == len(copy.parts)


def test_a_newer_copy_takes_the_place_of_the_older_and_an_undo_puts_that_back(
    session: Session, giver: Giver, giver_house: House
) -> None:
    old = giver.page()
    first, _ = session.held_plans.hold(session.held_plans.open(old, TOLD), "Zoë")
    giver.session.plan_versions.begin()
    giver_house.clock.turn(days=3)
    newer = session.held_plans.open(giver.page(), TOLD)
    assert (newer.standing, newer.held) == (Standing.NEWER, first)
    second, undo = session.held_plans.hold(newer, "Zoë")
    assert session.held_plans.all == (second,)
    assert (second.id, second.copy.version, second.copy.made_on) == (first.id, 2, date(2026, 11, 24))
    assert session.held_plans.open(old, TOLD).standing is Standing.OLDER
    undo()
    (back,) = session.held_plans.all
    assert (back.copy, back.created_at) == (first.copy, first.created_at)


def test_the_same_copy_again_is_known_and_one_of_the_same_day_too(session: Session, giver: Giver) -> None:
    page = giver.page()
    session.held_plans.hold(session.held_plans.open(page, TOLD), "Zoë")
    assert session.held_plans.open(page, TOLD).standing is Standing.SAME
    giver.session.safety_plan.change(one_line="It passes.")
    assert session.held_plans.open(giver.page(), TOLD).standing is Standing.SAME_DAY


def test_copies_for_two_people_are_not_known_as_one_plan(session: Session, giver: Giver) -> None:
    session.held_plans.hold(session.held_plans.open(giver.page(), TOLD), "Zoë")
    copies = giver.session.plan_copies
    giver.peer = copies.choose(copies.add("Bo"), copies.chosen(giver.peer), on=True)
    opened = session.held_plans.open(giver.page(), TOLD)
    assert (opened.standing, opened.held) == (Standing.NEW, None)
    session.held_plans.hold(opened, "Max")
    assert [one.name for one in session.held_plans.all] == ["Max", "Zoë"]


def test_a_page_that_does_not_say_whose_it_is_replaces_nothing_but_is_known_again(session: Session) -> None:
    page = Path(__file__).parents[1] / "golden" / "locked-page-1.html"
    opened = session.held_plans.open(page, TOLD)
    assert (opened.standing, opened.id) == (Standing.NEW, None)
    kept, undo = session.held_plans.hold(opened, "Zoë")
    again = session.held_plans.open(page, TOLD)
    assert (again.standing, again.held) == (Standing.SAME, kept)
    undo()
    assert held(session) == []


def test_what_does_not_open_is_named_and_nothing_is_kept(session: Session, giver: Giver) -> None:
    page = giver.page()
    with pytest.raises(WrongPassphrase):
        session.held_plans.open(page, "ember lantern")
    with pytest.raises(VaultDamaged):
        session.held_plans.open(page.replace(b"|AES-256-GCM|", b"|AES-257-GCM|"), TOLD)
    copies = giver.session.plan_copies
    pdf = copies.made(copies.document(giver.peer), Form.LOCKED_PDF, TOLD)
    with pytest.raises(NotHeld) as refused:
        session.held_plans.open(pdf, TOLD)
    assert refused.value.why is Why.PDF
    assert held(session) == []


def test_a_name_is_needed(session: Session) -> None:
    with pytest.raises(DomainError):
        session.held_plans.hold(of_someone("tea"), " ")
    assert held(session) == []


def test_one_that_cannot_be_read_stays_and_another_is_kept_beside_it(house: House) -> None:
    plan, _ = house.session.held_plans.hold(of_someone("tea"), "Bo")
    table = house.session._unlocked.vault.collection("held_plans").table("held_plans")
    table.update({"shape": 99}, doc_ids=[row_of(plan.id)])
    session = house.come_back()
    assert held(session) == []
    newer, _ = session.held_plans.hold(of_someone("newer", 2), "Bo")
    assert session.held_plans.all == (newer,)
    assert newer.id != plan.id
    assert [one.stem for one in session.left_out] == ["held_plan"]


def test_given_back_it_is_gone_and_an_undo_holds_it_again(session: Session, clock: Clock) -> None:
    plan, _ = session.held_plans.hold(of_someone("tea"), "Bo")
    clock.turn(minutes=1)
    undo = session.held_plans.remove(plan)
    assert held(session) == []
    undo()
    assert held(session) == [plan.copy]


def test_nothing_of_it_is_in_anything_of_ones_own(house: House) -> None:
    session, before = house.session, remembered(house.session)
    session.held_plans.hold(of_someone("qxheldz"), "qxnamez")
    after = remembered(session)
    assert {name for name in after if after[name] != before[name]} == {"held_plans"}
    assert "qxheldz" not in exported(session)
    assert "qxnamez" not in exported(session)
    assert json.loads(exported(session))["not_in_here"]["held_plan"]
    session.held_plans.remove(session.held_plans.all[0])
    assert json.loads(exported(session))["deleted"] == []


def test_it_outlives_the_lock_a_backup_brings_it_back_and_a_merge_takes_it_along(
    house: House, other: House, tmp_path: Path
) -> None:
    plan, _ = house.session.held_plans.hold(of_someone("tea"), "Bo")
    assert house.come_back().held_plans.all == (plan,)
    backup = house.session.backups.make(tmp_path / "copy.sealed").path
    restored(backup, PASSPHRASE, tmp_path / "again", disk=house.disk)
    again = House(tmp_path / "again", seed=5)
    assert again.session.held_plans.all == (plan,)
    again.session.lock()
    take(other, house)
    assert other.session.held_plans.all == (plan,)
    house.clock.turn(minutes=1)
    house.session.held_plans.remove(plan)
    (tmp_path / "copy").unlink()
    take(other, house)
    assert held(other.session) == []


def test_the_last_automatic_backup_that_holds_it_goes_in_the_same_month_a_year_later(house: House) -> None:
    assert house.session.backups.gone_by == date(2027, 11, 1)
    house.clock.turn(days=40)
    assert house.session.backups.gone_by == date(2027, 12, 1)


# ------------------------------------------------------------------ killed while it is kept


def _newer() -> Opened:
    newer = of_someone("newer " * 500, 2)
    return replace(newer, copy=replace(newer.copy, made_on=date(2026, 11, 24)))


def _replace(session: Session) -> None:
    session.held_plans.hold(_newer(), "Bo")


def _give_back(session: Session) -> None:
    session.held_plans.remove(session.held_plans.all[0])


@cache
def _begun() -> dict[str, bytes]:
    disk = ModelDisk()
    house = House(FOLDER, disk)
    house.session.supports.add("Ana")
    house.session.held_plans.hold(of_someone("older"), "Bo")
    house.session.lock()
    return disk.files()


def _entered() -> tuple[House, ModelDisk]:
    disk = ModelDisk()
    for name, content in _begun().items():
        disk.put(name, content)
    return House(FOLDER, disk, seed=3), disk


def _found(disk: ModelDisk) -> tuple[HeldPlan, ...]:
    session = House(FOLDER, disk, seed=4).session
    assert [one.name for one in session.supports.all] == ["Ana"]
    assert len(session.left_out) == 0
    return session.held_plans.all


@pytest.mark.parametrize("act", [_replace, _give_back], ids=["kept", "given back"])
def test_a_kill_or_a_power_cut_at_any_call_halves_no_plan_and_loses_none(
    act: Callable[[Session], None],
) -> None:
    chance, seen = seeded(11), set()
    house, disk = _entered()
    before = house.session.held_plans.all
    act(house.session)
    after = house.session.held_plans.all
    assert _found(disk.after_power_cut(chance)) == after
    for cut in count(1):
        house, disk = _entered()
        disk.cut_at = disk.calls + cut
        with suppress(PowerCut):
            act(house.session)
            break
        for left in (disk.after_power_cut(chance), disk.after_kill()):
            found = _found(left)
            assert found in (before, after), f"half of it, cut at call {cut}"
            seen.add(found == after)
    assert seen == {True, False}
