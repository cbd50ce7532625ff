"""Nothing that is typed leaves the seal: no file, no repr, no error has a word of it."""

import traceback
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from app.domain.safety_plan import PartType
from app.domain.support import WayKind
from app.session import Session
from app.store.record import UnreadableRecord, row_of
from app.vault import DiskFull, VaultError
from tests.canary import Canary
from tests.session.house import House, every_check_in
from tests.session.lived_in import move_in
from tests.vault.disks import CheapDisk

NOT_TYPED = {
    ("Hours", "zone"),  # picked from a list
    *(("CheckIn", field) for field in ("feelings", "a_little", "a_lot", "body_signals", "where", "doing")),
    ("CopingTool", "good_for"),
    ("MoodLabel", "face"),
    ("PageCopy", "mark"),
    ("PeerPage", "chosen"),
    ("Preferences", "hidden_words"),
}
"""Words that are keys of ours."""


def _values(thing: Any) -> Iterator[Any]:
    """Every domain value in a value or tuple of values."""
    if isinstance(thing, tuple):
        for one in thing:
            yield from _values(one)
    elif is_dataclass(thing):
        yield thing
        yield from _values(tuple(getattr(thing, field.name) for field in fields(thing)))


def _everything(session: Session) -> list[Any]:
    plan = session.safety_plan.plan
    kept = (session.supports.all, session.safety_net.entries, plan, session.preferences.now)
    lists = (session.own_words.all, session.topics.all, session.mood_labels.all, session.coping_tools.all)
    about = (session.gone_names.all, session.about_me.now, session.helpful_things.all, session.referrals.all)
    page = (session.peer_page.now, session.peer_page.copies)
    practised = (
        session.learnings.all,
        session.reflections.all,
        session.wins.all,
        session.goals.all,
        session.meetings.all,
        session.held_plans.all,
    )
    return list(
        _values((*kept, *lists, *practised, *about, *page, session.keep_items.all, every_check_in(session)))
    )


def _typed(values: list[Any], phrase: str) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Fields that take words, as (kind, field), and of these the ones that hold the phrase."""
    takes, holds = set(), set()
    for value in values:
        for name, kind in get_type_hints(type(value)).items():
            if kind in (str, tuple[str, ...]) and (type(value).__name__, name) not in NOT_TYPED:
                takes.add((type(value).__name__, name))
                if phrase in "".join(getattr(value, name)):
                    holds.add((type(value).__name__, name))
    return takes, holds


def _told(error: BaseException) -> str:
    parts = [*traceback.format_exception(error, chain=True), repr(error), str(error), repr(error.args)]
    for beside in (error.__cause__, error.__context__):
        parts += [repr(beside), str(beside)]
    return "".join(parts).replace("\n", "")


class _FullDisk(CheapDisk):
    full = False

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        if self.full:
            raise OSError(28, "no space")
        super().write_at(file, data, offset)


def test_a_phrase_in_every_field_is_in_no_file(canary: Canary, tmp_path: Path) -> None:
    phrase = str(canary)
    house = House(tmp_path / "vault", passphrase=phrase)
    move_in(house.session, phrase)
    takes, holds = _typed(_everything(house.session), phrase)
    assert holds == takes
    assert len(takes) == 67
    assert set(house.session.drafts._now.values()) == {phrase}
    canary.check()
    session = house.come_back()
    assert _typed(_everything(session), phrase) == (takes, holds)
    session.remove_support(session.supports.all[0])()
    session.safety_plan.remove_part(session.safety_plan.plan.parts[0])()
    session.check_ins.remove(session.check_ins.recent[0])
    canary.check()
    session.lock()


def test_no_repr_has_a_word_of_what_was_typed(canary: Canary, tmp_path: Path) -> None:
    phrase = str(canary)
    house = House(tmp_path / "vault", passphrase=phrase)
    session = house.session
    move_in(session, phrase)
    undo = session.remove_support(session.supports.all[0])
    undo()
    verbs = list(vars(session).values())
    kept = [part for one in verbs if hasattr(one, "__dict__") for part in vars(one).values()]
    ours = [one for one in kept if type(one).__module__.startswith("app.")]
    for thing in (session, undo, *verbs, *ours, *_everything(session)):
        assert phrase not in repr(thing), type(thing).__name__
        assert phrase not in str(thing), type(thing).__name__
    assert len(ours) > 5
    session.lock()


IMPOSSIBLE: tuple[Callable[[Session, str], object], ...] = (
    lambda session, phrase: session.supports.add(phrase * 20),
    lambda session, phrase: session.supports.way(WayKind.CALL, phrase),
    lambda session, phrase: session.supports.way(WayKind.EMAIL, phrase),
    lambda session, phrase: session.supports.change(session.supports.all[0], note=phrase * 2_000),
    lambda session, phrase: session.safety_net.change(
        session.safety_net.entries[0], what_i_could_say=phrase * 20
    ),
    lambda session, phrase: session.safety_plan.change(one_line=phrase * 20),
    lambda session, phrase: session.safety_plan.add_part(PartType.OWN, title=phrase * 20),
    lambda session, phrase: session.safety_plan.add_item(session.safety_plan.plan.parts[0], text=phrase * 99),
    lambda session, phrase: session.check_ins.change(session.check_ins.recent[0], feelings=(phrase,)),
    lambda session, phrase: session.check_ins.change(session.check_ins.recent[0], note=phrase * 2_000),
    lambda session, phrase: session.preferences.change(lock_after_minutes=phrase),
)


@pytest.mark.parametrize("number", range(len(IMPOSSIBLE)))
def test_what_is_refused_is_not_quoted(canary: Canary, tmp_path: Path, number: int) -> None:
    house = House(tmp_path / "vault")
    move_in(house.session)
    with pytest.raises(ValueError) as refused:
        IMPOSSIBLE[number](house.session, str(canary))
    assert str(canary) not in _told(refused.value)
    house.session.lock()


def test_what_finds_no_room_is_not_quoted(canary: Canary, tmp_path: Path) -> None:
    phrase, disk = str(canary), _FullDisk()
    house = House(tmp_path / "vault", disk)
    session = house.session
    move_in(session, phrase)
    session.drafts.keep("plan/line", phrase + phrase)
    verbs: tuple[Callable[[], object], ...] = (
        lambda: session.supports.add(phrase),
        lambda: session.remove_support(session.supports.all[0]),
        lambda: session.safety_plan.change(one_line=phrase * 2),
        lambda: session.check_ins.change(session.check_ins.recent[0], note=phrase * 2),
        session.drafts.seal,
    )
    disk.full = True
    for verb in verbs:
        with pytest.raises(DiskFull) as refused:
            verb()
        assert phrase not in _told(refused.value)
    disk.full = False
    session.lock()


def test_a_record_that_cannot_be_read_is_not_quoted(canary: Canary, tmp_path: Path) -> None:
    phrase = str(canary)
    house = House(tmp_path / "vault")
    move_in(house.session, phrase)
    vault, ana = house.session._unlocked.vault, house.session.supports.all[0]
    for spoilt in ({"ring": phrase}, {phrase: phrase}, {"created_at": phrase}, {"name": [phrase]}):
        vault.collection("supports").table("supports").update(spoilt, doc_ids=[row_of(ana.id)])
        house.session.supports.look()
        assert phrase not in repr(house.session.left_out)
        with pytest.raises(UnreadableRecord) as refused:
            house.session.supports.keep(ana)
        assert phrase not in _told(refused.value)
    house.session.lock()


def test_a_passphrase_that_does_not_fit_is_not_quoted(canary: Canary, tmp_path: Path) -> None:
    house = House(tmp_path / "vault")
    house.session.lock()
    with pytest.raises(VaultError) as refused:
        House(tmp_path / "vault", passphrase=str(canary))
    assert str(canary) not in _told(refused.value)


def test_text_that_ends_in_half_a_sign_comes_back_as_it_was(canary: Canary, tmp_path: Path) -> None:
    house = House(tmp_path / "vault")
    kept = house.session.supports.add(str(canary) + "\ud83d")
    assert house.come_back().supports.all == (kept,)
    house.session.lock()
