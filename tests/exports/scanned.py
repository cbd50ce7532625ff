"""Reading codes as a phone does, from a picture or from a page of a PDF."""

import os
import shutil
import subprocess
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

needs_renderer = pytest.mark.skipif(
    shutil.which("pdftoppm") is None and os.environ.get("HOLDFAST_FULL") != "1",
    reason="install poppler-utils to look at pages of a PDF",
)


def scanned(picture: bytes) -> list[str]:
    """The text of every code in a picture, in the order in which they are found."""
    with Image.open(BytesIO(picture)) as image:
        return [one.text for one in zxingcpp.read_barcodes(image.convert("L"))]


def scanned_pages(pdf: bytes) -> list[str]:
    """The text of every code on the pages of a PDF, drawn as a printer of 150 dots to the inch would."""
    drawn = subprocess.run(
        ["pdftoppm", "-r", "150", "-png", "-"], input=pdf, capture_output=True, check=True
    ).stdout
    begins = b"\x89PNG\r\n\x1a\n"
    return [text for page in drawn.split(begins)[1:] for text in scanned(begins + page)]


def together(codes: list[str]) -> str:
    """A series of codes put together by the place that each says it has."""
    parts = [code.partition("\n") for code in codes]
    total = {nth.split(" of ")[1] for nth, _, _ in parts}
    ordered = sorted((int(nth.split(" of ")[0]), text) for nth, _, text in parts)
    assert total == {str(len(codes))}
    assert [number for number, _ in ordered] == list(range(1, len(codes) + 1))
    return "".join(text for _, text in ordered)
