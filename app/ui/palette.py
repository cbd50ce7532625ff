"""The palettes: every colour by what it is for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """One set of colours. Text on paper, sand and the matching ``on`` colour keeps 4.5 : 1, marks keep 3 : 1."""

    paper: str
    ink: str
    kelp: str
    on_kelp: str
    kelp_well: str
    rope: str
    dusk: str
    sand: str
    stone: str
    line: str
    focus: str
    """Behind the icon of a place in the bar that a key would press: 3 : 1 to bar, well and ink."""
    erase: str


LIGHT = Palette(
    paper="#FBF8F3",
    ink="#1D2B2C",
    kelp="#1E5F5A",
    on_kelp="#FFFFFF",
    kelp_well="#D5E6E1",
    rope="#84512F",
    dusk="#475A8C",
    sand="#EDE4D6",
    stone="#5C6665",
    line="#8A8F8A",
    focus="#7C807E",
    erase="#9B2C2C",
)
DARK = Palette(
    paper="#101819",
    ink="#E7ECE9",
    kelp="#8CCFC4",
    on_kelp="#0B2B28",
    kelp_well="#20403D",
    rope="#E2B38F",
    dusk="#B3C2EE",
    sand="#1E292A",
    stone="#A9B3B0",
    line="#6F7A78",
    focus="#828684",
    erase="#F2B8B5",
)

CALM_LIGHT = Palette(
    paper="#F3F1EC",
    ink="#262F2F",
    kelp="#3E504D",
    on_kelp="#F3F1EC",
    kelp_well="#DCE0DC",
    rope="#59534B",
    dusk="#4A5260",
    sand="#EAE7E1",
    stone="#575F5E",
    line="#828683",
    focus="#7A7E7C",
    erase="#7E3B38",
)
CALM_DARK = Palette(
    paper="#161B1B",
    ink="#D5D9D6",
    kelp="#B3C1BC",
    on_kelp="#1B2523",
    kelp_well="#282F2E",
    rope="#C5BCB2",
    dusk="#BAC0CB",
    sand="#1F2525",
    stone="#A3ABA8",
    line="#737D7A",
    focus="#777B79",
    erase="#DAB0AC",
)
"""For low stimulus: the same tokens with hardly any hue, paper that glares less, and cards that hardly stand out."""
