"""What a forum shows: topics, posts, originals for the staff, and a person's own marks. The loaders are the check.

A topic in the bin, and all posts in it, is not there for anybody. A post's or topic's words are empty unless it is *said*.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec
from sqlalchemy import bindparam, select

from twinspace_server.clock import iso, iso_or_none
from twinspace_server.law.rights import STAFF
from twinspace_server.live.feature import Feature, Item, ItemKind
from twinspace_server.live.keeping import inside_of, through
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.near import near
from twinspace_server.storage.store import Db

from .tables import marks, originals, posts, topics

feature = Feature("forum")

State = Literal["said", "withdrawn", "hidden"]


class Topic(Item, tag="topic", frozen=True):
    """A topic as the list shows it. `first` is its opening post; `answers` counts the posts after that one, traces too."""

    place: str
    at: str
    by: str
    first: str
    title: str
    state: State
    pinned: bool
    closed: bool
    answers: int
    last_seq: int
    last_at: str
    last_by: str


class Post(Item, tag="post", frozen=True):
    """One contribution to a topic; `seq` orders them. `quote` names an earlier post of the same topic.

    `files` are the ids of files of the space; who may not see one of them where it lies does not get it here.
    """

    place: str
    topic: str
    seq: int
    at: str
    author: str
    text: str
    quote: str | None
    edited_at: str | None
    state: State
    reason: str | None
    files: list[str]


class PostOriginal(Item, tag="post_original", frozen=True):
    """What a post said before it was edited, withdrawn or hidden; for the staff only. `title` where it opened the topic."""

    place: str
    topic: str
    post: str
    title: str | None
    text: str
    at: str
    why: Literal["edited", "withdrawn", "hidden"]
    by: str


class TopicMark(Item, tag="topic_mark", frozen=True):
    """Up to where I have read a topic, and whether I follow it; `id` is the topic. Nobody else ever sees it."""

    space: str
    seq: int
    follows: bool


POST_COLUMNS = (
    posts.c.id, posts.c.place, posts.c.topic, posts.c.seq, posts.c.at, posts.c.author, posts.c.text, posts.c.quote, posts.c.edited_at,
    posts.c.state, posts.c.reason, posts.c.files,
)  # fmt: skip
_THERE = select(*POST_COLUMNS).join(topics, topics.c.id == posts.c.topic).where(topics.c.binned_at.is_(None))
_POST = Hot(_THERE.where(posts.c.id == bindparam("id")))
TOPIC_COLUMNS = (
    topics.c.id, topics.c.place, topics.c.at, topics.c.author, topics.c.first, topics.c.title, topics.c.state, topics.c.pinned,
    topics.c.closed, topics.c.answers, topics.c.last_seq, topics.c.last_at, topics.c.last_by,
)  # fmt: skip
_TOPIC = Hot(select(*TOPIC_COLUMNS).where(topics.c.id == bindparam("id"), topics.c.binned_at.is_(None)))


_files = msgspec.json.Decoder(list[str])


def topic_of(row: Any) -> Topic:
    """A row of `TOPIC_COLUMNS`."""
    return Topic(
        id=row[0], place=row[1], at=iso(row[2]), by=row[3], first=row[4], title=row[5], state=row[6], pinned=bool(row[7]),
        closed=bool(row[8]), answers=row[9], last_seq=row[10], last_at=iso(row[11]), last_by=row[12],
    )  # fmt: skip


def post_of(row: Any) -> Post:
    """A row of `POST_COLUMNS`."""
    return Post(
        id=row[0], place=row[1], topic=row[2], seq=row[3], at=iso(row[4]), author=row[5], text=row[6], quote=row[7],
        edited_at=iso_or_none(row[8]), state=row[9], reason=row[10],
        files=_files.decode(row[11]) if row[9] == "said" else [],
    )  # fmt: skip


def load_topics(db: Db, wanted: Sequence[str]) -> Mapping[str, Topic]:
    """Topics by id."""
    if len(wanted) == 1:
        rows: Iterable[Any] = _TOPIC(db, {"id": wanted[0]})
    else:
        rows = db.execute(select(*TOPIC_COLUMNS).where(topics.c.id.in_(list(wanted)), topics.c.binned_at.is_(None)))
    return {row[0]: topic_of(row) for row in rows}


def load_posts(db: Db, wanted: Sequence[str]) -> Mapping[str, Post]:
    """Posts by id."""
    if len(wanted) == 1:
        rows: Iterable[Any] = _POST(db, {"id": wanted[0]})
    else:
        rows = db.execute(_THERE.where(posts.c.id.in_(list(wanted))))
    return {row[0]: post_of(row) for row in rows}


_ORIGINALS = select(
    originals.c.id, topics.c.place, originals.c.topic, originals.c.post, originals.c.title, originals.c.text, originals.c.at,
    originals.c.why, originals.c.by,
).join(topics, topics.c.id == originals.c.topic).where(topics.c.binned_at.is_(None))  # fmt: skip


def load_originals(db: Db, wanted: Sequence[str]) -> Mapping[str, PostOriginal]:
    """Originals by id."""
    return {row[0]: _original(row) for row in db.execute(_ORIGINALS.where(originals.c.id.in_(list(wanted))))}


def originals_of(db: Db, wanted: Iterable[str]) -> list[PostOriginal]:
    """What these posts said before, the oldest first."""
    rows = db.execute(_ORIGINALS.where(originals.c.post.in_(sorted(wanted))).order_by(originals.c.at, originals.c.id))
    return [_original(row) for row in rows]


def _original(row: Any) -> PostOriginal:
    return PostOriginal(
        id=row[0], place=row[1], topic=row[2], post=row[3], title=row[4], text=row[5], at=iso(row[6]), why=row[7], by=row[8]
    )


def load_marks(db: Db, wanted: Sequence[str]) -> Mapping[str, TopicMark]:
    """Marks by `<person>.<topic>`."""
    found: dict[str, TopicMark] = {}
    for key in wanted:
        person, _, topic = key.partition(".")
        query = select(marks.c.space, marks.c.seq, marks.c.follows)
        row = db.execute(query.where(marks.c.person == person, marks.c.topic == topic)).first()
        if row is not None:
            found[key] = TopicMark(id=topic, space=row[0], seq=row[1], follows=bool(row[2]))
    return found


feature.item(
    ItemKind("topic", Topic, load_topics, place=lambda topic: str(topic.place), words=lambda topic: topic.title, every=topics.c.id)
)
feature.item(
    ItemKind(
        "post", Post, load_posts, place=lambda post: str(post.place), words=lambda post: post.text, every=posts.c.id,
        beside=lambda db, post, most: near(db, posts.c.id, posts.c.seq, post.seq, most, posts.c.topic == post.topic),
    )
)  # fmt: skip
feature.item(ItemKind("post_original", PostOriginal, load_originals, place=lambda o: str(o.place), audience=lambda _o: STAFF))
feature.item(ItemKind("topic_mark", TopicMark, load_marks, place=lambda _mark: None))

# Also what was hidden becomes *withdrawn*: nobody can show it again.
feature.keeps(topics, "author", "said", becomes={"title": "", "state": "withdrawn"}, kind="topic")
feature.keeps(
    posts, "author", "said", becomes={"text": "", "state": "withdrawn", "reason": None, "files": "[]", "edited_at": None}, kind="post"
)
feature.keeps(
    originals, through(originals, "post", posts, "author"), "own", kind="post_original", within=inside_of(originals, "post", posts)
)
feature.keeps(marks, "person", "own", everywhere=True)
