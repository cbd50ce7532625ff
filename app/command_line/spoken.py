"""The language at the terminal: that of the vault it is about."""

from pathlib import Path

from app.words import language


def speak_as_chosen(folder: Path) -> None:
    """Speak the language that was chosen for this vault; English where there is none. Help and wrong options stay English."""
    from app.store import settings  # noqa: PLC0415  # help and refusals open no vault

    known = settings.load(folder)
    language.speak(known.language, known.region)
