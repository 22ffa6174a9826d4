"""Search in a space: everything that one may read, by the words in it, the newest first.

The law gives the readable places; they go into the index as parameters. What the index proposes is loaded like everything else,
and the loader decides: held, hidden and private things of others never come up, nor are they counted.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from twinspace_server.errors import BadInput
from twinspace_server.jobs import HOUSE
from twinspace_server.live import indexing
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Item, Params
from twinspace_server.storage import fulltext
from twinspace_server.storage.fulltext import Hit, Readable, words_in

PAGE = 20
SHORTEST = 2
MOST_WORDS = 8
AROUND = 70
TIDY_MS = 600_000

feature = Feature("search")


class Find(Params, kw_only=True):
    space: Id
    text: Annotated[str, Meta(min_length=1, max_length=100)]
    kinds: Annotated[list[str], Meta(max_length=20, description="Kinds of items; without them all.")] | None = None
    before: Annotated[Id, Meta(description="The `id` of the last hit that is known.")] | None = None


class Piece(msgspec.Struct):
    """A part of an excerpt; `hit` where it is what was looked for. Plain text."""

    text: str
    hit: bool


class Found(msgspec.Struct):
    """An item that holds the words, where it stands, who made it and when, as far as it says so."""

    kind: str
    id: str
    place: str
    at: str | None
    by: str | None
    excerpt: list[Piece]


class Hits(msgspec.Struct):
    """The newest first; `more` says that there are older ones."""

    hits: list[Found]
    more: bool


@feature.query("search.find", answers=Hits)
def find(ctx: Context, p: Find) -> Hits:
    """Find what holds all of these words, the last one perhaps only begun, among everything that one may read in the space."""
    wanted = [word for _, _, word in words_in(p.text)]
    if not wanted or len("".join(wanted)) < SHORTEST:
        raise BadInput(code="search_too_short", path="$.text", least=SHORTEST)
    wanted = list(dict.fromkeys(wanted[:-1])) + wanted[-1:]
    if len(wanted) > MOST_WORDS:
        raise BadInput(code="search_too_long", path="$.text", most=MOST_WORDS)
    before = fulltext.number(ctx.db, ctx.space, p.before) if p.before is not None else None
    reader = Readable(ctx.person, ctx.view.rights.keys(), ctx.view.moderates)
    hits: list[Found] = []
    while True:
        proposed = fulltext.find(ctx.db, ctx.space, wanted, reader, before, PAGE + 1)
        for hit, item in _readable(ctx, proposed):
            if p.kinds is None or hit.kind in p.kinds:
                hits.append(_shown(ctx, hit, item, wanted))
        if len(hits) > PAGE or len(proposed) <= PAGE:
            return Hits(hits[:PAGE], len(hits) > PAGE)
        before = proposed[-1].n


def _readable(ctx: Context, proposed: Sequence[Hit]) -> list[tuple[Hit, Item]]:
    """Those of them that are there, have words, and are for this reader."""
    loaded: dict[tuple[str, str], Item] = {}
    for kind in {hit.kind for hit in proposed if hit.kind in ctx.registry.items}:
        # As it is stored: how it is dressed for a reader may leave its words out.
        known = ctx.registry.items[kind]
        there = known.load(ctx.db, [hit.id for hit in proposed if hit.kind == kind])
        loaded.update({(kind, name): item for name, item in there.items() if ctx.sees(known, item)})
    return [(hit, item) for hit in proposed if (item := loaded.get((hit.kind, hit.id))) is not None and _words(ctx, hit.kind, item)]


def _words(ctx: Context, kind: str, item: Item) -> str:
    words = ctx.registry.items[kind].words
    return (words(item) if words is not None else None) or ""


def _shown(ctx: Context, hit: Hit, item: Item, wanted: Sequence[str]) -> Found:
    told: Any = item
    by = getattr(told, "author", None) or getattr(told, "by", None)
    place = ctx.registry.items[hit.kind].place(item) or ctx.space
    return Found(hit.kind, hit.id, place, getattr(told, "at", None), by, excerpt(_words(ctx, hit.kind, item), wanted))


def excerpt(words: str, wanted: Sequence[str]) -> list[Piece]:
    """The neighbourhood of the first word that was looked for, with all of them marked."""
    *whole, begun = wanted
    marked = [(start, end) for start, end, word in words_in(words) if word in whole or word.startswith(begun)]
    first = marked[0][0] if marked else 0
    start, end = max(0, first - AROUND), min(len(words), first + 2 * AROUND)
    if start > 0:
        start = words.find(" ", start, first) + 1 or start
    if end < len(words):
        end = max(words.rfind(" ", first, end), marked[0][1] if marked else 0) if " " in words[first:end] else end
    pieces = [Piece("…", False)] if start > 0 else []
    at = start
    for begin, stop in marked:
        if begin < at or stop > end:
            continue
        pieces += [Piece(words[at:begin], False)] if begin > at else []
        pieces.append(Piece(words[begin:stop], True))
        at = stop
    if at < end:
        pieces.append(Piece(words[at:end], False))
    return [*pieces, Piece("…", False)] if end < len(words) else pieces


feature.example("search.find", "pia", {"space": "{space}", "text": "line", "kinds": ["message"]})


class Index(CommandParams, kw_only=True):
    pass


@feature.command("search.index", gate=Gate.HOUSE, answers={"more": bool})
def take_up(ctx: Context, p: Index) -> Mapping[str, Any]:
    """Put into the index what happened in this space since it was done last; the first time, everything that is there."""
    more, removed = indexing.step(ctx.db, ctx.registry, ctx.space)
    if removed:
        # It is no longer found; soon it is no longer in the file.
        ctx.later("search.tidy", {}, at=ctx.now + TIDY_MS, space=HOUSE, dedupe="search.tidy")
    return {"more": more}


class Tidy(CommandParams, kw_only=True):
    pass


@feature.command("search.tidy", gate=Gate.HOUSE)
def tidy(ctx: Context, p: Tidy) -> None:
    """Overwrite in the index's file what was taken out of the index."""
    fulltext.tidy(ctx.db)


class Forget(CommandParams, kw_only=True):
    pass


@feature.command("search.forget", gate=Gate.HOUSE)
def forget(ctx: Context, p: Forget) -> None:
    """Empty the index; it is built anew, space by space."""
    fulltext.clear(ctx.db)
