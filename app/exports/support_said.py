"""A support in words: a phrase for each thing that its mark on the map shows, and no other."""

from app import words
from app.domain.map_fold import Fold
from app.domain.support import Strain, Support, SupportState


def said_of(support: Support, in_net: int | None) -> tuple[str, ...]:
    """Return the phrases, what it is first. ``in_net`` is its place in the safety net, from 1."""
    said = [words.support.kinds[support.kind]]
    if support.state is not SupportState.HERE_NOW:
        said.append(words.support_map.states[support.state])
    if support.strength:
        said.append(words.support_map.strengths[support.strength])
    if support.direction:
        said.append(words.support_map.directions[support.direction])
    if support.strain in (Strain.SOME, Strain.A_LOT):
        said.append(words.support_map.strains[support.strain])
    if in_net is not None:
        said.append(words.safety_net.number.format(n=in_net))
    return tuple(said)


def name_of(shape: Support | Fold) -> str:
    """What stands beside a mark of the map."""
    return words.support_map.folds[shape.kind or ""] if isinstance(shape, Fold) else shape.name
