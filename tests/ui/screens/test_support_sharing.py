"""Showing the map: nobody is chosen at first, only me is never offered, the copy is seen before it is saved."""

from io import BytesIO

from PIL import Image

from app.domain.kept import Share
from app.domain.support import SupportState
from app.session import Session
from tests.exports.sample import text_of
from tests.headless.kit import Headless
from tests.ui.screens.house import House, unlock


def fill(session: Session) -> None:
    session.supports.add("Ana", share=Share.MAY_BE_SHARED, note="SECRET")
    session.supports.add("Ben", share=Share.MAY_BE_SHARED)
    session.supports.add("Cem")
    session.supports.add("Dora", share=Share.MAY_BE_SHARED, state=SupportState.ENDED)


async def to_sharing(screen: Headless) -> None:
    await unlock(screen)
    await screen.go("/supports/map")
    await screen.tap("Show it to someone")


async def test_a_copy_is_chosen_seen_and_saved_as_a_picture_and_as_a_page(house: House) -> None:
    with house.session() as session:
        fill(session)
    async with house.window() as screen:
        await to_sharing(screen)
        assert screen.says("1 support stays with you, marked “Only me”.")
        assert not screen.can_tap("Cem")
        assert not screen.can_tap("Dora")
        await screen.tap("See what they will see")
        assert screen.says("Choose at least one first.")
        await screen.tap("Ana")
        await screen.type("The name on the copy", "Zoë")
        await screen.tap("See what they will see")
        assert screen.says("A map with 1 mark around a person. The same follows in words.")
        assert screen.says("Ana: Person")
        assert not screen.says("Ben: Person")
        for line in ("1 support: marked “Only me”", "1 support: not chosen", "1 support: not on the map now"):
            assert screen.says(line)
        assert screen.says("This copy will not be locked.")
        await screen.tap("Save as a PDF")
        await screen.tap("Save as a picture")
        assert screen.says("The copy is saved.")
        page, picture = [call.arguments for call in screen.calls if call.method == "save_file"]
        assert page["file_name"].startswith("map-")
        printed = text_of(page["src_bytes"])
        assert "Ana" in printed
        assert "Zoë" in printed
        assert not any(word in printed for word in ("Ben", "Cem", "Dora", "SECRET"))
        assert Image.open(BytesIO(picture["src_bytes"])).format == "PNG"
        await screen.tap("Back")
        assert screen.can_tap("Take all that may be shared")


async def test_names_can_be_hidden(house: House) -> None:
    with house.session() as session:
        fill(session)
    async with house.window() as screen:
        await to_sharing(screen)
        await screen.tap("Take all that may be shared")
        await screen.tap("Hide the names")
        await screen.tap("See what they will see")
        assert screen.texts().count("Person") == 2
        assert not screen.says("Ana")
        await screen.tap("Save as a PDF")
        (page,) = [call.arguments for call in screen.calls if call.method == "save_file"]
        assert "Ana" not in text_of(page["src_bytes"])


async def test_who_may_be_shared_is_said_there_too_and_is_no_choice(house: House) -> None:
    with house.session() as session:
        cem = session.supports.add("Cem")
    async with house.window() as screen:
        await to_sharing(screen)
        assert screen.says("None of your supports is marked to be on a map you show.")
        await screen.tap("Say who may be shared")
        await screen.tap("May be shared: Cem")
        assert screen.says("Choose who is on it. Nobody is chosen at first.")
        assert not screen.says("None of your supports")
        await screen.tap("See what they will see")
        assert screen.says("Choose at least one first.")
    with house.session() as session:
        assert session.supports.current(cem).share is Share.MAY_BE_SHARED


async def test_an_empty_map_has_nothing_to_show(screen: Headless) -> None:
    await screen.go("/supports/map/share")
    assert screen.says("Nothing is on your map yet.")
    await screen.go("/supports/map/share/preview")
    assert screen.says("Nothing is chosen yet, so there is nothing to show.")
