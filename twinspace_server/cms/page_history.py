"""The history of a page (CMS-16): versions that are kept, who wrote what in them, comparing and bringing back.

A version is kept as it stood when somebody goes on writing after ten minutes, before one is brought back, before it is
published, and when somebody gives the present one a name. Versions hold what was taken out of the page since, so they are for
those who may edit it and for the staff, and the staff can take one away.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import delete, func, select, update

from twinspace_server import texts
from twinspace_server.clock import iso
from twinspace_server.cms import page_rows, pages
from twinspace_server.cms.page_document import BLOCKS, Node, TextMark, thawed, words
from twinspace_server.cms.page_rows import page_version
from twinspace_server.cms.pages import OfPage
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Feature, Id

PAGE = 50
MOST_VERSIONS = 500
NOW = "now"
"""The version that is being written."""

feature = Feature("page_history")

Why = Literal["kept", "named", "before_restore", "published"]


class Version(msgspec.Struct):
    """A version; `at` is when its last words were written, `writers` whose hands are in it, `by` who had it kept."""

    id: str
    at: str
    why: Why
    by: str | None
    name: str
    writers: list[str]


class Versions(msgspec.Struct):
    versions: list[Version]
    more: bool


class ListVersions(OfPage, kw_only=True):
    before: Id | None = None


_COLUMNS = (page_version.c.id, page_version.c.at, page_version.c.why, page_version.c.by, page_version.c.name, page_version.c.writers)


def require_history(ctx: Context, place: str) -> None:
    """Go on only for those who may edit the page, and the staff."""
    page_rows.found(ctx.db, place)
    if not ctx.view.staff_at(place):
        row = ctx.rules.places[place]
        ctx.accept(ctx.rules.decide(ctx.person, place, Right.EDIT, own=row.author == ctx.person, when_closed=True))


@feature.query("page.versions", answers=Versions)
def versions(ctx: Context, p: ListVersions) -> Versions:
    """The kept versions, the newest first. For those who may edit the page, and the staff."""
    require_history(ctx, p.place)
    query = select(*_COLUMNS).where(page_version.c.place == p.place)
    if p.before is not None:
        query = query.where(page_version.c.id < p.before)
    rows = ctx.db.execute(query.order_by(page_version.c.id.desc()).limit(PAGE + 1)).fetchall()
    return Versions([_version(row) for row in rows[:PAGE]], len(rows) > PAGE)


def _version(row: Sequence[Any]) -> Version:
    name, at, why, by, title, writers = row[:6]
    return Version(name, iso(int(at)), why, by, title, msgspec.json.decode(writers, type=list[str]))


class OneVersion(OfPage, kw_only=True):
    version: Id


class Shown(msgspec.Struct):
    """A version as a tree of nodes; each piece of text has `by`, whose words it is, and `put`, who put it there."""

    document: Node


@feature.query("page.version", answers=Shown)
def version(ctx: Context, p: OneVersion) -> Shown:
    """A version of the page with who wrote what; `now` is what stands there now."""
    require_history(ctx, p.place)
    return Shown(_document(ctx, p.place, p.version))


def _document(ctx: Context, place: str, wanted: str) -> Node:
    if wanted == NOW:
        return page_rows.attributed(ctx.db, page_rows.found(ctx.db, place))
    kept = ctx.db.execute(select(page_version.c.frozen).where(page_version.c.place == place, page_version.c.id == wanted)).scalar()
    if kept is None:
        raise NotFound()
    return thawed(kept)


# -- comparing -------------------------------------------------------------------------------------------------------


class Run(msgspec.Struct, omit_defaults=True):
    """A piece of a block: the same in both, only in the newer one, or only in the older one."""

    text: str
    how: Literal["same", "new", "gone"] = "same"
    by: str | None = None
    put: str | None = None
    marks: list[str] = []


class Block(msgspec.Struct, omit_defaults=True):
    """A block of text (a paragraph, a heading, a cell) in either of two versions."""

    type: str
    how: Literal["same", "changed", "new", "gone"]
    runs: list[Run]
    level: int = 0


class Compared(msgspec.Struct):
    blocks: list[Block]


class Compare(OfPage, kw_only=True):
    older: Id
    newer: Id = NOW


@feature.query("page.compare", answers=Compared)
def compare(ctx: Context, p: Compare) -> Compared:
    """What became of one version in another: block by block, with who wrote what."""
    require_history(ctx, p.place)
    before = list(_blocks(_document(ctx, p.place, p.older)))
    after = list(_blocks(_document(ctx, p.place, p.newer)))
    found: list[Block] = []
    matcher = SequenceMatcher(None, [_said(block) for block in before], [_said(block) for block in after], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            found += [_as(block, "same") for block in after[c:d]]
            continue
        old, new = before[a:b], after[c:d]
        for one, other in zip(old, new, strict=False):
            found += _changed(one, other)
        found += [_as(block, "gone") for block in old[len(new) :]] + [_as(block, "new") for block in new[len(old) :]]
    return Compared(found)


def _blocks(node: Node) -> Iterator[Node]:
    """The innermost blocks, in their order."""
    inner = [child for child in node.content if child.type in BLOCKS]
    if inner:
        for child in inner:
            yield from _blocks(child)
    elif node.type != "doc":
        yield node


def _said(block: Node) -> str:
    return f"{block.type} {block.attrs.get('level', '')} {words(block)}"


def _pieces(block: Node) -> Iterator[Node]:
    for child in block.content:
        yield child if child.type == "text" else Node("text", text="\n" if child.type == "hardBreak" else "")
    if block.type in ("picture", "video", "attachment") and not block.content:
        yield Node("text", text=str(block.attrs.get("title") or block.attrs.get("alt") or block.attrs.get("name") or ""))


def _as(block: Node, how: Literal["same", "new", "gone"]) -> Block:
    level = block.attrs.get("level", 0)
    runs = [Run(piece.text, how, piece.by, piece.put, _names(piece.marks)) for piece in _pieces(block) if piece.text]
    return Block(block.type, how, runs, level if isinstance(level, int) else 0)


def _names(marks: Sequence[TextMark]) -> list[str]:
    return [mark.type for mark in marks]


def _changed(old: Node, new: Node) -> list[Block]:
    """Two blocks in the same spot: one changed block if they still have words in common, else one gone and one new."""
    before, after = _letters(old), _letters(new)
    matcher = SequenceMatcher(None, [word for word, _ in before], [word for word, _ in after], autojunk=False)
    if matcher.ratio() < 0.3:
        return [_as(old, "gone"), _as(new, "new")]
    runs: list[Run] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            runs += [_run(word, piece, "same") for word, piece in after[c:d]]
        else:
            runs += [_run(word, piece, "gone") for word, piece in before[a:b]] + [_run(word, piece, "new") for word, piece in after[c:d]]
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and (last.how, last.by, last.put, last.marks) == (run.how, run.by, run.put, run.marks):
            last.text += run.text
        else:
            joined.append(run)
    level = new.attrs.get("level", 0)
    return [Block(new.type, "changed", joined, level if isinstance(level, int) else 0)]


def _letters(block: Node) -> list[tuple[str, Node]]:
    """Words, and what is between them, each with the piece it is of."""
    found: list[tuple[str, Node]] = []
    for piece in _pieces(block):
        word = ""
        for letter in piece.text:
            if letter.isalnum():
                word += letter
                continue
            if word:
                found.append((word, piece))
                word = ""
            found.append((letter, piece))
        if word:
            found.append((word, piece))
    return found


def _run(word: str, piece: Node, how: Literal["same", "new", "gone"]) -> Run:
    return Run(word, how, piece.by, piece.put, _names(piece.marks))


# -- keeping and bringing back -----------------------------------------------------------------------------------------


class NameVersion(CommandParams, kw_only=True):
    place: Id
    name: Annotated[str, Meta(min_length=1, max_length=120)]
    version: Id | None = None


@feature.command("page.name_version", answers={"version": Version}, keyed=False)
def name_version(ctx: Context, p: NameVersion) -> Mapping[str, Any]:
    """Give a version a name; without one, keep the page as it is now under that name."""
    pages.require_edit(ctx, p.place)
    row = page_rows.found(ctx.db, p.place, hold=True)
    name = texts.line(p.name, "$.name")
    if p.version is None or p.version == NOW:
        same = (page_version.c.place == p.place) & (page_version.c.n == row.last_n) & (page_version.c.name == name)
        known = ctx.db.execute(select(page_version.c.id).where(same)).scalar()
        if known is not None:
            return {"version": _kept(ctx, p.place, known)}
        there = select(func.count()).select_from(page_version).where(page_version.c.place == p.place)
        if ctx.db.execute(there).scalar_one() >= MOST_VERSIONS:
            raise Conflict(code="too_many_versions", most=MOST_VERSIONS)
        return {"version": _kept(ctx, p.place, pages.keep(ctx, row, "named", by=ctx.person, name=name))}
    one = (page_version.c.place == p.place) & (page_version.c.id == p.version)
    if not ctx.db.execute(update(page_version).where(one).values(name=name)).rowcount:
        raise NotFound()
    return {"version": _kept(ctx, p.place, p.version)}


def _kept(ctx: Context, place: str, wanted: str) -> Any:
    row = ctx.db.execute(select(*_COLUMNS).where(page_version.c.place == place, page_version.c.id == wanted)).one()
    return msgspec.to_builtins(_version(row))


class RestoreVersion(CommandParams, kw_only=True):
    place: Id
    version: Id


@feature.command("page.restore", emits=["page.changed"])
def restore(ctx: Context, p: RestoreVersion) -> None:
    """Bring a version back; what stands there now is kept as one first, so that this can be undone."""
    pages.require_edit(ctx, p.place)
    row = page_rows.found(ctx.db, p.place, hold=True)
    document = _document(ctx, p.place, p.version)
    pages.keep(ctx, row, "before_restore", by=ctx.person)
    row = page_rows.found(ctx.db, p.place, hold=True)
    pages.write_as_house(ctx, row, document)
    pages.tell(ctx, p.place)  # at once: what was taken out must not be found any more


@feature.command("page.drop_version", when_closed=True)
def drop_version(ctx: Context, p: RestoreVersion) -> None:
    """Take a version away for good, because of what it says. Teachers and administrators."""
    ctx.require_moderator(p.place)
    if not ctx.db.execute(delete(page_version).where(page_version.c.place == p.place, page_version.c.id == p.version)).rowcount:
        raise NotFound()


feature.example("page.make", "alice", {"space": "{space}", "title": "River diary"}, gives="diary")
feature.example("page.update", "bob", {"place": "{diary}", "update": pages.EXAMPLE})
feature.example("page.name_version", "bob", {"place": "{diary}", "name": "Before the summer"}, gives="summer")
feature.example("page.versions", "bob", {"place": "{diary}"})
feature.example("page.version", "bob", {"place": "{diary}", "version": "{summer}"})
feature.example("page.compare", "bob", {"place": "{diary}", "older": "{summer}", "newer": "now"})
feature.example("page.restore", "bob", {"place": "{diary}", "version": "{summer}"})
feature.example("page.name_version", "bob", {"place": "{diary}", "name": "A slip"}, gives="slip")
feature.example("page.drop_version", "alice", {"place": "{diary}", "version": "{slip}"})
