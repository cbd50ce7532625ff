"""What came from a support: its meetings, what was learned there and passed on, each of them to be opened."""

from datetime import timedelta
from typing import Any

from app.domain.someone import Someone
from app.domain.support import Support
from app.session import Session
from app.ui.screens.support_came import Came, came_from
from tests.headless.kit import Headless
from tests.ui.screens.house import MORNING, House, lock, unlock


def _practised(session: Session, ana: Support) -> list[Came]:
    """One thing of every other kind that can name a support, and one of each that names another."""
    here, elsewhere = (Someone(support=ana.id),), (Someone(name="Ana"),)
    many = ("learned_from", "passed_on_to", "with_people", "tell", "who_could_support")
    others: dict[str, Any] = {
        **dict.fromkeys(many, elsewhere),
        **dict.fromkeys(("suggested_by", "from_whom"), elsewhere[0]),
        "support": None,
    }
    came = []
    for key, verbs, page, fields in (
        ("learning", session.learnings, "learning", {"text": "Ask first", "learned_from": here}),
        ("learning_passed_on", session.learnings, "learning", {"text": "Go slow", "passed_on_to": here}),
        ("reflection", session.reflections, "reflection", {"text": "It was quiet", "with_people": here}),
        ("win", session.wins, "win", {"text": "We sang", "with_people": here}),
        ("win_to_tell", session.wins, "win", {"text": "We rested", "tell": here}),
        ("goal", session.goals, "goal", {"text": "Sing again", "who_could_support": here}),
        ("referral", session.referrals, "referral", {"service": "A choir", "suggested_by": here[0]}),
        ("referral_found", session.referrals, "referral", {"service": "A boat", "support": ana.id}),
        ("keep_item", session.keep_items, "keep", {"name": "A card", "from_whom": here[0]}),
    ):
        one = verbs.add(**fields)
        name = next(iter(fields.values()))
        came.append(Came(kind=key, name=str(name), path=f"/{page}/{one.id}"))
        verbs.add(**{field: others.get(field, value) for field, value in fields.items()})
    return came


def lived(session: Session) -> tuple[str, list[Came]]:
    ana, ben = session.supports.add("Ana"), session.supports.add("Ben")
    session.meetings.add(with_whom=(Someone(support=ben.id),))
    early = session.meetings.add(
        with_whom=(Someone(support=ana.id), Someone(support=ben.id)), when=MORNING - timedelta(days=3)
    )
    late = session.meetings.add(with_whom=(Someone(support=ana.id),), worth_remembering="Rain")
    tea = session.coping_tools.add(name="Tea", taught_by=(Someone(support=ana.id),))
    walk = session.coping_tools.add(name="Walk", passed_on_to=(Someone(support=ana.id),))
    session.coping_tools.add(name="Soup", taught_by=(Someone(support=ben.id), Someone(name="Ana")))
    return ana.id, [
        Came(kind="meeting", name="Rain", path=f"/meeting/{late.id}", about=("21 November 2026",)),
        Came(
            kind="meeting",
            name="Ana, Ben",
            path=f"/meeting/{early.id}",
            about=("Ana, Ben", "18 November 2026"),
        ),
        Came(kind="tool", name="Tea", path=f"/tool/{tea.id}"),
        Came(kind="tool_passed_on", name="Walk", path=f"/tool/{walk.id}"),
        *_practised(session, ana),
    ]


def test_everything_that_names_a_support_is_gathered_kind_by_kind(house: House) -> None:
    with house.session() as session:
        ana, expected = lived(session)
        assert list(came_from(session, session.supports.all[0].id)) == expected
        assert session.supports.all[0].id == ana


async def test_the_sheet_leads_to_what_came_of_it_and_back(house: House) -> None:
    with house.session() as session:
        ana, _ = lived(session)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/support/{ana}")
        await screen.tap("What came of it")
        headings = (
            *("Meetings with Ana", "What helps me, from Ana", "What helps me, passed on to Ana"),
            *("What I learned from Ana", "What I learned, passed on to Ana", "Reflections with Ana"),
            *("What went well with Ana", "What went well, to tell Ana", "What Ana could support me with"),
            *("What Ana suggested", "How I found Ana", "In my keep box, from Ana"),
        )
        assert tuple(text for text in screen.texts() if text in headings) == headings
        await screen.tap("Open Rain, 21 November 2026")
        await screen.tap("Back")
        assert screen.route == f"/support/came/{ana}"
        await screen.tap("Open Tea")
        assert screen.says("Did it help?")


async def test_where_nothing_came_yet_it_offers_to_note_a_meeting(house: House, screen: Headless) -> None:
    await screen.go("/support/new")
    await screen.submit("Name", "Ana")
    await screen.tap("What came of it")
    assert screen.says("Nothing is noted yet.")
    await screen.tap("Note a meeting with Ana")
    await screen.tap("Back")
    assert screen.can_tap("Open Ana, 21 November 2026")
    await lock(screen)


async def test_from_the_stated_number_on_giving_and_receiving_stands_there(house: House) -> None:
    with house.session() as session:
        ana = session.supports.add("Ana")
        for _ in range(4):
            session.meetings.note_with(ana)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/support/came/{ana.id}")
        assert not screen.says("In these 12 months")
        await screen.tap("Note a meeting with Ana")
        await screen.tap("Done")
        assert screen.says("In these 12 months you noted 5 meetings with Ana.")
        assert screen.says("What came to you and what you gave is left open.")


async def test_a_deleted_support_leaves_its_name_and_undo_brings_its_meetings_back(house: House) -> None:
    with house.session() as session:
        ana, _ = lived(session)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/support/{ana}")
        await screen.tap("Delete support")
        await screen.tap("Undo")
        await screen.go(f"/support/came/{ana}")
        assert screen.can_tap("Open Rain, 21 November 2026")
        await screen.go(f"/support/{ana}")
        await screen.tap("Delete support")
        await screen.go("/meetings")
        assert screen.can_tap("Open Ana, Rain, 21 November 2026")
        await screen.go(f"/support/came/{ana}")
        assert screen.says("This is no longer here.")
