"""The pinboard (PIN): a board of short notes that everybody reads in the order they came, or arranges by hand.

Here is the board itself: its settings, its columns, its items and how they are read; `pinboard_notes` has what is done with a
note. The rule that must never break: a note that is held or was refused exists for its author and the staff alone. Nobody
else gets it, its number or its id: not as an event, not in a list, a count or an answer.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, and_, bindparam, delete, func, insert, or_, select, update

from twinspace_server import ids, texts
from twinspace_server.clock import iso, iso_or_none
from twinspace_server.errors import BadInput, NotFound
from twinspace_server.law.members import members
from twinspace_server.law.rights import EVERYBODY, Audience, named
from twinspace_server.live.feature import Channel, CommandParams, Context, Feature, Id, Item, ItemKind, Params, Ref
from twinspace_server.live.keeping import Erasing, inside_of, through
from twinspace_server.spaces import tree
from twinspace_server.spaces.tree import MakePlace, Place
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.near import near
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata
from twinspace_server.unread import marks

MOST_NOTES = 500
MOST_COLUMNS = 12
WIDTH, HEIGHT = 4800, 3600
"""The board, in pixels of a screen that shows it at its natural size; a note hangs by its upper start corner."""
PAGE_BYTES = 100_000
NOTE_BYTES = 450

pinboards = Table(
    "pinboards",
    metadata,
    Column("place", Text, primary_key=True),
    Column("changes", Text, nullable=False),
    Column("hold", BigInteger, nullable=False),
    Column("columns", Text, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("colour", Text, nullable=False),
    Column("x", BigInteger, nullable=False),
    Column("y", BigInteger, nullable=False),
    Column("z", BigInteger, nullable=False),
    Column("lane", Text),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("edited_at", BigInteger),
    Column("edited_by", Text),
    Column("deleted_at", BigInteger),
    Column("deleted_by", Text),
    Column("picture", Text),
    Index("ix_notes_place_seq", "place", "seq"),
    Index("ix_notes_space_seq", "space", "seq"),
)

earlier_notes = Table(
    "earlier_notes",
    metadata,
    Column("id", Text, primary_key=True),
    Column("note", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Index("ix_earlier_notes_note", "note"),
)

feature = Feature("pinboard")

Colour = Literal["sun", "rose", "leaf", "sky", "plum", "sand"]
State = Literal["shown", "held", "refused", "hidden"]


class BoardColumn(msgspec.Struct, frozen=True):
    id: str
    title: str


class Board(Item, tag="board", frozen=True):
    """What holds for a whole pinboard; `id` is its place.

    `changes` says whose notes one may change without the right to edit: one's own, or everybody's. With `hold`, what
    pupils and guests pin is seen by others when a teacher has let it through.
    """

    place: str
    changes: Literal["own", "everybody"]
    hold: bool
    columns: list[BoardColumn]


class Note(Item, tag="note", frozen=True):
    """A note on a pinboard; `text` is empty when it is hidden. `seq` gives the order in which notes came to be seen.

    `picture` is the id of a file of the space; who may not see it where it lies does not see it here.

    Its upper start corner hangs at `x`, `y`; a higher `z` lies over a lower one. A `column` that the board doesn't have (any
    more) means none. Held and refused notes are for their author and the staff.
    """

    place: str
    seq: int
    at: str
    author: str
    text: str
    colour: Colour
    x: int
    y: int
    z: int
    column: str | None
    state: State
    reason: str | None
    edited_at: str | None
    edited_by: str | None
    picture: str | None


COLUMNS = (
    notes.c.id, notes.c.place, notes.c.seq, notes.c.at, notes.c.author, notes.c.text, notes.c.colour, notes.c.x, notes.c.y, notes.c.z,
    notes.c.lane, notes.c.state, notes.c.reason, notes.c.edited_at, notes.c.edited_by, notes.c.deleted_at,
    notes.c.picture,
)  # fmt: skip
_ONE = Hot(select(*COLUMNS).where(notes.c.id == bindparam("id")))
_BOARD = Hot(select(pinboards).where(pinboards.c.place == bindparam("place")))
_columns = msgspec.json.Decoder(list[BoardColumn])


def audience(state: str, author: str) -> Audience:
    """Whom a note in this state is for."""
    return EVERYBODY if state in ("shown", "hidden") else named([author], staff=True)


def note_of(row: Sequence[Any]) -> Note:
    """A row of `COLUMNS` as it goes over the wire."""
    return Note(
        id=row[0], place=row[1], seq=row[2], at=iso(row[3]), author=row[4], text=row[5], colour=row[6], x=row[7], y=row[8], z=row[9],
        column=row[10], state=row[11], reason=row[12], edited_at=iso_or_none(row[13]), edited_by=row[14],
        picture=None if row[11] == "hidden" else row[16],
    )  # fmt: skip


def load_notes(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Notes by id; a deleted one is not there."""
    if len(wanted) == 1:
        rows: Sequence[Any] = _ONE(db, {"id": wanted[0]})
    else:
        rows = db.execute(select(*COLUMNS).where(notes.c.id.in_(list(wanted)))).fetchall()
    return {row[0]: note_of(row) for row in rows if row[15] is None}


def board_of(row: Sequence[Any]) -> Board:
    """A row of `pinboards` as it goes over the wire."""
    return Board(id=row[0], place=row[0], changes=row[1], hold=bool(row[2]), columns=_columns.decode(row[3]))


def load_boards(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Boards by their place."""
    return {place: board_of(rows[0]) for place in wanted if (rows := _BOARD(db, {"place": place}))}


def _around(db: Db, note: Note, most: int) -> list[str]:
    """The notes of its board that came shortly before and after it."""
    return near(db, notes.c.id, notes.c.seq, note.seq, most, and_(notes.c.place == note.place, notes.c.deleted_at.is_(None)))


NOTE = feature.item(
    ItemKind(
        "note", Note, load_notes, lambda n: str(n.place), lambda n: audience(n.state, n.author), words=lambda n: n.text, every=notes.c.id,
        beside=_around,
    )
)  # fmt: skip
feature.item(ItemKind("board", Board, load_boards, place=lambda board: str(board.place)))


def board(ctx: Context, place: str) -> Board:
    """The board that this place is; another kind of place is not found."""
    row = _BOARD.one(ctx.db, {"place": place})
    if row is None:
        raise NotFound()
    return board_of(row)


# -- boards --------------------------------------------------------------------------------------------------------


@feature.command("pinboard.make", administrator=True, answers={"place": Place}, emits=["place.added"], law=True)
def make(ctx: Context, p: MakePlace) -> Mapping[str, Any]:
    """Make a pinboard, at the root or inside a folder. Its table is a copy of what applied there, without the guests."""
    place = tree.make(ctx, "pinboard", p)
    ctx.db.execute(insert(pinboards), {"place": place.id, "changes": "own", "hold": 0, "columns": "[]"})
    return {"place": place}


class SetPinboard(CommandParams, kw_only=True):
    place: Id
    changes: Literal["own", "everybody"] | None = None
    hold: bool | None = None


@feature.command("pinboard.set", answers={"board": Board}, emits=["pinboard.set"])
def set_board(ctx: Context, p: SetPinboard) -> Mapping[str, Any]:
    """Choose who may change notes, and whether pupils' notes are held until a teacher lets them through. Teachers and administrators."""
    ctx.require_moderator(p.place)
    ctx.hold()
    before = board(ctx, p.place)
    changes = p.changes or before.changes
    hold = before.hold if p.hold is None else p.hold
    if (changes, hold) != (before.changes, before.hold):
        ctx.db.execute(update(pinboards).where(pinboards.c.place == p.place).values(changes=changes, hold=int(hold)))
        ctx.emit("pinboard.set", Ref("board", p.place), place=p.place)
    return {"board": Ref("board", p.place)}


class ColumnWanted(msgspec.Struct, forbid_unknown_fields=True):
    """A column as it shall be; without `id` it is a new one."""

    title: Annotated[str, Meta(min_length=1, max_length=60)]
    id: Id | None = None


class SetColumns(CommandParams, kw_only=True):
    place: Id
    columns: Annotated[list[ColumnWanted], Meta(max_length=MOST_COLUMNS)]


@feature.command("pinboard.set_columns", answers={"board": Board}, emits=["pinboard.set"])
def set_columns(ctx: Context, p: SetColumns) -> Mapping[str, Any]:
    """Say which columns the board has, in their order; notes of a column that goes stand in none. Teachers and administrators."""
    ctx.require_moderator(p.place)
    ctx.hold()
    known = {column.id for column in board(ctx, p.place).columns}
    wanted: list[BoardColumn] = []
    for at, column in enumerate(p.columns):
        if column.id is not None and (column.id not in known or column.id in {c.id for c in wanted}):
            raise BadInput(code="unknown_column", path=f"$.columns[{at}].id")
        wanted.append(BoardColumn(column.id or ids.new(ctx.now), texts.line(column.title, f"$.columns[{at}].title")))
    kept = msgspec.json.encode(wanted).decode()
    ctx.db.execute(update(pinboards).where(pinboards.c.place == p.place).values(columns=kept))
    ctx.emit("pinboard.set", Ref("board", p.place), place=p.place)
    return {"board": Ref("board", p.place)}


# -- reading -------------------------------------------------------------------------------------------------------


class ListNotes(Params, kw_only=True):
    place: Id
    before: Id | None = None


class Notes(msgspec.Struct):
    """Notes in the order in which they came to be seen, as of the number `seq`; `more` says that there are earlier ones."""

    notes: list[Note]
    more: bool
    seq: int


@feature.query("pinboard.notes", answers=Notes)
def list_notes(ctx: Context, p: ListNotes) -> Notes:
    """The newest notes, or those before a note. A page ends where it gets long; a board has at most 500 notes."""
    board(ctx, p.place)
    before = 2**62
    if p.before is not None:
        there = ctx.load("note", [p.before])
        if not there or there[0].place != p.place:  # type: ignore[attr-defined]
            raise BadInput(code="unknown_note", path="$.before")
        before = there[0].seq  # type: ignore[attr-defined]
    return _page(ctx, p.place, before)


def _page(ctx: Context, place: str, before: int = 2**62) -> Notes:
    """Only what this person may see: held and refused notes of others are left out in the question already."""
    there = and_(notes.c.place == place, notes.c.deleted_at.is_(None), notes.c.seq < before)
    if not ctx.view.staff_at(place):
        there = and_(there, or_(notes.c.state == "shown", notes.c.state == "hidden", notes.c.author == ctx.person))
    rows = ctx.db.execute(select(*COLUMNS).where(there).order_by(notes.c.seq.desc()).limit(MOST_NOTES + 1)).fetchall()
    size, fitting = 0, 0
    for row in rows[:MOST_NOTES]:
        size += NOTE_BYTES + len(row[5].encode())
        if fitting and size > PAGE_BYTES:
            break
        fitting += 1
    return Notes([note_of(row) for row in reversed(rows[:fitting])], len(rows) > fitting, ctx.as_of[0])


def open_board(ctx: Context, place: str) -> Mapping[str, Any]:
    """The board and its newest notes; on a very full one `more` are had by `pinboard.notes`."""
    page = _page(ctx, place)
    return {"items": [board(ctx, place), *page.notes], "more": page.more}


_UNREAD = Hot(
    select(notes.c.place, func.count())
    .select_from(
        notes.outerjoin(marks, and_(marks.c.place == notes.c.place, marks.c.person == bindparam("person"))).join(
            members, and_(members.c.space == notes.c.space, members.c.person == bindparam("member"))
        )
    )
    .where(
        notes.c.space == bindparam("space"),
        notes.c.author != bindparam("me"),
        notes.c.deleted_at.is_(None),
        notes.c.seq > func.coalesce(marks.c.seq, 0),
        or_(notes.c.state == "shown", notes.c.state == "hidden", members.c.role == "teacher", members.c.administrator == 1),
    )
    .group_by(notes.c.place)
)


def unread(db: Db, space: str, person: str) -> Mapping[str, int]:
    """How many notes of others came since the person's mark, by board; held and refused ones count for the staff alone."""
    return {place: int(n) for place, n in _UNREAD(db, {"person": person, "member": person, "space": space, "me": person})}


def forget(db: Db, places: Sequence[str]) -> None:
    """Drops boards that go for ever, with their notes and what these said before."""
    on_them = select(notes.c.id).where(notes.c.place.in_(places))
    db.execute(delete(earlier_notes).where(earlier_notes.c.note.in_(on_them)))
    db.execute(delete(notes).where(notes.c.place.in_(places)))
    db.execute(delete(pinboards).where(pinboards.c.place.in_(places)))


feature.channels.append(Channel("pinboard", open_board, unread, forget=forget))

feature.example("pinboard.make", "alice", {"space": "{space}", "title": "What we found"}, gives="wall")
feature.example("pinboard.set_columns", "bob", {"place": "{wall}", "columns": [{"title": "In the water"}, {"title": "On the bank"}]})
feature.example("pinboard.set", "bob", {"place": "{wall}", "changes": "everybody", "hold": True})
feature.example("pinboard.notes", "pia", {"place": "{wall}"})


def _words_in_others(erasing: Erasing) -> None:
    """Where everybody may change every note: what they wrote into somebody else's goes, and what it said before comes back."""
    if not erasing.goes("said"):
        return
    db, person = erasing.db, erasing.person
    touched = select(earlier_notes.c.note).where(earlier_notes.c.by == person)
    others = (notes.c.space == erasing.space) & (notes.c.author != person) & notes.c.id.in_(touched)
    for note, author in db.execute(select(notes.c.id, notes.c.author).where(others)).fetchall():
        before = select(earlier_notes.c.id, earlier_notes.c.text, earlier_notes.c.by).where(earlier_notes.c.note == note)
        writer, left = author, ""
        for row in db.execute(before.order_by(earlier_notes.c.at)).fetchall():
            if writer == person:  # a row has what was said before, so its words are of who changed the note the time before
                db.execute(delete(earlier_notes).where(earlier_notes.c.id == row.id))
            else:
                left = row.text
            writer = row.by
        if writer == person:
            db.execute(update(notes).where(notes.c.id == note).values(text=left))
            erasing.told.append(("note", note))


GONE_FOR_EVER = 0
"""When a note was deleted that nobody may put back: its author was erased."""

feature.keeps(
    notes, "author", "said", kind="note", also=_words_in_others,
    becomes={"text": "", "picture": None, "reason": None, "deleted_at": GONE_FOR_EVER, "deleted_by": None},
)  # fmt: skip
feature.keeps(earlier_notes, through(earlier_notes, "note", notes, "author"), "own", within=inside_of(earlier_notes, "note", notes))
feature.keeps_nothing(pinboards, "what holds for a board; its columns are named by those who arrange it for all")
