"""What is stored of booked sessions and their invited, and how people get to see it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from sqlalchemy import BigInteger, Column, Index, Table, Text, select

from twinspace_server.clock import iso, iso_or_none
from twinspace_server.law.rights import named
from twinspace_server.live.feature import Feature, Item, ItemKind
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata

sessions = Table(
    "chat_sessions",
    metadata,
    Column("place", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("start", Text, nullable=False),
    Column("end", Text),
    Column("minutes", BigInteger),
    Column("zone", Text, nullable=False),
    Column("extra", BigInteger, nullable=False),
    Column("reason", Text),
    Column("made_at", BigInteger, nullable=False),
    Column("changed_at", BigInteger),
    Index("ix_chat_sessions_space", "space"),
)

invited = Table(
    "session_invited",
    metadata,
    Column("place", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("answer", Text),
    Column("word", Text, nullable=False),
    Column("at", BigInteger),
    Index("ix_session_invited_person", "person"),
)

feature = Feature("sessions")

Reply = Literal["accepted", "declined"]


class ChatSession(Item, tag="chat_session", frozen=True):
    """What was agreed: `start` (and `end`, or `minutes`) are local times of `zone`. `id` is the room; how it stands says its gate.

    `extra` are minutes by which teachers prolonged it. `people` are the invited and `by`, who asked for it. `changed_at` is when it was
    last changed, if it was.
    """

    space: str
    subject: str
    note: str
    by: str
    start: str
    end: str | None
    minutes: int | None
    zone: str
    extra: int
    reason: str | None
    people: list[str]
    accepted: int
    declined: int
    changed_at: str | None


class SessionAnswer(Item, tag="session_answer", frozen=True):
    """What one of the invited answered; for those two, and the staff."""

    session: str
    person: str
    asked_by: str
    answer: Reply
    word: str
    at: str


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Sessions by room."""
    rows = db.execute(select(sessions).where(sessions.c.place.in_(list(wanted)))).fetchall()
    answers: dict[str, list[tuple[str, str | None]]] = {}
    query = select(invited.c.place, invited.c.person, invited.c.answer).where(invited.c.place.in_([row[0] for row in rows]))
    for place, person, answer in db.execute(query.order_by(invited.c.person)):
        answers.setdefault(place, []).append((person, answer))
    found: dict[str, Item] = {}
    for place, space, subject, note, by, start, end, minutes, zone, extra, reason, _, changed_at in rows:
        theirs = answers.get(place, [])
        found[place] = ChatSession(
            id=place, space=space, subject=subject, note=note, by=by, start=start, end=end, minutes=minutes, zone=zone, extra=extra,
            reason=reason, people=[by, *(person for person, _ in theirs)], accepted=sum(a == "accepted" for _, a in theirs),
            declined=sum(a == "declined" for _, a in theirs), changed_at=iso_or_none(changed_at),
        )  # fmt: skip
    return found


def load_answers(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Answers by `<room>.<person>`."""
    found: dict[str, Item] = {}
    for key in wanted:
        place, _, person = key.partition(".")
        found |= {one.id: one for one in answers_in(db, [place], person)}
    return found


def answers_in(db: Db, places: Sequence[str], person: str | None = None) -> list[SessionAnswer]:
    query = (
        select(invited.c.place, invited.c.person, sessions.c.by, invited.c.answer, invited.c.word, invited.c.at)
        .join(sessions, sessions.c.place == invited.c.place)
        .where(invited.c.place.in_(list(places)), invited.c.answer.is_not(None))
    )
    if person is not None:
        query = query.where(invited.c.person == person)
    return [
        SessionAnswer(id=f"{place}.{who}", session=place, person=who, asked_by=by, answer=answer, word=word, at=iso(at))
        for place, who, by, answer, word, at in db.execute(query.order_by(invited.c.at))
    ]


SESSION = feature.item(ItemKind("chat_session", ChatSession, load, place=lambda session: str(session.id)))
ANSWER = feature.item(
    ItemKind(
        "session_answer",
        SessionAnswer,
        load_answers,
        place=lambda answer: str(answer.session),
        audience=lambda answer: named([answer.person, answer.asked_by], staff=True),
    )
)

feature.keeps(sessions, "by", "made", becomes={"subject": "…", "note": "", "reason": None}, kind="chat_session", key="place")
feature.keeps(invited, "person", "made", becomes={"word": ""})
