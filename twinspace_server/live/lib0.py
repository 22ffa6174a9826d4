"""Numbers and bytes as Yjs has them on the wire (lib0), and what it means when pycrdt cannot take some.

Whoever speaks with editors writes and reads with these: the rooms of pages, and the checks of their updates.
"""

from collections.abc import Iterator
from contextlib import contextmanager


class NotTaken(ValueError):
    """pycrdt cannot make anything of these bytes."""


@contextmanager
def taking() -> Iterator[None]:
    """Let pycrdt take bytes from elsewhere: whatever it fails with, a panic of its own included, is `NotTaken`."""
    try:
        yield
    except Exception as error:
        raise NotTaken from error
    except BaseException as error:  # pycrdt's panics are no Exceptions
        if type(error).__name__ != "PanicException":
            raise
        raise NotTaken from error


def varuint(number: int) -> bytes:
    """A number: seven bits a byte, the lowest first."""
    if number < 128:
        return bytes((number,))
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def sized(data: bytes) -> bytes:
    """Bytes with their length before them."""
    return varuint(len(data)) + data


class Scanner:
    """Reads numbers and bytes; `ValueError` where there is none."""

    __slots__ = ("at", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def uint(self) -> int:
        number = shift = 0
        while True:
            if self.at >= len(self.data) or shift > 56:
                raise ValueError("no number")
            byte = self.data[self.at]
            self.at += 1
            number |= (byte & 127) << shift
            if byte < 128:
                return number
            shift += 7

    def bytes(self) -> bytes:
        length = self.uint()
        if length > len(self.data) - self.at:
            raise ValueError("too short")
        self.at += length
        return self.data[self.at - length : self.at]

    @property
    def done(self) -> bool:
        return self.at == len(self.data)
