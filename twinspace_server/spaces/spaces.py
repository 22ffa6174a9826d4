"""Spaces: founding, name and description, closing and reopening, my spaces, and the state that `space.listen` answers.

Every person's desk is a space too, so that listening and resuming work there in the same way.
"""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Table, Text, func, insert, select, update

from twinspace_server import ids, texts, unread
from twinspace_server.clock import iso, iso_or_none
from twinspace_server.errors import BadInput, Conflict
from twinspace_server.identity import people
from twinspace_server.law import load as law_load
from twinspace_server.law import members as law_members
from twinspace_server.law import places as law_places
from twinspace_server.live import log
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Id, Item, ItemKind, Params, Prepared, Ref
from twinspace_server.live.gates import Gate as RoomGate
from twinspace_server.live.presence import here_in
from twinspace_server.people.schools import School
from twinspace_server.people.schools import load as load_schools
from twinspace_server.spaces import covers
from twinspace_server.spaces.order import Restraint, restrained
from twinspace_server.spaces.team import Member, page
from twinspace_server.spaces.tree import Place, listed
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

space_details = Table(
    "space_details",
    metadata,
    Column("space", Text, primary_key=True),
    Column("description", Text, nullable=False),
    Column("founded_at", BigInteger, nullable=False),
)

space_schools = Table(
    "space_schools",
    metadata,
    Column("space", Text, primary_key=True),
    Column("school", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("hue", Text),
)
"""`hue` is a school's colour in this space, where it is another one than everywhere."""

endings = Table(
    "space_endings",
    metadata,
    Column("space", Text, primary_key=True),
    Column("months", BigInteger, nullable=False),
    Column("warned_at", BigInteger),
    Column("erased_at", BigInteger),
)
"""How long a space is kept once it is closed; `spaces/retention` sees to it."""
MONTHS = 12
"""So long a closed space is kept where nobody has said otherwise."""

feature = Feature("spaces")

MOST_SCHOOLS = 12

SpaceName = Annotated[str, Meta(min_length=1, max_length=80)]
Description = Annotated[str, Meta(max_length=2000)]


class Space(Item, tag="space", frozen=True):
    """A space (or a desk) as its members see it; the schools in the order in which they joined."""

    name: str
    description: str
    closed_at: str | None
    schools: list[School]
    months: int = MONTHS
    """So many months after it was closed it is erased."""
    ends_at: str | None = None
    """When that will be, of a closed space."""
    cover: str | None = None
    """The picture that it shows of itself, at `/covers/<cover>`."""


def end_of(closed_at: int, months: int) -> int:
    """The moment at which a space that was closed then is erased: the same day of a later month, or its last day."""
    closed = datetime.fromtimestamp(closed_at / 1000, UTC)
    year, month = divmod(closed.month - 1 + months, 12)
    year, month = closed.year + year, month + 1
    day = min(closed.day, monthrange(year, month)[1])
    return int(closed.replace(year=year, month=month, day=day).timestamp() * 1000)


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Spaces by id."""
    query = (
        select(
            law_places.spaces.c.id, law_places.places.c.title, law_places.spaces.c.closed_at, space_details.c.description, endings.c.months
        )
        .join_from(law_places.spaces, law_places.places, law_places.places.c.id == law_places.spaces.c.id)
        .outerjoin(space_details, space_details.c.space == law_places.spaces.c.id)
        .outerjoin(endings, endings.c.space == law_places.spaces.c.id)
        .where(law_places.spaces.c.id.in_(list(wanted)))
    )
    rows = db.execute(query).fetchall()
    taking_part: dict[str, list[tuple[str, Any]]] = {}
    order = select(space_schools.c.space, space_schools.c.school, space_schools.c.hue).where(space_schools.c.space.in_(list(wanted)))
    for space, school, hue in db.execute(order.order_by(space_schools.c.position)):
        taking_part.setdefault(space, []).append((school, hue))
    pictures = covers.of(db, wanted)
    schools = load_schools(db, sorted({school for some in taking_part.values() for school, _ in some}))
    return {
        space: Space(
            id=space,
            name=title,
            description=description or "",
            closed_at=iso_or_none(closed_at),
            schools=[_coloured(school, hue) for key, hue in taking_part.get(space, ()) if isinstance(school := schools.get(key), School)],
            months=months or MONTHS,
            ends_at=iso(end_of(closed_at, months or MONTHS)) if closed_at is not None else None,
            cover=pictures.get(space),
        )
        for space, title, closed_at, description, months in rows
    }


def _coloured(school: School, hue: Any) -> School:
    return school if hue is None else msgspec.structs.replace(school, hue=hue)


feature.item(ItemKind("space", Space, load, place=lambda _space: None))


class FoundSpace(CommandParams, kw_only=True):
    name: SpaceName
    description: Description = ""
    schools: Annotated[list[Id], Meta(min_length=1, max_length=MOST_SCHOOLS)]
    administrator: Annotated[Id, Meta(description="The person who is its first administrator.")]
    administrator_school: Id


async def _new_space(asking: Asking, p: Any) -> Prepared:
    space = ids.new(asking.now)
    return Prepared(space=space)


@feature.command(
    "spaces.found", gate=Gate.OPERATOR, answers={"space": Space}, emits=["space.founded"], law=True, prepare=_new_space, keyed=False
)
def found(ctx: Context, p: FoundSpace) -> Mapping[str, Any]:
    """Found a space for two or more schools, with its first administrator, who is a teacher of one of them."""
    name = texts.line(p.name, "$.name")
    row = ctx.db.execute(select(people.c.adult).where(people.c.id == p.administrator)).first()
    if row is None:
        raise BadInput(code="unknown_person", path="$.administrator")
    if not row[0]:
        raise Conflict(code="administrator_must_be_adult", path="$.administrator")
    known = load_schools(ctx.db, p.schools)
    for at, school in enumerate(p.schools):
        if school not in known or school in p.schools[:at]:
            raise BadInput(code="unknown_school", path=f"$.schools[{at}]")
    if p.administrator_school not in known:
        raise BadInput(code="unknown_school", path="$.administrator_school")
    description = texts.prose(p.description, "$.description") if p.description.strip() else ""
    establish(ctx, ctx.space, name, description, p.schools, {p.administrator: p.administrator_school})
    return {"space": Ref("space", ctx.space)}


def establish(ctx: Context, space: str, name: str, description: str, taking_part: Sequence[str], administrators: Mapping[str, str]) -> None:
    """A new space in its own lane, with its schools and its first administrators, teachers by school; emits `space.founded`."""
    law_places.make_space(ctx.db, kind="project", title=name, author=next(iter(administrators)), at=ctx.now, id=space)
    log.begin(ctx.db, space)
    ctx.db.execute(insert(space_details), {"space": space, "description": description, "founded_at": ctx.now})
    for position, school in enumerate(taking_part):
        ctx.db.execute(insert(space_schools), {"space": space, "school": school, "position": position})
    for person, school in administrators.items():
        law_members.add_member(
            ctx.db, space, person=person, role="teacher", administrator=True, school=school, at=ctx.now, seq=ctx.seq
        )  # fmt: skip
    ctx.emit("space.founded", Ref("space", space), Ref("place", space))


def let_in(ctx: Context, school: str) -> None:
    """One more school takes part in this space, as the last of them; one that does already stays where it is."""
    known = [row[0] for row in ctx.db.execute(select(space_schools.c.school).where(space_schools.c.space == ctx.space))]
    if school in known:
        return
    if len(known) >= MOST_SCHOOLS:
        raise Conflict(code="too_many_schools_together", most=MOST_SCHOOLS)
    ctx.db.execute(insert(space_schools), {"space": ctx.space, "school": school, "position": len(known)})


class ChangeSpace(CommandParams, kw_only=True):
    space: Id
    name: SpaceName | None = None
    description: Description | None = None


@feature.command("space.change", administrator=True, answers={"space": Space}, emits=["space.changed"], law=True)
def change(ctx: Context, p: ChangeSpace) -> Mapping[str, Any]:
    """Change the name or the description of the space (SET-02)."""
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    if p.name is not None:
        law_places.change(ctx.db, p.space, {"title": texts.line(p.name, "$.name")})
    if p.description is not None:
        description = texts.prose(p.description, "$.description") if p.description.strip() else ""
        ctx.db.execute(update(space_details).where(space_details.c.space == p.space).values(description=description))
    ctx.emit("space.changed", Ref("space", p.space), Ref("place", p.space))
    return {"space": Ref("space", p.space)}


class CloseSpace(CommandParams, kw_only=True):
    space: Id


@feature.command("space.close", administrator=True, answers={"space": Space}, emits=["space.closed"], law=True, when_closed=True)
def close(ctx: Context, p: CloseSpace) -> Mapping[str, Any]:
    """Close the space: from now on it can only be read (PRJ-16)."""
    if ctx.rules.kind != "project":
        raise Conflict(code="not_for_desks")
    if ctx.rules.closed:
        raise Conflict(code="already_closed")
    law_places.close(ctx.db, p.space, at=ctx.now)
    ctx.emit("space.closed", Ref("space", p.space))
    return {"space": Ref("space", p.space)}


@feature.command("space.reopen", administrator=True, answers={"space": Space}, emits=["space.reopened"], law=True, when_closed=True)
def reopen(ctx: Context, p: CloseSpace) -> Mapping[str, Any]:
    """Reopen a closed space (PRJ-15)."""
    if not ctx.rules.closed:
        raise Conflict(code="not_closed")
    law_places.reopen(ctx.db, p.space)
    ctx.emit("space.reopened", Ref("space", p.space))
    return {"space": Ref("space", p.space)}


class MySpace(msgspec.Struct):
    """One card of "my spaces"."""

    space: Space
    role: Literal["teacher", "pupil", "guest"]
    administrator: bool
    unread: int
    people: int
    last_at: str | None


class MySpaces(msgspec.Struct):
    spaces: list[MySpace]


class Mine(Params, kw_only=True):
    pass


@feature.query("spaces.mine", answers=MySpaces, gate=Gate.PERSON)
def mine(ctx: Context, p: Mine) -> MySpaces:
    """The spaces I am a member of, the liveliest first."""
    cards: list[tuple[int, MySpace]] = []
    spaces = law_load.spaces_of(ctx.db, ctx.person)
    found = load(ctx.db, spaces)
    newest = {
        space: at
        for space, at in ctx.db.execute(
            select(log.log.c.space, func.max(log.log.c.at)).where(log.log.c.space.in_(spaces)).group_by("space")
        )
    }
    for space in spaces:
        law, item = ctx.law_of(space), found.get(space)
        if law is None or not isinstance(item, Space) or space not in law.readable(ctx.person):
            continue
        standing = law.members[ctx.person]
        at = newest.get(space)
        card = MySpace(
            item,
            standing.role,  # type: ignore[arg-type]
            standing.administrator,
            sum(count for count in unread_counts(ctx, space, law.readable(ctx.person)).values()),
            len(law.members),
            iso_or_none(at),
        )
        cards.append((-(at or 0), card))
    return MySpaces([card for _, card in sorted(cards, key=lambda pair: pair[0])])


def unread_counts(ctx: Context, space: str, readable: frozenset[str]) -> dict[str, int]:
    """How much is new to the person, by place; places with nothing new are absent."""
    counts: dict[str, int] = {}
    for channel in ctx.registry.channels.values():
        for place, count in channel.unread(ctx.db, space, ctx.person).items():
            if place in readable:
                counts[place] = count
    return counts


class Listen(Params, kw_only=True):
    space: Id
    bookmark: Annotated[str, Meta(max_length=100)] | None = None


class Unread(msgspec.Struct):
    count: int
    mark: int


class Listening(msgspec.Struct):
    """`fresh`: the whole state, as of `seq`. Not fresh: only `seq` and `bookmark`, and what is newer follows as events."""

    fresh: bool
    seq: int
    bookmark: str
    space: Space | None = None
    me: Member | None = None
    places: list[Place] = []
    members: list[Member] = []
    unread: dict[str, Unread] = {}
    here: dict[str, list[str]] = {}
    gates: list[RoomGate] = []
    restraints: list[Restraint] = []
    more: bool = False


@feature.query("space.listen", answers=Listening, live_only=True)
def listen(ctx: Context, p: Listen) -> Mapping[str, Any]:
    """Hear everything that happens in a space from now on, or from the bookmark on. Answers over the socket only."""
    view = ctx.view
    places = listed(ctx.db, ctx.rules, view)
    members, more = page(ctx, None)
    readable = ctx.rules.readable(ctx.person)
    counts, marks = unread_counts(ctx, ctx.space, readable), unread.of(ctx.db, ctx.person, ctx.space)
    return {
        "space": ctx.load("space", [ctx.space])[0],
        "me": next(iter(ctx.load("member", [f"{ctx.space}.{ctx.person}"])), None),
        "places": places,
        "members": members,
        "unread": {place: Unread(counts.get(place, 0), marks.get(place, 0)) for place in {*counts, *marks} & readable},
        "here": {
            place: [person for person in persons if ctx.rules.sees(person, place)]
            for place, persons in here_in(ctx.db, ctx.space, list(readable)).items()
        },
        "gates": ctx.load("gate", [place for place in view.rights if ctx.rules.places[place].gated]),
        "restraints": restrained(ctx),
        "more": more,
    }


class Unlisten(Params, kw_only=True):
    space: Id


class Empty(msgspec.Struct):
    pass


@feature.query("space.unlisten", answers=Empty, live_only=True, gate=Gate.PERSON)
def unlisten(ctx: Context, p: Unlisten) -> Empty:
    """Hear no more of a space on this socket."""
    return Empty()


feature.keeps_nothing(space_details, "what a space is about")
feature.keeps_nothing(space_schools, "the schools of a space")
feature.keeps_nothing(endings, "how long a space is kept")
