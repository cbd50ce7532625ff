"""Which path shows which screen, and which screen lies below it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.ui.screen import (
    ABOUT_ME,
    ALONG,
    BACKUPS,
    BEGIN,
    CONTACTS,
    CONTACTS_COPY,
    EMERGENCY_CARD,
    ERASE,
    EXPORT,
    GIVING,
    GROWING,
    HARD,
    HELD,
    HELPFUL,
    HELPLINES,
    HISTORY,
    HOME,
    HOPES,
    IMPORT,
    KEEP_BOX,
    KEYS,
    MEETINGS,
    MERGE,
    OPEN_HELD,
    PASSPHRASE,
    PEER_PAGE,
    RECOVER,
    RECOVERY_KEY,
    REFERRALS,
    REPORT,
    REPORT_PREVIEW,
    RESTORE,
    SALVAGE,
    SEEN,
    SETTINGS,
    STEPS,
    TEST_BACKUP,
    TOOLS,
    TURNS,
    Host,
    Place,
    Screen,
)
from app.ui.screens.about_me import AboutMeScreen
from app.ui.screens.backups import BackupsScreen
from app.ui.screens.backups_testing import BackupTestScreen
from app.ui.screens.check_in import CheckInScreen
from app.ui.screens.check_in_list import CheckInListScreen
from app.ui.screens.contacts import ContactsScreen
from app.ui.screens.contacts_copy import ContactsCopyScreen
from app.ui.screens.coping_tool import CopingToolScreen, NewCopingToolScreen
from app.ui.screens.coping_tool_change import CopingToolChangeScreen
from app.ui.screens.coping_tool_passing import CopingToolPassingScreen
from app.ui.screens.coping_tools import CopingToolsScreen
from app.ui.screens.emergency_card import EmergencyCardScreen
from app.ui.screens.erasing import EraseScreen
from app.ui.screens.everything import ExportScreen
from app.ui.screens.giving import GivingScreen
from app.ui.screens.goal import GOAL, GoalScreen
from app.ui.screens.growing import GrowingScreen
from app.ui.screens.guide import GUIDE, GuideScreen
from app.ui.screens.hard_time import HardTimeScreen
from app.ui.screens.hard_time_steps import HardTimeStepsScreen
from app.ui.screens.held_plan import HeldPlanScreen
from app.ui.screens.held_plan_opening import HeldPlanOpeningScreen
from app.ui.screens.held_plans import HeldPlansScreen
from app.ui.screens.helpful_thing import HelpfulThingScreen
from app.ui.screens.helpful_things import HelpfulThingsScreen
from app.ui.screens.helplines import HelplinesScreen
from app.ui.screens.history import DaysScreen
from app.ui.screens.history_month import MonthScreen
from app.ui.screens.history_year import YearScreen
from app.ui.screens.hope import HopeScreen
from app.ui.screens.hopes import HopesScreen
from app.ui.screens.imports import ImportScreen
from app.ui.screens.keep_box import KeepBoxScreen
from app.ui.screens.keep_item import KeepItemChangeScreen, KeepItemScreen
from app.ui.screens.keep_item_new import NewKeepItemScreen
from app.ui.screens.kept_list import KeptListScreen, NewKeptScreen
from app.ui.screens.keys import KeysScreen
from app.ui.screens.learning import LEARNING, LearningScreen
from app.ui.screens.meeting import MeetingScreen
from app.ui.screens.meeting_new import NewMeetingScreen
from app.ui.screens.meetings import MeetingsScreen
from app.ui.screens.merging import MergeScreen
from app.ui.screens.mood_labels import MoodLabelsScreen, MoodLevelScreen
from app.ui.screens.own_words import OwnWordsScreen
from app.ui.screens.passphrase import PassphraseScreen
from app.ui.screens.patterns import PatternsScreen
from app.ui.screens.peer_page import PeerPageScreen
from app.ui.screens.peer_page_copy import PeerPageCopyScreen
from app.ui.screens.peer_page_preview import PeerPagePreviewScreen
from app.ui.screens.practice_people import PeopleScreen, page_of
from app.ui.screens.recovery import RecoveryKeyScreen
from app.ui.screens.referral import NewReferralScreen, ReferralScreen
from app.ui.screens.referrals import ReferralsScreen
from app.ui.screens.reflection import REFLECTION, ReflectionScreen, ReflectionsScreen
from app.ui.screens.report import ReportPreviewScreen, ReportScreen
from app.ui.screens.report_along import AlongScreen
from app.ui.screens.safety_net import SafetyNetScreen
from app.ui.screens.safety_net_entry import SafetyNetEntryScreen
from app.ui.screens.safety_net_order import SafetyNetOrderScreen
from app.ui.screens.safety_net_words import ShownWordsScreen
from app.ui.screens.safety_plan import SafetyPlanScreen
from app.ui.screens.safety_plan_about import PlanAboutScreen
from app.ui.screens.safety_plan_card import PlanCardScreen
from app.ui.screens.safety_plan_codes import PlanCodesScreen
from app.ui.screens.safety_plan_copy import PlanCopyScreen
from app.ui.screens.safety_plan_part import PlanPartScreen
from app.ui.screens.safety_plan_peers import PlanPeersScreen
from app.ui.screens.safety_plan_preview import PlanPreviewScreen
from app.ui.screens.safety_plan_reading import PlanReadingScreen
from app.ui.screens.safety_plan_sharing import PlanSharingScreen
from app.ui.screens.safety_plan_version import PlanVersionScreen
from app.ui.screens.salvage import SalvageScreen
from app.ui.screens.seen import SeenScreen
from app.ui.screens.settings import SettingsScreen
from app.ui.screens.support import NewSupportScreen, SupportScreen
from app.ui.screens.support_agreement import SupportAgreementScreen
from app.ui.screens.support_between import SupportBetweenScreen
from app.ui.screens.support_came import SupportCameScreen
from app.ui.screens.support_code import SupportCodeScreen
from app.ui.screens.support_group import SupportGroupScreen
from app.ui.screens.support_hope import SupportHopeScreen
from app.ui.screens.support_map import SupportMapScreen
from app.ui.screens.support_sharing import MapPreviewScreen, MapSharingScreen
from app.ui.screens.support_way import WayScreen, support_of
from app.ui.screens.supports import SupportsScreen
from app.ui.screens.today import TodayScreen
from app.ui.screens.turns import TurnsScreen
from app.ui.screens.win import WIN, WinScreen

Make = Callable[[Host, str], Screen]
"""Makes a screen for the last piece of its path: the id of what it shows, where it shows one thing."""


@dataclass(frozen=True, slots=True)
class Route:
    """One kind of path. ``path`` ends in ``*`` where an id stands; ``below`` is the path under it, "" for none.

    ``below`` of None stands for whatever was open when the screen was asked for; a function gives it by the id.
    ``instead_of`` is the form whose place it takes in the stack: going back does not lead to what it was made with.
    """

    path: str
    make: Make
    below: str | Callable[[str], str] | None = ""
    instead_of: str = ""


def _growing(_: str) -> str:
    """The path of the place *Growing*."""
    return PATH_OF_PLACE[Place.GROWING]


def _guide(page: str, host: Host, _: str) -> Screen:
    return GuideScreen(host, page)


ROUTES = (
    Route(HOME, lambda host, _: TodayScreen(host)),
    Route("/check-in/*", CheckInScreen, None),
    Route("/check-in/list/*", CheckInListScreen, None),
    Route("/words/*", OwnWordsScreen, None),
    Route("/moods", lambda host, _: MoodLabelsScreen(host), None),
    Route("/moods/*", MoodLevelScreen, "/moods"),
    Route("/supports", lambda host, _: SupportsScreen(host)),
    Route("/supports/map", lambda host, _: SupportMapScreen(host)),
    Route(CONTACTS, lambda host, _: ContactsScreen(host), "/supports"),
    Route(CONTACTS_COPY, lambda host, _: ContactsCopyScreen(host), "/supports"),
    Route("/supports/map/share", lambda host, _: MapSharingScreen(host), "/supports/map"),
    Route("/supports/map/share/preview", lambda host, _: MapPreviewScreen(host), "/supports/map/share"),
    Route("/supports/map/group/*", SupportGroupScreen, "/supports/map"),
    Route("/support/new", lambda host, _: NewSupportScreen(host), "/supports"),
    Route("/support/hope", lambda host, _: SupportHopeScreen(host), "/supports"),
    Route("/support/*", SupportScreen, "/supports"),
    Route("/support/between/*", SupportBetweenScreen, lambda one: f"/support/{one}"),
    Route("/support/agreed/*", SupportAgreementScreen, lambda one: f"/support/{one}"),
    Route(GROWING, lambda host, _: GrowingScreen(host)),
    Route(LEARNING.listed, lambda host, _: KeptListScreen(host, LEARNING), GROWING),
    Route("/learning/new", lambda host, _: NewKeptScreen(host, LEARNING), None),
    Route("/learning/*", LearningScreen, LEARNING.listed),
    Route(WIN.listed, lambda host, _: KeptListScreen(host, WIN), GROWING),
    Route("/win/new", lambda host, _: NewKeptScreen(host, WIN), None),
    Route("/win/*", WinScreen, WIN.listed),
    Route(GOAL.listed, lambda host, _: KeptListScreen(host, GOAL), GROWING),
    Route("/goal/*", GoalScreen, GOAL.listed),
    Route(REFLECTION.listed, lambda host, _: ReflectionsScreen(host), GROWING),
    Route("/reflection/*", ReflectionScreen, REFLECTION.listed),
    Route("/people/*", PeopleScreen, page_of),
    Route(TOOLS, lambda host, _: CopingToolsScreen(host), GROWING),
    Route("/support/came/*", SupportCameScreen, lambda one: f"/support/{one}"),
    Route("/support/code/*", SupportCodeScreen, lambda one: f"/support/{one}"),
    Route("/tool/new", lambda host, _: NewCopingToolScreen(host), TOOLS),
    Route("/tool/*", CopingToolScreen, TOOLS),
    Route("/tool/change/*", CopingToolChangeScreen, lambda one: f"/tool/{one}"),
    Route("/tool/pass/*", CopingToolPassingScreen, lambda one: f"/tool/{one}"),
    Route(MEETINGS, lambda host, _: MeetingsScreen(host), GROWING),
    Route("/meeting/new", lambda host, _: NewMeetingScreen(host), MEETINGS),
    Route("/meeting/*", MeetingScreen, None, instead_of="/meeting/new"),
    Route(KEEP_BOX, lambda host, _: KeepBoxScreen(host), GROWING),
    Route("/keep/new", lambda host, _: NewKeepItemScreen(host), KEEP_BOX),
    Route("/keep/*", KeepItemScreen, KEEP_BOX),
    Route("/keep/change/*", KeepItemChangeScreen, lambda one: f"/keep/{one}"),
    Route("/support/way/*", WayScreen, support_of),
    Route(ABOUT_ME, lambda host, _: AboutMeScreen(host), _growing),
    Route(HELPFUL, lambda host, _: HelpfulThingsScreen(host), _growing),
    Route("/helpful/*", HelpfulThingScreen, HELPFUL),
    Route(HOPES, lambda host, _: HopesScreen(host), _growing),
    Route(
        f"{HOPES}/new",
        lambda host, _: SupportHopeScreen(host, then=HOPES, place=Place.GROWING),
        HOPES,
    ),
    Route("/hope/*", HopeScreen, HOPES),
    Route(PEER_PAGE, lambda host, _: PeerPageScreen(host), _growing),
    Route(f"{PEER_PAGE}/preview", lambda host, _: PeerPagePreviewScreen(host), PEER_PAGE),
    Route(f"{PEER_PAGE}/copy", lambda host, _: PeerPageCopyScreen(host), f"{PEER_PAGE}/preview"),
    Route(REFERRALS, lambda host, _: ReferralsScreen(host), _growing),
    Route("/referral/new", lambda host, _: NewReferralScreen(host), REFERRALS),
    Route("/referral/*", ReferralScreen, REFERRALS),
    Route(TURNS, lambda host, _: TurnsScreen(host), _growing),
    Route("/safety-net", lambda host, _: SafetyNetScreen(host)),
    Route("/safety-net/order", lambda host, _: SafetyNetOrderScreen(host), "/safety-net"),
    Route("/safety-net/words/*", ShownWordsScreen, None),
    Route("/safety-net/*", SafetyNetEntryScreen, "/safety-net"),
    Route("/plan", lambda host, _: SafetyPlanScreen(host)),
    Route("/plan/part/*", PlanPartScreen, "/plan"),
    Route("/plan/read", lambda host, _: PlanReadingScreen(host), "/plan"),
    Route("/plan/about", lambda host, _: PlanAboutScreen(host), "/plan"),
    Route("/plan/version/*", PlanVersionScreen, "/plan/about"),
    Route(HELD, lambda host, _: HeldPlansScreen(host), "/plan"),
    Route(OPEN_HELD, lambda host, _: HeldPlanOpeningScreen(host), HELD),
    Route(f"{HELD}/*", HeldPlanScreen, HELD),
    Route("/plan/share", lambda host, _: PlanPeersScreen(host), "/plan"),
    Route("/plan/share/*", PlanSharingScreen, "/plan/share"),
    Route("/plan/share/preview/*", PlanPreviewScreen, lambda one: f"/plan/share/{one}"),
    Route("/plan/share/copy/*", PlanCopyScreen, lambda one: f"/plan/share/preview/{one}"),
    Route("/plan/share/card/*", PlanCardScreen, lambda one: f"/plan/share/copy/{one}"),
    Route("/plan/share/codes/*", PlanCodesScreen, lambda one: f"/plan/share/copy/{one}"),
    Route("/patterns", lambda host, _: PatternsScreen(host)),
    Route(REPORT, lambda host, _: ReportScreen(host), "/patterns"),
    Route(REPORT_PREVIEW, lambda host, _: ReportPreviewScreen(host), REPORT),
    Route(ALONG, lambda host, _: AlongScreen(host), "/patterns"),
    Route(GIVING, lambda host, _: GivingScreen(host), None),
    Route(f"{GIVING}/*", GivingScreen, None),
    Route(HISTORY, lambda host, _: DaysScreen(host)),
    Route("/history/day/*", DaysScreen, lambda day: f"/history/month/{day[:7]}"),
    Route("/history/month/*", MonthScreen),
    Route("/history/year/*", YearScreen),
    Route(HELPLINES, lambda host, _: HelplinesScreen(host), None),
    Route(HARD, lambda host, _: HardTimeScreen(host), None),
    Route(STEPS, lambda host, _: HardTimeStepsScreen(host), HARD),
    Route(BACKUPS, lambda host, _: BackupsScreen(host), None),
    Route(TEST_BACKUP, lambda host, _: BackupTestScreen(host), BACKUPS),
    Route(KEYS, lambda host, _: KeysScreen(host), None),
    Route(RECOVERY_KEY, lambda host, _: RecoveryKeyScreen(host), None),
    Route(PASSPHRASE, lambda host, _: PassphraseScreen(host), None),
    Route(SALVAGE, lambda host, _: SalvageScreen(host), None),
    Route(IMPORT, lambda host, _: ImportScreen(host), None),
    Route(MERGE, lambda host, _: MergeScreen(host), None),
    Route(EXPORT, lambda host, _: ExportScreen(host), None),
    Route(ERASE, lambda host, _: EraseScreen(host), None),
    Route(EMERGENCY_CARD, lambda host, _: EmergencyCardScreen(host), None),
    Route(SEEN, lambda host, _: SeenScreen(host), None),
    Route(SETTINGS, lambda host, _: SettingsScreen(host), None),
    *(Route(page, partial(_guide, page), None) for page in GUIDE),
)

_BEFORE_THE_DOOR = frozenset({BEGIN, RECOVER, RESTORE, *GUIDE})

PATH_OF_PLACE = {
    Place.TODAY: HOME,
    Place.SUPPORTS: "/supports",
    Place.PLAN: "/plan",
    Place.PATTERNS: "/patterns",
    Place.GROWING: GROWING,
}


def found(path: str) -> tuple[Route, str] | None:
    """Return the route of a path and the id at its end, or None if there is no such place."""
    for route in ROUTES:
        if route.path == path:
            return route, ""
        stem, star, _ = route.path.partition("*")
        if star and path.startswith(stem) and path != stem and "/" not in path[len(stem) :]:
            return route, path[len(stem) :]
    return None


def made(path: str, host: Host) -> Screen:
    """Return a new screen for a path that ``paths_to`` gave."""
    known = found(path)
    if known is None:
        raise LookupError("no such place")
    route, thing = known
    return route.make(host, thing)


def paths_to(path: str, before: tuple[str, ...], *, unlocked: bool) -> tuple[str, ...]:
    """Return the paths stacked up to this one, lowest first. ``before`` is the stack that was open.

    A path that stands in the stack already is gone back to. An unknown path leads home. While locked there is only
    the door, the ways in, the pages to read, and the pages for hard times.
    """
    if not unlocked:
        return _paths_while_locked(path, before)
    if path in before:
        return before[: before.index(path) + 1]
    known = found(path)
    if known is None:
        return (HOME,)
    route, thing = known
    below = route.below(thing) if callable(route.below) else route.below
    if below is None:
        open_ = before[:-1] if before[-1:] == (route.instead_of,) else before
        return (*(open_ or (HOME,)), path)
    return (*paths_to(below, before, unlocked=True), path) if below else (path,)


def _paths_while_locked(path: str, before: tuple[str, ...]) -> tuple[str, ...]:
    if path in _BEFORE_THE_DOOR:
        return (HOME, path)
    if path in {HARD, STEPS}:
        below = before[:2] if not _BEFORE_THE_DOOR.isdisjoint(before[1:2]) else (HOME,)
        return (*below, HARD, *([STEPS] if path == STEPS else []))
    return (HOME,)
