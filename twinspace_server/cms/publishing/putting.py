"""Publishing a place, saying when it ends, and taking it back."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import delete, func, insert, select, update

from twinspace_server.cms.showing import FrozenFile, freeze, held_back
from twinspace_server.cms.strangers import Eyes
from twinspace_server.errors import Conflict, NotAllowed, Reason
from twinspace_server.law.published import new_code, public_files, publications, revisions, sites, slug_of
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Gate, Id, Ref
from twinspace_server.spaces.tree import Place
from twinspace_server.storage.hot import upsert

from .terms import Language, Until, feature, is_adult, moment_of, spoken

KEPT_REVISIONS = 5

_PUT = upsert(publications, ["place"], ["revision", "slug", "at", "by", "until", "changed"])
_SITE = upsert(sites, ["space"], ["slug"])


class Put(CommandParams, kw_only=True):
    place: Id
    until: Until | None = None
    language: Language | None = None


@feature.command("publish.put", right=Right.PUBLISH, answers={"place": Place}, emits=["place.published"])
def put(ctx: Context, p: Put) -> Mapping[str, Any]:
    """Let strangers read a place as it is now, until it is published again, taken back or `until` has come. Adults with *publish*."""
    return publish(ctx, p.place, moment_of(ctx, p.until), p.language)


def publish(ctx: Context, place: str, until: int | None, language: str | None) -> Mapping[str, Any]:
    """What `publish.put` does, and an accepted proposal."""
    if not is_adult(ctx, ctx.person):
        raise NotAllowed(why=(Reason("publishing_needs_an_adult"),))
    ctx.hold()
    frozen = freeze(ctx, place)
    held = held_back(ctx, frozen)
    if any(one.why == "not_yours" for one in held):
        raise NotAllowed(why=(Reason("shows_files_of_others"),))
    tongue = language or spoken(ctx, place)
    eyes = Eyes.open(ctx.db, ctx.rules, ctx.now, ctx.settings.address)
    nameless = eyes.names(tongue)
    space_slug = slug_of(nameless.without(eyes.space.name))
    _SITE(ctx.db, {"space": ctx.space, "code": eyes.code or new_code(), "slug": space_slug, "indexed": 0})
    newest = select(func.max(revisions.c.revision)).where(revisions.c.place == place)
    revision = int(ctx.db.execute(newest).scalar() or 0) + 1
    ctx.db.execute(
        insert(revisions),
        {
            "place": place, "revision": revision, "space": ctx.space, "at": ctx.now, "by": ctx.person, "language": tongue,
            "kind": frozen.kind, "title": frozen.title, "description": frozen.description, "frozen": msgspec.json.encode(frozen).decode(),
        },
    )  # fmt: skip
    ctx.db.execute(delete(revisions).where(revisions.c.place == place, revisions.c.revision <= revision - KEPT_REVISIONS))
    _PUT(
        ctx.db,
        {
            "place": place, "space": ctx.space, "code": new_code(), "revision": revision, "slug": slug_of(nameless.without(frozen.title)),
            "at": ctx.now, "by": ctx.person, "until": until, "changed": 0,
        },
    )  # fmt: skip
    left_out = {one.file for one in held}
    _show(ctx, place, [one for one in frozen.files if one.id not in left_out])
    if until is not None:
        ctx.later("publish.end", {"place": place}, at=until)
    ctx.emit("place.published", Ref("place", place), place=place)
    return {"place": Ref("place", place)}


def _show(ctx: Context, place: str, shown: Iterable[FrozenFile]) -> None:
    ctx.db.execute(delete(public_files).where(public_files.c.place == place))
    rows = [
        {
            "place": place, "file": one.id, "space": ctx.space, "position": position, "blob": one.blob, "name": one.name, "type": one.type,
            "size": one.size, "width": one.width, "height": one.height, "alt": one.alt, "description": one.description,
        }
        for position, one in enumerate(shown)
    ]  # fmt: skip
    for at in range(0, len(rows), 100):
        ctx.db.execute(insert(public_files).values(rows[at : at + 100]))


class SetUntil(CommandParams, kw_only=True):
    place: Id
    until: Until | None


@feature.command("publish.until", right=Right.PUBLISH, answers={"place": Place}, emits=["place.published"])
def set_until(ctx: Context, p: SetUntil) -> Mapping[str, Any]:
    """Say when a publication ends by itself, or (null) that it doesn't."""
    if not is_adult(ctx, ctx.person):
        raise NotAllowed(why=(Reason("publishing_needs_an_adult"),))
    _the_publication(ctx, p.place)
    until = moment_of(ctx, p.until)
    ctx.db.execute(update(publications).where(publications.c.place == p.place).values(until=until))
    if until is not None:
        ctx.later("publish.end", {"place": p.place}, at=until)
    ctx.emit("place.published", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


class OnPlace(CommandParams, kw_only=True):
    place: Id


@feature.command("publish.take_back", answers={"place": Place}, emits=["place.taken_back"], when_closed=True)
def take_back(ctx: Context, p: OnPlace) -> Mapping[str, Any]:
    """Close a published place, its files and thumbnails to strangers, at once. Whoever may publish there, and the staff."""
    if not ctx.rules.moderates(ctx.person, p.place, when_closed=True).allowed:
        ctx.require(p.place, Right.PUBLISH)
    _the_publication(ctx, p.place)
    close(ctx, [p.place])
    ctx.emit("place.taken_back", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


def _the_publication(ctx: Context, place: str) -> Any:
    ctx.hold()
    row = ctx.db.execute(select(publications).where(publications.c.place == place, publications.c.revision.is_not(None))).first()
    if row is None:
        raise Conflict(code="not_public")
    return row


def close(ctx: Context, wanted: list[str]) -> None:
    """The address is kept for the next time; of the revisions nothing is shown any more."""
    for at in range(0, len(wanted), 500):
        some = wanted[at : at + 500]
        ctx.db.execute(update(publications).where(publications.c.place.in_(some)).values(revision=None, until=None, changed=0))
        ctx.db.execute(delete(public_files).where(public_files.c.place.in_(some)))
        ctx.db.execute(delete(revisions).where(revisions.c.place.in_(some)))


class End(CommandParams, kw_only=True):
    place: Id


@feature.command("publish.end", gate=Gate.HOUSE, emits=["place.taken_back"])
def end(ctx: Context, p: End) -> None:
    """The end of a publication has come, if nobody has moved it meanwhile."""
    due = select(publications.c.place).where(publications.c.place == p.place, publications.c.until <= ctx.now)
    if ctx.db.execute(due).first() is not None:
        close(ctx, [p.place])
        ctx.emit("place.taken_back", Ref("place", p.place), place=p.place)
