"""Reading a sheet of class cards as a phone and an eye would: the address behind each code, and the pictures beside it.

A tagged PDF says both: each code is a link to its address, each picture has a word. The pupils of the demo sign in with what stands on
their cards, and tests read them off the file that a teacher prints; the server itself never reads a sheet.
"""

import base64
import re
import zlib
from typing import NamedTuple

from twinspace_server import i18n
from twinspace_server.people.card_sheet import SIGNS, Sign

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.S)
_TEXT = re.compile(rb"/URI\(([^)]*)\)")
_ALT = re.compile(rb"/Alt\(([^)]*)\)")


class Scanned(NamedTuple):
    """One card: the secret of its address, and the names of its four pictures."""

    secret: str
    pin: list[Sign]


def scan(pdf: bytes | str, language: str = "nl") -> list[Scanned]:
    """The cards of a sheet (bytes, or base64 as the command answers), in order; for one on which, or behind which, the pictures are."""
    data = base64.b64decode(pdf) if isinstance(pdf, str) else pdf
    parts = [data]
    for found in _STREAM.finditer(data):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            continue
    whole = b"\n".join(parts)
    words = {i18n.plain(language, f"cards-sign-{sign}", {}): sign for sign in SIGNS}
    pictures = [words[text] for alt in _ALT.findall(whole) if (text := alt.decode("latin-1")) in words]
    addresses = [address.decode() for address in _TEXT.findall(whole)]
    return [Scanned(address.partition("#")[2], list(pictures[4 * at : 4 * at + 4])) for at, address in enumerate(addresses)]
