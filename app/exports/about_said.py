"""What a person says about themselves, in lines: what they picked and what they wrote."""

from app import words
from app.domain.about_me import AboutMe, AboutPart


def lines_of(about: AboutMe, part: AboutPart) -> tuple[str, ...]:
    """Return the lines of a part: those that were picked first, then each line that was written."""
    said = words.about_me
    match part:
        case AboutPart.CALLED:
            return _written(about.called)
        case AboutPart.PRONOUNS:
            return _written(about.pronouns)
        case AboutPart.TALKING:
            picked = (said.ways_to_talk[one] for one in about.ways_to_talk)
            return (*picked, *_written(about.how_to_talk))
        case AboutPart.SENSES:
            return (*(said.senses[one] for one in about.senses), *_written(about.about_senses))
        case AboutPart.ACCESS:
            return _written(about.access)


def _written(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
