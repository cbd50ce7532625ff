"""Which copy of the plan someone has, and whether a new one would say something else."""

from functools import partial

import flet as ft

from app import words
from app.domain.plan_copy import PlanCopy, TrustedPeer
from app.ui.screen import Host
from app.ui.screens.safety_plan_peers import copy_said, given_said
from app.ui.widgets import button, choice
from app.ui.widgets.card import card
from app.ui.widgets.text import body, heading, quiet, subheading


def has(host: Host, peer: TrustedPeer) -> list[ft.Control]:
    """The newest copy, whether they have it, whether it is older than what is chosen now, and how many came before; and what was only shown."""
    said, session = words.plan_copy, host.session
    copies, name = session.plan_copies.of(peer), session.plan_copies.name_of(peer)
    shown = next((quiet(_row(one)) for one in copies if not one.form.is_file), None)
    copies = tuple(one for one in copies if one.form.is_file)
    if not copies:
        return [heading(said.seen.format(name=name)), card(shown)] if shown else []
    newest, older = copies[0], copies[1:]
    lines: list[ft.Control] = [body(copy_said(newest)), they_have_it(host, newest, name)]
    if session.plan_copies.is_older(newest, peer) and session.plan_copies.chosen(peer):
        new = button.second_button(said.offer, lambda: host.go(f"/plan/share/preview/{peer.id}"))
        lines += [*_since(host, newest, peer), quiet(said.changed_help), button.buttons(new)]
    if older:
        lines.append(quiet(said.older(len(older))))
        lines += [quiet(_row(one)) for one in older]
    lines += [shown] if shown else []
    return [heading(said.has.format(name=name)), card(*lines)]


def _since(host: Host, copy: PlanCopy, peer: TrustedPeer) -> list[ft.Control]:
    """What has changed since the copy, line by line, as far as its lines were kept."""
    if not copy.says:
        return []
    said, since = words.plan_version, host.session.plan_copies.since(copy, peer)
    lines = [
        *(said.new_line.format(text=line) for line in since.new),
        *(said.gone_line.format(text=line) for line in since.gone),
    ]
    return [subheading(said.since), *map(body, lines)] if lines else []


def _row(copy: PlanCopy) -> str:
    return words.plan_copy.row.format(made=copy_said(copy), state=given_said(copy))


def they_have_it(host: Host, copy: PlanCopy, name: str) -> ft.Control:
    """A switch for what only the person knows: that they gave it."""
    label = words.plan_copy.they_have_it.format(name=name)
    return choice.yes_or_no(label, copy.given_on is not None, partial(_say_given, host, copy))


def _say_given(host: Host, copy: PlanCopy, given: bool) -> bool:
    return host.attempt(lambda: host.session.plan_copies.say_given(copy, given=given)) is not None
