"""An example to look at: a vault of any size, written by nobody, in which nothing is real."""

from app.example.writing import MOST_A_DAY, MOST_YEARS, write

__all__ = ["MOST_A_DAY", "MOST_YEARS", "write"]
