"""Keeping order among persons: a time-out for minutes, and letting what a pupil writes wait for a teacher.

Teachers who may read the space, and administrators; no table grants it, and it never binds one of them. Both are marks of the
membership (`law/members.py`), so that every door and every process knows them with the law. The person and the staff see them.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import select

from twinspace_server import texts
from twinspace_server.clock import iso
from twinspace_server.errors import Conflict
from twinspace_server.law import members as law_members
from twinspace_server.law.members import members
from twinspace_server.law.rights import named
from twinspace_server.live.feature import CommandParams, Context, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.storage.store import Db

MINUTE_MS = 60_000
LONGEST_MINUTES = 7 * 24 * 60

feature = Feature("order")

Why = Annotated[str, Meta(min_length=1, max_length=500)]


class Restraint(Item, tag="restraint", frozen=True):
    """What holds a member back: may not write until `until`, for `reason`; `held`: a teacher lets through what they write.

    `id` is the person's. For that person and the staff. Without a time-out, or after it, `until` lies in the past or is null.
    """

    until: str | None
    reason: str | None
    held: bool


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Restraints by `<space>.<person>`; a member without any has an empty one."""
    found: dict[str, Item] = {}
    for key in wanted:
        space, _, person = key.partition(".")
        marks = select(members.c.quiet_until, members.c.quiet_reason, members.c.held)
        row = db.execute(marks.where(members.c.space == space, members.c.person == person, members.c.left.is_(None))).first()
        if row is not None:
            found[key] = Restraint(id=person, until=iso(row[0]) if row[0] else None, reason=row[1], held=bool(row[2]))
    return found


feature.item(
    ItemKind("restraint", Restraint, load, place=lambda _restraint: None, audience=lambda restraint: named([restraint.id], staff=True))
)


def restrained(ctx: Context) -> list[Item]:
    """The restraints of this moment that the reader may see."""
    now = ctx.now
    bound = [f"{ctx.space}.{person}" for person, standing in ctx.rules.members.items() if standing.held or standing.quiet_until > now]
    return ctx.load("restraint", bound)


class TimeOut(CommandParams, kw_only=True):
    space: Id
    person: Id
    minutes: Annotated[int, Meta(ge=1, le=LONGEST_MINUTES)]
    reason: Why


class OfPerson(CommandParams, kw_only=True):
    space: Id
    person: Id


@feature.command("order.time_out", answers={"restraint": Restraint}, emits=["order.timed_out"], law=True)
def time_out(ctx: Context, p: TimeOut) -> Mapping[str, Any]:
    """Let a pupil or guest write nothing in this space for some minutes from now; they and the staff see why.

    They may still read, take back, report and leave. A new one takes the place of the one before.
    """
    ctx.require_moderator(p.space)
    reason = texts.line(p.reason, "$.reason")
    law_members.set_quiet(ctx.db, ctx.rules, p.person, until=ctx.now + p.minutes * MINUTE_MS, reason=reason)
    return _marked(ctx, "order.timed_out", p.person)


@feature.command("order.end_time_out", answers={"restraint": Restraint}, emits=["order.time_out_ended"], law=True)
def end_time_out(ctx: Context, p: OfPerson) -> Mapping[str, Any]:
    """Let them write again before it is over."""
    ctx.require_moderator(p.space)
    standing = ctx.rules.members.get(p.person)
    if standing is not None and standing.quiet_until <= ctx.now:
        raise Conflict(code="no_time_out", path="$.person")
    law_members.set_quiet(ctx.db, ctx.rules, p.person, until=None, reason=None)
    return _marked(ctx, "order.time_out_ended", p.person)


class Hold(OfPerson, kw_only=True):
    on: bool


@feature.command("order.hold", answers={"restraint": Restraint}, emits=["order.held", "order.freed"], law=True)
def hold(ctx: Context, p: Hold) -> Mapping[str, Any]:
    """Let what a pupil writes be seen only when a teacher has let it through, or no longer. What waits already goes on waiting."""
    ctx.require_moderator(p.space)
    law_members.set_held(ctx.db, ctx.rules, p.person, p.on)
    return _marked(ctx, "order.held" if p.on else "order.freed", p.person)


def _marked(ctx: Context, event: str, person: str) -> Mapping[str, Any]:
    mark = Ref("restraint", f"{ctx.space}.{person}")
    ctx.emit(event, mark)
    return {"restraint": mark}


class AskOrder(Params, kw_only=True):
    space: Id


class Restrained(msgspec.Struct):
    restraints: list[Restraint]


@feature.query("order.restrained", answers=Restrained)
def list_restrained(ctx: Context, p: AskOrder) -> Restrained:
    """Who has a time-out now, or is held: for the staff all of them, for others only what binds themselves."""
    return Restrained([mark for mark in restrained(ctx) if isinstance(mark, Restraint)])


feature.example("order.time_out", "alice", {"space": "{space}", "person": "{pia}", "minutes": 10, "reason": "Please cool down."})
feature.example("order.restrained", "pia", {"space": "{space}"})
feature.example("order.end_time_out", "alice", {"space": "{space}", "person": "{pia}"})
feature.example("order.hold", "alice", {"space": "{space}", "person": "{milo}", "on": True})
feature.example("order.hold", "alice", {"space": "{space}", "person": "{milo}", "on": False})
