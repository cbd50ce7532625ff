"""The order in which names are listed."""

import unicodedata


def by_name(name: str) -> str:
    """Return what a name is sorted by: its letters without marks or capitals, so that Émile stands beside Emma.

    For equal keys the caller adds something of its own, such as the id. Languages that sort a marked letter behind the
    plain one (Swedish å) see it beside it: a list of a person's own names is short enough to be found in.
    """
    apart = unicodedata.normalize("NFKD", name)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
