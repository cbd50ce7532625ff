"""Plans held for others, on screen: opened with the words that were told, read, replaced, given back."""

import sys
from pathlib import Path

import pytest

from app import words
from app.domain.held_plan import (
    HeldCopy,
    HeldGroup,
    HeldLine,
    HeldPart,
    HeldPlan,
    HeldSupport,
    HeldWay,
    Standing,
)
from app.domain.kept import Share
from app.domain.plan_copy import Form
from app.domain.safety_plan import PartType, may_be_chosen
from app.domain.support import WayKind
from app.session import Session
from app.ui.screens.held_plan import shown
from app.ui.screens.held_plan_opening import problem, told
from app.ui.screens.held_plans import about
from tests.canary import Canary
from tests.domain.sample import stamp
from tests.headless.kit import Headless
from tests.session.lived_in import of_someone
from tests.ui.screens.house import House, error_of, everything, spoken, unlock

said = words.held_plan
TOLD = "ember lantern plural orbit velvet gosling"
GOLDEN = Path(__file__).parents[2] / "golden" / "locked-page-1.html"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["app.vault.locked_line"], "ROUNDS", 10)


class Giver:
    """Another person, who gives a locked page of their plan."""

    def __init__(self, folder: Path) -> None:
        self._house = House(folder / "giver")
        self._house.begin()
        self._file = folder / "locked-2026-11.html"
        with self._house.session() as session:
            plan = session.safety_plan
            plan.change(one_line="It has passed before", one_line_share=Share.MAY_BE_SHARED)
            talk = plan.add_part(PartType.HOW_TO_TALK)
            plan.add_item(talk, text="Write before you call", share=Share.MAY_BE_SHARED)
            plan.add_item(plan.plan.parts[0], text="I stop cooking", share=Share.MAY_BE_SHARED)
            peer = session.plan_copies.add("Kim")
            session.plan_copies.choose(peer, may_be_chosen(plan.plan), on=True)
            session.plan_copies.change(peer, called="Zoë")

    def page(self, *, next_version: bool = False, form: Form = Form.LOCKED_PAGE) -> Path:
        """The file that is given, made of the plan as it is now, or of its next version."""
        with self._house.session() as session:
            if next_version:
                session.plan_versions.begin()
            copies = session.plan_copies
            file = self._file.with_suffix(".pdf") if form is Form.LOCKED_PDF else self._file
            file.write_bytes(copies.made(copies.document(copies.peers[0]), form, TOLD))
        return file


@pytest.fixture
def giver(tmp_path: Path) -> Giver:
    return Giver(tmp_path)


async def look(screen: Headless, file: Path | str, typed: str = TOLD) -> None:
    await screen.go("/plan/held/open")
    await screen.type(said.file, str(file))
    await screen.type(said.passphrase, typed)
    await screen.tap(said.look)


async def test_the_way_there_is_at_the_foot_of_ones_own_plan(screen: Headless) -> None:
    await screen.go("/plan")
    await screen.tap(f"{said.title}, {said.none}")
    assert screen.route == "/plan/held"
    await screen.tap(said.open_one)
    assert screen.route == "/plan/held/open"


async def test_it_is_opened_named_kept_and_read_with_how_to_be_with_them_first(
    screen: Headless, giver: Giver
) -> None:
    await look(screen, giver.page(), "Ember-Lantern plural orbit velvet gosling")
    assert screen.says(said.standings["new"])
    await screen.tap(said.keep)
    assert screen.says("Zoë")
    assert screen.says(said.kept)
    texts = screen.texts()
    order = [
        said.how_to_be,
        "Write before you call",
        said.rest,
        "My plan for hard times",
        "It has passed before",
        "I stop cooking",
    ]
    places = [texts.index(text) for text in order]
    assert places == sorted(places)
    await screen.go("/plan")
    assert screen.can_tap(f"{said.title}, {said.count(1)}")
    await screen.go("/plan/read")
    assert not screen.says("I stop cooking")


async def test_a_taken_back_plan_is_not_held(screen: Headless, giver: Giver) -> None:
    await look(screen, giver.page())
    await screen.tap(said.keep)
    await screen.tap("Undo")
    await screen.go("/plan/held")
    assert not screen.says("Zoë")


async def test_a_copy_without_a_name_asks_whose_it_is(screen: Headless) -> None:
    await look(screen, GOLDEN)
    assert screen.says(said.this_one.format(which="Made by Zoë · Date: 21 November 2026 · Version 3"))
    await screen.tap(said.keep)
    assert error_of(screen, said.whose) == said.whose_empty
    await screen.type(said.whose, "Zoë from choir")
    await screen.tap(said.keep)
    assert screen.says("Zoë from choir")
    assert screen.says("Version 3")
    await look(screen, GOLDEN)
    assert screen.says(said.standings["same"])
    assert not screen.can_tap(said.keep)


async def test_a_newer_copy_says_so_and_an_older_one_is_not_put_over_it_unasked(
    screen: Headless, giver: Giver, tmp_path: Path
) -> None:
    old = giver.page().read_bytes()
    await look(screen, giver.page())
    await screen.tap(said.keep)
    await look(screen, giver.page(next_version=True))
    assert screen.says(said.standings["newer"])
    assert screen.says(said.this_one.format(which="version 2, 21 November 2026"))
    assert screen.says(said.held_one.format(which="version 1, 21 November 2026"))
    await screen.tap(said.replace)
    assert screen.says(said.of_copy.format(n=2, day="21 November 2026", since="21 November 2026"))
    (tmp_path / "old.html").write_bytes(old)
    await look(screen, tmp_path / "old.html")
    assert screen.says(said.standings["older"])
    await screen.tap(said.keep_newer)
    assert screen.says(said.of_copy.format(n=2, day="21 November 2026", since="21 November 2026"))
    await look(screen, tmp_path / "old.html")
    await screen.tap(said.older_all_the_same)
    assert screen.says(said.of_copy.format(n=1, day="21 November 2026", since="21 November 2026"))


@pytest.mark.parametrize(
    ("typed", "why"),
    [("", said.passphrase_empty), ("ember lantern", said.wrong)],
)
async def test_wrong_words_are_named_and_can_be_mended(
    screen: Headless, giver: Giver, typed: str, why: str
) -> None:
    await look(screen, giver.page(), typed)
    assert why in spoken(screen)
    await screen.type(said.passphrase, TOLD)
    await screen.tap(said.look)
    assert screen.says(said.standings["new"])


async def test_a_damaged_page_a_newer_one_a_pdf_and_any_other_file_are_told_apart(
    screen: Headless, giver: Giver, tmp_path: Path
) -> None:
    page = giver.page().read_text("utf-8")
    other = tmp_path / "other.html"
    for content, why in (
        (page.replace("|AES-256-GCM|", "|AES-257-GCM|"), said.damaged),
        ("<p>A page</p>", said.refusals["unknown"]),
        ("%PDF-2.0", said.refusals["pdf"]),
        ("x" * (5 << 20), said.refusals["too_large"]),
    ):
        other.write_text(content, "utf-8")
        await look(screen, other)
        assert why in spoken(screen)
    await look(screen, giver.page(form=Form.LOCKED_PDF))
    assert said.refusals["pdf"] in spoken(screen)
    await look(screen, tmp_path / "nowhere")
    assert said.refusals["not_there"] in spoken(screen)
    await screen.type(said.file, "")
    await screen.tap(said.look)
    assert said.file_empty in spoken(screen)


async def test_it_is_given_back_in_one_press_and_that_can_be_undone(house: House) -> None:
    with house.session() as session:
        plan, _ = session.held_plans.hold(of_someone("Look at the sea"), "Bo")
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/plan/held/{plan.id}")
        assert screen.says(said.in_backups)
        await screen.tap(said.give_back)
        assert screen.route == "/plan/held"
        assert screen.says(said.given_back)
        assert not screen.says("Bo")
        await screen.tap("Undo")
        assert screen.says("Bo")
        await screen.go("/plan/held/gone")
        assert screen.says(words.shell.not_found)


async def test_their_numbers_can_be_pressed(house: House) -> None:
    with house.session() as session:
        plan = _with_a_number(session)
    async with house.window() as screen:
        await unlock(screen)
        await screen.go(f"/plan/held/{plan.id}")
        await screen.tap("Call Mei")
        assert "tel:07700900456" in repr(screen.calls)
        assert screen.says("Thursdays at seven")


def _with_a_number(session: Session) -> HeldPlan:
    ways = (
        HeldWay(label="Call", value="07700 900456", kind=WayKind.CALL),
        HeldWay(label="In person", value="Thursdays at seven"),
    )
    line = HeldLine(supports=(HeldSupport(name="Mei", ways=ways),))
    part = HeldPart(heading="People", groups=(HeldGroup(lines=(line,)),))
    opened = of_someone("tea")
    return session.held_plans.hold(
        type(opened)(copy=HeldCopy(parts=(part,), version=1), id=opened.id, held=None), "Bo"
    )[0]


async def test_the_words_that_were_told_are_kept_nowhere(
    house: House, tmp_path: Path, canary: Canary
) -> None:
    async with house.window() as screen:
        await unlock(screen)
        file = tmp_path / "page.html"
        file.write_bytes(GOLDEN.read_bytes())
        await look(screen, file, str(canary))
        assert said.wrong in spoken(screen)
        await screen.go("/plan/held")
        assert str(canary) not in everything(screen)
        await screen.go("/plan/held/open")
        assert str(canary) not in everything(screen)
    with house.session() as session:
        assert str(canary) not in repr(dict(session.drafts._now))


async def test_the_export_says_that_plans_of_others_are_not_in_it(screen: Headless) -> None:
    await screen.go("/settings/export")
    assert screen.says("Plans you hold for others are theirs. They are not in this file, only in backups.")


def test_what_is_shown_says_until_when_automatic_backups_hold_it(house: House, tmp_path: Path) -> None:
    with house.session() as session:
        plan, _ = session.held_plans.hold(of_someone("tea"), "Bo")
        assert shown(plan, session).backups == (said.in_backups, said.until_erased)
        (tmp_path / "copies").mkdir()
        session.backups.make_automatic(tmp_path / "copies")
        assert shown(plan, session).backups == (
            said.in_backups,
            said.in_automatic.format(month="November 2027"),
            said.in_others,
        )
        session.backups.stop_automatic()


def test_a_copy_that_says_nothing_of_itself_goes_by_the_day_on_which_it_was_kept() -> None:
    plan = HeldPlan(**stamp(), name="Bo", copy=HeldCopy())
    assert about(plan) == said.held_since.format(since="21 November 2026")


def test_every_standing_has_its_sentence_and_every_other_failure_is_calm() -> None:
    assert told(of_someone("tea"))[0] == said.standings[Standing.NEW]
    assert problem(OSError()) == problem(MemoryError()) == said.cannot
