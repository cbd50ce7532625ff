"""A set of digests that takes little memory is a set all the same."""

import sys
from array import array

from hypothesis import given
from hypothesis import strategies as st

from app.domain.seen import Seen

NUMBERS = st.integers(1, (1 << 64) - 1) | st.sampled_from([1, 64, 128, 1 << 63, (1 << 63) + 64])


@given(st.lists(NUMBERS))
def test_it_says_what_a_set_says(numbers: list[int]) -> None:
    seen, known = Seen(), set[int]()
    for number in numbers:
        assert (number in seen) == (number in known)
        assert seen.add(number) == (number not in known)
        known.add(number)
    assert len(seen) == len(known)
    assert set(seen) == known


def test_of_a_longer_digest_it_knows_the_lowest_bits_and_nothing_else_is_in_it() -> None:
    seen = Seen([5 + (7 << 64), 1 << 64])
    assert 5 in seen
    assert 0 in seen
    assert 6 not in seen
    assert "5" not in seen


def test_it_takes_a_few_bytes_for_each() -> None:
    many = 10_000
    seen = Seen(number * 0x9E3779B97F4A7C15 for number in range(many))
    (slots,) = [value for value in vars(seen).values() if isinstance(value, array)]
    assert len(seen) == many
    assert sys.getsizeof(slots) <= 24 * many
