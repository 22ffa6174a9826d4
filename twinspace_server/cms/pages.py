"""Web pages (CMS-16), written by several people at once: the place, and the one command that changes its shared document.

`page.update` is that command, over the page's own socket (`live/page_socket`) and over HTTP alike: the right to edit is looked at
for each single update, in its unit, and it is stored with its person before anybody else gets it. Nothing may ever be stored that would
break other people's editors. `page_rows` has what is stored, `page_history` the versions; the units here keep nothing in memory, so any
number of processes may write one page.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import bindparam, insert, select, update

from twinspace_server import ids
from twinspace_server.clock import iso
from twinspace_server.cms import page_document, page_html, page_rows
from twinspace_server.cms.files.reading import open_files
from twinspace_server.cms.page_document import Node
from twinspace_server.cms.page_rows import SCHEMA, Row, page_client, page_credit, page_doc, page_update, page_version, page_writer
from twinspace_server.cms.page_updates import DEEPEST, BadUpdate, Update, parse
from twinspace_server.errors import BadInput, Conflict
from twinspace_server.law.rights import Law, Right, View
from twinspace_server.live.feature import Channel, CommandParams, Context, Feature, Gate, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.lib0 import NotTaken, taking
from twinspace_server.people.schools import schools
from twinspace_server.spaces import tree
from twinspace_server.spaces.tree import MakePlace, Place
from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.store import Db

MOST_UPDATE = 2 * 1024 * 1024
"""What somebody who was away brings along in one piece; while typing the room takes 64 KB."""
MOST_DOCUMENT = 2 * 1024 * 1024
MOST_CONTENT = 5_000
"""Nodes that a page may be made with."""
TOLD_MS = 10_000
SETTLED_MS = 15_000
KEPT_MS = 600_000
MOST_ROWS = 3_000
TIDY_ROWS = 200
WORDS = 200_000
WRITERS = 60

EXAMPLE = "AQMBAAcBB2RlZmF1bHQDCXBhcmFncmFwaAcAAQAGBAABAQRIb2khAA=="
"""Client 1 writes the first paragraph: Hoi!"""

feature = Feature("pages")

COLOURS = {
    "lagoon": "#0b7a83", "marigold": "#f0a020", "coral": "#cf4436", "leaf": "#35803b", "plum": "#8e3a8f", "sky": "#2470c8", "": "#4d5677",
}  # fmt: skip
"""Of cursors in editors that know no schools; our own take the school's colour in this space."""


class Page(Item, tag="page", frozen=True):
    """What holds for a whole page; `id` is its place. As of the last time that a change was told: at most every ten seconds a person."""

    place: str
    generation: str
    at: str
    writers: list[str]


class PageWithWords(Page, tag="page", frozen=True):
    """A page with its words, as search and reports want it; nobody gets it so."""

    text: str


_PUT = Hot(insert(page_update))
_STEP = Hot(
    update(page_doc)
    .where(page_doc.c.place == bindparam("b_place"))
    .values(last_n=bindparam("b_n"), size=bindparam("b_size"), levels=bindparam("b_levels"), at=bindparam("b_at"),
            settles=bindparam("b_settles"))
)  # fmt: skip
_SET_CLIENT = upsert(page_client, ["place", "client"], ["clock"])
_TOLD = Hot(select(page_writer.c.told_at).where(page_writer.c.place == bindparam("place"), page_writer.c.person == bindparam("person")))
_SET_TOLD = upsert(page_writer, ["place", "person"], ["told_at"])


# -- the item --------------------------------------------------------------------------------------------------------


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Pages by their place."""
    rows = [Row(*row) for row in db.execute(select(page_doc).where(page_doc.c.place.in_(list(wanted)))).fetchall()]
    writers: dict[str, list[str]] = {}
    wrote = select(page_writer.c.place, page_writer.c.person).where(page_writer.c.place.in_([row.place for row in rows]))
    for place, person in db.execute(wrote.order_by(page_writer.c.told_at.desc(), page_writer.c.person)):
        writers.setdefault(place, []).append(person)
    return {
        row.place: PageWithWords(
            id=row.place, place=row.place, generation=row.generation, at=iso(row.told_at), writers=writers.get(row.place, [])[:WRITERS],
            text=row.words,
        )
        for row in rows
    }  # fmt: skip


def dress(item: Any, _law: Law, _view: View) -> Item:
    """Without its words: whoever wants them opens the page."""
    return Page(id=item.id, place=item.place, generation=item.generation, at=item.at, writers=item.writers)


feature.item(
    ItemKind("page", Page, load, place=lambda page: str(page.place), dress=dress, words=lambda page: page.text, every=page_doc.c.place)
)


# -- making ----------------------------------------------------------------------------------------------------------


class MakePage(MakePlace, kw_only=True):
    content: Annotated[list[Node], Meta(max_length=MOST_CONTENT)] = msgspec.field(default_factory=list)


@feature.command("page.make", right=None, answers={"place": Place}, emits=["place.added", "page.changed"], law=True)
def make(ctx: Context, p: MakePage) -> Mapping[str, Any]:
    """Make a page: in a folder whoever may *add* there, at the root administrators. It may begin with content, as a tree of nodes."""
    place = tree.make(ctx, "page", p)
    ctx.db.execute(
        insert(page_doc),
        {
            "place": place.id, "space": ctx.space, "generation": ids.tag(), "last_n": 0, "base": "", "base_n": 0, "size": 0, "levels": 0,
            "at": ctx.now, "kept_at": ctx.now, "kept_n": 0, "settles": 0, "told_at": ctx.now, "told_n": 0, "words": "",
        },
    )  # fmt: skip
    if p.content:
        _check(p.content)
        write_as_house(ctx, page_rows.found(ctx.db, place.id, hold=True), Node("doc", content=list(p.content)))
    return {"place": place}


def _check(nodes: Iterable[Node], level: int = 1) -> None:
    """Only what the editor's own schema has."""
    for node in nodes:
        known = node.type in page_html.ELEMENTS or node.type == "text"
        if not known or level > DEEPEST or any(mark.type not in page_html.MARKS for mark in node.marks):
            raise BadInput(code="unknown_node", path="$.content")
        if node.by is not None or node.put is not None:  # whose words they are isn't for the one to say who brings them
            raise BadInput(code="unknown_node", path="$.content")
        if not all(isinstance(value, str | int | float | bool | None) for value in node.attrs.values()):
            raise BadInput(code="unknown_node", path="$.content")
        _check(node.content, level + 1)


# -- writing ---------------------------------------------------------------------------------------------------------


class UpdatePage(CommandParams, kw_only=True):
    place: Id
    update: Annotated[bytes, Meta(min_length=2, max_length=MOST_UPDATE)]
    generation: Annotated[str, Meta(max_length=64)] | None = None


@feature.command("page.update", answers={"n": int}, emits=["page.changed"], keyed=False)
def update_page(ctx: Context, p: UpdatePage) -> Mapping[str, Any]:
    """Change a page by one Yjs update (version 1, base64). Sent twice it counts once; what it builds on must have been sent before.

    `generation` is that of the document which the update was made on; another one means that it was made anew since (a backup).
    """
    require_edit(ctx, p.place)
    row = page_rows.found(ctx.db, p.place, hold=True)
    if p.generation is not None and p.generation != row.generation:
        raise Conflict(code="page_renewed", path="$.generation")
    return {"n": _take(ctx, row, p.update)}


def require_edit(ctx: Context, place: str) -> None:
    """Go on only for those who may edit the page; whoever made it may while they may add."""
    known = ctx.rules.places.get(place)
    ctx.require(place, Right.EDIT, own=known is not None and known.author == ctx.person)


def _take(ctx: Context, row: Row, data: bytes) -> int:
    """Store an update, if it may be; answers its number (the newest, when it brings nothing)."""
    try:
        parts = parse(data)
    except BadUpdate:
        raise BadInput(code="bad_update", path="$.update") from None
    known = page_rows.clients(ctx.db, row.place, parts.named())
    clocks = {client: clock for client, (_, clock) in known.items()}
    if not parts.complete(clocks):
        raise Conflict(code="gap", path="$.update")
    news = parts.news(clocks)
    if any(client in known and known[client][0] != ctx.person for client in news):
        raise Conflict(code="not_yours", path="$.update")
    if not news and not parts.deleted:
        return row.last_n
    row = _made_room(ctx, row, data, news)
    levels = _levels(ctx, row, parts, data, news)
    if ctx.now - row.kept_at >= KEPT_MS:
        if row.last_n > row.kept_n:
            keep(ctx, row, "kept")
        else:  # the ten minutes begin with what is new since
            ctx.db.execute(update(page_doc).where(page_doc.c.place == row.place).values(kept_at=ctx.now))
    n = row.last_n + 1
    _PUT(ctx.db, {"place": row.place, "n": n, "person": ctx.person, "at": ctx.now, "data": page_rows.encoded(data)})
    for client, clock in news.items():
        _SET_CLIENT(ctx.db, {"place": row.place, "client": client, "person": ctx.person, "clock": clock})
    settles = row.settles
    if settles < ctx.now:
        settles = ctx.now + SETTLED_MS
        ctx.later("page.settle", {"place": row.place}, at=settles, dedupe=f"page.settle.{row.place}")
    size = row.size + len(data)
    _STEP(ctx.db, {"b_place": row.place, "b_n": n, "b_size": size, "b_levels": levels, "b_at": ctx.now, "b_settles": settles})
    ctx.pass_on({"what": "page", "place": row.place, "n": n}, (data, ctx.person, tuple(news)))
    told = _TOLD.one(ctx.db, {"place": row.place, "person": ctx.person})
    if told is None or ctx.now - told[0] >= TOLD_MS:
        _SET_TOLD(ctx.db, {"place": row.place, "person": ctx.person, "told_at": ctx.now})
        tell(ctx, row.place)
    return n


def _made_room(ctx: Context, row: Row, data: bytes, news: Mapping[int, int]) -> Row:
    """Taking away is always possible; for what is new there must be room, which writing the document anew may make."""
    if row.size + len(data) > MOST_DOCUMENT or row.last_n - row.base_n >= MOST_ROWS:
        row = page_rows.compact(ctx.db, row)
        if news and row.size + len(data) > MOST_DOCUMENT:
            raise Conflict(code="page_full", path="$.update")
    return row


def _levels(ctx: Context, row: Row, parts: Update, data: bytes, news: Mapping[int, int]) -> int:
    """How deep elements may stand in each other now. It is a bound that only grows, until a look at the document corrects it."""
    added = parts.levels()
    if row.levels + added <= DEEPEST and len(news) <= 1:
        return row.levels + added
    doc = page_rows.doc_of(ctx.db, row)
    try:
        with taking():
            doc.apply_update(data)
            deep = _depth(doc[page_document.ROOT], 0)
            whole = parse(doc.get_update(), ours=True)
    except NotTaken:
        raise BadInput(code="bad_update", path="$.update") from None
    if deep > DEEPEST:
        raise BadInput(code="bad_update", path="$.update")
    ends = whole.news({})
    if any(ends.get(client, 0) < clock for client, clock in news.items()):
        raise Conflict(code="gap", path="$.update")
    return deep


def _depth(parent: Any, level: int) -> int:
    if level > DEEPEST:
        return level
    return max((_depth(child, level + 1) if hasattr(child, "children") else level + 1 for child in parent.children), default=level)


def tell(ctx: Context, place: str) -> None:
    """Say in the space's log that the page has changed, with its words of now for search."""
    row = page_rows.found(ctx.db, place)
    words = page_document.words(page_document.tree(page_rows.doc_of(ctx.db, row)))[:WORDS]
    ctx.db.execute(update(page_doc).where(page_doc.c.place == place).values(words=words, told_at=ctx.now, told_n=row.last_n))
    ctx.emit("page.changed", Ref("page", place), place=place)


def write_as_house(ctx: Context, row: Row, document: Node) -> int:
    """Let the page show this tree, by an update that is made here and stored like any other, as put by whoever asks for it.

    Text that bears whose words it is (`by`) keeps that.
    """
    doc = page_rows.doc_of(ctx.db, row)
    before = doc.get_state()
    page_document.write(doc, document)
    data = doc.get_update(before)
    n = _take(ctx, row, data)
    pieces = [piece for some in parse(data).pieces.values() for piece in some if piece.kind == 4]
    authors = [node.by for node in page_document.every(document) if node.type == "text" and node.text]
    if len(pieces) == len(authors):  # one piece for each text, in the same order
        rows = [
            {"place": row.place, "client": piece.client, "start": piece.clock, "stop": piece.clock + piece.length, "person": by}
            for piece, by in zip(pieces, authors, strict=True)
            if by is not None and by != ctx.person
        ]
        if rows:
            ctx.db.execute(insert(page_credit).values(rows))
    return n


def keep(ctx: Context, row: Row, why: str, *, by: str | None = None, name: str = "") -> str:
    """Keep the document, as it stands in the rows, as a version; answers its id."""
    document = page_rows.attributed(ctx.db, row)
    wrote = {node.put for node in page_document.every(document) if node.put is not None}
    version = ids.new(ctx.now)
    ctx.db.execute(
        insert(page_version),
        {
            "id": version, "place": row.place, "n": row.last_n, "at": row.at, "why": why, "by": by, "name": name,
            "writers": msgspec.json.encode(sorted(wrote)).decode(), "frozen": page_document.frozen(document).decode(),
        },
    )  # fmt: skip
    ctx.db.execute(update(page_doc).where(page_doc.c.place == row.place).values(kept_at=ctx.now, kept_n=row.last_n))
    return version


class Settle(CommandParams, kw_only=True):
    place: Id


@feature.command("page.settle", gate=Gate.HOUSE, emits=["page.changed"])
def settle(ctx: Context, p: Settle) -> None:
    """A little after somebody has written: bring the page's words up to date, and tidy its updates when they have become many."""
    row = page_rows.there(ctx.db, p.place, hold=True)
    if row is None:
        return
    ctx.db.execute(update(page_doc).where(page_doc.c.place == p.place).values(settles=0))
    if row.last_n - row.base_n >= TIDY_ROWS:
        page_rows.compact(ctx.db, row)
    if row.last_n > row.told_n:
        tell(ctx, p.place)


# -- reading ---------------------------------------------------------------------------------------------------------


class OfPage(Params, kw_only=True):
    place: Id


class PageState(msgspec.Struct):
    """The shared document as one Yjs update (base64), as of its update `n`; `name` and `school` are the reader's own."""

    generation: str
    schema: int
    n: int
    state: bytes
    name: str
    school: str | None
    colour: str


@feature.query("page.state", answers=PageState)
def state(ctx: Context, p: OfPage) -> PageState:
    """The page as the editors share it; whoever has it goes on with the updates that come over the page's socket."""
    row = page_rows.found(ctx.db, p.place)
    me = next(iter(ctx.load("member", [f"{ctx.space}.{ctx.person}"])), None)
    school = getattr(me, "school", None)
    hue = ctx.db.execute(select(schools.c.hue).where(schools.c.id == school)).scalar() if school is not None else None
    colour = COLOURS.get(hue or "", COLOURS[""])
    return PageState(
        row.generation, SCHEMA, row.last_n, page_rows.doc_of(ctx.db, row).get_update(), getattr(me, "name", ""), school, colour
    )


class PageText(msgspec.Struct):
    html: str
    words: int


@feature.query("page.text", answers=PageText)
def text(ctx: Context, p: OfPage) -> PageText:
    """The page of now as clean HTML, for those who read without the editor and for printing."""
    document = page_document.tree(page_rows.doc_of(ctx.db, page_rows.found(ctx.db, p.place)))
    return PageText(page_html.render(document, picture=_source), len(page_document.words(document).split()))


def _source(file: str) -> page_html.PictureSource | None:
    return page_html.PictureSource(f"/files/{file}") if file.replace("-", "").replace("_", "").isalnum() else None


def open_page(ctx: Context, place: str) -> Mapping[str, Any]:
    """The page itself, with the files that lie in it; its text comes over its own socket."""
    files = open_files(ctx, place)
    return {**files, "items": [*ctx.load("page", [place]), *files["items"]]}


def unread(_db: Db, _space: str, _person: str) -> Mapping[str, int]:
    """Nothing counts: a page is never new, it grows."""
    return {}


feature.channels.append(Channel("page", open_page, unread, takes_files=True, forget=page_rows.forget))

feature.example("page.make", "alice", {"space": "{space}", "title": "What the rivers taught us"}, gives="page")
feature.example("page.update", "bob", {"place": "{page}", "update": EXAMPLE})
feature.example("page.state", "pia", {"place": "{page}"})
feature.example("page.text", "pia", {"place": "{page}"})
