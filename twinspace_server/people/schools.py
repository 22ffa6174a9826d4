"""Schools: a name, a town, a country, a time zone and a colour. Operators add them here.

Teachers who register may bring a new one along (`new_schools`); it is *to be checked* until the support organisation of its country,
or the operator, has looked at it. The head's details are for that organisation alone (REG-15).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Literal

from babel import Locale
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, insert, select

from twinspace_server import ids, texts
from twinspace_server.errors import BadInput
from twinspace_server.identity import people
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Item, ItemKind, Ref
from twinspace_server.people.accounts import Name, Zone, checked_zone
from twinspace_server.people.attachments import attach
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

schools = Table(
    "schools",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("town", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("hue", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("region", Text, nullable=False, server_default=""),
    Column("head", Text, nullable=False, server_default=""),
    Column("head_email", Text, nullable=False, server_default=""),
    Column("made_by", Text),
    Column("to_check", BigInteger, nullable=False, server_default="0"),
    Index("ix_schools_country", "country", "town"),
)

Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$(?!\n)", description="ISO 3166-1 alpha-2.")]
Hue = Literal["lagoon", "marigold", "coral", "leaf", "plum", "sky"]

feature = Feature("schools")


class School(Item, tag="school", frozen=True):
    """A school; `hue` is its colour in every space."""

    name: str
    town: str
    country: str
    zone: str
    hue: Hue


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Schools by id."""
    rows = db.execute(select(schools).where(schools.c.id.in_(list(wanted))))
    return {row[0]: School(id=row[0], name=row[1], town=row[2], country=row[3], zone=row[4], hue=row[5]) for row in rows}


feature.item(ItemKind("school", School, load, place=lambda _school: None))


class AddSchool(CommandParams, kw_only=True):
    name: Name
    town: Name
    country: Country
    zone: Zone
    hue: Hue


@cache
def _countries() -> frozenset[str]:
    """Read when the first school is added: CLDR's names are a large file for a start to open."""
    return frozenset(code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha()) - {"EU", "UN", "ZZ"}


def checked_country(country: str, path: str = "$.country") -> str:
    """The country, if there is such a one."""
    if country not in _countries():
        raise BadInput(code="unknown_country", path=path)
    return country


@feature.command("schools.add", gate=Gate.OPERATOR, answers={"school": School})
def add(ctx: Context, p: AddSchool) -> Mapping[str, Any]:
    """Make a school known to the installation."""
    checked_country(p.country)
    school = ids.new(ctx.now)
    ctx.db.execute(
        insert(schools),
        {
            "id": school, "name": texts.line(p.name, "$.name"), "town": texts.line(p.town, "$.town"), "country": p.country,
            "zone": checked_zone(p.zone), "hue": p.hue, "made_at": ctx.now,
        },
    )  # fmt: skip
    return {"school": Ref("school", school)}


class AttachPerson(CommandParams, kw_only=True):
    school: Id
    person: Id


@feature.command("schools.attach", gate=Gate.OPERATOR, answers={"school": School})
def attach_person(ctx: Context, p: AttachPerson) -> Mapping[str, Any]:
    """Confirm that somebody belongs to a school: an adult has from then on the power of its teachers over its pupils."""
    if p.school not in load(ctx.db, [p.school]):
        raise BadInput(code="unknown_school", path="$.school")
    if ctx.db.execute(select(people.c.id).where(people.c.id == p.person)).first() is None:
        raise BadInput(code="unknown_person", path="$.person")
    attach(ctx.db, p.person, p.school, "confirmed", by=ctx.person, at=ctx.now)
    return {"school": Ref("school", p.school)}


feature.keeps_nothing(schools, "schools")
