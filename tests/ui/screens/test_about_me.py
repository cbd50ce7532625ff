"""About me: saved as one goes, only me part by part, and offered to the plan line by line."""

import pytest

from app.domain.about_me import AboutMe, AboutPart, Sense, WayToTalk
from app.domain.kept import Share
from app.domain.safety_plan import PartType, PlanPart
from tests.canary import Canary
from tests.headless.kit import Headless
from tests.ui.screens.house import House, error_of, lock, unlock


def kept(house: House) -> AboutMe:
    with house.session() as session:
        return session.about_me.now


def talking(house: House) -> PlanPart:
    with house.session() as session:
        return next(part for part in session.safety_plan.plan.parts if part.type is PartType.HOW_TO_TALK)


async def test_all_of_it_is_saved_as_one_goes_and_nothing_may_be_shared_at_first(
    house: House, screen: Headless
) -> None:
    await screen.go("/about-me")
    await screen.type("What I like to be called", " Noor ")
    await screen.type("My pronouns", "they")
    await screen.tap("Give me time to answer.")
    await screen.tap("Please speak slowly.")
    await screen.type("More about talking with me", "Ask twice")
    await screen.tap("Noise is hard for me.")
    await screen.type("What I need to take part", "A ramp")
    await lock(screen)
    about = kept(house)
    assert (about.called, about.pronouns, about.how_to_talk) == ("Noor", "they", "Ask twice")
    assert about.ways_to_talk == (WayToTalk.SLOW, WayToTalk.TIME_TO_ANSWER), "in the order of the page"
    assert (about.senses, about.access, about.shared) == ((Sense.NOISE,), "A ramp", ())


async def test_a_part_is_marked_by_itself_and_can_be_only_me_again(house: House, screen: Headless) -> None:
    await screen.go("/about-me")
    await screen.toggle("May be shared: My senses")
    await screen.toggle("May be shared: My pronouns")
    await screen.toggle("May be shared: My senses")
    await lock(screen)
    assert kept(house).shared == (AboutPart.PRONOUNS,)


async def test_what_was_picked_can_be_taken_out(house: House, screen: Headless) -> None:
    await screen.go("/about-me")
    await screen.tap("Please speak slowly.")
    await screen.tap("Please speak slowly.")
    await lock(screen)
    assert kept(house).ways_to_talk == ()


@pytest.mark.parametrize(
    ("field", "length", "said"),
    [
        ("What I like to be called", 201, "This is too long to save."),
        (
            "More about my senses",
            1_001,
            "This is too long. A line of your plan can have up to 1,000 letters.",
        ),
    ],
)
async def test_what_is_too_long_is_told_beside_it_and_stays(
    screen: Headless, field: str, length: int, said: str
) -> None:
    await screen.go("/about-me")
    await screen.type(field, "x" * length)
    await screen.leave()
    assert error_of(screen, field).startswith(said)
    assert screen.value(field) == "x" * length


async def test_its_lines_are_offered_to_the_plan_and_each_is_added_by_a_press(
    house: House, screen: Headless
) -> None:
    await screen.go("/about-me")
    await screen.tap("Please speak slowly.")
    await screen.type("More about talking with me", "Ask twice\nThen wait")
    await screen.tap("Noise is hard for me.")
    await screen.toggle("May be shared: My senses")
    await screen.tap("Use it in my plan")
    assert screen.says("This part is in your plan now.")
    assert talking_lines(screen) == [
        "Please speak slowly.",
        "Ask twice",
        "Then wait",
        "Noise is hard for me.",
    ]
    await screen.tap("Add: Ask twice")
    await screen.tap("Add: Noise is hard for me.")
    assert talking_lines(screen) == ["Please speak slowly.", "Then wait"]
    await screen.go("/about-me")
    await screen.tap("Use it in my plan")
    assert talking_lines(screen) == ["Please speak slowly.", "Then wait"], "there is one such part"
    await lock(screen)
    assert [(item.text, item.share) for item in talking(house).items] == [
        ("Ask twice", Share.ONLY_ME),
        ("Noise is hard for me.", Share.MAY_BE_SHARED),
    ]


def talking_lines(screen: Headless) -> list[str]:
    return [text.removeprefix("Add: ") for text in screen.texts() if text.startswith("Add: ")]


async def test_the_part_is_taken_back_where_nothing_was_written_in_it(house: House, screen: Headless) -> None:
    await screen.go("/about-me")
    await screen.tap("Use it in my plan")
    await screen.tap("Undo")
    assert screen.says("This is no longer here.")
    await lock(screen)
    with house.session() as session:
        assert PartType.HOW_TO_TALK not in {part.type for part in session.safety_plan.plan.parts}


async def test_other_parts_of_the_plan_are_offered_nothing(house: House, screen: Headless) -> None:
    await screen.go("/about-me")
    await screen.tap("Please speak slowly.")
    await lock(screen)
    with house.session() as session:
        signs = session.safety_plan.plan.parts[0]
        session.safety_plan.add_item(signs, text="I pace")
    await unlock(screen)
    await screen.go(f"/plan/part/{signs.id}")
    assert screen.says("I pace")
    assert talking_lines(screen) == []


async def test_the_name_that_may_be_shared_stands_where_a_copy_is_made(
    house: House, screen: Headless
) -> None:
    await screen.go("/about-me")
    await screen.type("What I like to be called", "Noor")
    await screen.toggle("May be shared: What I like to be called")
    await lock(screen)
    with house.session() as session:
        assert session.plan_copies.add("Mei").called == "Noor"


@pytest.mark.parametrize("shared", [False, True])
async def test_the_name_stands_in_the_field_of_a_map_and_a_report_only_where_it_may_be_shared(
    house: House, *, shared: bool
) -> None:
    with house.session() as session:
        parts = (AboutPart.CALLED,) if shared else ()
        session.about_me.change(session.about_me.now, called="Noor", shared=parts)
        session.supports.add("Ana", share=Share.MAY_BE_SHARED)
        for _ in range(5):
            session.check_ins.record(mood=4)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go("/supports/map/share")
        assert screen.value("The name on the copy") == ("Noor" if shared else "")
        await screen.go("/patterns/report")
        assert screen.value("The name on the report") == ("Noor" if shared else "")


async def test_nothing_of_it_is_told_to_anybody(screen: Headless, canary: Canary) -> None:
    await screen.go("/about-me")
    for field in ("What I like to be called", "More about my senses", "What I need to take part"):
        await screen.type(field, str(canary))
    await screen.tap("Done")
    await screen.go("/about-me")
    assert screen.value("What I like to be called") == str(canary)
