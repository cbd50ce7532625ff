"""Passphrases: a generated one on offer, and an honest word on how hard one is to guess."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cache
from importlib.resources import files

WORDS_DRAWN = 6

_STEMS_LEFT_OUT = """
    abandon absinth abus afraid agon ammo anger angui arm asham ashes assault attack autops battl beat
    beer blad blame bleak bleed blood bone booze bridge brok bruis bullet bulli bully burial buried
    burned cadaver calor cannon captiv carnage casket chain chok coffin coma contempt corpse crash craz
    cremat cried crook cruel crush cry curse cut dagger damn darkness dead death decay deceas defeat
    deject demise demon deprav depress depriv deranged despair die disaster disease disorder divorc doom
    dread drear drown drug drunk dying egoman empt engrav evil exile explod failing fang fatal fear
    fever fight filth flesh flunk fractur freak freefall fright funeral gag gallows gangrene garbage
    ghost gloom grave grie grim groin grudg gun hack hang hate haunt hell helpless hemlock hopeless
    hunger hurt impal infect injur insan isolat jab jail jaundice jump kill knife ledge lethal lone mad
    maggot mania mental misery moan mock morbid morphin mortal mortu mourn murder musket naked needle
    neglect nervous neuro nicotin noose nude numb nutcase obituar opium outcast overdos pain pandem
    panic perish pest pill pistol plung poison police polio prison prob psych punch punish purg purge
    rage railing ravage razor regret reject resent rifle riot ripping robb roof rope rotten rotting ruin
    sad savage scab scar scold scream sedat shame shiver shoot shot shrapnel shred sick sinister skelet
    skinny skull slash slaughter slave slay smash smok smother snag sorrow spear spook stab starv steal
    stink strang struggl stupid suffer suffoc suicid surgery sword syringe taunt terror theft thrash
    threat throb thwart tomb tortur trap trash trembl trigger troubl turmoil ugly uneas unfair unhapp
    unlov unsafe unwant unwell unworth useless venom victim villain violen virus void vomit waste weapon
    weep widow wimp worr wors wound wrath wreck zombie
""".split()  # noqa: SIM905  # a paragraph can be read; three hundred quoted words cannot
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
