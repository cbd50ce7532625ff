"""One goal: small steps, who could support, why it matters, and how it stands with it."""

from functools import partial

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.goal import Goal, GoalState
from app.session import Session
from app.ui.screen import GOALS, Host
from app.ui.screens.goal_steps import GoalSteps
from app.ui.screens.kept_kind import ListedKind, why
from app.ui.screens.kept_list import KeptListScreen
from app.ui.screens.practice_page import PracticePage
from app.ui.theme import INSIDE
from app.ui.widgets import button, choice
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.text import announced, heading, quiet


def about(_: Session, one: Goal) -> str:
    """Return how it stands, where that is not now, and whether it matters a lot."""
    said = words.goal
    known = (
        said.important_said if one.important else "",
        said.states[one.state] if one.state is not GoalState.NOW else "",
    )
    return " · ".join(filter(None, known))


def why_not(error: DomainError) -> str:
    """The sentence for a value that a goal cannot have."""
    said = words.goal
    sentences = {
        ("steps", "blank"): words.kept_list.blank,
        ("steps", "twice"): said.step_twice,
        ("steps", "too_long"): said.step_too_long,
        ("steps", "too_many"): said.too_many_steps,
    }
    return sentences.get((error.field, error.rule)) or why(error)


GOAL: ListedKind[Goal] = ListedKind(
    stem="goal",
    page="/goal/",
    listed=GOALS,
    icon=ft.Icons.EXPLORE_OUTLINED,
    said=words.goal,
    verbs=lambda session: session.goals,
    hidden=lambda one: one.ended,
    why=why_not,
    about=about,
    texts=lambda one: (one.text, one.why, *(step.text for step in one.steps)),
)


class GoalScreen(PracticePage[Goal]):
    """Shows and changes one goal. Done and let go are said alike."""

    kind = GOAL

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self._steps, self._ending = GoalSteps(self), stack()

    def page_of(self, thing: Goal) -> ft.Control:
        """Lay out every field, the small steps before what is asked once."""
        said = words.goal
        self._ending.controls = self._ended(thing)
        return stack(
            quiet(words.support.as_you_go),
            self.own_text("text", words.kept_list.my_words, lines=2),
            *self._steps.laid_out(),
            self.people(thing),
            self.own_text("why", said.why, lines=2),
            choice.yes_or_no(said.important, thing.important, lambda on: self.keep(important=on)),
            stack(
                heading(said.state),
                choice.one_of(
                    said.state,
                    [(one.value, said.states[one]) for one in GoalState],
                    thing.state,
                    self._stands,
                ),
                spacing=INSIDE,
            ),
            self._ending,
            self.topics.folded(words.kept_list.topics),
            self.ending(thing),
        )

    def leave(self) -> None:
        """Save the words that were being typed; a step that stands in the field is added too."""
        super().leave()
        if self.thing is not None and self._steps.begun:
            self._steps.add()

    def _stands(self, state: str) -> bool:
        kept = self.keep(state=GoalState(state))
        thing = self.thing
        if thing is not None:
            fill(self._ending, *self._ended(thing))
        return kept

    def _ended(self, thing: Goal) -> list[ft.Control]:
        """What is said of an ending; of one that is done, an offer to note that it went well."""
        if not thing.ended:
            return []
        note = button.second_button(words.win.note, self._note, icon=ft.Icons.WB_SUNNY_OUTLINED)
        offer = [button.buttons(note)] if thing.state is GoalState.DONE else []
        return [card(announced(words.goal.ended[thing.state]), *offer)]

    def _note(self) -> None:
        """Keep a win in the words of the goal, and open it: all of it can be changed there."""
        self.keep_texts()
        thing, wins = self.thing, self.host.session.wins
        if thing is None:
            return
        win = self.host.attempt(lambda: wins.add(text=thing.text, goal=thing.id))
        if win is not None:
            self.host.go(f"/win/{win.id}")

            def undo() -> None:
                wins.remove(win)

            self.host.say(words.shell.saved, undo)


goals = partial(KeptListScreen, kind=GOAL)
