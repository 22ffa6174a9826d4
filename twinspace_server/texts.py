"""What people type, made fit to be kept: one spelling of each letter, no characters that hide or break things.

Called by the features before anything is stored. It never shortens: what is too long is refused, not cut.
"""

import re
import unicodedata

from twinspace_server.errors import BadInput

# C0 and C1 controls except tab and newline; NUL would not even fit into PostgreSQL.
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufff9-\ufffb]")
# Direction marks and overrides: in a name they can make one person look like another (safety: hostile names).
_DIRECTIONS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")

PROSE_BYTES = 16 * 1024


def prose(text: str, path: str, most: int = PROSE_BYTES) -> str:
    """A text of several lines (a chat line, a letter) of up to `most` bytes; empty is refused, naming `path`."""
    if text.isascii() and text.isprintable() and len(text) <= most and (clean := text.strip()):
        return clean  # most lines of chat: nothing to normalise, nothing to take out
    clean = _CONTROLS.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))).strip()
    if not clean or not _visible(clean):
        raise BadInput(code="empty_text", path=path)
    if len(clean.encode()) > most:
        raise BadInput(code="text_too_long", path=path)
    return clean


def line(text: str, path: str) -> str:
    """A name or title: one line, single spaces, no direction characters; empty is refused, naming `path`."""
    clean = _SPACES.sub(" ", _DIRECTIONS.sub("", _CONTROLS.sub("", unicodedata.normalize("NFC", text)))).strip()
    if not clean or not _visible(clean):
        raise BadInput(code="empty_text", path=path)
    return clean


def _visible(text: str) -> bool:
    return any(unicodedata.category(c)[0] not in "CZ" for c in text)
