"""Codes of an authenticator app (TOTP, RFC 6238): adding one, and looking whether a code is right.

The secret is shown once and counts only after a code has proved that the app has it. A code is good for its half minute and the ones
beside it, and once: the step that was used is kept, and nothing up to it is taken again. Trying is held down by those who ask.
"""

import secrets
from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update

from twinspace_server import ids
from twinspace_server.errors import BadInput, Conflict
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate
from twinspace_server.people import throttle
from twinspace_server.people.factors import Code, Factor, added, require_adult, require_fresh, totp
from twinspace_server.storage.store import Db

STEP_MS = 30_000
DAY_MS = 24 * 3_600_000

feature = Feature("authenticator")


def step_of(secret: str, code: str, now: int) -> int | None:
    """The step of which this is the code, among the present one and its neighbours; None when it is wrong."""
    import pyotp  # few have an app, and nobody at the start

    clock, bare, found = pyotp.TOTP(secret), code.replace(" ", ""), None
    for step in (now // STEP_MS + beside for beside in (-1, 0, 1)):
        if secrets.compare_digest(clock.generate_otp(step), bare):
            found = step
    return found


def accept(db: Db, person: str, code: str, now: int) -> bool:
    """Whether this is the code of somebody's app now, and has not been used; it is used by this."""
    row = db.execute(select(totp.c.secret).where(totp.c.person == person, totp.c.confirmed_at.is_not(None))).first()
    step = step_of(row[0], code, now) if row is not None else None
    if step is None:
        return False
    later = update(totp).where(totp.c.person == person, totp.c.last_step < step).values(last_step=step, used_at=now)
    return int(db.execute(later).rowcount) == 1


class Begin(CommandParams, kw_only=True):
    pass


@feature.command("people.begin_app", gate=Gate.PERSON, when_owing=True, answers={"secret": str, "address": str}, keyed=False)
def begin(ctx: Context, p: Begin) -> Mapping[str, Any]:
    """A secret for my authenticator app, also as the address that its QR code holds. It counts once `people.add_app` has seen a code.

    `confirm_first` when I signed in too long ago; `app_is_there` when I have one.
    """
    import pyotp

    require_adult(ctx)
    require_fresh(ctx)
    if ctx.db.execute(select(totp.c.id).where(totp.c.person == ctx.person, totp.c.confirmed_at.is_not(None))).first() is not None:
        raise Conflict(code="app_is_there")
    assert ctx.who is not None
    secret = pyotp.random_base32()
    ctx.db.execute(delete(totp).where(totp.c.person == ctx.person))
    ctx.db.execute(
        insert(totp),
        {
            "id": ids.new(ctx.now), "person": ctx.person, "secret": secret, "made_at": ctx.now, "confirmed_at": None, "used_at": None,
            "last_step": 0,
        },
    )  # fmt: skip
    address = pyotp.TOTP(secret).provisioning_uri(name=ctx.who.username, issuer_name=ctx.settings.name)
    return {"secret": secret, "address": address}


class Add(CommandParams, kw_only=True):
    code: Code


@feature.command(
    "people.add_app", gate=Gate.PERSON, when_owing=True, answers={"factor": Factor, "codes": list[str]}, emits=["factor.added"], keyed=False
)
def add(ctx: Context, p: Add) -> Mapping[str, Any]:
    """The app whose secret I was just shown is mine: here is a code of it. With my first factor come recovery codes, shown once."""
    require_adult(ctx)
    require_fresh(ctx)
    row = ctx.db.execute(select(totp.c.id, totp.c.secret).where(totp.c.person == ctx.person, totp.c.confirmed_at.is_(None))).first()
    if row is None:
        raise Conflict(code="begin_first")
    tried = throttle.tried_for(ctx.person, ctx.person, "app")
    throttle.refuse(ctx.db, ctx.settings, tried, ctx.now)
    step = step_of(row[1], p.code, ctx.now)
    if step is None:
        throttle.failed(ctx.db, tried, ctx.now)
        ctx.refuse(BadInput(code="wrong_code", path="$.code"))
        return {}
    ctx.db.execute(update(totp).where(totp.c.id == row[0]).values(confirmed_at=ctx.now, last_step=step))
    return added(ctx, row[0])


@feature.sweep
def sweep(ctx: Context) -> None:
    """Secrets that were shown and never confirmed go."""
    ctx.db.execute(delete(totp).where(totp.c.confirmed_at.is_(None), totp.c.made_at < ctx.now - DAY_MS))
