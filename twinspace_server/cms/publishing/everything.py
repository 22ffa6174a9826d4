"""Everything public of a space, and whether search engines may find it."""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import func, select, update

from twinspace_server.clock import iso, iso_or_none
from twinspace_server.cms.showing import public_files_of
from twinspace_server.errors import Conflict
from twinspace_server.law.published import address, home, public_files, publications, sites
from twinspace_server.live.feature import CommandParams, Context, Id, Item, ItemKind, Params, Ref
from twinspace_server.storage.store import Db

from .terms import feature


class PublicSite(Item, tag="site", frozen=True):
    """What a space shows to strangers as a whole; `id` is the space. `address` is null while nothing was ever published."""

    address: str | None
    indexed: bool


def load_sites(db: Db, wanted: Any) -> Mapping[str, Item]:
    """Sites by space."""
    rows = db.execute(select(sites.c.space, sites.c.slug, sites.c.code, sites.c.indexed).where(sites.c.space.in_(list(wanted))))
    return {space: PublicSite(id=space, address=home(slug, code), indexed=bool(indexed)) for space, slug, code, indexed in rows}


feature.item(ItemKind("site", PublicSite, load_sites, place=lambda _site: None))


class OfSpace(Params, kw_only=True):
    space: Id


class PublicPlace(msgspec.Struct):
    """One published place; `shown` of its files are seen by strangers, `held` were published and are not shown at present."""

    place: str
    title: str
    type: str
    address: str
    revision: int
    at: str
    by: str
    until: str | None
    changed: bool
    shown: int
    held: int


class EverythingPublic(msgspec.Struct):
    places: list[PublicPlace]
    address: str | None
    indexed: bool
    may_set: bool


@feature.query("publish.list", answers=EverythingPublic)
def list_public(ctx: Context, p: OfSpace) -> EverythingPublic:
    """Everything of the space that strangers see and the asker may read: since when, until when, by whom."""
    site = ctx.db.execute(select(sites.c.slug, sites.c.code, sites.c.indexed).where(sites.c.space == p.space)).first()
    c = publications.c
    rows = ctx.db.execute(select(publications).where(c.space == p.space, c.revision.is_not(None)).order_by(c.at.desc())).fetchall()
    now = public_files_of(ctx.db, ctx.rules, ctx.now)
    then = {place: int(n) for place, n in ctx.db.execute(
        select(public_files.c.place, func.count()).where(public_files.c.space == p.space).group_by(public_files.c.place))}  # fmt: skip
    listed = []
    for row in rows:
        if row.place in ctx.view.rights and site is not None and (row.until is None or row.until > ctx.now):
            shown = len(now.get(row.place, {}))
            place = ctx.rules.places[row.place]
            listed.append(PublicPlace(
                row.place, place.title, place.kind, address(site[0], site[1], row.slug, row.code), row.revision, iso(row.at), row.by,
                iso_or_none(row.until), bool(row.changed), shown, then.get(row.place, 0) - shown,
            ))  # fmt: skip
    may_set = ctx.rules.administers(ctx.person).allowed
    return EverythingPublic(listed, home(site[0], site[1]) if site and listed else None, bool(site and site[2]), may_set)


class SetSite(CommandParams, kw_only=True):
    space: Id
    indexed: bool


@feature.command("publish.site", administrator=True, answers={"site": PublicSite}, emits=["site.changed"])
def set_site(ctx: Context, p: SetSite) -> Mapping[str, Any]:
    """Let search engines find what is public of the space, or not."""
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    known = ctx.db.execute(select(sites.c.code).where(sites.c.space == p.space)).first()
    if known is None:
        raise Conflict(code="nothing_public")
    ctx.db.execute(update(sites).where(sites.c.space == p.space).values(indexed=int(p.indexed)))
    ctx.emit("site.changed", Ref("site", p.space))
    return {"site": Ref("site", p.space)}
