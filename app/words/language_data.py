"""Babel's data of the language in use: read before anybody waits for it, and not kept twice.

To put together the data of one locale, such as ``en_GB``, Babel reads those it inherits from and a table of the whole
world, keeps them all, and has no way to let go of them: some 3 MB, a fifth of what this app has beyond an empty one.
"""

from datetime import date

from babel import core, localedata

from app.words import moment


def read_ahead() -> None:
    """Read what days and numbers are said with."""
    moment.weekday(date.min)


def let_go() -> None:
    """Keep only the data in use; whatever else is asked for is read again then. Only where nothing else speaks meanwhile."""
    used = moment.locale()
    with localedata._cache_lock:  # noqa: SLF001  # Babel offers no way
        for name in localedata._cache.keys() - {used}:  # noqa: SLF001  # as above
            del localedata._cache[name]  # noqa: SLF001  # as above
        core._global_data = None  # noqa: SLF001  # as above
