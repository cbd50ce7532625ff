"""What was deleted keeps its name in check-ins until the person forgets it; what no check-in has goes by itself."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.check_in import CheckIn
from app.domain.history import Wanted
from app.domain.ids import Id
from app.session import Session, Undo
from app.session.history import HistoryVerbs
from app.vault import VaultDamaged
from tests.session.house import House, every_check_in
from tests.session.two_devices import take

HELPERS = ("a support", "a coping tool")


def add(session: Session, what: str, name: str = "Ana") -> Id:
    verbs = session.supports if what == "a support" else session.coping_tools
    return verbs.add(name=name).id


def remove(session: Session, thing: Id) -> Undo:
    support, tool = session.supports.one(thing), session.coping_tools.one(thing)
    if support is not None:
        return session.remove_support(support)
    assert tool is not None
    return session.remove_tool(tool)


def helped(session: Session, *things: Id) -> CheckIn:
    return session.check_ins.change(session.check_ins.record(mood=4), what_helped=things)


def kept(session: Session) -> list[str]:
    return [one.name for one in session.gone_names.all]


def found(session: Session, word: str) -> list[Id]:
    verbs: HistoryVerbs = session.history
    wanted = Wanted(words=word)
    return [one.id for one in every_check_in(session) if wanted.holds(one, verbs.texts)]


@pytest.mark.parametrize("what", HELPERS)
def test_a_check_in_says_the_name_of_what_was_deleted(house: House, what: str) -> None:
    ana = add(house.session, what)
    check_in = helped(house.session, ana)
    before = every_check_in(house.session)
    remove(house.session, ana)
    session = house.come_back()
    assert session.vocabulary.helper(ana) == "Ana"
    assert every_check_in(session) == before, "no check-in is written again"
    assert found(session, "ana") == [check_in.id]
    assert b"Ana" in session.tables.whole()


@pytest.mark.parametrize("what", HELPERS)
def test_it_is_here_no_more_where_one_chooses_or_looks_for_patterns(house: House, what: str) -> None:
    ana = add(house.session, what)
    helped(house.session, ana)
    remove(house.session, ana)
    assert house.session.vocabulary.helper_here(ana) == ""
    assert house.session.patterns.name("what_helped", ana) == ""
    assert not house.session.vocabulary.is_support(ana)


@pytest.mark.parametrize("what", HELPERS)
def test_undo_lets_the_name_go_again(house: House, what: str) -> None:
    ana = add(house.session, what)
    helped(house.session, ana)
    remove(house.session, ana)()
    session = house.come_back()
    assert kept(session) == []
    assert session.vocabulary.helper_here(ana) == "Ana"
    remove(session, ana)
    assert kept(session) == ["Ana"], "it may go a second time"


@pytest.mark.parametrize("what", HELPERS)
def test_a_name_is_forgotten_in_all_check_ins_and_an_undo_knows_it_again(house: House, what: str) -> None:
    ana = add(house.session, what)
    check_in = helped(house.session, ana)
    remove(house.session, ana)
    (name,) = house.session.gone_names.all
    house.session.gone_names.remove(name)()
    assert house.session.vocabulary.helper(ana) == "Ana"
    house.session.gone_names.remove(name)
    session = house.come_back()
    assert session.vocabulary.helper(ana) == ""
    assert found(session, "ana") == []
    assert every_check_in(session)[0].what_helped == check_in.what_helped


def test_a_forgotten_name_leaves_no_word(house: House) -> None:
    ana = add(house.session, "a support")
    helped(house.session, ana)
    remove(house.session, ana)
    house.session.gone_names.remove(house.session.gone_names.all[0])
    rows = house.session._unlocked.vault.tables("supports")["gone_names"]
    assert [row.keys() for row in rows.values()] == [{"id", "deleted_at"}]


def test_a_name_that_no_check_in_has_goes_by_itself(house: House) -> None:
    ana, ben = (add(house.session, "a support", name) for name in ("Ana", "Ben"))
    house.clock.turn(days=-70)
    helped(house.session, ana)
    house.clock.turn(days=70)
    house.session.check_ins.record(mood=3)
    for one in (ana, ben):
        remove(house.session, one)
    assert kept(house.session) == ["Ana", "Ben"]
    list(house.session.housekeeping.steps())
    assert kept(house.session) == ["Ana"]
    session = house.come_back()
    assert kept(session) == ["Ana"]
    session.check_ins.change(every_check_in(session)[-1], what_helped=())
    list(session.housekeeping.steps())
    assert kept(session) == []


def test_a_check_in_that_moves_while_names_are_looked_for_keeps_its_name(house: House) -> None:
    ana = add(house.session, "a support")
    house.clock.turn(days=-70)
    old = helped(house.session, ana)
    house.clock.turn(days=70)
    house.session.check_ins.record(mood=3)
    remove(house.session, ana)
    steps = house.session.gone_names.tidy()
    next(steps)
    house.session.check_ins.change(old, when=old.when + timedelta(days=69))
    list(steps)
    assert kept(house.session) == ["Ana"]


def test_where_a_month_cannot_be_read_no_name_goes(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    house.session.check_ins.record(mood=3)
    remove(house.session, add(house.session, "a support"))

    def damaged(*_: object) -> None:
        raise VaultDamaged

    monkeypatch.setattr("app.session.gone_name.helpers_named", damaged)
    with pytest.raises(VaultDamaged):
        list(house.session.gone_names.tidy())
    assert kept(house.session) == ["Ana"]


def test_another_device_learns_the_name_with_the_deletion(tmp_path: Path) -> None:
    here, there = House(tmp_path / "here"), House(tmp_path / "there", seed=2)
    ana = add(here.session, "a support")
    check_in = helped(here.session, ana)
    take(there, here)
    here.clock.turn(minutes=1)
    remove(here.session, ana)
    take(there, here)
    assert there.session.supports.all == ()
    assert found(there.session, "ana") == [check_in.id]
    there.clock.turn(minutes=2)
    there.session.gone_names.remove(there.session.gone_names.all[0])
    take(here, there)
    assert here.session.vocabulary.helper(ana) == ""


def test_no_repr_quotes_it(house: House) -> None:
    remove(house.session, add(house.session, "a support"))
    assert repr(house.session.gone_names.all) == "(<GoneName>,)"
