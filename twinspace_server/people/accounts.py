"""Accounts: a person, their user name and password, and the desk that is theirs alone.

Operators add people here; registration by oneself comes with its own capability. Signing in is in `sign_in`.
"""

import secrets
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Table, Text, bindparam, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.errors import BadInput, Conflict
from twinspace_server.identity import people
from twinspace_server.law import places
from twinspace_server.live import log
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Item, ItemKind, Prepared, Ref
from twinspace_server.people import arrangements
from twinspace_server.people.passwords import ADULTS, PUPILS
from twinspace_server.people.portraits import portraits
from twinspace_server.people.post import checked_address
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

credentials = Table(
    "credentials",
    metadata,
    Column("person", Text, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("changed_at", BigInteger, nullable=False),
)

feature = Feature("people")

UserName = Annotated[
    str, Meta(min_length=2, max_length=40, pattern=r"^[a-z0-9][a-z0-9._-]*[a-z0-9]$(?!\n)", description="Small letters, digits, dot, dash.")
]
Name = Annotated[str, Meta(min_length=1, max_length=80)]
Password = Annotated[str, Meta(min_length=10, max_length=256)]
TAIL = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of a user name that somebody else has: no letters and digits that look alike."""
Language = Literal["en", "nl"]
Address = Annotated[str, Meta(min_length=3, max_length=254, description="A mail address; pupils often have none.")]
Zone = Annotated[str, Meta(min_length=1, max_length=64, description="A time zone of the IANA database, such as Europe/Brussels.")]


class Person(Item, tag="person", frozen=True):
    """An account, as its owner and operators see it."""

    name: str
    username: str
    language: Language | None
    zone: str | None
    adult: bool
    operator: bool
    desk: str
    email: str | None = None
    portrait: str | None = None


_ONE = Hot(
    select(
        people.c.id,
        people.c.name,
        people.c.username,
        people.c.language,
        people.c.zone,
        people.c.adult,
        people.c.operator,
        people.c.desk,
        people.c.email,
        portraits.c.id,
    )
    .select_from(people.outerjoin(portraits, portraits.c.person == people.c.id))
    .where(people.c.id == bindparam("id"))
)


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Persons by id."""
    found: dict[str, Item] = {}
    for person in wanted:
        row = _ONE.one(db, {"id": person})
        if row is not None:
            key, name, username, language, zone, adult, operator, desk, email, portrait = row
            found[key] = Person(
                id=key, name=name, username=username, language=language, zone=zone, adult=bool(adult), operator=bool(operator), desk=desk,
                email=email, portrait=portrait,
            )  # fmt: skip
    return found


feature.item(ItemKind("person", Person, load, place=lambda _person: None))


def looked_up(username: str) -> str:
    """A user name as it is asked for: no name holds a NUL, and PostgreSQL does not even take one in a question."""
    return username.replace("\0", "\ufffd").strip().lower()


def by_username(db: Db, username: str) -> tuple[str, bool] | None:
    """The id of the person with this user name, and whether they are an adult."""
    row = db.execute(select(people.c.id, people.c.adult).where(people.c.username == looked_up(username))).first()
    return None if row is None else (row[0], bool(row[1]))


def by_email(db: Db, address: str) -> str | None:
    """The id of the person whose account has this address."""
    row = db.execute(select(people.c.id).where(people.c.email == looked_up(address))).first()
    return None if row is None else str(row[0])


def free(db: Db, wished: str) -> str:
    """The user name that was wished for, or, while it is in use, the same with an ending that nobody guesses."""
    name = wished
    while by_username(db, name) is not None:
        name = f"{wished[:35]}-{''.join(secrets.choice(TAIL) for _ in range(4))}"
    return name


def checked_zone(zone: str, path: str = "$.zone") -> str:
    """The zone, if there is such a one."""
    if zone not in available_timezones():
        raise BadInput(code="unknown_zone", path=path)
    return zone


class AddPerson(CommandParams, kw_only=True):
    username: UserName
    name: Name
    password: Password
    adult: bool
    language: Language | None = None
    zone: Zone | None = None
    email: Address | None = None


async def _hashed(asking: Asking, p: Any) -> Prepared:
    words = [p.username, p.name, p.email or "", asking.tools.settings.name]
    return Prepared(value=await asking.tools.passwords.chosen(p.password, words, ADULTS if p.adult else PUPILS))


@feature.command("people.add", gate=Gate.OPERATOR, answers={"person": Person}, prepare=_hashed)
def add(ctx: Context, p: AddPerson) -> Mapping[str, Any]:
    """Make an account, with its desk. `name_taken` when the user name is in use. The password is never shown again."""
    return {"person": Ref("person", make(ctx, p))}


@feature.command("people.add_operator", gate=Gate.HOUSE, answers={"person": Person}, prepare=_hashed)
def add_operator(ctx: Context, p: AddPerson) -> Mapping[str, Any]:
    """Make an operator of the installation (`twinspace create-admin`); a member of no space."""
    if not p.adult:
        raise BadInput(code="operator_must_be_adult", path="$.adult")
    person = make(ctx, p, operator=True)
    arrangements.set_up(ctx.db, ctx.now)
    return {"person": Ref("person", person)}


def make(ctx: Context, p: AddPerson, *, operator: bool = False) -> str:
    """An account with its desk, for the features that let people in; `ctx.prepared` is the password's hash. Answers the person's id."""
    name = texts.line(p.name, "$.name")
    if by_username(ctx.db, p.username) is not None:
        raise Conflict(code="name_taken", path="$.username")
    email = checked_address(p.email) if p.email else None
    if email is not None and by_email(ctx.db, email) is not None:
        raise Conflict(code="address_taken", path="$.email")
    person = ids.new(ctx.now)
    desk = places.make_space(ctx.db, kind="desk", title=name, author=person, at=ctx.now, owner=person)
    log.begin(ctx.db, desk)
    ctx.db.execute(
        insert(people),
        {
            "id": person, "username": p.username, "name": name, "adult": int(p.adult), "operator": int(operator), "desk": desk,
            "language": p.language, "zone": checked_zone(p.zone) if p.zone else None, "made_at": ctx.now,
            "email": email,
        },
    )  # fmt: skip
    ctx.db.execute(insert(credentials), {"person": person, "hash": ctx.prepared, "changed_at": ctx.now})
    return person


class ChangePerson(CommandParams, kw_only=True):
    language: Language | None | msgspec.UnsetType = msgspec.UNSET
    zone: Zone | None | msgspec.UnsetType = msgspec.UNSET


@feature.command("people.change", gate=Gate.PERSON, when_owing=True, answers={"person": Person}, emits=["person.changed"])
def change(ctx: Context, p: ChangePerson) -> Mapping[str, Any]:
    """Choose one's language or time zone; null goes back to what the browser says."""
    values: dict[str, str | None] = {}
    if not isinstance(p.language, msgspec.UnsetType):
        values["language"] = p.language
    if not isinstance(p.zone, msgspec.UnsetType):
        values["zone"] = checked_zone(p.zone) if p.zone else None
    if values:
        ctx.db.execute(update(people).where(people.c.id == ctx.person).values(**values))
    ctx.emit("person.changed", Ref("person", ctx.person))
    return {"person": Ref("person", ctx.person)}


feature.keeps(credentials, "person", "own", everywhere=True)
