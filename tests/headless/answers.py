"""What the client does for the app when it is asked: open a link, save a file, keep the clipboard."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Call:
    """One thing the app asked of the client: of which control or service, what, and with which arguments."""

    asked: str
    method: str
    arguments: dict[str, Any]


Reply = Any
"""A value to answer with, an exception to answer with, or a function from the arguments to the value."""

_SAYS_NOTHING = (
    *("push_route", "focus", "scroll_to", "confirm_pop", "show_drawer", "close_drawer", "announce_message"),
    *("launch_url", "open_window", "enable_menu", "disable_menu", "set_allowed_device_orientations"),
    *("heavy_impact", "light_impact", "medium_impact", "selection_click", "vibrate"),
    *("Audio.resume", "Audio.pause", "Audio.seek"),
    *("Wakelock.enable", "Wakelock.disable", "Window.center", "Window.to_front", "zoom", "pan", "reset"),
)
_FEATURES = (
    "accessible_navigation",
    "bold_text",
    "disable_animations",
    "high_contrast",
    "invert_colors",
    "on_off_switch_labels",
    "reduce_motion",
)


class Answers:
    """Answers as a client would on a device where all goes well; ``replies`` says otherwise, by method name.

    A name is a method (``"save_file"``) or, where that is not enough, a control and a method (``"Clipboard.get"``).
    """

    def __init__(self, *, web: bool) -> None:
        self._web = web
        self.clipboard: str | None = None
        self.keystore: dict[str, str] = {}
        self.replies: dict[str, Reply] = {}

    def answer(self, call: Call) -> Any:
        """The client's answer. Raises what the client would report as an error; KeyError for what it knows nothing of."""
        full = f"{call.asked}.{call.method}"
        if self._web and call.asked == "Window":
            raise KeyError(f"{full}: a browser never answers that")
        for name in (full, call.method):
            if name in self.replies:
                return _given(self.replies[name], call)
        for name in (full, call.method):
            if name in _SAYS_NOTHING:
                return None
        return self._usual(full)(call.arguments)

    def _usual(self, full: str) -> Callable[[dict[str, Any]], Any]:
        usual: dict[str, Callable[[dict[str, Any]], Any]] = {
            "Clipboard.set": self._copy,
            "Clipboard.get": lambda _: self.clipboard,
            "FilePicker.save_file": lambda asked: None if self._web else f"/chosen/{asked['file_name']}",
            "FilePicker.pick_files": lambda _: [],
            "FilePicker.get_directory_path": lambda _: None if self._web else "/chosen",
            "UrlLauncher.can_launch_url": lambda _: True,
            "SecureStorage.get": lambda asked: self.keystore.get(asked["key"]),
            "SecureStorage.set": lambda asked: self.keystore.update({asked["key"]: asked["value"]}),
            "SecureStorage.remove": lambda asked: self.keystore.pop(asked["key"], None) and None,
            "Share.share_text": lambda _: {"status": "success", "raw": ""},
            "Share.share_files": lambda _: {"status": "success", "raw": ""},
            "SemanticsService.get_accessibility_features": lambda _: dict.fromkeys(_FEATURES, False),
        }
        if full not in usual:
            raise KeyError(f"{full}: no reply is prepared; set screen.replies[{full.split('.')[1]!r}]")
        return usual[full]

    def _copy(self, asked: dict[str, Any]) -> None:
        self.clipboard = asked["data"]


def _given(reply: Reply, call: Call) -> Any:
    if isinstance(reply, BaseException):
        raise reply
    return reply(call.arguments) if callable(reply) else reply
