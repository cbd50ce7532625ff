"""Whose turn it is: one thread at a time, and none once the session is ending."""

from threading import Event, Thread

import pytest

from app.session import Session
from app.session.turn import Turn
from app.vault import Stopped


def test_who_has_it_may_take_it_again_and_is_busy_until_the_last() -> None:
    turn = Turn()
    with turn.taken():
        with turn.taken():
            assert turn.busy
        assert turn.busy
    assert not turn.busy


def test_nothing_begins_once_the_session_is_ending() -> None:
    turn = Turn()
    turn.end()
    assert turn.ending
    with pytest.raises(Stopped), turn.taken():
        pass
    assert not turn.busy


def test_the_last_waits_for_who_is_at_work_and_whoever_waits_begins_no_more() -> None:
    turn, begun, go_on = Turn(), Event(), Event()
    said: list[str] = []

    def work() -> None:
        with turn.taken():
            begun.set()
            go_on.wait(10)
            said.append("worked")

    def wait() -> None:
        try:
            with turn.taken():
                said.append("began too late")
        except Stopped:
            said.append("stopped")

    def leave() -> None:
        with turn.last():
            said.append("left")

    worker, waiter, leaver = (Thread(target=one) for one in (work, wait, leave))
    worker.start()
    begun.wait(10)
    turn.end()
    for thread in (waiter, leaver):
        thread.start()
    go_on.set()
    for thread in (worker, waiter, leaver):
        thread.join(10)
    assert said[0] == "worked"
    assert sorted(said[1:]) == ["left", "stopped"]


def test_a_locked_session_begins_no_long_work(session: Session) -> None:
    session.lock()
    with pytest.raises(Stopped):
        session.keys.change_passphrase("passphrase", "another")
