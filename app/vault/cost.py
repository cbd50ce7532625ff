"""How hard each guess at a passphrase is: the parameters of scrypt."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from app.vault.errors import TooLittleMemory

KEY_BYTES = 32
SALT_BYTES = 32

_R = 8
_MOST_LOG2_N = 18
_MOST_WORK = 1 << 19
_SLOW_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Cost:
    """scrypt's N (as its logarithm), r and p (RFC 7914). N = 2^17, r = 8, p = 1 takes 128 MiB and about 0.4 s.

    The default and the two steps below it are of equal worth by the OWASP Password Storage Cheat Sheet.
    """

    log2_n: int = 17
    r: int = _R
    p: int = 1

    @property
    def work(self) -> int:
        """How much there is to compute, in blocks of 1 KiB mixed twice: N times p."""
        return self.p << self.log2_n

    def allowed(self, least: "Cost") -> bool:
        """Whether this is neither weaker than ``least`` nor what would hang a phone (2^18, or more work than 2^19).

        Cheap for any numbers: nothing is derived.
        """
        if not (least.log2_n <= self.log2_n <= _MOST_LOG2_N and self.r == _R and 1 <= self.p <= _MOST_WORK):
            return False
        return least.work <= self.work <= _MOST_WORK

    def derive(self, secret: bytes, salt: bytes) -> bytes:
        """Return the 32-byte key of a secret; TooLittleMemory where the device cannot. Blocks without the GIL."""
        try:
            return Scrypt(salt=salt, length=KEY_BYTES, n=1 << self.log2_n, r=self.r, p=self.p).derive(secret)
        except MemoryError:
            pass
        raise TooLittleMemory("the key derivation needs more memory than there is")

    @classmethod
    def measured(
        cls,
        *,
        seconds: Callable[[], float] = time.perf_counter,
        derive: Callable[["Cost", bytes, bytes], bytes] | None = None,
    ) -> Self:
        """Return the highest of three equal steps that takes this device 1.5 s at most; the lowest where none does.

        The steps are 2^17 with p = 1, 2^16 with p = 2, 2^15 with p = 3: each needs half the memory of the one before.
        TooLittleMemory if not even the last can run. Blocks for one derivation of each step tried.
        """
        run = cls.derive if derive is None else derive
        steps = (cls(17, _R, 1), cls(16, _R, 2), cls(15, _R, 3))
        affordable: Self | None = None
        for step in steps:
            started = seconds()
            try:
                run(step, b"measured", bytes(SALT_BYTES))
            except TooLittleMemory:
                continue
            affordable = step
            if seconds() - started <= _SLOW_SECONDS:
                break
        if affordable is None:
            raise TooLittleMemory("the key derivation needs more memory than there is")
        return affordable


LEAST_COST = Cost(15, _R, 3)
"""The weakest that a vault is made or opened with."""
