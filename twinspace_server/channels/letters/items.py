"""What a mailbox holds: letters, what hidden ones said, each person's slips, and drafts; their tables and loaders."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Index, Table, Text, bindparam, select

from twinspace_server.clock import iso
from twinspace_server.errors import NotFound
from twinspace_server.law.rights import STAFF, Audience, Law, View, named
from twinspace_server.live.feature import Context, Feature, Item, ItemKind
from twinspace_server.live.keeping import through
from twinspace_server.storage.hot import Hot
from twinspace_server.storage.near import near
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

KIND = "mailbox"

letters = Table(
    "letters",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("reached", BigInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("thread", Text, nullable=False),
    Column("reply_to", Text),
    Column("with_pupil", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Index("ix_letters_place_number", "place", "number"),
    Index("ix_letters_thread_number", "thread", "number"),
)

slips = Table(
    "letter_slips",
    metadata,
    Column("letter", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("box", Text, nullable=False),
    Column("read", BigInteger, nullable=False),
    Column("removed", BigInteger, nullable=False),
    Index("ix_letter_slips_person", "person", "place", "box", "number"),
)

originals = Table(
    "letter_originals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("place", Text, nullable=False),
    Column("letter", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("with_pupil", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("by", Text, nullable=False),
    Index("ix_letter_originals_letter", "letter"),
)

drafts = Table(
    "letter_drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("space", Text, nullable=False),
    Column("to", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("reply_to", Text),
    Column("at", BigInteger, nullable=False),
    Index("ix_letter_drafts_person", "person", "space", "at"),
)

feature = Feature("letters")

Addressee = Annotated[
    str,
    Meta(
        max_length=80,
        pattern=r"^(everybody|role:(teacher|pupil|guest)|(school|group|person):[0-9A-Za-z_-]{1,64})$(?!\n)",
        description="`everybody`, `role:<role>`, `school:<id>`, `group:<id>` or `person:<id>`.",
    ),
]
Subject = Annotated[str, Meta(max_length=150)]
LetterText = Annotated[str, Meta(max_length=10_000)]


class Letter(Item, tag="letter", frozen=True):
    """A letter as everybody gets it who may read it.

    `to` is whom the sender chose, `reached` how many persons that were. `number` orders the letters, `thread` is the first
    letter of its thread. `with_pupil`: the staff may read it. `subject` and `text` are empty in a hidden letter.
    """

    place: str
    number: int
    at: str
    author: str
    to: list[str]
    reached: int
    subject: str
    text: str
    thread: str
    reply_to: str | None
    with_pupil: bool
    state: Literal["sent", "hidden"]
    reason: str | None


class Sealed(Letter, tag="letter", frozen=True):
    """A letter with the persons in it, whom only the law is told."""

    persons: frozenset[str]


class LetterOriginal(Item, tag="letter_original", frozen=True):
    """What a hidden letter said: for the staff if a pupil is in it, else for whoever hid it."""

    place: str
    letter: str
    subject: str
    text: str
    at: str
    by: str


class SealedOriginal(LetterOriginal, tag="letter_original", frozen=True):
    """The same with what decides who may see it."""

    with_pupil: bool


class Slip(Item, tag="letter_slip", frozen=True):
    """What a letter is to me; `id` is the letter. Nobody else gets it."""

    space: str
    box: Literal["inbox", "sent"]
    read: bool
    removed: bool


class Draft(Item, tag="letter_draft", frozen=True):
    """A letter that is not sent yet. Its author's alone."""

    space: str
    to: list[str]
    subject: str
    text: str
    reply_to: str | None
    at: str


_read_to = msgspec.json.Decoder(list[str]).decode
_PERSONS = Hot(select(slips.c.person).where(slips.c.letter == bindparam("letter")))


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Letters by id, sealed."""
    rows = db.execute(select(letters).where(letters.c.id.in_(list(wanted)))).fetchall()
    return {row.id: _sealed(db, row) for row in rows}


def _sealed(db: Db, row: Any) -> Sealed:
    return Sealed(
        id=row.id, place=row.place, number=row.number, at=iso(row.at), author=row.author, to=_read_to(row.to), reached=row.reached,
        subject=row.subject, text=row.text, thread=row.thread, reply_to=row.reply_to, with_pupil=bool(row.with_pupil), state=row.state,
        reason=row.reason, persons=frozenset(person for (person,) in _PERSONS(db, {"letter": row.id})),
    )  # fmt: skip


_FIELDS = Letter.__struct_fields__


def opened(letter: Any, _law: Law | None = None, _view: View | None = None) -> Letter:
    """The letter without the list of the persons."""
    return Letter(**{name: getattr(letter, name) for name in _FIELDS})


def load_originals(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """What hidden letters said, by id."""
    rows = db.execute(select(originals).where(originals.c.id.in_(list(wanted))))
    return {
        row.id: SealedOriginal(
            id=row.id, place=row.place, letter=row.letter, subject=row.subject, text=row.text, at=iso(row.at), by=row.by,
            with_pupil=bool(row.with_pupil),
        )
        for row in rows
    }  # fmt: skip


def original_audience(original: Any) -> Audience:
    """Who may know what a hidden letter said; takes the item or its row."""
    return STAFF if original.with_pupil else named([original.by])


def _opened_original(original: Any, _law: Law, _view: View) -> LetterOriginal:
    return LetterOriginal(**{name: getattr(original, name) for name in LetterOriginal.__struct_fields__})


def load_slips(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Slips by `<person>.<letter>`."""
    found: dict[str, Item] = {}
    for name in wanted:
        person, _, letter = name.partition(".")
        row = db.execute(select(slips).where(slips.c.letter == letter, slips.c.person == person)).first()
        if row is not None:
            found[name] = slip(row)
    return found


def slip(row: Any) -> Slip:
    """A row of `letter_slips` as its owner gets it."""
    return Slip(id=row.letter, space=row.space, box=row.box, read=bool(row.read), removed=bool(row.removed))


def load_drafts(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Drafts by id; named at their author's desk alone."""
    return {row.id: draft(row) for row in db.execute(select(drafts).where(drafts.c.id.in_(list(wanted))))}


def draft(row: Any) -> Draft:
    """A row of `letter_drafts`."""
    return Draft(
        id=row.id,
        space=row.space,
        to=msgspec.json.decode(row.to),
        subject=row.subject,
        text=row.text,
        reply_to=row.reply_to,
        at=iso(row.at),
    )


LETTER = feature.item(
    ItemKind(
        "letter", Letter, load, place=lambda letter: str(letter.place),
        audience=lambda letter: named(letter.persons, staff=letter.with_pupil), dress=opened,
        words=lambda letter: f"{letter.subject}\n{letter.text}".strip(), every=letters.c.id,
        beside=lambda db, letter, most: near(db, letters.c.id, letters.c.number, letter.number, most, letters.c.thread == letter.thread),
    )
)  # fmt: skip
ORIGINAL = feature.item(
    ItemKind(
        "letter_original", LetterOriginal, load_originals, place=lambda o: str(o.place), audience=original_audience, dress=_opened_original
    )
)
feature.item(ItemKind("letter_slip", Slip, load_slips, place=lambda _slip: None))
feature.item(ItemKind("letter_draft", Draft, load_drafts, place=lambda _draft: None))


def mailbox(law: Law) -> str:
    """The space's mailbox; a desk has none."""
    for place, row in law.places.items():
        if row.kind == KIND:
            return place
    raise NotFound()


def visible(ctx: Context, wanted: Sequence[str]) -> list[Sealed]:
    """Those of these letters that the reader may see, in this order."""
    found = load(ctx.db, wanted)
    return [x for i in wanted if isinstance(x := found.get(i), Sealed) and ctx.sees(LETTER, x)]


feature.keeps(letters, "author", "said", becomes={"subject": "", "text": "", "state": "hidden", "reason": None}, kind="letter")
feature.keeps(originals, through(originals, "letter", letters, "author"), "own", kind="letter_original")
feature.keeps(slips, "person", "own", everywhere=True)
feature.keeps(drafts, "person", "own", everywhere=True)
