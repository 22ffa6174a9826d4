"""Groups of a space: a class, or teams mixed from its schools, each with a name, a colour, and a folder and a room of its own if wished.

Administrators make them. A group is a list of members and gives no right by itself: its folder and room have tables that name its
pupils and guests, kept in step here when members change, while teachers read and write everywhere. Who left the space is in no group.
Letters and sessions ask `taking_part` whom a group means; what they may do with these persons is theirs to decide.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, ColumnElement, Index, Table, Text, delete, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.law import places as law_places
from twinspace_server.law.members import members
from twinspace_server.law.rights import Law, Right, View, person_subject, role_subject
from twinspace_server.live.feature import CommandParams, Context, Emission, Feature, Gone, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.keeping import inside_of
from twinspace_server.people.schools import Hue
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

MOST = 60
"""Groups of one space."""
MOST_PERSONS = 400

space_groups = Table(
    "space_groups",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("hue", Text, nullable=False),
    Column("folder", Text),
    Column("room", Text),
    Column("made_at", BigInteger, nullable=False),
    Index("ix_space_groups_space", "space"),
)

group_members = Table(
    "space_group_members",
    metadata,
    Column("group", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Index("ix_space_group_members_person", "person"),
)

feature = Feature("groups")

GroupName = Annotated[str, Meta(min_length=1, max_length=60)]
Persons = Annotated[list[Id], Meta(max_length=MOST_PERSONS)]


class Group(Item, tag="group", frozen=True):
    """Some members of the space under a name. `folder` and `room` are places of theirs, for those who may read them."""

    name: str
    hue: Hue
    persons: list[str]
    folder: str | None
    room: str | None


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Groups by id, each with those of its members who still take part."""
    rows = db.execute(select(space_groups).where(space_groups.c.id.in_(list(wanted)))).fetchall()
    persons = _taking_part(db, group_members.c.group.in_(list(wanted)))
    return {
        row.id: Group(id=row.id, name=row.name, hue=row.hue, persons=persons.get(row.id, []), folder=row.folder, room=row.room)
        for row in rows
    }


def taking_part(db: Db, space: str, groups: Sequence[str]) -> dict[str, list[str]]:
    """By group of this space, those of its members who still take part; one that is not of this space, or has nobody, is missing."""
    return _taking_part(db, group_members.c.group.in_(list(groups)), space_groups.c.space == space)


def _taking_part(db: Db, *which: ColumnElement[bool]) -> dict[str, list[str]]:
    query = (
        select(group_members.c.group, group_members.c.person)
        .join_from(group_members, space_groups, space_groups.c.id == group_members.c.group)
        .join(members, (members.c.person == group_members.c.person) & (members.c.space == space_groups.c.space))
        .where(*which, members.c.left.is_(None))
        .order_by(group_members.c.person)
    )
    persons: dict[str, list[str]] = {}
    for group, person in db.execute(query):
        persons.setdefault(group, []).append(person)
    return persons


def dress(item: Any, _law: Law, view: View) -> Item:
    """Without the places that this reader may not read: they don't exist for them."""
    return Group(
        id=item.id,
        name=item.name,
        hue=item.hue,
        persons=item.persons,
        folder=item.folder if item.folder in view.rights else None,
        room=item.room if item.room in view.rights else None,
    )


feature.item(ItemKind("group", Group, load, place=lambda _group: None, dress=dress))


class NewGroup(msgspec.Struct, forbid_unknown_fields=True):
    name: GroupName
    hue: Hue
    persons: Persons


class MakeGroups(CommandParams, kw_only=True):
    space: Id
    groups: Annotated[list[NewGroup], Meta(min_length=1, max_length=MOST)]
    folders: Annotated[bool, Meta(description="Give each a folder that only it and the teachers read.")] = False
    rooms: Annotated[bool, Meta(description="Give each a chat room likewise.")] = False


@feature.command("group.make", administrator=True, answers={"group": Group}, emits=["group.made", "place.added"], law=True)
def make(ctx: Context, p: MakeGroups) -> Mapping[str, Any]:
    """Make groups, one or many at once, each with a folder and a room if wished; all or none. Answers the first."""
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    if len(_of_space(ctx.db, p.space)) + len(p.groups) > MOST:
        raise Conflict(code="too_many_groups", most=MOST)
    made: list[Ref] = []
    for at, new in enumerate(p.groups):
        name = texts.line(new.name, f"$.groups[{at}].name")
        persons = _checked(ctx, new.persons, f"$.groups[{at}].persons")
        folder = _place(ctx, "folder.make", name, persons) if p.folders else None
        room = _place(ctx, "chat.make_room", name, persons) if p.rooms else None
        group = ids.new(ctx.now)
        ctx.db.execute(
            insert(space_groups),
            {"id": group, "space": p.space, "name": name, "hue": new.hue, "folder": folder, "room": room, "made_at": ctx.now},
        )
        _put_in(ctx.db, group, persons)
        made.append(Ref("group", group))
    ctx.emit("group.made", *made)
    return {"group": made[0]}


def _place(ctx: Context, method: str, title: str, persons: Iterable[str]) -> str:
    """A place of a group, which its pupils, its guests and all teachers read and write."""
    place = str(ctx.command(method, {"title": title})["place"].id)
    root = ctx.rules.places[ctx.space].table or {}
    rows = {role_subject("teacher"): root.get(role_subject("teacher"), 0), role_subject("pupil"): 0, role_subject("guest"): 0}
    law_places.first_table(ctx.db, place, {**rows, **_rows(ctx.rules, persons)})
    return place


def _rows(law: Law, persons: Iterable[str], roles: Mapping[str, str] | None = None) -> dict[str, int]:
    """What a group's place says of its members. A row on the root that holds somebody back holds here too.

    `roles` are those that this unit has given, of which the law does not know yet.
    """
    root = law.places[law.space].table or {}
    found: dict[str, int] = {}
    for person in persons:
        standing = law.members.get(person)
        if standing is None or (roles or {}).get(person, standing.role) == "teacher":
            continue
        bits = int(Right.READ | Right.ADD) & root.get(person_subject(person), int(Right.ALL))
        found[person_subject(person)] = bits if bits & Right.READ else 0
    return found


def _checked(ctx: Context, persons: Sequence[str], path: str) -> list[str]:
    for at, person in enumerate(persons):
        if person not in ctx.rules.members:
            raise BadInput(code="unknown_person", path=f"{path}[{at}]")
    return list(dict.fromkeys(persons))


def _put_in(db: Db, group: str, persons: Sequence[str]) -> None:
    if persons:
        db.execute(insert(group_members).values([{"group": group, "person": person} for person in persons]))


def _of_space(db: Db, space: str) -> list[str]:
    return [row[0] for row in db.execute(select(space_groups.c.id).where(space_groups.c.space == space).order_by(space_groups.c.id))]


def _known(ctx: Context, group: str) -> Any:
    row = ctx.db.execute(select(space_groups).where(space_groups.c.id == group, space_groups.c.space == ctx.space)).first()
    if row is None:
        raise NotFound()
    return row


class ChangeGroup(CommandParams, kw_only=True):
    """What stays out stays as it is; `persons` are all of them from now on."""

    space: Id
    group: Id
    name: GroupName | None = None
    hue: Hue | None = None
    persons: Persons | None = None


@feature.command("group.change", administrator=True, answers={"group": Group}, emits=["group.changed", "rights.changed"], law=True)
def change(ctx: Context, p: ChangeGroup) -> Mapping[str, Any]:
    """Give a group another name, colour or other members; its folder and room follow the members."""
    row = _known(ctx, p.group)
    values = {} if p.hue is None else {"hue": str(p.hue)}
    if p.name is not None:
        values["name"] = texts.line(p.name, "$.name")
    if not values and p.persons is None:
        raise BadInput(code="nothing_to_change")
    if values:
        ctx.db.execute(update(space_groups).where(space_groups.c.id == p.group).values(**values))
    if p.persons is not None:
        _replace(ctx, row, _checked(ctx, p.persons, "$.persons"))
    ctx.emit("group.changed", Ref("group", p.group))
    return {"group": Ref("group", p.group)}


class MoveMember(CommandParams, kw_only=True):
    space: Id
    person: Id
    out: Annotated[Id | None, Meta(description="The group that they leave.")] = None
    into: Annotated[Id | None, Meta(description="The group that they join.")] = None


@feature.command("group.move", administrator=True, emits=["group.changed", "rights.changed"], law=True)
def move(ctx: Context, p: MoveMember) -> None:
    """Take a member out of a group, put them into another, or both."""
    _checked(ctx, [p.person], "$.person")
    if p.out == p.into:
        raise BadInput(code="nothing_to_change")
    for group, inside in ((p.out, False), (p.into, True)):
        if group is None:
            continue
        row = _known(ctx, group)
        others = [one for one in _persons(ctx.db, group) if one != p.person]
        _replace(ctx, row, [*others, p.person] if inside else others)
        ctx.emit("group.changed", Ref("group", group))


def _persons(db: Db, group: str) -> list[str]:
    return [row[0] for row in db.execute(select(group_members.c.person).where(group_members.c.group == group))]


def _replace(ctx: Context, row: Any, persons: Sequence[str]) -> None:
    """Other members, and the rows of folder and room with them; what an administrator has set there for others stays."""
    before = _persons(ctx.db, row.id)
    ctx.db.execute(delete(group_members).where(group_members.c.group == row.id))
    _put_in(ctx.db, row.id, persons)
    gone = [person for person in before if person not in persons]
    come = _rows(ctx.rules, [person for person in persons if person not in before])
    for place in (row.folder, row.room):
        _set_rows(ctx, place, gone, come)


def _set_rows(ctx: Context, place: str | None, gone: Iterable[str], come: Mapping[str, int]) -> None:
    """Drop the rows of some in a place of a group, and add those of others. In the bin too: it may be restored."""
    known = ctx.rules.places.get(place) if place is not None else None
    if known is None or not known.own_table:
        return  # erased, or an administrator lets it inherit
    dropped = {person_subject(person) for person in gone}
    rows = {subject: bits for subject, bits in (known.table or {}).items() if subject not in dropped}
    law_places.set_table(ctx.db, ctx.rules, known.id, {**rows, **come})
    if not known.binned:  # in the bin it is there for nobody
        ctx.emit("rights.changed", Ref("place", known.id), place=known.id)


@feature.on("member.changed", emits=["rights.changed"])
def role_changed(ctx: Context, emission: Emission) -> None:
    """Guests have a row in the places of their groups and teachers have none: who becomes the other has what those have."""
    law = ctx.law
    named = [ref.id.partition(".")[2] for ref in emission.items if ref.kind == "member"]
    if law is None or not named:
        return
    found = select(members.c.person, members.c.role).where(members.c.space == ctx.space, members.c.person.in_(named))
    roles = {person: role for person, role in ctx.db.execute(found) if person in law.members and role != law.members[person].role}
    if not roles:
        return
    theirs = (
        select(space_groups.c.folder, space_groups.c.room, group_members.c.person)
        .join_from(space_groups, group_members, group_members.c.group == space_groups.c.id)
        .where(space_groups.c.space == ctx.space, group_members.c.person.in_(list(roles)))
        .order_by(space_groups.c.id)
    )
    inside: dict[str | None, list[str]] = {}
    for folder, room, person in ctx.db.execute(theirs):
        for place in (folder, room):
            inside.setdefault(place, []).append(person)
    for place, persons in inside.items():
        _set_rows(ctx, place, persons, _rows(law, persons, roles))


class DeleteGroup(CommandParams, kw_only=True):
    space: Id
    group: Id


@feature.command("group.delete", administrator=True, emits=["group.deleted"], law=True)
def drop(ctx: Context, p: DeleteGroup) -> None:
    """Undo a group. Its folder and its room stay, with all that is in them."""
    _known(ctx, p.group)
    ctx.db.execute(delete(group_members).where(group_members.c.group == p.group))
    ctx.db.execute(delete(space_groups).where(space_groups.c.id == p.group))
    ctx.emit("group.deleted", gone=[Gone("group", p.group)])


class AskGroups(Params, kw_only=True):
    space: Id


class Groups(msgspec.Struct):
    groups: list[Group]


@feature.query("group.list", answers=Groups)
def list_groups(ctx: Context, p: AskGroups) -> Groups:
    """The groups of the space, in the order in which they were made."""
    return Groups([one for one in ctx.load("group", _of_space(ctx.db, p.space)) if isinstance(one, Group)])


_TWO = [{"name": "Otters", "hue": "lagoon", "persons": ["{pia}", "{milo}"]}, {"name": "Herons", "hue": "coral", "persons": []}]
_OTTERS = {"space": "{space}", "group": "{otters}"}

feature.example("group.make", "alice", {"space": "{space}", "groups": _TWO, "folders": True, "rooms": True}, gives="otters")
feature.example("group.list", "pia", {"space": "{space}"})
feature.example("group.change", "alice", {**_OTTERS, "name": "Sea otters", "hue": "sky", "persons": ["{milo}"]})
feature.example("group.move", "alice", {"space": "{space}", "person": "{pia}", "out": None, "into": "{otters}"})
feature.example("group.delete", "alice", _OTTERS)

feature.keeps(group_members, "person", "own", within=inside_of(group_members, "group", space_groups))
feature.keeps_nothing(space_groups, "what a group is called, and its folder and room")
