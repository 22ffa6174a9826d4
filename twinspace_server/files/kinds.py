"""Which kinds of files are taken, and whether a content is what its name says.

A list of what is allowed, by ending: schools know endings, and what isn't here is refused with a sentence. The content is then looked at
(puremagic, and for pictures the decoder): nobody calls a page of HTML a picture. `inline` are the few types that a browser shows and can't
run; everything else only ever leaves as a download.
"""

import codecs
from pathlib import Path
from typing import Literal

import msgspec
import puremagic

from twinspace_server.errors import BadInput
from twinspace_server.files.names import ending

Check = Literal["picture", "pdf", "sound", "text", "zip", "office", "any"]
HEAD = 4096

PLAIN = "application/octet-stream"


class Kind(msgspec.Struct, frozen=True):
    """What an ending stands for: its media type, and how the content is looked at."""

    type: str
    check: Check


def _office(name: str) -> Kind:
    return Kind(f"application/vnd.openxmlformats-officedocument.{name}", "zip")


KINDS: dict[str, Kind] = {
    **dict.fromkeys((".jpg", ".jpeg"), Kind("image/jpeg", "picture")),
    **{f".{name}": Kind(f"image/{name}", "picture") for name in ("png", "gif", "webp", "avif")},
    ".pdf": Kind("application/pdf", "pdf"),
    **{ending: Kind(kind, "text") for ending, kind in ((".txt", "text/plain"), (".csv", "text/csv"), (".md", "text/markdown"))},
    **dict.fromkeys((".tsv", ".log", ".srt", ".py", ".tex", ".bib"), Kind("text/plain", "text")),
    # Text that a browser could run, or might take for a page: to be had, never shown.
    **dict.fromkeys(
        (".html", ".htm", ".svg", ".xml", ".js", ".css", ".json", ".ics", ".vcf", ".gpx", ".kml", ".geojson"), Kind(PLAIN, "any")
    ),
    ".docx": _office("wordprocessingml.document"),
    ".xlsx": _office("spreadsheetml.sheet"),
    ".pptx": _office("presentationml.presentation"),
    **{
        f".{name}": Kind(f"application/vnd.oasis.opendocument.{kind}", "zip")
        for name, kind in (("odt", "text"), ("ods", "spreadsheet"), ("odp", "presentation"), ("odg", "graphics"))
    },
    ".doc": Kind("application/msword", "office"),
    ".xls": Kind("application/vnd.ms-excel", "office"),
    ".ppt": Kind("application/vnd.ms-powerpoint", "office"),
    ".rtf": Kind("application/rtf", "any"),
    ".epub": Kind("application/epub+zip", "zip"),
    ".zip": Kind("application/zip", "zip"),
    # Scratch, GeoGebra, H5P, MuseScore: what pupils make.
    **dict.fromkeys((".sb3", ".ggb", ".h5p", ".mscz"), Kind(PLAIN, "zip")),
    **dict.fromkeys((".mid", ".midi", ".stl", ".ttf", ".otf", ".psd", ".xcf", ".blend", ".drawio", ".excalidraw"), Kind(PLAIN, "any")),
    ".mp3": Kind("audio/mpeg", "sound"),
    ".m4a": Kind("audio/mp4", "sound"),
    **{f".{name}": Kind(f"audio/{name}", "sound") for name in ("ogg", "wav", "flac", "aac")},
    **dict.fromkeys((".oga", ".opus"), Kind("audio/ogg", "sound")),
    **{f".{name}": Kind(f"video/{name}", "sound") for name in ("mp4", "webm")},
    ".m4v": Kind("video/mp4", "sound"),
    ".ogv": Kind("video/ogg", "sound"),
    ".mov": Kind("video/quicktime", "sound"),
}
PICTURES = {kind.type for kind in KINDS.values() if kind.check == "picture"}
_SHOWN = PICTURES | {"application/pdf"} | {kind.type for kind in KINDS.values() if kind.check == "sound"}
_TEXTS = {kind.type for kind in KINDS.values() if kind.check == "text"}
ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "image/gif": ".gif", "image/webp": ".webp", "image/avif": ".avif"}


def of(name: str) -> Kind:
    """The kind that this name says it is. BadInput `file_kind` when it is none that is taken."""
    kind = KINDS.get(ending(name))
    if kind is None:
        raise BadInput(code="file_kind", path="file", ending=ending(name) or name[:40])
    return kind


def look(kind: Kind, path: Path) -> str:
    """The media type under which this content is kept; pictures are their decoder's. BadInput `file_not_so` when it is something else.

    It reads the file: call it in a thread.
    """
    with path.open("rb") as handle:
        head = handle.read(HEAD)
    if kind.check == "text":
        return kind.type if _is_text(path) else PLAIN
    fits = {
        "pdf": lambda: head.startswith(b"%PDF-"),
        "zip": lambda: head.startswith((b"PK\x03\x04", b"PK\x05\x06")),
        "office": lambda: head.startswith((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"PK\x03\x04")),
        "sound": lambda: _sounds(head),
    }
    if kind.check in fits and not fits[kind.check]():
        raise BadInput(code="file_not_so", path="file")
    return kind.type


def shown_as(kind: str) -> str | None:
    """Under which type a browser may show it; None for what only leaves as a download."""
    if kind in _TEXTS:
        return "text/plain; charset=utf-8"
    return kind if kind in _SHOWN else None


def _sounds(head: bytes) -> bool:
    """Sound or film of any format: nothing of it runs in a browser, whatever it really is."""
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0:
        return True
    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return False
    return any(one.mime_type.startswith(("audio/", "video/", "application/ogg")) for one in found)


def _is_text(path: Path) -> bool:
    """UTF-8 from end to end, and nothing in it that no text has."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as handle:
            while piece := handle.read(256 * 1024):
                decoder.decode(piece)
                if b"\0" in piece:
                    return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
