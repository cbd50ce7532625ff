"""One support: added by its name alone, changed as one goes, with ways to reach that are checked as they are added."""

import pytest

from app.domain.support import Ring, SupportKind
from tests.headless.kit import Headless
from tests.ui.screens.house import MANY_SCRIPTS, House, error_of, is_chosen, is_on, lock, unlock
from tests.ui.screens.lived_in import live_in


async def add(screen: Headless, name: str, kind: str = "Person") -> None:
    await screen.go("/support/new")
    await screen.type("Name", name)
    await screen.tap(kind)
    await screen.tap("Save support")


@pytest.mark.parametrize("name", ["Ana", "🌊", "דנה", MANY_SCRIPTS, "x" * 200])
async def test_a_name_is_enough(house: House, screen: Headless, name: str) -> None:
    await add(screen, f"  {name} ", "Group")
    assert screen.says(name)
    await lock(screen)
    with house.session() as session:
        assert [(one.name, one.kind) for one in session.supports.all] == [(name, SupportKind.GROUP)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Please write a name. One word is enough."),
        ("   ", "Please write a name. One word is enough."),
        ("x" * 201, "This is too long to save. Please shorten it. Your words are still here."),
        ("x" * 20_001, "This is too long to save. Please shorten it. Your words are still here."),
    ],
)
async def test_a_name_that_will_not_do_is_told_beside_it_and_stays(
    screen: Headless, name: str, said: str
) -> None:
    await add(screen, name)
    assert error_of(screen, "Name") == said
    assert screen.value("Name") == name


async def test_enter_saves_and_two_presses_save_once(house: House, screen: Headless) -> None:
    await screen.go("/support/new")
    await screen.type("Name", "Ana")
    field = screen.one("Name", lambda seen: seen.kind == "TextField", "field").node
    screen.client.tell(field, "submit", "Ana")
    screen.client.tell(field, "submit", "Ana")
    await screen.settle()
    await lock(screen)
    with house.session() as session:
        assert len(session.supports.all) == 1


@pytest.mark.parametrize(
    ("kind", "label", "value", "said"),
    [
        ("Call", "Phone number", "  ", "Please write it here first."),
        ("Call", "Phone number", "after six", "There is no number in this. Please check it."),
        ("Text", "Phone number", "the usual", "There is no number in this. Please check it."),
        ("Email", "Email address", "ana(at)example", "This does not look like an email address."),
        ("Address", "Address", "x" * 201, "This is too long to save."),
        ("Message app", "App and name there, or a link", "x" * 20_001, "This is too long to save."),
    ],
)
async def test_a_way_that_will_not_do_is_told_beside_it_and_stays(
    screen: Headless, kind: str, label: str, value: str, said: str
) -> None:
    await add(screen, "Ana")
    await screen.tap(kind)
    await screen.type(label, value)
    await screen.tap("Add a way to reach")
    assert error_of(screen, label).startswith(said)
    assert screen.value(label) == value
    assert screen.says("No way to reach is noted yet.")


async def test_where_there_is_a_way_the_form_for_one_more_comes_when_it_is_asked_for(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.ana)
        assert not screen.says("Phone number")
        await screen.tap("Add a way to reach")
        await screen.resize(1280, 800)
        await screen.type("Phone number", "116 123")
        await screen.tap("Add a way to reach")
        assert screen.says("116 123")
        assert screen.value("Phone number") == ""


async def test_a_remark_too_long_is_told_beside_the_remark(screen: Headless) -> None:
    await add(screen, "Ana")
    await screen.type("Phone number", "116 123")
    await screen.type("Good to know", "x" * 201)
    await screen.tap("Add a way to reach")
    assert error_of(screen, "Good to know").startswith("This is too long to save.")
    assert not error_of(screen, "Phone number")


async def test_ways_are_added_moved_and_removed_and_a_removal_is_undone(
    house: House, screen: Headless
) -> None:
    await add(screen, "Ana")
    await screen.type("Phone number", "+44 7700 900123")
    await screen.submit("Good to know", "after six")
    await screen.tap("Email")
    await screen.submit("Email address", "ana@example.org")
    assert screen.value("Email address") == ""
    await screen.tap("Move up Email: ana@example.org")
    await screen.tap("Remove Call: +44 7700 900123")
    assert not screen.says("+44 7700 900123")
    await screen.tap("Undo")
    assert screen.says("after six")
    await lock(screen)
    with house.session() as session:
        ways = session.supports.all[0].ways
        assert [way.value for way in ways] == ["ana@example.org", "+44 7700 900123"]


async def test_ring_kind_net_name_and_note_are_saved_as_one_goes(house: House, screen: Headless) -> None:
    await add(screen, "Ana")
    await screen.tap("Close")
    await screen.tap("Animal")
    await screen.tap("In my safety net")
    await screen.type("Name", "Anouk")
    await screen.type("Note", "Brown\nand small")
    await screen.tap("Done")
    await screen.tap("Open Anouk, Animal · number 1 in my safety net")
    assert is_chosen(screen, "Close")
    assert is_on(screen, "In my safety net")
    await screen.tap("In my safety net")
    await lock(screen)
    with house.session() as session:
        one = session.supports.all[0]
        assert (one.name, one.note) == ("Anouk", "Brown\nand small")
        assert (one.ring, one.kind) == (Ring.CLOSE, SupportKind.ANIMAL)
        assert session.safety_net.entries == ()


@pytest.mark.parametrize(
    ("name", "said"), [(" ", "Please write a name."), ("x" * 201, "This is too long to save.")]
)
async def test_a_changed_name_that_will_not_do_is_told_beside_it_and_the_old_one_stays(
    screen: Headless, name: str, said: str
) -> None:
    await add(screen, "Ana")
    await screen.type("Name", name)
    await screen.leave()
    assert error_of(screen, "Name").startswith(said)
    assert screen.value("Name") == name
    await screen.type("Name", "Anouk")
    await screen.leave()
    assert not error_of(screen, "Name")
    await screen.tap("Done")
    assert screen.says("Anouk")


async def test_a_way_typed_and_not_added_is_added_when_one_goes(house: House, screen: Headless) -> None:
    await add(screen, "Ana")
    await screen.type("Phone number", "116 123")
    await screen.tap("Plan")
    await lock(screen)
    with house.session() as session:
        assert [way.value for way in session.supports.all[0].ways] == ["116 123"]


async def test_done_with_a_wrong_way_says_so_and_stays(screen: Headless) -> None:
    await add(screen, "Ana")
    await screen.type("Phone number", "no digits")
    await screen.tap("Done")
    assert error_of(screen, "Phone number") == "There is no number in this. Please check it."


async def test_deleting_frees_net_and_plan_and_undo_brings_all_back(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(written.ana)
        await screen.tap("Delete support")
        assert screen.says("Ana was deleted.")
        assert not screen.can_tap("Open Ana, Person")
        await screen.tap("Undo")
        assert screen.can_tap("Open Ana, Person · number 1 in my safety net")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/plan/read")
        assert screen.says("+44 7700 900123")


async def test_a_disk_that_refuses_is_told_and_nothing_typed_is_lost(house: House, screen: Headless) -> None:
    await screen.go("/support/new")
    await screen.type("Name", "Ana")
    with house.full():
        await screen.tap("Save support")
        assert screen.says("There is no room left on this device")
        assert screen.value("Name") == "Ana"
    await screen.tap("Save support")
    await screen.type("Phone number", "116 123")
    with house.full():
        await screen.tap("Add a way to reach")
        assert screen.value("Phone number") == "116 123"
        await screen.tap("In my safety net")
        assert not is_on(screen, "In my safety net")


async def test_one_that_is_gone_is_told(screen: Headless) -> None:
    await screen.go("/support/gone")
    assert screen.says("This is no longer here.")
    await screen.tap("My supports")
    assert screen.route == "/supports"
