"""Every sentence a person can read, by the place where it is read: ``words.today.question``.

One module a stem, each with one class of ``Said`` sentences and one value of that class. Wording follows the rules
in ``docs/wording.md``.
"""

from app.words import moment
from app.words.about_me import about_me
from app.words.at_work import at_work
from app.words.backups import backups
from app.words.browser_window import browser_window
from app.words.came_from import came_from
from app.words.check_in import check_in
from app.words.command_line import command_line
from app.words.contacts import contacts
from app.words.coping_tool import coping_tool
from app.words.emergency_card import emergency_card
from app.words.erasing import erasing
from app.words.everything import everything
from app.words.example import example
from app.words.export import export
from app.words.failures import failures
from app.words.first_run import first_run
from app.words.giving import giving
from app.words.goal import goal
from app.words.growing import growing
from app.words.guide import guide
from app.words.hard_time import hard_time
from app.words.held_plan import held_plan
from app.words.helpful_thing import helpful_thing
from app.words.helplines import helplines
from app.words.history import history
from app.words.hours import hours
from app.words.imports import imports
from app.words.keep_box import keep_box
from app.words.kept_list import kept_list
from app.words.keys import keys
from app.words.learning import learning
from app.words.left_out import left_out
from app.words.locked_page import locked_page
from app.words.map_sharing import map_sharing
from app.words.meeting import meeting
from app.words.menu import menu
from app.words.merging import merging
from app.words.mood_label import mood_label
from app.words.patterns import patterns
from app.words.peer_page import peer_page
from app.words.places import places
from app.words.plan_copy import plan_copy
from app.words.plan_version import plan_version
from app.words.plan_writing import plan_writing
from app.words.qr import qr
from app.words.reaching import reaching
from app.words.recovery import recovery
from app.words.referral import referral
from app.words.reflection import reflection
from app.words.report import report
from app.words.safety_net import safety_net
from app.words.safety_plan import safety_plan
from app.words.salvage import salvage
from app.words.seen import seen
from app.words.settings import settings
from app.words.shell import shell
from app.words.support import support
from app.words.support_hope import support_hope
from app.words.support_map import support_map
from app.words.support_more import support_more
from app.words.support_narrowing import support_narrowing
from app.words.tour import tour
from app.words.turns import turns
from app.words.unlock import unlock
from app.words.win import win

__all__ = [
    "about_me",
    "at_work",
    "backups",
    "browser_window",
    "came_from",
    "check_in",
    "command_line",
    "contacts",
    "coping_tool",
    "emergency_card",
    "erasing",
    "everything",
    "example",
    "export",
    "failures",
    "first_run",
    "giving",
    "goal",
    "growing",
    "guide",
    "hard_time",
    "held_plan",
    "helpful_thing",
    "helplines",
    "history",
    "hours",
    "imports",
    "keep_box",
    "kept_list",
    "keys",
    "learning",
    "left_out",
    "locked_page",
    "map_sharing",
    "meeting",
    "menu",
    "merging",
    "moment",
    "mood_label",
    "patterns",
    "peer_page",
    "places",
    "plan_copy",
    "plan_version",
    "plan_writing",
    "qr",
    "reaching",
    "recovery",
    "referral",
    "reflection",
    "report",
    "safety_net",
    "safety_plan",
    "salvage",
    "seen",
    "settings",
    "shell",
    "support",
    "support_hope",
    "support_map",
    "support_more",
    "support_narrowing",
    "tour",
    "turns",
    "unlock",
    "win",
]
