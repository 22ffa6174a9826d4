"""Support organisations: one desk for each country, the people who sit at it, and a record of what they decide (ROL-13, HLP-04).

A desk decides on what comes from its country (registrations that are stuck, schools to check, projects to approve) and sees nothing
of any space. To everybody else it does not exist. What there is to decide belongs to other files; they ask `require` and `note`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, insert, select

from twinspace_server import ids, texts
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.identity import people
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Item, ItemKind, Params, Ref
from twinspace_server.people.schools import Country, checked_country
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

desks = Table(
    "support_desks",
    metadata,
    Column("country", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
)

staff = Table(
    "support_staff",
    metadata,
    Column("person", Text, primary_key=True),
    Column("country", Text, primary_key=True),
    Index("ix_support_staff_country", "country"),
)

decisions = Table(
    "support_decisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("country", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_support_decisions_about", "about"),
    Index("ix_support_decisions_country", "country", "at"),
)

feature = Feature("support")

_DESK = upsert(desks, ["country"], ["name"])


class SupportDesk(Item, tag="support_desk", frozen=True):
    """The support organisation of a country (`id`), and who sits at its desk; seen by operators and by its own people."""

    name: str
    people: list[str]


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Desks by country."""
    sitting: dict[str, list[str]] = {}
    for country, name in db.execute(
        select(staff.c.country, people.c.name).join_from(staff, people, people.c.id == staff.c.person).order_by(people.c.name)
    ):
        sitting.setdefault(country, []).append(name)
    rows = db.execute(select(desks.c.country, desks.c.name).where(desks.c.country.in_(list(wanted))))
    return {country: SupportDesk(id=country, name=name, people=sitting.get(country, [])) for country, name in rows}


feature.item(ItemKind("support_desk", SupportDesk, load, place=lambda _desk: None))


def countries_of(db: Db, person: str) -> list[str]:
    """The countries at whose desk this person sits; mostly none, seldom more than one."""
    return [row[0] for row in db.execute(select(staff.c.country).where(staff.c.person == person).order_by(staff.c.country))]


def require(ctx: Context, *countries: str) -> list[str]:
    """Go on only for somebody at a desk, of one of these countries if any are named; for all others there is nothing. Answers theirs."""
    theirs = countries_of(ctx.db, ctx.person)
    if not theirs or (countries and not set(countries) & set(theirs)):
        raise NotFound()
    return theirs


def sits_at(db: Db, country: str) -> list[str]:
    """Who sits at the desk of a country, to be told that something waits there."""
    return [row[0] for row in db.execute(select(staff.c.person).where(staff.c.country == country).order_by(staff.c.person))]


def has_desk(db: Db, country: str) -> bool:
    """Whether somebody decides for this country."""
    return bool(sits_at(db, country))


def note(ctx: Context, country: str, subject: str, about: str, what: str, reason: str = "") -> None:
    """Write a decision into the record, which is only ever added to: what (`approved`), on what (`project`, its id), and why."""
    ctx.db.execute(
        insert(decisions),
        {
            "id": ids.new(ctx.now), "country": country, "subject": subject, "about": about, "what": what, "reason": reason,
            "by": ctx.person, "at": ctx.now,
        },
    )  # fmt: skip


class OpenDesk(CommandParams, kw_only=True):
    country: Country
    name: Annotated[str, Meta(min_length=1, max_length=120, description="What the organisation is called.")]


@feature.command("support.open", gate=Gate.OPERATOR, answers={"desk": SupportDesk})
def open_desk(ctx: Context, p: OpenDesk) -> Mapping[str, Any]:
    """Say which organisation supports a country; again, to change its name."""
    _DESK(ctx.db, {"country": checked_country(p.country), "name": texts.line(p.name, "$.name"), "made_at": ctx.now})
    return {"desk": Ref("support_desk", p.country)}


class Appoint(CommandParams, kw_only=True):
    country: Country
    person: Id


@feature.command("support.appoint", gate=Gate.OPERATOR, answers={"desk": SupportDesk})
def appoint(ctx: Context, p: Appoint) -> Mapping[str, Any]:
    """Give somebody, a grown-up, a place at the desk of a country."""
    if p.country not in load(ctx.db, [p.country]):
        raise BadInput(code="no_such_desk", path="$.country")
    adult = ctx.db.execute(select(people.c.adult).where(people.c.id == p.person)).scalar()
    if adult is None:
        raise BadInput(code="unknown_person", path="$.person")
    if not adult:
        raise Conflict(code="adults_only", path="$.person")
    if p.country not in countries_of(ctx.db, p.person):
        ctx.db.execute(insert(staff), {"person": p.person, "country": p.country})
    return {"desk": Ref("support_desk", p.country)}


@feature.command("support.dismiss", gate=Gate.OPERATOR, answers={"desk": SupportDesk})
def dismiss(ctx: Context, p: Appoint) -> Mapping[str, Any]:
    """Take somebody's place at the desk of a country away."""
    ctx.db.execute(delete(staff).where(staff.c.person == p.person, staff.c.country == p.country))
    return {"desk": Ref("support_desk", p.country)}


class AskDesks(Params, kw_only=True):
    pass


class Desks(msgspec.Struct):
    desks: list[SupportDesk]


@feature.query("support.desks", answers=Desks, gate=Gate.PERSON)
def my_desks(ctx: Context, p: AskDesks) -> Desks:
    """The desks at which I sit; for operators all of them."""
    assert ctx.who is not None
    known = [row[0] for row in ctx.db.execute(select(desks.c.country).order_by(desks.c.country))]
    wanted: Iterable[str] = known if ctx.who.operator else countries_of(ctx.db, ctx.person)
    found = load(ctx.db, list(wanted))
    return Desks([desk for country in wanted if isinstance(desk := found.get(country), SupportDesk)])


class Sitting(msgspec.Struct):
    """Somebody at a desk."""

    country: str
    person: str
    name: str
    username: str


class Staff(msgspec.Struct):
    staff: list[Sitting]


@feature.query("support.staff", answers=Staff, gate=Gate.OPERATOR)
def all_staff(ctx: Context, p: AskDesks) -> Staff:
    """Who sits at which desk, for those who appoint and dismiss."""
    columns = (staff.c.country, people.c.id, people.c.name, people.c.username)
    rows = ctx.db.execute(select(*columns).join_from(staff, people, people.c.id == staff.c.person).order_by(staff.c.country, people.c.name))
    return Staff([Sitting(*row) for row in rows])


class AskRecord(Params, kw_only=True):
    before: Id | None = None


class Decided(msgspec.Struct):
    """One decision: `what` was done with the `subject` whose id is `about`, by whom, why and when."""

    id: str
    country: str
    subject: str
    about: str
    what: str
    reason: str
    by: str
    at: str


class DeskRecord(msgspec.Struct):
    decisions: list[Decided]
    more: bool


@feature.query("support.record", answers=DeskRecord, gate=Gate.PERSON)
def record(ctx: Context, p: AskRecord) -> DeskRecord:
    """What the desks at which I sit have decided, newest first, in pages of fifty; `before` is the last id of the page before."""
    query = (
        select(*(decisions.c[name] for name in ("id", "country", "subject", "about", "what", "reason")), people.c.name, decisions.c.at)
        .outerjoin_from(decisions, people, people.c.id == decisions.c.by)
        .where(decisions.c.country.in_(require(ctx)))
        .order_by(decisions.c.id.desc())
        .limit(51)
    )
    if p.before is not None:
        query = query.where(decisions.c.id < p.before)
    found = [
        Decided(key, country, subject, about, what, reason, by or "", iso(at))
        for key, country, subject, about, what, reason, by, at in ctx.db.execute(query)
    ]
    return DeskRecord(found[:50], len(found) > 50)


_BE = {"country": "BE", "person": "{bob}"}

feature.example("support.open", "nora", {"country": "BE", "name": "The support of Belgium"})
feature.example("support.appoint", "nora", _BE)
feature.example("support.staff", "nora", {})
feature.example("support.record", "bob", {"before": None})
feature.example("support.dismiss", "nora", _BE)
feature.example("support.desks", "nora", {})

feature.keeps(decisions, "by", "stays", everywhere=True, why="what a support organisation decided, and by whom")
feature.keeps(staff, "person", "own", everywhere=True)
feature.keeps_nothing(desks, "what the organisation is called")
