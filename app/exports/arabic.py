"""Arabic letters as they join, by the forms that Unicode names: for where no library shapes them, as on phones."""

import unicodedata
from functools import cache

_FORMS = (*range(0xFB50, 0xFC00), *range(0xFE70, 0xFEFD))
_LAM = "\u0644"
_STRETCH, _JOINER, _PARTER = "\u0640", "\u200d", "\u200c"


def has_forms(sign: str) -> bool:
    """Whether a sign can be set without a library: it is no letter, or Unicode names the forms in which it joins."""
    return unicodedata.category(sign) != "Lo" or sign in _forms() or ord(sign) in _FORMS


def joined(text: str) -> str:
    """Return a text in which each Arabic letter has the form it takes beside its neighbours. Marks stay, joiners go."""
    out: list[str] = []
    for place, sign in enumerate(text):
        is_said = sign in (_JOINER, _PARTER) or _is_lam_and_alef(text[max(place - 1, 0) : place + 1])
        pair = text[place : place + 2]
        if not is_said:
            letters = pair if _is_lam_and_alef(pair) else sign
            out.append(_form(letters, _beside(text, place, -1), _beside(text, place, 1)))
    return "".join(out)


def _is_lam_and_alef(letters: str) -> bool:
    return len(letters) == len("la") and letters in _forms()


def _form(letters: str, before: str, after: str) -> str:
    """The form of a letter, or of lam and alef in one, after and before these neighbours."""
    forms = _forms().get(letters, {})
    to_before = "final" in forms and _reaches_on(before)
    to_after = "initial" in forms and _reaches_back(after)
    kind = ("medial" if to_after else "final") if to_before else ("initial" if to_after else "isolated")
    return forms.get(kind, letters)


def _beside(text: str, place: int, step: int) -> str:
    """The neighbour on one side, past any marks; empty where there is none."""
    place += step
    while 0 <= place < len(text) and unicodedata.category(text[place]) == "Mn":
        place += step
    return text[place] if 0 <= place < len(text) else ""


def _reaches_on(sign: str) -> bool:
    return sign in (_STRETCH, _JOINER) or "initial" in _forms().get(sign, {})


def _reaches_back(sign: str) -> bool:
    return sign in (_STRETCH, _JOINER) or "final" in _forms().get(sign, {})


@cache
def _forms() -> dict[str, dict[str, str]]:
    """By one letter, or by lam and an alef: the sign of each form that it has."""
    forms: dict[str, dict[str, str]] = {}
    for form in map(chr, _FORMS):
        kind, *codes = unicodedata.decomposition(form).split() or [""]
        letters = "".join(chr(int(code, 16)) for code in codes)
        if len(letters) == 1 or letters[:-1] == _LAM:
            forms.setdefault(letters, {})[kind.strip("<>")] = form
    return forms
