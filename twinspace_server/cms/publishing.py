"""Publishing (PUB): a place is frozen as it is, and strangers read that until it is published again, taken back, or its end comes.

Whoever has *publish* there, and wherever a file that it shows lies, and is an adult. Editing goes on unseen. What takes something away
(the bin, a deleted file, consent taken back) needs nobody: it is asked about each time somebody looks (`strangers`, `showing`).
"""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import delete, func, insert, select, update

from twinspace_server.clock import iso, iso_or_none
from twinspace_server.cms.showing import Frozen, FrozenFile, Held, freeze, held_back, public_files_of
from twinspace_server.cms.strangers import Eyes, needs_alt
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Emission, Feature, Gate, Id, Item, ItemKind, Params, Ref
from twinspace_server.pages.site import Sheet, Site
from twinspace_server.spaces.published import (
    Published,
    address,
    home,
    new_code,
    of_places,
    public_files,
    publications,
    revisions,
    sites,
    slug_of,
)
from twinspace_server.spaces.tree import Place
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db

KEPT_REVISIONS = 5
LONGEST_MS = 10 * 366 * 24 * 3600 * 1000

feature = Feature("publish")

Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$(?!\n)", description="BCP 47: the language it is written in.")]
Until = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$(?!\n)", description="RFC 3339, UTC.")]

_PUT = upsert(publications, ["place"], ["revision", "slug", "at", "by", "until", "changed"])
_SITE = upsert(sites, ["space"], ["slug"])
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")


class PublicSite(Item, tag="site", frozen=True):
    """What a space shows to strangers as a whole; `id` is the space. `address` is null while nothing was ever published."""

    address: str | None
    indexed: bool


def load_sites(db: Db, wanted: Any) -> Mapping[str, Item]:
    """Sites by space."""
    rows = db.execute(select(sites.c.space, sites.c.slug, sites.c.code, sites.c.indexed).where(sites.c.space.in_(list(wanted))))
    return {space: PublicSite(id=space, address=home(slug, code), indexed=bool(indexed)) for space, slug, code, indexed in rows}


feature.item(ItemKind("site", PublicSite, load_sites, place=lambda _site: None))


# -- looking first ---------------------------------------------------------------------------------------------------


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
    language = p.language or _spoken(ctx, p.place)
    frozen, held, eyes, sheet = _look(ctx, p.place, language)
    left_out = {one.file for one in held}
    shown = {one.id: one for one in frozen.files if one.id not in left_out}
    names = eyes.names(language)
    inside: list[Inside] = []
    if frozen.kind == "folder":
        children = [row for row in ctx.rules.places.values() if row.parent == p.place and row.id in ctx.view.rights]
        inside = [Inside(row.id, row.title, row.id in eyes.public) for row in sorted(children, key=lambda row: row.title.casefold())]
    return Preview(
        place=p.place, may=_may(ctx, p.place), published=of_places(ctx.db, [p.place]).get(p.place), language=language,
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
    language = p.language or _spoken(ctx, p.place)
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
    from twinspace_server.cms.page_document import words

    parts = [sheet.title, sheet.text, *(one.caption for one in sheet.pictures), *(one.text for one in sheet.files)]
    return "\n".join([*parts, words(sheet.document) if sheet.document is not None else ""])


def _spoken(ctx: Context, place: str) -> str:
    """The language it was published in before, else the asker's."""
    known = select(revisions.c.language).where(revisions.c.place == place).order_by(revisions.c.revision.desc()).limit(1)
    return str(ctx.db.execute(known).scalar() or (ctx.who.language if ctx.who is not None else None) or ctx.settings.default_language)


def is_adult(ctx: Context, person: str) -> bool:
    """Whether a member is an adult: only these publish."""
    standing = ctx.rules.members.get(person)
    return standing is not None and standing.role != "pupil"


def _may(ctx: Context, place: str) -> Literal["publish", "propose", "nothing"]:
    has = ctx.rules.decide(ctx.person, place, Right.PUBLISH).allowed
    if has and is_adult(ctx, ctx.person):
        return "publish"
    adds = ctx.rules.decide(ctx.person, place, Right.ADD).allowed
    return "propose" if has or (is_adult(ctx, ctx.person) and adds) else "nothing"


# -- publishing ------------------------------------------------------------------------------------------------------


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
    spoken = language or _spoken(ctx, place)
    eyes = Eyes.open(ctx.db, ctx.rules, ctx.now, ctx.settings.address)
    nameless = eyes.names(spoken)
    space_slug = slug_of(nameless.without(eyes.space.name))
    _SITE(ctx.db, {"space": ctx.space, "code": eyes.code or new_code(), "slug": space_slug, "indexed": 0})
    newest = select(func.max(revisions.c.revision)).where(revisions.c.place == place)
    revision = int(ctx.db.execute(newest).scalar() or 0) + 1
    ctx.db.execute(
        insert(revisions),
        {
            "place": place, "revision": revision, "space": ctx.space, "at": ctx.now, "by": ctx.person, "language": spoken,
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


def moment_of(ctx: Context, until: str | None) -> int | None:
    if until is None:
        return None
    try:
        moment = datetime.fromisoformat(until)
    except ValueError:
        raise BadInput(path="$.until") from None
    at = int(moment.timestamp() * 1000)
    if not ctx.now < at <= ctx.now + LONGEST_MS:
        raise BadInput(code="end_not_ahead", path="$.until")
    return at


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
    _close(ctx, [p.place])
    ctx.emit("place.taken_back", Ref("place", p.place), place=p.place)
    return {"place": Ref("place", p.place)}


def _the_publication(ctx: Context, place: str) -> Any:
    ctx.hold()
    row = ctx.db.execute(select(publications).where(publications.c.place == place, publications.c.revision.is_not(None))).first()
    if row is None:
        raise Conflict(code="not_public")
    return row


def _close(ctx: Context, wanted: list[str]) -> None:
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
        _close(ctx, [p.place])
        ctx.emit("place.taken_back", Ref("place", p.place), place=p.place)


# -- what happens elsewhere ------------------------------------------------------------------------------------------


@feature.on("place.binned")
def binned(ctx: Context, happened: Emission) -> None:
    """What goes into the bin is public no longer, and isn't again by being restored. Who may delete it only as its author can't."""
    if happened.place is None:
        return
    gone = [happened.place, *ctx.rules.within(happened.place)]
    public = {place for (place,) in ctx.db.execute(select(publications.c.place).where(
        publications.c.space == ctx.space, publications.c.revision.is_not(None)))}  # fmt: skip
    for place in public & {*gone}:
        if not ctx.rules.decide(ctx.person, place, Right.DELETE).allowed:
            raise NotAllowed(why=(Reason("published_stays"),))
    _close(ctx, sorted(public & {*gone}))


@feature.on("file.deleted")
def file_deleted(ctx: Context, happened: Emission) -> None:
    """A file that strangers see is not deleted by its author alone."""
    if happened.place is None or ctx.rules.moderates(ctx.person, happened.place).allowed:
        return
    files = [lost.gone.id for lost in happened.lost]
    shown = ctx.db.execute(select(public_files.c.file).where(public_files.c.file.in_(files))).first()
    if shown is not None and not ctx.rules.decide(ctx.person, happened.place, Right.DELETE).allowed:
        raise NotAllowed(why=(Reason("published_stays"),))


def _drifted(ctx: Context, happened: Emission) -> None:
    """Something was changed that strangers don't see yet: whoever looks at the place is told once."""
    if happened.place is None:
        return
    ids = [ref.id for ref in happened.items if ref.kind == "file"] + [lost.gone.id for lost in happened.lost]
    showing = select(public_files.c.place).where(public_files.c.file.in_(ids))
    stands = (publications.c.place == happened.place) | publications.c.place.in_(showing)
    fresh = select(publications.c.place).where(stands, publications.c.revision.is_not(None), publications.c.changed == 0)
    for place in [place for (place,) in ctx.db.execute(fresh)]:
        if place in ctx.rules.places and not ctx.rules.places[place].binned:
            ctx.db.execute(update(publications).where(publications.c.place == place).values(changed=1))
            ctx.emit("place.drifted", Ref("place", place), place=place)


for _event in (
    "place.renamed", "place.changed", "page.changed", "file.added", "file.changed", "file.replaced", "file.moved", "file.arrived",
    "file.deleted", "file.restored", "file.hidden", "file.shown", "picture.said",
):  # fmt: skip
    feature.on(_event, emits=["place.drifted"])(_drifted)


# -- everything public -----------------------------------------------------------------------------------------------


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


# -- the public door -------------------------------------------------------------------------------------------------


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


feature.example("page.make", "alice", {"space": "{space}", "title": "River diary"}, gives="leaflet")
feature.example("publish.preview", "alice", {"place": "{leaflet}", "language": "en"})
feature.example("publish.sheet", "alice", {"place": "{leaflet}", "language": "en"})
feature.example("publish.put", "alice", {"place": "{leaflet}", "until": None, "language": "en"})
feature.example("publish.until", "alice", {"place": "{leaflet}", "until": "2031-06-30T22:00:00Z"})
feature.example("publish.list", "alice", {"space": "{space}"})
feature.example("publish.site", "alice", {"space": "{space}", "indexed": True})
feature.example("publish.take_back", "alice", {"place": "{leaflet}"})
