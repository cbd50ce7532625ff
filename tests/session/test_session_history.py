"""Random lives of a session beside a model in plain lists: after every step and every lock they are equal."""

from copy import deepcopy
from datetime import datetime
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.kept import Share
from app.domain.safety_net import Purpose
from app.domain.safety_plan import Link, PartType
from app.domain.support import Ring
from tests.session.house import MORNING
from tests.session.life import Lived

names = st.sampled_from(["Ana", "Ben", "Cleo", "Dima", "é", "the bench by the river"])
texts = st.text(st.characters(codec="utf-8"), max_size=8)
words = texts.filter(str.strip)
picks = st.integers(0, 9)
steps = st.integers(-3, 3)
later = st.integers(0, 50 * 86_400)
"""Seconds that pass before a step: up to fifty days, so that months are left empty."""


class Life(Lived):
    """What can be done in a house, at random."""

    # ------------------------------------------------------------ supports and the net

    @rule(name=names, ring=st.sampled_from(Ring), note=texts)
    def add_support(self, name: str, ring: Ring, note: str) -> None:
        support = self.house.session.supports.add(name, ring=ring, note=note)
        self.model["supports"][support.id] = {"name": name, "ring": ring, "note": note}

    @precondition(lambda self: self.model["supports"])
    @rule(pick=picks, name=names, note=texts)
    def change_support(self, pick: int, name: str, note: str) -> None:
        support = self.a_support(pick)
        self.house.session.supports.change(support, name=name, note=note)
        self.model["supports"][support.id] |= {"name": name, "note": note}

    @precondition(lambda self: self.model["supports"])
    @rule(pick=picks, undone=st.booleans(), text=words)
    def remove_support(self, pick: int, undone: bool, text: str) -> None:
        support = self.a_support(pick)
        undo = self.house.session.remove_support(support)
        before = deepcopy(self.model)
        del self.model["supports"][support.id]
        self.model["net"] = [entry for entry in self.model["net"] if entry["support"] != support.id]
        for item in (item for part in self.model["parts"] for item in part["items"]):
            if support.id in item["links"]:
                item["links"] = [link for link in item["links"] if link != support.id]
                item["text"] = item["text"] if item["text"].strip() else support.name
        self.perhaps_undone(undo, before, undone=undone, text=text)

    @precondition(lambda self: self.model["supports"])
    @rule(pick=picks)
    def put_in_net(self, pick: int) -> None:
        support = self.a_support(pick)
        self.house.session.safety_net.add(support.id)
        if support.id not in [entry["support"] for entry in self.model["net"]]:
            self.model["net"].append({"support": support.id, "say": "", "purposes": ()})

    @precondition(lambda self: self.model["net"])
    @rule(pick=picks, say=texts, purpose=st.sampled_from(Purpose))
    def change_in_net(self, pick: int, say: str, purpose: Purpose) -> None:
        place, entry = self.an_entry(pick)
        self.house.session.safety_net.change(entry, what_i_could_say=say, purposes=(purpose,))
        self.model["net"][place] |= {"say": say, "purposes": (purpose,)}

    @precondition(lambda self: self.model["net"])
    @rule(pick=picks, step=steps, undone=st.booleans(), text=words)
    def move_in_net(self, pick: int, step: int, undone: bool, text: str) -> None:
        place, entry = self.an_entry(pick)
        before = deepcopy(self.model)
        now, undo = self.house.session.safety_net.move(entry, step)
        assert now == self.move(self.model["net"], place, step)
        self.perhaps_undone(undo, before, undone=undone, text=text)

    @precondition(lambda self: self.model["net"])
    @rule(pick=picks, undone=st.booleans(), text=words)
    def remove_from_net(self, pick: int, undone: bool, text: str) -> None:
        place, entry = self.an_entry(pick)
        before = deepcopy(self.model)
        undo = self.house.session.safety_net.remove(entry)
        del self.model["net"][place]
        self.perhaps_undone(undo, before, undone=undone, text=text)

    # ------------------------------------------------------------ the plan

    @rule(text=texts)
    def change_plan(self, text: str) -> None:
        self.house.session.safety_plan.change(one_line=text)
        self.model["one_line"] = text

    @rule(title=words)
    def add_part(self, title: str) -> None:
        if len(self.model["parts"]) < 9:
            self.house.session.safety_plan.add_part(PartType.OWN, title=title)
            self.model["parts"].append({"type": PartType.OWN, "title": title, "hidden": False, "items": []})

    @precondition(lambda self: self.model["parts"])
    @rule(pick=picks, title=words, hidden=st.booleans())
    def change_part(self, pick: int, title: str, hidden: bool) -> None:
        place, part = self.a_part(pick)
        self.house.session.safety_plan.change_part(part, title=title, hidden=hidden)
        self.model["parts"][place] |= {"title": title, "hidden": hidden}

    @precondition(lambda self: self.model["parts"])
    @rule(pick=picks, step=steps)
    def move_part(self, pick: int, step: int) -> None:
        place, part = self.a_part(pick)
        self.house.session.safety_plan.move_part(part, step)
        self.move(self.model["parts"], place, step)

    @precondition(lambda self: len(self.model["parts"]) > 1)
    @rule(pick=picks, undone=st.booleans(), text=words)
    def remove_part(self, pick: int, undone: bool, text: str) -> None:
        place, part = self.a_part(pick)
        before = deepcopy(self.model)
        undo = self.house.session.safety_plan.remove_part(part)
        del self.model["parts"][place]
        self.perhaps_undone(undo, before, undone=undone, text=text)

    @precondition(lambda self: self.model["parts"])
    @rule(pick=picks, text=texts, linked=st.lists(picks, max_size=2, unique=True))
    def add_item(self, pick: int, text: str, linked: list[int]) -> None:
        place, part = self.a_part(pick)
        links = list(dict.fromkeys(self.a_support(one).id for one in linked if self.model["supports"]))
        if links or text.strip():
            links_of_item = tuple(Link(support=one) for one in links)
            self.house.session.safety_plan.add_item(part, text=text, links=links_of_item)
            self.model["parts"][place]["items"].append({"text": text, "links": links, "share": Share.ONLY_ME})

    @precondition(lambda self: any(part["items"] for part in self.model["parts"]))
    @rule(pick=picks, text=words, share=st.sampled_from(Share))
    def change_item(self, pick: int, text: str, share: Share) -> None:
        part, item, known, place = self.an_item(pick)
        self.house.session.safety_plan.change_item(part, item, text=text, share=share)
        known[place] |= {"text": text, "share": share}

    @precondition(lambda self: any(part["items"] for part in self.model["parts"]))
    @rule(pick=picks, step=steps)
    def move_item(self, pick: int, step: int) -> None:
        part, item, known, place = self.an_item(pick)
        self.house.session.safety_plan.move_item(part, item, step)
        self.move(known, place, step)

    @precondition(lambda self: any(part["items"] for part in self.model["parts"]))
    @rule(pick=picks, undone=st.booleans(), text=words)
    def remove_item(self, pick: int, undone: bool, text: str) -> None:
        part, item, known, place = self.an_item(pick)
        before = deepcopy(self.model)
        undo = self.house.session.safety_plan.remove_item(part, item)
        del known[place]
        self.perhaps_undone(undo, before, undone=undone, text=text)

    # ------------------------------------------------------------ check-ins and drafts

    @rule(seconds=later, mood=st.integers(1, 5))
    def record(self, seconds: int, mood: int) -> None:
        self.house.clock.turn(seconds=seconds)
        check_in = self.house.session.check_ins.record(mood=mood)
        self.model["check_ins"][check_in.id] = {"when": check_in.when, "mood": mood, "note": ""}

    @precondition(lambda self: self.model["check_ins"])
    @rule(pick=picks, note=texts, seconds=st.none() | later)
    def change_check_in(self, pick: int, note: str, seconds: int | None) -> None:
        check_in = self.house.session.check_ins.recent[pick % len(self.house.session.check_ins.recent)]
        fields: dict[str, Any] = {"note": note}
        if seconds is not None:
            fields["when"] = datetime.fromtimestamp(MORNING.timestamp() + seconds, MORNING.tzinfo)
        self.house.session.check_ins.change(check_in, **fields)
        self.model["check_ins"][check_in.id] |= fields

    @precondition(lambda self: self.model["check_ins"])
    @rule(pick=picks, undone=st.booleans(), text=words)
    def remove_check_in(self, pick: int, undone: bool, text: str) -> None:
        check_in = self.house.session.check_ins.recent[pick % len(self.house.session.check_ins.recent)]
        before = deepcopy(self.model)
        undo = self.house.session.check_ins.remove(check_in)
        del self.model["check_ins"][check_in.id]
        self.perhaps_undone(undo, before, undone=undone, text=text)

    @rule(key=st.sampled_from(["a/1", "a/2", "b"]), text=texts)
    def draft(self, key: str, text: str) -> None:
        self.house.session.drafts.keep(key, text)
        self.model["drafts"][key] = text

    @rule(key=st.sampled_from(["a/1", "b"]))
    def drop(self, key: str) -> None:
        self.house.session.drafts.drop(key)
        self.model["drafts"].pop(key, None)

    @rule()
    def seal_drafts(self) -> None:
        self.house.session.drafts.seal()


def _live(lives: int, steps_of_each: int) -> None:
    run_state_machine_as_test(
        Life,
        settings=settings(
            max_examples=lives, stateful_step_count=steps_of_each, deadline=None, database=None
        ),
    )


def test_a_session_does_what_plain_lists_would() -> None:
    _live(50, 40)


@pytest.mark.slow
def test_so_it_does_in_many_longer_lives() -> None:
    _live(600, 100)
