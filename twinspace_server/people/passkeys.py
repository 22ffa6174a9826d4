"""Passkeys (WebAuthn level 2): adding one, and looking whether what a browser's authenticator has signed is right.

They sign in alone, with the finger or the PIN that the device asks for, or stand behind the password as a second factor. What was asked
of the authenticator (the challenge) is in a ticket, so an answer is good once, here and for some minutes. Signatures are checked in
`prepare`, in a thread; the library comes when somebody needs it.
"""

import asyncio
import base64
import secrets
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import insert, select, update

from twinspace_server import ids, texts
from twinspace_server.errors import BadInput, SignedOut
from twinspace_server.identity import people
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Prepared, Ref
from twinspace_server.people import throttle, tickets
from twinspace_server.people.accounts import Person
from twinspace_server.people.factors import PASSKEY_MS, Factor, Signed, added, of, options, passkeys, require_adult, require_fresh, site
from twinspace_server.people.sign_in import Device, Ticketed, begin
from twinspace_server.storage.store import Db

MOST = 20
ALGORITHMS = (-8, -7, -257)

feature = Feature("passkeys")


class Seen(msgspec.Struct, frozen=True):
    """A signature that is right: which passkey, how often it says it was used, and whether it asked for a finger or a PIN."""

    factor: str
    person: str
    count: int
    verified: bool


class _Wanted(msgspec.Struct):
    """All that is read of an answer before its signature is."""

    id: Annotated[str, Meta(max_length=2048)]


NOBODYS = "pQECAyYgASFYIGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWIlggT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"
"""A public key (P-256, COSE; the curve's own point) that the signatures of unknown passkeys are checked with, so that they take as long.
What comes of it counts for nothing."""


def _said(answer: str) -> str:
    """Which passkey an answer says that it is of; "" when it says nothing that can be read."""
    try:
        return _plain(msgspec.json.decode(answer.encode(), type=_Wanted).id)
    except msgspec.MsgspecError:
        return ""


async def signed(asking: Asking, challenge: str, answer: str, person: str | None) -> Seen | None:
    """Whose passkey has signed this challenge; None when that is nobody's, another's, or wrong. The same work for all of them."""
    query = select(passkeys.c.id, passkeys.c.person, passkeys.c.public_key, passkeys.c.count).where(passkeys.c.credential == _said(answer))
    found = await asking.tools.store.read(lambda db: db.execute(query).first())
    theirs = found is not None and person in (None, found[1])
    row = found if theirs else ("", "", NOBODYS, 0)
    settings = asking.tools.settings

    def check() -> Seen | None:
        import webauthn  # brings cryptography along; few have a passkey

        try:
            seen = webauthn.verify_authentication_response(
                credential=answer, expected_challenge=_bytes(challenge), expected_rp_id=site(settings),
                expected_origin=list(settings.origins), credential_public_key=_bytes(row[2]), credential_current_sign_count=row[3],
            )  # fmt: skip
        except Exception:  # of many kinds, and all of them mean: no
            return None
        return Seen(row[0], row[1], seen.new_sign_count, seen.user_verified) if theirs else None

    return await asyncio.to_thread(check)


def used(db: Db, seen: Seen, now: int) -> bool:
    """Note the use, in the unit that lets somebody in. False when it is no longer there, or was used meanwhile."""
    mine = update(passkeys).where(passkeys.c.id == seen.factor)
    if seen.count:
        mine = mine.where(passkeys.c.count < seen.count)
    return int(db.execute(mine.values(count=seen.count, used_at=now)).rowcount) == 1


def _bytes(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _text(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _plain(credential: str) -> str:
    """As it is stored; what PostgreSQL would not even take in a question is nobody's."""
    return credential.replace("\0", "").rstrip("=")


# -- signing in without a password -----------------------------------------------------------------------------------


class Begin(CommandParams, kw_only=True):
    pass


async def _from(asking: Asking, p: Any) -> Prepared:
    return Prepared(value=asking.address)


@feature.command(
    "people.begin_passkey", gate=Gate.ANYBODY, when_owing=True, answers={"ticket": str, "options": str}, keyed=False, prepare=_from
)
def start(ctx: Context, p: Begin) -> Mapping[str, Any]:
    """What to ask this browser's authenticator: to sign in with a passkey alone, or, signed in, to show once more that it is me."""
    person = ctx.who.person if ctx.who is not None else None
    challenge = secrets.token_urlsafe(32)
    ticket = tickets.make(ctx.db, "passkey", address=ctx.prepared, now=ctx.now, person=person, data={"challenge": challenge})
    return {"ticket": ticket, "options": options(ctx.db, ctx.settings, challenge, person)}


class SignInPasskey(Ticketed, kw_only=True):
    passkey: Signed
    token: Annotated[bool, Meta(description="Answer a bearer token instead of setting the cookie.")] = False
    device: Device | None = None


class _Shown(msgspec.Struct, frozen=True):
    ticket: tickets.Ticket | None
    seen: Seen | None
    tried: throttle.Try


async def _alone(asking: Asking, p: Any) -> Prepared:
    # Each passkey is a name of its own: with one for all, twenty wrong answers would keep everybody's from opening anything.
    tried = throttle.tried_for(_said(p.passkey), asking.address, "passkey")
    store, settings = asking.tools.store, asking.tools.settings

    def look(db: Db) -> tickets.Ticket | None:
        throttle.refuse(db, settings, tried, asking.now)
        return tickets.held(db, "passkey", p.ticket, address=asking.address, now=asking.now)

    ticket = await store.read(look)
    seen = await signed(asking, ticket.data["challenge"], p.passkey, None) if ticket is not None else None
    shown = _Shown(ticket, seen if seen is not None and seen.verified else None, tried)
    if shown.seen is None:
        return Prepared(shown, HOUSE)
    whose = shown.seen.person
    desk = await store.read(lambda db: db.execute(select(people.c.desk).where(people.c.id == whose)).scalar())
    return Prepared(shown, desk, whose) if desk is not None else Prepared(_Shown(ticket, None, tried), HOUSE)


@feature.command(
    "people.sign_in_passkey", gate=Gate.ANYBODY, when_owing=True, answers={"person": Person, "token": str | None},
    emits=["session.started"], keyed=False,
    prepare=_alone,
)  # fmt: skip
def sign_in_passkey(ctx: Context, p: SignInPasskey) -> Mapping[str, Any]:
    """Begin a session with a passkey alone. `sign_in_over` when that took too long, `wrong_passkey` when it is none of ours."""
    shown: _Shown = ctx.prepared
    if shown.ticket is None:
        raise SignedOut(code="sign_in_over")
    if not tickets.use(ctx.db, shown.ticket):
        raise SignedOut(code="sign_in_over")
    if shown.seen is None or not used(ctx.db, shown.seen, ctx.now):
        throttle.failed(ctx.db, shown.tried, ctx.now)
        ctx.refuse(SignedOut(code="wrong_passkey"))
        return {}
    throttle.succeeded(ctx.db, shown.tried, ctx.now)
    token = begin(ctx, token=p.token, device=p.device)
    return {"person": Ref("person", ctx.person), **({"token": token} if p.token else {})}


# -- adding one ------------------------------------------------------------------------------------------------------


class BeginAdding(CommandParams, kw_only=True):
    pass


@feature.command(
    "people.begin_adding_passkey", gate=Gate.PERSON, when_owing=True, answers={"ticket": str, "options": str}, keyed=False, prepare=_from
)
def begin_adding(ctx: Context, p: BeginAdding) -> Mapping[str, Any]:
    """What to ask this browser's authenticator, so that it makes a passkey of mine. `confirm_first` when I signed in too long ago."""
    require_adult(ctx)
    require_fresh(ctx)
    assert ctx.who is not None
    if len(of(ctx.db, ctx.person)) > MOST:
        raise BadInput(code="too_many_passkeys")
    challenge = secrets.token_urlsafe(32)
    ticket = tickets.make(ctx.db, "adding", address=ctx.prepared, now=ctx.now, person=ctx.person, data={"challenge": challenge})
    known = ctx.db.execute(select(passkeys.c.credential).where(passkeys.c.person == ctx.person)).scalars()
    told = {
        "rp": {"id": site(ctx.settings), "name": ctx.settings.name},
        "user": {"id": _text(ctx.person.encode()), "name": ctx.who.username, "displayName": ctx.who.name},
        "challenge": challenge,
        "pubKeyCredParams": [{"type": "public-key", "alg": algorithm} for algorithm in ALGORITHMS],
        "timeout": PASSKEY_MS,
        "excludeCredentials": [{"type": "public-key", "id": credential} for credential in known],
        "authenticatorSelection": {"residentKey": "preferred", "requireResidentKey": False, "userVerification": "preferred"},
        "attestation": "none",
    }
    return {"ticket": ticket, "options": msgspec.json.encode(told).decode()}


class Add(Ticketed, kw_only=True):
    passkey: Signed
    name: Annotated[str, Meta(min_length=1, max_length=80, description="How the list calls it: the device that it is on.")]


class _Made(msgspec.Struct, frozen=True):
    ticket: tickets.Ticket | None
    credential: str = ""
    public_key: str = ""
    count: int = 0


class _Kinds(msgspec.Struct):
    """How the browser may reach this authenticator later; only known words are kept."""

    class _Response(msgspec.Struct):
        transports: list[str] = []

    response: _Response


async def _made(asking: Asking, p: Any) -> Prepared:
    """Checks what the authenticator made, in a thread."""
    assert asking.who is not None
    person, settings = asking.who.person, asking.tools.settings
    ticket = await asking.tools.store.read(
        lambda db: tickets.held(db, "adding", p.ticket, address=asking.address, now=asking.now)
    )  # fmt: skip
    if ticket is None or ticket.person != person:
        return Prepared(value=_Made(None))

    def check() -> _Made:
        import webauthn

        try:
            seen = webauthn.verify_registration_response(
                credential=p.passkey, expected_challenge=_bytes(ticket.data["challenge"]), expected_rp_id=site(settings),
                expected_origin=list(settings.origins),
            )  # fmt: skip
        except Exception:  # of many kinds, and all of them mean: no
            return _Made(ticket)
        return _Made(ticket, _text(seen.credential_id), _text(seen.credential_public_key), seen.sign_count)

    return Prepared(value=await asyncio.to_thread(check))


KNOWN_TRANSPORTS = frozenset({"usb", "nfc", "ble", "internal", "hybrid", "smart-card"})


@feature.command(
    "people.add_passkey", gate=Gate.PERSON, when_owing=True, answers={"factor": Factor, "codes": list[str]}, emits=["factor.added"],
    keyed=False,
    prepare=_made,
)  # fmt: skip
def add(ctx: Context, p: Add) -> Mapping[str, Any]:
    """The passkey that this browser has just made is mine. With my first factor come recovery codes, shown once."""
    require_adult(ctx)
    require_fresh(ctx)
    made: _Made = ctx.prepared
    name = texts.line(p.name, "$.name")
    if made.ticket is None or not tickets.use(ctx.db, made.ticket):
        raise BadInput(code="began_too_long_ago")
    taken = select(passkeys.c.id).where(passkeys.c.credential == made.credential)
    if not made.credential or ctx.db.execute(taken).first() is not None:
        raise BadInput(code="wrong_passkey", path="$.passkey")
    factor = ids.new(ctx.now)
    transports = [word for word in msgspec.json.decode(p.passkey, type=_Kinds).response.transports if word in KNOWN_TRANSPORTS]
    ctx.db.execute(
        insert(passkeys),
        {
            "id": factor, "person": ctx.person, "credential": made.credential, "public_key": made.public_key, "count": made.count,
            "transports": msgspec.json.encode(transports).decode(), "name": name, "made_at": ctx.now, "used_at": None,
        },
    )  # fmt: skip
    return added(ctx, factor)
