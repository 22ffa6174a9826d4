"""What all of publishing asks: who may, in which language, until when."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta
from sqlalchemy import select

from twinspace_server.errors import BadInput
from twinspace_server.law.published import revisions
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import Context, Feature

LONGEST_MS = 10 * 366 * 24 * 3600 * 1000

feature = Feature("publish")

Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$(?!\n)", description="BCP 47: the language it is written in.")]
Until = Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$(?!\n)", description="RFC 3339, UTC.")]


def spoken(ctx: Context, place: str) -> str:
    """The language it was published in before, else the asker's."""
    known = select(revisions.c.language).where(revisions.c.place == place).order_by(revisions.c.revision.desc()).limit(1)
    return str(ctx.db.execute(known).scalar() or (ctx.who.language if ctx.who is not None else None) or ctx.settings.default_language)


def is_adult(ctx: Context, person: str) -> bool:
    """Whether a member is an adult: only these publish."""
    standing = ctx.rules.members.get(person)
    return standing is not None and standing.role != "pupil"


def may(ctx: Context, place: str) -> Literal["publish", "propose", "nothing"]:
    has = ctx.rules.decide(ctx.person, place, Right.PUBLISH).allowed
    if has and is_adult(ctx, ctx.person):
        return "publish"
    adds = ctx.rules.decide(ctx.person, place, Right.ADD).allowed
    return "propose" if has or (is_adult(ctx, ctx.person) and adds) else "nothing"


def moment_of(ctx: Context, until: str | None) -> int | None:
    if until is None:
        return None
    try:
        moment = datetime.fromisoformat(until)
    except ValueError:
        raise BadInput(path="$.until") from None
    at = int(moment.timestamp() * 1000)
    if not ctx.now < at <= ctx.now + LONGEST_MS:
        raise BadInput(code="end_not_ahead", path="$.until")
    return at
