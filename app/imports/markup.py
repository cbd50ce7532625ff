"""Notes with a little HTML in them, as plain text, and back."""

import html
import re

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|ul|ol)>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|strong|i|em|u|s|strike|ul|ol|li|p|div|span|font|small|big)(?:\s[^<>]*)?>", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)


def plain(note: str) -> str:
    """The words of a note: breaks as new lines, simple tags gone, entities as their signs. ``<3`` stays what it is."""
    text = note.replace("\r\n", "\n").replace("\r", "\n")
    text = _TAG.sub("", _BREAK.sub("\n", text))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text).strip()
