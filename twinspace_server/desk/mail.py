"""Mail to grown-ups who asked for it: "you have a letter", and where to read it. Never who wrote, never a word of it.

A reminder waits ten minutes as a job, is left out when everything was read meanwhile, and comes at most once an hour. The job
that sends is repeated after failures, so the jobs table is the box of what has to go out. Without a mail server, mails become
files in the data directory: an embedded installation shows what it would have sent.
"""

import asyncio
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Column, Table, Text, select, update

from twinspace_server import mail as letterbox
from twinspace_server.desk import bell
from twinspace_server.errors import Conflict
from twinspace_server.identity import people
from twinspace_server.live.feature import Asking, CommandParams, Context, Emission, Feature, Gate, Id, Item, ItemKind, Params, Prepared, Ref
from twinspace_server.people.arrangements import called
from twinspace_server.settings import Settings
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

WAIT_MS = 10 * 60 * 1000
APART_MS = 60 * 60 * 1000

choices = Table(
    "mail_choices",
    metadata,
    Column("person", Text, primary_key=True),
    Column("letters", BigInteger, nullable=False),
    Column("mailed_at", BigInteger, nullable=False),
)

feature = Feature("mail")
_CHOOSE = upsert(choices, ["person"], ["letters"])


class MailChoice(Item, tag="mail_choice", frozen=True):
    """Whether I want to hear of letters by mail; `address` is my account's, where it would go. Nobody else gets it."""

    address: str | None
    letters: bool


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Choices by person; named at their own desk alone."""
    query = select(people.c.id, people.c.email, choices.c.letters).outerjoin(choices, choices.c.person == people.c.id)
    rows = db.execute(query.where(people.c.id.in_(list(wanted))))
    return {person: MailChoice(id=person, address=email, letters=bool(letters)) for person, email, letters in rows}


feature.item(ItemKind("mail_choice", MailChoice, load, place=lambda _choice: None))


class Choose(CommandParams, kw_only=True):
    letters: bool


@feature.command("mail.choose", gate=Gate.PERSON, answers={"choice": MailChoice}, emits=["mail.chosen"])
def choose(ctx: Context, p: Choose) -> Mapping[str, Any]:
    """Say whether a letter is worth a mail to my account's address. Grown-ups only: pupils read their letters here."""
    if ctx.who is None or not ctx.who.adult:
        raise Conflict(code="adults_only")
    if p.letters and ctx.db.execute(select(people.c.email).where(people.c.id == ctx.person)).scalar() is None:
        raise Conflict(code="address_needed")
    _CHOOSE(ctx.db, {"person": ctx.person, "letters": int(p.letters), "mailed_at": 0})
    ctx.emit("mail.chosen", Ref("mail_choice", ctx.person))
    return {"choice": Ref("mail_choice", ctx.person)}


class AskChoice(Params, kw_only=True):
    pass


class MyChoice(msgspec.Struct):
    choice: MailChoice


@feature.query("mail.choice", gate=Gate.PERSON, answers=MyChoice)
def my_choice(ctx: Context, p: AskChoice) -> MyChoice:
    """What I chose; who has said nothing gets no mail."""
    found = ctx.load("mail_choice", [ctx.person])[0]
    assert isinstance(found, MailChoice)
    return MyChoice(found)


@feature.on("bell.rang")
def rung(ctx: Context, emission: Emission) -> None:
    """The bell told of a letter: remind its person later, if they asked for it."""
    person = ctx.rules.owner
    row = ctx.db.execute(select(choices).where(choices.c.person == person, choices.c.letters == 1)).first()
    if row is None or not any(ring.what == "letter" for ring in bell.load(ctx.db, [ref.id for ref in emission.items]).values()):  # type: ignore[attr-defined]
        return
    at = max(ctx.now + WAIT_MS, row.mailed_at + APART_MS)
    ctx.later("mail.remind", {"person": person}, at=at, dedupe=f"mail.remind:{person}")


class Remind(CommandParams, kw_only=True):
    person: Id


async def _mailed(asking: Asking, p: Any) -> Prepared:
    """Sends it, outside the unit: a mail server may take its time. A failure is the job's, which comes again."""
    settings = asking.tools.settings
    message = await asking.tools.store.read(lambda db: _reminder(db, p.person, settings))
    if message is not None:
        await asyncio.to_thread(letterbox.deliver, message, settings)
    return Prepared(value=message is not None)


@feature.command("mail.remind", gate=Gate.HOUSE, prepare=_mailed)
def remind(ctx: Context, p: Remind) -> None:
    """Mail somebody that letters wait for them, if there still are any."""
    if ctx.prepared:
        ctx.db.execute(update(choices).where(choices.c.person == p.person).values(mailed_at=ctx.now))


def _reminder(db: Db, person: str, settings: Settings) -> EmailMessage | None:
    """The mail, or None when nothing waits any more, or the person changed their mind."""
    query = select(people.c.email, people.c.language).join_from(choices, people, people.c.id == choices.c.person)
    row = db.execute(query.where(choices.c.person == person, choices.c.letters == 1, people.c.adult == 1)).first()
    if row is None or row.email is None or not bell.unread_of(db, person, "letter"):
        return None
    language = row.language or settings.default_language
    return letterbox.compose(settings, kind="letter", to=row.email, language=language, path="/", called=called(db, settings))


feature.example("mail.choose", "bob", {"letters": True})
feature.example("mail.choice", "bob", {})

feature.keeps(choices, "person", "own", everywhere=True)
