"""The numbered log of each space: what happened, gap-free, by name only.

A row keeps number, event, place, actor, time and the ids of the items changed, never content: so a withdrawn message
can't be replayed and an erased pupil doesn't live on here. Dispatch appends inside the unit; the hub and `space.listen`
read. The counter row is raised first and the items are loaded after it, as the unit's last reads (two people who react
at once both see both).
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import BigInteger, Column, Table, Text, bindparam, delete, insert, select, update

from twinspace_server.ids import tag as new_tag
from twinspace_server.law.changes import ViewChange
from twinspace_server.law.rights import EVERYBODY, Audience, Law
from twinspace_server.live.feature import Emission, Gone, Item, ItemKind, Ref, Registry
from twinspace_server.live.items import Lost
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

heads = Table(
    "log_heads",
    metadata,
    Column("space", Text, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("tag", Text, nullable=False),
)

log = Table(
    "log",
    metadata,
    Column("space", Text, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("tag", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("place", Text),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("names", Text, nullable=False),
    Column("gone", Text, nullable=False),
    Column("law", BigInteger, nullable=False),
)

_RAISE = Hot(
    update(heads)
    .where(heads.c.space == bindparam("b_space"))
    .values(seq=heads.c.seq + 1, tag=bindparam("b_tag"))
    .returning(heads.c.seq)
)  # fmt: skip
_HEAD = Hot(select(heads.c.seq, heads.c.tag).where(heads.c.space == bindparam("space")))
_HOLD = Hot(select(heads.c.seq).where(heads.c.space == bindparam("space")).with_for_update())
_APPEND = Hot(insert(log))
_TAG = Hot(select(log.c.tag).where(log.c.space == bindparam("space"), log.c.seq == bindparam("seq")))
_AFTER = Hot(
    select(log.c.seq, log.c.tag, log.c.event, log.c.place, log.c.by, log.c.at, log.c.names, log.c.gone, log.c.law)
    .where(log.c.space == bindparam("space"), log.c.seq > bindparam("after"))
    .order_by(log.c.seq)
    .limit(bindparam("most"))
)

_names = msgspec.json.Encoder()
_read_names = msgspec.json.Decoder(list[list[str]])


@dataclass(frozen=True, slots=True)
class Loaded:
    """An item as it is now, under the name that the log has for it, with the place and the audience that decide who gets it."""

    name: str
    kind: ItemKind
    item: Item
    place: str | None
    audience: Audience


@dataclass(slots=True)
class Entry:
    """One numbered event of a space, with its items as they are now. `law` is the new law when the event changed it."""

    space: str
    seq: int
    tag: str
    event: str
    place: str | None
    by: str
    at: int
    loaded: list[Loaded]
    lost: tuple[Lost, ...]
    changes_law: bool
    law: Law | None = None
    changes: tuple[str, Mapping[str, ViewChange]] | None = None
    """For whom the view changed, against the law with this tag."""

    @property
    def bookmark(self) -> str:
        """The opaque mark a client gives back to resume: the number and this event's own tag."""
        return f"{self.seq}-{self.tag}"


def begin(db: Db, space: str) -> None:
    """Give a new space its counter, standing at 0."""
    db.execute(insert(heads), {"space": space, "seq": 0, "tag": new_tag()})


def raise_counter(db: Db, space: str, tag: str) -> int:
    """The next number of the space; its event carries `tag`. The row stays locked until the unit ends: writers of a space queue here."""
    row = _RAISE.one(db, {"b_space": space, "b_tag": tag})
    if row is None:
        raise LookupError("a space without a counter")
    return int(row[0])


def hold(db: Db, space: str) -> None:
    """Lock the counter row until the unit ends, without taking a number. (SQLite has one writer anyway.)"""
    _HOLD(db, {"space": space})


def head(db: Db, space: str) -> tuple[int, str]:
    """The newest number and its tag, in one read: what a snapshot is as of. (0, "") for a space without a log."""
    row = _HEAD.one(db, {"space": space})
    return (0, "") if row is None else (int(row[0]), str(row[1]))


def tag_at(db: Db, space: str, seq: int) -> str | None:
    """The tag of one event, or None when the log doesn't reach there."""
    row = _TAG.one(db, {"space": space, "seq": seq})
    return None if row is None else str(row[0])


def split(bookmark: str) -> tuple[int, str] | None:
    """The number and tag of a bookmark, or None when it isn't one."""
    number, dash, tag = bookmark.partition("-")
    return (int(number), tag) if dash and number.isascii() and number.isdigit() and len(number) <= 18 else None


def append(
    db: Db, registry: Registry, space: str, emissions: Sequence[Emission], first: int, first_tag: str, by: str, at: int, law: bool
) -> list[Entry]:
    """Write the unit's events under their numbers, and load what they carry. `first` was raised already."""
    entries = []
    for position, emission in enumerate(emissions):
        tag = first_tag if position == 0 else new_tag()
        seq = first if position == 0 else raise_counter(db, space, tag)
        loaded = load(db, registry, emission.items)
        names = [_name(x.kind.name, x.name, x.audience) for x in loaded]
        gone = [_name(x.gone.kind, x.gone.id, x.audience) for x in emission.lost]
        entries.append(Entry(space, seq, tag, emission.event, emission.place, by, at, loaded, emission.lost, law))
        _APPEND.put_off(
            db,
            {
                "space": space, "seq": seq, "tag": tag, "event": emission.event, "place": emission.place, "by": by, "at": at,
                "names": _names.encode(names).decode(), "gone": _names.encode(gone).decode() if gone else "[]", "law": int(law),
            },
        )  # fmt: skip
    return entries


def _name(kind: str, name: str, audience: Audience) -> tuple[str, ...]:
    """What a row has of an item: kind, id, and where it isn't for everybody, for whom it was when this happened."""
    return (kind, name) if audience.everybody else (kind, name, "staff" if audience.staff else "", *sorted(audience.persons))


def _audience(name: Sequence[str]) -> Audience:
    return EVERYBODY if len(name) == 2 else Audience(staff=bool(name[2]), persons=frozenset(name[3:]))


def load(db: Db, registry: Registry, refs: Iterable[Ref]) -> list[Loaded]:
    """The named items that are still there, one query a kind; those just made are not asked for."""
    by_kind: dict[str, list[str]] = {}
    loaded = []
    for ref in refs:
        if ref.fresh is None:
            by_kind.setdefault(ref.kind, []).append(ref.id)
        else:
            kind = registry.items[ref.kind]
            loaded.append(Loaded(ref.id, kind, ref.fresh, kind.place(ref.fresh), kind.audience(ref.fresh)))
    for name, ids in by_kind.items():
        kind = registry.items[name]
        found = kind.load(db, ids)
        loaded += [Loaded(i, kind, found[i], kind.place(found[i]), kind.audience(found[i])) for i in ids if i in found]
    return loaded


def read(db: Db, registry: Registry, space: str, after: int, most: int) -> list[Entry]:
    """Up to `most` entries newer than `after`, each item once, at the newest entry that names it, as it is now.

    What holds others comes at the oldest, too: nothing happens in a place that is not known. What is no longer there is
    gone for those for whom it was.
    """
    rows = _AFTER(db, {"space": space, "after": after, "most": most})
    names = [_read_names.decode(row[6]) for row in rows]
    newest: dict[tuple[str, str], int] = {}
    oldest: dict[tuple[str, str], int] = {}
    for row, named in zip(rows, names, strict=True):
        for name in named:
            newest[name[0], name[1]] = row[0]
            if registry.items[name[0]].holds:
                oldest.setdefault((name[0], name[1]), row[0])
    found = {(x.kind.name, x.name): x for x in load(db, registry, [Ref(*pair) for pair in newest])}
    entries = []
    for (seq, tag, event, place, by, at, _, gone, law), named in zip(rows, names, strict=True):
        here = [name for name in named if seq in (newest[name[0], name[1]], oldest.get((name[0], name[1])))]
        loaded = [found[name[0], name[1]] for name in here if (name[0], name[1]) in found]
        missing = [name for name in here if (name[0], name[1]) not in found]
        lost = tuple([Lost(Gone(name[0], name[1]), _audience(name)) for name in (*_read_names.decode(gone), *missing)])
        entries.append(Entry(space, seq, tag, event, place, by, at, loaded, lost, bool(law)))
    return entries


def forget(db: Db, before: int) -> int:
    """Drop rows older than `before` (ms); whoever was away longer loads anew. Answers how many went."""
    return db.execute(delete(log).where(log.c.at < before)).rowcount


def retag(db: Db) -> None:
    """Give every newest event a fresh tag and drop the rows: after a restored backup all bookmarks mean "load anew"."""
    db.execute(delete(log))
    for (space,) in db.execute(select(heads.c.space)).fetchall():
        db.execute(update(heads).where(heads.c.space == space), {"tag": secrets.token_urlsafe(8)})
