"""The server's words: Fluent catalogues shared with the browser app.

One catalogue a language, in some files, in `locales/`. Called where an error becomes wire form, and by mail. It knows languages and
messages, never persons: the language is always an argument.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from babel.core import negotiate_locale

from twinspace_server.errors import TwinspaceError

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("en", "nl")
DEFAULT = "en"
_ISOLATION = dict.fromkeys((0x2068, 0x2069))


@cache
def _bundle(language: str) -> "FluentBundle":
    from fluent.runtime import FluentBundle, FluentResource  # with the first words, like the catalogue: it brings much of babel

    bundle = FluentBundle([language])
    for part in sorted(files("twinspace_server").joinpath("locales", language).iterdir(), key=lambda file: file.name):
        bundle.add_resource(FluentResource(part.read_text("utf-8")))
    return bundle


def has(message: str) -> bool:
    """Whether the catalogue holds `message` (asked by tests and by generated documents)."""
    return bool(_bundle(DEFAULT).has_message(message))


def words(language: str, message: str, args: Mapping[str, str | int | float] | None = None) -> str:
    """The message in the language, or in English where that language lacks it; an unknown id comes back as it is."""
    for tongue in (language if language in LANGUAGES else DEFAULT, DEFAULT):
        bundle = _bundle(tongue)
        if bundle.has_message(message):
            pattern = bundle.get_message(message).value
            if pattern is not None:
                text, _ = bundle.format_pattern(pattern, dict(args or {}))
                return str(text)
    return message


def plain(language: str, message: str, args: Mapping[str, str | int | float] | None = None) -> str:
    """The message without the marks that keep foreign scripts apart: for mail, file names and titles, which don't know them."""
    return words(language, message, args).translate(_ISOLATION)


def choose(accept_language: str, default: str = DEFAULT) -> str:
    """The language for an `Accept-Language` header (RFC 9110 12.5.4); bounded, never raises."""
    wanted: list[tuple[float, str]] = []
    for part in accept_language[:200].split(",")[:20]:
        name, _, quality = part.strip().partition(";q=")
        try:
            wanted.append((-float(quality or 1), name.replace("-", "_")))
        except ValueError:
            wanted.append((0.0, name.replace("-", "_")))
    found = negotiate_locale([name for _, name in sorted(wanted, key=lambda w: w[0]) if name], LANGUAGES)
    return found or default


def told(error: TwinspaceError, language: str) -> dict[str, Any]:
    """An error for a person: its message, its code and what else it says, in the reader's language.

    The socket's reply and the HTTP problem are both made of this.
    """
    shown: dict[str, Any] = {"code": error.kind}
    if error.why:
        shown["why"] = [{"code": r.code, "args": r.args, "text": words(language, f"why-{_dashed(r.code)}", r.args)} for r in error.why]
    for name, value in (("path", error.path), ("retry_after", error.retry_after), ("ref", error.ref)):
        if value is not None:
            shown[name] = value
    args = {**error.args_, "path": error.path or "", "seconds": error.retry_after or 0, "ref": error.ref or ""}
    message = f"error-{_dashed(error.kind)}"
    shown["message"] = words(language, message if has(message) else f"error-{_dashed(error.code)}", args)
    return shown


def _dashed(code: str) -> str:
    return code.replace("_", "-")
