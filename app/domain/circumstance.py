"""What was around a check-in: where it was and what was going on, as short lists to start from."""

_WHERE = "home work school outside on_the_way at_a_friends at_a_group in_a_clinic in_a_shop online"
_DOING = (
    "resting sleeping working studying housework caring_for_others eating moving making_something music reading"
    " watching playing talking being_online being_outside shopping appointment travelling nothing"
)

WHERE = tuple(_WHERE.split())
"""Places. Keys for ever; their words come from ``app.words``."""

DOING = tuple(_DOING.split())
"""Doings. Keys for ever; their words come from ``app.words``."""
