"""What a person does with letters at their own desk: reading, putting away, drafts. Nobody else hears any of it."""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import delete, func, insert, select, update

from twinspace_server import ids, texts
from twinspace_server.channels.letters.items import (
    LETTER,
    Addressee,
    Draft,
    LetterText,
    Slip,
    Subject,
    draft,
    drafts,
    feature,
    load,
    mailbox,
    slips,
)
from twinspace_server.channels.letters.post import MOST_ADDRESSEES, TEXT_BYTES
from twinspace_server.errors import Conflict, NotFound
from twinspace_server.live.feature import CommandParams, Context, Gate, Gone, Id, Params, Ref

MOST_DRAFTS = 50
PAGE_BYTES = 40_000


class MarkLetter(CommandParams, kw_only=True):
    letter: Id
    read: bool | None = None
    removed: Annotated[bool, Meta(description="Out of my view; everybody else keeps the letter.")] | None = None


@feature.command("letters.mark", gate=Gate.PERSON, answers={"slip": Slip}, emits=["letter.marked"])
def mark(ctx: Context, p: MarkLetter) -> Mapping[str, Any]:
    """Mark a letter of mine as read or not, put it out of my view or take it back. Nobody else learns it."""
    name = f"{ctx.person}.{p.letter}"
    mine = (slips.c.letter == p.letter) & (slips.c.person == ctx.person)
    row = ctx.db.execute(select(slips).where(mine)).first()
    letter = load(ctx.db, [p.letter]).get(p.letter)
    law = ctx.law_of(row.space) if row is not None else None
    if row is None or letter is None or law is None or not law.sees(ctx.person, row.place, LETTER.audience(letter)):
        raise NotFound()
    asked = {"read": p.read, "removed": p.removed}
    changed = {what: int(value) for what, value in asked.items() if value is not None and int(value) != getattr(row, what)}
    if changed:
        ctx.db.execute(update(slips).where(mine).values(**changed))
        ctx.emit("letter.marked", Ref("letter_slip", name))
    return {"slip": Ref("letter_slip", name)}


class SaveDraft(CommandParams, kw_only=True):
    space: Id
    draft: Annotated[Id, Meta(description="The draft to change; without it a new one is made.")] | None = None
    to: Annotated[list[Addressee], Meta(max_length=MOST_ADDRESSEES)] = msgspec.field(default_factory=list)
    subject: Subject = ""
    text: LetterText = ""
    reply_to: Id | None = None


@feature.command("letters.save_draft", gate=Gate.PERSON, answers={"draft": Draft}, emits=["draft.saved"])
def save_draft(ctx: Context, p: SaveDraft) -> Mapping[str, Any]:
    """Keep what I am writing, as far as it is. A draft that was sent or thrown away meanwhile is not found."""
    _my_mailbox(ctx, p.space)
    values = {
        "to": msgspec.json.encode(p.to).decode(),
        "subject": texts.line(p.subject, "$.subject") if p.subject.strip() else "",
        "text": texts.prose(p.text, "$.text", TEXT_BYTES) if p.text.strip() else "",
        "reply_to": p.reply_to,
        "at": ctx.now,
    }
    ctx.hold()
    if p.draft is not None:
        mine = (drafts.c.id == p.draft) & (drafts.c.person == ctx.person) & (drafts.c.space == p.space)
        if not ctx.db.execute(update(drafts).where(mine).values(**values)).rowcount:
            raise NotFound()
        name = p.draft
    else:
        here = (drafts.c.person == ctx.person) & (drafts.c.space == p.space)
        if int(ctx.db.execute(select(func.count()).select_from(drafts).where(here)).scalar_one()) >= MOST_DRAFTS:
            raise Conflict(code="too_many_drafts", most=MOST_DRAFTS)
        name = ids.new(ctx.now)
        ctx.db.execute(insert(drafts), {"id": name, "person": ctx.person, "space": p.space, **values})
    ctx.emit("draft.saved", Ref("letter_draft", name))
    return {"draft": Ref("letter_draft", name)}


class DropDraft(CommandParams, kw_only=True):
    draft: Id


@feature.command("letters.drop_draft", gate=Gate.PERSON, emits=["draft.dropped"])
def drop_draft(ctx: Context, p: DropDraft) -> None:
    """Throw a draft away."""
    if not ctx.db.execute(delete(drafts).where(drafts.c.id == p.draft, drafts.c.person == ctx.person)).rowcount:
        raise NotFound()
    ctx.emit("draft.dropped", gone=[Gone("letter_draft", p.draft)])


class DraftSent(CommandParams, kw_only=True):
    draft: Id


@feature.command("letters.draft_sent", gate=Gate.HOUSE, emits=["draft.dropped"])
def draft_sent(ctx: Context, p: DraftSent) -> None:
    """Tell the author's desk that a draft went out as a letter."""
    ctx.emit("draft.dropped", gone=[Gone("letter_draft", p.draft)])


class AskDrafts(Params, kw_only=True):
    space: Id
    before: Id | None = None


class Drafts(msgspec.Struct):
    drafts: list[Draft]
    more: bool


@feature.query("letters.drafts", gate=Gate.PERSON, answers=Drafts)
def list_drafts(ctx: Context, p: AskDrafts) -> Drafts:
    """My drafts in a space, the newest first by their making; `before` is the last one of the page before."""
    _my_mailbox(ctx, p.space)
    query = select(drafts).where(drafts.c.person == ctx.person, drafts.c.space == p.space)
    if p.before is not None:
        query = query.where(drafts.c.id < p.before)
    rows = ctx.db.execute(query.order_by(drafts.c.id.desc())).fetchall()
    fit = fitting([len(row.text.encode()) for row in rows])
    return Drafts([draft(row) for row in rows[:fit]], len(rows) > fit)


def _my_mailbox(ctx: Context, space: str) -> str:
    """The mailbox of that space, if I may read it."""
    law = ctx.law_of(space)
    if law is None or ctx.person not in law.members:
        raise NotFound()
    place = mailbox(law)
    if not law.sees(ctx.person, place):
        raise NotFound()
    return place


def fitting(sizes: list[int]) -> int:
    """How many of these texts a page holds; one at least."""
    size = 0
    for at, bytes_ in enumerate(sizes):
        size += bytes_ + 600
        if size > PAGE_BYTES and at:
            return at
    return len(sizes)
