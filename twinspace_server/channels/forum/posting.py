"""Writing in a forum: starting topics, answering, and taking one's words back; the staff hides and restores.

The opening post carries the topic's title: where it is hidden or withdrawn the title goes with it, and the answers stay.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType
from sqlalchemy import bindparam, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Id, Ref
from twinspace_server.spaces.attached import Attached, attachable
from twinspace_server.storage.hot import Hot

from .items import Post, Topic, feature, load_posts, load_topics
from .tables import marks, originals, posts, topics

PostText = Annotated[str, Meta(min_length=1, max_length=8000)]
TopicTitle = Annotated[str, Meta(min_length=1, max_length=120)]

_TOPIC = Hot(insert(topics))
_POST = Hot(insert(posts))
_ANSWERED = Hot(
    update(topics)
    .where(topics.c.id == bindparam("b_topic"))
    .values(answers=topics.c.answers + 1, last_seq=bindparam("b_seq"), last_at=bindparam("b_at"), last_by=bindparam("b_by"))
)


def in_forum(ctx: Context, place: str) -> None:
    """Only forums have topics."""
    if ctx.rules.places[place].kind != "forum":
        raise NotFound()


def the_topic(ctx: Context, place: str, topic: str) -> Topic:
    """The topic of this forum; what is not there, in the bin, or in another forum, is not found."""
    in_forum(ctx, place)
    found = load_topics(ctx.db, [topic]).get(topic)
    if found is None or found.place != place:
        raise NotFound()
    return found


class Start(CommandParams, kw_only=True):
    place: Id
    title: TopicTitle
    text: PostText
    files: Attached = msgspec.field(default_factory=list)


@feature.command("forum.start", right=Right.ADD, answers={"topic": Topic, "post": Post}, emits=["forum.started"], waits=True)
def start(ctx: Context, p: Start) -> Mapping[str, Any]:
    """Start a topic: a title of one line and an opening post of up to 8,000 characters."""
    in_forum(ctx, p.place)
    title, text = texts.line(p.title, "$.title"), texts.prose(p.text, "$.text")
    files = attachable(ctx, p.files, "$.files")
    topic, post = ids.new(ctx.now), ids.new(ctx.now)
    _TOPIC(
        ctx.db,
        {
            "id": topic, "space": ctx.space, "place": p.place, "at": ctx.now, "author": ctx.person, "first": post, "title": title,
            "state": "said", "pinned": 0, "closed": 0, "answers": 0, "last_seq": ctx.seq, "last_at": ctx.now, "last_by": ctx.person,
        },
    )  # fmt: skip
    _insert_post(ctx, p.place, topic, post, text, None, files)
    ctx.emit("forum.started", Ref("topic", topic), Ref("post", post), place=p.place)
    return {"topic": Ref("topic", topic), "post": Ref("post", post)}


class Answer(CommandParams, kw_only=True):
    place: Id
    topic: Id
    text: PostText
    quote: Annotated[Id, Meta(description="A post of the same topic.")] | None = None
    files: Attached = msgspec.field(default_factory=list)


@feature.command("forum.answer", right=Right.ADD, answers={"post": Post}, emits=["forum.answered"], waits=True)
def answer(ctx: Context, p: Answer) -> Mapping[str, Any]:
    """Answer in a topic, perhaps quoting an earlier post of it. A closed topic takes no answers."""
    ctx.hold()  # it may be closed, moved or binned at this moment
    _open(the_topic(ctx, p.place, p.topic))
    text = texts.prose(p.text, "$.text")
    if p.quote is not None:
        quoted = load_posts(ctx.db, [p.quote]).get(p.quote)
        if quoted is None or quoted.topic != p.topic:
            raise BadInput(code="unknown_post", path="$.quote")
    files = attachable(ctx, p.files, "$.files")
    post = ids.new(ctx.now)
    _insert_post(ctx, p.place, p.topic, post, text, p.quote, files)
    _ANSWERED(ctx.db, {"b_topic": p.topic, "b_seq": ctx.seq, "b_at": ctx.now, "b_by": ctx.person})
    ctx.emit("forum.answered", Ref("topic", p.topic), Ref("post", post), place=p.place)
    following = select(marks.c.person).where(marks.c.topic == p.topic, marks.c.follows == 1).order_by(marks.c.person)
    ctx.notify([row[0] for row in ctx.db.execute(following)], "topic", Ref("post", post), place=p.place, about=p.topic)
    return {"post": Ref("post", post)}


def _insert_post(ctx: Context, place: str, topic: str, post: str, text: str, quote: str | None, files: list[str]) -> None:
    _POST(
        ctx.db,
        {
            "id": post, "space": ctx.space, "place": place, "topic": topic, "seq": ctx.seq, "at": ctx.now, "author": ctx.person,
            "text": text, "quote": quote, "edited_at": None, "state": "said", "reason": None, "files": _encoded(files),
        },
    )  # fmt: skip


def _encoded(files: list[str]) -> str:
    return msgspec.json.encode(files).decode()


def _open(topic: Topic) -> None:
    if topic.closed:
        raise Conflict(code="topic_closed")


class OfPost(CommandParams, kw_only=True):
    place: Id
    post: Id


def _post(ctx: Context, p: OfPost, *states: str) -> tuple[Post, Topic]:
    """The post of this forum, in one of these states, and its topic."""
    ctx.hold()  # what is read here decides what is written
    in_forum(ctx, p.place)
    post = load_posts(ctx.db, [p.post]).get(p.post)
    if post is None or post.place != p.place:
        raise NotFound()
    if post.state not in states:
        raise Conflict(code=f"post_{post.state}", path="$.post")
    return post, the_topic(ctx, p.place, post.topic)


class Edit(OfPost, kw_only=True):
    text: PostText
    title: Annotated[TopicTitle, Meta(description="A new title for the topic, with its opening post.")] | None = None
    files: Attached | UnsetType = UNSET


@feature.command("forum.edit", answers={"post": Post}, emits=["forum.edited"], waits=True)
def edit(ctx: Context, p: Edit) -> Mapping[str, Any]:
    """Change one's own post, what is attached to it, and with the opening post the title. What it said before stays known to the staff."""
    post, topic = _post(ctx, p, "said")
    _own(ctx, post, Right.EDIT)
    _open(topic)
    opens = topic.first == post.id
    if p.title is not None and not opens:
        raise BadInput(code="not_the_opening_post", path="$.title")
    text = texts.prose(p.text, "$.text")
    title = topic.title if p.title is None else texts.line(p.title, "$.title")
    files = post.files if p.files is UNSET else _attached_anew(ctx, post, p.files)
    if (text, title, files) == (post.text, topic.title, post.files):
        return {"post": Ref("post", p.post)}
    original = _set_aside(ctx, post, topic, "edited")
    values = {"text": text, "files": _encoded(files), "edited_at": ctx.now}
    ctx.db.execute(update(posts).where(posts.c.id == p.post).values(values))
    if title != topic.title:
        ctx.db.execute(update(topics).where(topics.c.id == topic.id).values(title=title))
    ctx.emit("forum.edited", *_touched(post, topic), original, place=p.place)
    return {"post": Ref("post", p.post)}


def _attached_anew(ctx: Context, post: Post, wanted: list[str]) -> list[str]:
    """What hung on it may stay, seen or not; what comes new must be seen."""
    attachable(ctx, [file for file in wanted if file not in post.files], "$.files")
    return list(dict.fromkeys(wanted))


@feature.command("forum.withdraw", answers={"post": Post}, emits=["forum.withdrawn"], when_quiet=True)
def withdraw(ctx: Context, p: OfPost) -> Mapping[str, Any]:
    """Take one's own post back: a trace stays, the words go from everybody but the staff."""
    post, topic = _post(ctx, p, "said")
    _own(ctx, post, Right.DELETE)
    original = _set_aside(ctx, post, topic, "withdrawn")
    _silence(ctx, post, topic, "withdrawn", None)
    ctx.emit("forum.withdrawn", *_touched(post, topic), original, place=p.place)
    return {"post": Ref("post", p.post)}


class Hide(OfPost, kw_only=True):
    reason: Annotated[str, Meta(min_length=1, max_length=500)]


@feature.command("forum.hide", answers={"post": Post}, emits=["forum.hidden"], when_closed=True)
def hide(ctx: Context, p: Hide) -> Mapping[str, Any]:
    """Hide anybody's post, with a reason that everybody sees; the words stay with the staff. Teachers and administrators."""
    ctx.require_moderator(p.place)
    post, topic = _post(ctx, p, "said")
    reason = texts.line(p.reason, "$.reason")
    original = _set_aside(ctx, post, topic, "hidden")
    _silence(ctx, post, topic, "hidden", reason)
    ctx.emit("forum.hidden", *_touched(post, topic), original, place=p.place)
    return {"post": Ref("post", p.post)}


@feature.command("forum.restore", answers={"post": Post}, emits=["forum.restored"], when_closed=True)
def restore(ctx: Context, p: OfPost) -> Mapping[str, Any]:
    """Show a hidden post again. Teachers and administrators."""
    ctx.require_moderator(p.place)
    post, topic = _post(ctx, p, "hidden")
    kept = select(originals.c.title, originals.c.text).where(originals.c.post == p.post, originals.c.why == "hidden")
    said = ctx.db.execute(kept.order_by(originals.c.at.desc(), originals.c.id.desc()).limit(1)).first()
    if said is None:  # its author was erased, and with them what it said
        raise NotFound()
    title, text = said
    ctx.db.execute(update(posts).where(posts.c.id == p.post).values(text=text, state="said", reason=None))
    if topic.first == post.id:
        ctx.db.execute(update(topics).where(topics.c.id == topic.id).values(title=title, state="said"))
    ctx.emit("forum.restored", *_touched(post, topic), place=p.place)
    return {"post": Ref("post", p.post)}


def _own(ctx: Context, post: Post, right: Right) -> None:
    """One's own posts only, whatever a table grants: nobody puts words into another's mouth."""
    ctx.require(post.place, right if post.author == ctx.person else Right.READ, own=True)
    if post.author != ctx.person:
        raise NotAllowed(why=(Reason("not_your_message"),))


def _set_aside(ctx: Context, post: Post, topic: Topic, why: str) -> Ref:
    """Keep what the post says as an item for the staff."""
    original = ids.new(ctx.now)
    title = topic.title if topic.first == post.id else None
    ctx.db.execute(
        insert(originals),
        {
            "id": original, "topic": topic.id, "post": post.id, "title": title, "text": post.text, "at": ctx.now, "why": why,
            "by": ctx.person,
        },
    )  # fmt: skip
    return Ref("post_original", original)


def _silence(ctx: Context, post: Post, topic: Topic, state: str, reason: str | None) -> None:
    ctx.db.execute(update(posts).where(posts.c.id == post.id).values(text="", state=state, reason=reason))
    if topic.first == post.id:
        ctx.db.execute(update(topics).where(topics.c.id == topic.id).values(title="", state=state))


def _touched(post: Post, topic: Topic) -> tuple[Ref, ...]:
    """The post, and with the opening post its topic, whose title goes along."""
    return (Ref("post", post.id), Ref("topic", topic.id)) if topic.first == post.id else (Ref("post", post.id),)
