"""Chat (CHT): rooms in which classes talk live.

A message keeps its id and its number for ever; what was withdrawn or hidden leaves a trace there, and its words become a
new item for the staff (teachers who may read the room, administrators), whose id nobody else gets. Text only, no markup.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, and_, bindparam, delete, func, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.clock import iso, iso_or_none
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.law.rights import STAFF, Right
from twinspace_server.live.feature import Channel, CommandParams, Context, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.keeping import inside_of, through
from twinspace_server.spaces.tree import MakePlace, Place, make
from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.near import near
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata
from twinspace_server.unread import marks

ROOMS = ("chat", "session", "pair")
"""Kinds of place in which one chats: standing rooms, booked sessions, rooms of two."""
NEWEST = 50
PAGE_BYTES = 40_000
ITEM_BYTES = 300
MOST_REACTIONS = 20

messages = Table(
    "messages",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("reply_to", Text),
    Column("edited_at", BigInteger),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("reacted", BigInteger, nullable=False),
    Index("ix_messages_place_seq", "place", "seq"),
    Index("ix_messages_space_seq", "space", "seq"),
)

originals = Table(
    "originals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Index("ix_originals_message", "message"),
)

reactions = Table(
    "reactions",
    metadata,
    Column("message", Text, primary_key=True),
    Column("emoji", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
)

feature = Feature("chat")


class Reaction(msgspec.Struct, frozen=True):
    emoji: str
    by: list[str]


class Message(Item, tag="message", frozen=True):
    """A line of chat; `text` is empty unless `state` is said. `seq` orders the lines of a room."""

    place: str
    seq: int
    at: str
    author: str
    text: str
    reply_to: str | None
    edited_at: str | None
    state: Literal["said", "withdrawn", "hidden"]
    reason: str | None
    reactions: list[Reaction]


class Original(Item, tag="original", frozen=True):
    """What a line said before it was edited, withdrawn or hidden; for the staff only."""

    place: str
    message: str
    text: str
    at: str
    why: Literal["edited", "withdrawn", "hidden"]
    by: str


_COLUMNS = (
    messages.c.id, messages.c.place, messages.c.seq, messages.c.at, messages.c.author, messages.c.text, messages.c.reply_to,
    messages.c.edited_at, messages.c.state, messages.c.reason, messages.c.reacted,
)  # fmt: skip
_ONE = Hot(select(*_COLUMNS).where(messages.c.id == bindparam("id")))
_SAY = Hot(insert(messages))
_HAS = Hot(select(messages.c.place, messages.c.author).where(messages.c.id == bindparam("id")))


def _reactions(db: Db, wanted: Sequence[str]) -> dict[str, list[Reaction]]:
    """Who reacted how, by message; the emoji in the order in which they first came."""
    gathered: dict[str, dict[str, list[str]]] = {}
    if wanted:
        query = select(reactions.c.message, reactions.c.emoji, reactions.c.person).where(reactions.c.message.in_(list(wanted)))
        for message, emoji, person in db.execute(query.order_by(reactions.c.at, reactions.c.person)):
            gathered.setdefault(message, {}).setdefault(emoji, []).append(person)
    return {message: [Reaction(emoji, by) for emoji, by in some.items()] for message, some in gathered.items()}


def _items(db: Db, rows: Sequence[Any]) -> list[Message]:
    reacted = _reactions(db, [row[0] for row in rows if row[10]])
    return [
        Message(
            id=row[0], place=row[1], seq=row[2], at=iso(row[3]), author=row[4], text=row[5], reply_to=row[6],
            edited_at=iso_or_none(row[7]), state=row[8], reason=row[9], reactions=reacted.get(row[0], []),
        )
        for row in rows
    ]  # fmt: skip


def load_messages(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Messages by id."""
    if len(wanted) == 1:
        rows: Sequence[Any] = _ONE(db, {"id": wanted[0]})
    else:
        rows = db.execute(select(*_COLUMNS).where(messages.c.id.in_(list(wanted)))).fetchall()
    return {message.id: message for message in _items(db, rows)}


def load_originals(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Originals by id."""
    rows = db.execute(select(originals).where(originals.c.id.in_(list(wanted))))
    return {row[0]: _original(row) for row in rows}


def _original(row: Any) -> Original:
    return Original(id=row[0], place=row[1], message=row[2], text=row[3], at=iso(row[4]), why=row[5], by=row[6])


feature.item(
    ItemKind(
        "message", Message, load_messages, place=lambda message: str(message.place), words=lambda message: message.text,
        every=messages.c.id,
        beside=lambda db, line, most: near(db, messages.c.id, messages.c.seq, line.seq, most, messages.c.place == line.place),
    )
)  # fmt: skip
feature.item(ItemKind("original", Original, load_originals, place=lambda o: str(o.place), audience=lambda _o: STAFF))


# -- rooms ---------------------------------------------------------------------------------------------------------


@feature.command("chat.make_room", administrator=True, answers={"place": Place}, emits=["place.added"], law=True)
def make_room(ctx: Context, p: MakePlace) -> Mapping[str, Any]:
    """Make a chat room, at the root or inside a folder. Its table is a copy of what applied there, without the guests."""
    return {"place": make(ctx, "chat", p)}


# -- saying --------------------------------------------------------------------------------------------------------

ChatText = Annotated[str, Meta(min_length=1, max_length=4000)]


class Say(CommandParams, kw_only=True):
    place: Id
    text: ChatText
    reply_to: Id | None = None


class InRoom(CommandParams, kw_only=True):
    place: Id
    message: Id


def _room(ctx: Context, place: str) -> None:
    if ctx.rules.places[place].kind not in ROOMS:
        raise NotFound()


@feature.command("chat.say", right=Right.ADD, answers={"message": Message}, emits=["chat.said"], waits=True)
def say(ctx: Context, p: Say) -> Mapping[str, Any]:
    """Say a line in a room: text of up to 4,000 characters, links and emoji as they are typed."""
    _room(ctx, p.place)
    text = texts.prose(p.text, "$.text")
    answered = None
    if p.reply_to is not None:
        there = _HAS.one(ctx.db, {"id": p.reply_to})
        if there is None or there[0] != p.place:
            raise BadInput(code="unknown_message", path="$.reply_to")
        answered = str(there[1])
    line = Message(
        id=ids.new(ctx.now), place=p.place, seq=ctx.seq, at=iso(ctx.now), author=ctx.person, text=text, reply_to=p.reply_to,
        edited_at=None, state="said", reason=None, reactions=[],
    )  # fmt: skip
    _SAY(
        ctx.db,
        {
            "id": line.id, "space": ctx.space, "place": p.place, "seq": line.seq, "at": ctx.now, "author": ctx.person, "text": text,
            "reply_to": p.reply_to, "edited_at": None, "state": "said", "reason": None, "reacted": 0,
        },
    )  # fmt: skip
    said = Ref("message", line.id, line)
    ctx.emit("chat.said", said, place=p.place)
    if answered is not None:
        ctx.notify([answered], "answer", said, place=p.place, about=p.reply_to)
    return {"message": said}


def _line(ctx: Context, p: InRoom, *states: str) -> Message:
    """The line of this room, in one of these states; what is not there, or not in this room, is not found."""
    _room(ctx, p.place)
    ctx.hold()  # what is read here decides what is written: nobody else may change the line in between
    found = load_messages(ctx.db, [p.message]).get(p.message)
    if not isinstance(found, Message) or found.place != p.place:
        raise NotFound()
    if found.state not in states:
        raise Conflict(code=f"message_{found.state}", path="$.message")
    return found


class Edit(InRoom, kw_only=True):
    text: ChatText


@feature.command("chat.edit", answers={"message": Message}, emits=["chat.edited"], waits=True)
def edit(ctx: Context, p: Edit) -> Mapping[str, Any]:
    """Change one's own line, while one may still write here. What it said before stays known to the staff."""
    line = _line(ctx, p, "said")
    _own(ctx, line, Right.EDIT)
    text = texts.prose(p.text, "$.text")
    if text == line.text:
        return {"message": Ref("message", p.message)}
    original = _set_aside(ctx, line, "edited")
    ctx.db.execute(update(messages).where(messages.c.id == p.message).values(text=text, edited_at=ctx.now))
    ctx.emit("chat.edited", Ref("message", p.message), original, place=p.place)
    return {"message": Ref("message", p.message)}


@feature.command("chat.withdraw", answers={"message": Message}, emits=["chat.withdrawn"], when_held=True, when_quiet=True)
def withdraw(ctx: Context, p: InRoom) -> Mapping[str, Any]:
    """Take one's own line back: a trace stays, the words go from everybody but the staff."""
    line = _line(ctx, p, "said")
    _own(ctx, line, Right.DELETE)
    original = _set_aside(ctx, line, "withdrawn")
    _silence(ctx, line, "withdrawn", None)
    ctx.emit("chat.withdrawn", Ref("message", p.message), original, place=p.place)
    return {"message": Ref("message", p.message)}


def _own(ctx: Context, line: Message, right: Right) -> None:
    """One's own lines only, whatever a table grants: nobody puts words into another's mouth."""
    ctx.require(line.place, right if line.author == ctx.person else Right.READ, own=True)
    if line.author != ctx.person:
        raise NotAllowed(why=(Reason("not_your_message"),))


def _set_aside(ctx: Context, line: Message, why: str) -> Ref:
    """Keep what the line says as an item for the staff."""
    original = ids.new(ctx.now)
    ctx.db.execute(
        insert(originals),
        {"id": original, "place": line.place, "message": line.id, "text": line.text, "at": ctx.now, "why": why, "by": ctx.person},
    )
    return Ref("original", original)


def _silence(ctx: Context, line: Message, state: str, reason: str | None) -> None:
    ctx.db.execute(delete(reactions).where(reactions.c.message == line.id))
    ctx.db.execute(update(messages).where(messages.c.id == line.id).values(text="", state=state, reason=reason, reacted=0))


class Hide(InRoom, kw_only=True):
    reason: Annotated[str, Meta(min_length=1, max_length=500)]


@feature.command("chat.hide", answers={"message": Message}, emits=["chat.hidden"], when_closed=True)
def hide(ctx: Context, p: Hide) -> Mapping[str, Any]:
    """Hide anybody's line, with a reason that everybody sees; the words stay with the staff. Teachers and administrators."""
    ctx.require_moderator(p.place)
    line = _line(ctx, p, "said")
    reason = texts.line(p.reason, "$.reason")
    original = _set_aside(ctx, line, "hidden")
    _silence(ctx, line, "hidden", reason)
    ctx.emit("chat.hidden", Ref("message", p.message), original, place=p.place)
    return {"message": Ref("message", p.message)}


@feature.command("chat.restore", answers={"message": Message}, emits=["chat.restored"], when_closed=True)
def restore(ctx: Context, p: InRoom) -> Mapping[str, Any]:
    """Show a hidden line again. Teachers and administrators."""
    ctx.require_moderator(p.place)
    _line(ctx, p, "hidden")
    newest = select(originals.c.text).where(originals.c.message == p.message, originals.c.why == "hidden")
    text = ctx.db.execute(newest.order_by(originals.c.at.desc(), originals.c.id.desc()).limit(1)).scalar()
    if text is None:  # its author was erased, and with them what it said
        raise NotFound()
    ctx.db.execute(update(messages).where(messages.c.id == p.message).values(text=text, state="said", reason=None))
    ctx.emit("chat.restored", Ref("message", p.message), place=p.place)
    return {"message": Ref("message", p.message)}


# -- reacting ------------------------------------------------------------------------------------------------------


class React(InRoom, kw_only=True):
    emoji: Annotated[str, Meta(min_length=1, max_length=32)]
    on: bool


_REACT = upsert(reactions, ["message", "emoji", "person"])


@feature.command("chat.react", right=Right.ADD, answers={"message": Message}, emits=["chat.reacted"])
def react(ctx: Context, p: React) -> Mapping[str, Any]:
    """Add or take back one's own reaction to a line; a line carries at most 20 different ones."""
    line = _line(ctx, p, "said")
    if not is_emoji(p.emoji):
        raise BadInput(code="not_an_emoji", path="$.emoji")
    shown = {reaction.emoji: reaction.by for reaction in line.reactions}
    if (ctx.person in shown.get(p.emoji, ())) == p.on:
        return {"message": Ref("message", p.message)}
    if p.on and p.emoji not in shown and len(shown) >= MOST_REACTIONS:
        raise Conflict(code="too_many_reactions", most=MOST_REACTIONS)
    if p.on:
        _REACT(ctx.db, {"message": p.message, "emoji": p.emoji, "person": ctx.person, "at": ctx.seq})
    else:
        mine = and_(reactions.c.message == p.message, reactions.c.emoji == p.emoji, reactions.c.person == ctx.person)
        ctx.db.execute(delete(reactions).where(mine))
    left = ctx.db.execute(select(func.count()).select_from(reactions).where(reactions.c.message == p.message)).scalar()
    ctx.db.execute(update(messages).where(messages.c.id == p.message).values(reacted=left))
    ctx.emit("chat.reacted", Ref("message", p.message), place=p.place)
    return {"message": Ref("message", p.message)}


def is_emoji(text: str) -> bool:
    """One emoji, perhaps with a skin tone or joined of several (UTS #51): pictographs, flags and keycaps, no letters."""
    joiners = {0x200D, 0xFE0F, 0x20E3}
    parts = [ord(c) for c in text]
    pictures = [c for c in parts if 0x1F000 <= c <= 0x1FAFF or 0x2190 <= c <= 0x2BFF or c in (0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139,
                0x3030, 0x303D, 0x3297, 0x3299)]  # fmt: skip
    tags = [c for c in parts if 0xE0020 <= c <= 0xE007F]
    keycap = len(parts) in (2, 3) and text[0] in "0123456789#*" and parts[-1] == 0x20E3
    rest = len(parts) - len(pictures) - len(tags) - sum(c in joiners for c in parts)
    return keycap or (bool(pictures) and rest == 0 and len(parts) <= 16)


# -- reading -------------------------------------------------------------------------------------------------------


class History(Params, kw_only=True):
    place: Id
    before: Id | None = None
    after: Id | None = None
    around: Id | None = None
    limit: Annotated[int, Meta(ge=1, le=100)] = NEWEST


class Page(msgspec.Struct):
    """Lines, oldest first; `also` are lines outside that these answer, `originals` are for the staff.

    All three end early where they get long: a page must fit into a reader's outbox, and 50 lines in Georgian may have 600 KB.
    """

    messages: list[Message]
    also: list[Message]
    originals: list[Original]
    more: bool


@feature.query("chat.history", answers=Page)
def history(ctx: Context, p: History) -> Page:
    """Lines before or after a line, or around it; without any of these the newest. `more` says whether it goes on in that direction."""
    _room(ctx, p.place)
    if sum(x is not None for x in (p.before, p.after, p.around)) > 1:
        raise BadInput(code="one_direction", path="$")
    if p.around is not None:
        middle = _seq(ctx, p.place, p.around, "$.around")
        older, more = _page(ctx, p.place, messages.c.seq <= middle, p.limit // 2 + 1, newest=True)
        newer, _ = _page(ctx, p.place, messages.c.seq > middle, p.limit // 2 + 1, newest=False)
        found = older + newer
    elif p.after is not None:
        found, more = _page(ctx, p.place, messages.c.seq > _seq(ctx, p.place, p.after, "$.after"), p.limit, newest=False)
    elif p.before is not None:
        found, more = _page(ctx, p.place, messages.c.seq < _seq(ctx, p.place, p.before, "$.before"), p.limit, newest=True)
    else:
        found, more = _page(ctx, p.place, messages.c.seq > 0, p.limit, newest=True)
    return Page(found, *_beside(ctx, p.place, found), more)


def _seq(ctx: Context, place: str, message: str, path: str) -> int:
    row = ctx.db.execute(select(messages.c.seq).where(messages.c.id == message, messages.c.place == place)).first()
    if row is None:
        raise BadInput(code="unknown_message", path=path)
    return int(row[0])


def _page(ctx: Context, place: str, where: Any, limit: int, *, newest: bool) -> tuple[list[Message], bool]:
    order = messages.c.seq.desc() if newest else messages.c.seq
    rows = ctx.db.execute(select(*_COLUMNS).where(messages.c.place == place, where).order_by(order).limit(limit + 1)).fetchall()
    fitting = max(1, min(limit, _fitting([row[5] for row in rows])))
    more = len(rows) > fitting
    found = _items(ctx.db, rows[:fitting])
    return (found[::-1] if newest else found), more


def _fitting(texts_: Sequence[str]) -> int:
    """How many of them a page holds."""
    size = 0
    for at, text in enumerate(texts_):
        size += len(text.encode()) + ITEM_BYTES
        if size > PAGE_BYTES:
            return at
    return len(texts_)


def _beside(ctx: Context, place: str, found: Sequence[Message]) -> tuple[list[Message], list[Original]]:
    """The lines that these answer but that are not among them; and for the staff what these said before."""
    here = {message.id for message in found}
    answered = sorted({m.reply_to for m in found if m.reply_to is not None} - here)
    also = [m for m in load_messages(ctx.db, answered).values() if isinstance(m, Message)] if answered else []
    also = also[: _fitting([message.text for message in also])]
    if not here or not ctx.view.staff_at(place):
        return also, []
    newest_first = select(originals).where(originals.c.message.in_(sorted(here))).order_by(originals.c.at.desc(), originals.c.id.desc())
    rows = ctx.db.execute(newest_first).fetchall()
    return also, [_original(row) for row in reversed(rows[: _fitting([row[3] for row in rows])])]


def open_room(ctx: Context, place: str) -> Mapping[str, Any]:
    """The newest 50 lines."""
    found, more = _page(ctx, place, messages.c.seq > 0, NEWEST, newest=True)
    also, kept = _beside(ctx, place, found)
    return {"items": found, "also": also, "originals": kept, "more": more}


_UNREAD = Hot(
    select(messages.c.place, func.count())
    .select_from(messages.outerjoin(marks, and_(marks.c.place == messages.c.place, marks.c.person == bindparam("person"))))
    .where(
        messages.c.space == bindparam("space"),
        messages.c.author != bindparam("me"),
        messages.c.seq > func.coalesce(marks.c.seq, 0),
    )
    .group_by(messages.c.place)
)


def unread(db: Db, space: str, person: str) -> Mapping[str, int]:
    """How many lines of others came since the person's mark, by room."""
    return {place: int(count) for place, count in _UNREAD(db, {"person": person, "space": space, "me": person})}


def _counted_with_chat(_db: Db, _space: str, _person: str) -> Mapping[str, int]:
    return {}


def forget(db: Db, places: Sequence[str]) -> None:
    """Drops the lines of rooms that go for ever, with what they said before."""
    lines = select(messages.c.id).where(messages.c.place.in_(places))
    db.execute(delete(reactions).where(reactions.c.message.in_(lines)))
    db.execute(delete(originals).where(originals.c.place.in_(places)))
    db.execute(delete(messages).where(messages.c.place.in_(places)))


CHANNEL = Channel("chat", open_room, unread, forget=forget)
feature.channels += [CHANNEL, *(Channel(kind, open_room, _counted_with_chat, forget=forget) for kind in ROOMS if kind != "chat")]

# Also what was hidden becomes *withdrawn*: nobody can show it again.
feature.keeps(messages, "author", "said", becomes={"text": "", "state": "withdrawn", "reason": None, "edited_at": None}, kind="message")
feature.keeps(originals, through(originals, "message", messages, "author"), "own", kind="original")
feature.keeps(reactions, "person", "said", kind="message", key="message", within=inside_of(reactions, "message", messages))
