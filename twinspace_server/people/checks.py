"""The support organisation's side of schools: new ones to check, claims to decide on, double ones to join (HLP-04, REG-13).

A desk sees schools and claims of its own country alone; to everybody else nothing of this exists. Every decision is in the record.
The words of confirming and refusing are `schools.confirm` and `schools.refuse` (`belonging`).
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import delete, func, literal, select, update

from twinspace_server import texts
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.identity import people
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Params, Ref
from twinspace_server.people import belonging, support
from twinspace_server.people.accounts import Name, Zone, checked_zone
from twinspace_server.people.attachments import attachments
from twinspace_server.people.belonging import Attachment, Reason
from twinspace_server.people.new_schools import Town
from twinspace_server.people.schools import School, schools
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

MOST = 500

feature = Feature("checks")


class SchoolToCheck(msgspec.Struct):
    """A school that somebody brought along, with whom to ask; for the desk of its country."""

    id: str
    name: str
    town: str
    region: str
    country: str
    zone: str
    head: str
    head_email: str
    by: str
    at: str
    people: int


class Alike(msgspec.Struct):
    """A school that a new one might be: of the same place."""

    id: str
    name: str
    town: str


class SchoolsToCheck(msgspec.Struct):
    schools: list[SchoolToCheck]
    claims: list[Attachment]
    known: list[Alike]
    """The checked schools of the places of those that are to be checked."""


class AskSupport(Params, kw_only=True):
    pass


@feature.query("support.schools", answers=SchoolsToCheck, gate=Gate.PERSON)
def to_check(ctx: Context, p: AskSupport) -> SchoolsToCheck:
    """The new schools of my countries, oldest first, and the claims that wait there."""
    countries = support.require(ctx)
    number = select(func.count()).where(attachments.c.school == schools.c.id).scalar_subquery()
    columns = [schools.c[name] for name in ("id", "name", "town", "region", "country", "zone", "head", "head_email")]
    rows = ctx.db.execute(
        select(*columns, people.c.name, schools.c.made_at, number)
        .outerjoin_from(schools, people, people.c.id == schools.c.made_by)
        .where(schools.c.to_check == 1, schools.c.country.in_(countries))
        .order_by(schools.c.made_at)
        .limit(MOST)
    ).fetchall()
    found = [SchoolToCheck(*told, by or "", iso(at), count) for (*told, by, at, count) in rows]  # type: ignore[call-arg]
    near = select(schools.c.id, schools.c.name, schools.c.town).where(
        schools.c.to_check == 0, schools.c.country.in_(countries), schools.c.town.in_(sorted({one.town for one in found}))
    )
    known = [Alike(*row) for row in ctx.db.execute(near.order_by(schools.c.name).limit(MOST))] if found else []
    return SchoolsToCheck(found, belonging.claims_at(ctx.db, schools.c.country.in_(countries)), known)


def _mine(ctx: Context, school: str) -> Any:
    """The school, if it is one of my countries; else there is none."""
    row = ctx.db.execute(select(schools.c.country, schools.c.to_check, schools.c.made_by).where(schools.c.id == school)).first()
    if row is None:
        support.require(ctx)
        raise NotFound()
    support.require(ctx, row.country)
    return row


class CheckSchool(CommandParams, kw_only=True):
    school: Id
    name: Name
    town: Town
    zone: Zone
    reason: Reason = ""


@feature.command("schools.check", gate=Gate.PERSON, answers={"school": School})
def check(ctx: Context, p: CheckSchool) -> Mapping[str, Any]:
    """Say that a school is one, under its official name; those of a country's desk may set name, place and time zone right at any time."""
    row = _mine(ctx, p.school)
    values = {"name": texts.line(p.name, "$.name"), "town": texts.line(p.town, "$.town"), "zone": checked_zone(p.zone), "to_check": 0}
    ctx.db.execute(update(schools).where(schools.c.id == p.school).values(**values))
    support.note(ctx, row.country, "school", p.school, "checked", texts.line(p.reason, "$.reason") if p.reason.strip() else "")
    _tell_all(ctx, p.school)
    return {"school": Ref("school", p.school)}


class MergeSchools(CommandParams, kw_only=True):
    school: Id
    into: Id


@feature.command("schools.merge", gate=Gate.PERSON, answers={"school": School})
def merge(ctx: Context, p: MergeSchools) -> Mapping[str, Any]:
    """Join a new school to one that was there before it (REG-10): who belongs to the first belongs to the second, at most claimed.

    `school_in_use` when a space or a project names it already, `school_checked` when it is no new one.
    """
    row, other = _mine(ctx, p.school), _mine(ctx, p.into)
    if p.school == p.into or row.country != other.country:
        raise BadInput(code="unknown_school", path="$.into")
    if not row.to_check:
        raise Conflict(code="school_checked")
    if _named(ctx.db, p.school):
        raise Conflict(code="school_in_use")
    there = {one for (one,) in ctx.db.execute(select(attachments.c.person).where(attachments.c.school == p.into))}
    mine = [one for (one,) in ctx.db.execute(select(attachments.c.person).where(attachments.c.school == p.school))]
    for person in mine:
        if person not in there:
            belonging.claim(ctx, person, p.into)
        belonging.tell(ctx, person, p.school)
    ctx.db.execute(delete(attachments).where(attachments.c.school == p.school))
    ctx.db.execute(delete(schools).where(schools.c.id == p.school))
    support.note(ctx, row.country, "school", p.school, "merged")
    return {"school": Ref("school", p.into)}


def _named(db: Db, school: str) -> bool:
    """Whether anything but attachments names it: a member, a space, a project, whatever has a column for a school."""
    columns = [table.c.school for table in metadata.tables.values() if "school" in table.c and table is not attachments]
    return any(db.execute(select(literal(1)).where(column == school).limit(1)).first() is not None for column in columns)


def _tell_all(ctx: Context, school: str) -> None:
    for (person,) in ctx.db.execute(select(attachments.c.person).where(attachments.c.school == school).limit(MOST)).fetchall():
        belonging.tell(ctx, person, school)


_NEW = {"name": "{room}", "town": "Gent", "region": "", "zone": "Europe/Brussels", "hue": "coral", "head": "An De Wit"}
_CHECKED = {"name": "De Waterlelie", "town": "Gent", "zone": "Europe/Brussels", "reason": "Its site says so."}

feature.example("support.open", "nora", {"country": "BE", "name": "The support of Belgium"})
feature.example("support.appoint", "nora", {"country": "BE", "person": "{bob}"})
feature.example("schools.claim_new", "olga", {"country": "BE", "school": _NEW}, gives="double")
feature.example("support.schools", "bob", {})
feature.example("schools.merge", "bob", {"school": "{double}", "into": "{school}"})
feature.example("schools.check", "bob", {"school": "{school}", **_CHECKED})
