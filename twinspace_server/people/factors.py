"""What an adult signs in with besides the password: what there is of it, for whom, and whether it was shown lately (SGN-02, safety S12).

A factor is an authenticator app (`authenticator`), a passkey (`passkeys`) or, when those are lost, a recovery code. `sign_in` asks
`ways` whether the password is enough; whatever must not be done by a stolen session asks `require_fresh`. Pupils have none of this.
"""

import secrets
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, exists, func, insert, or_, select, update

from twinspace_server import identity, ids
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound
from twinspace_server.identity import Who, digest, people
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Item, ItemKind, Params, Prepared, Ref
from twinspace_server.people import throttle, tickets
from twinspace_server.people.accounts import credentials
from twinspace_server.people.post import mail
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

FRESH_MS = 15 * 60_000
PASSKEY_MS = 120_000
"""What a browser gives somebody to reach for their key."""
CODES = 10
# No letter that is taken for another when it is copied from paper; 16 of them are 79 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"

totp = Table(
    "authenticators",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False, unique=True),
    Column("secret", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("confirmed_at", BigInteger),
    Column("used_at", BigInteger),
    Column("last_step", BigInteger, nullable=False),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("credential", Text, nullable=False, unique=True),
    Column("public_key", Text, nullable=False),
    Column("count", BigInteger, nullable=False),
    Column("transports", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Index("ix_passkeys_person", "person"),
)

recovery_codes = Table(
    "recovery_codes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("made_at", BigInteger, nullable=False),
    Column("used_at", BigInteger),
    Index("ix_recovery_codes_person", "person"),
)

feature = Feature("factors")

Way = Literal["code", "passkey", "recovery"]
Code = Annotated[str, Meta(min_length=6, max_length=12, pattern=r"^[0-9 ]+$(?!\n)", description="Six digits of the authenticator app.")]
Recovery = Annotated[str, Meta(min_length=16, max_length=40, description="A recovery code; case, blanks and dashes don't count.")]
Signed = Annotated[str, Meta(min_length=2, max_length=16_384, description="What the browser's authenticator answered, as JSON.")]


class Factor(Item, tag="factor", frozen=True):
    """One of somebody's factors, seen by themselves; `left` recovery codes have not been used."""

    type: Literal["app", "passkey", "recovery"]
    name: str
    created_at: str
    used_at: str | None
    left: int | None


class Second(msgspec.Struct):
    """The password was right, and something is still asked for. `options` is for the browser's authenticator, as JSON."""

    ways: list[Way]
    ticket: str
    options: str | None


def codes_of(person: str) -> str:
    """The id under which somebody's recovery codes are one item."""
    return f"codes-{person}"


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Factors by id."""
    found: dict[str, Item] = {}
    apps = select(totp.c.id, totp.c.confirmed_at, totp.c.used_at).where(totp.c.id.in_(wanted), totp.c.confirmed_at.is_not(None))
    for key, made_at, used_at in db.execute(apps):
        found[key] = Factor(id=key, type="app", name="", created_at=iso(made_at), used_at=_told(used_at), left=None)
    keys = select(passkeys.c.id, passkeys.c.name, passkeys.c.made_at, passkeys.c.used_at).where(passkeys.c.id.in_(wanted))
    for key, name, made_at, used_at in db.execute(keys):
        found[key] = Factor(id=key, type="passkey", name=name, created_at=iso(made_at), used_at=_told(used_at), left=None)
    owners = {codes_of(person): person for person in (key.removeprefix("codes-") for key in wanted if key.startswith("codes-"))}
    for key, person in owners.items():
        made_at, used_at, every, used = db.execute(
            select(
                func.max(recovery_codes.c.made_at), func.max(recovery_codes.c.used_at), func.count(), func.count(recovery_codes.c.used_at)
            ).where(recovery_codes.c.person == person)
        ).one()
        if every:
            left = every - used
            found[key] = Factor(id=key, type="recovery", name="", created_at=iso(made_at), used_at=_told(used_at), left=left)
    return found


def _told(moment: int | None) -> str | None:
    return None if moment is None else iso(moment)


feature.item(ItemKind("factor", Factor, load, place=lambda _factor: None))


def of(db: Db, person: str) -> list[str]:
    """The ids of somebody's apps and passkeys: while there is one, the password alone lets nobody in."""
    apps = select(totp.c.id).where(totp.c.person == person, totp.c.confirmed_at.is_not(None))
    keys = select(passkeys.c.id).where(passkeys.c.person == person).order_by(passkeys.c.made_at)
    return [*db.execute(apps).scalars(), *db.execute(keys).scalars()]


_HAS_ONE = Hot(
    select(people.c.id).where(
        people.c.id == bindparam("person"),
        or_(
            exists().where(totp.c.person == people.c.id, totp.c.confirmed_at.is_not(None)),
            exists().where(passkeys.c.person == people.c.id),
        ),
    )
)


def owes(db: Db, who: Who) -> bool:
    """Whether this is a grown-up without an app or a passkey; where `second_factor` is required the door asks at every call."""
    return lacks(db, who.person, adult=who.adult)


def lacks(db: Db, person: str, *, adult: bool) -> bool:
    """The same of somebody who is known by what they keep secret, and by no session."""
    return adult and _HAS_ONE.one(db, {"person": person}) is None


def ways(db: Db, person: str) -> list[Way]:
    """By what somebody can show that it is really them; none where the password is all there is."""
    found: list[Way] = []
    if db.execute(select(totp.c.id).where(totp.c.person == person, totp.c.confirmed_at.is_not(None))).first() is not None:
        found.append("code")
    if db.execute(select(passkeys.c.id).where(passkeys.c.person == person)).first() is not None:
        found.append("passkey")
    unused = select(recovery_codes.c.id).where(recovery_codes.c.person == person, recovery_codes.c.used_at.is_(None))
    if found and db.execute(unused).first() is not None:
        found.append("recovery")
    return found


def asked(ctx: Context, address: str, data: Mapping[str, Any]) -> Second | None:
    """What is still asked of `ctx.person`, after what was shown already; None where that was enough. `data` is kept with the ticket."""
    open_ways = ways(ctx.db, ctx.person)
    if not open_ways:
        return None
    challenge = secrets.token_urlsafe(32)
    kept = {**data, "challenge": challenge}
    ticket = tickets.make(ctx.db, "second", address=address, now=ctx.now, person=ctx.person, data=kept)
    return Second(open_ways, ticket, options(ctx.db, ctx.settings, challenge, ctx.person) if "passkey" in open_ways else None)


def site(settings: Any) -> str:
    """The name that passkeys are bound to: the public host (`rp.id`)."""
    return urlsplit(settings.address).hostname or "localhost"


def options(db: Db, settings: Any, challenge: str, person: str | None) -> str:
    """What a browser's authenticator is asked, as JSON; with a person one of theirs, without one any that it has for this site."""
    theirs = select(passkeys.c.credential, passkeys.c.transports).where(passkeys.c.person == person)
    allowed = [
        {"type": "public-key", "id": credential, "transports": msgspec.json.decode(transports)}
        for credential, transports in (db.execute(theirs) if person is not None else ())
    ]
    verification = "required" if person is None else "preferred"
    told = {
        "challenge": challenge, "timeout": PASSKEY_MS, "rpId": site(settings), "allowCredentials": allowed, "userVerification": verification
    }  # fmt: skip
    return msgspec.json.encode(told).decode()


# -- shown lately ----------------------------------------------------------------------------------------------------


def require_adult(ctx: Context) -> None:
    """Go on only for adults: pupils lose phones, and a teacher can always give them a new password."""
    assert ctx.who is not None
    if not ctx.who.adult:
        raise NotAllowed(code="adults_only")


def is_fresh(ctx: Context) -> bool:
    """Whether the person has just signed in here, or shown it once more."""
    assert ctx.who is not None
    return identity.confirmed(ctx.db, ctx.who.session) > ctx.now - FRESH_MS


def require_fresh(ctx: Context) -> None:
    """Go on only if so: what would let somebody stay who has found an open computer. Else `confirm_first` (`people.confirm`)."""
    if not is_fresh(ctx):
        raise NotAllowed(code="confirm_first")


# -- recovery codes --------------------------------------------------------------------------------------------------


def renew_codes(ctx: Context) -> list[str]:
    """New recovery codes of `ctx.person`; the old ones are worth nothing any more. Shown once, kept as hashes."""
    made = ["".join(secrets.choice(LETTERS) for _ in range(16)) for _ in range(CODES)]
    ctx.db.execute(delete(recovery_codes).where(recovery_codes.c.person == ctx.person))
    for code in made:
        row = {"id": ids.new(ctx.now), "person": ctx.person, "hash": digest(code), "made_at": ctx.now, "used_at": None}
        ctx.db.execute(insert(recovery_codes), row)
    return ["-".join(code[at : at + 4] for at in range(0, 16, 4)) for code in made]


def spend(db: Db, person: str, code: str, now: int) -> bool:
    """Use a recovery code up; whether it was one."""
    bare = "".join(letter for letter in code.lower() if letter.isalnum())
    unused = update(recovery_codes).where(
        recovery_codes.c.person == person, recovery_codes.c.hash == digest(bare), recovery_codes.c.used_at.is_(None)
    )
    return int(db.execute(unused.values(used_at=now)).rowcount) == 1


def added(ctx: Context, factor: str) -> Mapping[str, Any]:
    """What every new factor brings: with the first one come recovery codes, and a mail says so."""
    known = has_codes(ctx)
    codes = [] if known else renew_codes(ctx)
    items = [Ref("factor", factor), *([] if known else [Ref("factor", codes_of(ctx.person))])]
    ctx.emit("factor.added", *items)
    mail(ctx, "factor-added", person=ctx.person)
    return {"factor": items[0], "codes": codes}


def has_codes(ctx: Context) -> bool:
    """Whether the person has been given recovery codes."""
    return ctx.db.execute(select(recovery_codes.c.id).where(recovery_codes.c.person == ctx.person)).first() is not None


# -- looking, renewing, taking away ----------------------------------------------------------------------------------


class Look(Params, kw_only=True):
    pass


class Factors(msgspec.Struct):
    """`may`: whether this person can have factors; `fresh`: whether they needn't `people.confirm` before changing them."""

    factors: list[Factor]
    may: bool
    fresh: bool


@feature.query("people.factors", answers=Factors, gate=Gate.PERSON, when_owing=True)
def factors(ctx: Context, p: Look) -> Factors:
    """What I sign in with besides the password."""
    assert ctx.who is not None
    found = ctx.load("factor", [*of(ctx.db, ctx.person), codes_of(ctx.person)])
    return Factors([one for one in found if isinstance(one, Factor)], ctx.who.adult, is_fresh(ctx))


class Renew(CommandParams, kw_only=True):
    pass


@feature.command("people.renew_codes", gate=Gate.PERSON, answers={"codes": list[str]}, emits=["factor.changed"], keyed=False)
def renew(ctx: Context, p: Renew) -> Mapping[str, Any]:
    """New recovery codes, shown once; those before are worth nothing any more. `nothing_to_recover` for whom the password is enough."""
    require_adult(ctx)
    require_fresh(ctx)
    if not of(ctx.db, ctx.person):
        raise BadInput(code="nothing_to_recover")
    codes = renew_codes(ctx)
    ctx.emit("factor.changed", Ref("factor", codes_of(ctx.person)))
    return {"codes": codes}


class Remove(CommandParams, kw_only=True):
    factor: Id
    password: Annotated[str, Meta(min_length=1, max_length=256)]


async def password_shown(asking: Asking, p: Any) -> Prepared:
    """Whether the password of the one who asks is right; for commands that have a `password` and ask `accept_password` first."""
    assert asking.who is not None
    person, tried = asking.who.person, throttle.tried_for(asking.who.person, asking.address, "password")

    def look(db: Db) -> Any:
        throttle.refuse(db, asking.tools.settings, tried, asking.now)
        return db.execute(select(credentials.c.hash).where(credentials.c.person == person)).scalar()

    stored = await asking.tools.store.read(look)
    return Prepared(value=(await asking.tools.passwords.check(p.password, stored), stored, tried))


def accept_password(ctx: Context) -> bool:
    """Whether `password_shown` found it right, and it still is; else the refusal is counted and set, and the handler returns."""
    right, stored, tried = ctx.prepared
    throttle.refuse(ctx.db, ctx.settings, tried, ctx.now)
    if right and ctx.db.execute(select(credentials.c.hash).where(credentials.c.person == ctx.person)).scalar() == stored:
        return True
    throttle.failed(ctx.db, tried, ctx.now)
    ctx.refuse(BadInput(code="wrong_password", path="$.password"))
    return False


@feature.command("people.remove_factor", gate=Gate.PERSON, emits=["factor.removed"], keyed=False, prepare=password_shown)
def remove(ctx: Context, p: Remove) -> None:
    """Take one of my factors away; recovery codes go with the last one. It asks for the password, and a mail says that it happened.

    `last_factor` where one is required of everybody: then another one comes first.
    """
    mine = of(ctx.db, ctx.person)
    if p.factor not in mine:
        raise NotFound()
    if len(mine) == 1 and ctx.settings.second_factor == "required":
        raise Conflict(code="last_factor", path="$.factor")
    if not accept_password(ctx):
        return
    for table in (totp, passkeys):
        ctx.db.execute(delete(table).where(table.c.id == p.factor))
    gone = [Gone("factor", p.factor)]
    if not of(ctx.db, ctx.person):
        ctx.db.execute(delete(recovery_codes).where(recovery_codes.c.person == ctx.person))
        gone.append(Gone("factor", codes_of(ctx.person)))
    ctx.emit("factor.removed", gone=gone)
    mail(ctx, "factor-removed", person=ctx.person)


feature.keeps(totp, "person", "own", everywhere=True, secret=["secret"])
feature.keeps(passkeys, "person", "own", everywhere=True, secret=["credential", "public_key"])
feature.keeps(recovery_codes, "person", "own", everywhere=True)
