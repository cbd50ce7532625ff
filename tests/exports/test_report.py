"""A report tells what was chosen and nothing else: days without a check-in are named, supports are not."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from app import words
from app.domain.check_in import CheckIn, FeltConnected
from app.exports.document import PlanDocument
from app.exports.pdf import plan_pdf
from app.exports.report import Called, Told, report_document, report_file_name
from tests.domain.sample import new_id, stamp

ANA, JOB, TEA = new_id(), new_id(), new_id()
FIRST, LAST = date(2026, 10, 29), date(2026, 11, 4)
NAMES = {
    ANA: "Ana Canary",
    TEA: "Mint tea",
    JOB: "the new job",
    "sad": "sad",
    "heavy": "heavy",
    "home": "at home",
}
CALLED = Called(
    mood=lambda one: "No mood" if one.mood is None else words.check_in.moods[str(one.mood)],
    name=lambda field, key: words.check_in.moods[key] if field == "mood" else NAMES.get(key, ""),
    unnamed=lambda _, key: "a support" if key == ANA else "something of mine",
)
EVERYTHING = Told(feelings=True, circumstances=True, notes=True, names=True)


def check_in(day: int, hour: int = 9, month: int = 11, **fields: Any) -> CheckIn:
    when = datetime(2026, month, day, hour, 30, tzinfo=UTC)
    return CheckIn(**stamp(), when=when, **fields)


FULL = check_in(
    2,
    mood=2,
    feelings=("sad",),
    body_signals=("heavy",),
    felt_connected=FeltConnected.A_LITTLE,
    with_supports=(ANA,),
    what_helped=(TEA, ANA),
    where=("home",),
    topics=(JOB,),
    note="By the sea",
    source_text="2019-01-02,rad,secret",
)


def texts(document: PlanDocument) -> list[str]:
    """Everything that is to be read, in order."""
    told = [document.title, document.made_by, document.dated]
    for part in document.parts:
        told.append(part.heading)
        for group in part.groups:
            told += [group.heading, *(line.text for line in group.lines)]
    return [text for text in told if text]


def report(*check_ins: CheckIn, told: Told = EVERYTHING, **more: Any) -> PlanDocument:
    return report_document(check_ins, FIRST, LAST, told, CALLED, **more)


def test_each_day_is_told_oldest_first_and_days_without_a_check_in_are_named() -> None:
    shown = texts(report(FULL, check_in(3, 20, mood=4), check_in(3, 8), told=Told()))
    assert shown == [
        "How it was",
        "29 October 2026 to 4 November 2026",
        "In short",
        "3 check-ins on 2 days, from 29 October 2026 to 4 November 2026.",
        "Good: 1",
        "Hard: 1",
        "No mood: 1",
        "October 2026",
        "Thu 29 Oct to Sat 31 Oct",
        "No check-in",
        "November 2026",
        "Sun 1 Nov",
        "No check-in",
        "Mon 2 Nov",
        "09:30: Hard",
        "Tue 3 Nov",
        "08:30: No mood",
        "20:30: Good",
        "Wed 4 Nov",
        "No check-in",
    ]


def test_all_that_was_chosen_is_told() -> None:
    (line,) = [text for text in texts(report(FULL)) if "09:30" in text]
    assert line == (
        "09:30: Hard · sad · heavy · Felt connected: A little · at home · the new job"
        " · Who with: Ana Canary · What helped: Mint tea, Ana Canary\nBy the sea"
    )


@pytest.mark.parametrize(
    ("told", "hidden"),
    [
        (Told(feelings=True, circumstances=True, notes=True), ["Ana Canary", "Mint tea"]),
        (Told(feelings=True, circumstances=True, names=True), ["By the sea"]),
        (Told(circumstances=True, notes=True, names=True), ["sad", "heavy", "Felt connected"]),
        (Told(feelings=True, notes=True, names=True), ["Ana Canary", "at home", "the new job"]),
        (Told(), ["Ana Canary", "By the sea", "sad", "heavy", "at home", "the new job"]),
    ],
)
def test_what_was_not_chosen_stands_nowhere(told: Told, hidden: list[str]) -> None:
    whole = "\n".join(texts(report(FULL, told=told)))
    assert [words for words in hidden if words in whole] == []


def test_what_an_import_kept_as_it_was_is_never_told() -> None:
    assert "secret" not in "\n".join(texts(report(FULL)))


def test_supports_and_tools_without_their_names_are_told_as_what_they_are() -> None:
    whole = "\n".join(texts(report(FULL, told=Told(circumstances=True))))
    assert "Who with: a support · What helped: something of mine, a support" in whole


def test_check_ins_of_other_days_stay_out() -> None:
    outside = (check_in(28, month=10, mood=1), check_in(5, mood=1))
    assert report(*outside).is_empty
    assert "Very hard" not in "\n".join(texts(report(FULL, *outside)))


def test_without_pictures_it_does_not_begin_with_counts() -> None:
    assert [part.heading for part in report(FULL, in_short=False).parts] == ["October 2026", "November 2026"]


def test_a_time_that_is_not_known_is_not_told() -> None:
    assert "Good" in texts(report(check_in(2, mood=4, time_known=False)))


def test_the_name_on_it_is_what_was_typed_and_an_example_says_so() -> None:
    assert "Made by Zoë" in texts(report(FULL, made_by=" Zoë "))
    assert texts(report(FULL, made_by="  "))[1] == "29 October 2026 to 4 November 2026"
    assert texts(report(FULL, example=True))[0] != texts(report(FULL))[0]


def test_as_a_pdf_it_has_a_title_of_its_own_and_a_neutral_name() -> None:
    made = plan_pdf(report(FULL))
    assert made.startswith(b"%PDF")
    assert "Report".encode("utf-16-be") in made or b"(Report)" in made
    assert report_file_name(LAST) == "report-2026-11.pdf"
