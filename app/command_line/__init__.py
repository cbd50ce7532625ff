"""Everything at the terminal: the options of the window, and the verbs that need no window."""

from app.command_line.options import WRONG_OPTIONS, Options, read_options
from app.command_line.spoken import speak_as_chosen
from app.command_line.terminal import refuse, show_address, tell
from app.command_line.verb import is_verb, run_verb

__all__ = [
    "WRONG_OPTIONS",
    "Options",
    "is_verb",
    "read_options",
    "refuse",
    "run_verb",
    "show_address",
    "speak_as_chosen",
    "tell",
]
