"""Signing in and out, the list of devices, tokens for programs.

A wrong name and a wrong password get the same answer after the same time. Failures count against the limits (`throttle`).
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import bindparam, delete, or_, select

from twinspace_server import identity, ids, texts
from twinspace_server.clock import iso
from twinspace_server.errors import NotAllowed, NotFound, Reason, SignedOut, Unavailable
from twinspace_server.identity import people, sessions
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Item, ItemKind, Params, Prepared, Ref
from twinspace_server.people import factors, throttle
from twinspace_server.people.accounts import Person, credentials, looked_up
from twinspace_server.people.arrangements import called
from twinspace_server.people.factors import Second
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db, Lock, Unit

DAY_MS = 24 * 3_600_000

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


Device = Annotated[str, Meta(max_length=80, description="How the list of devices calls it.")]


class Ticketed(CommandParams, kw_only=True):
    """A step that another one led to."""

    ticket: Annotated[str, Meta(min_length=1, max_length=100, description="What the step before answered; good once, for ten minutes.")]


class SignIn(CommandParams, kw_only=True):
    name: Annotated[str, Meta(min_length=1, max_length=254, description="The user name, or the mail address.")]
    password: Annotated[str, Meta(min_length=1, max_length=256)]
    token: Annotated[bool, Meta(description="Answer a bearer token instead of setting the cookie.")] = False
    device: Device | None = None


class _Found(msgspec.Struct, frozen=True):
    """What `prepare` found out: outside of the unit, because checking a password is slow."""

    right: bool
    hash: str | None
    tried: throttle.Try
    address: str


# No user name holds an @, so one question serves both, and takes the same time for whoever there is or isn't.
_ACCOUNT = Hot(
    select(people.c.id, people.c.desk, credentials.c.hash)
    .join_from(people, credentials, people.c.id == credentials.c.person)
    .where(or_(people.c.username == bindparam("name"), people.c.email == bindparam("name")))
)


async def counted(asking: Asking, tried: throttle.Try) -> throttle.Try:
    """The try, counted in a unit of its own before anything is looked at (`throttle.begun`)."""
    settings, now = asking.tools.settings, asking.now
    made: throttle.Try = await asking.tools.store.write(Unit(HOUSE, lambda db: throttle.begun(db, settings, tried, now), law=Lock.NONE))
    return made


async def _verify(asking: Asking, p: Any) -> Prepared:
    """Check the limits, then the password; whoever is over a limit costs no hash and writes nothing."""
    asking.tools.passwords.require_room()
    name = looked_up(p.name)
    tried = throttle.tried_for(name, asking.address)

    def look(db: Db) -> Any:
        throttle.refuse(db, asking.tools.settings, tried, asking.now)
        return _ACCOUNT.one(db, {"name": name})

    account = await asking.tools.store.read(look)
    person, desk, stored = account or (None, None, None)
    tried = await counted(asking, tried)
    try:
        right = await asking.tools.passwords.check(p.password, stored)
    except Unavailable:  # the queue is full: nothing was tried
        await asking.tools.store.write(Unit(HOUSE, lambda db: throttle.dropped(db, tried), law=Lock.NONE))
        raise
    found = _Found(right, stored, tried, asking.address)
    return Prepared(found, desk, person) if right else Prepared(found, HOUSE)


@feature.command(
    "people.sign_in",
    gate=Gate.ANYBODY,
    when_owing=True,
    answers={"person": Person | None, "token": str | None, "second": Second | None},
    emits=["session.started"],
    keyed=False,
    prepare=_verify,
)
def sign_in(ctx: Context, p: SignIn) -> Mapping[str, Any]:
    """Begin a session with user name (or mail address) and password.

    Wrong: `wrong_credentials`; too often: `too_many_tries` with `retry_after`. Who has a second factor gets no session yet, but in
    `second` what is still asked, and a ticket for `people.sign_in_second`.
    """
    found: _Found = ctx.prepared
    # Once more inside the unit: what failed meanwhile counts for the address and for all.
    throttle.refuse(ctx.db, ctx.settings, found.tried, ctx.now)
    if found.right:
        current = ctx.db.execute(select(credentials.c.hash).where(credentials.c.person == ctx.person)).scalar()
    if not found.right or current != found.hash:
        throttle.failed(ctx.db, found.tried, ctx.now)
        ctx.refuse(SignedOut(code="wrong_credentials"))
        return {}
    kept = {"name_mark": found.tried.name_mark, "token": p.token, "device": p.device}
    second = factors.asked(ctx, found.address, kept)
    if second is not None:
        throttle.dropped(ctx.db, found.tried)
        return {"second": second}
    throttle.succeeded(ctx.db, found.tried, ctx.now)
    token = begin(ctx, token=p.token, device=p.device)
    return {"person": Ref("person", ctx.person), **({"token": token} if p.token else {})}


def begin(ctx: Context, *, token: bool = False, device: str | None = None, came_by: str | None = None) -> str:
    """A session of `ctx.person`, in a unit of that person's desk, which must declare `session.started`; a browser gets its cookie.

    For every way in (password, passkey, card, single sign-on). The caller has checked all that there is to check. Answers the token.
    """
    session = ids.new(ctx.now)
    kind = "token" if token else "browser"
    named = device is not None and device.strip()
    name = texts.line(device or "", "$.device") if named else device_name(ctx.device) or kind
    until = ctx.now + ctx.settings.session_days * DAY_MS
    made = identity.start(
        ctx.db, session=session, person=ctx.person, kind=kind, name=name, now=ctx.now, until=until, shown=True, came_by=came_by
    )
    ctx.emit("session.started", Ref("session", session))
    if not token:
        ctx.cookie = made
    return made


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
    """`owes_factor`: first I must set up a second factor; until then nothing else is answered."""

    person: Person
    session: Session
    installation: About
    owes_factor: bool


def about(db: Db, settings: Any) -> About:
    """The installation in three words."""
    return About(called(db, settings), settings.demo, not settings.secure and (settings.insecure_http or settings.demo))


@feature.query("people.me", answers=MeAnswer, gate=Gate.PERSON, when_owing=True)
def me(ctx: Context, p: Me) -> MeAnswer:
    """Who I am, and by which session."""
    assert ctx.who is not None
    person, session = ctx.load("person", [ctx.person]), ctx.load("session", [ctx.who.session])
    assert isinstance(person[0], Person)
    assert isinstance(session[0], Session)
    owes = ctx.settings.second_factor == "required" and factors.owes(ctx.db, ctx.who)
    return MeAnswer(person[0], session[0], about(ctx.db, ctx.settings), owes)


class Devices(msgspec.Struct):
    sessions: list[Session]
    this: str


@feature.query("people.devices", answers=Devices, gate=Gate.PERSON, when_owing=True)
def devices(ctx: Context, p: Me) -> Devices:
    """Where I am signed in, and the tokens of my programs; `this` is the session that asks."""
    assert ctx.who is not None
    found = ctx.load("session", identity.standing(ctx.db, ctx.person, ctx.now))
    return Devices([s for s in found if isinstance(s, Session)], ctx.who.session)


@feature.command("people.sign_out", gate=Gate.PERSON, when_owing=True, emits=["session.ended"], ends_sessions=True, keyed=False)
def sign_out(ctx: Context, p: Nothing) -> None:
    """End this session; its sockets are closed with 4001."""
    assert ctx.who is not None
    _end(ctx, [ctx.who.session])
    ctx.cookie = ""


@feature.command("people.sign_out_everywhere", gate=Gate.PERSON, when_owing=True, emits=["session.ended"], ends_sessions=True, keyed=False)
def sign_out_everywhere(ctx: Context, p: Nothing) -> None:
    """End all my sessions and tokens, this one too, and close their sockets."""
    _end(ctx, identity.standing(ctx.db, ctx.person, ctx.now))
    ctx.cookie = ""


class EndSession(CommandParams, kw_only=True):
    session: Id


@feature.command("people.end_session", gate=Gate.PERSON, when_owing=True, emits=["session.ended"], ends_sessions=True)
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
    """A token for a program of mine. It is shown once, expires, and is listed among my devices.

    `confirm_first` of whom a second factor is asked and who has not shown it for a quarter of an hour (`people.confirm`). Nobody makes one
    who came in by a class card: it would outlive the card, its hours and the lesson.
    """
    assert ctx.who is not None
    if ctx.who.type == "card":
        raise NotAllowed(why=(Reason("no_tokens_by_card"),))
    if factors.ways(ctx.db, ctx.person):
        factors.require_fresh(ctx)
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
    """Drop what expired long ago, and what the throttle need not know any more; answers how many rows went."""
    return throttle.forget(db, now) + int(db.execute(delete(sessions).where(sessions.c.expires_at < now - 30 * DAY_MS)).rowcount)


feature.keeps(sessions, "person", "own", everywhere=True)
