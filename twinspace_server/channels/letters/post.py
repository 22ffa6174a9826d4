"""Making the mailbox with its space, sending letters, and hiding them."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import delete, insert, select, update

from twinspace_server import i18n, ids, texts
from twinspace_server.channels.letters.items import (
    KIND,
    Addressee,
    Letter,
    Sealed,
    drafts,
    feature,
    letters,
    mailbox,
    original_audience,
    originals,
    slips,
    visible,
)
from twinspace_server.errors import BadInput, Conflict, NotAllowed, NotFound, Reason
from twinspace_server.law import places as law_places
from twinspace_server.law.rights import Law, Right, role_subject
from twinspace_server.live.feature import CommandParams, Context, Emission, Gone, Id, Ref
from twinspace_server.spaces import groups

MOST_ADDRESSEES = 100
TEXT_BYTES = 40_000
MAILBOX_ROWS = {
    role_subject("teacher"): int(Right.READ | Right.ADD),
    role_subject("pupil"): int(Right.READ | Right.ADD),
    role_subject("guest"): int(Right.READ),
}
"""Guests get letters and don't write any, unless an administrator allows it."""
ROWS_AT_ONCE = 500


@feature.on("space.founded", emits=["place.added"])
def founded(ctx: Context, emission: Emission) -> None:
    """Every new space has its mailbox; said twice, it has it already."""
    places = law_places.places
    if ctx.db.execute(select(places.c.id).where(places.c.space == ctx.space, places.c.kind == KIND)).first() is not None:
        return
    title = i18n.words(ctx.settings.default_language, "letters-mailbox")
    place = law_places.make_place(
        ctx.db, space=ctx.space, parent=ctx.space, kind=KIND, title=title, author=ctx.person, at=ctx.now, rows=MAILBOX_ROWS
    )
    ctx.emit("place.added", Ref("place", place), place=place)


class Send(CommandParams, kw_only=True):
    space: Id
    to: Annotated[list[Addressee], Meta(min_length=1, max_length=MOST_ADDRESSEES)]
    subject: Annotated[str, Meta(min_length=1, max_length=150)]
    text: Annotated[str, Meta(min_length=1, max_length=10_000)]
    reply_to: Id | None = None
    draft: Annotated[Id, Meta(description="The draft it was, which goes.")] | None = None


@feature.command("letters.send", answers={"letter": Letter}, emits=["letter.sent"], waits=True)
def send(ctx: Context, p: Send) -> Mapping[str, Any]:
    """Send a letter to persons, groups, roles, schools or everybody, as they are members now. With a pupil in it the staff may read it."""
    place = mailbox(ctx.rules)
    ctx.require(place, Right.ADD)
    persons = _persons(ctx, place, p.to)
    subject, text = texts.line(p.subject, "$.subject"), texts.prose(p.text, "$.text", TEXT_BYTES)
    letter = ids.new(ctx.now)
    answered = _answered(ctx, p.reply_to) if p.reply_to is not None else None
    with_pupil = any(ctx.rules.members[person].role == "pupil" for person in (*persons, ctx.person))
    thread = answered.thread if answered is not None else letter
    ctx.db.execute(
        insert(letters),
        {
            "id": letter, "space": ctx.space, "place": place, "number": ctx.seq, "at": ctx.now, "author": ctx.person,
            "to": msgspec.json.encode(list(dict.fromkeys(p.to))).decode(), "reached": len(persons), "subject": subject, "text": text,
            "thread": thread, "reply_to": p.reply_to, "with_pupil": int(with_pupil), "state": "sent", "reason": None,
        },
    )  # fmt: skip
    _lay_in(ctx, place, letter, persons)
    if p.draft is not None:
        mine = (drafts.c.id == p.draft) & (drafts.c.person == ctx.person)
        if ctx.db.execute(delete(drafts).where(mine)).rowcount and ctx.who is not None:
            ctx.later("letters.draft_sent", {"draft": p.draft}, space=ctx.who.desk)
    ctx.emit("letter.sent", Ref("letter", letter), place=place)
    ctx.notify(persons, "letter", Ref("letter", letter), place=place, about=thread)
    return {"letter": Ref("letter", letter)}


def _persons(ctx: Context, place: str, to: Sequence[str]) -> list[str]:
    """Who is meant, among the members who may read the mailbox; never the sender. `unknown_addressee` names what means nobody."""
    readers = [person for person in ctx.rules.members if ctx.rules.sees(person, place)]
    of_groups = groups.taking_part(ctx.db, ctx.space, [one.removeprefix("group:") for one in to if one.startswith("group:")])
    found: dict[str, None] = {}
    for at, addressee in enumerate(to):
        meant = [person for person in readers if _means(ctx.rules, of_groups, addressee, person)]
        if not meant:
            raise BadInput(code="unknown_addressee", path=f"$.to[{at}]")
        found.update(dict.fromkeys(meant))
    found.pop(ctx.person, None)
    if not found:
        raise BadInput(code="nobody_but_you", path="$.to")
    return list(found)


def _means(law: Law, of_groups: Mapping[str, Sequence[str]], addressee: str, person: str) -> bool:
    what, _, name = addressee.partition(":")
    standing = law.members[person]
    if what == "group":
        return person in of_groups.get(name, ())
    if what == "person":
        return name == person
    return what == "everybody" or name == (standing.role if what == "role" else standing.school)


def _answered(ctx: Context, letter: str) -> Sealed:
    found = visible(ctx, [letter])
    if not found:
        raise BadInput(code="unknown_letter", path="$.reply_to")
    return found[0]


def _lay_in(ctx: Context, place: str, letter: str, persons: Sequence[str]) -> None:
    """A slip for each person in it; the sender's own counts as read."""
    row = {"letter": letter, "space": ctx.space, "place": place, "number": ctx.seq, "read": 0, "removed": 0}
    rows = [{**row, "person": person, "box": "inbox"} for person in persons]
    rows.append({**row, "person": ctx.person, "box": "sent", "read": 1})
    for at in range(0, len(rows), ROWS_AT_ONCE):
        ctx.db.execute(insert(slips).values(rows[at : at + ROWS_AT_ONCE]))


# -- hiding --------------------------------------------------------------------------------------------------------


class OneLetter(CommandParams, kw_only=True):
    space: Id
    letter: Id


class Hide(OneLetter, kw_only=True):
    reason: Annotated[str, Meta(min_length=1, max_length=500)]


def _moderated(ctx: Context, p: OneLetter, state: str) -> Sealed:
    """The letter, for staff who may read it themselves, in this state."""
    ctx.require_moderator(mailbox(ctx.rules))
    ctx.hold()
    found = visible(ctx, [p.letter])
    if not found:
        raise NotFound()
    if found[0].state != state:
        raise Conflict(code="letter_hidden" if state == "sent" else "letter_not_hidden", path="$.letter")
    return found[0]


@feature.command("letters.hide", answers={"letter": Letter}, emits=["letter.hidden"], when_closed=True)
def hide(ctx: Context, p: Hide) -> Mapping[str, Any]:
    """Hide a letter that one may read, with a reason that its readers see. Teachers and administrators."""
    letter = _moderated(ctx, p, "sent")
    reason, original = texts.line(p.reason, "$.reason"), ids.new(ctx.now)
    ctx.db.execute(
        insert(originals),
        {
            "id": original, "place": letter.place, "letter": letter.id, "subject": letter.subject, "text": letter.text,
            "with_pupil": int(letter.with_pupil), "at": ctx.now, "by": ctx.person,
        },
    )  # fmt: skip
    ctx.db.execute(update(letters).where(letters.c.id == letter.id).values(subject="", text="", state="hidden", reason=reason))
    ctx.emit("letter.hidden", Ref("letter", letter.id), Ref("letter_original", original), place=letter.place)
    return {"letter": Ref("letter", letter.id)}


@feature.command("letters.restore", answers={"letter": Letter}, emits=["letter.restored"], when_closed=True)
def restore(ctx: Context, p: OneLetter) -> Mapping[str, Any]:
    """Show a hidden letter again. Teachers and administrators; a letter among adults only whoever hid it."""
    letter = _moderated(ctx, p, "hidden")
    original = ctx.db.execute(select(originals).where(originals.c.letter == letter.id)).first()
    if original is None:  # its author was erased, and with them what it said
        raise NotFound()
    if not letter.with_pupil and original.by != ctx.person:
        raise NotAllowed(why=(Reason("hidden_by_another"),))
    values = {"subject": original.subject, "text": original.text, "state": "sent", "reason": None}
    ctx.db.execute(update(letters).where(letters.c.id == letter.id).values(**values))
    ctx.db.execute(delete(originals).where(originals.c.letter == letter.id))
    gone = [Gone("letter_original", original.id)]
    ctx.emit("letter.restored", Ref("letter", letter.id), place=letter.place, gone=gone, gone_for=original_audience(original))
    return {"letter": Ref("letter", letter.id)}
