"""Before a rights table is sent: who would gain and lose what; and how the space looks to somebody else (CMS-08 to 10, TEAM-08).

Both are questions of administrators, answered by the law itself with the changed table or for the other person. Answers are
bounded: persons stand together by role and school, and what is left out is counted. Nothing here writes, nor opens a place.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import select

from twinspace_server.errors import NotFound
from twinspace_server.identity import people
from twinspace_server.law.members import members
from twinspace_server.law.published import of_space
from twinspace_server.law.rights import Law, names
from twinspace_server.law.shifts import Shift, shifts, with_table
from twinspace_server.live.feature import Context, Feature, Id, Params
from twinspace_server.spaces.tables import RightName, Rows, Version, wanted
from twinspace_server.spaces.tree import Place, listed

MOST_SHIFTS = 30
FEW = 5
"""Persons outside of a whole group who are all named."""
FEW_PLACES = 12
WHOLE = 350
"""Names, and places, of a whole list: as many as fit into one frame."""

feature = Feature("foresight")

RoleName = Literal["teacher", "pupil", "guest"]


class Preview(Params, kw_only=True):
    place: Id
    rows: Rows | None
    version: Version | None = None
    whole: Annotated[bool, Meta(description="Name everybody, as far as it goes.")] = False


class Named(msgspec.Struct):
    """A person with the name of today."""

    id: str
    name: str


class Crowd(msgspec.Struct):
    """So many of one role, of one school (null: of any); `all` of them, administrators apart, or so many besides those named."""

    role: RoleName
    school: str | None
    count: int
    all: bool


class ToldShift(msgspec.Struct):
    """These gain and lose these rights on these places; `count` persons and `count_places` places in all."""

    gains: list[RightName]
    loses: list[RightName]
    people: list[Named]
    crowds: list[Crowd]
    count: int
    places: list[str]
    count_places: int


class Previewed(msgspec.Struct):
    """`same`: the table is as it was. `count` persons are touched in all; `more` shifts were left out."""

    same: bool
    shifts: list[ToldShift]
    count: int
    more: int


@feature.query("rights.preview", answers=Previewed)
def preview(ctx: Context, p: Preview) -> Previewed:
    """Who would gain and who would lose which right where, if the place had this table: here and in everything below that inherits.

    Administrators. It refuses the tables that `rights.set` refuses, in the same words.
    """
    ctx.accept(ctx.rules.administers(ctx.person, p.place, when_closed=True))
    law = ctx.rules
    rows = wanted(law, p.place, p.rows, p.version)
    place = law.places[p.place]
    same = place.own_table == (rows is not None) and (rows is None or rows == place.table)
    return foretell(ctx, shifts(law, with_table(law, p.place, rows)), p.whole, same=same)


def foretell(ctx: Context, found: Sequence[Shift], whole: bool, *, same: bool = False) -> Previewed:
    """What is told of these shifts, bounded; to whoever may know the rights of others."""
    called = _names(ctx) if found else {}
    left = Counter(names=WHOLE, places=WHOLE)
    told = [_tell(ctx.rules, shift, called, whole, left) for shift in found[:MOST_SHIFTS]]
    touched = {person for shift in found for person in shift.persons}
    return Previewed(same, told, len(touched), max(0, len(found) - MOST_SHIFTS))


def _tell(law: Law, shift: Shift, called: dict[str, str], whole: bool, left: Counter[str]) -> ToldShift:
    persons = sorted(shift.persons, key=lambda person: (called.get(person, "").casefold(), person))
    if whole:
        shown, crowds = persons[: left["names"]], list(_rest(law, persons[left["names"] :]))
        places = shift.places[: left["places"]]
        left["names"] -= len(shown)
        left["places"] -= len(places)
    else:
        shown, crowds = _grouped(law, persons)
        places = shift.places[:FEW_PLACES]
    return ToldShift(
        gains=list(names(shift.gained)),  # type: ignore[arg-type]
        loses=list(names(shift.lost)),  # type: ignore[arg-type]
        people=[Named(person, called.get(person, "")) for person in shown],
        crowds=crowds,
        count=len(persons),
        places=list(places),
        count_places=len(shift.places),
    )


def _grouped(law: Law, persons: Sequence[str]) -> tuple[list[str], list[Crowd]]:
    """Those to name one by one, and whole groups (all pupils, all pupils of a school); many others are named in part and counted."""
    crowds: list[Crowd] = []
    rest = list(persons)
    for keep_school in (False, True):
        everybody = Counter(_group(law, person, keep_school) for person, one in law.members.items() if not one.administrator)
        here = Counter(_group(law, person, keep_school) for person in rest)
        full = {group for group, count in here.items() if count >= 3 and count == everybody[group] and (group[1] or not keep_school)}
        crowds += [Crowd(role, school, here[role, school], True) for role, school in sorted(full, key=str)]
        rest = [person for person in rest if _group(law, person, keep_school) not in full]
    if len(rest) <= FEW:
        return rest, crowds
    return rest[:2], crowds + list(_rest(law, rest[2:]))


def _rest(law: Law, persons: Sequence[str]) -> Iterator[Crowd]:
    for (role, school), count in Counter(_group(law, person, True) for person in persons).most_common():
        yield Crowd(role, school, count, False)


def _group(law: Law, person: str, keep_school: bool) -> tuple[RoleName, str | None]:
    standing = law.members[person]
    return standing.role, standing.school if keep_school else None  # type: ignore[return-value]


def _names(ctx: Context) -> dict[str, str]:
    query = select(people.c.id, people.c.name).join_from(people, members, members.c.person == people.c.id)
    return {row[0]: row[1] for row in ctx.db.execute(query.where(members.c.space == ctx.space))}


class SeeAs(Params, kw_only=True):
    space: Id
    whom: Annotated[
        str,
        Meta(
            pattern=r"^(stranger|role:(teacher|pupil|guest)|person:[0-9A-Za-z_-]{1,64})$(?!\n)",
            description="`person:<id>`, `role:<role>` for somebody in general, or `stranger` for who is not signed in.",
        ),
    ]


class Seen(msgspec.Struct):
    """The tree as that person would get it. To a stranger these are the places that are published."""

    places: list[Place]


@feature.query("rights.as", answers=Seen)
def see_as(ctx: Context, p: SeeAs) -> Seen:
    """The tree of places with what one may do in each, as somebody else would get it. Administrators; nothing is opened or marked."""
    ctx.accept(ctx.rules.administers(ctx.person, when_closed=True))
    if p.whom == "stranger":
        return Seen(_published(ctx))
    view = ctx.rules.view(p.whom.removeprefix("person:"))
    if view is None:
        raise NotFound()
    return Seen(listed(ctx.db, ctx.rules, view))


def _published(ctx: Context) -> list[Place]:
    """What strangers find, wherever it stands; they may read it, and nothing else."""
    public = of_space(ctx.db, ctx.space)
    everything = ctx.view  # an administrator's
    return [msgspec.structs.replace(place, may=["read"]) for place in listed(ctx.db, ctx.rules, everything) if place.id in public]


feature.example("rights.preview", "alice", {"place": "{room}", "rows": [{"subject": "role:pupil", "rights": ["read"]}], "whole": True})
feature.example("rights.as", "alice", {"space": "{space}", "whom": "role:pupil"})
