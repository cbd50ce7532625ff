"""A report of check-ins for another person: read month by month, shown before it is saved."""

from collections.abc import Iterator
from datetime import date

from app import words
from app.domain.check_in import CheckIn
from app.domain.ids import Id
from app.exports.document import PlanDocument
from app.exports.report import Called, Told, report_document
from app.session.history import HistoryVerbs
from app.session.patterns import PatternVerbs
from app.session.preferences import PreferenceVerbs
from app.session.unlocked import Unlocked
from app.session.vocabulary import Vocabulary
from app.store.check_in import CheckIns
from app.vault.pace import Pace, Progress, Stop


class ReportVerbs:
    """Reports. Both verbs block as long as the time is long; call them in a thread of their own."""

    def __init__(
        self,
        unlocked: Unlocked,
        history: HistoryVerbs,
        vocabulary: Vocabulary,
        patterns: PatternVerbs,
        preferences: PreferenceVerbs,
    ) -> None:
        self._unlocked, self._history, self._preferences = unlocked, history, preferences
        self._vocabulary, self._patterns = vocabulary, patterns
        self._kept = CheckIns(unlocked.vault, unlocked.left_out)

    def document(
        self,
        since: date,
        until: date,
        told: Told,
        *,
        made_by: str = "",
        progress: Progress | None = None,
        stop: Stop | None = None,
    ) -> PlanDocument:
        """Return what another person would see of these days, both included. VaultError if a month cannot be opened; Stopped."""
        found = list(self._of_days(since, until, progress, stop))
        called = Called(mood=self._vocabulary.mood, name=self._name, unnamed=self._unnamed)
        example = self._preferences.now.example
        return report_document(
            found,
            since,
            until,
            told,
            called,
            made_by=made_by,
            in_short=self._patterns.on,
            example=example,
        )

    def pdf(self, document: PlanDocument) -> bytes:
        """Return the report as a PDF, made in memory."""
        from app.exports.pdf import plan_pdf  # noqa: PLC0415  # an unlock can spare it

        return plan_pdf(document)

    def _of_days(
        self, since: date, until: date, progress: Progress | None, stop: Stop | None
    ) -> Iterator[CheckIn]:
        first, last = since.isoformat()[:7], until.isoformat()[:7]
        months = [month for month in self._history.months() if first <= month <= last]
        pace = Pace(len(months), progress, stop)
        for month in months:
            with self._unlocked.vault.visit():
                yield from [one for one in self._kept.of_month(month, until) if one.when.date() >= since]
            pace.step(1)

    def _name(self, field: str, key: str) -> str:
        return self._patterns.level(int(key)) if field == "mood" else self._patterns.name(field, key)

    def _unnamed(self, field: str, key: str) -> str:
        support = field == "with_supports" or self._vocabulary.is_support(Id(key))
        return words.report.a_support if support else words.report.a_tool
