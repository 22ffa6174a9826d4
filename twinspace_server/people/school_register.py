"""The register of schools, for operators: every school, who says that they belong to one, and the last word on it.

Where a support organisation sits at its desk, it decides on the claims of its country; an operator can for every country, and must
where there is no desk. Confirming is `schools.attach`. A claim gives no power over anybody until then (ROL-20).
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import func, or_, select

from twinspace_server.clock import iso
from twinspace_server.errors import NotFound
from twinspace_server.identity import people
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Id, Params
from twinspace_server.people.accounts import looked_up
from twinspace_server.people.attachments import attach, attachments, schools_of
from twinspace_server.people.schools import School, load, schools

PAGE = 50

feature = Feature("school_register")


class ListSchools(Params, kw_only=True):
    text: Annotated[str, Meta(max_length=80, description="In the name or the town; empty for all.")] = ""
    after: Id | None = None


class Known(msgspec.Struct):
    """A school, with how many grown-ups and pupils are known to belong to it."""

    school: School
    adults: int
    pupils: int


class Register(msgspec.Struct):
    schools: list[Known]
    more: bool


@feature.query("schools.list", answers=Register, gate=Gate.OPERATOR)
def list_schools(ctx: Context, p: ListSchools) -> Register:
    """All schools in the order in which they came, in pages of fifty; `after` is the last id of the page before."""
    query = select(schools.c.id).order_by(schools.c.id).limit(PAGE + 1)
    if p.after is not None:
        query = query.where(schools.c.id > p.after)
    text = looked_up(p.text)
    if text:
        query = query.where(
            or_(func.lower(schools.c.name).contains(text, autoescape=True), func.lower(schools.c.town).contains(text, autoescape=True))
        )
    ids = [row[0] for row in ctx.db.execute(query)]
    found = load(ctx.db, ids[:PAGE])
    counted: dict[tuple[str, int], int] = {}
    rows: Any = ctx.db.execute(
        select(attachments.c.school, people.c.adult, func.count())
        .join_from(attachments, people, people.c.id == attachments.c.person)
        .where(attachments.c.school.in_(ids[:PAGE]), attachments.c.state == "confirmed")
        .group_by(attachments.c.school, people.c.adult)
    )
    for school, adult, number in rows:
        counted[school, adult] = number
    listed = [Known(one, counted.get((key, 1), 0), counted.get((key, 0), 0)) for key in ids if isinstance(one := found.get(key), School)]
    return Register(listed, len(ids) > PAGE)


class AskClaims(Params, kw_only=True):
    pass


class Claim(msgspec.Struct):
    """Somebody says since `at` that they belong to a school."""

    person: str
    name: str
    username: str
    email: str | None
    school: str
    school_name: str
    town: str
    country: str
    at: str


class Claims(msgspec.Struct):
    claims: list[Claim]
    more: bool


@feature.query("schools.claimed", answers=Claims, gate=Gate.OPERATOR)
def claimed(ctx: Context, p: AskClaims) -> Claims:
    """Who says that they belong to a school and was not confirmed yet, oldest first; fifty at most."""
    rows = ctx.db.execute(
        select(
            people.c.id, people.c.name, people.c.username, people.c.email, schools.c.id, schools.c.name, schools.c.town, schools.c.country,
            attachments.c.at,
        )
        .join_from(attachments, people, people.c.id == attachments.c.person)
        .join(schools, schools.c.id == attachments.c.school)
        .where(attachments.c.state == "claimed")
        .order_by(attachments.c.at, attachments.c.person)
        .limit(PAGE + 1)
    ).all()  # fmt: skip
    claims = [
        Claim(person, name, username, email, school, title, town, country, iso(at))
        for person, name, username, email, school, title, town, country, at in rows[:PAGE]
    ]
    return Claims(claims, len(rows) > PAGE)


class Detach(CommandParams, kw_only=True):
    school: Id
    person: Id


@feature.command("schools.detach", gate=Gate.OPERATOR)
def detach(ctx: Context, p: Detach) -> None:
    """Say that somebody does not belong to a school, whatever was claimed or confirmed: power over its pupils ends with it."""
    if p.school not in schools_of(ctx.db, p.person):
        raise NotFound()
    attach(ctx.db, p.person, p.school, "refused", by=ctx.person, at=ctx.now)


feature.example("schools.list", "nora", {"text": "", "after": None})
feature.example("schools.claimed", "nora", {})
