"""Proposals: who may not publish says "this could be public", and who may looks, and publishes it or says why not.

Pupils with *publish* propose, because publishing needs an adult; so do adults who may add there but not publish. One proposal of a
place is open at a time. The proposer and the staff see it; the bell tells those who can answer, and then the proposer.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.clock import iso, iso_or_none
from twinspace_server.cms.publishing.putting import publish
from twinspace_server.cms.publishing.terms import Language, Until, is_adult, moment_of
from twinspace_server.errors import Conflict, NotAllowed, NotFound, Reason
from twinspace_server.law.rights import Right, named
from twinspace_server.live.feature import CommandParams, Context, Emission, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

feature = Feature("proposals")

proposals = Table(
    "proposals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("word", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("answered_by", Text),
    Column("answered_at", BigInteger),
    Index("ix_proposals_place", "place", "state"),
    Index("ix_proposals_space", "space", "state"),
)

State = Literal["open", "published", "refused", "withdrawn"]
Word = Annotated[str, Meta(max_length=500)]


class Proposal(Item, tag="proposal", frozen=True):
    """Somebody proposes to publish a place; for that person and the staff who may read it."""

    place: str
    by: str
    at: str
    word: str
    state: State
    answer: str
    answered_by: str | None
    answered_at: str | None


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Proposals by id."""
    rows = db.execute(select(proposals).where(proposals.c.id.in_(list(wanted))))
    return {
        row.id: Proposal(
            id=row.id, place=row.place, by=row.by, at=iso(row.at), word=row.word, state=row.state, answer=row.answer,
            answered_by=row.answered_by, answered_at=iso_or_none(row.answered_at),
        )
        for row in rows
    }  # fmt: skip


feature.item(
    ItemKind("proposal", Proposal, load, place=lambda item: str(item.place), audience=lambda item: named([item.by], staff=True))
)  # fmt: skip


class Propose(CommandParams, kw_only=True):
    place: Id
    word: Word = ""


@feature.command("publish.propose", answers={"proposal": Proposal}, emits=["proposal.made"], waits=True)
def propose(ctx: Context, p: Propose) -> Mapping[str, Any]:
    """Propose that a place be published: pupils who have *publish* there, and adults who may add but not publish."""
    ctx.require_open()
    ctx.hold()
    has = ctx.rules.decide(ctx.person, p.place, Right.PUBLISH).allowed
    if has and is_adult(ctx, ctx.person):
        raise Conflict(code="publish_yourself")
    if not has:
        ctx.require(p.place, Right.ADD if is_adult(ctx, ctx.person) else Right.PUBLISH)
    if ctx.rules.places[p.place].kind not in ("page", "gallery", "archive", "folder"):
        raise Conflict(code="not_publishable")
    if _open_one(ctx, p.place) is not None:
        raise Conflict(code="already_proposed")
    proposal = ids.new(ctx.now)
    word = texts.prose(p.word, "$.word") if p.word.strip() else ""
    ctx.db.execute(
        insert(proposals),
        {
            "id": proposal, "space": ctx.space, "place": p.place, "by": ctx.person, "at": ctx.now, "word": word, "state": "open",
            "answer": "", "answered_by": None, "answered_at": None,
        },
    )  # fmt: skip
    answerers = [
        person for person in ctx.rules.members if is_adult(ctx, person) and ctx.rules.decide(person, p.place, Right.PUBLISH).allowed
    ]  # fmt: skip
    ctx.notify(answerers, "proposal", Ref("proposal", proposal), place=p.place, about=p.place)
    ctx.emit("proposal.made", Ref("proposal", proposal), place=p.place)
    return {"proposal": Ref("proposal", proposal)}


def _open_one(ctx: Context, place: str) -> Any:
    return ctx.db.execute(select(proposals).where(proposals.c.place == place, proposals.c.state == "open")).first()


class Answer(CommandParams, kw_only=True):
    place: Id
    proposal: Id
    yes: bool
    word: Word = ""
    until: Until | None = None
    language: Language | None = None


@feature.command(
    "publish.answer_proposal", right=Right.PUBLISH, answers={"proposal": Proposal}, emits=["place.published", "proposal.answered"]
)
def answer(ctx: Context, p: Answer) -> Mapping[str, Any]:
    """Publish what was proposed, as it is now, or say why not. Adults with *publish*."""
    if not is_adult(ctx, ctx.person):
        raise NotAllowed(why=(Reason("publishing_needs_an_adult"),))
    row = _open(ctx, p.place, p.proposal)
    word = texts.prose(p.word, "$.word") if p.word.strip() else ""
    if p.yes:
        publish(ctx, p.place, moment_of(ctx, p.until), p.language)
    _close(ctx, p.proposal, "published" if p.yes else "refused", word)
    ctx.notify([row.by], "proposal-answered", Ref("proposal", p.proposal), place=p.place, about=p.proposal)
    ctx.emit("proposal.answered", Ref("proposal", p.proposal), place=p.place)
    return {"proposal": Ref("proposal", p.proposal)}


class Withdraw(CommandParams, kw_only=True):
    place: Id
    proposal: Id


@feature.command(
    "publish.withdraw_proposal", answers={"proposal": Proposal}, emits=["proposal.answered"], when_closed=True, when_quiet=True
)
def withdraw(ctx: Context, p: Withdraw) -> Mapping[str, Any]:
    """Take one's own proposal back."""
    if _open(ctx, p.place, p.proposal).by != ctx.person:
        raise NotFound()
    _close(ctx, p.proposal, "withdrawn", "")
    ctx.emit("proposal.answered", Ref("proposal", p.proposal), place=p.place)
    return {"proposal": Ref("proposal", p.proposal)}


def _open(ctx: Context, place: str, proposal: str) -> Any:
    ctx.hold()
    row = ctx.db.execute(select(proposals).where(proposals.c.id == proposal, proposals.c.place == place)).first()
    if row is None or not ctx.rules.sees(ctx.person, place, named([row.by], staff=True)):
        raise NotFound()
    if row.state != "open":
        raise Conflict(code="already_answered")
    return row


def _close(ctx: Context, proposal: str, state: State, word: str) -> None:
    values = {"state": state, "answer": word, "answered_by": ctx.person, "answered_at": ctx.now}
    ctx.db.execute(update(proposals).where(proposals.c.id == proposal).values(**values))


@feature.on("place.published", emits=["proposal.answered"])
def published(ctx: Context, happened: Emission) -> None:
    """A place is published, so what was proposed is done."""
    row = _open_one(ctx, happened.place) if happened.place is not None else None
    if row is not None and happened.place is not None:
        _close(ctx, row.id, "published", "")
        ctx.emit("proposal.answered", Ref("proposal", row.id), place=happened.place)


class OfSpace(Params, kw_only=True):
    space: Id


class Proposals(msgspec.Struct):
    """Open ones, the oldest first, and those of the asker that were answered lately; `to_answer` are those the asker can answer."""

    proposals: list[Proposal]
    to_answer: list[str]


@feature.query("publish.proposals", answers=Proposals)
def list_proposals(ctx: Context, p: OfSpace) -> Proposals:
    """What waits to be published, and what became of one's own proposals."""
    c = proposals.c
    rows = ctx.db.execute(select(c.id).where(c.space == p.space, c.state == "open").order_by(c.id).limit(200)).fetchall()
    mine = select(c.id).where(c.space == p.space, c.by == ctx.person, c.state != "open").order_by(c.answered_at.desc()).limit(10)
    found = ctx.load("proposal", [row[0] for row in (*rows, *ctx.db.execute(mine))])
    seen = [item for item in found if isinstance(item, Proposal)]
    able = is_adult(ctx, ctx.person)
    can = [one.id for one in seen if one.state == "open" and able and ctx.rules.decide(ctx.person, one.place, Right.PUBLISH).allowed]
    return Proposals(seen, can)


_FIRST, _SECOND = {"place": "{proposed_page}", "proposal": "{proposal}"}, {"place": "{proposed_page}", "proposal": "{second_proposal}"}

feature.example("page.make", "alice", {"space": "{space}", "title": "What we measured"}, gives="proposed_page")
feature.example("publish.propose", "bob", {"place": "{proposed_page}", "word": "It is finished."}, gives="proposal")
feature.example("publish.proposals", "alice", {"space": "{space}"})
feature.example(
    "publish.answer_proposal",
    "alice",
    {**_FIRST, "yes": False, "word": "Add a description to each picture.", "until": None, "language": None},
)
feature.example("publish.propose", "bob", {"place": "{proposed_page}", "word": ""}, gives="second_proposal")
feature.example("publish.withdraw_proposal", "bob", _SECOND)

feature.keeps(proposals, "by", "made", becomes={"word": ""}, kind="proposal")
