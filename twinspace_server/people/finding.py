"""Operators look after accounts: find one, let somebody in again, shut somebody out.

An operator sees accounts and no space. Nothing here sets a password: who has lost theirs gets a link by mail, and a pupil asks a
teacher of the own school. Whoever is shut out has no session from that moment on, and gets none by any way in.
"""

import secrets
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import or_, select, update

from twinspace_server import identity
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotFound
from twinspace_server.identity import people, sessions
from twinspace_server.law.load import desk_of
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Gone, Id, Item, ItemKind, Params, Prepared, Ref
from twinspace_server.people import attachments, links
from twinspace_server.people.accounts import AddPerson, Address, Language, Name, UserName, looked_up, make
from twinspace_server.people.attachments import State
from twinspace_server.people.erasure import erased
from twinspace_server.people.post import PATHS, mail
from twinspace_server.people.schools import schools
from twinspace_server.people.support import countries_of
from twinspace_server.storage.store import Db

FOUND = 20
NEW_PASSWORD = "password"  # noqa: S105 - what a link is for
INVITED_MS, LINK_MS = 7 * links.DAY_MS, links.DAY_MS
PATHS.setdefault(NEW_PASSWORD, "/new-password")

feature = Feature("finding")


class OfSchool(msgspec.Struct):
    """A school somebody belongs to, or says so."""

    school: str
    name: str
    state: State


class Account(Item, tag="account", frozen=True):
    """An account as operators see it. `used_at`: when it was last used, by the hour; `desks`: countries whose support it is."""

    username: str
    name: str
    email: str | None
    adult: bool
    operator: bool
    blocked: bool
    made_at: str
    used_at: str | None
    schools: list[OfSchool]
    desks: list[str]


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Accounts by the person's id."""
    columns = ("id", "username", "name", "email", "adult", "operator", "blocked_at", "made_at")
    rows = db.execute(select(*(people.c[name] for name in columns)).where(people.c.id.in_(list(wanted)))).all()
    found: dict[str, Item] = {}
    for person, username, name, email, adult, operator, blocked_at, made_at in rows:
        used = select(sessions.c.used_at).where(sessions.c.person == person).order_by(sessions.c.used_at.desc()).limit(1)
        used_at: Any = db.execute(used).scalar()
        found[person] = Account(
            id=person, username=username, name=name, email=email, adult=bool(adult), operator=bool(operator),
            blocked=blocked_at is not None, made_at=iso(made_at), used_at=iso(used_at) if used_at else None,
            schools=_schools(db, person), desks=countries_of(db, person),
        )  # fmt: skip
    return found


def _schools(db: Db, person: str) -> list[OfSchool]:
    theirs = attachments.schools_of(db, person)
    rows: Any = db.execute(select(schools.c.id, schools.c.name).where(schools.c.id.in_(list(theirs))))
    names = dict(tuple(row) for row in rows)
    return [OfSchool(school, names.get(school, ""), state) for school, state in theirs.items()]


feature.item(ItemKind("account", Account, load, place=lambda _account: None))


class Find(Params, kw_only=True):
    text: Annotated[
        str, Meta(min_length=2, max_length=254, description="The beginning of a user name, a part of a name, or a whole mail address.")
    ]


class Accounts(msgspec.Struct):
    accounts: list[Account]
    more: bool


@feature.query("accounts.find", answers=Accounts, gate=Gate.OPERATOR)
def find(ctx: Context, p: Find) -> Accounts:
    """Accounts whose user name begins like this, whose name holds it, or whose mail address it is; twenty at most."""
    text = looked_up(p.text)
    condition = or_(
        people.c.username.startswith(text, autoescape=True), people.c.name.icontains(text, autoescape=True), people.c.email == text
    )
    rows = ctx.db.execute(select(people.c.id).where(condition).order_by(people.c.username).limit(FOUND + 1)).all()
    found = load(ctx.db, [row[0] for row in rows[:FOUND]])
    return Accounts([one for row in rows[:FOUND] if isinstance(one := found.get(row[0]), Account)], len(rows) > FOUND)


class Invite(CommandParams, kw_only=True):
    username: UserName
    name: Name
    email: Address
    language: Language | None = None


async def _with_a_password_of_nobody(asking: Asking, _p: Any) -> Prepared:
    """Until the person has chosen one, no password opens the account."""
    return Prepared(value=await asking.tools.passwords.hash(secrets.token_urlsafe(32)))


@feature.command("accounts.invite", gate=Gate.OPERATOR, answers={"account": Account}, prepare=_with_a_password_of_nobody)
def invite(ctx: Context, p: Invite) -> Mapping[str, Any]:
    """Make an account for a grown-up, who gets a mail with a link that is good for a week, and chooses the password there."""
    account = AddPerson(username=p.username, name=p.name, password="", adult=True, language=p.language, email=p.email)
    person = make(ctx, account)
    _send_link(ctx, person, "account-made", INVITED_MS)
    return {"account": Ref("account", person)}


class SendLink(CommandParams, kw_only=True):
    person: Id


@feature.command("accounts.send_link", gate=Gate.OPERATOR)
def send_link(ctx: Context, p: SendLink) -> None:
    """Mail somebody a link to choose a new password, good for a day. Whoever has no address asks a teacher of the own school."""
    row = ctx.db.execute(select(people.c.adult, people.c.email).where(people.c.id == p.person)).first()
    if row is None:
        raise BadInput(code="unknown_person", path="$.person")
    if not row[0]:
        raise Conflict(code="adults_only", path="$.person")
    if not row[1]:
        raise Conflict(code="address_needed", path="$.person")
    _send_link(ctx, p.person, "account-link", LINK_MS)


def _send_link(ctx: Context, person: str, kind: str, lives_ms: int) -> None:
    link = links.make(ctx.db, NEW_PASSWORD, lives_ms=lives_ms, now=ctx.now, person=person)
    mail(ctx, kind, link=link)


class OneAccount(CommandParams, kw_only=True):
    person: Id


async def _at_their_desk(asking: Asking, p: Any) -> Prepared:
    """The unit runs at the desk of whom it is about: there stand the sessions that end, and who listens hears of it."""
    desk = await asking.tools.store.read(lambda db: desk_of(db, p.person))
    if desk is None:
        raise NotFound()
    return Prepared(space=desk, person=p.person)


@feature.command(
    "accounts.block",
    gate=Gate.OPERATOR,
    answers={"account": Account},
    emits=["session.ended"],
    ends_sessions=True,
    keyed=False,
    prepare=_at_their_desk,
)
def block(ctx: Context, p: OneAccount) -> Mapping[str, Any]:
    """Shut somebody out: all their sessions and tokens end now, and they get no new one. Nobody shuts out themselves."""
    if p.person == ctx.person:
        raise Conflict(code="not_your_own_account", path="$.person")
    ctx.db.execute(update(people).where(people.c.id == p.person, people.c.blocked_at.is_(None)).values(blocked_at=ctx.now))
    ended = identity.standing(ctx.db, p.person, ctx.now)
    for session in ended:
        identity.end(ctx.db, session, ctx.now)
    ctx.emit("session.ended", gone=[Gone("session", session) for session in ended])
    return {"account": Ref("account", p.person)}


@feature.command("accounts.unblock", gate=Gate.OPERATOR, keyed=False, answers={"account": Account})
def unblock(ctx: Context, p: OneAccount) -> Mapping[str, Any]:
    """Let somebody in again; `erased_already` for who is being erased."""
    if erased(ctx.db, [p.person]):
        raise Conflict(code="erased_already", path="$.person")
    if ctx.db.execute(update(people).where(people.c.id == p.person).values(blocked_at=None)).rowcount == 0:
        raise BadInput(code="unknown_person", path="$.person")
    return {"account": Ref("account", p.person)}


feature.example("accounts.send_link", "nora", {"person": "{alice}"})
feature.example("accounts.find", "nora", {"text": "milo"})
