"""The families of type that the app is set in, and where their files lie below ``assets``."""

FONT = "Atkinson Hyperlegible Next"
STRONG_FONT = "Atkinson Hyperlegible Next SemiBold"
FALLBACK_FONT = "Noto Sans"
FONTS = {
    FONT: "fonts/AtkinsonHyperlegibleNext-Regular.ttf",
    STRONG_FONT: "fonts/AtkinsonHyperlegibleNext-SemiBold.ttf",
    FALLBACK_FONT: "fonts/NotoSans-Regular.ttf",
}
