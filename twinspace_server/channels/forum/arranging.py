"""Keeping a forum in order: making one, pinning, closing and moving topics, and their bin.

Pinning, closing and moving need *edit*; who deletes a topic with other people's answers needs *delete*, its author only
while nobody else has answered.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import func, select, update

from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Gone, Id, Params, Ref
from twinspace_server.spaces.tree import MakePlace, Place, make
from twinspace_server.storage import fulltext

from .items import Topic, feature
from .posting import in_forum, the_topic
from .tables import posts, topics

MOST_PINNED = 10
BINNED_SHOWN = 100


@feature.command("forum.make", right=None, answers={"place": Place}, emits=["place.added"], law=True)
def make_forum(ctx: Context, p: MakePlace) -> Mapping[str, Any]:
    """Make a forum: in a folder whoever may *add* there, at the root administrators. Guests are left out."""
    return {"place": make(ctx, "forum", p)}


class OfTopic(CommandParams, kw_only=True):
    place: Id
    topic: Id


class Pin(OfTopic, kw_only=True):
    on: bool


@feature.command("forum.pin", right=Right.EDIT, answers={"topic": Topic}, emits=["forum.arranged"])
def pin(ctx: Context, p: Pin) -> Mapping[str, Any]:
    """Keep a topic above the others, or let it go with the time again; a forum has at most ten pinned ones."""
    ctx.hold()
    topic = the_topic(ctx, p.place, p.topic)
    if p.on and not topic.pinned:
        pinned = select(func.count()).where(topics.c.place == p.place, topics.c.pinned == 1, topics.c.binned_at.is_(None))
        if ctx.db.execute(pinned).scalar_one() >= MOST_PINNED:
            raise Conflict(code="too_many_pinned", most=MOST_PINNED)
    return _arrange(ctx, p, topic.pinned != p.on, pinned=int(p.on))


class Close(OfTopic, kw_only=True):
    on: bool


@feature.command("forum.close", right=Right.EDIT, answers={"topic": Topic}, emits=["forum.arranged"])
def close(ctx: Context, p: Close) -> Mapping[str, Any]:
    """Take no more answers in a topic, or open it again."""
    ctx.hold()
    topic = the_topic(ctx, p.place, p.topic)
    return _arrange(ctx, p, topic.closed != p.on, closed=int(p.on))


def _arrange(ctx: Context, p: OfTopic, changes: bool, **values: int) -> Mapping[str, Any]:
    if changes:
        ctx.db.execute(update(topics).where(topics.c.id == p.topic).values(values))
        ctx.emit("forum.arranged", Ref("topic", p.topic), place=p.place)
    return {"topic": Ref("topic", p.topic)}


class Move(OfTopic, kw_only=True):
    to: Id


@feature.command("forum.move", right=Right.EDIT, answers={"topic": Topic}, emits=["forum.moved", "forum.arrived"])
def move(ctx: Context, p: Move) -> Mapping[str, Any]:
    """Put a topic with all its posts into another forum of the space: needs *edit* here and *add* there. It arrives unpinned."""
    ctx.hold()
    the_topic(ctx, p.place, p.topic)
    ctx.require(p.to, Right.ADD)
    in_forum(ctx, p.to)
    if p.to == p.place:
        raise BadInput(code="same_forum", path="$.to")
    ctx.db.execute(update(topics).where(topics.c.id == p.topic).values(place=p.to, pinned=0))
    ctx.db.execute(update(posts).where(posts.c.topic == p.topic).values(place=p.to))
    fulltext.move(ctx.db, "post", select(posts.c.id).where(posts.c.topic == p.topic), p.to)
    ctx.emit("forum.moved", place=p.place, gone=[Gone("topic", p.topic)])
    ctx.emit("forum.arrived", Ref("topic", p.topic), place=p.to)
    return {"topic": Ref("topic", p.topic)}


@feature.command("forum.bin", emits=["forum.binned"])
def bin_topic(ctx: Context, p: OfTopic) -> None:
    """Put a topic into the bin: who may *delete* here, or its author while nobody else has answered."""
    ctx.require(p.place, Right.DELETE, own=True)
    ctx.hold()
    topic = the_topic(ctx, p.place, p.topic)
    others = select(posts.c.id).where(posts.c.topic == p.topic, posts.c.author != ctx.person).limit(1)
    ctx.require(p.place, Right.DELETE, own=topic.by == ctx.person and ctx.db.execute(others).first() is None)
    ctx.db.execute(update(topics).where(topics.c.id == p.topic).values(binned_at=ctx.now, binned_by=ctx.person))
    ctx.emit("forum.binned", place=p.place, gone=[Gone("topic", p.topic)])


@feature.command("forum.unbin", answers={"topic": Topic}, emits=["forum.unbinned"])
def unbin(ctx: Context, p: OfTopic) -> Mapping[str, Any]:
    """Take a topic out of the bin: whoever put it there, and who may *delete* here."""
    ctx.require(p.place, Right.DELETE, own=True)
    ctx.hold()
    in_forum(ctx, p.place)
    row = ctx.db.execute(select(topics.c.place, topics.c.binned_by).where(topics.c.id == p.topic, topics.c.binned_at.is_not(None))).first()
    if row is None or row[0] != p.place:
        raise NotFound()
    if row[1] != ctx.person and not ctx.rules.decide(ctx.person, p.place, Right.DELETE).allowed:
        raise NotFound()
    ctx.db.execute(update(topics).where(topics.c.id == p.topic).values(binned_at=None, binned_by=None))
    ctx.emit("forum.unbinned", Ref("topic", p.topic), place=p.place)
    return {"topic": Ref("topic", p.topic)}


class AskBinned(Params, kw_only=True):
    place: Id


class BinnedTopic(msgspec.Struct):
    id: str
    title: str
    at: str
    by: str


class BinnedTopics(msgspec.Struct):
    topics: list[BinnedTopic]


@feature.query("forum.bin_contents", answers=BinnedTopics, right=Right.DELETE)
def bin_contents(ctx: Context, p: AskBinned) -> BinnedTopics:
    """The newest hundred topics in this forum's bin, for who may *delete* here; `by` put it there."""
    in_forum(ctx, p.place)
    binned = select(topics.c.id, topics.c.title, topics.c.binned_at, topics.c.binned_by).where(topics.c.place == p.place)
    rows = ctx.db.execute(binned.where(topics.c.binned_at.is_not(None)).order_by(topics.c.binned_at.desc()).limit(BINNED_SHOWN))
    return BinnedTopics([BinnedTopic(row[0], row[1], iso(row[2]), row[3]) for row in rows])
