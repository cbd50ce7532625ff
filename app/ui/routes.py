"""Which path shows which screen, and which screen lies below it."""

from collections.abc import Callable
from dataclasses import dataclass

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
    GOALS,
    GROWING,
    GUIDE,
    HARD,
    HELD,
    HELPFUL,
    HELPLINES,
    HISTORY,
    HOME,
    HOPES,
    HOW,
    IMPORT,
    KEEP_BOX,
    KEYBOARD,
    KEYS,
    LEARNINGS,
    LIMITS,
    MEETINGS,
    MERGE,
    OPEN_HELD,
    PASSPHRASE,
    PEER_PAGE,
    RECOVER,
    RECOVERY_KEY,
    REFERRALS,
    REFLECTIONS,
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
    WHERE,
    WINS,
    Host,
    Place,
    Screen,
)
from app.ui.screens import named


@dataclass(frozen=True, slots=True)
class Route:
    """One kind of path. ``path`` ends in ``*`` where an id stands; ``below`` is the path under it, "" for none.

    ``screen`` names what makes the screen, as of screens.named: for its host, and for the id where there is one.
    ``below`` of None stands for whatever was open when the screen was asked for; a function gives it by the id.
    ``instead_of`` is the form whose place it takes in the stack: going back does not lead to what it was made with.
    """

    path: str
    screen: str
    below: str | Callable[[str], str] | None = ""
    instead_of: str = ""


def _growing(_: str) -> str:
    """The path of the place *Growing*."""
    return PATH_OF_PLACE[Place.GROWING]


def _with_people(path: str) -> str:
    """The path of the page whose people are asked for."""
    return str(named("practice_people.page_of")(path))


ROUTES = (
    Route(HOME, "today.TodayScreen"),
    Route("/check-in/*", "check_in.CheckInScreen", None),
    Route("/check-in/list/*", "check_in_list.CheckInListScreen", None),
    Route("/words/*", "own_words.OwnWordsScreen", None),
    Route("/moods", "mood_labels.MoodLabelsScreen", None),
    Route("/moods/*", "mood_labels.MoodLevelScreen", "/moods"),
    Route("/supports", "supports.SupportsScreen"),
    Route("/supports/map", "support_map.SupportMapScreen"),
    Route(CONTACTS, "contacts.ContactsScreen", "/supports"),
    Route(CONTACTS_COPY, "contacts_copy.ContactsCopyScreen", "/supports"),
    Route("/supports/map/share", "support_sharing.MapSharingScreen", "/supports/map"),
    Route("/supports/map/share/preview", "support_sharing.MapPreviewScreen", "/supports/map/share"),
    Route("/supports/map/group/*", "support_group.SupportGroupScreen", "/supports/map"),
    Route("/support/new", "support.NewSupportScreen", "/supports"),
    Route("/support/hope", "support_hope.SupportHopeScreen", "/supports"),
    Route("/support/*", "support.SupportScreen", "/supports"),
    Route("/support/between/*", "support_between.SupportBetweenScreen", lambda one: f"/support/{one}"),
    Route("/support/agreed/*", "support_agreement.SupportAgreementScreen", lambda one: f"/support/{one}"),
    Route(GROWING, "growing.GrowingScreen"),
    Route(LEARNINGS, "learning.learnings", GROWING),
    Route("/learning/new", "learning.new_learning", None),
    Route("/learning/*", "learning.LearningScreen", LEARNINGS),
    Route(WINS, "win.wins", GROWING),
    Route("/win/new", "win.new_win", None),
    Route("/win/*", "win.WinScreen", WINS),
    Route(GOALS, "goal.goals", GROWING),
    Route("/goal/*", "goal.GoalScreen", GOALS),
    Route(REFLECTIONS, "reflection.ReflectionsScreen", GROWING),
    Route("/reflection/*", "reflection.ReflectionScreen", REFLECTIONS),
    Route("/people/*", "practice_people.PeopleScreen", _with_people),
    Route(TOOLS, "coping_tools.CopingToolsScreen", GROWING),
    Route("/support/came/*", "support_came.SupportCameScreen", lambda one: f"/support/{one}"),
    Route("/support/code/*", "support_code.SupportCodeScreen", lambda one: f"/support/{one}"),
    Route("/tool/new", "coping_tool.NewCopingToolScreen", TOOLS),
    Route("/tool/*", "coping_tool.CopingToolScreen", TOOLS),
    Route("/tool/change/*", "coping_tool_change.CopingToolChangeScreen", lambda one: f"/tool/{one}"),
    Route("/tool/pass/*", "coping_tool_passing.CopingToolPassingScreen", lambda one: f"/tool/{one}"),
    Route(MEETINGS, "meetings.MeetingsScreen", GROWING),
    Route("/meeting/new", "meeting_new.NewMeetingScreen", MEETINGS),
    Route("/meeting/*", "meeting.MeetingScreen", None, instead_of="/meeting/new"),
    Route(KEEP_BOX, "keep_box.KeepBoxScreen", GROWING),
    Route("/keep/new", "keep_item_new.NewKeepItemScreen", KEEP_BOX),
    Route("/keep/*", "keep_item.KeepItemScreen", KEEP_BOX),
    Route("/keep/change/*", "keep_item.KeepItemChangeScreen", lambda one: f"/keep/{one}"),
    Route("/support/way/*", "support_way.WayScreen", lambda way: f"/support/{way.partition('.')[0]}"),
    Route(ABOUT_ME, "about_me.AboutMeScreen", _growing),
    Route(HELPFUL, "helpful_things.HelpfulThingsScreen", _growing),
    Route("/helpful/*", "helpful_thing.HelpfulThingScreen", HELPFUL),
    Route(HOPES, "hopes.HopesScreen", _growing),
    Route(f"{HOPES}/new", "support_hope.hope_among_hopes", HOPES),
    Route("/hope/*", "hope.HopeScreen", HOPES),
    Route(PEER_PAGE, "peer_page.PeerPageScreen", _growing),
    Route(f"{PEER_PAGE}/preview", "peer_page_preview.PeerPagePreviewScreen", PEER_PAGE),
    Route(f"{PEER_PAGE}/copy", "peer_page_copy.PeerPageCopyScreen", f"{PEER_PAGE}/preview"),
    Route(REFERRALS, "referrals.ReferralsScreen", _growing),
    Route("/referral/new", "referral.NewReferralScreen", REFERRALS),
    Route("/referral/*", "referral.ReferralScreen", REFERRALS),
    Route(TURNS, "turns.TurnsScreen", _growing),
    Route("/safety-net", "safety_net.SafetyNetScreen"),
    Route("/safety-net/order", "safety_net_order.SafetyNetOrderScreen", "/safety-net"),
    Route("/safety-net/words/*", "safety_net_words.ShownWordsScreen", None),
    Route("/safety-net/*", "safety_net_entry.SafetyNetEntryScreen", "/safety-net"),
    Route("/plan", "safety_plan.SafetyPlanScreen"),
    Route("/plan/part/*", "safety_plan_part.PlanPartScreen", "/plan"),
    Route("/plan/read", "safety_plan_reading.PlanReadingScreen", "/plan"),
    Route("/plan/about", "safety_plan_about.PlanAboutScreen", "/plan"),
    Route("/plan/version/*", "safety_plan_version.PlanVersionScreen", "/plan/about"),
    Route(HELD, "held_plans.HeldPlansScreen", "/plan"),
    Route(OPEN_HELD, "held_plan_opening.HeldPlanOpeningScreen", HELD),
    Route(f"{HELD}/*", "held_plan.HeldPlanScreen", HELD),
    Route("/plan/share", "safety_plan_peers.PlanPeersScreen", "/plan"),
    Route("/plan/share/*", "safety_plan_sharing.PlanSharingScreen", "/plan/share"),
    Route("/plan/share/preview/*", "safety_plan_preview.PlanPreviewScreen", lambda one: f"/plan/share/{one}"),
    Route("/plan/share/copy/*", "safety_plan_copy.PlanCopyScreen", lambda one: f"/plan/share/preview/{one}"),
    Route("/plan/share/card/*", "safety_plan_card.PlanCardScreen", lambda one: f"/plan/share/copy/{one}"),
    Route("/plan/share/codes/*", "safety_plan_codes.PlanCodesScreen", lambda one: f"/plan/share/copy/{one}"),
    Route("/patterns", "patterns.PatternsScreen"),
    Route(REPORT, "report.ReportScreen", "/patterns"),
    Route(REPORT_PREVIEW, "report.ReportPreviewScreen", REPORT),
    Route(ALONG, "report_along.AlongScreen", "/patterns"),
    Route(GIVING, "giving.GivingScreen", None),
    Route(f"{GIVING}/*", "giving.GivingScreen", None),
    Route(HISTORY, "history.DaysScreen"),
    Route("/history/day/*", "history.DaysScreen", lambda day: f"/history/month/{day[:7]}"),
    Route("/history/month/*", "history_month.MonthScreen"),
    Route("/history/year/*", "history_year.YearScreen"),
    Route(HELPLINES, "helplines.HelplinesScreen", None),
    Route(HARD, "hard_time.HardTimeScreen", None),
    Route(STEPS, "hard_time_steps.HardTimeStepsScreen", HARD),
    Route(BACKUPS, "backups.BackupsScreen", None),
    Route(TEST_BACKUP, "backups_testing.BackupTestScreen", BACKUPS),
    Route(KEYS, "keys.KeysScreen", None),
    Route(RECOVERY_KEY, "recovery.RecoveryKeyScreen", None),
    Route(PASSPHRASE, "passphrase.PassphraseScreen", None),
    Route(SALVAGE, "salvage.SalvageScreen", None),
    Route(IMPORT, "imports.ImportScreen", None),
    Route(MERGE, "merging.MergeScreen", None),
    Route(EXPORT, "everything.ExportScreen", None),
    Route(ERASE, "erasing.EraseScreen", None),
    Route(EMERGENCY_CARD, "emergency_card.EmergencyCardScreen", None),
    Route(SEEN, "seen.SeenScreen", None),
    Route(SETTINGS, "settings.SettingsScreen", None),
    Route(HOW, "guide.how", None),
    Route(WHERE, "guide.where", None),
    Route(LIMITS, "guide.limits", None),
    Route(KEYBOARD, "guide.keyboard", None),
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
    make: Callable[..., Screen] = named(route.screen)
    return make(host, thing) if thing else make(host)


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
