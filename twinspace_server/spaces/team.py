"""My team: who takes part in a space, in what role, with which mark (TEAM).

Administrators add and remove; a space never loses its last one. Who left stays in the list as such, so that what they
wrote keeps a name. A member's item id is `<space>.<person>` inside the log, and the person's id on the wire.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import select

from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.identity import people, shut_out
from twinspace_server.law import members as law_members
from twinspace_server.law.members import members
from twinspace_server.live.feature import CommandParams, Context, Emission, Feature, Gate, Id, Item, ItemKind, Params, Ref
from twinspace_server.people import last_sign_in
from twinspace_server.people.accounts import by_username
from twinspace_server.spaces.faces import SHOWN, beside
from twinspace_server.storage.store import Db

PAGE = 300

feature = Feature("team")

Role = Literal["teacher", "pupil", "guest"]


class Member(Item, tag="member", frozen=True):
    """Somebody who takes part, or did (`left`)."""

    name: str
    role: str
    administrator: bool
    school: str | None
    left: bool
    adult: bool
    portrait: str | None = None
    """Their photo at `/faces/<portrait>`, where this space may see it."""


_COLUMNS = beside(
    select(
        members.c.space, members.c.person, people.c.name, members.c.role, members.c.administrator, members.c.school, members.c.left,
        people.c.adult, SHOWN,
    ).join_from(members, people, members.c.person == people.c.id)
)  # fmt: skip


def _item(row: Any) -> Member:
    _, person, name, role, administrator, school, left, adult, portrait = row
    return Member(
        id=person, name=name, role=role, administrator=bool(administrator), school=school, left=left is not None, adult=bool(adult),
        portrait=portrait if left is None else None,
    )  # fmt: skip


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Members by `<space>.<person>`; the owner of a desk is its one member."""
    found: dict[str, Item] = {}
    for key in wanted:
        space, _, person = key.partition(".")
        row = db.execute(_COLUMNS.where(members.c.space == space, members.c.person == person)).first()
        if row is None:
            owner = db.execute(select(people.c.name, people.c.adult).where(people.c.id == person, people.c.desk == space)).first()
            if owner is not None:
                found[key] = Member(
                    id=person, name=owner[0], role="owner", administrator=True, school=None, left=False, adult=bool(owner[1])
                )
            continue
        found[key] = _item(row)
    return found


feature.item(ItemKind("member", Member, load, place=lambda _member: None))


def page(ctx: Context, after: str | None) -> tuple[list[Member], bool]:
    """The next members in the order of their ids, and whether there are more."""
    if ctx.rules.kind == "desk":
        return [m for m in ctx.load("member", [f"{ctx.space}.{ctx.person}"]) if isinstance(m, Member)], False
    query = _COLUMNS.where(members.c.space == ctx.space, members.c.person > (after or "")).order_by(members.c.person).limit(PAGE + 1)
    rows = ctx.db.execute(query).fetchall()
    return [_item(row) for row in rows[:PAGE]], len(rows) > PAGE


class ListMembers(Params, kw_only=True):
    space: Id
    after: Id | None = None


class Members(msgspec.Struct):
    members: list[Member]
    more: bool


@feature.query("space.members", answers=Members)
def list_members(ctx: Context, p: ListMembers) -> Members:
    """Everybody who takes part or did, in pages of 300 in the order of their ids; `after` is the last id of the page before."""
    found, more = page(ctx, p.after)
    return Members(found, more)


class AddMember(CommandParams, kw_only=True):
    space: Id
    username: Annotated[str, Meta(min_length=1, max_length=40)]
    role: Role
    school: Id | None = None
    administrator: bool = False


@feature.command("space.add_member", administrator=True, answers={"member": Member}, emits=["member.added"], law=True)
def add(ctx: Context, p: AddMember) -> Mapping[str, Any]:
    """Let somebody with an account take part (TEAM-02). Pupils need a school; adults may be teachers or guests."""
    of_project(ctx)
    found = by_username(ctx.db, p.username)
    if found is None:
        raise BadInput(code="unknown_person", path="$.username")
    person, adult = found
    _check_role(adult, p.role, p.administrator)
    check_school(ctx, p.role, p.school)
    law_members.add_member(
        ctx.db, p.space, person=person, role=p.role, administrator=p.administrator, school=p.school, at=ctx.now, seq=ctx.seq
    )
    ctx.emit("member.added", Ref("member", f"{p.space}.{person}"))
    return {"member": Ref("member", f"{p.space}.{person}")}


class ChangeMember(CommandParams, kw_only=True):
    space: Id
    person: Id
    role: Role | None = None
    administrator: bool | None = None
    school: Id | None | msgspec.UnsetType = msgspec.UNSET


@feature.command("space.change_member", administrator=True, answers={"member": Member}, emits=["member.changed"], law=True)
def change(ctx: Context, p: ChangeMember) -> Mapping[str, Any]:
    """Change a member's role, school or mark (TEAM-06). `last_administrator` when nobody would be left with the mark."""
    of_project(ctx)
    before = ctx.rules.members.get(p.person)
    if before is None:
        raise NotFound()
    adult = bool(ctx.db.execute(select(people.c.adult).where(people.c.id == p.person)).scalar())
    role = p.role or before.role
    school = before.school if isinstance(p.school, msgspec.UnsetType) else p.school
    if role == "guest" and isinstance(p.school, msgspec.UnsetType):
        school = None
    _check_role(adult, role, before.administrator if p.administrator is None else p.administrator)
    check_school(ctx, role, school)
    shut = _shut_administrators(ctx, p.person)
    law_members.change_member(ctx.db, ctx.rules, p.person, role=p.role, administrator=p.administrator, school=school, shut=shut)
    ctx.emit("member.changed", Ref("member", f"{p.space}.{p.person}"))
    return {"member": Ref("member", f"{p.space}.{p.person}")}


class RemoveMember(CommandParams, kw_only=True):
    space: Id
    person: Id


@feature.command(
    "space.remove_member", administrator=True, answers={"member": Member}, emits=["member.removed"], law=True, when_closed=True
)
def remove(ctx: Context, p: RemoveMember) -> Mapping[str, Any]:
    """End a membership (TEAM-05): from this number on, nothing of the space reaches them. What they wrote stays."""
    of_project(ctx)
    return _remove(ctx, p.person)


class Leave(CommandParams, kw_only=True):
    space: Id


@feature.command("space.leave", emits=["member.removed"], law=True, when_closed=True, when_quiet=True)
def leave(ctx: Context, p: Leave) -> None:
    """Leave the space; its last administrator can't."""
    of_project(ctx)
    _remove(ctx, ctx.person)


def _remove(ctx: Context, person: str) -> Mapping[str, Any]:
    law_members.remove_member(ctx.db, ctx.rules, person, at=ctx.now, shut=_shut_administrators(ctx, person))
    ctx.emit("member.removed", Ref("member", f"{ctx.space}.{person}"))
    return {"member": Ref("member", f"{ctx.space}.{person}")}


def _shut_administrators(ctx: Context, person: str) -> set[str]:
    """Administrators beside this one who can't come in any more; asked only where the mark may be lost."""
    standing = ctx.rules.members.get(person)
    if standing is None or not standing.administrator:
        return set()
    return shut_out(ctx.db, [one.person for one in ctx.rules.members.values() if one.administrator])


def of_project(ctx: Context) -> None:
    """Go on only in a space: a desk has no team."""
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")


def _check_role(adult: bool, role: str, administrator: bool) -> None:
    if adult == (role == "pupil"):
        raise Conflict(code="role_needs_adult" if not adult else "role_needs_pupil", path="$.role")
    if administrator and not adult:
        raise Conflict(code="administrator_must_be_adult", path="$.administrator")


def check_school(ctx: Context, role: str, school: str | None) -> None:
    """Teachers and pupils belong to one of the space's schools, guests to none."""
    if role == "guest":
        if school is not None:
            raise Conflict(code="guest_has_no_school", path="$.school")
        return
    if school is None:
        raise BadInput(code="school_needed", path="$.school")
    space = ctx.load("space", [ctx.space])[0]
    if school not in {s.id for s in space.schools}:  # type: ignore[attr-defined]
        raise BadInput(code="unknown_school", path="$.school")


# -- last sign-in, other names ---------------------------------------------------------------------------------------


class AskLastSeen(Params, kw_only=True):
    space: Id


class LastSeen(msgspec.Struct):
    """By person the day (UTC) of their last sign-in; who has never signed in is absent."""

    days: dict[str, str]


@feature.query("team.last_seen", answers=LastSeen)
def last_seen(ctx: Context, p: AskLastSeen) -> LastSeen:
    """On which day the members signed in last (SGN-09, TEAM-01): for teachers and administrators alone."""
    ctx.require_moderator(p.space)
    return LastSeen(last_sign_in.of(ctx.db, list(ctx.rules.members)))


@feature.on("person.renamed")
def renamed(ctx: Context, emission: Emission) -> None:
    """Somebody goes by another name: each space of theirs is told, in a unit of its own."""
    for person in [ref.id for ref in emission.items if ref.kind == "person"]:
        spaces = select(members.c.space).where(members.c.person == person, members.c.left.is_(None))
        for (space,) in ctx.db.execute(spaces).fetchall():
            ctx.later("team.tell_renamed", {"person": person}, space=space)


class TellRenamed(CommandParams, kw_only=True):
    person: Id


@feature.command("team.tell_renamed", gate=Gate.HOUSE, emits=["member.changed"])
def tell_renamed(ctx: Context, p: TellRenamed) -> None:
    """Tell a space that a member of it goes by another name."""
    ctx.emit("member.changed", Ref("member", f"{ctx.space}.{p.person}"))


feature.example("team.last_seen", "alice", {"space": "{space}"})
