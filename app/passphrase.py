"""Passphrases: a generated one on offer, and an honest word on how hard one is to guess."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any

WORDS_DRAWN = 6

_STEMS_LEFT_OUT = """
    abandon absinth abus afraid agon aids aloof ambulanc ammo amputat anemi aneuris anger angui animos
    arm arrogan arson asham ashes aspirin assault atroci atroph attack autis autops avalanch aveng
    aversion bandage battl beat beer blad blame blasphem bleak bleed blemish bloat blood bone bootleg
    booze bridge brok bruis brute brutish bullet bulli bully burial buried burned cadaver calor cannabi
    cannon captiv carnage casket catatonic cesspool chain chaos chemo childless chok cide clobber coffin
    coma condemn corpse corro coward crash craz cremat cried crippl crook cruel crumm crush cry culpa
    culprit curse cut dagger damn darkness dead deaf death decay deceas deceit deceiv decept defeat
    defect defil degrad deject deliri delus demean demise demol demon demot denial deplor deprav depress
    depriv deranged desecrat desolat despair destitut destruct detain deterior detest deton devalu
    devour diabol diagnos die disabl disaster disbelief disdain disease disfigur disgrac dislik dislodg
    disloyal dismay dismiss disobe disorder disown displeas dispos disregard disrupt distast distort
    distress distrust divorc doom dosage dose dread drear drown drowsi drug drunk dung dweeb dying
    dynamit dyslex egoman eliminat embolism emergenc empt endless engrav epilep eradicat evict evil
    exhaust exhume exile exorc explod extort failing faint famine famish fang fatal fear feeble fever
    fight filth flesh flogging flunk foe forsak fractur fragil frail fraud freak freefall fretful fright
    frustrat funeral furious gag gallows gangrene garbage ghost gloom gore gory grave grie grim groin
    grotes grudg grueling gun gutless hack handcuff hang hardship hatchet hate hatred haunt hazard
    headlock headstone hell helpless hemlock hoax hopeless horrid horrif horror hostag hostil humili
    hunchback hunger hurrican hurt hypocri hyster ibuprof idiocy idiot imbecil impair impal infect
    inferior infuri injur insan insecur insult irrit isolat jab jail jaundice jealous jeer joyless jump
    junkie keg kill knife landmine lash ledge lethal letharg liar lifeless liquor loath lone loser lousy
    luckless lunacy lunatic lurk mad maggot maim mangl mania massacr menac mental mercenar migrain
    misery misfit misfortun mistreat mistrust moan mobster mock molest monstrous morbid morgue morphin
    mortal mortici mortif mortu mourn murder musket mutilat naked narcot nasty nause needle neglect
    nemes nervous neuro nicotin nightmar noose nude numb nutcase obituar oblivio obnox obsess ominous
    onslaught opium oppress orphan outcast overdos pain pandem panic paraly paranoi parasit pathet
    penal perish perjur perver pessimis pest petrif phantom phobia pill pistol pitif plung pointless
    poison police polio powerless predator prison prob profan prowl prozac psych pummel punch punctur
    pungent punish purg quarantin rage railing rancid ransack ravage razor reckless reclus regret reject
    relaps remors reprimand reproach repugn repuls resent resigned retaliat revenge rifle riot ripping
    ritalin robb roof rope rotten rotting ruin ruptur sabotag sacrific sad sarcas savage scab scald
    scandal scapegoat scar schnapps scold scorn scoundrel scowl scream sedat septic shame shank sherry
    shiver shoot shot shove shrapnel shred shriek shrivel shroud shudder shun sick sinister skelet
    skinny skull slander slaughter slave slay slum smash smok smother snag snare sneer sorrow spear spew
    spinster spirits splatter spook stab starv steal stench stifl sting stress stink stomp stoning strang
    stricken struggl stunn stupid suffer suffoc suicid sulk sullen surgery sword symptom syndrom syringe
    tantrum tarnish tatter taunt tequila terror theft thrash threat throb thwart tomb tortur traitor
    trap trash treacher treason trembl tremor trespass trigger troubl turmoil ugly uncaring uneas unfair
    unfeeling unhapp unhealth unkind unlik unliv unlov unnatural unneed unpopular unsafe unwant unwell
    unworth useless valium vendetta vengeful venom vertigo victim villain violat violen viper virus
    vodka void vomit waste weapon weep widow wimp wither worr wors wound wrath wreck zombie
""".split()  # noqa: SIM905  # a paragraph can be read; five hundred quoted words cannot
"""Beginnings and middles of words that a person on a bad day should not be handed. Losing innocent words that hold
them ("grape", "award") costs a sixth of a bit a word."""


class Strength(IntEnum):
    """How hard a passphrase is to guess for someone who holds a copy of the vault (zxcvbn's five scores)."""

    NONE = 0
    LITTLE = 1
    SOME = 2
    GOOD = 3
    VERY_GOOD = 4


WEAKEST_ALLOWED = Strength.SOME
_ESTIMATED_CHARACTERS = 72
_GUESSES_OF_A_THIEF = 10**14


def strength(passphrase: str) -> Strength:
    """Estimate how hard a passphrase is to guess. Only its first 72 characters are weighed."""
    return Strength(_estimate(passphrase)["score"]) if passphrase else Strength.NONE


def withstands_a_thief(passphrase: str) -> bool:
    """Whether it is estimated to take 10^14 guesses: what a file needs that anyone may hold and try for years."""
    return bool(passphrase) and _estimate(passphrase)["guesses"] >= _GUESSES_OF_A_THIEF


def _estimate(passphrase: str) -> dict[str, Any]:
    from zxcvbn import zxcvbn  # noqa: PLC0415  # its word lists load in a tenth of a second that a start can spare

    estimate: dict[str, Any] = zxcvbn(passphrase[:_ESTIMATED_CHARACTERS])
    return estimate


@cache
def word_list() -> tuple[str, ...]:
    """The words a passphrase is drawn from: the EFF long list (CC BY 3.0 US) without what may hurt to read."""
    words = (files("xkcdpass") / "static" / "eff-long").read_text("utf-8").split()
    return tuple(
        word for word in words if word.isalpha() and not any(stem in word for stem in _STEMS_LEFT_OUT)
    )


def generated(choose: Callable[[Sequence[str]], str]) -> str:
    """Return six words drawn by ``choose``, joined by spaces: about 76 bits when it chooses evenly and unguessably."""
    return " ".join(choose(word_list()) for _ in range(WORDS_DRAWN))
