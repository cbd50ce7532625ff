"""Contacts from a file: what is here is known again, what is chosen is saved whole, and it can be taken back."""

from pathlib import Path

import pytest

from app.domain.errors import DomainError
from app.domain.ids import Id
from app.domain.kept import Share
from app.domain.support import Support, WayKind
from app.imports.read import Refusal, Refused
from app.session import Session
from app.session.contacts import MOST_AT_ONCE
from app.vault import Stopped, VaultError
from tests.imports.files import content
from tests.session.house import House
from tests.vault.disks import CheapDisk

TWO = (
    b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL;TYPE=VOICE:020 7946 0958\nEMAIL:ana@example.org\nNOTE:likes tea\nEND:VCARD\n"
    b"BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nTEL;TYPE=CELL:07911 123456\nEMAIL:bo@localhost\nEND:VCARD\n"
)


def names(session: Session) -> list[str]:
    return [one.name for one in session.supports.all]


def bring(session: Session, raw: bytes = TWO, *, notes: bool = False) -> None:
    session.contacts.bring(session.contacts.look(raw, "GB").contacts, notes=notes)


def share_all(session: Session) -> None:
    for one in session.supports.all:
        session.supports.change(one, share=Share.MAY_BE_SHARED)


def test_looking_changes_nothing(session: Session) -> None:
    found = session.contacts.look(TWO, "GB")
    assert [one.card.name for one in found.contacts] == ["Ana", "Bo"]
    assert names(session) == []


def test_what_is_chosen_is_a_support_with_its_ways_after_the_next_unlock_too(house: House) -> None:
    found = house.session.contacts.look(TWO, "GB").contacts
    house.session.contacts.bring(found[:1], notes=False)
    session = house.come_back()
    assert names(session) == ["Ana"]
    ana = session.supports.all[0]
    assert [(way.kind, way.value) for way in ana.ways] == [
        (WayKind.CALL, "020 7946 0958"),
        (WayKind.EMAIL, "ana@example.org"),
    ]
    assert ana.note == ""


def test_notes_come_along_only_if_that_is_asked_for(session: Session) -> None:
    bring(session, notes=True)
    assert [one.note for one in session.supports.all] == ["likes tea", ""]


def test_a_number_or_address_that_cannot_be_kept_is_counted(session: Session) -> None:
    ana, bo = session.contacts.look(TWO, "GB").contacts
    assert (ana.unusable, bo.unusable) == (0, 1)
    assert [way.kind for way in bo.ways] == [WayKind.CALL, WayKind.TEXT]


@pytest.mark.parametrize(
    ("name", "kind", "value", "here"),
    [
        ("Ana", WayKind.CALL, "020 7946 0958", True),
        (" ana ", WayKind.CALL, "+44 20 7946 0958", True),
        ("Ana", WayKind.TEXT, "(020) 7946-0958", True),
        ("Ana", WayKind.EMAIL, "ANA@example.org", True),
        ("Ana", WayKind.CALL, "020 7946 0959", False),
        ("Anna", WayKind.CALL, "020 7946 0958", False),
        ("Ana", WayKind.IN_PERSON, "020 7946 0958", False),
    ],
)
def test_who_is_here_is_known_by_the_name_and_a_number_however_they_are_written(
    session: Session, name: str, kind: WayKind, value: str, here: bool
) -> None:
    session.supports.add(name, ways=(session.supports.way(kind, value),))
    ana, bo = session.contacts.look(TWO, "GB").contacts
    assert (ana.here, bo.here) == (here, False)


def test_a_name_without_any_number_is_known_by_the_name_alone(session: Session) -> None:
    session.supports.add("Cy")
    found = session.contacts.look(b"BEGIN:VCARD\nFN:Cy\nEND:VCARD\n", "GB")
    assert [one.here for one in found.contacts] == [True]


def test_a_contact_that_a_file_has_twice_is_told_the_second_time(session: Session) -> None:
    assert [one.twice for one in session.contacts.look(TWO + TWO, "GB").contacts] == [
        False,
        False,
        True,
        True,
    ]


def test_bringing_the_same_again_is_seen_before(session: Session) -> None:
    bring(session)
    share_all(session)
    assert all(one.here for one in session.contacts.look(TWO, "GB").contacts)
    assert all(one.here for one in session.contacts.look(session.contacts.copy(_all(session)), "").contacts)


def _all(session: Session) -> list[Id]:
    return [one.id for one in session.supports.all]


def test_undo_takes_back_all_but_what_was_changed_since(house: House) -> None:
    session = house.session
    undo = session.contacts.bring(session.contacts.look(TWO, "GB").contacts, notes=False)
    bo = next(one for one in session.supports.all if one.name == "Bo")
    house.clock.turn(minutes=1)
    session.supports.change(bo, note="a word of mine")
    session.safety_net.add(session.supports.all[0].id)
    undo()
    assert names(session) == ["Bo"]
    assert session.safety_net.entries == ()
    assert names(house.come_back()) == ["Bo"]


def test_too_many_at_once_are_refused_and_nothing_is_saved(session: Session) -> None:
    many = b"".join(b"BEGIN:VCARD\nFN:N%d\nEND:VCARD\n" % n for n in range(MOST_AT_ONCE + 1))
    found = session.contacts.look(many, "").contacts
    with pytest.raises(DomainError):
        session.contacts.bring(found, notes=True)
    assert names(session) == []
    session.contacts.bring(found[:MOST_AT_ONCE], notes=True)
    assert len(session.supports.all) == MOST_AT_ONCE


class FullDisk(CheapDisk):
    """A disk that is full from some write on."""

    left = 10**9

    def write_at(self, file: int, data: bytes, offset: int) -> None:
        if self.left <= 0:
            raise OSError(28, "no space")
        self.left -= 1
        super().write_at(file, data, offset)


@pytest.mark.parametrize("left", range(2))
def test_a_disk_that_is_full_leaves_all_of_them_out(tmp_path: Path, left: int) -> None:
    disk = FullDisk()
    house = House(tmp_path / "full", disk)
    found = house.session.contacts.look(TWO, "GB").contacts
    disk.left = left
    with pytest.raises(VaultError):
        house.session.contacts.bring(found, notes=False)
    disk.left = 10**9
    assert names(house.session) == []
    assert names(house.come_back()) == []
    house.session.lock()


@pytest.mark.parametrize(
    ("raw", "why"), [(b"", Refusal.EMPTY), (TWO[:-5], Refusal.CUT_OFF), (b"no card", Refusal.UNKNOWN)]
)
def test_a_file_that_is_no_good_changes_nothing(session: Session, raw: bytes, why: Refusal) -> None:
    with pytest.raises(Refused) as caught:
        session.contacts.look(raw, "")
    assert caught.value.why is why


def test_a_file_is_read_from_where_it_lies(session: Session, tmp_path: Path) -> None:
    (tmp_path / "them.vcf").write_bytes(TWO)
    assert len(session.contacts.look(tmp_path / "them.vcf", "").contacts) == 2
    for nowhere in (tmp_path / "none.vcf", tmp_path):
        with pytest.raises(Refused):
            session.contacts.look(nowhere, "")


def test_reading_stops_when_it_is_asked_to(session: Session) -> None:
    with pytest.raises(Stopped):
        session.contacts.look(TWO, "", stop=lambda: True)


def test_a_copy_has_whom_was_chosen_and_nobody_else(session: Session) -> None:
    bring(session, content("ios.vcf"))
    session.supports.add("The park")
    share_all(session)
    zoe = next(one for one in session.supports.all if one.name.startswith("Zoë"))
    assert {one.name for one in session.contacts.offered} == {"Zoë Ada Okonjo", "Corner Clinic"}
    copy = session.contacts.copy([zoe.id])
    assert (b"Okonjo" in copy, b"Clinic" in copy) == (True, False)
    assert session.contacts.copy([]) == b""


def test_whom_the_person_keeps_to_themselves_is_not_offered_and_no_choice_opens_that(
    session: Session,
) -> None:
    bring(session)
    share_all(session)
    ana = next(one for one in session.supports.all if one.name == "Ana")
    session.supports.change(ana, share=Share.ONLY_ME)
    assert [one.name for one in session.contacts.offered] == ["Bo"]
    assert session.contacts.kept_back == 1
    copy = session.contacts.copy(_all(session))
    assert (b"FN:Ana" in copy, b"FN:Bo" in copy) == (False, True)


def test_what_is_copied_out_comes_back_as_it_was(house: House, tmp_path: Path) -> None:
    bring(house.session, content("ios.vcf") + content("android.vcf"))
    share_all(house.session)
    copy = house.session.contacts.copy(_all(house.session))
    other = House(tmp_path / "other", seed=2)
    bring(other.session, copy)

    def told(session: Session) -> list[tuple[str, list[tuple[str, str, str]]]]:
        return [
            (one.name, [(way.kind, way.value, way.note) for way in one.ways]) for one in session.supports.all
        ]

    assert told(other.session) == told(house.session)
    other.session.lock()


@pytest.fixture
def lin(session: Session) -> Support:
    supports = session.supports
    ways = (
        supports.way(WayKind.CALL, "020 7946 0958", "a private note"),
        supports.way(WayKind.TEXT, "07700 900123"),
        supports.way(WayKind.EMAIL, "lin@example.org"),
        supports.way(WayKind.IN_PERSON, "at the pier"),
    )
    return supports.add("Lin", ways=ways, note="a private note", share=Share.MAY_BE_SHARED)


def test_a_code_holds_the_name_and_the_chosen_ways_and_no_note(session: Session, lin: Support) -> None:
    code = session.contacts.code(lin, [lin.ways[0].id, lin.ways[2].id, lin.ways[3].id]).decode()
    assert code.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")
    for said in ("FN:Lin\r\n", ":020 7946 0958\r\n", ":lin@example.org\r\n"):
        assert said in code
    for kept in ("07700", "pier", "private"):
        assert kept not in code


def test_there_is_no_code_of_whom_is_only_me_nor_of_nothing(session: Session, lin: Support) -> None:
    every = [way.id for way in lin.ways]
    assert session.contacts.code(lin, every)
    assert session.contacts.code(lin, []) == b""
    only_me = session.supports.change(lin, share=Share.ONLY_ME)
    assert session.contacts.code(only_me, every) == b""
