"""What the public addresses are answered from (`web/public.py` asks): sheets, feeds and files, by the codes in the address."""

from typing import Any, Literal

import msgspec
from sqlalchemy import select

from twinspace_server.cms.showing import Frozen, public_files_of
from twinspace_server.cms.strangers import Eyes
from twinspace_server.errors import NotFound
from twinspace_server.law.published import home, public_files, publications, revisions, sites
from twinspace_server.live.feature import Context, Gate, Params
from twinspace_server.pages.site import Sheet, Site

from .terms import feature


class AskPublic(Params, kw_only=True):
    """By the codes in the address: a site alone is its home. `what` is `feed` or `sitemap` for these."""

    site: str
    place: str | None = None
    what: Literal["sheet", "feed", "sitemap"] = "sheet"
    language: str = "en"


class Shown(msgspec.Struct):
    """What stands behind a public address now; `until` is when some of it ends by itself."""

    space: str
    site: Site
    hues: dict[str, str]
    sheet: Sheet | None
    cards: list[Any]
    until: int | None


@feature.query("public.read", answers=Shown, gate=Gate.HOUSE)
def read(ctx: Context, p: AskPublic) -> Shown:
    """What strangers read at an address; not found for all that is not public."""
    eyes = _eyes_of(ctx, p.site)
    ends = min((one.until for one in eyes.public.values() if one.until is not None), default=None)
    if p.what != "sheet":
        site = eyes.site(p.language)
        if p.what == "sitemap" and not site.indexed:
            raise NotFound()
        return Shown(eyes.law.space, site, eyes.hues, None, eyes.every_card(), ends)
    if p.place is None:
        return Shown(eyes.law.space, eyes.site(p.language), eyes.hues, eyes.home(p.language), [], ends)
    one = next((one for one in eyes.public.values() if one.code == p.place), None)
    if one is None:
        was = ctx.db.execute(select(publications.c.place).where(publications.c.code == p.place, publications.c.space == eyes.law.space))
        raise NotFound(code="gone" if was.first() is not None else None)
    row = ctx.db.execute(
        select(revisions.c.frozen).where(revisions.c.place == one.place, revisions.c.revision == one.revision)
    ).one()  # fmt: skip
    frozen = msgspec.json.decode(row[0], type=Frozen)
    files = public_files_of(ctx.db, eyes.law, ctx.now, public_files.c.place == one.place).get(one.place, {})
    sheet = eyes.sheet(
        one.place, frozen, files, language=one.language, at=one.at, path=eyes.path_of(one.place), path_of=eyes.public_path
    )  # fmt: skip
    return Shown(eyes.law.space, eyes.site(one.language), eyes.hues, sheet, [], ends)


class AskSite(Params, kw_only=True):
    site: str


class SpaceOf(msgspec.Struct):
    space: str


@feature.query("public.site", answers=SpaceOf, gate=Gate.HOUSE)
def site_of(ctx: Context, p: AskSite) -> SpaceOf:
    """The space that a public address belongs to."""
    space = ctx.db.execute(select(sites.c.space).where(sites.c.code == p.site)).scalar()
    if space is None:
        raise NotFound()
    return SpaceOf(str(space))


def _eyes_of(ctx: Context, code: str) -> Eyes:
    """A stranger's eyes on the space of a site; not found where nothing is public."""
    space = ctx.db.execute(select(sites.c.space).where(sites.c.code == code)).scalar()
    law = ctx.law_of(space) if space is not None else None
    eyes = Eyes.open(ctx.db, law, ctx.now, ctx.settings.address) if law is not None else None
    if eyes is None or not eyes.public:
        raise NotFound()
    return eyes


class AskFile(Params, kw_only=True):
    site: str
    file: str


class PublicBytes(msgspec.Struct, frozen=True):
    """Where the bytes lie that everybody may have now, and what they are; the name is one for strangers."""

    blob: str
    name: str
    type: str
    size: int


@feature.query("public.file", answers=PublicBytes, gate=Gate.HOUSE)
def file_of(ctx: Context, p: AskFile) -> PublicBytes:
    """The bytes that something published shows at this moment; not found for every other file."""
    eyes = _eyes_of(ctx, p.site)
    showing = public_files_of(ctx.db, eyes.law, ctx.now, public_files.c.file == p.file)
    shown = [(place, files[p.file]) for place, files in showing.items() if place in eyes.public]
    if not shown:
        raise NotFound()
    place, one = max(shown, key=lambda pair: eyes.public[pair[0]].at)
    return PublicBytes(one.blob, eyes.names(eyes.public[place].language).text(one.name), one.type, one.size)


class AskIndexed(Params, kw_only=True):
    pass


class Indexed(msgspec.Struct):
    homes: list[str]


@feature.query("public.indexed", answers=Indexed, gate=Gate.HOUSE)
def indexed(ctx: Context, p: AskIndexed) -> Indexed:
    """The homes of the sites that search engines may read, for robots.txt."""
    rows = ctx.db.execute(select(sites.c.slug, sites.c.code).where(sites.c.indexed == 1).order_by(sites.c.code).limit(1000))
    return Indexed([home(slug, code) for slug, code in rows])
