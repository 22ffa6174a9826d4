"""Polls: a question with a few answers, and everybody's one choice. The rule: nobody's choice is told to anybody, only how many chose what.

Not part of the product: `test_new_channel` puts this file into a copy of `channels/`, to prove that a channel is one file.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import msgspec
from msgspec import Meta
from sqlalchemy import BigInteger, Column, Table, Text, delete, func, insert, select

from twinspace_server import ids, texts
from twinspace_server.errors import BadInput, NotFound
from twinspace_server.law.rights import Right
from twinspace_server.live.feature import Channel, CommandParams, Context, Feature, Gone, Id, Item, ItemKind, Params, Ref
from twinspace_server.spaces.tree import MakePlace, Place, make
from twinspace_server.storage.hot import upsert
from twinspace_server.storage.store import Db
from twinspace_server.storage.tables import metadata
from twinspace_server.unread import at as mark_at

questions = Table(
    "poll_questions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("space", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("answers", Text, nullable=False),
)
votes = Table(
    "poll_votes",
    metadata,
    Column("question", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("answer", BigInteger, nullable=False),
)
_VOTE = upsert(votes, ["question", "person"], ["answer"])

feature = Feature("poll")


class Question(Item, tag="question", frozen=True):
    """A question, its answers, and how many have chosen each."""

    place: str
    seq: int
    author: str
    text: str
    answers: list[str]
    chosen: list[int]


def load(db: Db, wanted: Sequence[str]) -> Mapping[str, Item]:
    """Questions by id."""
    found: dict[str, Item] = {}
    for row in db.execute(select(questions).where(questions.c.id.in_(list(wanted)))).fetchall():
        counted = select(votes.c.answer, func.count()).where(votes.c.question == row.id).group_by(votes.c.answer)
        chosen = {answer: count for answer, count in db.execute(counted)}
        answers: list[str] = json.loads(row.answers)
        counts = [chosen.get(number, 0) for number in range(len(answers))]
        found[row.id] = Question(id=row.id, place=row.place, seq=row.seq, author=row.author, text=row.text, answers=answers, chosen=counts)
    return found


feature.item(ItemKind("question", Question, load, place=lambda question: str(question.place)))


@feature.command("poll.make", administrator=True, answers={"place": Place}, emits=["place.added"], law=True)
def make_poll(ctx: Context, p: MakePlace) -> Mapping[str, Any]:
    """Make a place for polls."""
    return {"place": make(ctx, "poll", p)}


class Ask(CommandParams, kw_only=True):
    place: Id
    text: Annotated[str, Meta(min_length=1, max_length=300)]
    answers: Annotated[list[Annotated[str, Meta(min_length=1, max_length=100)]], Meta(min_length=2, max_length=8)]


@feature.command("poll.ask", right=Right.ADD, answers={"question": Question}, emits=["poll.asked"])
def ask(ctx: Context, p: Ask) -> Mapping[str, Any]:
    """Ask a question with two to eight answers."""
    _poll(ctx, p.place)
    answers = [texts.line(answer, f"$.answers[{number}]") for number, answer in enumerate(p.answers)]
    question = ids.new(ctx.now)
    row = {"id": question, "space": ctx.space, "place": p.place, "seq": ctx.seq, "author": ctx.person, "answers": json.dumps(answers)}
    ctx.db.execute(insert(questions), {**row, "text": texts.line(p.text, "$.text")})
    ctx.emit("poll.asked", Ref("question", question), place=p.place)
    return {"question": Ref("question", question)}


class OfQuestion(CommandParams, kw_only=True):
    place: Id
    question: Id


class Vote(OfQuestion, kw_only=True):
    answer: Annotated[int, Meta(ge=0, le=7)]


@feature.command("poll.vote", right=Right.ADD, answers={"question": Question}, emits=["poll.voted"])
def vote(ctx: Context, p: Vote) -> Mapping[str, Any]:
    """Choose one answer; choosing another takes the first back."""
    question = _question(ctx, p)
    if p.answer >= len(question.answers):
        raise BadInput(path="$.answer")
    _VOTE(ctx.db, {"question": p.question, "person": ctx.person, "answer": p.answer})
    ctx.emit("poll.voted", Ref("question", p.question), place=p.place)
    return {"question": Ref("question", p.question)}


@feature.command("poll.drop", right=Right.DELETE, emits=["poll.dropped"])
def drop(ctx: Context, p: OfQuestion) -> None:
    """Take a question away, with what was chosen."""
    _question(ctx, p)
    ctx.db.execute(delete(votes).where(votes.c.question == p.question))
    ctx.db.execute(delete(questions).where(questions.c.id == p.question))
    ctx.emit("poll.dropped", place=p.place, gone=[Gone("question", p.question)])


class Mine(Params, kw_only=True):
    place: Id


class Choices(msgspec.Struct):
    """By question, the number of the answer that the asker chose."""

    chosen: dict[str, int]


@feature.query("poll.mine", answers=Choices)
def mine(ctx: Context, p: Mine) -> Choices:
    """What I chose here."""
    _poll(ctx, p.place)
    query = select(votes.c.question, votes.c.answer).join(questions, questions.c.id == votes.c.question)
    rows = ctx.db.execute(query.where(questions.c.place == p.place, votes.c.person == ctx.person))
    return Choices({question: answer for question, answer in rows})


def _poll(ctx: Context, place: str) -> None:
    if ctx.rules.places[place].kind != "poll":
        raise NotFound()


def _question(ctx: Context, p: OfQuestion) -> Question:
    _poll(ctx, p.place)
    ctx.hold()
    found = load(ctx.db, [p.question]).get(p.question)
    if not isinstance(found, Question) or found.place != p.place:
        raise NotFound()
    return found


def open_poll(ctx: Context, place: str) -> Mapping[str, Any]:
    """All questions of the place."""
    asked = ctx.db.execute(select(questions.c.id).where(questions.c.place == place)).scalars().all()
    return {"items": ctx.load("question", asked)}


def unread(db: Db, space: str, person: str) -> Mapping[str, int]:
    """How many questions of others are newer than the person's mark, by place."""
    counts: dict[str, int] = {}
    rows = db.execute(select(questions.c.place, questions.c.seq).where(questions.c.space == space, questions.c.author != person))
    for place, seq in rows.fetchall():
        counts[place] = counts.get(place, 0) + (seq > mark_at(db, person, place))
    return counts


feature.channels.append(Channel("poll", open_poll, unread))

feature.example("poll.make", "alice", {"space": "{space}", "title": "What do you think?"}, gives="poll")
feature.example("poll.ask", "pia", {"place": "{poll}", "text": "Where shall we meet?", "answers": ["Gent", "Batumi"]}, gives="question")
feature.example("poll.vote", "milo", {"place": "{poll}", "question": "{question}", "answer": 0})
feature.example("poll.mine", "milo", {"place": "{poll}"})
feature.example("poll.drop", "bob", {"place": "{poll}", "question": "{question}"})
