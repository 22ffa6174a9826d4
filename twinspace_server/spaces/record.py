"""The record of how order was kept: who hid, restored, let through, timed out, held or decided what, when and why.

It is only ever added to, in the same unit as what it tells of: nothing here changes or drops a row. It names and does not quote.
The staff reads it, as far as they may read what it names: not a report of oneself, not a letter among other adults.
"""

from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, insert, select

from twinspace_server import ids
from twinspace_server.clock import iso
from twinspace_server.live.feature import Context, Emission, Feature, Id, Params
from twinspace_server.storage.tables import metadata

PAGE = 50

record = Table(
    "order_record",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("about", Text),
    Column("reason", Text),
    Index("ix_order_record_space", "space", "id"),
)

feature = Feature("record")

ACTS = (
    "*.hidden", "*.restored", "*.let_through", "*.refused", "order.timed_out", "order.time_out_ended", "order.held", "order.freed",
    "report.made", "report.closed", "report.reopened",
)  # fmt: skip


def keep(ctx: Context, emission: Emission) -> None:
    """Add what has just happened. What is restored out of a bin was not hidden by anybody."""
    subject, _, verb = emission.event.partition(".")
    if verb == "restored" and f"{subject}.hidden" not in ctx.registry.events:
        return
    ref = emission.items[0] if emission.items else None
    item: Any = ctx.registry.items[ref.kind].load(ctx.db, [ref.id]).get(ref.id) if ref is not None else None
    gone = emission.lost[0].gone if emission.lost else None
    ctx.db.execute(
        insert(record),
        {
            "id": ids.new(ctx.now), "space": ctx.space, "at": ctx.now, "by": ctx.person, "what": emission.event,
            "place": emission.place or ctx.space, "kind": ref.kind if ref else gone.kind if gone else "",
            "item": item.id if item is not None else ref.id if ref else gone.id if gone else "", "about": _about(item, emission),
            "reason": getattr(item, "reason", None) or getattr(item, "decision", None),
        },
    )  # fmt: skip


for event in ACTS:
    feature.on(event)(keep)


def _about(item: Any, emission: Emission) -> str | None:
    """Whom it concerns."""
    if item is None:
        return next((person for lost in emission.lost for person in lost.audience.persons), None)
    if item.__struct_config__.tag in ("restraint", "member"):
        return str(item.id)
    return getattr(item, "about", None) or getattr(item, "author", None) or getattr(item, "by", None)


class AskRecord(Params, kw_only=True):
    space: Id
    before: Annotated[Id, Meta(description="The last one that is known.")] | None = None


class Act(msgspec.Struct):
    """One line of the record; `what` is the event, `about` the person it concerned."""

    id: str
    at: str
    by: str
    what: str
    place: str
    item_kind: str
    item: str
    about: str | None
    reason: str | None


class Acts(msgspec.Struct):
    """The newest first."""

    acts: list[Act]
    more: bool


@feature.query("order.record", answers=Acts)
def read(ctx: Context, p: AskRecord) -> Acts:
    """What was done here to keep order, with what one may read. Teachers and administrators."""
    ctx.accept(ctx.rules.moderates(ctx.person, ctx.space, when_closed=True))
    there = (record.c.space == ctx.space) & record.c.place.in_([*ctx.view.rights, ctx.space])
    acts: list[Act] = []
    last = p.before
    while len(acts) <= PAGE:
        query = select(record).where(there if last is None else there & (record.c.id < last))
        rows = ctx.db.execute(query.order_by(record.c.id.desc()).limit(PAGE + 1)).fetchall()
        withheld = _withheld(ctx, rows)
        acts += [
            Act(r.id, iso(r.at), r.by, r.what, r.place, r.kind, r.item, r.about, r.reason) for r in rows if (r.kind, r.item) not in withheld
        ]
        if len(rows) <= PAGE:
            break
        last = rows[-1].id
    return Acts(acts[:PAGE], len(acts) > PAGE)


def _withheld(ctx: Context, rows: Sequence[Any]) -> set[tuple[str, str]]:
    """What is there and not for this reader: a letter among other adults, a report of oneself. What is gone tells nothing any more."""
    found: set[tuple[str, str]] = set()
    for kind in {row.kind for row in rows} & ctx.registry.items.keys():
        known = ctx.registry.items[kind]
        there = known.load(ctx.db, sorted({row.item for row in rows if row.kind == kind}))
        found |= {(kind, name) for name, item in there.items() if not ctx.sees(known, item)}
    return found


feature.example("order.record", "bob", {"space": "{space}"})

feature.keeps(record, "about", "own", becomes={"reason": ""}, given=False)
feature.keeps(record, "by", "stays", why="what was decided, and when; a record of how children were protected is only added to")
