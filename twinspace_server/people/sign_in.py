"""Signing in and out, the list of devices, tokens for programs.

A wrong name and a wrong password get the same answer after the same time. Only failures count against the limits
(safety S12): so many an hour for a name whoever tries, so many for an address over all names, where names that signed in
from that address before are exempt (a whole school sits behind one address).
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, delete, func, insert, select

from twinspace_server import identity, ids, texts
from twinspace_server.clock import iso
from twinspace_server.errors import NotFound, SignedOut, TooMany
from twinspace_server.identity import people, sessions
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Item, ItemKind, Params, Prepared, Ref
from twinspace_server.people.accounts import Person, credentials, looked_up
from twinspace_server.storage.hot import Hot, upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS

failures = Table(
    "sign_in_failures",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name_mark", Text, nullable=False),
    Column("address_mark", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_sign_in_failures_name", "name_mark", "at"),
    Index("ix_sign_in_failures_address", "address_mark", "at"),
)

met = Table(
    "sign_in_addresses",
    metadata,
    Column("name_mark", Text, primary_key=True),
    Column("address_mark", Text, primary_key=True),
    Column("at", BigInteger, nullable=False),
)

feature = Feature("sign_in")


class Session(Item, tag="session", frozen=True):
    """A signed-in browser, or a token that a program uses."""

    type: str
    name: str
    created_at: str
    used_at: str
    expires_at: str


_SESSION = Hot(
    select(sessions.c.type, sessions.c.name, sessions.c.made_at, sessions.c.used_at, sessions.c.expires_at).where(
        sessions.c.id == bindparam("id"), sessions.c.ended_at.is_(None)
    )
)


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Sessions that have not ended, by id."""
    found: dict[str, Item] = {}
    for session in wanted:
        row = _SESSION.one(db, {"id": session})
        if row is not None:
            kind, name, made_at, used_at, expires_at = row
            found[session] = Session(
                id=session, type=kind, name=name, created_at=iso(made_at), used_at=iso(used_at), expires_at=iso(expires_at)
            )
    return found


feature.item(ItemKind("session", Session, load, place=lambda _session: None))


class SignIn(CommandParams, kw_only=True):
    name: Annotated[str, Meta(min_length=1, max_length=100, description="The user name.")]
    password: Annotated[str, Meta(min_length=1, max_length=256)]
    token: Annotated[bool, Meta(description="Answer a bearer token instead of setting the cookie.")] = False
    device: Annotated[str, Meta(max_length=80, description="How the list of devices calls it.")] | None = None


class _Found(msgspec.Struct, frozen=True):
    """What `prepare` found out: outside of the unit, because checking a password is slow."""

    right: bool
    hash: str | None
    name_mark: str
    address_mark: str


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


_ACCOUNT = Hot(
    select(people.c.id, people.c.desk, credentials.c.hash)
    .join_from(people, credentials, people.c.id == credentials.c.person)
    .where(people.c.username == bindparam("username"))
)


async def _verify(asking: Asking, p: Any) -> Prepared:
    """Check the limits, then the password; whoever is over a limit costs no hash."""
    name = looked_up(p.name)
    name_mark, address_mark = _mark(name), _mark(asking.address)

    def look(db: Db) -> Any:
        _refuse_above_limits(db, asking.tools.settings, name_mark, address_mark, asking.now)
        return _ACCOUNT.one(db, {"username": name})

    account = await asking.tools.store.read(look)
    person, desk, stored = account or (None, None, None)
    right = await asking.tools.passwords.check(p.password, stored)
    found = _Found(right, stored, name_mark, address_mark)
    return Prepared(found, desk, person) if right else Prepared(found, HOUSE)


def _refuse_above_limits(db: Db, settings: Any, name_mark: str, address_mark: str, now: int) -> None:
    since = now - HOUR_MS

    def count(column: Any, value: str) -> tuple[int, int]:
        query = select(func.count(), func.min(failures.c.at)).where(column == value, failures.c.at > since)
        number, oldest = db.execute(query).one()
        return number, oldest or now

    by_name, oldest = count(failures.c.name_mark, name_mark)
    if by_name >= settings.sign_in_tries_per_name:
        raise TooMany(code="too_many_tries", retry_after=max(1, (oldest + HOUR_MS - now) // 1000))
    by_address, oldest = count(failures.c.address_mark, address_mark)
    if by_address >= settings.sign_in_tries:
        known = db.execute(select(met.c.at).where(met.c.name_mark == name_mark, met.c.address_mark == address_mark)).first()
        if known is None:
            raise TooMany(code="too_many_tries", retry_after=max(1, (oldest + HOUR_MS - now) // 1000))


_MET = upsert(met, ["name_mark", "address_mark"], ["at"])


@feature.command(
    "people.sign_in",
    gate=Gate.ANYBODY,
    answers={"person": Person, "token": str | None},
    emits=["session.started"],
    keyed=False,
    prepare=_verify,
)
def sign_in(ctx: Context, p: SignIn) -> Mapping[str, Any]:
    """Begin a session with user name and password. Wrong: `wrong_credentials`; too often: `too_many_tries` with `retry_after`."""
    found: _Found = ctx.prepared
    # Counted once more inside the unit: of many tries at once, no more than the limit learn whether they were right.
    _refuse_above_limits(ctx.db, ctx.settings, found.name_mark, found.address_mark, ctx.now)
    if found.right:
        current = ctx.db.execute(select(credentials.c.hash).where(credentials.c.person == ctx.person)).scalar()
    if not found.right or current != found.hash:
        ctx.db.execute(
            insert(failures),
            {"id": ids.new(ctx.now), "name_mark": found.name_mark, "address_mark": found.address_mark, "at": ctx.now},
        )
        ctx.refuse(SignedOut(code="wrong_credentials"))
        return {}
    _MET(ctx.db, {"name_mark": found.name_mark, "address_mark": found.address_mark, "at": ctx.now})
    session = ids.new(ctx.now)
    until = ctx.now + ctx.settings.session_days * DAY_MS
    kind = "token" if p.token else "browser"
    named = p.device is not None and p.device.strip()
    name = texts.line(p.device or "", "$.device") if named else device_name(ctx.device) or kind
    token = identity.start(ctx.db, session=session, person=ctx.person, kind=kind, name=name, now=ctx.now, until=until)
    ctx.emit("session.started", Ref("session", session))
    if not p.token:
        ctx.cookie = token
    return {"person": Ref("person", ctx.person), **({"token": token} if p.token else {})}


def device_name(agent: str) -> str:
    """A few words for the list of devices, from the User-Agent header: browser and system, no version, nothing unique."""
    browsers = (
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrom", "Chrome"),
        ("Safari/", "Safari"),
    )  # fmt: skip
    systems = (("iPad", "iPad"), ("iPhone", "iPhone"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"),
               ("Mac OS", "Mac"), ("Linux", "Linux"))  # fmt: skip
    browser = next((word for sign, word in browsers if sign in agent), "")
    system = next((word for sign, word in systems if sign in agent), "")
    return ", ".join(word for word in (browser, system) if word)


class Nothing(CommandParams, kw_only=True):
    pass


class Me(Params, kw_only=True):
    pass


class About(msgspec.Struct):
    """What the app needs to know of the installation."""

    name: str
    demo: bool
    insecure: bool


class MeAnswer(msgspec.Struct):
    person: Person
    session: Session
    installation: About


def about(settings: Any) -> About:
    """The installation in three words."""
    return About(settings.name, settings.demo, not settings.secure and (settings.insecure_http or settings.demo))


@feature.query("people.me", answers=MeAnswer, gate=Gate.PERSON)
def me(ctx: Context, p: Me) -> MeAnswer:
    """Who I am, and by which session."""
    assert ctx.who is not None
    person, session = ctx.load("person", [ctx.person]), ctx.load("session", [ctx.who.session])
    assert isinstance(person[0], Person)
    assert isinstance(session[0], Session)
    return MeAnswer(person[0], session[0], about(ctx.settings))


class Devices(msgspec.Struct):
    sessions: list[Session]
    this: str


@feature.query("people.devices", answers=Devices, gate=Gate.PERSON)
def devices(ctx: Context, p: Me) -> Devices:
    """Where I am signed in, and the tokens of my programs; `this` is the session that asks."""
    assert ctx.who is not None
    found = ctx.load("session", identity.standing(ctx.db, ctx.person, ctx.now))
    return Devices([s for s in found if isinstance(s, Session)], ctx.who.session)


@feature.command("people.sign_out", gate=Gate.PERSON, emits=["session.ended"], ends_sessions=True, keyed=False)
def sign_out(ctx: Context, p: Nothing) -> None:
    """End this session; its sockets are closed with 4001."""
    assert ctx.who is not None
    _end(ctx, [ctx.who.session])
    ctx.cookie = ""


@feature.command("people.sign_out_everywhere", gate=Gate.PERSON, emits=["session.ended"], ends_sessions=True, keyed=False)
def sign_out_everywhere(ctx: Context, p: Nothing) -> None:
    """End all my sessions and tokens, this one too, and close their sockets."""
    _end(ctx, identity.standing(ctx.db, ctx.person, ctx.now))
    ctx.cookie = ""


class EndSession(CommandParams, kw_only=True):
    session: Id


@feature.command("people.end_session", gate=Gate.PERSON, emits=["session.ended"], ends_sessions=True)
def end_session(ctx: Context, p: EndSession) -> None:
    """End one of my sessions or tokens."""
    assert ctx.who is not None
    if p.session not in identity.standing(ctx.db, ctx.person, ctx.now):
        raise NotFound()
    _end(ctx, [p.session])
    if p.session == ctx.who.session:
        ctx.cookie = ""


def _end(ctx: Context, ended: Sequence[str]) -> None:
    for session in ended:
        identity.end(ctx.db, session, ctx.now)
    ctx.emit("session.ended", gone=[Gone("session", session) for session in ended])


class CreateToken(CommandParams, kw_only=True):
    name: Annotated[str, Meta(min_length=1, max_length=80)]
    days: Annotated[int, Meta(ge=1, le=366)] = 90


@feature.command(
    "people.create_token", gate=Gate.PERSON, answers={"token": str, "session": Session}, emits=["session.started"], keyed=False
)
def create_token(ctx: Context, p: CreateToken) -> Mapping[str, Any]:
    """A token for a program of mine. It is shown once, expires, and is listed among my devices."""
    name = texts.line(p.name, "$.name")
    session = ids.new(ctx.now)
    token = identity.start(
        ctx.db, session=session, person=ctx.person, kind="token", name=name, now=ctx.now, until=ctx.now + p.days * DAY_MS
    )
    ctx.emit("session.started", Ref("session", session))
    return {"token": token, "session": Ref("session", session)}


class Seen(CommandParams, kw_only=True):
    session: Id


@feature.command("people.seen", gate=Gate.HOUSE)
def seen(ctx: Context, p: Seen) -> None:
    """Note, coarsely, that a session is in use; a browser that is used stays signed in."""
    identity.touch(ctx.db, p.session, ctx.now, ctx.now + ctx.settings.session_days * DAY_MS)


def forget(db: Db, now: int) -> int:
    """Drop failures older than an hour and what expired long ago; answers how many rows went."""
    old = db.execute(delete(failures).where(failures.c.at < now - HOUR_MS)).rowcount
    old += db.execute(delete(met).where(met.c.at < now - 90 * DAY_MS)).rowcount
    return old + db.execute(delete(sessions).where(sessions.c.expires_at < now - 30 * DAY_MS)).rowcount


feature.keeps(sessions, "person", "own", everywhere=True)
feature.keeps_nothing(failures, "checksums of names and addresses, for an hour")
feature.keeps_nothing(met, "checksums of names and addresses, for ninety days")
