"""If my passphrase was seen: the session goes on under new keys, with all that was remembered and begun."""

from pathlib import Path

import pytest

from app import session as sessions
from app.session import Session
from app.vault import Disk, Stopped, VaultError, WrongPassphrase
from tests.session.house import PASSPHRASE, Clock, House, remembered, sealed
from tests.vault.disks import ModelDisk, PowerCut, seeded

NEW = "another passphrase"
FOLDER = Path("/modelled")


def _lived_in(session: Session) -> None:
    ana = session.supports.add("Ana")
    session.safety_net.add(ana.id)
    session.safety_plan.add_item(session.safety_plan.plan.parts[0], text="a sign")
    session.check_ins.record(mood=3)
    session.drafts.keep("support/note", "half a sentence")


def test_everything_goes_on_and_what_was_begun_is_sealed(house: House) -> None:
    _lived_in(house.session)
    before = remembered(house.session)
    house.session = house.session.sealed_anew(PASSPHRASE, NEW)
    assert remembered(house.session) == before == sealed(house.session)
    house.session.supports.add("Bo")
    house._passphrase = NEW
    assert [one.name for one in house.come_back().supports.all] == ["Ana", "Bo"]


def test_what_opened_it_before_opens_it_no_more(house: House) -> None:
    house.session.keys.draw_recovery_words()
    house.session.keys.keep_recovery_key()
    house.session = house.session.sealed_anew(PASSPHRASE, NEW)
    assert not house.session.keys.has_recovery_key
    house.session.lock()
    with pytest.raises(WrongPassphrase):
        house._enter(sessions.unlock)
    house._passphrase = NEW
    house.session = house._enter(sessions.unlock)


@pytest.mark.parametrize("how", ["stopped", "wrong"])
def test_where_it_was_not_done_the_session_goes_on_as_it_was(house: House, how: str) -> None:
    _lived_in(house.session)
    before = remembered(house.session)
    with pytest.raises(Stopped if how == "stopped" else WrongPassphrase):
        house.session.sealed_anew(PASSPHRASE if how == "stopped" else "other", NEW, stop=lambda: True)
    assert remembered(house.session) == before
    house.session.supports.add("Bo")
    assert [one.name for one in house.come_back().supports.all] == ["Ana", "Bo"]


def _opened(disk: Disk, passphrase: str) -> Session:
    return sessions.unlock(FOLDER, passphrase, clock=Clock(), chance=seeded(2).randbytes, disk=disk)


def _either(disk: Disk) -> tuple[Session, bool]:
    """The session that one of the two passphrases opens, and whether it was the new one."""
    try:
        return _opened(disk, NEW), True
    except WrongPassphrase:
        return _opened(disk, PASSPHRASE), False


def test_killed_anywhere_one_of_the_two_opens_everything_and_it_can_be_done_again() -> None:
    cut, seen = 0, set()
    while True:
        disk = ModelDisk()
        session = sessions.create(FOLDER, PASSPHRASE, clock=Clock(), chance=seeded(1).randbytes, disk=disk)
        _lived_in(session)
        session.drafts.seal()
        before = remembered(session)
        cut += 1
        disk.cut_at = disk.calls + cut
        try:
            session.sealed_anew(PASSPHRASE, NEW)
        except (PowerCut, VaultError):
            pass
        else:
            break
        if cut % 7:
            continue  # each takes three key derivations
        again, is_new = _either(disk.after_kill())
        assert remembered(again) == before
        again = again.sealed_anew(NEW if is_new else PASSPHRASE, NEW)
        assert remembered(again) == before == sealed(again)
        seen.add(is_new)
    assert cut > 30
    assert seen == {True, False}
