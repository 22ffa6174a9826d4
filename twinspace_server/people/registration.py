"""Registering in two steps (REG-01 to REG-31): a mail address, a name and a password; then, by the link of a mail, the form.

The first step answers the same after the same work, whatever is known of the address or the name: it counts the knock, hashes, writes
one row and puts one job. The job alone looks whether the address has an account already, and sends that account another mail.
Whether a user name is taken is told to nobody: the form's last step makes the account under that name, or, where it is in use, under
the same with four random letters behind it, and says which. The form is kept here at every pause, under its link (REG-09); the
password is asked once more at the end, so that nobody can prepare an account for an address that is not theirs.

For whom a provider of single sign-on has vouched, the address is filled in, and the mail goes there like to everybody. The provider's word,
the mail and the password together join the two accounts when this one is made; a link says for which password the provider's word was.
"""

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, select, update

from twinspace_server import identity, ids, texts
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, NotFound
from twinspace_server.identity import people
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Id, Params, Prepared
from twinspace_server.people import (
    accounts,
    belonging,
    knocks,
    last_sign_in,
    links,
    new_schools,
    single_sign_on,
    teaching,
    throttle,
    wishes,
)
from twinspace_server.people.accounts import AddPerson, Address, Language, Password, Person, UserName, by_email
from twinspace_server.people.new_schools import KnownPlaces, KnownSchools, NewSchool, Town
from twinspace_server.people.post import PATHS, checked_address, mail
from twinspace_server.people.schools import Country, schools
from twinspace_server.people.sign_in import device_name
from twinspace_server.people.teaching import Function, Subjects
from twinspace_server.people.wishes import AgeGroups, Ideas, Kit, Tongues, Topics
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

DAY_MS = 24 * 3_600_000
LINK_MS = 7 * DAY_MS
KEPT_MS = 30 * DAY_MS
"""What nobody has gone on with for so long is dropped, with all that was typed."""

registrations = Table(
    "registrations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("email", Text, nullable=False, unique=True),
    Column("username", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("language", Text),
    Column("begun_at", BigInteger, nullable=False),
    Column("sent_at", BigInteger),
    Column("saved_at", BigInteger),
    Column("country", Text),
    Column("draft", Text, nullable=False),
    Index("ix_registrations_country", "country"),
)

feature = Feature("registration")
PATHS["register"] = "/register"

Token = Annotated[str, Meta(min_length=1, max_length=100, description="What stands behind the # of the mail's link.")]


class Draft(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The form as far as it is filled in; nothing must be there before it is sent."""

    name: Annotated[str, Meta(max_length=80)] = ""
    country: Annotated[str, Meta(max_length=2)] = ""
    school: Id | None = None
    new_school: NewSchool | None = None
    function: Function | None = None
    subjects: Subjects = []
    ideas: Ideas = ""
    topics: Topics = []
    languages: Tongues = []
    ages: AgeGroups = []
    project_kit: Kit | None = None


# -- the first step ------------------------------------------------------------------------------------------------


class Begin(CommandParams, kw_only=True):
    email: Address
    username: UserName
    password: Password
    language: Language | None = None


class _Begun(NamedTuple):
    email: str
    hash: str
    counted: Mapping[str, int]


async def _begun(asking: Asking, p: Any) -> Prepared:
    """The same work for every address and name; whoever knocks too often costs no hash."""
    email = checked_address(p.email)
    counted = knocks.marks("register", email, asking.address)
    await asking.tools.store.read(lambda db: knocks.refuse(db, counted, asking.now))
    hashed = await asking.tools.passwords.chosen(p.password, [p.username, email, asking.tools.settings.name])
    return Prepared(_Begun(email, hashed, counted), HOUSE)


_PUT = upsert(registrations, ["email"], ["username", "hash", "language", "begun_at"])


@feature.command("registration.begin", gate=Gate.ANYBODY, keyed=False, prepare=_begun)
def begin(ctx: Context, p: Begin) -> None:
    """Ask for an account: a mail goes to the address. `weak_password`, `too_many_asked`; else always the same, whoever has an account."""
    begun: _Begun = ctx.prepared
    knocks.take(ctx.db, begun.counted, ctx.now)
    _PUT(
        ctx.db,
        {
            "id": ids.new(ctx.now), "email": begun.email, "username": p.username, "hash": begun.hash, "language": p.language,
            "begun_at": ctx.now, "sent_at": None, "saved_at": None, "country": None, "draft": "{}",
        },
    )  # fmt: skip
    row = ctx.db.execute(select(registrations.c.id).where(registrations.c.email == begun.email)).scalar_one()
    ctx.later("registration.invite", {"registration": row})


class Vouched(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """Who began the registration after a provider has vouched for its address. `begun` marks the hash of the password chosen then."""

    issuer: str
    subject: str
    begun: str


class Invite(CommandParams, kw_only=True):
    registration: Id
    vouched: Vouched | None = None


@feature.command("registration.invite", gate=Gate.HOUSE)
def invite(ctx: Context, p: Invite) -> None:
    """Send the link, or tell the owner of an account with this address that they have one."""
    row = ctx.db.execute(select(registrations).where(registrations.c.id == p.registration)).first()
    if row is None:
        return
    owner = by_email(ctx.db, row.email)
    if owner is not None:
        ctx.db.execute(delete(registrations).where(registrations.c.id == row.id))
        mail(ctx, "registered-already", person=owner)
        return
    data = {"registration": row.id} | ({} if p.vouched is None else msgspec.structs.asdict(p.vouched))
    link = links.make(ctx.db, "register", lives_ms=LINK_MS, now=ctx.now, address=row.email, language=row.language, data=data)
    ctx.db.execute(update(registrations).where(registrations.c.id == row.id).values(sent_at=ctx.now))
    mail(ctx, "register", link=link)


class AskVouched(Params, kw_only=True):
    token: Token


class VouchedFor(msgspec.Struct):
    """The address that a provider of single sign-on has vouched for."""

    email: str


@feature.query("registration.vouched", answers=VouchedFor, gate=Gate.ANYBODY)
def vouched(ctx: Context, p: AskVouched) -> VouchedFor:
    """For whom a provider of single sign-on has vouched; `link_dead` for a token that is used, too old, or never was."""
    return VouchedFor(str(_vouched(ctx.db, p.token, ctx.now).address))


def _vouched(db: Db, token: str, now: int) -> links.Link:
    link = links.opened_by(db, "vouched", token, now)
    if link is None or link.address is None:
        raise NotFound(code="link_dead")
    return link


class BeginVouched(CommandParams, kw_only=True):
    token: Token
    username: UserName
    password: Password
    language: Language | None = None


class _BegunVouched(NamedTuple):
    hash: str
    counted: Mapping[str, int]


async def _begun_vouched(asking: Asking, p: Any) -> Prepared:
    def look(db: Db) -> tuple[str, Mapping[str, int]]:
        email = str(_vouched(db, p.token, asking.now).address)
        counted = knocks.marks("register", email, asking.address)
        knocks.refuse(db, counted, asking.now)
        return email, counted

    email, counted = await asking.tools.store.read(look)
    hashed = await asking.tools.passwords.chosen(p.password, [p.username, email, asking.tools.settings.name])
    return Prepared(_BegunVouched(hashed, counted), HOUSE)


@feature.command("registration.begin_vouched", gate=Gate.ANYBODY, keyed=False, prepare=_begun_vouched)
def begin_vouched(ctx: Context, p: BeginVouched) -> None:
    """The first step with an address for which a provider has vouched: a mail goes there; its link joins the provider's account, too."""
    begun: _BegunVouched = ctx.prepared
    link = _vouched(ctx.db, p.token, ctx.now)
    email = str(link.address)
    knocks.take(ctx.db, begun.counted, ctx.now)
    if by_email(ctx.db, email) is not None or not links.use(ctx.db, link, ctx.now):  # somebody has registered with it meanwhile
        raise NotFound(code="link_dead")
    _PUT(
        ctx.db,
        {
            "id": ids.new(ctx.now), "email": email, "username": p.username, "hash": begun.hash, "language": p.language,
            "begun_at": ctx.now, "sent_at": None, "saved_at": None, "country": None, "draft": "{}",
        },
    )  # fmt: skip
    row = ctx.db.execute(select(registrations.c.id).where(registrations.c.email == email)).scalar_one()
    by = {"issuer": link.data["issuer"], "subject": link.data["subject"], "begun": throttle.mark(begun.hash)}
    ctx.later("registration.invite", {"registration": row, "vouched": by})


# -- the form ------------------------------------------------------------------------------------------------------


class Pending(NamedTuple):
    """A registration whose link was opened."""

    link: links.Link
    id: str
    email: str
    username: str
    hash: str
    language: Language | None
    draft: str


def pending(db: Db, token: str, now: int) -> Pending:
    """The registration that this token opens; `link_dead` for all that opens nothing."""
    link = links.opened_by(db, "register", token, now)
    columns = [registrations.c[name] for name in ("id", "email", "username", "hash", "language", "draft")]
    row = db.execute(select(*columns).where(registrations.c.id == link.data["registration"])).first() if link is not None else None
    if link is None or row is None:
        raise NotFound(code="link_dead")
    return Pending(link, *row)


class AskForm(Params, kw_only=True):
    token: Token


class Form(msgspec.Struct):
    """How far the form is, for whoever has the link."""

    email: str
    username: str
    draft: Draft
    until: str


@feature.query("registration.form", answers=Form, gate=Gate.ANYBODY)
def form(ctx: Context, p: AskForm) -> Form:
    """The form as it was left, on whatever device. `link_dead` when the link was used, is too old, or never was."""
    found = pending(ctx.db, p.token, ctx.now)
    return Form(found.email, found.username, msgspec.json.decode(found.draft, type=Draft), iso(found.link.expires_at))


class AskPlaces(Params, kw_only=True):
    token: Token
    country: Country


@feature.query("registration.places", answers=KnownPlaces, gate=Gate.ANYBODY)
def places(ctx: Context, p: AskPlaces) -> KnownPlaces:
    """The places of a country where there are schools (REG-11), for whoever has a link."""
    pending(ctx.db, p.token, ctx.now)
    return new_schools.places_of(ctx.db, p.country)


class AskSchools(Params, kw_only=True):
    token: Token
    country: Country
    town: Town


@feature.query("registration.schools", answers=KnownSchools, gate=Gate.ANYBODY)
def schools_there(ctx: Context, p: AskSchools) -> KnownSchools:
    """The schools of one place (REG-11), for whoever has a link."""
    pending(ctx.db, p.token, ctx.now)
    return new_schools.schools_in(ctx.db, p.country, p.town)


class Save(CommandParams, kw_only=True):
    token: Token
    draft: Draft


@feature.command("registration.save", gate=Gate.ANYBODY, answers={"saved_at": str}, keyed=False)
def save(ctx: Context, p: Save) -> Mapping[str, Any]:
    """Keep the form as it is now."""
    found = pending(ctx.db, p.token, ctx.now)
    kept = {"draft": msgspec.json.encode(p.draft).decode(), "country": p.draft.country or None, "saved_at": ctx.now}
    ctx.db.execute(update(registrations).where(registrations.c.id == found.id).values(**kept))
    return {"saved_at": iso(ctx.now)}


# -- the account ---------------------------------------------------------------------------------------------------


class Complete(CommandParams, kw_only=True):
    token: Token
    password: Annotated[str, Meta(min_length=1, max_length=256, description="The one chosen in the first step.")]


class _Checked(NamedTuple):
    hash: str
    right: bool
    counted: Mapping[str, int]


async def _checked(asking: Asking, p: Any) -> Prepared:
    def look(db: Db) -> tuple[Pending, Mapping[str, int]]:
        found = pending(db, p.token, asking.now)
        counted = knocks.marks("complete", found.id, asking.address)
        knocks.refuse(db, counted, asking.now)
        return found, counted

    found, counted = await asking.tools.store.read(look)
    right = await asking.tools.passwords.check(p.password, found.hash)
    return Prepared(_Checked(found.hash, right, counted), HOUSE)


@feature.command("registration.complete", gate=Gate.ANYBODY, answers={"person": Person}, keyed=False, prepare=_checked)
def complete(ctx: Context, p: Complete) -> Mapping[str, Any]:
    """Make the account from the form, and sign in at once (REG-31). `missing` names the field, `other_password` if it is not the first.

    The school is *claimed* until somebody confirms it. Behind the link of one for whom a provider vouched, its account opens this one too.
    """
    found, checked = pending(ctx.db, p.token, ctx.now), ctx.prepared
    knocks.refuse(ctx.db, checked.counted, ctx.now)  # of many tries at once, no more than the limit learn whether they were right
    draft = msgspec.json.decode(found.draft, type=Draft)
    _whole(draft)
    if not checked.right or checked.hash != found.hash:
        knocks.take(ctx.db, checked.counted, ctx.now)
        ctx.refuse(BadInput(code="other_password", path="$.password"))
        return {}
    if not links.use(ctx.db, found.link, ctx.now):
        raise NotFound(code="link_dead")
    ctx.prepared = found.hash
    person = accounts.make(
        ctx,
        AddPerson(
            username=accounts.free(ctx.db, found.username), name=draft.name, password="", adult=True, language=found.language,
            email=found.email,
        ),
    )  # fmt: skip
    if draft.school is not None:
        if ctx.db.execute(select(schools.c.id).where(schools.c.id == draft.school)).first() is None:
            raise BadInput(code="unknown_school", path="$.draft.school")
        school = draft.school
    else:
        assert draft.new_school is not None
        school = new_schools.add(ctx.db, draft.country, draft.new_school, by=person, at=ctx.now, path="$.draft.new_school")
    belonging.claim(ctx, person, school)
    _joined(ctx, person, found)
    assert draft.function is not None
    teaching.put(ctx.db, person, draft.function, draft.subjects, ctx.now)
    wishes.put(
        ctx.db, person, ideas=draft.ideas, topics=draft.topics, languages=draft.languages, ages=draft.ages, kit=draft.project_kit,
        at=ctx.now, path="$.draft",
    )  # fmt: skip
    ctx.db.execute(delete(registrations).where(registrations.c.id == found.id))
    mail(ctx, "registered", person=person)
    ctx.cookie = identity.start(
        ctx.db, session=ids.new(ctx.now), person=person, kind="browser", name=device_name(ctx.device) or "browser", now=ctx.now,
        until=ctx.now + ctx.settings.session_days * DAY_MS,
    )  # fmt: skip
    last_sign_in.note(ctx.db, person, ctx.now)  # no event says so: the desk of the person is not this unit's
    return {"person": accounts.load(ctx.db, [person])[person]}


def _joined(ctx: Context, person: str, found: Pending) -> None:
    """Join the account of the provider that vouched; not when somebody began anew meanwhile, with another password."""
    told = found.link.data
    if told.get("begun") == throttle.mark(found.hash):
        single_sign_on.join_to(ctx, person, {"issuer": told["issuer"], "subject": told["subject"], "email": found.email})


def _whole(draft: Draft) -> None:
    """Refuse a form in which something is missing (`missing`), naming the first such field."""

    def need(there: bool, field: str) -> None:
        if not there:
            raise BadInput(code="missing", path=f"$.draft.{field}")

    need(len(draft.country) == 2, "country")
    need(draft.school is not None or draft.new_school is not None, "school")
    need(bool(draft.name.strip()), "name")
    need(draft.function is not None, "function")
    need(bool(draft.subjects), "subjects")
    texts.line(draft.name, "$.draft.name")


@feature.sweep
def sweep(ctx: Context) -> None:
    """What was not gone on with goes, and counted knocks with it."""
    old = ctx.now - KEPT_MS
    ctx.db.execute(delete(registrations).where(registrations.c.begun_at < old))
    knocks.forget(ctx.db, ctx.now)


_TOKEN = {"token": "{register_token}"}

feature.example("registration.form", "", _TOKEN)
feature.example("registration.places", "", {**_TOKEN, "country": "BE"})
feature.example("registration.schools", "", {**_TOKEN, "country": "BE", "town": "Gent"})
feature.example("registration.save", "", {**_TOKEN, "draft": {"name": "Maria", "country": "BE", "school": "{school}"}})
feature.example("registration.begin", "", {"email": "new@example.org", "username": "new-teacher", "password": "a river and two towns"})

feature.keeps(
    registrations, lambda person: registrations.c.email.in_(select(people.c.email).where(people.c.id == person)), "own", everywhere=True
)
