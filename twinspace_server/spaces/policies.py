"""What a space allows its pupils, and when a room may be written in (CHT-03, RCH): set by administrators, closed by default.

Without a word of theirs pupils have no rooms of two among themselves and book no sessions, and a session with pupils needs a
teacher of each of their schools. A standing room is open always, or in weekly hours, or only while teachers are there.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType
from sqlalchemy import delete, select, update

from twinspace_server.errors import Conflict, NotFound
from twinspace_server.law import gates
from twinspace_server.law.hours import Hours, checked
from twinspace_server.law.places import places, spaces
from twinspace_server.live.feature import CommandParams, Context, Feature, Gone, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.gates import Gate
from twinspace_server.people.accounts import checked_zone
from twinspace_server.storage.store import Db

feature = Feature("policies")


class Policies(Item, tag="policies", frozen=True):
    """What a space allows. `teachers` is who must be there in a session with pupils, unless its booking says otherwise."""

    pupils_pair: bool = False
    pupils_book: bool = False
    teachers: gates.Teachers = "each"


def of(db: Db, space: str) -> Policies:
    """The space's policies, or the defaults."""
    row = db.execute(select(spaces.c.policies).where(spaces.c.id == space)).first()
    return msgspec.convert({**(msgspec.json.decode(row[0]) if row is not None else {}), "kind": "policies", "id": space}, Policies)


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Policies by space."""
    return {space: of(db, space) for space in wanted}


feature.item(ItemKind("policies", Policies, load, place=lambda _policies: None))


class SetPolicies(CommandParams, kw_only=True):
    space: Id
    pupils_pair: bool | UnsetType = UNSET
    pupils_book: bool | UnsetType = UNSET
    teachers: gates.Teachers | UnsetType = UNSET


@feature.command("space.set_policies", administrator=True, answers={"policies": Policies}, emits=["space.policies_set", "gate.set"])
def set_policies(ctx: Context, p: SetPolicies) -> Mapping[str, Any]:
    """Say what pupils may do here. Rooms of two pupils that are there already fall silent when they are forbidden."""
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    ctx.hold()
    known = msgspec.to_builtins(of(ctx.db, p.space))
    told = {name: getattr(p, name) for name in ("pupils_pair", "pupils_book", "teachers")}
    now = {**known, **{name: value for name, value in told.items() if value is not UNSET}}
    text = msgspec.json.encode({name: now[name] for name in told}).decode()
    ctx.db.execute(update(spaces).where(spaces.c.id == p.space).values(policies=text))
    pairs = select(places.c.id).where(places.c.space == p.space, places.c.kind == "pair")
    rooms = [row[0] for row in ctx.db.execute(select(gates.gates.c.place).where(gates.gates.c.place.in_(pairs)).order_by("place"))]
    for room in rooms:
        gates.change(ctx.db, room, shut=None if now["pupils_pair"] else "policy")
        gates.settle(ctx.db, ctx.rules, room, ctx.now)
        ctx.emit("gate.set", Ref("gate", room), place=room)
    ctx.emit("space.policies_set", Ref("policies", p.space))
    return {"policies": Ref("policies", p.space)}


class AskPolicies(Params, kw_only=True):
    space: Id


@feature.query("space.policies", answers=Policies)
def ask_policies(ctx: Context, p: AskPolicies) -> Policies:
    """What pupils may do in this space."""
    return of(ctx.db, p.space)


class SetGate(CommandParams, kw_only=True):
    place: Id
    teachers: gates.Teachers = "none"
    hours: Hours | None = None


@feature.command("room.set_gate", administrator=True, answers={"gate": Gate}, emits=["gate.set"], law=True)
def set_gate(ctx: Context, p: SetGate) -> Mapping[str, Any]:
    """Say when pupils and guests may write in a standing room: always, in weekly hours, or only while teachers are there."""
    if ctx.rules.places[p.place].kind != "chat":
        raise NotFound()
    if p.hours is not None:
        checked_zone(p.hours.zone, "$.hours.zone")
        checked(p.hours.week, "$.hours.week")
    ctx.db.execute(delete(gates.gates).where(gates.gates.c.place == p.place))
    if p.hours is None and p.teachers == "none":
        ctx.emit("gate.set", place=p.place, gone=[Gone("gate", p.place)])
        return {}
    gates.put(ctx.db, place=p.place, space=ctx.space, hours=p.hours, teachers=p.teachers)
    gates.settle(ctx.db, ctx.rules, p.place, ctx.now)
    ctx.emit("gate.set", Ref("gate", p.place), place=p.place)
    return {"gate": Ref("gate", p.place)}


feature.example("space.set_policies", "alice", {"space": "{space}", "pupils_pair": True, "pupils_book": False, "teachers": "each"})
feature.example("space.policies", "pia", {"space": "{space}"})
feature.example(
    "room.set_gate",
    "alice",
    {
        "place": "{room}",
        "teachers": "none",
        "hours": {"zone": "Europe/Brussels", "week": [{"day": day, "from": "00:00", "to": "24:00"} for day in range(7)]},
    },
)
