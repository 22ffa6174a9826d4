"""Writes public pages, feeds and sitemaps from their shapes, in the reader's language. Called in a thread; it keeps nothing but templates.

Every value is escaped by the template; the one thing that comes as HTML is a page's body, which its own renderer and cleaner made.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from twinspace_server import i18n
from twinspace_server.pages.site import Card, Kind, PublicPicture, Sheet, Site

MANIFEST = Path(__file__).parent.parent / "assets" / ".vite" / "manifest.json"
ENTRY = "public-page.ts"
WIDTHS = (320, 960, 1600)
TONGUES = (("en", "English"), ("nl", "Nederlands"))
DESCRIPTION = 160
_SYMBOLS: dict[str, str] = {
    "home": "M4 11l8-7 8 7v9H4zM10 20v-6h4v6",
    "page": "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
    "gallery": "M3 5h18v14H3zM3 16l5-5 4 4 3-3 6 5M15.5 9h.01",
    "archive": "M4 8h16v12H4zM3 4h18v4H3zM10 12h4",
    "folder": "M3 19V6h6l2 2h10v11z",
}
"""Drawn in 24 by 24."""
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"})
_KINDS = {
    "application/pdf": "PDF", "text/csv": "CSV", "application/zip": "ZIP", "text/plain": "TXT", "image/jpeg": "JPEG", "image/png": "PNG",
    "image/webp": "WebP", "image/gif": "GIF", "image/avif": "AVIF", "audio/mpeg": "MP3", "video/mp4": "MP4", "video/webm": "WebM",
}  # fmt: skip


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("twinspace_server", "pages"), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )  # fmt: skip


@cache
def _built() -> dict[str, tuple[str, ...]]:
    """What the build made of `static/public-page.ts`, by its manifest; nothing where the browser app is not built."""
    found = json.loads(MANIFEST.read_text("utf-8")).get(ENTRY, {}) if MANIFEST.exists() else {}
    return {name: tuple(f"/{path}" for path in found.get(name, ())) for name in ("css", "assets")}


def styles() -> tuple[str, ...]:
    """The addresses of the style sheets."""
    return _built()["css"]


def fonts() -> tuple[str, ...]:
    """The addresses of the two fonts for Latin letters, which nearly every page needs at once."""
    return tuple(path for path in _built()["assets"] if "-latin-wght" in path)


def sheet(site: Site, one: Sheet, language: str, *, origin: str, body: str = "") -> str:
    """One public page as HTML. Without an `origin` it is a preview, which has no address yet."""
    language = language if language in i18n.LANGUAGES else i18n.DEFAULT
    cover = next(iter([*one.shown.values(), *one.pictures, *(card.picture for card in one.cards if card.picture)]), None)
    return _templates().get_template("sheet.html").render(
        site=site, sheet=one, language=language, origin=origin, body=Markup(body), cover=cover,  # noqa: S704 - cleaned by its renderer
        description=_shortened(one.text or site.text or one.title),
        direction="rtl" if one.language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr",
        styles=styles(), fonts=fonts(), tongues=TONGUES,
        t=partial(i18n.words, language), day=partial(_day, language=language), stamp=_stamp,
        size=partial(_size, language=language), file_type=_file_type, symbol=_symbol, image=image,
    )  # fmt: skip


def gone(language: str) -> str:
    """What stands where nothing is, or nothing any more: the same words for both."""
    return _templates().get_template("gone.html").render(language=language, styles=styles(), fonts=fonts(), t=partial(i18n.words, language))


def feed(site: Site, cards: Sequence[Card], language: str, origin: str) -> str:
    """What was published, the newest first, as Atom (RFC 4287)."""
    newest = sorted(cards, key=lambda card: -card.at)
    return _templates().get_template("feed.atom").render(site=site, cards=newest, language=language, origin=origin, stamp=_stamp)


def sitemap(site: Site, cards: Iterable[Card], origin: str) -> str:
    """What search engines may know of."""
    return _templates().get_template("sitemap.xml").render(site=site, cards=list(cards), origin=origin, stamp=_stamp)


def picture_sizes(picture: PublicPicture) -> tuple[str, str, str]:
    """`src`, `srcset` and `sizes` of a picture in a page's column."""
    widths = [width for width in WIDTHS if width < picture.width] or [WIDTHS[0]]
    if widths[-1] < picture.width and widths[-1] != WIDTHS[-1]:
        widths.append(WIDTHS[len(widths)])
    several = ", ".join(f"{picture.path}/{width} {min(width, picture.width or width)}w" for width in widths)
    return f"{picture.path}/{min(960, widths[-1])}", several, "(min-width: 60rem) 860px, 100vw"


def image(picture: PublicPicture, sizes: str = "", *, lazy: bool = True, decorative: bool = False) -> Markup:
    """A picture in the sizes that there are; its own size keeps the page from jumping."""
    src, several, usual = picture_sizes(picture)
    box = Markup(' width="{}" height="{}"').format(picture.width, picture.height) if picture.width and picture.height else Markup("")
    return Markup('<img src="{}" srcset="{}" sizes="{}"{} alt="{}"{} decoding="async">').format(
        src, several, sizes or usual, box, "" if decorative else picture.alt, Markup(' loading="lazy"') if lazy else Markup("")
    )  # fmt: skip


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= DESCRIPTION else f"{line[:DESCRIPTION].rpartition(' ')[0] or line[:DESCRIPTION]}…"


def _day(at: int, language: str) -> str:
    from babel.dates import format_date  # with the first page that is made: it is large

    return format_date(datetime.fromtimestamp(at / 1000, UTC), format="long", locale="en_GB" if language == "en" else language)


def _stamp(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _size(size: int, language: str) -> str:
    from babel.numbers import format_decimal

    locale = Locale.parse("en_GB" if language == "en" else language)
    if size < 1000:
        return f"{size} B"
    for unit in ("kB", "MB"):
        size_in = size / (1000 if unit == "kB" else 1_000_000)
        if size_in < 1000 or unit == "MB":
            return f"{format_decimal(round(size_in, 0 if size_in >= 10 else 1), locale=locale)} {unit}"
    raise AssertionError


def _file_type(type_: str) -> str:
    return _KINDS.get(type_) or str(escape(type_.rpartition("/")[2].upper()[:12]))


def _symbol(kind: Kind) -> str:
    return _SYMBOLS[kind]
