"""A sound to be kept and played."""

import math
import struct
import wave
from io import BytesIO


def hum(seconds: int) -> bytes:
    """A tone, as a recorder of sounds writes it."""
    written, rate = BytesIO(), 8000
    with wave.open(written, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(rate)
        one = b"".join(
            struct.pack("<h", int(9000 * math.sin(2 * math.pi * 220 * at / rate))) for at in range(rate)
        )
        sound.writeframes(one * seconds)
    return written.getvalue()
