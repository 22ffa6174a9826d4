"""Reading the mailbox: its folders, one thread, counts, and what `place.open` answers."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import ColumnElement, and_, bindparam, exists, func, or_, select

from twinspace_server.channels.letters.items import (
    KIND,
    ORIGINAL,
    Letter,
    LetterOriginal,
    Sealed,
    Slip,
    drafts,
    feature,
    letters,
    mailbox,
    opened,
    originals,
    slip,
    slips,
    visible,
)
from twinspace_server.channels.letters.own import fitting
from twinspace_server.errors import BadInput, NotFound
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import Channel, Context, Id, Params
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.store import Db

NEWEST = 30

FolderName = Literal["inbox", "sent", "supervised", "removed"]


class Page(msgspec.Struct):
    """Letters with my slips on them, and what hidden ones said to those who may know. It ends early where it gets long."""

    letters: list[Letter]
    slips: list[Slip]
    originals: list[LetterOriginal]
    more: bool


class AskFolder(Params, kw_only=True):
    space: Id
    folder: FolderName = "inbox"
    before: Id | None = None
    limit: Annotated[int, Meta(ge=1, le=100)] = NEWEST


@feature.query("letters.folder", answers=Page)
def folder(ctx: Context, p: AskFolder) -> Page:
    """A folder of mine, the newest first. `supervised`: letters with pupils that are neither to me nor from me; for the staff."""
    place = _box(ctx)
    if p.folder == "supervised":
        ctx.require_moderator(place)
    where = _in_folder(ctx, p.folder)
    if p.before is not None:
        where = and_(where, letters.c.number < _number(ctx, place, p.before))
    return _page(ctx, place, where, p.limit)


class AskThread(Params, kw_only=True):
    space: Id
    letter: Id
    before: Id | None = None


@feature.query("letters.thread", answers=Page)
def thread(ctx: Context, p: AskThread) -> Page:
    """The letters of this one's thread that I may read, the newest first."""
    place = _box(ctx)
    found = visible(ctx, [p.letter])
    if not found or found[0].place != place:
        raise NotFound()
    where = and_(letters.c.thread == found[0].thread, _within_reach(ctx, place))
    if p.before is not None:
        where = and_(where, letters.c.number < _number(ctx, place, p.before))
    return _page(ctx, place, where, 100)


class AskCounts(Params, kw_only=True):
    space: Id


class Counts(msgspec.Struct):
    unread: int
    drafts: int


@feature.query("letters.counts", answers=Counts)
def counts(ctx: Context, p: AskCounts) -> Counts:
    """How many letters to me are unread, and how many drafts I have here."""
    place = _box(ctx)
    waiting = select(func.count()).select_from(drafts).where(drafts.c.person == ctx.person, drafts.c.space == ctx.space)
    return Counts(unread(ctx.db, ctx.space, ctx.person).get(place, 0), int(ctx.db.execute(waiting).scalar_one()))


def _box(ctx: Context) -> str:
    place = mailbox(ctx.rules)
    ctx.require(place, Right.READ)
    return place


def _mine(ctx: Context, *more: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(slips.c.letter == letters.c.id, slips.c.person == ctx.person, *more)


def _in_folder(ctx: Context, name: FolderName) -> ColumnElement[bool]:
    if name == "supervised":
        return and_(letters.c.with_pupil == 1, ~_mine(ctx))
    if name == "removed":
        return _mine(ctx, slips.c.removed == 1)
    return _mine(ctx, slips.c.removed == 0, slips.c.box == name)


def _within_reach(ctx: Context, place: str) -> ColumnElement[bool]:
    """Keeps the database from handing over what is not for the reader; whether they may see it is still the law's to say."""
    return or_(_mine(ctx), letters.c.with_pupil == 1) if ctx.view.staff_at(place) else _mine(ctx)


def _number(ctx: Context, place: str, letter: str) -> int:
    found = visible(ctx, [letter])
    if not found or found[0].place != place:
        raise BadInput(code="unknown_letter", path="$.before")
    return found[0].number


def _page(ctx: Context, place: str, where: ColumnElement[bool], limit: int) -> Page:
    query = select(letters.c.id, letters.c.text).where(letters.c.place == place, where).order_by(letters.c.number.desc())
    rows = ctx.db.execute(query.limit(limit + 1)).fetchall()
    fit = min(limit, fitting([len(row.text.encode()) for row in rows]))
    found = visible(ctx, [row.id for row in rows[:fit]])
    wanted = [letter.id for letter in found]
    mine = select(slips).where(slips.c.person == ctx.person, slips.c.letter.in_(wanted))
    return Page([opened(letter) for letter in found], [slip(row) for row in ctx.db.execute(mine)], _said(ctx, found), len(rows) > fit)


def _said(ctx: Context, found: Sequence[Sealed]) -> list[LetterOriginal]:
    hidden = [letter.id for letter in found if letter.state == "hidden"]
    if not hidden or not ctx.view.moderates:
        return []
    rows = ctx.db.execute(select(originals.c.id).where(originals.c.letter.in_(hidden)).order_by(originals.c.id)).fetchall()
    return [x for x in ctx.load(ORIGINAL.name, [row.id for row in rows]) if isinstance(x, LetterOriginal)]


def open_mailbox(ctx: Context, place: str) -> Mapping[str, Any]:
    """The newest letters that I may read, whatever folder they are in."""
    page = _page(ctx, place, _within_reach(ctx, place), NEWEST)
    return {"items": [*page.letters, *page.originals], "more": page.more}


_UNREAD = Hot(
    select(slips.c.place, func.count())
    .where(
        slips.c.space == bindparam("space"), slips.c.person == bindparam("person"), slips.c.box == "inbox",
        slips.c.read == 0, slips.c.removed == 0,
    )
    .group_by(slips.c.place)
)  # fmt: skip


def unread(db: Db, space: str, person: str) -> Mapping[str, int]:
    """How many letters to the person are unread, by mailbox."""
    return {place: int(count) for place, count in _UNREAD(db, {"space": space, "person": person})}


CHANNEL = Channel(KIND, open_mailbox, unread, stays=True)
feature.channels.append(CHANNEL)

# -- as a story ----------------------------------------------------------------------------------------------------

feature.example(
    "letters.save_draft", "pia", {"space": "{space}", "to": ["role:pupil"], "subject": "The bridge", "text": "How old"}, gives="draft"
)
feature.example(
    "letters.send",
    "pia",
    {"space": "{space}", "to": ["role:teacher"], "subject": "The bridge", "text": "How old is yours?"},
    gives="letter",
)
feature.example("letters.folder", "alice", {"space": "{space}", "folder": "inbox", "limit": 10})
feature.example("letters.thread", "alice", {"space": "{space}", "letter": "{letter}"})
feature.example("letters.counts", "alice", {"space": "{space}"})
feature.example("letters.mark", "alice", {"letter": "{letter}", "read": True, "removed": False})
feature.example("letters.drafts", "pia", {"space": "{space}"})
feature.example("letters.drop_draft", "pia", {"draft": "{draft}"})
feature.example("letters.hide", "alice", {"space": "{space}", "letter": "{letter}", "reason": "Not like this."})
feature.example("letters.restore", "alice", {"space": "{space}", "letter": "{letter}"})
