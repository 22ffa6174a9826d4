"""Looking first: what of a place a stranger would see, what would be changed or held back, and the very sheet."""

import re
from typing import Literal

import msgspec

from twinspace_server.cms.page_document import words
from twinspace_server.cms.showing import Frozen, Held, freeze, held_back
from twinspace_server.cms.strangers import Eyes, needs_alt
from twinspace_server.law.published import Published, of_places
from twinspace_server.live.feature import Context, Id, Params
from twinspace_server.pages.site import Sheet, Site

from .terms import Language, feature, may, spoken

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


class OfPlace(Params, kw_only=True):
    place: Id
    language: Language | None = None


class Shortened(msgspec.Struct, frozen=True):
    """A name as it stands there, and what strangers read instead."""

    was: str
    shown: str
    times: int


class Nowhere(msgspec.Struct, frozen=True):
    """A link that leads strangers nowhere."""

    words: str
    to: str


class Named(msgspec.Struct, frozen=True):
    file: str
    name: str


class Inside(msgspec.Struct, frozen=True):
    """A place in a folder, and whether its index shows it."""

    place: str
    title: str
    public: bool


class Preview(msgspec.Struct):
    """What would become public, and what of it would not. `may` is what the asker can do now; `language` what it would be published in.

    `held` files are left out; with a `not_yours` among them one can't publish. `mails` are addresses that everybody could read then.
    """

    place: str
    may: Literal["publish", "propose", "nothing"]
    published: Published | None
    language: str
    names: list[Shortened]
    held: list[Held]
    links: list[Nowhere]
    without_alt: list[Named]
    mails: list[str]
    files: int
    inside: list[Inside]


@feature.query("publish.preview", answers=Preview)
def preview(ctx: Context, p: OfPlace) -> Preview:
    """What a stranger would see of a place: names that would be shortened, pictures held back and why, links that lead nowhere."""
    language = p.language or spoken(ctx, p.place)
    frozen, held, eyes, sheet = _look(ctx, p.place, language)
    left_out = {one.file for one in held}
    shown = {one.id: one for one in frozen.files if one.id not in left_out}
    names = eyes.names(language)
    inside: list[Inside] = []
    if frozen.kind == "folder":
        children = [row for row in ctx.rules.places.values() if row.parent == p.place and row.id in ctx.view.rights]
        inside = [Inside(row.id, row.title, row.id in eyes.public) for row in sorted(children, key=lambda row: row.title.casefold())]
    return Preview(
        place=p.place, may=may(ctx, p.place), published=of_places(ctx.db, [p.place]).get(p.place), language=language,
        names=[Shortened(was, now, times) for (was, now), times in sorted(names.changed.items())], held=held,
        links=[Nowhere(words, to) for words, to in eyes.dead], without_alt=[Named(one.id, one.name) for one in needs_alt(frozen, shown)],
        mails=sorted({match[0] for match in _MAIL.finditer(_texts(sheet))}), files=len(shown), inside=inside,
    )  # fmt: skip


class Looked(msgspec.Struct):
    """A public sheet before it is public, and the site around it; `hues` are the colours of the schools there."""

    site: Site
    sheet: Sheet
    hues: dict[str, str]


@feature.query("publish.sheet", answers=Looked)
def sheet_of(ctx: Context, p: OfPlace) -> Looked:
    """What a stranger would get of a place: the very sheet, from which `/preview/<place>` writes the page."""
    language = p.language or spoken(ctx, p.place)
    _, _, eyes, sheet = _look(ctx, p.place, language)
    return Looked(eyes.site(language), sheet, eyes.hues)


def _look(ctx: Context, place: str, language: str) -> tuple[Frozen, list[Held], Eyes, Sheet]:
    frozen = freeze(ctx, place)
    held = held_back(ctx, frozen)
    eyes = Eyes.open(ctx.db, ctx.rules, ctx.now, ctx.settings.address)
    left_out = {one.file for one in held}
    shown = {one.id: one for one in frozen.files if one.id not in left_out}
    path = eyes.path_of(place) if place in eyes.public else eyes.path
    sheet = eyes.sheet(place, frozen, shown, language=language, at=ctx.now, path=path, path_of=lambda file: f"/files/{file}")
    return frozen, held, eyes, sheet


def _texts(sheet: Sheet) -> str:
    """All words of a sheet."""
    parts = [sheet.title, sheet.text, *(one.caption for one in sheet.pictures), *(one.text for one in sheet.files)]
    return "\n".join([*parts, words(sheet.document) if sheet.document is not None else ""])
