"""The mail that waits to go out, and what was given up, for whoever runs the installation: seen, sent again, or dropped.

Mails are jobs (`post`, `desk/mail`), so what waits stands in the jobs table. Other work that was given up is shown here too, since
nobody else looks. Only a kind of mail and its reader are told, never a line of it.
"""

import json
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, delete, func, select, update

from twinspace_server.clock import iso
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.identity import people
from twinspace_server.jobs import jobs
from twinspace_server.live.feature import AWAY, LATER, Asking, CommandParams, Context, Feature, Gate, Id, Params, Prepared
from twinspace_server.people import links
from twinspace_server.people.arrangements import called
from twinspace_server.people.setting_up import how_mail_goes, sent_now
from twinspace_server.storage.store import Db

MAILS = ("post.send", "mail.remind")
SHOWN = 100
BURIED_KEPT_MS = 90 * 24 * 3_600_000

feature = Feature("outgoing")

_BURIED = jobs.c.buried_at.is_not(None)
_TRIED = jobs.c.attempts > 0


def _is_mail() -> ColumnElement[bool]:
    """Jobs that run a command which sends mail: the payload is our own JSON, always written the same way."""
    first, second = (jobs.c.payload.like(f'{{"method": "{method}"%') for method in MAILS)
    return jobs.c.kind.in_([AWAY, LATER]) & (first | second)


class Waiting(msgspec.Struct):
    """Work that did not succeed yet, or was given up (`buried_at`). Of a mail: which (`mail`), and to whom (`reader`).

    `error` is the name of what went wrong: `NotReached`, `LoginRefused`, … ; `next_at` the moment of the next try.
    """

    id: str
    method: str
    mail: str | None
    reader: str | None
    tries: int
    error: str | None
    next_at: str | None
    buried_at: str | None


class Outgoing(msgspec.Struct):
    """`waiting`: mails that have not gone yet, later reminders included. `failing` and `buried` are at most a hundred each."""

    waiting: int
    failing: list[Waiting]
    buried: list[Waiting]


class AskOutgoing(Params, kw_only=True):
    pass


@feature.query("outgoing.state", answers=Outgoing, gate=Gate.OPERATOR)
def outgoing(ctx: Context, p: AskOutgoing) -> Outgoing:
    """How many mails wait, which did not go at the first try, and what was given up."""
    waiting = int(ctx.db.execute(select(func.count()).select_from(jobs).where(_is_mail(), ~_BURIED)).scalar_one())
    return Outgoing(waiting, _told(ctx.db, ~_BURIED & _TRIED & _is_mail()), _told(ctx.db, _BURIED))


def _told(db: Db, condition: ColumnElement[bool]) -> list[Waiting]:
    columns = (jobs.c.id, jobs.c.kind, jobs.c.payload, jobs.c.attempts, jobs.c.last_error, jobs.c.run_at, jobs.c.buried_at)
    rows = db.execute(select(*columns).where(condition).order_by(jobs.c.run_at.desc(), jobs.c.id).limit(SHOWN)).all()
    told = []
    for key, kind, payload, attempts, error, run_at, buried_at in rows:
        work = json.loads(payload) if kind in (AWAY, LATER) else {"method": kind, "params": {}}
        params = work["params"]
        mail = None if work["method"] not in MAILS else params.get("mail", "letter")
        moments = (None, iso(buried_at)) if buried_at else (iso(run_at), None)
        told.append(Waiting(key, work["method"], mail, _reader(db, params), attempts, error, *moments))
    return told


def _reader(db: Db, params: Mapping[str, Any]) -> str | None:
    """The name of the person a mail is for, or the address of somebody who has no account yet."""
    link = links.by_id(db, str(params["link"])) if params.get("link") else None
    person = params.get("person") or (link.person if link else None)
    name = db.execute(select(people.c.name).where(people.c.id == person)).scalar() if isinstance(person, str) else None
    return str(name) if name else link.address if link else None


class OneJob(CommandParams, kw_only=True):
    job: Id


def _buried(db: Db, job: str) -> None:
    if db.execute(select(jobs.c.id).where(jobs.c.id == job, _BURIED)).first() is None:
        raise NotFound()


@feature.command("outgoing.again", gate=Gate.OPERATOR)
def again(ctx: Context, p: OneJob) -> None:
    """Try once more what was given up, from the first try on."""
    _buried(ctx.db, p.job)
    _revive(ctx, jobs.c.id == p.job)


class Nothing(CommandParams, kw_only=True):
    pass


@feature.command("outgoing.all_again", gate=Gate.OPERATOR)
def all_again(ctx: Context, p: Nothing) -> None:
    """Try once more all mails that were given up: the mail server works again."""
    _revive(ctx, _BURIED & _is_mail())


def _revive(ctx: Context, condition: ColumnElement[bool]) -> None:
    values = {"buried_at": None, "attempts": 0, "run_at": ctx.now, "locked_until": None}
    ctx.db.execute(update(jobs).where(condition).values(values))
    ctx.db.wake("jobs")


@feature.command("outgoing.drop", gate=Gate.OPERATOR)
def drop(ctx: Context, p: OneJob) -> None:
    """Forget what was given up: it is never sent."""
    _buried(ctx.db, p.job)
    ctx.db.execute(delete(jobs).where(jobs.c.id == p.job))


async def _tried(asking: Asking, p: Any) -> Prepared:
    """Sends it at once: whoever asks wants to see what comes of it."""
    assert asking.who is not None
    who, settings = asking.who, asking.tools.settings

    def look(db: Db) -> tuple[str | None, str]:
        return db.execute(select(people.c.email).where(people.c.id == who.person)).scalar(), called(db, settings)

    address, name = await asking.tools.store.read(look)
    if address is None:
        return Prepared("address_needed")
    return Prepared(await sent_now(settings, address, who.language or settings.default_language, name))


@feature.command("outgoing.try_mail", gate=Gate.OPERATOR, keyed=False, prepare=_tried, answers={"folder": str | None})
def try_mail(ctx: Context, p: Nothing) -> Mapping[str, Any]:
    """Send oneself a mail; `mail_…` says why it did not go. Without a mail server the answer says where it lies."""
    if ctx.prepared is not None:
        raise Conflict(code=ctx.prepared)
    return {"folder": how_mail_goes(ctx.settings).folder}


@feature.sweep
def sweep(ctx: Context) -> None:
    """What was given up a season ago, and nobody cared, goes."""
    ctx.db.execute(delete(jobs).where(jobs.c.buried_at < ctx.now - BURIED_KEPT_MS))


feature.example("outgoing.state", "nora", {})
feature.example("outgoing.all_again", "nora", {})
