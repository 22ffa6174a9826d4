"""Reading a forum: its topics with the liveliest first, and the posts of a topic in the order in which they were written.

Pages end early where they get long: a page must fit into a frame, and fifty posts in Georgian may have 1 MB.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import and_, bindparam, func, select

from twinspace_server.errors import BadInput, NotFound
from twinspace_server.live.feature import Context, Id, Params
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.unread import marks as read_marks

from .items import POST_COLUMNS, TOPIC_COLUMNS, Post, PostOriginal, Topic, feature, load_posts, originals_of, post_of, topic_of
from .posting import in_forum, the_topic
from .tables import posts, topics

TOPICS = 30
POSTS = 30
PAGE_BYTES = 26_000
BESIDE_BYTES = 8_000
ITEM_BYTES = 350


class AskTopics(Params, kw_only=True):
    place: Id
    before: Annotated[int, Meta(ge=0, le=2**53, description="The `last_seq` of the last topic that is known.")] | None = None
    limit: Annotated[int, Meta(ge=1, le=TOPICS)] = TOPICS


class TopicsPage(msgspec.Struct):
    """Topics without the pinned ones, the liveliest first, as of `seq`."""

    topics: list[Topic]
    more: bool
    seq: int


@feature.query("forum.topics", answers=TopicsPage)
def list_topics(ctx: Context, p: AskTopics) -> TopicsPage:
    """Topics that were lively before a number; without one the liveliest. The pinned ones stand in `place.open`."""
    in_forum(ctx, p.place)
    return TopicsPage(*_topics(ctx.db, p.place, p.before, p.limit), ctx.as_of[0])


def _topics(db: Db, place: str, before: int | None, limit: int) -> tuple[list[Topic], bool]:
    there = select(*TOPIC_COLUMNS).where(topics.c.place == place, topics.c.pinned == 0, topics.c.binned_at.is_(None))
    if before is not None:
        there = there.where(topics.c.last_seq < before)
    rows = db.execute(there.order_by(topics.c.last_seq.desc()).limit(limit + 1)).fetchall()
    return [topic_of(row) for row in rows[:limit]], len(rows) > limit


class AskPosts(Params, kw_only=True):
    place: Id
    topic: Annotated[Id, Meta(description="May be left out with `around`: then it is that post's.")] | None = None
    before: Id | None = None
    after: Id | None = None
    around: Id | None = None
    since: Annotated[int, Meta(ge=0, le=2**53, description="Around the first post that is newer than this number.")] | None = None
    newest: bool = False
    limit: Annotated[int, Meta(ge=1, le=POSTS)] = POSTS


class PostsPage(msgspec.Struct):
    """Posts, oldest first, as of `seq`; `also` are posts outside that these quote, `originals` are for the staff."""

    topic: Topic
    posts: list[Post]
    also: list[Post]
    originals: list[PostOriginal]
    older: bool
    newer: bool
    seq: int


@feature.query("forum.posts", answers=PostsPage)
def list_posts(ctx: Context, p: AskPosts) -> PostsPage:
    """Posts of a topic before or after one, around one, since a number, or the newest; without any of these from the beginning."""
    if sum(x is not None for x in (p.before, p.after, p.around, p.since)) + p.newest > 1:
        raise BadInput(code="one_direction", path="$")
    topic = the_topic(ctx, p.place, p.topic or _topic_of(ctx, p))
    within, db = Within(topic.id, p.limit), ctx.db
    if p.around is not None:
        found = within.both_sides(db, _seq(db, topic, p.around, "$.around"))
    elif p.since is not None:
        first = db.execute(select(func.min(posts.c.seq)).where(posts.c.topic == topic.id, posts.c.seq > p.since)).scalar()
        found = within.both_sides(db, first) if first is not None else within.posts(db, None, newest=True)
    elif p.before is not None:
        found = within.posts(db, posts.c.seq < _seq(db, topic, p.before, "$.before"), newest=True)
    elif p.after is not None:
        found = within.posts(db, posts.c.seq > _seq(db, topic, p.after, "$.after"), newest=False)
    else:
        found = within.posts(db, None, newest=p.newest)
    also, kept = _beside(ctx, p.place, found)
    older, newer = within.beyond(db, found)
    return PostsPage(topic, found, also, kept, older, newer, ctx.as_of[0])


def _topic_of(ctx: Context, p: AskPosts) -> str:
    """The topic of the post that is asked for."""
    if p.around is None:
        raise BadInput(code="topic_missing", path="$.topic")
    in_forum(ctx, p.place)
    post = load_posts(ctx.db, [p.around]).get(p.around)
    if post is None or post.place != p.place:
        raise NotFound()
    return post.topic


def _seq(db: Db, topic: Topic, post: str, path: str) -> int:
    row = db.execute(select(posts.c.seq).where(posts.c.id == post, posts.c.topic == topic.id)).first()
    if row is None:
        raise BadInput(code="unknown_post", path=path)
    return int(row[0])


@dataclass(frozen=True, slots=True)
class Within:
    """Stretches of one topic, of at most `limit` posts."""

    topic: str
    limit: int

    def both_sides(self, db: Db, middle: int) -> list[Post]:
        """What came before the post with this number, and from it on: each within half a page, so that neither crowds the other out."""
        later = self.posts(db, posts.c.seq >= middle, newest=False, share=2)
        return self.posts(db, posts.c.seq < middle, newest=True, share=2) + later

    def posts(self, db: Db, where: Any, *, newest: bool, share: int = 1) -> list[Post]:
        """The first or last posts of which this holds."""
        of_topic = select(*POST_COLUMNS).where(posts.c.topic == self.topic)
        if where is not None:
            of_topic = of_topic.where(where)
        rows = db.execute(of_topic.order_by(posts.c.seq.desc() if newest else posts.c.seq).limit(-(-self.limit // share))).fetchall()
        found = [post_of(row) for row in rows[: max(1, _fitting([row[6] for row in rows], PAGE_BYTES // share))]]
        return found[::-1] if newest else found

    def beyond(self, db: Db, found: Sequence[Post]) -> tuple[bool, bool]:
        """Whether there are posts before and after these."""
        if not found:
            return False, False
        ends = select(func.min(posts.c.seq), func.max(posts.c.seq)).where(posts.c.topic == self.topic)
        first, last = db.execute(ends).one()
        return first < found[0].seq, last > found[-1].seq


def _fitting(words: Iterable[str], most: int) -> int:
    """How many of them a page holds. JSON may write a character in six bytes, but hardly a text."""
    size = count = 0
    for count, text in enumerate(words, 1):
        size += len(msgspec.json.encode(text)) + ITEM_BYTES
        if size > most:
            return count - 1
    return count


def _beside(ctx: Context, place: str, found: Sequence[Post]) -> tuple[list[Post], list[PostOriginal]]:
    """The posts that these quote but that are not among them; and for the staff what these said before."""
    here = {post.id for post in found}
    quoted = sorted({post.quote for post in found if post.quote is not None} - here)
    also = list(load_posts(ctx.db, quoted).values()) if quoted else []
    also = also[: _fitting([post.text for post in also], BESIDE_BYTES)]
    if not here or not ctx.view.staff_at(place):
        return also, []
    kept = originals_of(ctx.db, here)[::-1]
    return also, kept[: _fitting([f"{o.title or ''}{o.text}" for o in kept], BESIDE_BYTES)][::-1]


def open_forum(ctx: Context, place: str) -> Mapping[str, Any]:
    """The pinned topics, then the thirty liveliest."""
    above = select(*TOPIC_COLUMNS).where(topics.c.place == place, topics.c.pinned == 1, topics.c.binned_at.is_(None))
    pinned = [topic_of(row) for row in ctx.db.execute(above.order_by(topics.c.last_seq.desc()))]
    liveliest, more = _topics(ctx.db, place, None, TOPICS)
    return {"items": [*pinned, *liveliest], "more": more}


_UNREAD = Hot(
    select(posts.c.place, func.count())
    .select_from(
        posts.join(topics, topics.c.id == posts.c.topic).outerjoin(
            read_marks, and_(read_marks.c.place == posts.c.place, read_marks.c.person == bindparam("person"))
        )
    )
    .where(
        posts.c.space == bindparam("space"),
        posts.c.author != bindparam("me"),
        topics.c.binned_at.is_(None),
        posts.c.seq > func.coalesce(read_marks.c.seq, 0),
    )
    .group_by(posts.c.place)
)


def unread(db: Db, space: str, person: str) -> Mapping[str, int]:
    """How many posts of others came since the person last looked at the forum; those of topics in the bin are not there."""
    return {place: int(count) for place, count in _UNREAD(db, {"person": person, "space": space, "me": person})}
