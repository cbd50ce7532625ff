"""A life in a house, and a model of it in plain lists: what a session should hold after each step."""

from pathlib import Path
from typing import Any

from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.kept import Share
from app.domain.safety_net import SafetyNetEntry
from app.domain.safety_plan import CORE_PARTS, PlanItem, PlanPart
from app.domain.support import Support
from app.session import Undo
from app.session.check_in import RECENT
from tests.session.house import House, every_check_in, remembered
from tests.vault.disks import ModelDisk

Model = dict[str, Any]


def _model() -> Model:
    return {
        "supports": {},
        "net": [],
        "one_line": "",
        "parts": [{"type": part, "title": "", "hidden": False, "items": []} for part in CORE_PARTS],
        "check_ins": {},
        "drafts": {},
    }


class Lived(RuleBasedStateMachine):
    """A house, and what should be in it. Supports and check-ins are known by their ids, all else by its place."""

    def __init__(self) -> None:
        super().__init__()
        self.house = House(Path("/modelled"), ModelDisk())
        self.model = _model()

    @rule()
    def come_back(self) -> None:
        before, check_ins = remembered(self.house.session), every_check_in(self.house.session)
        assert remembered(self.house.come_back()) == before
        assert every_check_in(self.house.session) == check_ins
        assert self.house.session.notices == ()

    @invariant()
    def all_is_as_it_should_be(self) -> None:
        session, model = self.house.session, self.model
        plan = session.safety_plan.plan
        assert {
            one.id: {"name": one.name, "ring": one.ring, "note": one.note} for one in session.supports.all
        } == (model["supports"])
        assert [
            {"support": entry.support, "say": entry.what_i_could_say, "purposes": entry.purposes}
            for entry in session.safety_net.entries
        ] == model["net"]
        assert plan.one_line == model["one_line"]
        assert list(map(_plain_part, plan.parts)) == model["parts"]
        assert session.drafts._now == model["drafts"]
        kept = {
            one.id: {"when": one.when, "mood": one.mood, "note": one.note} for one in every_check_in(session)
        }
        assert kept == model["check_ins"]
        whens = sorted((known["when"] for known in model["check_ins"].values()), reverse=True)
        assert [one.when for one in every_check_in(session)] == whens
        assert [one.when for one in session.check_ins.recent] == whens[:RECENT]

    def teardown(self) -> None:
        self.come_back()
        self.all_is_as_it_should_be()

    def perhaps_undone(self, undo: Undo, before: Model, *, undone: bool, text: str) -> None:
        """Undo a removal after something else was written; what was removed is back, and what was written stays."""
        if not undone:
            return
        first = self.house.session.safety_plan.plan.parts[0]
        self.house.session.safety_plan.change(one_line=text)
        self.house.session.safety_plan.add_item(first, text=text)
        undo()
        self.model = before | {"one_line": text}
        parts = self.house.session.safety_plan.plan.parts
        place = [part.id for part in parts].index(first.id)
        self.model["parts"][place]["items"].append({"text": text, "links": [], "share": Share.ONLY_ME})

    def a_support(self, pick: int) -> Support:
        known = self.house.session.supports.all
        return known[pick % len(known)]

    def an_entry(self, pick: int) -> tuple[int, SafetyNetEntry]:
        place = pick % len(self.model["net"])
        return place, self.house.session.safety_net.entries[place]

    def a_part(self, pick: int) -> tuple[int, PlanPart]:
        place = pick % len(self.model["parts"])
        return place, self.house.session.safety_plan.plan.parts[place]

    def an_item(self, pick: int) -> tuple[PlanPart, PlanItem, list[dict[str, Any]], int]:
        """An item in its part; and the model's items of that part, with its place among them."""
        places = [
            (part, item)
            for part, known in enumerate(self.model["parts"])
            for item in range(len(known["items"]))
        ]
        place, index = places[pick % len(places)]
        part = self.house.session.safety_plan.plan.parts[place]
        return part, part.items[index], self.model["parts"][place]["items"], index

    @staticmethod
    def move(things: list[Any], place: int, step: int) -> int:
        thing = things.pop(place)
        now_at = min(max(place + step, 0), len(things))
        things.insert(now_at, thing)
        return now_at


def _plain_part(part: PlanPart) -> dict[str, Any]:
    plain_items = [
        {"text": item.text, "links": [link.support for link in item.links], "share": item.share}
        for item in part.items
    ]
    return {"type": part.type, "title": part.title, "hidden": part.hidden, "items": plain_items}
