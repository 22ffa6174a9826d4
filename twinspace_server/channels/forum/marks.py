"""What one person alone knows of topics: up to where they are read, and which one follows.

Kept at the person's desk, so that all their devices agree. Nobody else learns of it, the author and the staff included.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import and_, or_, select

from twinspace_server.errors import NotFound
from twinspace_server.law import load as law_load
from twinspace_server.live import log
from twinspace_server.live.feature import CommandParams, Context, Gate, Id, Params, Ref
from twinspace_server.storage.hot import upsert

from .items import TopicMark, feature, load_topics
from .tables import marks, topics

MOST_MARKS = 500

_PUT = upsert(marks, ["person", "topic"], ["seq", "follows"])


class Seen(CommandParams, kw_only=True):
    place: Id
    topic: Annotated[Id, Meta(description="Without one: everything in the forum.")] | None = None
    seq: Annotated[int, Meta(ge=0, le=2**53)]


@feature.command("forum.seen", gate=Gate.PERSON, answers={"mark": TopicMark}, emits=["forum.marked"], when_closed=True)
def seen(ctx: Context, p: Seen) -> Mapping[str, Any]:
    """I have read this topic (or all of the forum) up to that number. A mark never goes back, and not beyond what has happened."""
    space = _space(ctx, p.place, p.topic)
    newest, _ = log.head(ctx.db, space)
    return _mark(ctx, space, p.topic or p.place, seq=min(p.seq, newest))


class Follow(CommandParams, kw_only=True):
    place: Id
    topic: Id
    on: bool


@feature.command("forum.follow", gate=Gate.PERSON, answers={"mark": TopicMark}, emits=["forum.marked"], when_closed=True)
def follow(ctx: Context, p: Follow) -> Mapping[str, Any]:
    """Follow a topic, or follow it no more. Nobody else learns of it."""
    return _mark(ctx, _space(ctx, p.place, p.topic), p.topic, follows=p.on)


def _space(ctx: Context, place: str, topic: str | None) -> str:
    """The space of a forum that I may read, with that topic in it."""
    space = law_load.space_of(ctx.db, place)
    law = ctx.law_of(space) if space is not None else None
    if space is None or law is None or place not in law.readable(ctx.person) or law.places[place].kind != "forum":
        raise NotFound()
    if topic is not None and ((found := load_topics(ctx.db, [topic]).get(topic)) is None or found.place != place):
        raise NotFound()
    return space


def _mark(ctx: Context, space: str, topic: str, *, seq: int = 0, follows: bool | None = None) -> Mapping[str, Any]:
    known = ctx.db.execute(select(marks.c.seq, marks.c.follows).where(marks.c.person == ctx.person, marks.c.topic == topic)).first()
    before = (known[0], bool(known[1])) if known is not None else (0, False)
    after = (max(seq, before[0]), before[1] if follows is None else follows)
    name = f"{ctx.person}.{topic}"
    if after != before or known is None:
        _PUT(ctx.db, {"person": ctx.person, "topic": topic, "space": space, "seq": after[0], "follows": int(after[1])})
        ctx.emit("forum.marked", Ref("topic_mark", name))
    return {"mark": Ref("topic_mark", name)}


class AskMarks(Params, kw_only=True):
    place: Id


class Marks(msgspec.Struct):
    """`read` is the number up to which all of the forum is read; `marks` are of topics with something newer, and of those I follow."""

    read: int
    marks: list[TopicMark]


@feature.query("forum.marks", answers=Marks)
def my_marks(ctx: Context, p: AskMarks) -> Marks:
    """My own marks in a forum; topics that are not named are read up to `read`."""
    whole = select(marks.c.seq).where(marks.c.person == ctx.person, marks.c.topic == p.place)
    read = int(ctx.db.execute(whole).scalar() or 0)
    mine = select(marks.c.topic, marks.c.space, marks.c.seq, marks.c.follows).join(topics, topics.c.id == marks.c.topic)
    wanted = and_(marks.c.person == ctx.person, topics.c.place == p.place, topics.c.binned_at.is_(None))
    news = or_(marks.c.follows == 1, topics.c.last_seq > read)
    rows = ctx.db.execute(mine.where(wanted, news).order_by(topics.c.last_seq.desc()).limit(MOST_MARKS))
    return Marks(read, [TopicMark(id=row[0], space=row[1], seq=row[2], follows=bool(row[3])) for row in rows])
