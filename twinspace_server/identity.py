"""Who is speaking: persons, and the sessions and tokens that stand for them.

The door asks here who a token belongs to; the unit of work asks once more whether that session still stands.
A token is 256 random bits and is kept only as its SHA-256; nothing here knows passwords (people/accounts does).
"""

import hashlib
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, insert, select, update

from twinspace_server.errors import SignedOut
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("username", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("adult", BigInteger, nullable=False),
    Column("operator", BigInteger, nullable=False),
    Column("language", Text),
    Column("zone", Text),
    Column("desk", Text, nullable=False, unique=True),
    Column("made_at", BigInteger, nullable=False),
    Column("email", Text, unique=True),
    Column("blocked_at", BigInteger),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("token_hash", Text, nullable=False, unique=True),
    Column("made_at", BigInteger, nullable=False),
    Column("used_at", BigInteger, nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    # When the person last showed here that it is really them: by signing in, or once more (`people/factors`).
    Column("confirmed_at", BigInteger),
    # Of a session that a provider of single sign-on vouched for: who says so (`people/single_sign_on`).
    Column("came_by", Text),
    Index("ix_sessions_person", "person"),
)

TOKEN_PREFIX = "tws_"  # noqa: S105 - not a secret: it lets scanners and people recognise a leaked token


@dataclass(frozen=True, slots=True)
class Who:
    """The person behind a request and the session that says so."""

    person: str
    username: str
    name: str
    desk: str
    adult: bool
    operator: bool
    language: str | None
    zone: str | None
    session: str
    type: str
    expires_at: int
    used_at: int


_BY_TOKEN = Hot(
    select(
        people.c.id, people.c.username, people.c.name, people.c.desk, people.c.adult, people.c.operator, people.c.language,
        people.c.zone, sessions.c.id, sessions.c.type, sessions.c.expires_at, sessions.c.used_at,
    )
    .join_from(sessions, people, sessions.c.person == people.c.id)
    .where(sessions.c.token_hash == bindparam("hash"), sessions.c.ended_at.is_(None))
)  # fmt: skip
_STANDS = Hot(select(sessions.c.expires_at).where(sessions.c.id == bindparam("id"), sessions.c.ended_at.is_(None)))
_START = Hot(insert(sessions))
_END = Hot(update(sessions).where(sessions.c.id == bindparam("b_id")).values(ended_at=bindparam("at"), token_hash=bindparam("b_id")))


def digest(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def by_token(db: Db, token: str, now: int) -> Who | None:
    """The person a token stands for, or None when it is unknown, ended or expired."""
    row = _BY_TOKEN.one(db, {"hash": digest(token)})
    if row is None or row[10] <= now:
        return None
    person, username, name, desk, adult, operator, language, zone, session, kind, expires_at, used_at = row
    return Who(person, username, name, desk, bool(adult), bool(operator), language, zone, session, kind, expires_at, used_at)


def stands(db: Db, session: str, now: int) -> bool:
    """Whether the session has neither ended nor expired, as seen by this unit."""
    row = _STANDS.one(db, {"id": session})
    return row is not None and row[0] > now


def start(
    db: Db, *, session: str, person: str, kind: str, name: str, now: int, until: int, shown: bool = False, came_by: str | None = None
) -> str:
    """Begin a session ('browser' or 'token') and answer its token, which is nowhere kept in clear.

    Every way in comes through here, so here whoever is shut out stays out: `account_blocked`. `shown`: the person has just shown that it
    is really them.
    """
    if db.execute(select(people.c.blocked_at).where(people.c.id == person)).scalar() is not None:
        raise SignedOut(code="account_blocked")
    token = TOKEN_PREFIX + secrets.token_urlsafe(32)
    _START(
        db,
        {
            "id": session, "person": person, "type": kind, "name": name, "token_hash": digest(token),
            "made_at": now, "used_at": now, "expires_at": until, "ended_at": None,
            "confirmed_at": now if shown else None, "came_by": came_by,
        },
    )  # fmt: skip
    return token


def shut_out(db: Db, persons: Iterable[str]) -> set[str]:
    """Those of these whose accounts are shut: by an operator, or for good because they are being erased."""
    return {row[0] for row in db.execute(select(people.c.id).where(people.c.id.in_(list(persons)), people.c.blocked_at.is_not(None)))}


def standing(db: Db, person: str, now: int) -> list[str]:
    """The ids of the person's sessions and tokens that still stand."""
    query = select(sessions.c.id).where(sessions.c.person == person, sessions.c.ended_at.is_(None), sessions.c.expires_at > now)
    return [row[0] for row in db.execute(query)]


def end(db: Db, session: str, now: int) -> None:
    """End a session; its token's hash is overwritten, so that it can't come back."""
    _END(db, {"b_id": session, "at": now})


def confirm(db: Db, session: str, now: int) -> None:
    """The person of this session has shown once more that it is really them."""
    db.execute(update(sessions).where(sessions.c.id == session).values(confirmed_at=now))


def confirmed(db: Db, session: str) -> int:
    """When they last did; 0 for never."""
    return int(db.execute(select(sessions.c.confirmed_at).where(sessions.c.id == session)).scalar() or 0)


def touch(db: Db, session: str, now: int, until: int) -> None:
    """Note that the session was used (kept coarse: the caller asks at most once an hour). A browser's lasts on, a token's doesn't."""
    used = update(sessions).where(sessions.c.id == session)
    db.execute(used.values(used_at=now))
    db.execute(used.where(sessions.c.type == "browser").values(expires_at=until))


def cookie_name(secure: bool) -> str:
    """The session cookie's name; on https the `__Host-` prefix binds it to this host and path (RFC 6265bis 4.1.3)."""
    return "__Host-session" if secure else "session"


def token_in(authorization: str | None, cookies: Mapping[str, str], secure: bool) -> str | None:
    """The token that a request carries: `Authorization: Bearer` for programs, the cookie for browsers."""
    if authorization is not None:
        scheme, _, token = authorization.partition(" ")
        return token.strip() if scheme.lower() == "bearer" and token else None
    return cookies.get(cookie_name(secure))
