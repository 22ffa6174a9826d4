"""Mail to people: who gets which, as jobs that are repeated until the mail server takes them (REG-05, SGN-05, TEAM-04).

A job names an account or a link, never an address, and carries no token: both are looked up in the moment of sending. No mail holds
a password, and none a word that a pupil wrote. Features call `mail`; `mail.py` below writes and delivers.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, or_, select

from twinspace_server import mail as letterbox
from twinspace_server.errors import BadInput
from twinspace_server.identity import people
from twinspace_server.live.dispatch import HOUSE
from twinspace_server.live.feature import Asking, CommandParams, Context, Feature, Gate, Id, Prepared
from twinspace_server.people import links
from twinspace_server.people.arrangements import called
from twinspace_server.settings import Settings, is_address
from twinspace_server.storage.store import Db

feature = Feature("post")

PATHS: dict[str, str] = {}
"""By purpose of a link, the path of the app where it leads; features add theirs."""


NOWHERE = "nobody@example.invalid"
"""Mails to this address are written and not sent."""


def checked_address(address: str, path: str = "$.email") -> str:
    """The address as it is kept: no blanks around it, small letters. `not_an_address` when it can't be one."""
    kept = address.strip().lower()
    if not is_address(kept):
        raise BadInput(code="not_an_address", path=path)
    return kept


def mail(
    ctx: Context, kind: str, *, person: str | None = None, link: str | None = None, args: Mapping[str, str | int] | None = None
) -> None:
    """Send the mail `kind` (`mail-<kind>-…` in the catalogues) to a person, or to whom a link is for, when this unit is committed.

    `args` stand in the jobs table until it is sent: names of things, never a secret, never what a pupil wrote.
    """
    ctx.later("post.send", {"mail": kind, "person": person, "link": link, "args": dict(args or {})}, space=HOUSE)


class Send(CommandParams, kw_only=True):
    mail: str
    person: Id | None
    link: Id | None
    args: dict[str, str | int]


class _Addressed(msgspec.Struct, frozen=True):
    to: str
    language: str
    purpose: str | None
    username: str
    installation: str


def _addressed(db: Db, p: Send, settings: Settings) -> _Addressed | None:
    """Where it goes, in which language; None when there is nobody any more, or no address."""
    found = links.by_id(db, p.link) if p.link is not None else None
    if p.link is not None and found is None:
        return None
    person = p.person or (found.person if found else None)
    row = db.execute(select(people.c.email, people.c.language, people.c.username).where(people.c.id == person)).first() if person else None
    to = (found.address if found else None) or (row[0] if row else None)
    if to is None:
        return None
    language = (row[1] if row else None) or (found.language if found else None) or settings.default_language
    return _Addressed(to, language, found.purpose if found else None, row[2] if row else "", called(db, settings))


async def _posted(asking: Asking, p: Any) -> Prepared:
    """Writes and sends it, outside the unit: a mail server may take its time. A failure is the job's, which comes again."""
    settings = asking.tools.settings
    addressed = await asking.tools.store.read(lambda db: _addressed(db, p, settings))
    if addressed is None:
        return Prepared()
    path, hashed = None, None
    if addressed.purpose in PATHS:
        token, hashed = links.token()
        path = f"{PATHS[addressed.purpose]}#{token}"

    def send() -> None:
        written = letterbox.compose(
            settings, kind=p.mail, to=addressed.to, language=addressed.language, args={**p.args, "username": addressed.username}, path=path,
            called=addressed.installation,
        )  # fmt: skip
        if addressed.to != NOWHERE:
            letterbox.deliver(written, settings)

    await asyncio.to_thread(send)
    return Prepared(value=hashed)


@feature.command("post.send", gate=Gate.HOUSE, prepare=_posted)
def send(ctx: Context, p: Send) -> None:
    """Send one mail; its link, if it has one, opens with the token that stands in it."""
    if p.link is not None and ctx.prepared is not None:
        links.hand_out(ctx.db, p.link, ctx.prepared)


@feature.sweep
def sweep(ctx: Context) -> None:
    """Old links go."""
    links.forget(ctx.db, ctx.now)


def _links(person: str) -> ColumnElement[bool]:
    address = select(people.c.email).where(people.c.id == person)
    return or_(links.links.c.person == person, links.links.c.address.in_(address))


feature.keeps(links.links, _links, "own", everywhere=True)
