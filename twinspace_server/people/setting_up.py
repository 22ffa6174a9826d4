"""The first run: whoever can read the server's terminal says who runs the installation, once.

While nobody runs it, each start puts a new code into the database (its hash) and prints it; with that code the set-up page opens. What
takes the code away is the first administrator, from the page or from `twinspace create-admin`; from then on nothing here exists
any more, for anybody. The command line asks `waits` and `setup.offer`; nothing else makes a code.
"""

import asyncio
import secrets
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, delete, func, insert, select

from twinspace_server import ids, texts
from twinspace_server import mail as letterbox
from twinspace_server.errors import Conflict, NotFound, SignedOut, TooMany
from twinspace_server.identity import digest, people
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Prepared
from twinspace_server.people import arrangements
from twinspace_server.people.accounts import AddPerson, Address, Language, Name, Password, UserName, make
from twinspace_server.people.post import checked_address
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Nothing that somebody who copies a code from a screen could take for something else."""
GROUPS, EACH = 4, 4
HOUR_MS = 3_600_000
TRIES_PER_ADDRESS, TRIES = 10, 100
"""Wrong codes in an hour. A code has 79 bits: this keeps the log of a guesser short, not the code safe."""

tries = Table(
    "setup_tries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address_mark", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("ix_setup_tries_at", "at"),
)

feature = Feature("setup")

Code = Annotated[str, Meta(min_length=1, max_length=64, description="The code that the server printed when it started.")]
Organisation = Annotated[str, Meta(min_length=1, max_length=120, description="Who runs this installation.")]
Called = Annotated[str, Meta(min_length=1, max_length=80, description="What the installation is called.")]
Approval = Literal["support", "none"]


def new_code() -> str:
    """A code to print: `7KQ2-M9XR-T4HW-C6PB`."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(EACH)) for _ in range(GROUPS))


def mark_of(code: str) -> str:
    """What is kept of a code; blanks, dashes and small letters make no difference."""
    return digest("".join(letter for letter in code.upper() if letter.isalnum()))


def waits(db: Db) -> bool:
    """Whether nobody runs this installation yet, and nobody ever did."""
    return not arrangements.said(db, "set_up_at") and db.execute(select(people.c.id).where(people.c.operator == 1).limit(1)).first() is None


def is_open(db: Db) -> bool:
    """Whether there is a set-up page."""
    return bool(arrangements.said(db, "setup_code"))


class Offer(CommandParams, kw_only=True):
    mark: str


@feature.command("setup.offer", gate=Gate.HOUSE, answers={"offered": bool})
def offer(ctx: Context, p: Offer) -> Mapping[str, Any]:
    """Let this code, and no earlier one, open the set-up page; not where somebody runs the installation meanwhile."""
    if not waits(ctx.db):
        return {"offered": False}
    arrangements.say(ctx.db, "setup_code", p.mark)
    ctx.db.execute(delete(tries))
    return {"offered": True}


class _Found(msgspec.Struct, frozen=True):
    """What `prepare` found out: whether the code was right, who asked, and what the slow part gave."""

    right: bool
    address_mark: str
    value: Any = None


def _right(db: Db, code: str, address_mark: str, now: int) -> bool:
    """Whether the code is right. Nothing where there is no set-up page, and a wait for whoever guesses."""
    kept = arrangements.said(db, "setup_code")
    if not kept:
        raise NotFound()
    recent = select(func.count()).select_from(tries).where(tries.c.at > now - HOUR_MS)
    of_address = int(db.execute(recent.where(tries.c.address_mark == address_mark)).scalar_one())
    if of_address >= TRIES_PER_ADDRESS or int(db.execute(recent).scalar_one()) >= TRIES:
        raise TooMany(code="too_many_tries", retry_after=HOUR_MS // 1000)
    return secrets.compare_digest(kept, mark_of(code))


async def _looked(asking: Asking, code: str) -> _Found:
    address_mark = digest(asking.address)
    return _Found(await asking.tools.store.read(lambda db: _right(db, code, address_mark, asking.now)), address_mark)


def _admit(ctx: Context, code: str) -> bool:
    """Look once more, inside the unit; a wrong code is counted, and told with the one answer for wrong codes."""
    found: _Found = ctx.prepared
    if _right(ctx.db, code, found.address_mark, ctx.now) and found.right:
        return True
    ctx.db.execute(insert(tries), {"id": ids.new(ctx.now), "address_mark": found.address_mark, "at": ctx.now})
    ctx.refuse(SignedOut(code="wrong_setup_code", path="$.code"))
    return False


class HowMailGoes(msgspec.Struct):
    """`server` and `port` take the mail, from `sender`; without a server it is written into `folder` of the machine."""

    server: str | None
    port: int
    security: str
    sender: str | None
    folder: str | None


def how_mail_goes(settings: Any) -> HowMailGoes:
    """For whoever runs the installation: it says where mails go, never a password."""
    if not settings.smtp_host:
        return HowMailGoes(None, 0, "", None, str(letterbox.folder(settings)))
    return HowMailGoes(settings.smtp_host, settings.smtp_port, settings.smtp_security, settings.mail_from, None)


class Knock(CommandParams, kw_only=True):
    code: Code


async def _knocked(asking: Asking, p: Any) -> Prepared:
    return Prepared(await _looked(asking, p.code))


@feature.command(
    "setup.check",
    gate=Gate.ANYBODY,
    keyed=False,
    prepare=_knocked,
    answers={"called": str, "address": str, "secure": bool, "mail": HowMailGoes},
)
def check(ctx: Context, p: Knock) -> Mapping[str, Any]:
    """Open the set-up page with the printed code: what the server knows already. Wrong: `wrong_setup_code`."""
    if not _admit(ctx, p.code):
        return {}
    settings = ctx.settings
    return {
        "called": arrangements.called(ctx.db, settings), "address": settings.address, "secure": settings.secure,
        "mail": how_mail_goes(settings),
    }  # fmt: skip


class TryMail(CommandParams, kw_only=True):
    code: Code
    email: Address
    language: Language = "en"


async def _tried(asking: Asking, p: Any) -> Prepared:
    """Sends it at once: whoever sets up wants to see what comes of it."""
    found = await _looked(asking, p.code)
    failure = await sent_now(asking.tools.settings, checked_address(p.email), p.language) if found.right else None
    return Prepared(msgspec.structs.replace(found, value=failure))


async def sent_now(settings: Any, to: str, language: str, called: str | None = None) -> str | None:
    """Send the mail that only shows that mail arrives; the code of what went wrong, or None."""

    def send() -> None:
        letterbox.deliver(letterbox.compose(settings, kind="trial", to=to, language=language, called=called), settings)

    try:
        await asyncio.to_thread(send)
    except letterbox.NotSent as failure:
        return failure.code
    return None


@feature.command("setup.try_mail", gate=Gate.ANYBODY, keyed=False, prepare=_tried, answers={"folder": str | None})
def try_mail(ctx: Context, p: TryMail) -> Mapping[str, Any]:
    """Send a mail to oneself while setting up; `mail_…` says why it did not go. Without a mail server the answer says where it lies."""
    if not _admit(ctx, p.code):
        return {}
    if ctx.prepared.value is not None:
        raise Conflict(code=ctx.prepared.value)
    return {"folder": how_mail_goes(ctx.settings).folder}


class Finish(CommandParams, kw_only=True):
    code: Code
    organisation: Organisation
    called: Called
    approval: Approval
    username: UserName
    name: Name
    email: Address
    password: Password
    language: Language | None = None


async def _hashed(asking: Asking, p: Any) -> Prepared:
    """A password is judged and hashed only for whoever has the code."""
    found = await _looked(asking, p.code)
    words = [p.username, p.name, p.email, p.called, p.organisation]
    value = await asking.tools.passwords.chosen(p.password, words) if found.right else None
    return Prepared(msgspec.structs.replace(found, value=value))


@feature.command("setup.finish", gate=Gate.ANYBODY, keyed=False, prepare=_hashed, answers={"username": str})
def finish(ctx: Context, p: Finish) -> Mapping[str, Any]:
    """Say who runs the installation, and make the first administrator, who signs in with it. Afterwards there is no set-up page."""
    if not _admit(ctx, p.code):
        return {}
    # The row is taken first: of two who finish at the same moment, in whatever process, the second finds nothing.
    if not arrangements.take_away(ctx.db, "setup_code", mark_of(p.code)):
        raise NotFound()
    for name, value in (("organisation", texts.line(p.organisation, "$.organisation")), ("name", texts.line(p.called, "$.called"))):
        arrangements.say(ctx.db, name, value)  # type: ignore[arg-type]
    arrangements.say(ctx.db, "approval", p.approval)
    ctx.prepared = ctx.prepared.value
    account = AddPerson(username=p.username, name=p.name, password=p.password, adult=True, language=p.language, email=p.email)
    make(ctx, account, operator=True)
    arrangements.set_up(ctx.db, ctx.now)
    return {"username": p.username}


@feature.sweep
def sweep(ctx: Context) -> None:
    """Old tries go."""
    ctx.db.execute(delete(tries).where(tries.c.at < ctx.now - HOUR_MS))


feature.keeps_nothing(tries, "checksums of addresses from which the code was tried, for an hour")
