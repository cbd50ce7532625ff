"""Where someone is in the steps for a hard moment: kept as a draft, so that it outlives a lock, and soon forgotten."""

from datetime import datetime, timedelta

from app.ui.screen import STEPS, Host

GO_ON_FOR = timedelta(hours=1)
"""For so long a place is kept. After that it is another hour, and that begins with the first step."""

_PLACE = "hard_time/place"


def start_at(host: Host, key: str) -> None:
    """Go to the step with this key."""
    keep_place(host, key, 0)
    host.go(STEPS)


def keep_place(host: Host, key: str, line: int) -> None:
    """Remember a line, from 0, of the step with this key. While locked nothing is kept."""
    if host.unlocked:
        host.keep_draft(_PLACE, f"{host.session.now().isoformat()} {line} {key}")


def kept_place(host: Host) -> tuple[str, int] | None:
    """The key and the line of the place that is kept; None if there is none, if it is too long ago, and while locked."""
    if not host.unlocked:
        return None
    then, _, rest = host.draft(_PLACE).partition(" ")
    line, _, key = rest.partition(" ")
    if not key or not timedelta() <= host.session.now() - datetime.fromisoformat(then) < GO_ON_FOR:
        return None
    return key, int(line)


def forget_place(host: Host) -> None:
    """Begin with the first step the next time."""
    if host.unlocked:
        host.session.drafts.drop(_PLACE)
