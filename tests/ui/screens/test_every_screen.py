"""What holds on every screen: names, handlers, the way to help, the way out, and that every press does something."""

from collections import Counter
from collections.abc import Callable

import pytest

from app import words
from app.ui.routes import ROUTES, found
from tests.headless import press
from tests.headless.heard import Seen, said_by
from tests.headless.kit import Headless
from tests.ui.screens.house import House, Listener, is_on, merged_words, unlock
from tests.ui.screens.lived_in import LivedIn, live_in

PATHS: dict[str, Callable[[LivedIn], str]] = {
    "today": lambda _: "/",
    "check_in": lambda one: one.check_in,
    "check_in_feelings": lambda one: one.check_in.replace("/check-in/", "/check-in/list/") + "-feelings",
    "check_in_people": lambda one: one.check_in.replace("/check-in/", "/check-in/list/") + "-with_supports",
    "own_words": lambda _: "/words/feeling",
    "mood_labels": lambda _: "/moods",
    "mood_label": lambda _: "/moods/4",
    "supports": lambda _: "/supports",
    "contacts": lambda _: "/supports/contacts",
    "contacts_copy": lambda _: "/supports/contacts/copy",
    "support_map": lambda _: "/supports/map",
    "map_sharing": lambda _: "/supports/map/share",
    "map_preview": lambda _: "/supports/map/share/preview",
    "support_hope": lambda _: "/support/hope",
    "new_support": lambda _: "/support/new",
    "support": lambda one: one.ana,
    "support_between": lambda one: one.ana.replace("/support/", "/support/between/"),
    "support_agreement": lambda one: one.ana.replace("/support/", "/support/agreed/"),
    "growing": lambda _: "/growing",
    "learnings": lambda _: "/learnings",
    "learning": lambda one: one.learning,
    "learned_from": lambda one: one.learned_from,
    "new_learning": lambda _: "/learning/new",
    "new_win": lambda _: "/win/new",
    "wins": lambda _: "/wins",
    "win": lambda one: one.win,
    "goals": lambda _: "/goals",
    "goal": lambda one: one.goal,
    "reflections": lambda _: "/reflections",
    "reflection": lambda one: one.reflection,
    "support_code": lambda one: one.ana.replace("/support/", "/support/code/"),
    "coping_tools": lambda _: "/tools",
    "new_coping_tool": lambda _: "/tool/new",
    "coping_tool": lambda one: one.tea,
    "coping_tool_change": lambda one: one.tea.replace("/tool/", "/tool/change/"),
    "coping_tool_passing": lambda one: one.tea.replace("/tool/", "/tool/pass/"),
    "meetings": lambda _: "/meetings",
    "new_meeting": lambda _: "/meeting/new",
    "meeting": lambda one: one.meeting,
    "support_came": lambda one: one.ana.replace("/support/", "/support/came/"),
    "giving": lambda _: "/patterns/giving",
    "giving_with": lambda one: one.ana.replace("/support/", "/patterns/giving/"),
    "hard_time_steps": lambda _: "/hard/steps",
    "about_me": lambda _: "/about-me",
    "helpful_things": lambda _: "/helpful",
    "helpful_thing": lambda one: one.helpful,
    "hopes": lambda _: "/hopes",
    "new_hope": lambda _: "/hopes/new",
    "hope": lambda one: one.hope,
    "peer_page": lambda _: "/peer-page",
    "peer_page_preview": lambda _: "/peer-page/preview",
    "peer_page_copy": lambda _: "/peer-page/copy",
    "referrals": lambda _: "/referrals",
    "new_referral": lambda _: "/referral/new",
    "referral": lambda one: one.drop_in,
    "turns": lambda _: "/turns",
    "keep_box": lambda _: "/keep-box",
    "new_keep_item": lambda _: "/keep/new",
    "keep_item": lambda one: one.kept,
    "keep_item_photo": lambda one: one.photo,
    "keep_item_change": lambda one: one.kept.replace("/keep/", "/keep/change/"),
    "safety_net": lambda _: "/safety-net",
    "safety_net_entry": lambda one: one.entry,
    "safety_net_order": lambda _: "/safety-net/order",
    "safety_net_words": lambda one: one.said,
    "support_way": lambda one: one.call,
    "safety_plan": lambda _: "/plan",
    "safety_plan_part": lambda one: one.signs,
    "safety_plan_own_part": lambda one: one.own,
    "safety_plan_reading": lambda _: "/plan/read",
    "safety_plan_about": lambda _: "/plan/about",
    "safety_plan_version": lambda one: one.version,
    "held_plans": lambda _: "/plan/held",
    "held_plan_opening": lambda _: "/plan/held/open",
    "held_plan": lambda one: one.held,
    "safety_plan_peers": lambda _: "/plan/share",
    "safety_plan_sharing": lambda one: one.shown_to,
    "safety_plan_preview": lambda one: one.shown_to.replace("share/", "share/preview/"),
    "safety_plan_copy": lambda one: one.shown_to.replace("share/", "share/copy/"),
    "safety_plan_card": lambda one: one.shown_to.replace("share/", "share/card/"),
    "safety_plan_codes": lambda one: one.shown_to.replace("share/", "share/codes/"),
    "history": lambda _: "/history",
    "history_day": lambda _: "/history/day/2026-11-21",
    "history_month": lambda _: "/history/month/2026-11",
    "history_year": lambda _: "/history/year/2026",
    "pictures": lambda _: "/patterns",
    "report": lambda _: "/patterns/report",
    "report_preview": lambda _: "/patterns/report/preview",
    "along": lambda _: "/patterns/along",
    "helplines": lambda _: "/helplines",
    "hard_time": lambda _: "/hard",
    "settings": lambda _: "/settings",
    "guide_how": lambda _: "/help/how",
    "guide_where": lambda _: "/help/where",
    "guide_limits": lambda _: "/help/limits",
    "guide_keys": lambda _: "/help/keys",
    "who_can_open": lambda _: "/settings/keys",
    "new_passphrase": lambda _: "/settings/passphrase",
    "recovery_key": lambda _: "/settings/recovery-key",
    "emergency_card": lambda _: "/settings/emergency-card",
    "merge": lambda _: "/settings/merge",
    "import": lambda _: "/settings/import",
    "export": lambda _: "/settings/export",
    "erase": lambda _: "/settings/erase",
    "passphrase_seen": lambda _: "/settings/passphrase-seen",
    "backups": lambda _: "/settings/backups",
    "backups_testing": lambda _: "/settings/backups/test",
}
ELSEWHERE = {"/salvage", "/supports/map/group/*"}
"""Pages for what is damaged, and for a crowd: tests of their own lead to them."""

BARE = {"safety_net_words"}
"""What is shown to someone: nothing else stands on it, and one press leaves it."""

WIDTHS = {"phone": 390, "tablet": 800, "desktop": 1280}
_GROUPED = {"Radio": "RadioGroup", "NavigationBarDestination": "NavigationBar"}
_GROUPED |= {"NavigationRailDestination": "NavigationRail"}


def pressables(screen: Headless) -> list[Seen]:
    """Everything that takes a press, once: words that only help a finger find what stands beside them are left out."""
    found = [seen for seen in screen._in_reach() if seen.pressable]
    return [seen for seen in found if not seen.node.get("exclude_from_semantics")]


def name_of(seen: Seen) -> str:
    """What a screen reader calls it: the label that replaces its words, or all the words merged with it."""
    for node in reversed(seen.around):
        if node["_c"] == "Semantics" and node.get("label") and node.get("button"):
            return str(node["label"])
        if node["_c"] == "Semantics" and node.get("label") and seen.kind == "Switch":
            return str(node["label"])
        if node["_c"] == "MergeSemantics":
            break
    return " ".join(dict.fromkeys(merged_words(seen) or said_by(seen.node)))


def is_answered(seen: Seen) -> bool:
    """Whether the app listens to its presses."""
    if seen.kind in _GROUPED:
        return bool(seen.inside({_GROUPED[seen.kind]}).get("on_change"))
    if seen.kind in {"Switch", "Checkbox"}:
        return bool(seen.node.get("on_change"))
    return (
        any(seen.node.get(event) for event in ("on_click", "on_select", "on_tap")) or seen.kind == "SnackBar"
    )


async def arrive(screen: Headless, name: str, written: LivedIn) -> None:
    """Come to a screen, from wherever one is, with something chosen to be shown where that is asked for."""
    if screen.can_tap(words.shell.leave_hidden):
        await screen.tap(words.shell.leave_hidden)
    if screen.says(words.unlock.title):
        await unlock(screen)
    if name in {"safety_plan_preview", "safety_plan_copy", "safety_plan_card", "safety_plan_codes"}:
        await screen.go(written.shown_to)
        if screen.can_tap(words.plan_writing.take_all):
            await screen.tap(words.plan_writing.take_all)
    if name == "support_code":
        await screen.go(written.ana)
        if not is_on(screen, words.support_more.share):
            await screen.tap(words.support_more.share)
    await screen.go(PATHS[name](written))


def complaints(screen: Headless) -> list[str]:
    """What is wrong with the names and handlers on the screen."""
    seen = [one for one in pressables(screen) if not one.disabled]
    names = Counter(f"{_role(one)} {name_of(one)}" for one in seen)
    return [
        *(f"no name: {one.kind}" for one in seen if not name_of(one).strip()),
        *(f"no handler: {name_of(one)}" for one in seen if not is_answered(one)),
        *(f"twice: {name}" for name, count in names.items() if count > 1),
        *(f"a field without a label: {one.kind}" for one in _fields(screen) if not one.node.get("label")),
        *(
            f"a field that nobody reads: {one.kind}"
            for one in _fields(screen)
            if not one.node.get("on_change")
        ),
    ]


def _role(seen: Seen) -> str:
    """Radio buttons are told apart by their group, places of the bar by being in it."""
    for node in reversed(seen.around):
        if node["_c"] == "Semantics" and node.get("container") and seen.kind == "Radio":
            return f"{node.get('label')}:"
    return "bar:" if seen.kind.startswith("Navigation") else ""


def _fields(screen: Headless) -> list[Seen]:
    return [seen for seen in screen._in_reach() if seen.kind == "TextField"]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
async def test_everything_that_can_be_pressed_has_one_name_of_its_own_and_is_answered(
    house: House, width: int
) -> None:
    written = live_in(house)
    async with house.window(width=width) as screen:
        for name, path in PATHS.items():
            await arrive(screen, name, written)
            assert screen.route == path(written)
            assert (name, complaints(screen)) == (name, [])


@pytest.mark.parametrize(
    "path", ["/", "/begin", "/hard", "/hard/steps", "/restore", "/help/how", "/help/keys"]
)
@pytest.mark.parametrize("begun", [False, True], ids=["first run", "locked"])
async def test_everything_at_the_door_has_one_name_of_its_own_and_is_answered(
    empty: House, path: str, begun: bool
) -> None:
    if begun:
        empty.begin()
    async with empty.window(route=path) as screen:
        assert complaints(screen) == []


async def test_one_press_on_every_screen_opens_the_page_for_hard_times(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        for name in (
            PATHS.keys() - {"hard_time", "hard_time_steps"} - BARE
        ):  # they are that page, and a part of it
            await arrive(screen, name, written)
            await screen.tap("When it’s hard")
            assert screen.says("Name five things you can see.")
            await screen.tap("Back")
            assert screen.route == PATHS[name](written)


async def test_one_press_on_every_screen_hides_it(house: House) -> None:
    written = live_in(house)
    async with house.window() as screen:
        for name in PATHS.keys() - BARE:
            await arrive(screen, name, written)
            await screen.tap("Hide now")
            assert screen.texts() == ["Nothing is open here.", "Continue"]


@pytest.mark.parametrize("name", PATHS)
async def test_every_press_on_every_screen_does_something(
    house: House, listener: Listener, name: str
) -> None:
    written = live_in(house)
    async with house.window() as screen:
        await arrive(screen, name, written)
        dead = []
        for wanted in [name_of(one) for one in pressables(screen)]:
            await _back_at(screen, name, written)
            now = [one for one in pressables(screen) if name_of(one) == wanted and not one.disabled]
            if (
                now
                and not _changes_nothing(now[0])
                and not await _does_something(screen, now[0], house, listener)
            ):
                dead.append(wanted)
        assert dead == []


async def _back_at(screen: Headless, name: str, written: LivedIn) -> None:
    while screen.client.dialogs:
        screen.client.close_dialog(screen.client.dialogs[-1])
        await screen.settle()
    await arrive(screen, name, written)


async def _does_something(screen: Headless, seen: Seen, house: House, listener: Listener) -> bool:
    """Whether a press shows something, asks the client for something, goes somewhere or writes something."""
    before = len(listener.heard), screen.route, _held(house)
    press.press(screen.client, seen)
    await screen.settle()
    if len(listener.heard) == before[0]:
        await screen.later(2)
    return (len(listener.heard), screen.route, _held(house)) != before


def _held(house: House) -> dict[str, bytes]:
    """What stands in the files: a log grows ahead of what is saved, so its size may stay."""
    return {path.name: path.read_bytes() for path in house.folder.iterdir()}


def _changes_nothing(seen: Seen) -> bool:
    """A choice that stands already, and the place or the tab that is open: pressing either says nothing new."""
    if seen.kind == "Radio":
        return bool(seen.inside({"RadioGroup"}).get("value") == seen.node.get("value", ""))
    return seen.kind.startswith("Navigation") or any(node.get("selected") for node in seen.around)


def test_every_kind_of_path_is_among_these(house: House) -> None:
    written = live_in(house)
    walked = {known[0].path for path in PATHS.values() if (known := found(path(written)))}
    assert {route.path for route in ROUTES} - walked == ELSEWHERE
