"""What is done with the notes of a pinboard (PIN-03): pinning, changing, moving, deleting, and what the staff do to keep order.

A note that was once shown never goes back to being held: it can be hidden, which leaves a trace, but not made unseen. What a
note said before it was changed or hidden is kept for the staff.
"""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from msgspec import UNSET, Meta, UnsetType
from sqlalchemy import bindparam, func, insert, or_, select, update
from sqlalchemy import delete as remove

from twinspace_server import ids, texts
from twinspace_server.channels.pinboard import (
    COLUMNS,
    HEIGHT,
    MOST_NOTES,
    WIDTH,
    Board,
    Colour,
    Note,
    audience,
    board,
    board_of,
    earlier_notes,
    note_of,
    notes,
    pinboards,
)
from twinspace_server.clock import iso
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import CommandParams, Context, Feature, Gate, Gone, Id, Params, Ref
from twinspace_server.spaces import attached
from twinspace_server.storage.hot import Hot

MOST_HELD = 50
"""Notes of one person that wait or were refused, on one board."""
RECOVERABLE_MS = 30 * 24 * 3600 * 1000
STEP_X, STEP_Y, ACROSS, DOWN = 240, 220, 5, 16

feature = Feature("note")

NoteText = Annotated[str, Meta(min_length=1, max_length=500)]
X = Annotated[int, Meta(ge=0, le=WIDTH)]
Y = Annotated[int, Meta(ge=0, le=HEIGHT)]

_PIN = Hot(insert(notes))
_COUNT = Hot(
    select(func.count())
    .where(notes.c.place == bindparam("place"), notes.c.deleted_at.is_(None))
    .where(or_(notes.c.state == "shown", notes.c.state == "hidden"))
)
_WAITING = Hot(
    select(func.count())
    .where(notes.c.place == bindparam("place"), notes.c.deleted_at.is_(None), notes.c.author == bindparam("me"))
    .where(or_(notes.c.state == "held", notes.c.state == "refused"))
)
_FIND = Hot(
    select(*COLUMNS, *pinboards.c)
    .join(pinboards, pinboards.c.place == notes.c.place)
    .where(notes.c.id == bindparam("note"), notes.c.place == bindparam("place"))
)
_MOVE = Hot(
    update(notes)
    .where(notes.c.id == bindparam("b_id"))
    .values(x=bindparam("b_x"), y=bindparam("b_y"), z=bindparam("b_z"), lane=bindparam("b_lane"))
)


class Pin(CommandParams, kw_only=True):
    place: Id
    text: NoteText
    colour: Colour = "sun"
    x: X | None = None
    y: Y | None = None
    column: Id | None = None
    picture: Annotated[Id, Meta(description="A picture of the space that the writer can see.")] | None = None


class OnBoard(CommandParams, kw_only=True):
    place: Id
    note: Id


@feature.command("note.pin", right=Right.ADD, answers={"note": Note}, emits=["note.pinned"], waits=True)
def pin(ctx: Context, p: Pin) -> Mapping[str, Any]:
    """Pin a note of up to 500 characters, at a spot of the board or where there is room. On a board that holds, pupils' notes wait."""
    text = texts.prose(p.text, "$.text")
    picture = None if p.picture is None else attached.picture(ctx, p.picture, "$.picture")
    ctx.hold()  # whether the board holds must be as true at the end of this unit as here
    here = board(ctx, p.place)
    _column(here, p.column)
    held = here.hold and not _staff(ctx, p.place)
    others = _room(ctx, p.place)
    if held:
        _patience(ctx, p.place)
    x, y = _free(others)
    note = ids.new(ctx.now)
    _PIN(
        ctx.db,
        {
            "id": note, "space": ctx.space, "place": p.place, "seq": ctx.seq, "at": ctx.now, "author": ctx.person, "text": text,
            "colour": p.colour, "x": x if p.x is None else p.x, "y": y if p.y is None else p.y, "z": ctx.seq, "lane": p.column,
            "state": "held" if held else "shown", "reason": None, "edited_at": None, "edited_by": None, "deleted_at": None,
            "deleted_by": None, "picture": picture,
        },
    )  # fmt: skip
    ctx.emit("note.pinned", Ref("note", note), place=p.place)
    return {"note": Ref("note", note)}


class EditNote(OnBoard, kw_only=True):
    text: NoteText | None = None
    colour: Colour | None = None
    picture: Id | None | UnsetType = UNSET


@feature.command("note.edit", answers={"note": Note}, emits=["note.edited"], waits=True)
def edit(ctx: Context, p: EditNote) -> Mapping[str, Any]:
    """Change a note's words, colour or picture (null: none): one's own, or anybody's where the board or the right to edit allows it.

    A refused note that its author changes waits for a teacher again.
    """
    note, here = _find(ctx, p, "shown", "refused")
    _may(ctx, note, here, Right.EDIT)
    if note.state == "refused" and note.author != ctx.person:
        raise NotAllowed(why=(Reason("not_your_note"),))
    text = note.text if p.text is None else texts.prose(p.text, "$.text")
    colour = p.colour or note.colour
    picture = note.picture if p.picture is UNSET else p.picture
    if picture is not None and picture != note.picture:
        attached.picture(ctx, picture, "$.picture")
    values: dict[str, Any] = {"colour": colour, "picture": picture}
    if text != note.text or picture not in (None, note.picture):
        values |= {"text": text, "edited_at": ctx.now, "edited_by": ctx.person}
        if note.state == "refused":
            values |= {"state": "held", "reason": None}
        elif here.hold and not _staff(ctx, p.place):
            raise Conflict(code="note_let_through", path="$.text")
    elif (colour, picture) == (note.colour, note.picture):
        return {"note": Ref("note", note.id)}
    if text != note.text:
        _set_aside(ctx, note, "edited")
    return _changed(ctx, note, "note.edited", **values)


class MoveNote(OnBoard, kw_only=True):
    x: X | UnsetType = UNSET
    y: Y | UnsetType = UNSET
    column: Id | None | UnsetType = UNSET


@feature.command("note.move", answers={"note": Note}, emits=["note.moved"])
def move(ctx: Context, p: MoveNote) -> Mapping[str, Any]:
    """Hang a note elsewhere, over the others there, or into another column (null: none). Of two at once, the later one counts."""
    ctx.hold()
    note, here = _look(ctx, p)
    if note.state == "hidden":
        ctx.require_moderator(p.place)
    else:
        _may(ctx, note, here, Right.EDIT)
    column = note.column if p.column is UNSET else p.column
    if p.column is not UNSET:
        _column(here, column)
    x, y = note.x if p.x is UNSET else p.x, note.y if p.y is UNSET else p.y
    moved = msgspec.structs.replace(note, x=x, y=y, z=ctx.seq, column=column)
    _MOVE.put_off(ctx.db, {"b_id": note.id, "b_x": x, "b_y": y, "b_z": moved.z, "b_lane": column})
    there = Ref("note", note.id, moved)
    ctx.emit("note.moved", there, place=p.place)
    return {"note": there}


@feature.command("note.delete", emits=["note.deleted"], when_quiet=True)
def delete(ctx: Context, p: OnBoard) -> None:
    """Take a note off the board; for 30 days whoever did it, and the staff, can put it back. Held and hidden ones are the staff's."""
    note, here = _find(ctx, p, "shown", "refused", "hidden")
    if note.state == "hidden":
        ctx.require_moderator(p.place)
    else:
        _may(ctx, note, here, Right.DELETE)
    ctx.db.execute(update(notes).where(notes.c.id == note.id).values(deleted_at=ctx.now, deleted_by=ctx.person))
    ctx.emit("note.deleted", place=p.place, gone=[Gone("note", note.id)], gone_for=audience(note.state, note.author))
    ctx.later("note.forget", {"note": note.id}, at=ctx.now + RECOVERABLE_MS)


class ForgetNote(CommandParams, kw_only=True):
    note: Id


@feature.command("note.forget", gate=Gate.HOUSE)
def forget(ctx: Context, p: ForgetNote) -> None:
    """Let go of the words of a note that was deleted 30 days ago; its id stays, so that the log names nothing unknown."""
    gone = (notes.c.id == p.note) & (notes.c.deleted_at <= ctx.now - RECOVERABLE_MS)
    if ctx.db.execute(update(notes).where(gone).values(text="", reason=None)).rowcount:
        ctx.db.execute(remove(earlier_notes).where(earlier_notes.c.note == p.note))


@feature.command("note.recover", right=Right.ADD, answers={"note": Note}, emits=["note.recovered"])
def recover(ctx: Context, p: OnBoard) -> Mapping[str, Any]:
    """Put a deleted note back where it was: whoever deleted it, and the staff, while they may add here."""
    ctx.hold()
    row = ctx.db.execute(_deleted(ctx, p.place).where(notes.c.id == p.note)).first()
    if row is None:
        raise NotFound()
    note = note_of(row)
    if note.state in ("shown", "hidden"):
        _room(ctx, p.place)
    else:
        _patience(ctx, p.place)
    return _changed(ctx, note, "note.recovered", deleted_at=None, deleted_by=None)


# -- keeping order ---------------------------------------------------------------------------------------------------


@feature.command("note.let_through", answers={"note": Note}, emits=["note.let_through"])
def let_through(ctx: Context, p: OnBoard) -> Mapping[str, Any]:
    """Show a held (or refused) note to everybody; for them it is new from now on. Teachers and administrators."""
    ctx.require_moderator(p.place)
    note, _ = _find(ctx, p, "held", "refused")
    _room(ctx, p.place)
    return _changed(ctx, note, "note.let_through", state="shown", reason=None, seq=ctx.seq)


class WithReason(OnBoard, kw_only=True):
    reason: Annotated[str, Meta(min_length=1, max_length=500)]


@feature.command("note.refuse", answers={"note": Note}, emits=["note.refused"])
def refuse(ctx: Context, p: WithReason) -> Mapping[str, Any]:
    """Do not let a held note through; its author alone learns the reason, and may change it. Teachers and administrators."""
    ctx.require_moderator(p.place)
    note, _ = _find(ctx, p, "held")
    return _changed(ctx, note, "note.refused", state="refused", reason=texts.line(p.reason, "$.reason"))


@feature.command("note.hide", answers={"note": Note}, emits=["note.hidden"], when_closed=True)
def hide(ctx: Context, p: WithReason) -> Mapping[str, Any]:
    """Hide a note, with a reason that everybody sees; the words stay with the staff. Teachers and administrators."""
    ctx.require_moderator(p.place)
    note, _ = _find(ctx, p, "shown")
    _set_aside(ctx, note, "hidden")
    return _changed(ctx, note, "note.hidden", state="hidden", text="", reason=texts.line(p.reason, "$.reason"))


@feature.command("note.restore", answers={"note": Note}, emits=["note.restored"], when_closed=True)
def restore(ctx: Context, p: OnBoard) -> Mapping[str, Any]:
    """Show a hidden note again. Teachers and administrators."""
    ctx.require_moderator(p.place)
    note, _ = _find(ctx, p, "hidden")
    said = select(earlier_notes.c.text).where(earlier_notes.c.note == note.id, earlier_notes.c.why == "hidden")
    text = ctx.db.execute(said.order_by(earlier_notes.c.at.desc()).limit(1)).scalar()
    if text is None:  # its author was erased, and with them what it said
        raise NotFound()
    return _changed(ctx, note, "note.restored", state="shown", text=text, reason=None)


# -- looking back ----------------------------------------------------------------------------------------------------


class AboutNote(Params, kw_only=True):
    place: Id
    note: Id


class EarlierWords(msgspec.Struct):
    text: str
    at: str
    why: str
    by: str


class Earlier(msgspec.Struct):
    words: list[EarlierWords]


@feature.query("note.earlier", answers=Earlier)
def earlier(ctx: Context, p: AboutNote) -> Earlier:
    """What a note said before it was changed or hidden (`why`), the newest 20 first. Teachers and administrators."""
    ctx.require_moderator(p.place)
    if not ctx.db.execute(select(notes.c.id).where(notes.c.id == p.note, notes.c.place == p.place)).first():
        raise NotFound()
    query = select(earlier_notes.c.text, earlier_notes.c.at, earlier_notes.c.why, earlier_notes.c.by).where(earlier_notes.c.note == p.note)
    rows = ctx.db.execute(query.order_by(earlier_notes.c.at.desc()).limit(20))
    return Earlier([EarlierWords(text, iso(at), why, by) for text, at, why, by in rows])


class BoardOnly(Params, kw_only=True):
    place: Id


class DeletedNote(msgspec.Struct):
    note: Note
    deleted_at: str
    deleted_by: str


class Deleted(msgspec.Struct):
    notes: list[DeletedNote]


@feature.query("note.deleted", answers=Deleted)
def deleted(ctx: Context, p: BoardOnly) -> Deleted:
    """The newest 50 notes that one can still put back: those one has deleted, and for the staff everybody's."""
    board(ctx, p.place)
    rows = ctx.db.execute(_deleted(ctx, p.place).order_by(notes.c.deleted_at.desc(), notes.c.id).limit(50))
    return Deleted([DeletedNote(note_of(row), iso(row[15]), row[17]) for row in rows])


# -- what several need -----------------------------------------------------------------------------------------------


def _staff(ctx: Context, place: str) -> bool:
    return ctx.view.staff_at(place)


def _look(ctx: Context, p: OnBoard) -> tuple[Note, Board]:
    """The note with its board; what was deleted, or is held and not for this person, is not there."""
    row = _FIND.one(ctx.db, {"note": p.note, "place": p.place})
    if row is None or row[15] is not None:
        raise NotFound()
    note = note_of(row)
    if note.state in ("held", "refused") and note.author != ctx.person and not _staff(ctx, p.place):
        raise NotFound()
    return note, board_of(row[17:])


def _find(ctx: Context, p: OnBoard, *states: str) -> tuple[Note, Board]:
    """The same, in one of these states, and nobody else changes it before this unit ends."""
    ctx.hold()
    note, here = _look(ctx, p)
    if note.state not in states:
        raise Conflict(code=f"note_{note.state}", path="$.note")
    return note, here


def _may(ctx: Context, note: Note, here: Board, right: Right) -> None:
    """One's own notes, those of all where the board says so, else whoever has the right."""
    own = note.author == ctx.person
    if own or here.changes == "own" or not ctx.rules.decide(ctx.person, note.place, Right.ADD).allowed:
        ctx.require(note.place, right, own=own)


def _column(here: Board, column: str | None) -> None:
    if column is not None and column not in {known.id for known in here.columns}:
        raise BadInput(code="unknown_column", path="$.column")


def _room(ctx: Context, place: str) -> int:
    """How many notes everybody sees there; `board_full` when there may be no more."""
    there = _COUNT(ctx.db, {"place": place})[0][0]
    if there >= MOST_NOTES:
        raise Conflict(code="board_full", most=MOST_NOTES)
    return int(there)


def _patience(ctx: Context, place: str) -> None:
    if _WAITING(ctx.db, {"place": place, "me": ctx.person})[0][0] >= MOST_HELD:
        raise Conflict(code="too_many_held", most=MOST_HELD)


def _free(there: int) -> tuple[int, int]:
    """Where the next note hangs when nobody says: rows of five, blocks beside each other, then a little lower over the first."""
    block, place = divmod(there, ACROSS * DOWN)
    layer, block = divmod(block, WIDTH // (STEP_X * ACROSS))
    row, column = divmod(place, ACROSS)
    return 40 + (block * ACROSS + column) * STEP_X + 24 * layer, 40 + row * STEP_Y + 24 * layer


def _deleted(ctx: Context, place: str) -> Any:
    """The notes there that this person may still put back."""
    query = select(*COLUMNS, notes.c.deleted_by).where(notes.c.place == place, notes.c.deleted_at > ctx.now - RECOVERABLE_MS)
    return query if _staff(ctx, place) else query.where(notes.c.deleted_by == ctx.person)


def _set_aside(ctx: Context, note: Note, why: str) -> None:
    """Keep what it said. `at` orders what a note has said, also when two change it within a millisecond: who erases relies on it."""
    last = ctx.db.execute(select(func.max(earlier_notes.c.at)).where(earlier_notes.c.note == note.id)).scalar()
    at = ctx.now if last is None else max(ctx.now, last + 1)
    row = {"id": ids.new(at), "note": note.id, "text": note.text, "at": at, "why": why, "by": ctx.person}
    ctx.db.execute(insert(earlier_notes), row)


def _changed(ctx: Context, note: Note, event: str, **values: Any) -> Mapping[str, Any]:
    ctx.db.execute(update(notes).where(notes.c.id == note.id).values(**values))
    ctx.emit(event, Ref("note", note.id), place=note.place)
    return {"note": Ref("note", note.id)}


feature.example("pinboard.make", "alice", {"space": "{space}", "title": "By the river"}, gives="board")
feature.example(
    "note.pin", "pia", {"place": "{board}", "text": "A heron!", "colour": "sky", "x": 300, "y": 200, "column": None}, gives="heron"
)
feature.example("note.edit", "pia", {"place": "{board}", "note": "{heron}", "text": "A grey heron!", "colour": "leaf"})
feature.example("note.move", "pia", {"place": "{board}", "note": "{heron}", "x": 520, "y": 80, "column": None})
feature.example("note.hide", "bob", {"place": "{board}", "note": "{heron}", "reason": "This says where somebody lives."})
feature.example("note.earlier", "bob", {"place": "{board}", "note": "{heron}"})
feature.example("note.restore", "bob", {"place": "{board}", "note": "{heron}"})
feature.example("note.delete", "pia", {"place": "{board}", "note": "{heron}"})
feature.example("note.deleted", "pia", {"place": "{board}"})
feature.example("note.recover", "pia", {"place": "{board}", "note": "{heron}"})
feature.example("pinboard.set", "bob", {"place": "{board}", "hold": True})
feature.example("note.pin", "milo", {"place": "{board}", "text": "Our bridge has 14 lamps"}, gives="lamps")
feature.example("note.refuse", "bob", {"place": "{board}", "note": "{lamps}", "reason": "Count them again, please."})
feature.example("note.let_through", "bob", {"place": "{board}", "note": "{lamps}"})
