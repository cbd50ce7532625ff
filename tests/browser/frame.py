"""The four frames in which every screen is looked at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A size in CSS pixels, light or dark, and how large the reader has set text.

    ``right_to_left`` says what the frame is for; the direction itself comes from the language chosen in the app.
    """

    name: str
    width: int
    height: int
    dark: bool = False
    text_percent: int = 100
    right_to_left: bool = False


PHONE = Frame(name="phone", width=390, height=844)
PHONE_DARK_LARGE = Frame(name="phone-dark-large", width=390, height=844, dark=True, text_percent=200)
SMALL_RTL = Frame(name="small-rtl", width=320, height=640, right_to_left=True)
DESKTOP = Frame(name="desktop", width=1280, height=800)

FRAMES = (PHONE, PHONE_DARK_LARGE, SMALL_RTL, DESKTOP)
