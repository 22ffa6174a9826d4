"""What waits for a teacher: the words of a pupil who is held (`order.hold`), in whatever room.

The door puts the whole command aside instead of running it, so nothing of it is in the room: no search, count, feed or
notification could tell. Its author and the staff see it here. Letting it through runs the command then, as its author and with
its author's rights of that moment. A channel needs nothing for this but `waits=True` at its commands that carry words.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, func, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.clock import iso
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.law.places import places
from twinspace_server.law.rights import named
from twinspace_server.live.feature import Command, CommandParams, Context, Emission, Feature, Gone, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.items import worded
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

MOST = 30
"""Of one pupil in a space, that wait or were refused."""
PAGE = 50
MOST_BYTES = 64 * 1024
"""Of one text; what its channel allows is less, and asked when it is let through."""

waiting = Table(
    "waiting",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("params", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("by", Text),
    Index("ix_waiting_space", "space", "state"),
)

feature = Feature("waiting")

Why = Annotated[str, Meta(min_length=1, max_length=500)]


class Waiting(Item, tag="waiting", frozen=True):
    """Words that wait, or were `refused` with a `reason`; `method` is what their author wanted to do with them."""

    place: str
    author: str
    method: str
    words: list[str]
    at: str
    state: Literal["waiting", "refused"]
    reason: str | None


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """What waits or was refused, by id."""
    rows = db.execute(select(waiting).where(waiting.c.id.in_(list(wanted)), waiting.c.state.in_(("waiting", "refused"))))
    return {row.id: _item(row) for row in rows}


def _item(row: Any) -> Waiting:
    return Waiting(
        id=row.id, place=row.place, author=row.author, method=row.method, words=_words(row.method, row.params), at=iso(row.at),
        state=row.state, reason=row.reason,
    )  # fmt: skip


def _words(method: str, params: str) -> list[str]:
    assert feature.registry is not None
    told = msgspec.json.decode(params)
    return [told[name] for name in worded(feature.registry.commands[method].params) if isinstance(told.get(name), str) and told[name]]


feature.item(ItemKind("waiting", Waiting, load, place=lambda w: str(w.place), audience=lambda w: named([w.author], staff=True)))


@feature.puts_aside(answers={"waiting": Waiting}, emits=["waiting.put"])
def put_aside(ctx: Context, command: Command, params: CommandParams) -> Mapping[str, Any]:
    """Keep the command; the answer has it as `waiting`, and nothing else."""
    ctx.hold()
    mine = (waiting.c.space == ctx.space) & (waiting.c.author == ctx.person) & waiting.c.state.in_(("waiting", "refused"))
    if ctx.db.execute(select(func.count()).select_from(waiting).where(mine)).scalar_one() >= MOST:
        raise Conflict(code="too_many_waiting", most=MOST)
    told = msgspec.to_builtins(params)
    for name in worded(command.params):
        if isinstance(told.get(name), str) and told[name].strip():
            told[name] = texts.prose(told[name], f"$.{name}", most=MOST_BYTES)
    told.pop("key", None)
    name, place = ids.new(ctx.now), getattr(params, "place", ctx.space)
    ctx.db.execute(
        insert(waiting),
        {
            "id": name, "space": ctx.space, "place": place, "author": ctx.person, "method": command.name,
            "params": msgspec.json.encode(told).decode(), "at": ctx.now, "state": "waiting", "reason": None, "by": None,
        },
    )  # fmt: skip
    words = Ref("waiting", name)
    ctx.emit("waiting.put", words, place=place)
    ctx.notify(_staff(ctx, place), "waiting", words, place=place, about=place)
    return {"waiting": words}


def _staff(ctx: Context, place: str) -> list[str]:
    return [person for person in ctx.rules.members if ctx.rules.moderates(person, place).allowed]


class Decide(CommandParams, kw_only=True):
    place: Id
    waiting: Id


@feature.command("waiting.let_through", emits=["waiting.let_through"])
def let_through(ctx: Context, p: Decide) -> None:
    """Do now what its author wanted to, as that person: everybody sees it from now on. Teachers and administrators.

    Where the author may not do it any more (the topic was closed, the session is over) it is refused and goes on waiting.
    """
    ctx.require_moderator(p.place)
    row = _find(ctx, p)
    ctx.command(row.method, msgspec.json.decode(row.params), person=row.author)
    ctx.db.execute(update(waiting).where(waiting.c.id == p.waiting).values(state="done", params="{}", by=ctx.person))
    _gone(ctx, "waiting.let_through", row)


class Refuse(Decide, kw_only=True):
    reason: Why


@feature.command("waiting.refuse", answers={"waiting": Waiting}, emits=["waiting.refused"])
def refuse(ctx: Context, p: Refuse) -> Mapping[str, Any]:
    """Do not let it through; its author alone learns why. Teachers and administrators."""
    ctx.require_moderator(p.place)
    row = _find(ctx, p)
    reason = texts.line(p.reason, "$.reason")
    ctx.db.execute(update(waiting).where(waiting.c.id == p.waiting).values(state="refused", reason=reason, by=ctx.person))
    words = Ref("waiting", p.waiting)
    ctx.emit("waiting.refused", words, place=row.place)
    ctx.notify([row.author], "refused", words, place=row.place)
    return {"waiting": words}


@feature.command("waiting.take_back", emits=["waiting.taken_back"], when_closed=True, when_held=True, when_quiet=True)
def take_back(ctx: Context, p: Decide) -> None:
    """Take back one's own words that wait, or put away what was refused."""
    row = _find(ctx, p, "waiting", "refused")
    if row.author != ctx.person:
        raise NotFound()
    ctx.db.execute(update(waiting).where(waiting.c.id == p.waiting).values(state="taken_back", params="{}"))
    _gone(ctx, "waiting.taken_back", row)


def _find(ctx: Context, p: Decide, *states: str) -> Any:
    ctx.hold()
    row = ctx.db.execute(select(waiting).where(waiting.c.id == p.waiting, waiting.c.place == p.place)).first()
    if row is None or row.state not in ("waiting", "refused") or not ctx.load("waiting", [p.waiting]):
        raise NotFound()
    if row.state not in (states or ("waiting",)):
        raise Conflict(code="waiting_refused", path="$.waiting")
    return row


def _gone(ctx: Context, event: str, row: Any) -> None:
    ctx.emit(event, place=row.place, gone=[Gone("waiting", row.id)], gone_for=named([row.author], staff=True))


class AskWaiting(Params, kw_only=True):
    space: Id
    after: Annotated[Id, Meta(description="The last one that is known.")] | None = None


class WaitingList(msgspec.Struct):
    """The oldest first."""

    waiting: list[Waiting]
    more: bool


@feature.query("waiting.list", answers=WaitingList)
def list_waiting(ctx: Context, p: AskWaiting) -> WaitingList:
    """What waits for the staff, and what was refused to oneself. Others have nothing here but their own."""
    there = (waiting.c.space == ctx.space) & waiting.c.state.in_(("waiting", "refused")) & (waiting.c.id > (p.after or ""))
    if not ctx.view.moderates:
        there &= waiting.c.author == ctx.person
    found: list[str] = [row.id for row in ctx.db.execute(select(waiting.c.id).where(there).order_by(waiting.c.id).limit(PAGE + 1))]
    return WaitingList([one for one in ctx.load("waiting", found[:PAGE]) if isinstance(one, Waiting)], len(found) > PAGE)


@feature.on("place.erased")
def erased(ctx: Context, _emission: Emission) -> None:
    """What waited for a place that is gone for ever goes too."""
    ctx.db.execute(delete(waiting).where(waiting.c.space == ctx.space, waiting.c.place.not_in(select(places.c.id))))


feature.example("order.hold", "alice", {"space": "{space}", "person": "{milo}", "on": True})
feature.example("chat.say", "milo", {"place": "{room}", "text": "May I say this?"}, gives="asked")
feature.example("waiting.list", "alice", {"space": "{space}"})
feature.example("waiting.refuse", "bob", {"place": "{room}", "waiting": "{asked}", "reason": "Say it without the names."})
feature.example("waiting.take_back", "milo", {"place": "{room}", "waiting": "{asked}"})
feature.example("chat.say", "milo", {"place": "{room}", "text": "And this?"}, gives="asked_again")
feature.example("waiting.let_through", "bob", {"place": "{room}", "waiting": "{asked_again}"})
feature.example("order.hold", "alice", {"space": "{space}", "person": "{milo}", "on": False})

feature.keeps(waiting, "author", "own", kind="waiting")
