"""A support: anyone or anything that helps, and the ways to reach it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import quote

from app.domain.agreement import NOTHING_AGREED, Agreement
from app.domain.errors import DomainError
from app.domain.exchange import Direction, Exchange, direction_of
from app.domain.hope import NOTHING_SAID, Hope, HopeState
from app.domain.hours import Hours
from app.domain.ids import Id
from app.domain.kept import Kept, Share, require_short, require_words


class SupportKind(StrEnum):
    """What a support is."""

    PERSON = "person"
    GROUP = "group"
    COMMUNITY = "community"
    PLACE = "place"
    ACTIVITY = "activity"
    ANIMAL = "animal"
    SERVICE = "service"
    HELPLINE = "helpline"
    WITHIN_ME = "within_me"


class Ring(StrEnum):
    """How close a support is now."""

    CLOSE = "close"
    AROUND_ME = "around_me"
    FURTHER_OUT = "further_out"


class SupportForm(StrEnum):
    """In what form the support comes."""

    FRIEND = "friend"
    FAMILY = "family"
    PEER_SUPPORT = "peer_support"
    BEFRIENDING = "befriending"
    MENTORING = "mentoring"
    SELF_HELP_GROUP = "self_help_group"
    SUPPORT_GROUP = "support_group"
    COMMUNITY_GROUP = "community_group"
    ONLINE_COMMUNITY = "online_community"
    SHARED_INTEREST = "shared_interest"
    PROFESSIONAL = "professional"
    OTHER = "other"


class SupportState(StrEnum):
    """Where things stand with a support."""

    HERE_NOW = "here_now"
    GROWING = "growing"
    HOPED_FOR = "hoped_for"
    RESTING = "resting"
    ENDED = "ended"
    REMEMBERED = "remembered"


ON_MAP = (SupportState.HERE_NOW, SupportState.GROWING, SupportState.HOPED_FOR)
"""The states that are drawn on the map; the others rest beside it."""


class Strength(StrEnum):
    """How strong a tie is now."""

    THIN = "thin"
    MEDIUM = "medium"
    STRONG = "strong"


class Strain(StrEnum):
    """How much strain there is now."""

    NONE = "none"
    SOME = "some"
    A_LOT = "a_lot"


OF_HOPE = {
    HopeState.HOPING: SupportState.HOPED_FOR,
    HopeState.LOOKING: SupportState.HOPED_FOR,
    HopeState.NOT_NOW: SupportState.RESTING,
    HopeState.FOUND: SupportState.HERE_NOW,
}
"""How things stand with a support for each thing that can be said of a hope."""

CIRCLE_DEGREES = 360


class WayKind(StrEnum):
    """How a support is reached."""

    CALL = "call"
    TEXT = "text"
    EMAIL = "email"
    MESSAGE_APP = "message_app"
    IN_PERSON = "in_person"
    ADDRESS = "address"


PHONE_KINDS = (WayKind.CALL, WayKind.TEXT)
_DIALLED = frozenset("0123456789*#")
_SPOKEN_ONLY = frozenset(" -.()/\t\u00a0\u2009\u202f\u2010\u2011\u2012\u2013\u2212\u30fc")
# Full-width signs of Japanese and Chinese keyboards; and the invisible marks that come with a number copied elsewhere.
_TYPED = str.maketrans(
    "\uff0b\uff08\uff09\uff0d\uff0a\uff03\uff0c\uff1b\uff0f\u3000",
    "+()-*#,;/ ",
    "\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
_LINK = re.compile(r"https://[^\s/?#]+\.[^\s/?#]+\S*")
_REMARK = re.compile(
    r"[,;]\s"  # a pause stands without a blank after it: "0800 1111, 24 hours"
    r"|\s*/\s*(?=[0+])"  # a second number: "020 7946 0958 / 07700 900123"
    r"|\s[-\u2013\u2014]\s(?=\s*\d{1,2}\b(?:[/:.\u2013-]\d{1,2}\b)*\s*[^\d\s(./-])"  # "116 123 - 24 hours"
    r"|\s[-\u2013\u2014]\s(?=\s*\d{1,2}(?:[/:.\u2013-]\d{1,2})+\s*$)"  # "116 123 - 24/7"
    r"|\((?![\d\s+.-]*\)[\s./-]*\d)"  # brackets that no more of the number follows: "0800 1111 (24/7)"
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ContactWay:
    """One way to reach a support. ``value`` stands as it was typed; what is dialled is derived from it.

    ``note`` says what to know before using it ("ask for Ana", "after six"). ``hours`` are None where not said.
    ``text_first``: a text is welcome before a call. Only a number can be texted.
    """

    id: Id
    kind: WayKind
    value: str
    note: str = ""
    hours: Hours | None = None
    text_first: bool = False

    def __post_init__(self) -> None:
        require_words("value", self.value)
        require_short("note", self.note, most=200)
        if self.kind in PHONE_KINDS and not any(sign in _DIALLED for sign in dialled(self.value)):
            raise DomainError("value", "no_number")
        if self.kind is WayKind.EMAIL and not _looks_like_email(self.value.strip()):
            raise DomainError("value", "no_email")
        if self.text_first and self.kind not in PHONE_KINDS:
            raise DomainError("text_first", "no_number")

    def __repr__(self) -> str:
        return f"<ContactWay {self.kind}>"

    @property
    def link(self) -> str | None:
        """The address that opens the phone, message or mail app, or None where no app is opened.

        Of a message app that is where its value is a whole link, as apps give one out.
        Sources of the forms: RFC 3966 (tel), RFC 5724 (sms), RFC 6068 (mailto).
        """
        match self.kind:
            case WayKind.CALL:
                return "tel:" + quote(dialled(self.value), safe="+*,;")
            case WayKind.TEXT:
                return "sms:" + quote(dialled(self.value), safe="+*")
            case WayKind.EMAIL:
                return "mailto:" + quote(self.value.strip(), safe="@.+-_")
            case WayKind.MESSAGE_APP if _LINK.fullmatch(self.value.strip()):
                return self.value.strip()
            case _:
                return None

    def link_with(self, words: str) -> str | None:
        """The same address with these words in the message, where its form has a place for them.

        In UTF-8, a line break as %0D%0A (RFC 5724, 2.2; RFC 6068, 5).
        """
        link, said = self.link, "\r\n".join(words.strip().splitlines())
        if not said or self.kind not in (WayKind.TEXT, WayKind.EMAIL):
            return link
        return f"{link}?body={quote(said, safe='', errors='replace')}"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Support(Kept):
    """Anyone or anything that helps. Only the name is asked for. No way to reach it is listed twice.

    None stands for what was not said. ``set_direction`` is what was said of the direction by itself, ``angle`` where
    the person put it on the map: degrees from the top, clockwise, 0 to 359. ``share`` is about a map that is shown to others.
    """

    name: str
    kind: SupportKind = SupportKind.PERSON
    ring: Ring = Ring.AROUND_ME
    ways: tuple[ContactWay, ...] = ()
    note: str = ""
    form: SupportForm | None = None
    topics: tuple[Id, ...] = ()
    state: SupportState = SupportState.HERE_NOW
    strength: Strength | None = None
    strain: Strain | None = None
    exchanges: tuple[Exchange, ...] = ()
    set_direction: Direction | None = None
    angle: int | None = None
    agreement: Agreement = NOTHING_AGREED
    hope: Hope = NOTHING_SAID
    share: Share = Share.ONLY_ME

    def __post_init__(self) -> None:
        super(Support, self).__post_init__()
        require_words("name", self.name)
        require_short("note", self.note)
        if len({way.id for way in self.ways}) < len(self.ways):
            raise DomainError("ways", "twice")
        if len(set(self.topics)) < len(self.topics):
            raise DomainError("topics", "twice")
        if len({(one.way, one.what) for one in self.exchanges}) < len(self.exchanges):
            raise DomainError("exchanges", "twice")
        if self.angle is not None and not 0 <= self.angle < CIRCLE_DEGREES:
            raise DomainError("angle", "out_of_range")

    @property
    def first_way(self) -> ContactWay | None:
        """The way the person put first."""
        return self.ways[0] if self.ways else None

    @property
    def direction(self) -> Direction | None:
        """Which way it goes: as the person said, or else as the exchanges say; None where nothing is said."""
        return self.set_direction or direction_of(self.exchanges)

    @property
    def on_map(self) -> bool:
        """Whether it is drawn on the map."""
        return self.state in ON_MAP

    @property
    def hoping(self) -> HopeState | None:
        """How things stand with what is hoped for, or was before it was found; None for what never was."""
        said = self.hope.stands
        if self.state is SupportState.HOPED_FOR:
            return HopeState.LOOKING if said is HopeState.LOOKING else HopeState.HOPING
        if self.on_map:
            return None if said is HopeState.HOPING else HopeState.FOUND
        return HopeState.NOT_NOW if said is HopeState.NOT_NOW else None


def as_offered(ways: Sequence[ContactWay]) -> tuple[ContactWay, ...]:
    """The ways in the order in which they are offered: who wants a text first is texted first.

    A number to call that is marked so can be texted as well, and stands there a second time for that; what is said of
    it stays with the call.
    """
    texts = {dialled(way.value): way for way in ways if way.kind is WayKind.TEXT}
    first: dict[str, ContactWay] = {}
    for way in ways:
        if way.text_first:
            number = dialled(way.value)
            first.setdefault(
                number, texts.get(number) or replace(way, kind=WayKind.TEXT, note="", hours=None)
            )
    return (*first.values(), *(way for way in ways if way not in first.values()))


def dialled(value: str) -> str:
    """What a phone dials for a number as typed: digits, ``*``, ``#``, a leading ``+``, pauses.

    What people write beside a number ends it ("ext", "(24/7)", "- 24 hours", a second number), so that no digit of a
    remark is dialled. Digits of other scripts are turned into 0-9. The nought in "+44 (0)20" is for calls from inside
    the country and falls away (source: ITU-T E.123).
    """
    value = _without_remark(value.translate(_TYPED).strip())
    if value.lstrip("( ").startswith(("+", "00")):
        value = value.replace("(0)", "")
    out: list[str] = []
    for sign in value:
        if sign.isdecimal():
            out.append(str(int(sign)))
        elif (sign == "+" and not out) or sign in "*#,;":
            out.append(sign)
        elif sign not in _SPOKEN_ONLY:
            break
    return "".join(out).rstrip(",;")


def _without_remark(value: str) -> str:
    for found in _REMARK.finditer(value):
        before = value[: found.start()]
        if any(sign.isdecimal() for sign in before):
            return before
    return value


def _looks_like_email(value: str) -> bool:
    name, at, domain = value.rpartition("@")
    return bool(at and name and "." in domain.strip(".") and not any(sign.isspace() for sign in value))
