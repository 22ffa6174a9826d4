"""Whose photo may be seen where: that of an adult by everybody who shares a space with them, that of a pupil only in spaces for which
consent to photos inside is kept. Everywhere else initials stand for them.

A member's item names the photo, and `GET /faces/<id>` asks here once more at each look: leaving a space, or taking consent back, ends it.
"""

from typing import Any

import msgspec
from sqlalchemy import case, or_, select

from twinspace_server.errors import NotFound
from twinspace_server.identity import people
from twinspace_server.law.members import members
from twinspace_server.live.feature import CommandParams, Context, Emission, Feature, Gate, Id, Params, Ref
from twinspace_server.people.portraits import portraits
from twinspace_server.spaces.consent import consents

feature = Feature("faces")

ALLOWED = or_(people.c.adult == 1, consents.c.photo_inside == 1)
SHOWN = case((ALLOWED, portraits.c.id), else_=None).label("portrait")
"""The photo of a member as the space may see it; needs the rows that `beside` joins."""


def beside(query: Any) -> Any:
    """A query over members and people, with what decides about their photos."""
    return query.outerjoin(portraits, portraits.c.person == people.c.id).outerjoin(
        consents, (consents.c.space == members.c.space) & (consents.c.person == members.c.person)
    )


class RenewMember(CommandParams, kw_only=True):
    person: Id


@feature.command("member.renew", gate=Gate.HOUSE, emits=["member.changed"])
def renew(ctx: Context, p: RenewMember) -> None:
    """Show a member as they are now called and look."""
    if p.person in ctx.rules.members:
        ctx.emit("member.changed", Ref("member", f"{ctx.space}.{p.person}"))


@feature.on("consent.changed", emits=["member.changed"])
def consented(ctx: Context, emission: Emission) -> None:
    """With consent a photo comes, and without it it goes, at once."""
    for ref in emission.items:
        ctx.emit("member.changed", Ref("member", ref.id))


class ServeFace(Params, kw_only=True):
    person: str
    portrait: str


class Face(msgspec.Struct):
    """A photo's bytes, by their name in the file store."""

    blob: str
    size: int
    type: str


@feature.query("face.serve", answers=Face, gate=Gate.HOUSE)
def serve(ctx: Context, p: ServeFace) -> Face:
    """The photo for this reader: their own, or that of somebody with whom they share a space where it may be shown."""
    row: Any = ctx.db.execute(select(portraits).where(portraits.c.id == p.portrait)).first()
    if row is None:
        raise NotFound()
    if row.person != p.person:
        mine = select(members.c.space).where(members.c.person == p.person, members.c.left.is_(None))
        together = beside(select(members.c.space).join_from(members, people, people.c.id == members.c.person)).where(
            members.c.person == row.person, members.c.left.is_(None), members.c.space.in_(mine), ALLOWED
        )
        if ctx.db.execute(together.limit(1)).first() is None:
            raise NotFound()
    return Face(row.blob, row.size, row.type)
