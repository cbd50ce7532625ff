"""Passphrases: a generated one on offer, and an honest word on how hard one is to guess."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cache
from importlib.resources import files

WORDS_DRAWN = 6

_STEMS_LEFT_OUT = """
    abus agon ammo anger angui arm asham assault attack autops battl beat beer blad bleed blood bone booze
    brok bruis bullet bulli bully burial buried cadaver calor carnage casket chok coffin coma corpse crash
    craz cremat cried crook cruel crush cry curse cut dagger damn dead death decay deceas defeat deject
    demise demon deprav depress depriv despair die disaster disease divorc doom dread drown drug drunk dying
    egoman engrav evil explod fang fatal fear fight filth flunk freak fright funeral gallows garbage ghost
    gloom grave grie grim groin grudg gun hack hang hate hell helpless hopeless hunger hurt injur insan jail
    jump kill knife lethal lone mad mania mental misery mock mortal mortu mourn murder naked needle neglect
    nervous neuro nicotin noose nude outcast overdos pain panic perish pest pill pistol plung poison police
    prison prob psych punch punish purge rage ravage razor regret reject resent rifle riot robb rope ruin
    sad scar scold scream sedat shame shiver shoot shot sick skelet skull slash slaughter slave slay smash
    smother snag sorrow spear spook stab starv steal stink strang struggl stupid suffer suffoc suicid
    surgery sword syringe taunt terror theft threat throb thwart tomb tortur trap trash trembl trigger
    troubl turmoil ugly uneas unfair unhapp unlov unsafe unwant unwell unworth useless venom victim violen
    vomit waste weapon weep wimp worr wors wound wrath wreck
""".split()  # noqa: SIM905  # a paragraph can be read; two hundred quoted words cannot
"""Beginnings and middles of words that a person on a bad day should not be handed. Losing innocent words that hold
them ("grape", "award") costs less than a tenth of a bit a word."""


class Strength(IntEnum):
    """How hard a passphrase is to guess for someone who holds a copy of the vault (zxcvbn's five scores)."""

    NONE = 0
    LITTLE = 1
    SOME = 2
    GOOD = 3
    VERY_GOOD = 4


WEAKEST_ALLOWED = Strength.SOME
_ESTIMATED_CHARACTERS = 72


def strength(passphrase: str) -> Strength:
    """Estimate how hard a passphrase is to guess. Only its first 72 characters are weighed."""
    from zxcvbn import zxcvbn  # noqa: PLC0415  # its word lists load in a tenth of a second that a start can spare

    if not passphrase:
        return Strength.NONE
    return Strength(zxcvbn(passphrase[:_ESTIMATED_CHARACTERS])["score"])


@cache
def word_list() -> tuple[str, ...]:
    """The words a passphrase is drawn from: the EFF long list (CC BY 3.0 US) without what may hurt to read."""
    words = (files("xkcdpass") / "static" / "eff-long").read_text("utf-8").split()
    return tuple(
        word for word in words if word.isalpha() and not any(stem in word for stem in _STEMS_LEFT_OUT)
    )


def generated(choose: Callable[[Sequence[str]], str]) -> str:
    """Return six words drawn by ``choose``, joined by spaces: about 77 bits when it chooses evenly and unguessably."""
    return " ".join(choose(word_list()) for _ in range(WORDS_DRAWN))
