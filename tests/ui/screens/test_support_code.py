"""A contact as a code: only what was picked is in it, and the screen says in words what it holds."""

from app.domain.kept import Share
from app.domain.support import WayKind
from app.words import qr as said
from tests.exports.scanned import scanned
from tests.ui.screens.house import House, unlock
from tests.ui.screens.scanning import codes_on

LONG = f"{'letters.' * 20}@example.org"


def write_lin(house: House, *ways: tuple[WayKind, str], share: Share = Share.MAY_BE_SHARED) -> str:
    """Keep a support with these ways, and return the path of its code."""
    with house.session() as session:
        made = tuple(session.supports.way(kind, value, "after six") for kind, value in ways)
        lin = session.supports.add("Lin", ways=made, note="old friend", share=share)
        return f"/support/code/{lin.id}"


async def test_nothing_is_in_it_at_first_and_then_what_was_picked_alone(house: House) -> None:
    path = write_lin(house, (WayKind.CALL, "020 7946 0958"), (WayKind.EMAIL, "lin@example.org"))
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        assert screen.says(said.contact_nothing)
        assert screen.says(said.not_locked[0])
        assert codes_on(screen) == []
        await screen.tap("Email: lin@example.org")
        (code,) = codes_on(screen)
        assert "FN:Lin" in code
        assert "lin@example.org" in code
        for kept in ("7946", "after six", "old friend"):
            assert kept not in code
        assert screen.says(said.contact_holds)
        assert screen.says("A code for a phone camera. It says: Lin, lin@example.org")
        await screen.tap("Email: lin@example.org")
        assert codes_on(screen) == []


async def test_the_picture_that_is_saved_is_the_code_under_a_name_that_tells_nothing(house: House) -> None:
    path = write_lin(house, (WayKind.CALL, "020 7946 0958"))
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        await screen.tap("Call: 020 7946 0958")
        before = codes_on(screen)
        screen.replies["save_file"] = "/home/lin/code.png"
        await screen.tap(said.save_picture)
        assert screen.says(said.saved)
        asked = screen.called("save_file")[0]
        assert asked["file_name"] == "code.png"
        assert scanned(asked["src_bytes"]) == before
        screen.replies["save_file"] = None
        await screen.tap(said.save_picture)
        assert screen.says("No copy was saved.")


async def test_whom_the_person_keeps_to_themselves_has_no_code(house: House) -> None:
    path = write_lin(house, (WayKind.CALL, "020 7946 0958"), share=Share.ONLY_ME)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(path)
        assert screen.says(said.contact_only_me)
        assert not screen.can_tap("Call: 020 7946 0958")


async def test_too_much_for_one_code_is_said_and_so_is_nothing_to_hold(house: House) -> None:
    long = write_lin(house, (WayKind.EMAIL, LONG), (WayKind.EMAIL, f"more.{LONG}"))
    nowhere = write_lin(house, (WayKind.IN_PERSON, "at the pier"))
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(long)
        await screen.tap(f"Email: {LONG}")
        assert len(codes_on(screen)) == 1
        await screen.tap(f"Email: more.{LONG}")
        assert screen.says(said.contact_too_long)
        assert codes_on(screen) == []
        await screen.go(nowhere)
        assert screen.says(said.contact_no_ways)
