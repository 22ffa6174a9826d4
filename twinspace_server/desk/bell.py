"""The bell: what happened for me, at my desk. It names and never quotes.

Features ring through `Context.notify`; each desk hears it in a unit of its own. A notification is shown only as far as its
person may see what it is about at the moment of loading: the loader asks the law of that space, so what was hidden, taken back,
moved out of sight or left behind leaves the bell by itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any, NamedTuple

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, insert, select, update

from twinspace_server import ids, unread
from twinspace_server.clock import iso
from twinspace_server.errors import NotFound
from twinspace_server.identity import people
from twinspace_server.live.feature import RING, CommandParams, Context, Feature, Gate, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.laws import Laws
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

KEPT_MS = 60 * 24 * 3600 * 1000
MOST_KEPT = 300
"""Of one person; the oldest go."""
MOST_JOINED = 50
MOST_COUNTED = 100
"""Unread ones that are counted; with more it is "99+" anyway."""
AT_ONCE = 50
"""Notifications in one event."""
NO_LONGER_SHOWN = ("hidden", "withdrawn")

notifications = Table(
    "notifications",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("news", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("read", BigInteger, nullable=False),
    Index("ix_notifications_person_at", "person", "at"),
    Index("ix_notifications_about", "person", "about"),
)

feature = Feature("bell")
_laws = Laws()
"""Of all spaces that bells tell of here; looked at with the tag of the moment, like the door's own."""


class News(NamedTuple):
    """One thing that happened: the item's id, who did it, when (ms)."""

    item: str
    by: str
    at: int


_read_news = msgspec.json.Decoder(list[News]).decode


class Notification(Item, tag="notification", frozen=True):
    """What happened for me; things about the same are joined until they are read.

    `what` names the kind of news (`bell-<what>` has the words), `item` the newest of `count` items, `by` and `names` who did it, the
    newest first. `place` is where it stands.
    """

    what: str
    space: str
    space_name: str
    place: str
    place_title: str
    item: str
    item_kind: str
    about: str
    count: int
    by: list[str]
    names: list[str]
    at: str
    read: bool


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Notifications by id: those of whose news their person may see something now."""
    rows = db.execute(select(notifications).where(notifications.c.id.in_(list(wanted)))).fetchall()
    return {row.id: item for row, item in zip(rows, _items(db, rows), strict=True) if item is not None}


def _items(db: Db, rows: Sequence[Any]) -> list[Notification | None]:
    """For each row what it shows, or None; the items are loaded once a kind, the laws once a space."""
    registry = feature.registry
    assert registry is not None
    news = {row.id: _read_news(row.news) for row in rows}
    by_kind: dict[str, set[str]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, set()).update(one.item for one in news[row.id])
    found = {kind: registry.items[kind].load(db, sorted(wanted)) for kind, wanted in by_kind.items() if kind in registry.items}
    laws = {space: _laws.current(db, space) for space in {row.space for row in rows}}
    shown: list[tuple[Any, list[News]]] = []
    for row in rows:
        law, kind, items = laws[row.space], registry.items.get(row.kind), found.get(row.kind, {})
        left: list[News] = []
        if law is not None and kind is not None:
            for one in news[row.id]:
                item = items.get(one.item)
                if item is None or getattr(item, "state", None) in NO_LONGER_SHOWN:
                    continue
                if law.sees(row.person, kind.place(item) or row.space, kind.audience(item)):
                    left.append(one)
        shown.append((row, left))
    names = _names(db, {one.by for _, left in shown for one in left})
    return [_item(row, left, names, laws[row.space]) if left else None for row, left in shown]


def _item(row: Any, left: Sequence[News], names: Mapping[str, str], law: Any) -> Notification:
    newest = left[-1]
    by = list(dict.fromkeys(one.by for one in reversed(left)))
    place = law.places.get(row.place)
    return Notification(
        id=row.id, what=row.what, space=row.space, space_name=law.places[row.space].title, place=row.place,
        place_title=place.title if place is not None else "", item=newest.item, item_kind=row.kind, about=row.about, count=len(left), by=by,
        names=[names[person] for person in by if person in names], at=iso(newest.at), read=bool(row.read),
    )  # fmt: skip


def _names(db: Db, persons: Iterable[str]) -> dict[str, str]:
    query = select(people.c.id, people.c.name).where(people.c.id.in_(sorted(persons)))
    return {person: name for person, name in db.execute(query)}


feature.item(ItemKind("notification", Notification, load, place=lambda _notification: None))


class Ring(CommandParams, kw_only=True):
    what: Annotated[str, Meta(max_length=40)]
    space: Id
    place: Id
    kind: Annotated[str, Meta(max_length=40)]
    item: Id
    about: Id
    by: Id
    at: int


_ABOUT = Hot(
    select(notifications.c.id, notifications.c.news, notifications.c.read)
    .where(
        notifications.c.person == bindparam("person"), notifications.c.about == bindparam("about"),
        notifications.c.what == bindparam("what"), notifications.c.space == bindparam("space"),
    )
    .order_by(notifications.c.at.desc())
    .limit(5)
)  # fmt: skip


@feature.command(RING, gate=Gate.HOUSE, emits=["bell.rang"])
def ring(ctx: Context, p: Ring) -> None:
    """Tell this desk's person. What is about the same thing, and not read yet, is joined; a repeat changes nothing."""
    person = ctx.rules.owner
    assert person is not None
    if _has_read(ctx, person, p):
        return
    ctx.hold()
    known = _ABOUT(ctx.db, {"person": person, "about": p.about, "what": p.what, "space": p.space})
    news = News(p.item, p.by, p.at)
    if any((one.item, one.by) == (p.item, p.by) for row in known for one in _read_news(row[1])):
        return
    waiting = next((row for row in known if not row[2]), None)
    if waiting is not None:
        name = waiting[0]
        joined = [*_read_news(waiting[1]), news][-MOST_JOINED:]
        values = {"news": msgspec.json.encode(joined).decode(), "place": p.place, "at": p.at}
        ctx.db.execute(update(notifications).where(notifications.c.id == name).values(**values))
    else:
        name = ids.new(ctx.now)
        ctx.db.execute(
            insert(notifications),
            {
                "id": name, "person": person, "what": p.what, "space": p.space, "place": p.place, "about": p.about, "kind": p.kind,
                "news": msgspec.json.encode([news]).decode(), "at": p.at, "read": 0,
            },
        )  # fmt: skip
        _bound(ctx, person)
    ctx.emit("bell.rang", Ref("notification", name))


def _has_read(ctx: Context, person: str, p: Ring) -> bool:
    """Whether the person has read the place beyond that item already: who looks on needs no bell."""
    item = ctx.registry.items[p.kind].load(ctx.db, [p.item]).get(p.item)
    number = getattr(item, "seq", None)
    return number is not None and unread.at(ctx.db, person, p.place) >= number


def _bound(ctx: Context, person: str) -> None:
    newest = (
        select(notifications.c.id).where(notifications.c.person == person).order_by(notifications.c.at.desc(), notifications.c.id.desc())
    )
    too_old = [row.id for row in ctx.db.execute(newest.offset(MOST_KEPT)).fetchall()]
    if too_old:
        ctx.db.execute(delete(notifications).where(notifications.c.id.in_(too_old)))


class Read(CommandParams, kw_only=True):
    notification: Annotated[Id, Meta(description="Without it, all of them.")] | None = None


@feature.command("bell.read", gate=Gate.PERSON, emits=["bell.read"])
def read(ctx: Context, p: Read) -> None:
    """I have seen this one, or everything."""
    ctx.hold()
    mine = notifications.c.person == ctx.person
    if p.notification is not None:
        mine &= notifications.c.id == p.notification
        if ctx.db.execute(select(notifications.c.id).where(mine)).first() is None:
            raise NotFound()
    waiting = select(notifications.c.id).where(mine, notifications.c.read == 0).order_by(notifications.c.at)
    names = [found.id for found in ctx.db.execute(waiting).fetchall()]
    if names:
        ctx.db.execute(update(notifications).where(notifications.c.id.in_(names)).values(read=1))
    for at in range(0, len(names), AT_ONCE):
        ctx.emit("bell.read", *(Ref("notification", name) for name in names[at : at + AT_ONCE]))


class AskBell(Params, kw_only=True):
    before: Id | None = None
    limit: Annotated[int, Meta(ge=1, le=AT_ONCE)] = 20


class Rung(msgspec.Struct):
    """Notifications, the newest first; `unread` counts up to 100 of all of them."""

    notifications: list[Notification]
    unread: int
    more: bool


@feature.query("bell.list", gate=Gate.PERSON, answers=Rung)
def list_bell(ctx: Context, p: AskBell) -> Rung:
    """What happened for me, the newest first; `before` is the last one of the page before."""
    mine = notifications.c.person == ctx.person
    query = select(notifications).where(mine).order_by(notifications.c.at.desc(), notifications.c.id.desc())
    if p.before is not None:
        row = ctx.db.execute(select(notifications.c.at).where(mine, notifications.c.id == p.before)).first()
        if row is None:
            raise NotFound()
        query = query.where((notifications.c.at < row.at) | ((notifications.c.at == row.at) & (notifications.c.id < p.before)))
    rows = ctx.db.execute(query.limit(p.limit + 1)).fetchall()
    shown = [item for item in _items(ctx.db, rows[: p.limit]) if item is not None]
    return Rung(shown, len(unread_of(ctx.db, ctx.person)), len(rows) > p.limit)


def unread_of(db: Db, person: str, what: str | None = None) -> list[Notification]:
    """The unread notifications that the person may see, up to 100; of one kind of news, when it is named."""
    query = select(notifications).where(notifications.c.person == person, notifications.c.read == 0)
    if what is not None:
        query = query.where(notifications.c.what == what)
    rows = db.execute(query.order_by(notifications.c.at.desc()).limit(MOST_COUNTED)).fetchall()
    return [item for item in _items(db, rows) if item is not None]


@feature.sweep
def drop_old(ctx: Context) -> None:
    """After 60 days nobody looks any more."""
    ctx.db.execute(delete(notifications).where(notifications.c.at < ctx.now - KEPT_MS))


feature.example("bell.list", "pia", {"limit": 10})
feature.example("bell.read", "pia", {})

feature.keeps(notifications, "person", "own", everywhere=True)
