"""What colours are by the public formulas, and how they look to people who see colours otherwise."""

from math import dist

Colour = tuple[float, float, float]
"""Linear RGB, each part from 0 to 1."""

DICHROMATS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Severity 1.0 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (6), 2009, from its table of matrices."""

SIMULATED = {
    "as most see": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    **DICHROMATS,
    "without any hue": ((0.2126, 0.7152, 0.0722),) * 3,
}


def linear(colour: str) -> Colour:
    """A colour as ``#RRGGBB`` in linear light (IEC 61966-2-1)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def luminance(colour: Colour) -> float:
    """How bright it is, from 0 to 1."""
    red, green, blue = colour
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How much two colours differ, from 1 to 21 (WCAG 2.2)."""
    dark, bright = sorted(luminance(linear(colour)) for colour in (one, other))
    return (bright + 0.05) / (dark + 0.05)


def lightness(colour: Colour) -> float:
    """How light it looks, from 0 to 100 (CIE 1976)."""
    return 116 * _root(max(0.0, luminance(colour))) - 16


def difference(one: Colour, other: Colour) -> float:
    """How far apart two colours look: about 2.3 is the least that is noticed (CIE 1976, white of D65)."""
    return dist(_lab(one), _lab(other))


def as_seen(colour: str, how: str) -> Colour:
    """A colour as it looks to somebody who sees in that way."""
    parts = linear(colour)
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, parts, strict=True)))) for row in SIMULATED[how]
    )
    return red, green, blue


def _lab(colour: Colour) -> Colour:
    red, green, blue = colour
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    y = luminance(colour)
    return 116 * _root(y) - 16, 500 * (_root(x) - _root(y)), 200 * (_root(y) - _root(z))


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116
