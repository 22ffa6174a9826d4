"""What becomes of a page when one of its writers is erased, and what that person gets of their own words.

Letters keep their names (client and clock) and their order: what goes is taken out by an update that only deletes, so that open editors
follow, and then the document is written anew, so that nothing deleted stays in it. Earlier versions lose the same words. A publication
whose words can't be told apart is taken back rather than left standing.
"""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import delete, select, update

from twinspace_server.clock import iso
from twinspace_server.cms import page_document, page_rows, pages
from twinspace_server.cms.files.items import files
from twinspace_server.cms.page_authors import whose
from twinspace_server.cms.page_document import Node
from twinspace_server.cms.page_rows import Row, page_client, page_credit, page_doc, page_update, page_version, page_writer
from twinspace_server.cms.page_updates import ANY, FORMAT, STRING, TYPE, Update, parse
from twinspace_server.cms.publishing.putting import close
from twinspace_server.cms.showing import Frozen
from twinspace_server.law.places import places
from twinspace_server.law.published import public_files, publications, revisions, sites
from twinspace_server.live.feature import Context, Feature
from twinspace_server.live.keeping import Erasing, through
from twinspace_server.live.lib0 import varuint
from twinspace_server.people.traces import TRACE, young_places
from twinspace_server.storage.store import Db

feature = Feature("page_erasing")

WORDS_IN = ("alt", "title", "name", "href")
"""Attributes in which people write."""
Ranges = dict[int, list[tuple[int, int]]]
"""By client: (clock, length)."""


def erase_pages(erasing: Erasing) -> None:
    """Take the person's words out of all pages of the space, their versions, and what strangers see of them."""
    if not erasing.goes("made"):
        return
    ctx, person = erasing.ctx, erasing.person
    ctx.may_emit.add("page.changed")
    here = select(page_client.c.place).join(page_doc, page_doc.c.place == page_client.c.place).where(
        page_client.c.person == person, page_doc.c.space == erasing.space
    )  # fmt: skip
    moved = select(page_credit.c.place).join(page_doc, page_doc.c.place == page_credit.c.place).where(
        page_credit.c.person == person, page_doc.c.space == erasing.space
    )  # fmt: skip
    for place in sorted({row[0] for row in ctx.db.execute(here.union(moved))}):
        row = page_rows.found(ctx.db, place, hold=True)
        before = page_rows.attributed(ctx.db, row)
        _take_out(ctx, row, person)
        _versions(ctx.db, place, person)
        _revisions(ctx, place, person, before)
        pages.tell(ctx, place)
    _shown_files(ctx, person, str(erasing.space))


def _take_out(ctx: Context, row: Row, person: str) -> None:
    row = page_rows.compact(ctx.db, row)  # so that whose words all letters are is known, and stands in the rows
    state = base64.b64decode(row.base)
    gone = _theirs(ctx.db, row, parse(state, ours=True), person)
    if gone:
        data = _deletion(gone)
        n = row.last_n + 1
        ctx.db.execute(page_update.insert(), {"place": row.place, "n": n, "person": person, "at": ctx.now, "data": page_rows.encoded(data)})
        ctx.db.execute(update(page_doc).where(page_doc.c.place == row.place).values(last_n=n, size=row.size + len(data)))
        ctx.pass_on({"what": "page", "place": row.place, "n": n}, (data, person, ()))
    page_rows.compact(ctx.db, page_rows.found(ctx.db, row.place))


def _theirs(db: Db, row: Row, document: Update, person: str) -> Ranges:
    """The letters that are theirs, and what else they wrote: words of pictures and links, and the pictures themselves."""
    persons, credits = page_rows.people_of(db, row.place)
    ask, gone = whose(persons, credits), Ranges()
    for client, some in document.pieces.items():
        for piece in some:
            if piece.kind == STRING:
                clock = piece.clock
                for length, by, _put in ask(client, clock, piece.length):
                    if by == person:
                        gone.setdefault(client, []).append((clock, length))
                    clock += length
            elif persons.get(client) == person and _written(piece):
                gone.setdefault(client, []).append((piece.clock, piece.length))
    return gone


def _written(piece: Any) -> bool:
    if piece.kind == ANY:
        # Of an attribute that follows on another one only the value is told: a text is taken for written.
        return (piece.sub in WORDS_IN or piece.sub is None) and isinstance(piece.content, str)
    if piece.kind == FORMAT:
        return str(piece.content[0]).partition("--")[0] == "link"
    return bool(piece.kind == TYPE and piece.content in ("picture", "video", "attachment"))


def _deletion(gone: Ranges) -> bytes:
    """An update (Yjs, version 1) that brings nothing and deletes these."""
    parts = [varuint(0), varuint(len(gone))]
    for client, some in sorted(gone.items(), reverse=True):
        parts += [varuint(client), varuint(len(some)), *(varuint(clock) + varuint(length) for clock, length in some)]
    return b"".join(parts)


def _without(node: Node, person: str) -> Node:
    """The tree without their words. Who wrote the words of a picture or film is not kept, so where they had a hand these go, too."""
    kept = [_without(child, person) for child in node.content if not (child.type == "text" and (child.by or child.put) == person)]
    attrs = {name: value for name, value in node.attrs.items() if name not in WORDS_IN}
    return msgspec.structs.replace(node, content=kept, attrs=attrs)


def _versions(db: Db, place: str, person: str) -> None:
    for version, frozen in db.execute(select(page_version.c.id, page_version.c.frozen).where(page_version.c.place == place)).fetchall():
        tree = page_document.thawed(frozen)
        if any(person in (node.by, node.put) for node in page_document.every(tree)):
            cleared = page_document.frozen(_without(tree, person)).decode()
            db.execute(update(page_version).where(page_version.c.id == version).values(frozen=cleared))
    db.execute(update(page_version).where(page_version.c.place == place, page_version.c.by == person).values(name=""))


def _revisions(ctx: Context, place: str, person: str, before: Node) -> None:
    """What strangers saw has no authors; where it is word for word what stands there now, these are known all the same."""
    public = ctx.db.execute(select(publications.c.revision).where(publications.c.place == place)).scalar()
    for revision, kept in ctx.db.execute(select(revisions.c.revision, revisions.c.frozen).where(revisions.c.place == place)).fetchall():
        frozen = msgspec.json.decode(kept, type=Frozen)
        this = (revisions.c.place == place) & (revisions.c.revision == revision)
        if frozen.document is not None and page_document.words(frozen.document) == page_document.words(before):
            frozen.document = _plain(_without(before, person))
            ctx.db.execute(update(revisions).where(this).values(frozen=msgspec.json.encode(frozen).decode()))
        elif revision == public:
            close(ctx, [place])
        else:
            ctx.db.execute(delete(revisions).where(this))


def _plain(node: Node) -> Node:
    return msgspec.structs.replace(node, by=None, put=None, content=[_plain(child) for child in node.content])


def _shown_files(ctx: Context, person: str, space: str) -> None:
    """Their pictures and files leave what strangers see of galleries and archives, with what they said of them."""
    theirs = {row[0] for row in ctx.db.execute(select(files.c.id).where(files.c.author == person, files.c.space == space))}
    for place, revision, kept in ctx.db.execute(
        select(revisions.c.place, revisions.c.revision, revisions.c.frozen).where(revisions.c.space == space)
    ).fetchall():
        frozen = msgspec.json.decode(kept, type=Frozen)
        left = [one for one in frozen.files if one.id not in theirs]
        if len(left) != len(frozen.files):
            frozen.files = left
            this = (revisions.c.place == place) & (revisions.c.revision == revision)
            ctx.db.execute(update(revisions).where(this).values(frozen=msgspec.json.encode(frozen).decode()))
    made = select(places.c.id).where(young_places(person))
    ctx.db.execute(update(revisions).where(revisions.c.space == space, revisions.c.place.in_(made)).values(title=TRACE, description=""))
    ctx.db.execute(update(publications).where(publications.c.space == space, publications.c.place.in_(made)).values(slug=""))


def words_of(db: Db, person: str) -> Iterator[Mapping[str, Any]]:
    """The words that are a person's, page by page, as they stand there now."""
    wrote = select(page_client.c.place).where(page_client.c.person == person)
    moved = select(page_credit.c.place).where(page_credit.c.person == person)
    for place in sorted({row[0] for row in db.execute(wrote.union(moved))}):
        row = page_rows.found(db, place)
        pieces = [node.text for node in page_document.every(page_rows.attributed(db, row)) if node.type == "text" and node.by == person]
        yield {"place": place, "words": pieces, "as_of": iso(row.at)}


feature.keeps(page_update, "person", "made", becomes={}, also=erase_pages, gives=words_of)
feature.keeps(
    page_client,
    "person",
    "stays",
    given=False,
    why="whose a mark in a page's document is, by id: without it letters of others have no place",
)
feature.keeps(page_credit, "person", "stays", given=False, why="whose words moved letters are, by id")
feature.keeps(page_version, "by", "stays", given=False, why="who had a version kept; its words are taken out with the page's")
feature.keeps(page_writer, "person", "stays", given=False, why="who has written in a page, by id")
feature.keeps_nothing(page_doc, "the document of a page; whose words are in it say its updates")
feature.keeps(revisions, "by", "stays", given=False, why="who let strangers read a place")
feature.keeps(publications, "by", "stays", given=False, why="who let strangers read a place")
feature.keeps(public_files, through(public_files, "file", files, "author"), "made", given=False)
feature.keeps_nothing(sites, "the public address of a space")
