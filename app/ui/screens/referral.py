"""One referral: the service, who suggested it, how to reach it, how it stands, and making a support of it."""

from datetime import date, datetime, time

import flet as ft

from app import words
from app.domain.errors import DomainError
from app.domain.referral import Cost, Referral, ReferralState
from app.session.referral import ReferralVerbs
from app.ui.screen import REFERRALS, Host, Place, Screen
from app.ui.screens.kept_page import KeptPage
from app.ui.screens.kept_topics import Topics
from app.ui.screens.referral_by import SuggestedBy
from app.ui.screens.referral_way import ReferralWay
from app.ui.screens.referrals import why
from app.ui.widgets import button, field
from app.ui.widgets.card import card, fill, stack
from app.ui.widgets.draft_field import draft_field
from app.ui.widgets.moment_picker import local_day
from app.ui.widgets.text import body, heading, quiet


class NewReferralScreen(Screen):
    """Adds what was suggested by its name alone; everything else can be said afterwards."""

    place = Place.GROWING
    _NAME = "referral/new/service"

    @property
    def title(self) -> str:
        """The heading."""
        return words.referral.add

    def content(self) -> ft.Control:
        """Lay out the name."""
        said = words.referral
        self._name = draft_field(
            self.host, self._NAME, said.service, hint=said.service_hint, submit=self._save, autofocus=True
        )
        return stack(self._name, button.buttons(button.main_button(said.save, self._save)))

    def _save(self) -> None:
        session = self.host.session
        name = self.host.draft(self._NAME).strip()
        try:
            added = self.host.attempt(lambda: session.referrals.add(service=name))
        except DomainError as error:
            field.refuse(self._name, why(error))
            return
        if added is not None:
            session.drafts.drop(self._NAME)
            self.host.go(f"/referral/{added.id}")


class ReferralScreen(KeptPage[Referral]):
    """Changes one referral. Each choice is saved at once, each text when the person moves on."""

    place = Place.GROWING
    stem = "referral"
    listed = REFERRALS

    def __init__(self, host: Host, thing: str) -> None:
        super().__init__(host, thing)
        self._by, self._way, self._topics = SuggestedBy(self), ReferralWay(self), Topics(self)
        self._day = stack()

    @property
    def title(self) -> str:
        """The heading."""
        thing = self.thing
        return thing.service if thing else words.referral.new_title

    @property
    def verbs(self) -> ReferralVerbs:
        """What is done with referrals."""
        return self.host.session.referrals

    @property
    def list_title(self) -> str:
        """What the list of referrals is called."""
        return words.referral.title

    def why(self, error: DomainError) -> str:
        """The sentence for a value that a referral cannot have."""
        return why(error)

    def page_of(self, thing: Referral) -> ft.Control:
        """Lay out every field."""
        said = words.referral
        self._day.controls = self._dated(thing)
        return stack(
            quiet(words.support.as_you_go),
            heading(said.state),
            self.choices("state", said.state, ReferralState, thing.state, said.states),
            self._day,
            *self._way.laid_out(thing),
            *self._by.laid_out(),
            heading(said.cost),
            self.choices("cost", said.cost, Cost, thing.cost, said.costs, unsaid=said.cost_not_said),
            *self._topics.laid_out(said.topics),
            heading(words.support.about),
            self.own_text("service", said.service),
            self.own_text("note", said.note, lines=3),
            self._among_supports(thing),
            self.done(self._done, button.erase_button(said.delete, self._delete)),
        )

    # ------------------------------------------------------------ the next day

    def _dated(self, thing: Referral) -> list[ft.Control]:
        said, day = words.referral, thing.next_day
        shown = words.moment.day(day) if day else said.day_not_said
        pick = button.second_button(
            said.next_day.format(day=shown), self._pick, icon=ft.Icons.CALENDAR_TODAY_OUTLINED
        )
        forget = [button.quiet_button(said.no_day, lambda: self._come(None))] if day else []
        return [button.buttons(pick, *forget)]

    def _pick(self) -> None:
        thing, now = self.thing, self.host.session.now()

        def picked(event: ft.Event[ft.DatePicker]) -> None:
            day = event.control.value
            if isinstance(day, datetime):
                self._come(local_day(day))

        if thing is not None:
            shown = datetime.combine(thing.next_day or now.date(), time(12), now.tzinfo)
            self.host.show(ft.DatePicker(value=shown, on_change=picked))

    def _come(self, day: date | None) -> None:
        thing = self.thing if self.keep(next_day=day) else None
        if thing is not None:
            fill(self._day, *self._dated(thing))

    # ------------------------------------------------------------ among the supports

    def _among_supports(self, thing: Referral) -> ft.Control:
        said, support = words.referral, self.verbs.support_of(thing)
        if support is not None:
            opened = button.second_button(said.open_support, lambda: self.host.go(f"/support/{support.id}"))
            return card(body(said.is_support), button.buttons(opened))
        become = button.second_button(said.become, self._become, icon=ft.Icons.GROUPS_OUTLINED)
        return card(button.buttons(become), quiet(said.become_help))

    def _become(self) -> None:
        """Make a support of it, with all that was said, and go there."""
        self.leave()
        thing = self.thing
        if thing is None:
            return
        made = self.host.attempt(lambda: self.verbs.become_support(thing))
        if made is not None:
            support, undo = made
            self.host.go(f"/support/{support.id}")
            self.host.say(words.referral.became.format(name=support.name), undo)

    # ------------------------------------------------------------ leaving

    def keep_texts(self) -> None:
        """Save each text that was changed; what opens the phone or mail app follows."""
        super().keep_texts()
        self._way.refresh()

    def leave(self) -> None:
        """Save the words that were being typed; a name that stands in its field is added too."""
        super().leave()
        self._way.leave()
        if self.thing is not None and self._by.begun:
            self._by.add()

    def _done(self) -> None:
        if not self._by.begun or self._by.add():
            self.host.go(REFERRALS)

    def _delete(self) -> None:
        thing = self.thing
        if thing is None:
            return
        undo = self.host.attempt(lambda: self.verbs.remove(thing))
        if undo is not None:
            self.host.session.drafts.drop(f"{self.stem}/{thing.id}/")
            self.host.go(REFERRALS)
            self.host.say(words.referral.deleted.format(name=thing.service), undo)
