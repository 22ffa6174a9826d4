"""Names of files: as they are kept, as a download carries them, and as a ZIP holds them.

What people type never becomes a path of this machine; here is what it must not do on theirs.
"""

import math
import re
from urllib.parse import quote

from twinspace_server import texts
from twinspace_server.errors import BadInput

MOST_CHARACTERS = 200
MOST_BYTES = 255
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


def clean(name: str, path: str = "$.name") -> str:
    """The last part of what may be a path, in one line, without what hides or turns; BadInput when nothing is left or it is too long."""
    last = re.split(r"[/\\]", name.rstrip("/\\ "))[-1].lstrip(". ").rstrip(". ")
    try:
        kept = texts.line(last, path).strip(". ")
    except BadInput:
        kept = ""
    if not kept:
        raise BadInput(code="file_name_missing", path=path)
    if len(kept) > MOST_CHARACTERS or len(kept.encode()) > MOST_BYTES:
        raise BadInput(code="name_too_long", path=path, most=MOST_CHARACTERS)
    return kept


def ending(name: str) -> str:
    """`.pdf`, in small letters; nothing where there is none."""
    stem, dot, last = name.rpartition(".")
    return f".{last.lower()}" if stem and dot and last.isalnum() and last.isascii() and len(last) <= 12 else ""


def with_ending(name: str, wanted: str) -> str:
    """The name with this ending instead of its own: nobody calls a program a picture."""
    if ending(name) == wanted:
        return name
    stem = name.rsplit(".", 1)[0] if ending(name) else name
    return f"{stem}{wanted}"


def disposition(name: str, *, inline: bool) -> str:
    """The Content-Disposition of a download (RFC 6266), with a plain spelling for those who can't read the other (RFC 8187)."""
    plain = re.sub(r'[^ -~]|["\\%]', "_", name)
    return f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def on_any_machine(name: str) -> str:
    """The name as every system can unpack it."""
    safe = _UNSAFE.sub("_", name).strip(". ") or "_"
    return f"_{safe}" if _RESERVED.match(safe) else safe


def unique(name: str, taken: set[str]) -> str:
    """The name, or `name (2).pdf`; remembers it. Systems that don't tell capitals apart are thought of."""
    cut = len(name) - len(ending(name))
    stem, tail, found, number = name[:cut], name[cut:], name, 2
    while found.casefold() in taken:
        found, number = f"{stem} ({number}){tail}", number + 1
    taken.add(found.casefold())
    return found


def megabytes(size: int, *, up: bool = False) -> float:
    """Bytes as a sentence says them: 5 MB are 5 × 1024 × 1024. Rounded `up`, so that what is over a limit never looks like it."""
    hundredths = size * 100 / 2**20
    return (math.ceil(hundredths) if up else round(hundredths)) / 100
