"""The end of a space: some months after it was closed it is erased, rows, files, words in the index and all (GDPR 5, safety 1).

The house looks every hour. A month before, the administrators' bells ring, and they see what would go; who wants to keep it reopens the
space, or chooses a longer time. Nothing goes that was not announced for a month. A closed shell without a name stays, so that ids lead
somewhere.
"""

from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Table, delete, func, select, update

from twinspace_server.clock import iso
from twinspace_server.jobs import jobs
from twinspace_server.law.members import members
from twinspace_server.law.places import places, rights_rows, spaces
from twinspace_server.live import log
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Params, Prepared, Ref, Registry
from twinspace_server.live.keeping import inside
from twinspace_server.people.erasure import scoured
from twinspace_server.people.traces import TRACE
from twinspace_server.spaces.spaces import MONTHS, end_of, endings
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.tables import metadata

DAY_MS = 24 * 3600 * 1000
WARNED_MS = 30 * DAY_MS

feature = Feature("retention")

STAYS = frozenset({spaces.name, places.name, members.name, log.heads.name, endings.name, jobs.name})
"""What is not dropped whole, table by table."""
COUNTED = ("message", "post", "letter", "note", "file", "calendar_event")
"""Kinds of items that administrators are told the number of."""
_WARN = upsert(endings, ["space"], ["warned_at"])
_ERASED = upsert(endings, ["space"], ["erased_at"])


class OfSpace(CommandParams, kw_only=True):
    space: Id


@feature.sweep
def sweep(ctx: Context) -> None:
    """Have each space's own lane warn, or erase, when its time has come."""
    closed = (
        select(spaces.c.id, spaces.c.closed_at, endings.c.months, endings.c.warned_at)
        .outerjoin(endings, endings.c.space == spaces.c.id)
        .where(spaces.c.kind == "project", spaces.c.closed_at.is_not(None), endings.c.erased_at.is_(None))
    )
    for space, at, months, warned in ctx.db.execute(closed).fetchall():
        ends = end_of(at, months or MONTHS)
        if warned is None and ctx.now >= ends - WARNED_MS:
            ctx.later("space.warn", {"space": space}, space=space, dedupe=f"ending:{space}")
        elif warned is not None and ctx.now >= max(ends, warned + WARNED_MS):
            ctx.later("space.erase", {"space": space}, space=space, dedupe=f"ending:{space}")


def _still_ends(ctx: Context) -> bool:
    """It may have been reopened since, or be kept longer."""
    row = ctx.db.execute(
        select(spaces.c.closed_at, endings.c.months, endings.c.erased_at)
        .outerjoin(endings, endings.c.space == spaces.c.id)
        .where(spaces.c.id == ctx.space)
    ).first()
    if row is None or row.closed_at is None or row.erased_at is not None:
        return False
    return ctx.now >= end_of(row.closed_at, row.months or MONTHS) - WARNED_MS


@feature.command("space.warn", gate=Gate.HOUSE, emits=["space.ending"])
def warn(ctx: Context, p: OfSpace) -> None:
    """Tell the administrators that the space will be erased in a month."""
    if not _still_ends(ctx):
        return
    _WARN(ctx.db, {"space": ctx.space, "months": MONTHS, "warned_at": ctx.now, "erased_at": None})
    administrators = [person for person, standing in ctx.rules.members.items() if standing.administrator]
    ctx.emit("space.ending", Ref("space", ctx.space))
    ctx.notify(administrators, "space-ending", Ref("space", ctx.space), place=ctx.space)


@feature.command("space.erase", gate=Gate.HOUSE, emits=["space.erased"], law=True)
def erase(ctx: Context, p: OfSpace) -> None:
    """Drop everything of the space; its members lose it in this moment."""
    warned = ctx.db.execute(select(endings.c.warned_at).where(endings.c.space == ctx.space)).scalar()
    if _still_ends(ctx) and warned is not None and ctx.now >= warned + WARNED_MS:
        for table, rows in _everything(ctx.registry, ctx.space):
            ctx.db.execute(delete(table).where(rows))
        ctx.db.execute(delete(rights_rows).where(rights_rows.c.place == ctx.space))
        ctx.db.execute(delete(places).where(places.c.space == ctx.space, places.c.id != ctx.space))
        ctx.db.execute(update(places).where(places.c.id == ctx.space).values(title=TRACE, description=""))
        ctx.db.execute(delete(members).where(members.c.space == ctx.space))
        ctx.db.execute(delete(jobs).where(jobs.c.payload.contains(f'"space": "{ctx.space}"'), jobs.c.locked_until.is_(None)))
        _ERASED(ctx.db, {"space": ctx.space, "months": MONTHS, "warned_at": None, "erased_at": ctx.now})
        ctx.later("house.scour", {}, space=HOUSE, dedupe="scour")
    ctx.emit("space.erased", gone=[Gone("space", ctx.space)])


def _everything(registry: Registry, space: str) -> Iterator[tuple[Table, ColumnElement[bool]]]:
    """Every table's rows of a space: first those that hang on other rows, then what names its place, then what names the space."""
    hanging = {one.table.name: one.within for one in registry.keepings if one.within is not None and inside(one.table) is None}
    direct = [table for table in reversed(metadata.sorted_tables) if table.name not in STAYS and inside(table) is not None]
    for table in metadata.sorted_tables:
        within = hanging.get(table.name)
        if within is not None:
            yield table, within(space)
    for table in sorted(direct, key=lambda table: "space" in table.c):
        found = inside(table)
        assert found is not None
        yield table, found(space)


async def _scoured(asking: Asking, p: Any) -> Prepared:
    await scoured(asking)
    return Prepared()


class Scour(CommandParams, kw_only=True):
    pass


@feature.command("house.scour", gate=Gate.HOUSE, prepare=_scoured)
def scour(ctx: Context, p: Scour) -> None:
    """Leave nothing in any file of what was dropped."""


class AskEnding(Params, kw_only=True):
    space: Id


class Goes(msgspec.Struct):
    """So many of one kind of thing."""

    what: str
    count: int


class Ending(msgspec.Struct):
    """When a space is erased (null: it is not closed), and what would go then; counted for its administrators alone."""

    at: str | None
    months: int
    warned: bool
    goes: list[Goes]
    bytes: int


@feature.query("space.ending", answers=Ending)
def ending(ctx: Context, p: AskEnding) -> Ending:
    """When the space comes to its end, and what goes with it."""
    row = ctx.db.execute(
        select(spaces.c.closed_at, endings.c.months, endings.c.warned_at)
        .outerjoin(endings, endings.c.space == spaces.c.id)
        .where(spaces.c.id == ctx.space)
    ).one()
    at = iso(end_of(row.closed_at, row.months or MONTHS)) if row.closed_at is not None else None
    told = Ending(at, row.months or MONTHS, row.warned_at is not None, [], 0)
    if not ctx.rules.administers(ctx.person, when_closed=True).allowed:
        return told
    tables = {one.kind: one.table for one in ctx.registry.keepings if one.kind is not None and "space" in one.table.c}
    for kind in COUNTED:
        if kind in tables:
            told.goes.append(Goes(kind, _count(ctx, tables[kind])))
    told.goes += [Goes("place", _count(ctx, places) - 1), Goes("member", _count(ctx, members))]
    if "file" in tables:
        size = select(func.coalesce(func.sum(tables["file"].c.size), 0)).where(tables["file"].c.space == ctx.space)
        told.bytes = int(ctx.db.execute(size).scalar_one())
    return told


def _count(ctx: Context, table: Table) -> int:
    return int(ctx.db.execute(select(func.count()).select_from(table).where(table.c.space == ctx.space)).scalar_one())


feature.example("space.ending", "alice", {"space": "{space}"})
